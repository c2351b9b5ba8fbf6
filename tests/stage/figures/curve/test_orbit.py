"""The point stands where both functions are, its arc is as large as the parameter, its trace as high as it is."""

import numpy as np
import pytest
from claimed import broken, holds
from curve_plots import COLOURS, function, orbit, plot
from manim import Square

from mathora.formula.curves.interval import Interval
from mathora.stage.figures.curve.orbit import Trace
from mathora.stage.figures.curve.turned import arc_of


def claims(made):
    return (("path", made.off_path, 1e-6), ("angle", made.off_angle, 1e-3))


@pytest.mark.parametrize("at", [0.0, 0.7, 3.0, 6.0])
def test_the_point_and_its_angle_follow_the_parameter(at):
    made = orbit(at=at, arrow=1, legs=1)
    made.turned = arc_of(made.path, Square(0.1), "#ffffff", "#000000")
    made.draw(made.state)
    assert made.turned is not None
    assert holds(claims(made))


def test_a_point_and_an_arc_that_are_moved_are_caught():
    made = orbit(at=1.0, arrow=1)
    made.turned = arc_of(made.path, Square(0.1), "#ffffff", "#000000")
    made.draw(made.state)
    made.dot.shift([0.1, 0, 0])
    made.turned.pointwise_become_partial(made.turned.copy(), 0, 0.5)
    assert broken(claims(made)) == ["path", "angle"]


def test_no_line_crosses_a_pole_and_nothing_is_drawn_outside_of_the_window():
    made = orbit("x", r"\frac{1}{x - 1}", Interval(-3, 3))
    assert len(made.pieces()) == 2
    places = np.concatenate([places for _, places in made.pieces()])
    assert np.abs(places).max(axis=0) == pytest.approx([3, 3], abs=1e-6)


def test_a_long_velocity_is_drawn_shorter_and_by_a_round_number():
    assert orbit().scale == 1
    fast = orbit(r"2 \cos(9x)", r"2 \sin(9x)")
    assert 0 < fast.scale < 1
    assert f"{fast.scale:.0e}".startswith(f"{fast.scale:.9e}"[0])


def test_a_trace_is_as_high_as_the_coordinate():
    made = orbit(at=1.0)
    trace = Trace(
        plot(made.path.across, Interval(0, 7), Interval(-3, 3)), made, function(r"2 \sin x"), COLOURS[0], level=True
    )
    trace.stand(drawn=1.0, seen=1)
    assert trace.off_trace() < 1e-6
    trace.dot.shift([0, 0.05, 0])
    assert trace.off_trace() > 1e-3
