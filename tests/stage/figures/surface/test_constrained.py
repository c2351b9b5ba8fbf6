"""Places on a constraint are on its level; the best of them is found, and a drawn point beside it is caught."""

import numpy as np
import pytest

from mathora.stage.figures.surface.constrained import ConstraintCurve, levels_near
from tests.stage.test_contour_plot import SPAN, board
from tests.stage.test_contours import BOWL, function


def disc(level=1.0):
    return ConstraintCurve(board(), function("g(a, b)", "a^2 + b^2"), level)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.75, 1.0])
def test_every_place_is_on_the_constraint(share):
    made = disc()
    assert np.linalg.norm(made.place(share)) == pytest.approx(1, abs=1e-6)
    assert made.off(made.board.point(*made.place(share))) < 1e-6


def test_a_closed_way_goes_round_and_round():
    made = disc()
    assert made.closed
    assert made.place(1.25) == pytest.approx(made.place(0.25), abs=1e-6)


def test_the_bowl_is_least_along_its_flat_axis_and_greatest_along_the_steep_one():
    made = disc()
    assert abs(made.place(made.extremum(-1))) == pytest.approx([1, 0], abs=1e-3)
    assert abs(made.place(made.extremum(1))) == pytest.approx([0, 1], abs=1e-3)
    assert made.value(made.extremum(1)) > made.value(made.extremum(-1))


def test_a_point_beside_it_is_caught():
    made = disc()
    assert made.off(made.board.point(1.1, 0.0)) > 0.01


def test_a_way_that_leaves_the_map_ends_at_its_rim():
    made = ConstraintCurve(board(), function("g(a, b)", "a - b"), 0.0)
    assert not made.closed
    assert np.abs(made.way).max() == pytest.approx(2, abs=1e-6)


def test_levels_are_even_and_cross_where_the_constraint_leads():
    found = levels_near(BOWL, function("g(a, b)", "a^2 + b^2"), 0.1, SPAN)
    assert np.diff(found) == pytest.approx(np.full(len(found) - 1, found[1] - found[0]))
    values = [float(BOWL.value(*one)) for one in disc(0.1).way]
    assert sum(min(values) < level < max(values) for level in found) > 1
