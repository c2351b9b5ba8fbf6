"""Level sets: arrows perpendicular on screen and as long as the slope, measured on what is drawn; faults are caught."""

from functools import partial

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from mathora.stage.figures.surface.travelling_gradient import TravellingGradient
from mathora.stage.map.contour_plot import ContourPlot
from mathora.stage.map.marks import in_the_way
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.space.contours import cosine, slant
from mathora.stage.text.formula_mobject import FormulaMobject
from mathora.stage.text.value_label import ValueLabel
from tests.scenes import theatre
from tests.scenes.theatre import ASPECTS, all_hold, drawn, proven_section, seen_of, unreadable

on_stage = partial(theatre.on_stage, rate=5)
"""Frames of a surface and of contours take long."""

HEAD = """
  - id: levels
    title: Level sets
    scene: ContourMap
    with: {function: L, at: {w_1: 1, w_2: 1}, heights: [1, 4, 7, 10]}
    steps:
"""
SURFACE = "      - {do: surface, say: a}\n"
LEVEL = "      - {do: level, with: {height: 4}, say: b}\n"
LEVELS = "      - {do: levels, say: c}\n"
MAP = "      - {do: map, say: d}\n"
WALK = "      - {do: walk, say: e}\n"
ARROW = "      - {do: arrow, with: {at: {w_1: 1, w_2: 1}}, say: f}\n"
NAMED = ARROW.replace("w_2: 1}}", "w_2: 1}, tangent_name: t}")
ARROWS = "      - {do: arrows, say: g}\n"
RELEASE = "      - {do: release, say: h}\n"
WHOLE = HEAD + SURFACE + LEVEL + LEVELS + MAP + WALK + ARROW + ARROWS
PERPENDICULAR = "the gradient is perpendicular to its level set on screen"


@pytest.fixture(scope="module")
def whole():
    """The scene after all of its steps, for tests that look and change nothing."""
    with on_stage(WHOLE) as scene:
        yield scene


def test_an_arrow_that_needs_the_map_goes_there_in_sight():
    with on_stage(HEAD + SURFACE + ARROW, play=False) as scene:
        scene.perform(0)
        opacities = seen_of(scene, lambda: scene.figure.opacity)
        drawn(scene, 1)
        assert any(0 < one < 1 for one in opacities)


@pytest.mark.parametrize(("height", "through"), [(4, 1), (7, 0)])
def test_a_ball_stands_at_the_point_whose_level_is_cut_and_falls_with_its_ring(height, through):
    with on_stage(HEAD + SURFACE + LEVEL.replace("4", str(height))) as scene:
        figure = scene.figure
        assert (figure.ball_seen.get_value(), figure.ball_fallen.get_value()) == (through, through)
        places = [ball.at[2] for ball in figure.view().balls]
        assert places == pytest.approx([4, figure.box.low[2]] if through else [])


def test_a_value_stands_once_on_its_ring():
    with on_stage(HEAD + LEVELS + LEVEL + LEVEL) as scene:
        parts = [one.get_center() for one in scene.get_mobject_family_members() if one.has_points()]
        once, again = (
            sum(bool(np.allclose(part, scene.below.values[height].get_center(), atol=0.05)) for part in parts)
            for height in (7, 4)
        )
        assert once == again > 0


def test_the_drawn_arrow_at_one_one_is_two_six():
    with on_stage(HEAD + MAP + ARROW) as scene:
        arrow, _ = scene.below.field[0]
        drawn_slope = arrow.vector[:2] / scene.below.board.units() / scene.below.board.arrow_scale
        assert drawn_slope == pytest.approx((2, 6))


def test_a_gradient_of_zero_is_a_dot_with_its_name_and_gives_way_to_the_field():
    level = ARROW.replace("w_1: 1, w_2: 1", "w_1: 0, w_2: 0")
    with on_stage(HEAD + MAP + level) as scene:
        point, name = scene.below.marks
        assert scene.below.field == []
        assert np.allclose(scene.below.board.model_of(point.get_center()), (0, 0), atol=1e-9)
        assert 0 < np.linalg.norm(name.get_center() - point.get_center()) < 0.8
    with on_stage(HEAD + MAP + level + WALK, play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        scene.below.marks[0].shift(np.array([0.1, 0, 0]))
        with pytest.raises(InvariantViolated, match="a gradient of zero"):
            drawn(scene, 2)
    with on_stage(HEAD + MAP + level + ARROWS) as scene:
        assert len(scene.below.field) > 8


def test_arrow_and_tangent_carry_their_names_on_their_own_lines():
    with on_stage(HEAD + MAP + NAMED) as scene:
        arrow, _ = scene.below.field[0]
        tangent, _, gradient_name, tangent_name = scene.below.marks
        assert cosine(gradient_name.get_center() - arrow.tail, arrow.vector) == pytest.approx(1)
        assert abs(cosine(tangent_name.get_center() - arrow.tail, tangent.points[-1] - tangent.points[0])) > 0.999


def test_names_and_marks_leave_before_the_field_of_arrows_comes():
    with on_stage(HEAD + MAP + NAMED + ARROWS) as scene:
        assert not scene.below.marks
        assert not any(isinstance(one, FormulaMobject) for one in scene.mobjects)


def test_every_drawn_arrow_is_perpendicular_to_its_drawn_ring(whole):
    assert len(whole.below.field) > 12
    for arrow, ring in whole.below.field:
        assert abs(slant(arrow.vector, ring, arrow.tail)) < 2e-3


def test_arrows_are_as_long_as_the_slope_is_steep(whole):
    for arrow, _ in whole.below.field:
        foot = np.array(whole.below.board.model_of(arrow.tail))
        length = np.linalg.norm(arrow.vector) / whole.below.board.units()[0]
        steepness = np.linalg.norm(whole.below.board.gradient_at(foot))
        assert length / steepness == pytest.approx(whole.below.board.arrow_scale)


def test_arrows_stay_between_the_title_and_the_captions(whole):
    for arrow, _ in whole.below.field:
        assert whole.layout.caption.top < arrow.tip[1] < whole.layout.title.bottom


def test_arrows_point_uphill(whole):
    for arrow, ring in whole.below.field:
        assert whole.function.value(*whole.below.board.model_of(arrow.tip)) > ring.level


def test_the_flat_map_lies_just_where_the_floor_was_seen_from_above():
    with on_stage(HEAD + SURFACE + LEVELS + MAP) as scene:
        for x, y in ((-2, -2), (1, 1), (2, -1)):
            floor = scene.figure.scene_points(np.array([x, y, scene.figure.box.low[2]]))
            assert scene.below.board.point(x, y) == pytest.approx(floor)


def test_rings_lie_on_their_heights_and_their_copies_on_the_floor():
    with on_stage(HEAD + SURFACE + LEVEL) as scene:
        above, below = (curve.points for curve in scene.figure.view().curves)
        assert scene.function.value(above[:, 0], above[:, 1]) == pytest.approx(4)
        assert (above[:, 2] == 4).all()
        assert (above[:, :2] == below[:, :2]).all()
        assert below[:, 2] == pytest.approx(scene.figure.box.low[2])


def test_a_level_plane_comes_down_to_the_height_and_leaves():
    with on_stage(HEAD + SURFACE + LEVEL, play=False) as scene:
        scene.perform(0)
        planes = []
        scene.figure.exhibit(
            lambda: planes.append((scene.figure.plane_at.get_value(), scene.figure.plane_seen.get_value()))
        )
        scene.invariant("look", lambda: len(scene.figure.view().curves) * 0, 1)
        drawn(scene, 1)
        seen = [at for at, opacity in planes if opacity == 1]
        assert seen[0] > 15
        assert seen[-1] == pytest.approx(4)
        assert planes[-1][1] == 0


def test_the_ball_rolls_to_the_bottom_on_both():
    with on_stage(HEAD + MAP + RELEASE) as scene:
        (ball,) = scene.figure.view().balls
        assert ball.at == pytest.approx((0, 0, 0), abs=0.03)


def test_surface_and_map_have_the_room_that_the_formula_beside_them_leaves():
    with on_stage(HEAD + MAP + RELEASE.rstrip("\n}") + ", show: -\\nabla L}\n", play=False) as scene:
        drawn(scene, 0)
        before = scene.layout.figure
        drawn(scene, 1)
        (formula,), figure = scene.panel, scene.layout.figure
        assert before.right + 1 < figure.right < formula.get_left()[0]
        assert scene.layout.panel.holds(formula)


def test_it_starts_along_the_drawn_opposite_of_the_gradient():
    with on_stage(HEAD + MAP + RELEASE) as scene:
        slope = scene.below.downhill.vector[:2] / scene.below.board.units() / scene.below.board.arrow_scale
        assert slope == pytest.approx((-2, -6))


def test_the_ball_rolls_along_minus_the_gradient():
    with on_stage(HEAD + MAP + RELEASE) as scene:
        path = scene.below.path[:400:20]
        for here, onward in zip(path, scene.below.path[1:401:20], strict=True):
            way, slope = onward - here, scene.below.board.gradient_at(here)
            assert way @ slope / np.linalg.norm(way) / np.linalg.norm(slope) == pytest.approx(-1, abs=1e-3)


def test_unequal_axes_are_caught():
    with on_stage(WHOLE, play=False) as scene:
        for index in range(5):
            scene.perform(index)
        scene.below.board.stretch(1.02, 0)
        with pytest.raises(InvariantViolated, match="equal units"):
            drawn(scene, 5)


def test_a_wrong_gradient_is_caught():
    with on_stage(WHOLE, play=False) as scene:
        for index in range(4):
            scene.perform(index)
        scene.below.board.gradient_at = lambda place: np.array([2 * place[0], 5 * place[1]])
        with pytest.raises(InvariantViolated, match=PERPENDICULAR):
            drawn(scene, 5)


def test_an_arrow_that_turns_is_caught():
    with on_stage(WHOLE, play=False) as scene:
        for index in range(6):
            scene.perform(index)
        scene.below.field[0][0].rotate(0.01)
        with pytest.raises(InvariantViolated, match=PERPENDICULAR):
            drawn(scene, 6)


def test_a_walk_that_leaves_its_level_is_caught():
    with on_stage(WHOLE, play=False) as scene:
        for index in range(4):
            scene.perform(index)
        honest = scene.below.board.route
        scene.below.board.route = lambda start: honest(start) * np.linspace(1, 1.01, 600)[:, None]
        with pytest.raises(InvariantViolated, match="stays on its level"):
            drawn(scene, 4)


@pytest.mark.parametrize("first", [LEVEL, LEVELS, MAP, WALK, ARROW, ARROWS, RELEASE])
def test_any_action_may_come_first(first):
    with on_stage(HEAD + first) as scene:
        assert scene.below.board is not None or scene.figure.picture in scene.mobjects


@pytest.mark.parametrize("scale", ["10^9", "10^{-9}"])
def test_a_walk_stays_on_its_level_at_any_scale(scale):
    header = theatre.HEADER.replace("colors:", f"  Z(w_1, w_2): {scale} (w_1^2 + 3 w_2^2)\ncolors:")
    huge = HEAD.replace("function: L", "function: Z").replace(", heights: [1, 4, 7, 10]", "")
    with on_stage(huge + WALK, header=header) as scene:
        assert all_hold(scene)


@pytest.mark.parametrize("told", [MAP, RELEASE, MAP + WALK + ARROW, ARROWS, RELEASE + MAP])
@pytest.mark.parametrize("then", [SURFACE, LEVEL, LEVELS])
def test_after_the_map_the_surface_stands_alone_again_with_its_rings(told, then):
    with on_stage(HEAD + told + then) as scene:
        figure, standing = scene.figure, scene.get_mobject_family_members()
        assert scene.below.board is None
        assert figure.picture in scene.mobjects
        assert all(one.get_value() == 1 for one in (*figure.lit.values(), *figure.fallen.values()))
        assert all(one in standing for one in scene.below.values.values())
        assert not any(isinstance(one, ContourPlot | ArrowMobject) for one in standing)
        assert all_hold(scene)


@pytest.mark.parametrize("before", [MAP, RELEASE, RELEASE + SURFACE])
def test_there_is_one_map_however_often_it_is_asked_for(before):
    with on_stage(HEAD + before + MAP) as scene:
        assert sum(isinstance(one, ContourPlot) for one in scene.get_mobject_family_members()) == 1
        assert scene.figure.picture not in scene.mobjects
        assert scene.below.board.frame.get_center() == pytest.approx(scene.layout.figure.centre, abs=0.6)


def test_a_height_that_was_not_listed_may_be_shown_if_the_steps_stay_equal():
    with on_stage(HEAD + SURFACE + "      - {do: level, with: {height: 13}, say: b}\n" + LEVELS) as scene:
        assert scene.figure.marked == (1, 4, 7, 10, 13)
        assert set(scene.below.values) == {1, 4, 7, 10, 13}


def test_one_between_the_listed_heights_is_the_authors_fault():
    """Rings that crowd would say that the ground is steep."""
    one_more = "      - {do: level, with: {height: 6}, say: b}\n"
    with pytest.raises(Faulty, match="found 6, which makes the heights 1, 4, 6, 7, 10, with unequal steps"):
        proven_section(HEAD + SURFACE + one_more)


@pytest.mark.parametrize(("more", "rings"), [("", (3, 5, 7, 9, 11)), ("6", (3, 6, 9, 12))])
def test_without_listed_heights_the_rings_go_through_those_that_are_asked_for(more, rings):
    asked = [f"      - {{do: level, with: {{height: {height}}}, say: b}}\n" for height in ("3", more) if height]
    with on_stage(HEAD.replace(", heights: [1, 4, 7, 10]", "") + SURFACE + "".join(asked) + LEVELS) as scene:
        assert scene.figure.marked == rings


def test_without_heights_round_ones_are_chosen_with_equal_steps():
    with on_stage(HEAD.replace(", heights: [1, 4, 7, 10]", "") + SURFACE) as scene:
        assert scene.figure.marked == (2, 4, 6, 8, 10, 12)


def test_heights_with_unequal_steps_are_the_authors_fault():
    with pytest.raises(Faulty, match="heights: found 1, 2, 4, 7, 11, with unequal steps"):
        proven_section(HEAD.replace("[1, 4, 7, 10]", "[1, 2, 4, 7, 11]") + SURFACE)


def test_a_value_on_a_ring_is_its_height_to_the_last_digit():
    with on_stage(HEAD.replace("[1, 4, 7, 10]", "[1.0001, 4.4, 7.7999]") + SURFACE + LEVELS) as scene:
        shown = {height: float(label[1].wording) for height, label in scene.below.values.items()}
        assert shown == {1.0001: 1.0001, 4.4: 4.4, 7.7999: 7.7999}


def test_skipped_steps_leave_the_same_view_as_drawn_ones():
    section = HEAD + SURFACE + LEVEL + LEVELS
    with on_stage(section) as skipped, on_stage(section, play=False) as played:
        for index in range(3):
            drawn(played, index)
        assert skipped.figure.picture.look() == played.figure.picture.look()


@pytest.mark.parametrize("aspect", ASPECTS)
def test_the_map_and_its_values_stay_inside_the_frame_and_off_the_captions(aspect):
    with on_stage(WHOLE, aspect) as scene:
        for part in [*scene.below.board.rings.values(), *scene.below.board.names, *scene.below.values.values()]:
            assert scene.layout.frame.holds(part)
            assert part.get_bottom()[1] > scene.layout.caption.top - 0.05


def test_there_is_one_pair_of_axes_on_every_frame_of_the_tilt():
    with on_stage(HEAD + SURFACE + LEVELS + MAP, play=False) as scene:
        scene.perform(0)
        scene.perform(1)

        def both():
            board = scene.below.board is not None and scene.below.board in scene.mobjects
            return float(board and scene.figure.picture in scene.mobjects and scene.figure.furniture.get_value() > 0)

        scene.invariant("one pair of axes", both, 0.5)
        drawn(scene, 2)


@pytest.mark.parametrize("aspect", ASPECTS)
def test_the_reading_of_the_walk_is_clear_of_the_axes_names(aspect):
    with on_stage(HEAD + MAP + WALK, aspect, play=False) as scene:
        scene.perform(0)
        least = []

        def apart():
            for one in scene.mobjects:
                if isinstance(one, ValueLabel):
                    for name in scene.below.board.names:
                        gap = np.abs(one.get_center() - name.get_center())[:2]
                        half = np.array([one.width + name.width, one.height + name.height]) / 2
                        least.append(float((gap - half).max()))
            return 0.0

        scene.invariant("look", apart, 1)
        drawn(scene, 1)
        assert min(least) > 0.1


def test_a_single_arrow_is_long_enough_to_be_seen_and_shrinks_for_those_that_come():
    """Its scale was that of the whole field, so that a gentle slope was hardly an arrow."""
    gentle = ARROW.replace("w_1: 1, w_2: 1", "w_1: 0.5, w_2: 0.1")
    with on_stage(HEAD + MAP + gentle + ARROW + ARROWS, play=False) as scene:
        lengths = []
        for index in range(4):
            drawn(scene, index)
            below = scene.below
            lengths.append([np.linalg.norm(arrow.vector) / below.board.width for arrow, _ in below.field])
            for arrow, _ in below.field:
                slope = below.board.gradient_at(np.array(below.board.model_of(arrow.tail)))
                assert arrow.vector[:2] / below.board.units() == pytest.approx(
                    below.board.arrow_scale * slope, rel=1e-3
                )
        assert lengths[1][0] > 0.12
        assert lengths[2][0] < lengths[2][1]
        assert below.board.arrow_scale == below.board.field_scale


def test_a_close_look_at_a_place_of_an_axis_can_be_read():
    """The axis ran through the point, and its numbers under the arrow's name."""
    near = HEAD.replace("w_1: 1, w_2: 1", "w_1: 0, w_2: 1")
    assert unreadable(near + MAP + "      - {do: close_up, with: {at: {w_1: 0, w_2: 1}}, say: x}\n") == []


def test_the_scale_of_the_arrows_is_written_and_holds_for_all_of_them(whole):
    assert whole.below.key[1].wording == rf"{whole.below.board.arrow_scale}\nabla L"
    assert whole.below.key in whole.mobjects
    assert all(
        whole.below.board.frame.get_bottom()[1] <= arrow.tip[1] <= whole.below.board.frame.get_top()[1]
        for arrow, _ in whole.below.field
    )


def test_what_is_said_of_one_place_leaves_with_its_step():
    level = LEVEL.replace("say: b", "say: b, show: 'L(1, 1) = 4'")
    general = SURFACE.replace("say: a", "say: a, show: 'L(w_1, w_2) = w_1^2 + 3 w_2^2'")
    with on_stage(HEAD + level + LEVELS) as scene:
        assert not scene.panel
    with on_stage(HEAD + general + LEVELS) as scene:
        assert len(scene.panel) == 1


def test_long_values_make_way_for_the_arrow_the_tangent_and_their_names():
    far = "with: {function: S, at: {r: 1000001, s: 1000001}, span: [1000000, 1000002]}"
    head = HEAD.replace("with: {function: L, at: {w_1: 1, w_2: 1}, heights: [1, 4, 7, 10]}", far)
    arrow = ARROW.replace("{w_1: 1, w_2: 1}", "{r: 1000001, s: 1000001}")
    with on_stage(head + SURFACE + LEVELS + MAP + arrow) as scene:
        below = scene.below
        assert in_the_way(below.values, [below.field[0][0], *below.marks]) == []
        assert overlapping([*below.values.values(), *below.board.numbers, *below.board.names]) == []


def test_a_value_under_an_arrow_is_caught():
    """The planted fault: a value that is moved onto the arrow."""
    with on_stage(HEAD + SURFACE + LEVELS + MAP + ARROW) as scene:
        arrow, _ = scene.below.field[0]
        scene.below.values[4].clear_updaters().move_to(arrow.get_center())
        assert in_the_way(scene.below.values, [arrow]) == [4]


def overlapping(labels):
    """The pairs of labels whose boxes overlap."""
    half = [np.array([one.width, one.height]) / 2 for one in labels]
    return [
        (one, other)
        for one in range(len(labels))
        for other in range(one)
        if (np.abs((labels[one].get_center() - labels[other].get_center())[:2]) < half[one] + half[other]).all()
    ]


def test_from_near_the_shortest_way_to_the_next_line_is_across_and_the_map_comes_back():
    steps = HEAD + MAP + "      - {do: close_up, with: {at: {w_1: 1, w_2: 1}}, say: x}\n"
    with on_stage(steps + ARROW, play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        near = scene.below.close
        lengths = [np.linalg.norm(way.points[-1] - near.arrow.tail) for way in near.ways]
        assert np.linalg.norm(near.arrow.vector) < min(lengths)
        assert in_the_way({0: near.name}, [near.plot.rings[near.upper]]) == []
        assert len(near.values) == 3
        assert scene.below.board not in scene.mobjects
        scene.perform(2)
        assert scene.below.close is None
        assert near.plot not in scene.mobjects


@pytest.mark.parametrize(
    ("fault", "claim"),
    [
        (lambda near: near.ways[0].shift(np.array([0.1, 0.1, 0.0])), "every way ends on the next level set"),
        (lambda near: near.arrow.put(near.arrow.tail, near.arrow.tip + np.array([0.2, 0.0, 0.0])), "at a right angle"),
    ],
)
def test_a_way_that_misses_its_line_or_a_slanted_shortest_way_stops_the_render(fault, claim):
    steps = HEAD + MAP + "      - {do: close_up, with: {at: {w_1: 1, w_2: 1}}, say: x}\n      - {do: stay, say: y}\n"
    with on_stage(steps, play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        fault(scene.below.close)
        with pytest.raises(InvariantViolated, match=claim):
            scene.perform(2)


def test_near_a_curved_line_ways_on_one_side_alone_or_none_are_compared():
    """None stayed inside on both sides: the drawing failed."""
    curved = HEAD.replace("function: L", "function: G").replace("[1, 4, 7, 10]", "[-1, 0, 1]")
    steps = curved + MAP + "      - {do: close_up, with: {at: {w_1: 1, w_2: 1}}, say: x}\n"
    with on_stage(
        steps, header=theatre.HEADER.replace("model:\n", "model:\n  G(w_1, w_2): \\ln(w_1^2 + w_2^2)\n")
    ) as scene:
        assert scene.below.close.off_line() < 1e-2


@pytest.mark.parametrize(("before", "seen"), [("", 1.0), ("      - {do: stay, say: z, show: 2 = 2}\n", 0.0)])
def test_only_what_a_section_begins_with_stands_at_once(before, seen, monkeypatch):
    with on_stage(HEAD + before + SURFACE, play=False) as scene:
        found, play = [], scene.play
        furniture = scene.figure.furniture
        monkeypatch.setattr(
            scene, "play", lambda *moves, **rest: found.append(furniture.get_value()) or play(*moves, **rest)
        )
        for index in range(scene.length):
            found.clear()
            scene.perform(index)
        assert found[0] == seen


def test_a_value_that_would_touch_another_on_the_small_map_is_told_from_those_that_stay():
    with on_stage(HEAD + MAP) as scene:
        values = scene.below.values
        assert values.crowded() == []
        first, second = [*values.values()][:2]
        second.clear_updaters().move_to(first)
        assert values.crowded() == [second], "a planted fault is found"


def test_the_gradient_of_a_named_walk_goes_along_square_to_the_way_and_as_long_as_the_ground_is_steep():
    walk = WALK.replace("do: walk,", "do: walk, with: {tangent_name: t},")
    with on_stage(HEAD + MAP + walk, play=False) as scene:
        scene.perform(0)
        lengths, slants = [], []

        def look():
            if isinstance(along := scene.below.marks, TravellingGradient):
                lengths.append(np.linalg.norm(along.uphill.vector))
                slants.append(abs(along.off_square()))
            return 0.0

        scene.invariant("watched", look, 1)
        drawn(scene, 1)
        assert max(lengths) > 1.4 * min(lengths)
        assert max(slants) < 2e-2
        assert scene.below.marks.uphill in scene.below.marks.get_family()
        assert all_hold(scene)


def test_an_arrow_after_a_named_walk_takes_the_place_of_what_went_along():
    walk = WALK.replace("do: walk,", "do: walk, with: {tangent_name: t},")
    with on_stage(HEAD + MAP + walk + NAMED) as scene:
        assert not [one for one in scene.mobjects if isinstance(one, TravellingGradient)]
        assert len(scene.below.field) == 1
