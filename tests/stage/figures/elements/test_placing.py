"""A label stands where the least is in its way; of places that are equally clear the first one counts."""

import numpy as np
import pytest

from mathora.stage.figures.elements.placing import GAPS, Obstacles, clear_offset
from mathora.stage.layout import Region

ROOM = Region(-5.0, -5.0, 5.0, 5.0)
HALF, AT, RIGHT = np.array([0.4, 0.2]), np.zeros(2), np.array([1.0, 0.0])


def offset(at=AT, first=RIGHT, **around):
    return clear_offset(HALF, np.asarray(at, float), first, Obstacles(ROOM, **around))


def box(x, y, half=0.2):
    return np.array([x, y]), np.array([half, half])


def stroke(x, y, to_x, to_y):
    return np.array([x, y], float), np.array([to_x, to_y], float)


def test_where_nothing_is_in_the_way_it_stands_as_one_would():
    assert offset() == pytest.approx([GAPS[0] + HALF[0], 0])
    assert offset(first=np.array([0.0, 1.0])) == pytest.approx([0, GAPS[0] + HALF[1]])


@pytest.mark.parametrize(
    "around",
    [
        {"boxes": (box(0.6, 0),)},
        {"strokes": (stroke(0.5, -4, 0.5, 4),)},
        {"faint": (box(0.6, 0),)},
        {"outlines": ((stroke(0.5, -4, 0.5, 4), stroke(0.7, -4, 0.7, 4)),)},
    ],
)
def test_it_goes_out_of_the_way(around):
    found = offset(**around)
    free = Obstacles(ROOM, **around)
    assert free.weight(AT + found, HALF) == 0
    assert not np.allclose(found, offset())


def test_it_stays_inside_of_its_room():
    at = np.array([4.9, 0.0])
    assert (at + offset(at=at))[0] + HALF[0] <= ROOM.right
    assert Obstacles(ROOM).weight(np.array([4.9, 0.0]), HALF) > 0


def test_a_number_of_an_axis_is_covered_rather_than_a_thing():
    one = {"boxes": (box(0.6, 0, 9),), "faint": ()}
    other = {"boxes": (), "faint": (box(0.6, 0, 9),)}
    there = np.array([0.6, 0.0])
    assert Obstacles(ROOM, **other).weight(there, HALF) < Obstacles(ROOM, **one).weight(there, HALF)


def test_an_outline_counts_once_wherever_it_is_crossed():
    sides = (stroke(0, -4, 0, 4), stroke(0.1, -4, 0.1, 4))
    assert Obstacles(ROOM, outlines=(sides,)).weight(AT, HALF) == Obstacles(ROOM, strokes=sides[:1]).weight(AT, HALF)


@pytest.mark.parametrize(
    ("ends", "met"),
    [
        ((-1, 0, 1, 0), True),
        ((-1, 0.3, 1, 0.3), False),
        ((1, 0, 2, 0), False),
        ((0, 0, 0, 0), True),
        ((-1, -1, 1, 1), True),
    ],
)
def test_a_stroke_is_in_the_way_where_it_meets_the_box(ends, met):
    assert (Obstacles(ROOM, strokes=(stroke(*ends),)).weight(AT, HALF) > 0) is met


def test_the_same_obstacles_give_the_same_place():
    around = {"boxes": (box(0.6, 0), box(0, 0.5)), "strokes": (stroke(-3, 1, 3, 1),)}
    assert (offset(**around) == offset(**around)).all()
