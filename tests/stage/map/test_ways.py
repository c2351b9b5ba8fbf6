"""Ways over a map: down the steepest, along a field, and a part of one."""

import numpy as np
import pytest

from mathora.formula.curves.interval import Interval
from mathora.stage.map.ways import away_from, onward, part_of, steepest_way, way_along

SQUARE = Interval(-2.0, 2.0)


class Bowl:
    """x² + 3 y²."""

    variables = ("x", "y")

    def gradient(self, at):
        return 2 * at["x"], 6 * at["y"]


def test_the_steepest_way_goes_down_to_where_it_is_level():
    way = steepest_way(Bowl(), np.array([1.5, 1.0]), SQUARE)
    heights = way[:, 0] ** 2 + 3 * way[:, 1] ** 2
    assert (np.diff(heights) < 1e-6).all()
    assert np.linalg.norm(way[-1]) < 0.1


def test_a_way_ends_where_it_leaves_the_square():
    way = way_along(lambda _: np.array([1.0, 0.0]), np.array([0.0, 0.0]), SQUARE, 10_000)
    assert 2.0 < way[-1][0] < 2.05
    assert (way[:-1] <= 2.0).all()


def test_a_field_of_zero_goes_nowhere():
    assert len(way_along(lambda _: np.zeros(2), np.array([1.0, 1.0]), SQUARE, 100)) == 2


def test_a_step_is_of_the_fourth_order():
    def turn(here):
        return np.array([-here[1], here[0]])

    there = onward(turn, start := np.array([1.0, 0.0]), turn(start), 0.1)
    assert there == pytest.approx([np.cos(0.1), np.sin(0.1)], abs=1e-7)


@pytest.mark.parametrize(("share", "end"), [(0.0, 0.0), (0.5, 2.0), (0.6, 2.4), (1.0, 4.0)])
def test_a_part_of_a_way_ends_between_its_points(share, end):
    path = np.array([[float(x), 0.0] for x in range(5)])
    found = part_of(path, share)
    assert len(found) >= 2
    assert found[-1][0] == pytest.approx(end)


@pytest.mark.parametrize(
    ("point", "far"), [((1.0, 0.0), 0.0), ((1.0, 2.0), 2.0), ((-3.0, 0.0), 3.0), ((5.0, 0.0), 1.0)]
)
def test_a_point_is_so_far_from_a_line(point, far):
    line = np.array([[0.0, 0.0], [2.0, 0.0], [4.0, 0.0]])
    assert away_from(line, np.array(point)) == pytest.approx(far)
