"""Bar and bracket are as long as two curves are apart, and what the bar's end draws is their difference."""

import pytest
from curve_plots import curve
from manim import UP

from mathora.formula.curves.interval import Interval
from mathora.stage.figures.curve.apart import Apart


def apart(at=1.0, low=0.0, high=1.5):
    window = Interval(0, 2), Interval(0, 8)
    upper = curve("4x", *window)
    lower = type(upper)(upper.plot, curve("x^2", *window).function, "#ffffff")
    figure = Apart(upper, lower, at, "#ff00ff")
    figure.stand(low=low, high=high, seen=1)
    return figure


@pytest.mark.parametrize("at", [0.0, 0.5, 1.0, 2.0])
def test_both_are_as_long_as_the_curves_are_apart(at):
    figure = apart(at)
    ends = [figure.plot.graph.model_of(one.points[k])[1] for one in (figure.between, figure.stands) for k in (0, -1)]
    assert ends == pytest.approx([at**2, 4 * at, 0, 4 * at - at**2])
    assert figure.off_length() < 1e-6


@pytest.mark.parametrize("part", ["between", "stands"])
def test_one_of_another_length_is_caught(part):
    figure = apart()
    getattr(figure, part).stretch(1.1, 1)
    assert figure.off_length() > 1e-3


def test_a_drawn_difference_that_is_moved_is_caught():
    figure = apart()
    assert figure.off_drawn() < 1e-6
    figure.line.shift(0.1 * UP)
    assert figure.off_drawn() > 1e-3


def test_what_the_window_does_not_show_is_not_drawn():
    figure = apart()
    figure.plot.stand(right=0.75, high=2.0)
    figure.follow()
    assert figure.picture.submobjects == [figure.line]
    drawn = figure.plot.graph.models_of(figure.line.points)
    assert drawn.max(axis=0) == pytest.approx([2 - 2**0.5, 2.0], abs=1e-3)
    assert figure.off_drawn() < 1e-6


def test_before_anything_is_drawn_there_is_no_line():
    figure = apart(high=0.0)
    assert figure.line not in figure.picture.submobjects
    assert figure.stands in figure.picture.submobjects
