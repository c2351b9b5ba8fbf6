"""Steps lead down the tangent to the axis, or level to the line of equal coordinates; from there to the curve."""

import numpy as np
import pytest
from curve_plots import curve
from manim import Circle, Square

from mathora.formula.curves.interval import Interval
from mathora.stage.figures.curve.newton import NewtonSteps, PutInAgain


def steps(kind=NewtonSteps, tex="x^2 - 2", start=2.0, count=3, right=3.0, **state):
    made = kind(curve(tex, Interval(-1, right), Interval(-3, 4)), start, "#ffffff", lambda _, size: Square(size))
    for _ in range(count):
        made.places.append(made.next_place())
    made.stand(**{"shown": count, **state})
    return made


def test_newtons_steps_come_to_the_root():
    assert steps(count=5).places[-1] == pytest.approx(np.sqrt(2))


def test_a_value_that_is_put_in_again_comes_to_where_it_stays():
    assert steps(PutInAgain, r"\cos x", 1.0, 60).places[-1] == pytest.approx(0.739085, abs=1e-6)


@pytest.mark.parametrize(("kind", "tex", "start"), [(NewtonSteps, "x^2 - 2", 2.0), (PutInAgain, r"\cos x", 1.0)])
@pytest.mark.parametrize("shown", [0.3, 1, 1.6, 3])
def test_each_line_has_the_slope_of_its_step_and_ends_where_it_does(kind, tex, start, shown):
    made = steps(kind, tex, start, shown=shown)
    assert len(made.lines) == int(np.ceil(shown))
    assert made.off_line() < 1e-6


def test_a_line_that_ends_beside_its_place_is_caught():
    made = steps()
    made.lines[0].shift([0, 0.05, 0])
    assert made.off_line() > 1e-3


def test_a_step_that_leaves_the_window_ends_at_its_edge():
    made = steps(start=0.5, count=1, right=1.5)
    assert made.places[-1] > 1.5
    assert made.plot.graph.model_of(made.lines[0].points[-1])[0] == pytest.approx(1.5)
    assert made.off_line() < 1e-6


def test_places_too_near_to_each_other_share_no_room_for_names():
    made = steps(count=5)
    assert len(made._named(list(range(6)))) < 6


@pytest.mark.parametrize("kind", [NewtonSteps, PutInAgain])
@pytest.mark.parametrize("shown", [0.0, 0.2, 0.45, 0.7, 0.95])
def test_who_takes_a_step_goes_along_its_lines(kind, shown):
    made = steps(
        kind,
        "x^2 - 2" if kind is NewtonSteps else r"\cos x",
        1.0 if kind is PutInAgain else 2.0,
        1,
        shown=shown,
        rider=1,
    )
    at, there = made.places[:2]
    (rider,) = (one for one in made.picture.submobjects if isinstance(one, Circle))
    x, y = made.plot.graph.model_of(rider.get_center())
    if shown <= 0.5:
        assert y == pytest.approx(made.curve.function(at) + made.slope(at) * (x - at))
    else:
        assert x == pytest.approx(there)
