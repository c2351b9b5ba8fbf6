"""A wagon stands where the area under its speed says; marks lie closer where it is slower."""

import numpy as np
import pytest
from curve_plots import curve
from manim import VMobject

from mathora.formula.curves.interval import Interval
from mathora.stage.figures.curve.point import PointOnCurve
from mathora.stage.figures.curve.track import MARKS, Climb, Track
from mathora.stage.layout import Region
from mathora.stage.plane.graph import Graph
from mathora.stage.theme import THEMES

THEME = THEMES["dark"]


def track(tex="x", at=4.0):
    spot = PointOnCurve(curve(tex, Interval(0, 5), Interval(-1, 6)), at, THEME, "#ffffff", (VMobject(), VMobject()))
    axis = lambda span: Graph(Region(-6, -3.5, 6, -1.5), span, Interval(-1, 1), THEME)  # noqa: E731 - a line
    made = Track(spot, Interval(0, 4), axis)
    made.follow()
    return made


@pytest.mark.parametrize(("at", "way"), [(0.0, 0.0), (2.0, 2.0), (4.0, 8.0)])
def test_it_has_gone_as_far_as_the_area_is_large(at, way):
    made = track(at=at)
    assert made.way(at) == pytest.approx(way)
    assert made.axis.model_of(made.front.points[0])[0] == pytest.approx(way)
    assert abs(made.off_place()) < 1e-6


def test_marks_are_equally_far_apart_in_time():
    places = [made.axis.model_of(mark.get_center())[0] for made in [track()] for mark in made.marks]
    assert len(places) == MARKS + 1
    assert (np.diff(places, 2) > 0).all()


def test_only_marks_that_are_passed_are_seen():
    made = track(at=2.0)
    assert sum(mark in made.picture.submobjects for mark in made.marks) == MARKS / 2 + 1


def test_a_wagon_beside_its_place_is_caught():
    made = track()
    made.wagon.shift([0.1, 0, 0])
    assert abs(made.off_place()) > 1e-3


def test_of_a_wagon_that_stands_still_a_piece_of_the_track_is_seen():
    assert track("0").axis.x.length == 1


def climb(at=1.0):
    spot = PointOnCurve(curve("x", Interval(0, 5), Interval(0, 6)), at, THEME, "#ffffff", (VMobject(), VMobject()))
    made = Climb(spot, "#00ff00", VMobject())
    made.follow()
    return spot, made


@pytest.mark.parametrize("at", [0.0, 2.5, 5.0])
def test_a_wagon_that_climbs_stands_level_with_the_point(at):
    spot, made = climb(at)
    assert made.front.points[0][1] == pytest.approx(spot.plot.point(at, at)[1])
    assert made.off_level() < 1e-6
    spot.stand(at=1.5)
    made.follow()
    assert made.off_level() < 1e-6


def test_one_that_is_higher_is_caught():
    _, made = climb()
    made.wagon.shift([0, 0.1, 0])
    assert made.off_level() > 1e-3


def test_it_leaves_with_what_the_window_shows_no_more():
    spot, made = climb()
    spot.plot.stand(high=0.5)
    made.follow()
    assert not made.picture.submobjects
