"""An arc is as large an angle as the parameter says; it is drawn only where that is the angle of the point."""

import numpy as np
import pytest
from curve_plots import TURN, orbit
from manim import Square

from mathora.formula.curves.interval import Interval
from mathora.stage.figures.curve.turned import RADIUS, TurnedArc, arc_of


def put(angle, far=2.0, name=None, **more):
    arc = TurnedArc(name or Square(0.1), "#ffffff", "#000000")
    place = far * np.array([np.cos(angle), np.sin(angle), 0.0])
    return arc, arc.put(np.zeros(3), place, angle, legs=False, **more)


@pytest.mark.parametrize("angle", [0.4, 2.0, -1.0, 7.0, 13.0])
def test_it_is_as_large_as_the_angle_over_all_rounds(angle):
    arc, seen = put(angle)
    assert arc in seen
    assert arc.angle() == pytest.approx(angle)


def test_a_further_round_lies_outside_of_the_one_before():
    arc, _ = put(13.0)
    ways = np.linalg.norm(arc.get_anchors(), axis=1)
    assert ways[-1] > ways[0] == pytest.approx(RADIUS)


def test_near_the_origin_there_is_none_and_in_little_room_no_name():
    assert put(1.0, far=0.5)[1] == []
    arc, seen = put(0.3)
    assert seen == [arc]
    arc, seen = put(1.2)
    assert seen == [arc, arc.name]


def test_its_name_keeps_off_numbers():
    arc, _ = put(1.2)
    taken = Square(0.2).move_to(arc.name)
    other, seen = put(1.2, numbers=[taken])
    assert other.name not in seen or np.abs((other.name.get_center() - taken.get_center())[:2]).max() > 0.1


@pytest.mark.parametrize(
    ("path", "is_angle"),
    [
        ((r"2 \cos x", r"2 \sin x"), True),
        ((r"x \cos x", r"x \sin x"), True),
        ((r"2 \cos(2x)", r"2 \sin(2x)"), False),
        ((r"-2 \cos x", r"-2 \sin x"), False),
    ],
)
def test_it_belongs_to_paths_whose_parameter_is_the_angle(path, is_angle):
    arc = arc_of(orbit(*path, Interval(0, TURN.high)).path, Square(0.1), "#ffffff", "#000000")
    assert (arc is not None) == is_angle
