"""A Venn diagram's parts: each in its sets alone, its number where it has room, whatever the place is like."""

import numpy as np
import pytest
from manim import Square

from mathora.stage.figures.chance.overlapping_sets import OverlappingSets, parts_of
from mathora.stage.layout import Region

PLACES = [Region(-6, -3, 2, 3), Region(-2, -3, 2, 5), Region(0, 0, 3, 2)]


class Name(Square):
    """A name's place: as high as a letter, and on a baseline."""

    baseline = 0.0


def sets(count, place):
    made = OverlappingSets(place, [Name(0.2) for _ in range(count)], ["#ffffff"] * count, "#888888")
    for one in parts_of(count):
        made.put(Square(0.4), one)
    return made


def test_parts_are_those_of_one_set_of_two_of_all_and_of_none():
    assert [sorted(one) for one in parts_of(2)] == [[0], [1], [0, 1], []]
    assert [sorted(one) for one in parts_of(3)][3:] == [[0, 1], [0, 2], [1, 2], [0, 1, 2], []]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("count", [2, 3])
def test_parts_and_numbers_are_in_their_sets_and_circles_in_the_frame(count, place):
    made = sets(count, place)
    assert made.off_parts() < 0.01
    assert all(place.holds(one) for one in (*made.circles, *made.numbers.values()))


@pytest.mark.parametrize("part", parts_of(3))
def test_a_number_in_another_part_is_told(part):
    made = sets(3, PLACES[0])
    made.numbers[part].shift(np.array([3.2, 0, 0]))
    assert made.off_parts() > 0.1


def test_it_may_go_elsewhere_as_a_whole():
    made = sets(2, PLACES[0])
    made.picture().add(*made.numbers.values()).shift(np.array([1.0, -0.5, 0]))
    assert made.off_parts() < 0.01
