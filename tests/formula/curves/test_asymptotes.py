"""The lines to which a function comes at its poles and far out."""

import pytest
from sample_models import along

from mathora.formula.curves.asymptotes import asymptotes_of, endless, far_out
from mathora.formula.curves.interval import Interval

WINDOW, HEIGHTS = Interval(-5.0, 5.0), Interval(-6.0, 6.0)


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (r"\frac{1}{x}", [(0, None), (None, (0, 0))]),
        (r"\frac{1}{x - 2} + 1", [(2, None), (None, (0, 1))]),
        (r"\frac{x^2 + 1}{x}", [(0, None), (None, (1, 0))]),
        ("e^{-x}", [(None, (0, 0))]),
        (r"\ln x", [(0, None)]),
    ],
)
def test_each_line_is_found(body, lines):
    found = asymptotes_of(along(body), WINDOW, HEIGHTS)
    assert [
        (
            one.at if one.at is None else round(one.at, 6),
            (round(one.slope, 4), round(one.height, 4)) if one.at is None else None,
        )
        for one in found
    ] == lines


@pytest.mark.parametrize("body", ["x^2", r"\sin x", "2x + 1", r"\frac{\sin x}{x} x"])
def test_a_parabola_a_wave_and_a_line_itself_come_to_none(body):
    assert asymptotes_of(along(body), WINDOW, HEIGHTS) == ()


def test_a_function_grows_without_end_at_a_pole_alone():
    assert endless(along(r"\frac{1}{x}"), 0.0, WINDOW) > 1
    assert endless(along("x^2"), 0.0, WINDOW) < 0.1
    assert far_out(along("x"), -10.0) < 0 < far_out(along("x"), 10.0)
