"""Directions on a map: arrows that point as their formulas say, balls that follow them, readings of where they are."""

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage.invariants import InvariantViolated
from mathora.stage.plane.graph import along, half_of, meets
from tests.scenes.theatre import ASPECTS, all_hold, all_measured, drawn, on_stage, outside

SECTION = r"""
  - id: ways
    title: Ways
    scene: Directions
    with: {function: L, at: {w_1: 1, w_2: 1}, ways: [\nabla L, -\nabla L, t]}
    steps:
      - {do: arrows, say: a}
      - {do: roll, say: b}
"""


def test_every_arrow_points_as_its_formula_says_and_all_are_equally_long():
    with on_stage(SECTION) as scene:
        drawn = np.array([arrow.vector[:2] for arrow in scene.arrows])
        lengths = np.linalg.norm(drawn, axis=1)
        assert lengths == pytest.approx([lengths[0]] * 3)
        wanted = np.array([[2, 6], [-2, -6], [-6, 2]]) / np.sqrt(40)
        assert drawn / lengths[:, None] == pytest.approx(wanted)
        assert all_hold(scene)


def test_arrows_without_names_are_alike_until_the_balls_roll():
    bare = SECTION.replace("{do: arrows, say: a}", "{do: arrows, with: {named: false}, say: a}")
    with on_stage(bare, play=False) as scene:
        drawn(scene, 0)
        assert {arrow.get_fill_color().to_hex() for arrow in scene.arrows} == {scene.theme.foreground.upper()}
        assert [name.wording for name in scene.names] == ["A", "B", "C"]
        drawn(scene, 1)
        assert len({arrow.get_fill_color().to_hex() for arrow in scene.arrows}) > 1
        assert scene.names in scene.mobjects
        assert [[one.wording for one in name] for name, _ in scene.rolled.readings] == [
            ["A", r"\nabla L"],
            ["B", r"-\nabla L"],
            ["C", "t"],
        ]
        assert all_hold(scene)


def test_an_arrow_that_was_turned_is_seen():
    with on_stage(SECTION) as scene:
        scene.arrows[0].rotate(0.01)
        with pytest.raises(InvariantViolated, match="points the way of its formula"):
            scene.invariants.measure(0, drawn=False)


def test_balls_roll_equally_far_up_down_and_along_a_level():
    with on_stage(SECTION) as scene:
        ends = [scene.map.model_of(ball.get_center()) for ball in scene.rolled.balls]
        up, down, along = (float(scene.function.value(*end)) for end in ends)
        assert (up > 4 > down, along) == (True, pytest.approx(4, abs=1e-3))
        shown = [cell[1].number.spelled(cell[1].value()) for cell in scene.rolled.readings]
        assert [float(one) for one in shown] == [round(one, 2) for one in (up, down, along)]
        lengths = [np.linalg.norm(np.diff(route, axis=0), axis=1).sum() for route in scene.rolled.routes]
        assert lengths == pytest.approx([1, 1, 1], abs=2e-3)


def test_balls_that_go_straight_on_keep_the_way_in_which_they_set_out():
    straight = SECTION.replace("{do: roll, say: b}", "{do: roll, with: {far: 0.5, straight: true}, say: b}")
    with on_stage(straight) as scene:
        ends = np.array([scene.map.model_of(ball.get_center()) for ball in scene.rolled.balls])
        ways = np.array([[2, 6], [-2, -6], [-6, 2]]) / np.sqrt(40)
        assert ends == pytest.approx(1 + 0.5 * ways, abs=1e-3)
        assert scene.function.value(*ends[2]) > 4  # a straight way leaves the level set


def test_each_claim_is_measured_while_the_balls_roll():
    with on_stage(SECTION, play=False) as scene:
        drawn(scene, 0)
        drawn(scene, 1)
        assert all_measured(scene)
        scene.rolled.balls[0].shift(np.array([0.1, 0, 0]))
        assert scene.rolled.derailed() > 0.05


def test_balls_that_roll_again_take_the_place_of_the_first_ones():
    with on_stage(SECTION + "      - {do: roll, with: {far: 0.5}, say: c}\n") as scene:
        assert sum(len(one) == 3 and one[0] in scene.rolled.trails for one in scene.mobjects if len(one)) == 1
        assert all_hold(scene)


@pytest.mark.parametrize("aspect", ASPECTS)
def test_nothing_leaves_the_frame(aspect):
    with on_stage(SECTION, aspect) as scene:
        assert outside(scene) == []


def test_beside_a_question_both_have_their_place():
    beside = SECTION.replace("    scene: Directions\n", "    scene: Statement\n").replace(
        "    with:", "    with: {says: Go}\n    beside:\n      scene: Directions\n      with:"
    )
    beside = beside.replace("{do: arrows, say: a}", "{do: state, say: a, beside: {do: arrows}}").replace(
        "{do: roll, say: b}", "{do: stay, say: b, beside: {do: roll}}"
    )
    with on_stage(beside) as scene:
        assert outside(scene) == []


def test_what_is_no_direction_is_told_before_anything_is_drawn():
    with pytest.raises(Faulty, match="this is no vector of 2 components"), on_stage(SECTION.replace(", t]", ", w_1]")):
        pass


def test_a_map_that_is_alone_stands_in_the_middle_until_readings_come_beside_it():
    alone, beside = SECTION.replace("      - {do: roll, say: b}\n", ""), SECTION
    with on_stage(alone) as scene:
        assert scene.map.frame.get_center()[0] - scene.layout.figure.centre[0] == pytest.approx(
            scene.layout.to_middle - 0.175
        )
        assert scene.arrows[0].tail == pytest.approx(scene.map.place(scene.at))
    with on_stage(beside) as scene:
        assert scene.layout.figure.holds(scene.map.frame)
        assert scene.arrows[0].tail == pytest.approx(scene.map.place(scene.at))


@pytest.mark.parametrize("steps", [["arrows", "roll"], ["roll"], ["roll", "roll", "arrows"]])
def test_no_number_of_the_axes_stands_under_an_arrow_or_a_way_and_what_is_hollow_stays_so(steps):
    head = SECTION.partition("    steps:")[0].replace("{w_1: 1, w_2: 1}", "{w_1: 1, w_2: 0.5}")
    with on_stage(head + "    steps:\n" + "".join(f"      - {{do: {one}, say: a}}\n" for one in steps)) as scene:
        lines = [along(one.tail, one.tip) for one in scene.arrows]
        lines += map(scene.map.polyline_points, scene.rolled.routes)
        numbers = [*scene.map.numbers]
        assert numbers
        for line in lines:
            assert not any(meets(line[:, :2], one.get_center()[:2], half_of(one)) for one in numbers)
        assert scene.arrows[1].get_fill_opacity() == 0


def test_a_map_near_its_point_shows_so_far_around_it_and_longer_arrows():
    near = SECTION.replace("with: {", "with: {near: 0.5, ", 1).replace("b}", "b, with: {far: 0.3}}")
    with on_stage(SECTION) as far, on_stage(near) as scene:
        window = scene.map.x, scene.map.y
        assert [one.middle for one in window] == pytest.approx(scene.start)
        assert min(one.length for one in window) == pytest.approx(1)
        long = [np.linalg.norm(one.arrows[0].vector) for one in (far, scene)]
        assert long[1] > long[0]
        assert all_hold(scene)
