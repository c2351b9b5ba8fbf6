"""The tangent plane from near: the step lies on it, and its rise is the sum of both rises; faults are caught."""

from dataclasses import replace

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from mathora.stage.figures.surface.tangent_piece import FINE, ON_PLANE, SUM
from tests.scenes.theatre import ASPECTS, all_hold, drawn, on_stage, outside, seen_of, unreadable

HEAD = """
  - id: near
    title: Near
    scene: TangentPlane
    with: {function: L, at: {w_1: 1, w_2: 1}, by: {w_1: 0.8, w_2: 0.3}}
    steps:
"""
SURFACE = "      - {do: surface, say: a}\n"
ZOOM = "      - {do: zoom, say: b}\n"
EDGES = "      - {do: edges, say: c}\n"
TOTAL = "      - {do: total, say: d}\n"


@pytest.mark.parametrize("steps", [SURFACE + ZOOM + EDGES + TOTAL, TOTAL], ids=["all", "last"])
def test_both_rises_are_the_rise_of_the_step(steps):
    with on_stage(HEAD + steps) as scene:
        near = scene.near
        assert near.rises == pytest.approx([2 * 0.8, 6 * 0.3])
        assert near.corner(2)[2] == pytest.approx(4 + 1.6 + 1.8)
        assert [one[1].wording for one in scene.numbers] == ["1.6", "1.8"]
        assert all_hold(scene)


def test_a_step_that_needs_the_plane_goes_near_in_sight():
    with on_stage(HEAD + SURFACE + TOTAL, play=False) as scene:
        scene.perform(0)
        opacities = seen_of(scene, lambda: scene.near.opacity)
        drawn(scene, 1)
        assert any(0 < one < 0.5 for one in opacities)
        assert scene.far.picture not in scene.mobjects


def test_the_step_carries_its_name():
    named = TOTAL.replace("say", "with: {name: w_1}, say")
    with on_stage(HEAD + named) as scene:
        middle = (scene.near.corner(0) + scene.near.corner(2)) / 2
        name, (line,) = scene.numbers[-1], scene.near.scene_points(middle)[None]
        assert name.get_bottom()[1] > line[1]
        assert abs(name.get_center()[0] - line[0]) < 1e-6


def test_the_ball_keeps_its_size_when_the_camera_goes_near():
    """It filled the picture, and hid the surface that is to be seen flat."""
    with on_stage(HEAD + SURFACE) as scene:
        before, camera = scene.far._ball(), scene.far.present()
        scene.far.stand(replace(camera, scale=40 * camera.scale))
        assert scene.far._ball().radius * scene.far.present().scale < 4 * before.radius * camera.scale


def test_the_plane_is_laid_on_a_surface_that_is_seen_to_become_flat():
    """Its net is on the surface all the way, and the plane comes when its lines are all but straight."""
    with on_stage(HEAD + SURFACE + ZOOM, play=False) as scene:
        drawn(scene, 0)
        near, far, bent = scene.near, scene.far, []

        def watched():
            lines = [one for one in far.view().curves if len(one.points) == FINE]
            if lines and near.opacity.get_value() == 0:
                seen = np.array([far.scene_points(one.points)[:, :2] for one in lines])
                middle, ends = seen[:, FINE // 2], (seen[:, 0] + seen[:, -1]) / 2
                sizes = np.linalg.norm(seen[:, -1] - seen[:, 0], axis=1)
                bent.append(float((np.linalg.norm(middle - ends, axis=1) / sizes).min()))
                heights = [one.points[:, 0] ** 2 + 3 * one.points[:, 1] ** 2 - one.points[:, 2] for one in lines]
                return float(np.abs(heights).max())
            return 0.0

        scene.invariant("the net is on the surface", watched, 1e-9)
        drawn(scene, 1)
        assert len(bent) > 10
        assert min(bent) < 0.05
        assert scene.net.get_value() == 0


def test_the_piece_lies_at_the_point_of_the_surface_all_the_way():
    """The surface became a plain rectangle, and another object with a ball of its own came over it."""
    with on_stage(HEAD + SURFACE + ZOOM, play=False) as scene:
        drawn(scene, 0)
        near, far, whole, apart = scene.near, scene.far, scene.far.present().scale, []

        def watched():
            if far.picture in scene.mobjects and far.present().scale > 1.01 * whole:
                ends = (one.scene_points(near.corner(0))[:2] for one in (near, far))
                apart.append(float(np.linalg.norm(np.subtract(*ends))) if near.picture in scene.mobjects else np.inf)
            return 0.0

        scene.invariant("watched", watched, 1)
        drawn(scene, 1)
        assert far.present().scale > 2 * whole
        assert max(apart) < 0.02


def test_downhill_parts_lead_down():
    with on_stage(HEAD.replace("w_1: 0.8", "w_1: -0.8") + TOTAL) as scene:
        low, high = scene.near.foot(0)
        assert (low[2], high[2]) == (pytest.approx(4), pytest.approx(2.4))
        assert all_hold(scene)


def test_the_first_rise_comes_to_stand_under_the_second_one():
    with on_stage(HEAD + EDGES + TOTAL) as scene:
        first, second = scene.numbers
        assert first.get_center()[1] < second.get_center()[1]
        assert abs(first.get_center()[0] - second.get_center()[0]) < 0.2


@pytest.mark.parametrize("by", ["0.8, w_2: -0.3", "-0.8, w_2: 0.3", "-0.8, w_2: -0.3", "0.3, w_2: -0.1"])
def test_numbers_of_parts_that_lead_down_can_be_read(by):
    """They stood on one another, and on the plane without contrast, where one part led up and the other down."""
    assert unreadable(HEAD.replace("0.8, w_2: 0.3", by) + EDGES + TOTAL) == []


def test_a_rise_that_leads_back_stands_beside_the_other():
    with on_stage(HEAD.replace("w_2: 0.3", "w_2: -0.3") + TOTAL) as scene:
        second, first = scene.near._rise(1), scene.near._stack()
        assert np.linalg.norm((second.points - first.points)[:, :2], axis=1).min() > 0


def test_each_part_may_start_at_a_word():
    with on_stage(HEAD + EDGES, play=False) as scene:
        drawn(scene, 0)
        assert [*scene.move_names.values()] == ["first", "second"]


@pytest.mark.parametrize("claim", [ON_PLANE, SUM])
def test_a_plane_that_rises_otherwise_than_what_is_drawn_is_seen(claim, monkeypatch):
    """The planted fault: the step ends above the plane; or one rise is drawn half as long."""
    with on_stage(HEAD + EDGES + TOTAL) as scene:
        near = scene.near
        if claim == ON_PLANE:
            corner = near.corner
            monkeypatch.setattr(near, "corner", lambda parts: corner(parts) + np.array([0, 0, 0.1 * parts]))
        else:
            low, high = near.foot(1)
            foot = near.foot
            monkeypatch.setattr(near, "foot", lambda axis: (low, (low + high) / 2) if axis else foot(axis))
        with pytest.raises(InvariantViolated, match=claim):
            scene.invariants.measure(0, drawn=False)


@pytest.mark.parametrize("aspect", ASPECTS)
def test_nothing_leaves_the_frame(aspect):
    with on_stage(HEAD + SURFACE + ZOOM + EDGES + TOTAL, aspect) as scene:
        assert outside(scene) == []


@pytest.mark.parametrize("at", ["{w_1: 0, w_2: 0}", "{w_1: 9, w_2: 1}"], ids=["level", "off the map"])
def test_a_place_without_a_slope_or_off_the_map_is_a_fault(at):
    with pytest.raises(Faulty), on_stage(HEAD.replace("{w_1: 1, w_2: 1}", at) + TOTAL):
        pass


def test_the_numbers_of_rises_that_cancel_stand_apart():
    with on_stage((HEAD + TOTAL).replace("w_2: 0.3", "w_2: -0.26666666666666666")) as scene:
        one, other = scene.numbers
        assert scene.near.rises.sum() == pytest.approx(0)
        assert np.linalg.norm(one.get_center() - other.get_center()) > 0.4


@pytest.mark.parametrize(
    ("steps", "told"),
    [(TOTAL + EDGES, 2), (EDGES + EDGES, 2), (TOTAL + TOTAL, 2), (TOTAL + ZOOM, 0), (TOTAL + SURFACE + ZOOM, 0)],
)
def test_a_step_is_gone_anew_after_it_was_gone(steps, told):
    with on_stage(HEAD + steps) as scene:
        near = scene.near
        numbers = [one for one in scene.mobjects if any(one is number for number in scene.numbers)]
        assert len(scene.numbers) == len(numbers) == told
        assert [one.get_value() for one in near.walked] == [told / 2] * 2
        assert all_hold(scene)


def test_numbers_of_a_step_backwards_do_not_touch():
    back = HEAD.replace("by: {w_1: 0.8, w_2: 0.3}", "by: {w_1: -0.3, w_2: 0.15}")
    assert not [one for one in unreadable(back + EDGES) if one.rule == "texts-overlap"]
