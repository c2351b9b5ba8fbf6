"""A paper is a function of its pose: the base's side and twice the cut make the sheet's, flat or folded."""

import numpy as np
import pytest

from mathora.stage.plane.folded_paper import Paper, PaperPose

SHEET = 6.0


def pose(cut=1.0, fold=0.0, unit=0.5):
    return PaperPose(np.array([1.0, 2.0, 0.0]), unit, cut, fold)


def paper(one):
    made = Paper(SHEET, "#222222", "#ffffff", "#ffff00")
    made.put(one)
    return made


@pytest.mark.parametrize("fold", [0.0, 0.3, 1.0])
@pytest.mark.parametrize("cut", [0.2, 1.0, 2.9])
def test_the_base_and_twice_the_cut_are_the_sheet(cut, fold):
    assert paper(pose(cut, fold)).base_side() + 2 * cut == pytest.approx(SHEET)


def test_a_flat_sheet_is_as_large_as_it_is_and_its_corners_fill_it():
    flat = paper(pose())
    assert (flat.width, flat.height) == pytest.approx((SHEET * 0.5, SHEET * 0.5))
    for square in flat.corner_squares(pose()):
        assert (square.width, square.height) == pytest.approx((0.5, 0.5))


def test_folded_its_walls_stand_as_high_as_the_cut():
    box = paper(pose(fold=1.0))
    starts, ends = box.heights.points[0], box.heights.points[3]
    lifted = 0.5 * np.cos(np.pi / 2 - 0.32 * np.pi)  # a cut of 1, seen from the side
    assert np.linalg.norm(ends - starts) == pytest.approx(lifted)


def test_the_same_pose_gives_the_same_paper_wherever_it_was_before():
    made = paper(pose(2.0, 1.0))
    made.put(pose(0.5, 0.4))
    fresh = paper(pose(0.5, 0.4))
    assert [one.points.tolist() for one in made.faces] == [one.points.tolist() for one in fresh.faces]


def test_a_pose_is_on_its_way_to_another():
    one, other = pose(1.0, 0.0), pose(2.0, 1.0, unit=1.0)
    assert one.towards(other, 0.5).cut == pytest.approx(1.5)
    assert one.towards(other, 1.0).unit == other.unit
    assert one.project(np.zeros((1, 3)))[0] == pytest.approx(one.centre)
