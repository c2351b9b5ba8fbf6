"""What a function comes to near a place, and how near that is."""

import pytest
from sample_models import along

from mathora.formula.curves.interval import Interval
from mathora.formula.curves.limits import level_at, sides_at, widest

WINDOW, HEIGHTS = Interval(-2.0, 2.0), Interval(-2.0, 2.0)


@pytest.mark.parametrize(
    ("body", "level"),
    [
        ("x^2 + 1", 1.0),
        (r"\frac{\sin x}{x}", 1.0),
        (r"\frac{x^2 - x}{x}", -1.0),
        (r"\frac{e^x - 1}{x}", 1.0),
        (r"\frac{1 - \cos x}{x^2}", 0.5),
        (r"(1 + x)^{\frac{1}{x}}", 2.71828),
        (r"\sqrt{|x|} + 1", 1.0),
        (r"x \ln |x|", 0.0),
        ("|x|", 0.0),
        (r"\frac{|x|}{x}", None),
        (r"\sqrt{-1 - x^2}", None),
    ],
)
def test_both_sides_come_to_one_height_or_to_none(body, level):
    assert level_at(along(body), 0.0, WINDOW, HEIGHTS) == level


def test_a_side_without_a_value_is_left_out():
    assert len(sides_at(along(r"\sqrt{x}"), 0.0, WINDOW)) == 1
    assert len(sides_at(along("x"), 0.0, WINDOW)) == 2


@pytest.mark.parametrize(("within", "delta"), [(0.5, 0.25), (1.0, 0.5), (0.01, 0.005)])
def test_the_largest_delta_of_a_line_is_epsilon_over_its_slope(within, delta):
    found = widest(along("2x"), 0.0, 0.0, within, WINDOW)
    assert delta * 0.95 <= found <= delta


def test_at_a_jump_there_is_no_delta():
    assert widest(along(r"\frac{|x|}{x}"), 0.0, 1.0, 0.5, WINDOW) == 0.0
