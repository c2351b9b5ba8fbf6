"""A segment between two points of a path: what of it is in the set has the set's colour, the rest stands out."""

from itertools import pairwise

import numpy as np
import pytest
from curve_plots import orbit

from mathora.stage.figures.curve.enclosed import Enclosed

HEART = (r"2 \cos x - \cos(2x)", r"2 \sin x - \sin(2x)")  # bent inwards at its right side


def enclosed(path=(), ends=(0.0, 2.0), **state):
    made = Enclosed(orbit(*path), ends, ("#00ff00", "#ff0000"))
    made.stand(**{"seen": 1, "drawn": 1, **state})
    return made


def test_of_a_disc_every_segment_is_inside():
    made = enclosed()
    assert [inside for inside, _ in made.parts(made.state)] == [True]
    assert (made.off_ends(), made.off_side()) == (pytest.approx(0, abs=1e-6), 0)


def test_where_a_set_is_bent_inwards_a_segment_leaves_it():
    made = enclosed(HEART, (0.6, 2 * np.pi - 0.6))
    sides = [inside for inside, _ in made.parts(made.state)]
    assert False in sides
    assert len(made.sides[1].points)
    assert made.off_side() == 0


def test_parts_follow_each_other_from_end_to_end():
    made = enclosed(HEART, (1.0, 4.2))
    parts = [ends for _, ends in made.parts(made.state)]
    assert parts[0][0] == pytest.approx(made.orbit.path.at(1.0))
    assert parts[-1][1] == pytest.approx(made.orbit.path.at(4.2))
    for before, after in pairwise(parts):
        assert before[1] == pytest.approx(after[0])


def test_points_are_in_the_set_or_not():
    made = enclosed()
    assert made.holds(np.array([[0, 0], [1.9, 0], [2.1, 0], [1.5, 1.5], [1.4, 1.4]])).tolist() == [
        True, True, False, False, True,
    ]  # fmt: skip


def test_a_part_of_the_wrong_colour_and_an_end_beside_the_path_are_caught():
    made = enclosed()
    made.sides.reverse()
    assert made.off_side() == 1
    made.dots[0].shift([0.1, 0, 0])
    assert made.off_ends() > 1e-3
