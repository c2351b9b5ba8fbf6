"""A view in which a function can be seen to do what it does."""

import math

import numpy as np
import pytest
from sample_models import along

from mathora.formula.curves.interval import Interval
from mathora.formula.curves.view import chosen_heights, chosen_span, good_start, grown, usual_heights, with_zero


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        ("x^2 - 4", [-2, 0, 2]),
        ("(x - 20)(x - 30)", [20, 25, 30]),
        (r"\frac{1}{x - 1}", [1]),
        ("x^3 - 0.01x", [-0.1, 0, 0.1]),
    ],
)
def test_a_span_holds_the_landmarks(body, seen):
    span = chosen_span([along(body)])
    assert all(span.low < at < span.high for at in seen)


def test_a_bounded_domain_is_the_span():
    assert tuple(chosen_span([along("x^2", domain=r"0 \le x \le 3")])) == (0.0, 3.0)


def test_where_nothing_has_a_value_is_left_out():
    assert chosen_span([along(r"\sqrt{x - 1}")]).low >= 0.9


@pytest.mark.parametrize("body", ["x^2", r"\sin x", r"\frac{1}{x}", "5 + 0x"])
def test_heights_hold_most_of_the_curve(body):
    span = Interval(-3.0, 3.0)
    heights = chosen_heights([along(body)], span)
    values = along(body).value(np.linspace(*span, 400))
    inside = (values > heights.low) & (values < heights.high)
    assert inside.mean() > 0.55
    assert heights.length > 0


def test_beside_a_pole_heights_are_those_that_most_of_it_has():
    assert usual_heights(along(r"\frac{1}{x}"), Interval(-3.0, 3.0)).high < 10
    assert usual_heights(along("x"), Interval(-3.0, 3.0)) == Interval(-3.0, 3.0)


def test_heights_grow_only_if_a_function_does_not_fit():
    span, heights = Interval(-1.0, 1.0), Interval(-2.0, 2.0)
    assert grown(span, heights, along("x")) == heights
    assert grown(span, heights, along("5x")).high > 5


def test_a_good_start_is_round_and_has_a_value():
    assert good_start(along("x"), Interval(0.0, 10.0)) == pytest.approx(7, abs=0.6)
    assert math.isfinite(along(r"\sqrt{-x}")(good_start(along(r"\sqrt{-x}"), Interval(-5.0, 5.0))))


@pytest.mark.parametrize(
    ("one", "other"), [((1, 5), (0, 5)), ((10, 11), (10, 11)), ((-5, -1), (-5, 0)), ((-1, 1), (-1, 1))]
)
def test_zero_is_in_a_view_that_ends_near_it(one, other):
    assert tuple(with_zero(Interval(*one))) == other
