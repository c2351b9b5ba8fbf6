"""Principal directions: shadows fall perpendicularly, their variance is the model's, arrows are deviations long."""

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from tests.scenes.theatre import ASPECTS, all_measured, drawn, on_stage, outside

HEADER = """
id: test
title: A test
course: {track: T, unit: U, number: 1, level: Easy, minutes: 1}
model:
  x_i: {data: [1, 2, 3, 4, 6]}
  y_i: {data: [1, 2.5, 2, 3.5, 3]}
  u_i: {data: [1, 0, -1, 0]}
  v_i: {data: [0, 1, 0, -1]}
  h_i: {data: [1000000, 2000000, 4000000]}
  t_i: {data: [0.000001, 0.000002, 0.000004]}
sections:
"""
SECTION = """
  - id: directions
    title: Directions
    scene: PrincipalDirections
    with: {x: x_i, y: y_i}
    steps:
      - {do: shadows, with: {angle: 30}, say: a}
      - {do: turn, say: b}
      - {do: directions, say: c}
      - {do: reduce, say: d}
"""
POINTS = np.array([[1, 1], [2, 2.5], [3, 2], [4, 3.5], [6, 3]])


def covariance():
    return np.cov(POINTS.T, bias=True)


def test_the_variance_that_is_read_is_that_of_the_shadows():
    with on_stage(SECTION, play=False, header=HEADER) as scene:
        scene.perform(0)
        way = np.array([np.cos(np.pi / 6), np.sin(np.pi / 6)])
        assert scene.shadows_of.seen_variance() == pytest.approx(way @ covariance() @ way)


def test_how_far_the_shadows_spread_is_read_when_they_have_moved():
    """What stands behind another is updated after it; a reading before the line told the frame before."""
    with on_stage(SECTION, header=HEADER) as scene:
        assert scene.mobjects.index(scene.readings[0]) > scene.mobjects.index(scene.shadows_of.line)


def test_the_line_comes_to_rest_where_the_shadows_spread_most():
    with on_stage(SECTION, play=False, header=HEADER) as scene:
        scene.perform(0)
        scene.perform(1)
        assert scene.shadows_of.seen_variance() == pytest.approx(np.linalg.eigvalsh(covariance())[1])


def test_arrows_are_deviations_long_and_stand_at_right_angles():
    with on_stage(SECTION, header=HEADER) as scene:
        unit = scene.scatter.graph.units()[0]
        first, second = (arrow.vector[:2] / unit for arrow in scene.way_marks[2:4])
        low, high = np.sqrt(np.linalg.eigvalsh(covariance()))
        assert [np.linalg.norm(first), np.linalg.norm(second)] == pytest.approx([high, low])
        assert first @ second == pytest.approx(0, abs=1e-9)
        for line, way in zip(scene.way_marks[:2], (first, second), strict=True):  # seen where an arrow is too short
            along = (line.points[-1] - line.points[0])[:2]
            assert abs(along @ way) == pytest.approx(np.linalg.norm(along) * np.linalg.norm(way))
            assert np.linalg.norm(along) > 1.0


def test_each_claim_is_measured_on_every_frame():
    with on_stage(SECTION, play=False, header=HEADER) as scene:
        for index in (0, 2, 3):
            drawn(scene, index)
        assert all_measured(scene)


def slant(scene):
    scene.shadows_of.line.clear_updaters()
    scene.shadows_of.dots[0].shift(np.array([0.1, 0.1, 0]))


@pytest.mark.parametrize(
    ("steps", "spoil", "told"),
    [
        (1, slant, "each shadow falls perpendicularly"),
        (3, lambda scene: scene.way_marks[2].rotate(0.02), "one standard deviation long"),
        (1, lambda scene: scene.scatter.dots.remove(scene.scatter.dots[0]), "every row of the data"),
    ],
)
def test_a_planted_fault_stops_the_picture(steps, spoil, told):
    with on_stage(SECTION, play=False, header=HEADER) as scene:
        for index in range(steps):
            scene.perform(index)
        spoil(scene)
        with pytest.raises(InvariantViolated, match=told):
            scene.invariants.measure(0)


@pytest.mark.parametrize("aspect", ASPECTS)
def test_nothing_leaves_the_frame(aspect):
    with on_stage(SECTION, aspect, header=HEADER) as scene:
        assert outside(scene) == []


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("y: y_i", "y: u_i", "found 4 numbers of u_i and 5 of x_i"),
        ("{x: x_i, y: y_i}", "{x: u_i, y: v_i}", "spread equally in all directions"),
        ("{x: x_i, y: y_i}", "{x: t_i, y: t_i}", "too small to be read out: in a smaller unit"),
        ("{x: x_i, y: y_i}", "{x: h_i, y: h_i}", "too large to be read out: in a larger unit"),
    ],
)
def test_what_has_no_direction_is_told_by_check(good, bad, told):
    with pytest.raises(Faulty, match=told), on_stage(SECTION.replace(good, bad), header=HEADER):
        pass


def test_points_and_shadows_stand_in_the_middle_until_the_curve_comes_beside_them():
    steps = SECTION.replace("      - {do: shadows", "      - {do: points, say: z}\n      - {do: shadows")
    with on_stage(steps, play=False, header=HEADER) as scene:
        drawn(scene, 0)
        drawn(scene, 1)
        place = scene.scatter.graph.frame.get_center()[0]
        assert abs(place) < 1.0
        assert scene.readings[0].shown_left()[0] == pytest.approx(scene.scatter.graph.frame.get_left()[0], abs=1e-6)
        drawn(scene, 2)
        assert scene.scatter.graph.frame.get_center()[0] < place - 1


def test_the_cross_leaves_before_arrows_that_may_be_shorter():
    steps = SECTION.replace("shadows, with: {angle: 30}", "mean").replace("      - {do: turn, say: b}\n", "")
    with on_stage(steps, play=False, header=HEADER) as scene:
        scene.perform(0)
        assert scene.middle in scene.mobjects
        scene.perform(1)
        assert scene.middle not in scene.mobjects
