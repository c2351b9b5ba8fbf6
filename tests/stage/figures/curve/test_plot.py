"""Axes whose window can move: numbers stand only while it rests, and keep off lines."""

import numpy as np
import pytest
from curve_plots import curve, function, plot
from manim import VMobject

from mathora.formula.curves.interval import Interval
from mathora.stage.figures.curve.plot import RIM, upright_names
from tests.formula.sample_models import declaring

SPAN, HEIGHTS = Interval(-2, 2), Interval(-1, 4)


def axes():
    return plot(function("x^2"), SPAN, HEIGHTS)


def test_numbers_stand_only_while_the_window_rests():
    made = axes()
    assert len(made.numbers) == 0
    made.stand(numbers=1)
    assert len(made.numbers) > 4
    assert len(made._graph(made.state).numbers) > len(made._graph(type(made.state)(-2, 2, -1, 4)).numbers)


def test_a_model_point_stands_where_the_window_says():
    made = axes()
    left, right = made.point(-2, 0), made.point(2, 0)
    assert (right - left)[0] == pytest.approx(made.place.width)
    made.stand(right=6)
    assert made.point(2, 0)[0] == pytest.approx(np.mean([made.point(-2, 0)[0], made.point(6, 0)[0]]))


@pytest.mark.parametrize("low", [0.0, -0.2, -1.0, -4.0])
def test_room_below_is_kept_for_numbers_only_as_far_as_the_axis_is_near_the_rim(low):
    made = plot(function("x^2"), Interval(-2, 2), Interval(low, 4))
    made.stand(numbers=1)
    under = min(one.get_bottom()[1] for one in made.graph.numbers[: made.graph.across])
    assert min(under, made.place.bottom) > made.whole.bottom
    assert (made.place.bottom - made.whole.bottom == pytest.approx(RIM[1])) == (low <= -1)


@pytest.mark.parametrize(("point", "seen"), [((0, 0), True), ((2, 4), True), ((2.01, 0), False), ((0, 4.1), False)])
def test_it_knows_what_is_in_its_window(point, seen):
    assert axes().shows(*point) == seen


def test_a_number_keeps_off_a_curve():
    drawn = curve("x", SPAN, Interval(-2, 2))
    drawn.plot.keep_off(drawn.function)
    drawn.plot.stand(numbers=1)
    assert not drawn.plot.crossed()
    drawn.plot.numbers[-1].move_to(drawn.plot.point(1, 1))
    assert drawn.plot.crossed()


def test_a_window_grows_to_what_it_has_to_hold_and_no_further():
    span, heights = axes().holding([(5.0, 1.0)])
    assert (span.low, span.high > 5) == (-2, True)
    assert (heights.low, heights.high) == (-1, 4)


def test_axes_take_another_name():
    made, name = axes(), VMobject()
    made.rename(name)
    assert made.names[1] is name


def test_functions_that_differ_by_their_index_share_the_axis_name():
    model = declaring({"b_1(x)": "x", "b_2(x)": "x^2", "g(x)": "x"})
    named = {key: type("Function", (), {"key": key})() for key in ("b_1", "b_2", "g")}
    assert upright_names(model, named["b_1"], named["b_2"]) == ("b",)
    assert upright_names(model, named["b_1"], named["g"]) == (), "each has its name at its curve"
    assert upright_names(model, named["b_1"]) == ("b_1",)
