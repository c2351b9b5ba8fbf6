"""The tangent plane from near: the step lies on it, and its rise is the sum of both rises; faults are caught."""

from itertools import pairwise

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from mathora.stage.figures.surface.magnified import FINE
from mathora.stage.figures.surface.tangent_piece import ON_PLANE, ON_SURFACE, SUM
from tests.scenes.theatre import ASPECTS, HEADER, all_hold, drawn, on_stage, outside, seen_of, unreadable

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
CUT = "      - {do: cut, with: {along: G, span: [-0.6, 0.6]}, say: f}\n"
BEND = "      - {do: bend, say: e}\n"


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


def test_the_step_itself_is_level_and_carries_its_name_where_the_plane_is_not():
    """On the plane it would be read as long as the way there."""
    named = TOTAL.replace("say", "with: {name: w_1}, say")
    with on_stage(HEAD + named) as scene:
        level = scene.near._level_step().points
        assert np.ptp(level[:, 2]) == 0
        assert np.linalg.norm(level[-1] - level[0]) == pytest.approx(np.linalg.norm(scene.near.by))
        assert scene.numbers[-1].get_top()[1] < scene.near.scene_points(level)[:, 1].max()


def test_the_ball_keeps_its_size_when_the_camera_goes_near():
    """It filled the picture, and hid the surface that is to be seen flat."""
    with on_stage(HEAD + SURFACE) as scene:
        before, lens = scene.far._ball(), scene.lens
        lens.stand(scene.near.home)
        lens.opacity.set_value(1)
        assert lens._ball().radius * lens.present().scale < 2 * before.radius * scene.far.present().scale


def _zoomed(scene):
    """What is seen of the surface through the lens, while it closes in: (share, view) of each frame."""
    seen = []

    def watched():
        if scene.lens.picture in scene.mobjects:
            seen.append((scene.lens.closeness.get_value(), scene.lens.view()))
        return 0.0

    drawn(scene, 0)
    scene.invariant("watched", watched, 1)
    drawn(scene, 1)
    return seen


def test_the_lens_begins_with_the_whole_surface_and_ends_on_the_piece_under_the_step():
    """The surface was cut off at the picture's edges, and another object with a ball of its own came over it."""
    with on_stage(HEAD + SURFACE + ZOOM, play=False) as scene:
        (_, first), *_, (_, last) = _zoomed(scene)
        assert first.box == scene.far.view().box
        for axis in (0, 1):
            assert last.box.low[axis] == pytest.approx(scene.near.box.low[axis])
            assert last.box.high[axis] == pytest.approx(scene.near.box.high[axis])


def test_what_is_seen_through_the_lens_never_jumps():
    with on_stage(HEAD + SURFACE + ZOOM, play=False) as scene:
        widths = [view.box.high[0] - view.box.low[0] for _, view in _zoomed(scene)]
        steps = [after / one for one, after in pairwise(widths)]
        assert len(steps) > 10
        assert all(one <= 1 for one in steps)
        assert min(steps) > 0.7


def test_the_net_lies_on_the_surface_and_becomes_straighter():
    with on_stage(HEAD + SURFACE + ZOOM, play=False) as scene:
        bent = []
        for share, view in _zoomed(scene):
            lines = [one.points for one in view.curves if len(one.points) == FINE]
            heights = [x**2 + 3 * y**2 - z for x, y, z in (one.T for one in lines)]
            assert all(np.abs(one).max() < 1e-9 for one in heights)
            if share in (0.0, 1.0) and lines:
                seen = [view.scene_point(one)[:, :2] for one in lines]
                long = max(seen, key=lambda one: np.linalg.norm(one[-1] - one[0]))
                middle = (long[0] + long[-1]) / 2
                bent.append(np.linalg.norm(long[FINE // 2] - middle) / np.linalg.norm(long[-1] - long[0]))
        assert bent[-1] < 0.05 < bent[0] / 2


@pytest.mark.parametrize("by", ["{w_1: 0.5, w_2: -0.5}", "{w_1: 0.3, w_2: -0.1}", "{w_1: -0.6, w_2: 0.2}"])
def test_the_numbers_of_the_gaps_keep_off_those_of_the_rises_and_off_each_other(by):
    with on_stage(HEAD.replace("{w_1: 0.8, w_2: 0.3}", by) + BEND) as scene:
        boxes = [(one.get_center()[:2], np.array([one[1].width, one[1].height]) / 2) for one in scene.numbers]
        assert len(boxes) == 4
        for number, (at, half) in enumerate(boxes[2:], 2):
            assert all((abs(at - by) > half + wide).any() for by, wide in boxes[:number])


def test_over_the_step_the_surface_bends_away_and_half_way_a_quarter_as_far():
    with on_stage(HEAD + TOTAL + BEND) as scene:
        (low, high), (half_low, half_high) = (scene.near.gap_at(share) for share in (1.0, 0.5))
        assert high[2] == pytest.approx(1.8**2 + 3 * 1.3**2)
        assert half_high[2] - half_low[2] == pytest.approx((high[2] - low[2]) / 4)
        assert [one[1].wording for one in scene.numbers] == ["1.6", "1.8", "0.91", "0.2275"]
        assert all_hold(scene)


def test_numbers_of_gaps_can_be_read():
    assert unreadable(HEAD + EDGES + TOTAL + BEND) == []


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


@pytest.mark.parametrize("claim", [ON_PLANE, ON_SURFACE, SUM])
def test_a_plane_that_rises_otherwise_than_what_is_drawn_is_seen(claim, monkeypatch):
    """The planted fault: the step ends above the plane, the gap above the surface; or a rise is drawn half as long."""
    with on_stage(HEAD + EDGES + TOTAL + BEND) as scene:
        near = scene.near
        if claim == ON_PLANE:
            corner = near.corner
            monkeypatch.setattr(near, "corner", lambda parts: corner(parts) + np.array([0, 0, 0.1 * parts]))
        elif claim == ON_SURFACE:
            gap = near.gap_at
            monkeypatch.setattr(near, "gap_at", lambda share: (gap(share)[0], gap(share)[1] + np.array([0, 0, 0.1])))
        else:
            low, high = near.foot(1)
            foot = near.foot
            monkeypatch.setattr(near, "foot", lambda axis: (low, (low + high) / 2) if axis else foot(axis))
        with pytest.raises(InvariantViolated, match=claim):
            scene.invariants.measure(0, drawn=False)


@pytest.mark.parametrize("aspect", ASPECTS)
def test_nothing_leaves_the_frame(aspect):
    with on_stage(HEAD + SURFACE + ZOOM + EDGES + TOTAL + BEND, aspect) as scene:
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
    [
        (TOTAL + EDGES, 2),
        (EDGES + EDGES, 2),
        (TOTAL + TOTAL, 2),
        (BEND + TOTAL, 4),
        (TOTAL + ZOOM, 0),
        (TOTAL + SURFACE + ZOOM, 0),
    ],
)
def test_a_step_is_gone_anew_after_it_was_gone(steps, told):
    with on_stage(HEAD + steps) as scene:
        near = scene.near
        numbers = [one for one in scene.mobjects if any(one is number for number in scene.numbers)]
        assert len(scene.numbers) == len(numbers) == told
        assert [one.get_value() for one in near.walked] == [min(told / 2, 1)] * 2
        assert all_hold(scene)


def test_numbers_of_a_step_backwards_do_not_touch():
    back = HEAD.replace("by: {w_1: 0.8, w_2: 0.3}", "by: {w_1: -0.3, w_2: 0.15}")
    assert not [one for one in unreadable(back + EDGES) if one.rule == "texts-overlap"]


@pytest.mark.parametrize("at", ["w_1: 1, w_2: 1", "w_1: -1.5, w_2: 0.2", "w_1: 1.9, w_2: -1.9"])
def test_the_plane_that_is_laid_on_the_surface_touches_it_and_stays_in_its_box(at):
    with on_stage(HEAD.replace("w_1: 1, w_2: 1", at) + SURFACE) as scene:
        scene.sheet.stand(1)
        corners, box = scene.sheet._corners(), scene.lens.box
        assert (corners >= np.array(box.low) - 1e-9).all()
        assert (corners <= np.array(box.high) + 1e-9).all()
        touching = scene.sheet._tangent(0).points
        x, y, z = touching.T
        off = x**2 + 3 * y**2 - z
        assert off.min() == pytest.approx(0, abs=0.01)
        assert (off > -1e-9).all()  # a valley lies above its tangent plane


def test_the_zoom_keeps_the_plane_and_its_tangents_in_sight():
    with on_stage(HEAD + SURFACE + ZOOM, play=False) as scene:
        seen = _zoomed(scene)
        laid = [view for _, view in seen if view.sheets and scene.lens.closeness.get_value() > 0]
        assert len(laid) > len(seen) / 2


CUTTING = HEADER.replace("  t: ", "  G(x): L(1 + 0.8 x, 1 + 0.6 x)\n  t: ")
ALONG = HEAD.replace("w_2: 0.3", "w_2: 0.6") + TOTAL + CUT


def test_a_cut_along_the_step_ends_as_its_curve_on_axes():
    with on_stage(ALONG, header=CUTTING) as scene:
        assert scene.lens.picture not in scene.mobjects
        assert scene.slicing.off_surface() < 1e-9
        assert all_hold(scene)


def test_a_function_that_is_not_the_surface_along_the_step_is_seen():
    wrong = ALONG.replace("along: G", "along: Q")
    with pytest.raises(Faulty, match=r"along: found .*, where L is"), on_stage(wrong, header=CUTTING):
        pass


def test_a_cut_that_leaves_its_surface_is_caught():
    with on_stage(ALONG, header=CUTTING) as scene:
        scene.slicing.along = lambda gone: gone
        assert scene.slicing.off_surface() > 1e-6


@pytest.mark.parametrize("then", [SURFACE, ZOOM, EDGES, CUT])
def test_after_a_cut_its_axes_leave(then):
    with on_stage(ALONG + then, header=CUTTING) as scene:
        assert sum(one in scene.mobjects for one in scene.graph) == (len(scene.graph) if then is CUT else 0)
        assert all_hold(scene)


@pytest.mark.parametrize("aspect", ASPECTS)
def test_a_cut_stays_in_the_frame(aspect):
    with on_stage(ALONG, aspect, header=CUTTING) as scene:
        assert outside(scene) == []
