"""Axes stand along the edges that a viewer has in front, ticks at their values, and rules across the floor."""

import numpy as np
import pytest

from mathora.stage.space.furniture import TICK, axes, axis_point, drop_lines, floor_outline, floor_rules
from mathora.stage.space.projection import ModelBox

BOX = ModelBox((-2.0, 1.0, -3.0), (2.0, 5.0, 9.0))
TICKS = ((-1.0, 0.0, 1.0), (2.0, 4.0), (0.0, 3.0, 6.0))


@pytest.mark.parametrize(("axis", "place"), [(0, (0.5, 1.0, -3.0)), (1, (2.0, 0.5, -3.0)), (2, (-2.0, 1.0, 0.5))])
def test_an_axis_goes_along_its_edge(axis, place):
    assert axis_point(BOX, axis, 0.5).tolist() == list(place)
    away = axis_point(BOX, axis, 0.5, 0.1) - axis_point(BOX, axis, 0.5)
    assert away[axis] == 0
    assert np.linalg.norm(away) > 0


def test_each_axis_has_a_line_beyond_its_end_and_a_mark_at_each_tick():
    curves = axes(BOX, TICKS, (1.0, 1.0, 1.0), 1.0)
    assert len(curves) == 3 + sum(map(len, TICKS))
    lines = [one for one in curves if len(one.points) > 2]
    for axis, line in enumerate(lines):
        assert line.points[0, axis] == BOX.low[axis]
        assert line.points[-1, axis] > BOX.high[axis]
    marks = [one.points for one in curves if len(one.points) == 2]
    assert [float(one[0, 0]) for one in marks[:3]] == list(TICKS[0])
    assert marks[0][1] == pytest.approx(axis_point(BOX, 0, -1.0, TICK))


def test_of_a_surface_that_hovers_the_axis_of_heights_begins_at_its_first_tick():
    hovering = ModelBox((-2.0, 1.0, -30.0), BOX.high)
    lines = [one for one in axes(hovering, TICKS, (1.0, 1.0, 1.0), 1.0) if len(one.points) > 2]
    assert lines[2].points[0, 2] == TICKS[2][0]


def test_a_point_drops_to_its_foot_and_that_goes_to_both_axes():
    first, second, down = drop_lines(BOX, np.array([1.0, 3.0, 7.0]))
    foot = [1.0, 3.0, -3.0]
    assert first.tolist() == [foot, [1.0, 1.0, -3.0]]
    assert second.tolist() == [foot, [2.0, 3.0, -3.0]]
    assert down.tolist() == [[1.0, 3.0, 7.0], foot]


def test_the_floor_is_ruled_at_its_ticks():
    corners = floor_outline(BOX)
    assert {one[2] for one in corners} == {-3.0}
    assert np.ptp(corners, axis=0).tolist() == [4.0, 4.0, 0.0]
    rules = floor_rules(BOX, TICKS)
    assert [one[0, 0] for one in rules[:3]] == list(TICKS[0])
    assert [one[0, 1] for one in rules[3:]] == list(TICKS[1])
    assert all((one[:, 2] == -3.0).all() for one in rules)
