"""A clock of remainders: the point lands on what is left over, and each hop ends on a mark."""

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from tests.scenes.theatre import ASPECTS, all_measured, drawn, on_stage, orders, outside, sectioned

twelve = sectioned("ModularClock", "{modulus: 12}")
ACTIONS = ("do: ring", "do: point, with: {at: 999}", "do: hop, with: {by: 5}", "do: hop, with: {by: 24, times: 4}")


@pytest.mark.parametrize(
    ("steps", "counted", "rest"),
    [
        (("do: point, with: {at: 9}", "do: hop, with: {by: 5}"), "14", 2),
        (("do: hop, with: {by: 5, times: 12}",), "60", 0),
        (("do: point, with: {at: 9}", "do: hop, with: {by: 5}", "do: point, with: {at: 1}"), "1", 1),
    ],
)
def test_the_point_stands_at_what_is_left_over_and_the_number_is_told(steps, counted, rest):
    with on_stage(twelve(*steps)) as scene:
        assert scene.said.wording == counted
        assert np.allclose(scene.dot.get_center(), scene.clock.at(rest))


def test_a_hop_all_the_way_around_has_no_line():
    with on_stage(twelve("do: hop, with: {by: 12, times: 2}", "do: hop, with: {by: 7}")) as scene:
        assert len(scene.chords) == 1


def test_what_is_claimed_holds_on_every_frame():
    steps = ("do: ring", "do: point, with: {at: 9}", "do: hop, with: {by: 5}, show: 14 = 12 + 2")
    with on_stage(twelve(*steps), play=False) as scene:
        for index in range(3):
            drawn(scene, index)
        assert all_measured(scene)


@pytest.mark.parametrize("late", ["do: point, with: {at: 9}", "do: hop, with: {by: 5}"])
def test_a_formula_beside_a_ring_without_a_point_moves_it_and_the_point_comes_where_it_went(late):
    with on_stage(twelve("do: ring, show: 1 = 1", late), play=False) as scene:
        for index in range(2):
            drawn(scene, index)
        assert all_measured(scene)


@pytest.mark.parametrize("plant", ["number", "point", "hop"])
def test_a_planted_fault_stops_the_render(plant):
    with on_stage(twelve("do: hop, with: {by: 5}")) as scene:
        wrong = {"number": scene.clock.numbers[3], "point": scene.dot, "hop": scene.chords[0]}[plant]
        wrong.clear_updaters().shift([0.05, 0, 0])
        with pytest.raises(InvariantViolated, match="ends where" if plant == "hop" else "its remainder"):
            scene.invariants.measure(0)


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("order", orders(ACTIONS, 2))
def test_no_order_of_actions_crashes(order, aspect):
    with on_stage(twelve(*order), aspect) as scene:
        assert outside(scene) == []


@pytest.mark.parametrize(
    ("modulus", "step"),
    [(1, "do: ring"), (25, "do: ring"), (12, "do: hop, with: {by: 0}"), (12, "do: hop, with: {by: -1}")],
)
def test_what_is_no_clock_is_the_authors_fault(modulus, step):
    with (
        pytest.raises(Faulty, match="expected"),
        on_stage(sectioned("ModularClock", f"{{modulus: {modulus}}}")(step), play=False),
    ):
        pass
