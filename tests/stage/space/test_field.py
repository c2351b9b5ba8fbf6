"""What a surface hides: decided by rays to the eye, with cases planted on both sides of a hill."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathora.stage.space.field import HalfSpace, HeightField, runs
from mathora.stage.space.projection import Camera

LINES = np.linspace(-2, 2, 64)
X, Y = np.meshgrid(LINES, LINES, indexing="ij")
HILL = HeightField(LINES, LINES, 1.5 * np.exp(-2 * (X**2 + Y**2)))
PLAIN = HeightField(LINES, LINES, 0 * X)
BOWL = HeightField(LINES, LINES, (X**2 + Y**2) / 3)
FROM_X = Camera(azimuth=0.0, elevation=math.radians(20))
"""Looks from +x, a little from above."""


def hidden(field, *points, part=None):
    return field.hidden(np.array(points, dtype=float), FROM_X, part).tolist()


def test_a_point_behind_the_hill_is_hidden_and_one_before_it_is_not():
    assert hidden(HILL, (-1.2, 0, 0.2), (1.2, 0, 0.2)) == [True, False]


def test_without_the_hill_the_same_point_is_seen():
    assert hidden(PLAIN, (-1.2, 0, 0.2), (1.2, 0, 0.2)) == [False, False]


def test_a_point_high_above_the_hill_is_seen_and_one_inside_it_is_hidden():
    assert hidden(HILL, (-1.2, 0, 2.5), (0, 0, 0.5)) == [False, True]


def test_a_point_beside_the_hill_is_seen():
    assert hidden(HILL, (-1.2, 1.9, 0.2)) == [False]


def test_a_point_under_the_floor_is_hidden_and_one_before_the_edge_is_not():
    assert hidden(PLAIN, (0, 0, -0.5), (2.5, 0, -0.5)) == [True, False]


def test_of_the_hills_own_points_those_turned_to_the_eye_are_seen():
    on_hill = [(x, 0.0, float(HILL.height(np.array(x), np.array(0.0)))) for x in (0.4, -0.6)]
    assert hidden(HILL, *on_hill) == [False, True]


def test_in_a_bowl_the_far_wall_is_seen_from_inside_and_the_near_wall_from_outside():
    far, near = (-1.5, 0.0, 0.75), (1.8, 0.0, 1.08)
    bottom_behind_the_near_wall = (0.2, 0.0, 0.04 / 3)
    assert hidden(BOWL, far, near, bottom_behind_the_near_wall) == [False, False, True]


def test_what_is_cut_away_hides_nothing():
    behind = (-1.2, 0, 0.2)
    assert hidden(HILL, behind, part=HalfSpace(0, -1.0, -1)) == [False]
    assert hidden(HILL, behind, part=HalfSpace(0, -1.0, 1)) == [True]


def test_holes_hide_nothing():
    holed = HeightField(LINES, LINES, np.where(np.hypot(X, Y) < 1.9, np.nan, HILL.heights))
    assert hidden(holed, (-1.2, 0, 0.2)) == [False]


@given(st.floats(-1.9, 1.9), st.floats(-1.9, 1.9), st.floats(0.1, 1.4))
def test_a_plain_hides_exactly_what_lies_under_it(x, y, height):
    assert hidden(PLAIN, (x, y, height)) == [False]
    far_enough_from_the_edge = x + height / math.tan(math.radians(20)) < 1.9
    assert not far_enough_from_the_edge or hidden(PLAIN, (x, y, -height)) == [True]


@given(st.floats(-2, 2), st.floats(-2, 2))
def test_heights_between_the_grid_lines_are_near_the_functions(x, y):
    assert BOWL.height(np.array(x), np.array(y)) == pytest.approx((x * x + y * y) / 3, abs=1e-3)


def test_there_is_no_height_outside():
    assert np.isnan(BOWL.height(np.array(2.1), np.array(0.0)))


@given(st.sampled_from([0, 1]), st.floats(-1.95, 1.95))
def test_a_mesh_cut_at_a_plane_has_a_grid_line_there_and_stays_the_same_surface(axis, at):
    points = BOWL.line_to(axis, at).applied(BOWL.points)
    lines = points[:, 0, 0] if axis == 0 else points[0, :, 1]
    assert np.abs(lines - at).min() < 1e-12
    assert (np.diff(lines) >= -1e-12).all()
    assert np.abs(points[..., 2] - (points[..., 0] ** 2 + points[..., 1] ** 2) / 3).max() < 1e-3


def test_a_plane_beside_the_surface_moves_no_line():
    assert BOWL.line_to(0, 2.5) is None


def test_normals_point_up_and_lean_downhill():
    normals = HILL.normals
    assert (normals[..., 2] > 0).all()
    assert normals[48, 32, 0] > 0.1 > -0.1 > normals[16, 32, 0]


def by_side(points):
    return (points[:, 0] > 0.25).astype(np.int8)


def test_runs_cut_a_curve_where_its_label_changes():
    curve = np.column_stack([np.linspace(-1, 1, 9), np.zeros(9), np.zeros(9)])
    first, second = runs([curve], by_side)
    assert (first.label, second.label) == (0, 1)
    assert first.points[-1] == pytest.approx(second.points[0])
    assert first.points[-1][0] == pytest.approx(0.25, abs=0.25 / 6)


@given(st.lists(st.lists(st.floats(-1, 1), min_size=2, max_size=12), min_size=1, max_size=4))
def test_runs_lose_nothing_and_mix_no_curves(curves):
    curves = [np.column_stack([xs, np.full(len(xs), k), np.zeros(len(xs))]) for k, xs in enumerate(curves)]
    cut = list(runs(curves, by_side))
    for number, curve in enumerate(curves):
        own = [run for run in cut if run.curve == number]
        assert all((run.points[:, 1] == number).all() for run in own)
        assert own[0].points[0] == pytest.approx(curve[0])
        assert own[-1].points[-1] == pytest.approx(curve[-1])
        assert [run.label for run in own[1:]] == [1 - run.label for run in own[:-1]]
        for before, after in pairwise(own):
            assert before.points[-1] == pytest.approx(after.points[0])


def test_no_curves_no_runs():
    assert list(runs([], by_side)) == []
