"""Balls descend a curve: each step is as long as the slope is steep, times a rate."""

import pytest
from curve_plots import curve

from mathora.formula.curves.interval import Interval
from mathora.stage.figures.curve.rolling_balls import RollingBalls


def balls(*rates, starts=(2.0, -1.5), **state):
    made = RollingBalls(curve("x^2", Interval(-3, 3), Interval(-1, 9)), starts, ("#ffffff", "#ff0000"))
    for rate in rates:
        made.step(rate)
    made.stand(**{"seen": 1, "shown": len(rates), **state})
    return made


def test_a_step_is_rate_times_slope_downhill():
    assert balls(0.25, 0.5).ways == [[2.0, 1.0, 0.0], [-1.5, -0.75, 0.0]]


def test_on_the_way_a_ball_leaps_straight_from_place_to_place():
    made = balls(0.25, shown=0.5)
    assert made.at(0) == 2.0, "it has not landed yet"
    assert made.plot.graph.model_of(made.heads[0].get_center()) == pytest.approx((1.5, 2.5))


def test_a_leap_across_the_valley_takes_no_value_of_its_bottom():
    made, seen = balls(1.0, starts=(1.0, -1.5), shown=0), set()
    for shown in (0, 0.25, 0.5, 0.75, 1):
        made.stand(shown=shown)
        seen.add(made.at(0))
        assert made.plot.graph.model_of(made.heads[0].get_center())[1] == pytest.approx(1)
    assert seen == {1.0, -1.0}


def test_what_is_left_behind_shows_the_steps():
    made = balls(0.25, 0.25)
    assert [len(trail) for trail in made.trails] == [2, 2]
    assert made.off_steps() < 1e-6
    made.trails[0][1].shift([0.1, 0, 0])
    assert made.off_steps() > 1e-3


def test_a_ball_that_leaves_the_window_is_not_drawn():
    made = balls(2.0)
    assert made.at(0) == -6
    assert made.heads[0] not in made.picture.submobjects
    assert made.heads[1] not in made.picture.submobjects
    assert made.off_steps() < 1e-6
