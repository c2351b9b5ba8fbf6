"""All shares of a chain: dots and arrows go where its steps take them, what splits a start leads to it."""

from itertools import combinations

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from tests.scenes.theatre import ASPECTS, all_hold, all_measured, drawn, on_stage, orders, outside, sectioned

MOVES = np.array([[0.5, 0.5, 0.5], [0.5, 0, 0.5], [0, 0.5, 0]])
REST, GONE, TURNED = np.array([1 / 2, 1 / 3, 1 / 6]), np.array([1, 0, -1]), np.array([0, 1, -1])

GIVEN = "{states: [a, b, c], matrix: [[0.5, 0.5, 0.5], [0.5, 0, 0.5], [0, 0.5, 0]], by: columns}"
pages = sectioned("ShareTriangle", GIVEN)
ARROWS = "do: arrows, with: {along: [[1, 0, -1], [0, 1, -1]]}"
START = "do: start, with: {at: [0, 0, 1]}"
SPLIT = "do: split, with: {rest: [1/2, 1/3, 1/6], along: [[1, 0, -1], [0, 1, -1]]}"
VERBS = {"triangle": "do: triangle", "arrows": ARROWS, "step": "do: step", "settle": "do: settle", "start": START} | {
    "split": SPLIT
}


def test_each_dot_goes_where_the_steps_take_its_shares():
    with on_stage(pages("do: triangle", "do: step, with: {count: 2}")) as scene:
        figure = scene.figure
        there = (np.linalg.matrix_power(MOVES, 2)).T @ figure.corners
        corners = [one.get_center() for one in figure.dots if one.width > 0.2]
        assert len(corners) == 3
        for corner in corners:
            assert np.abs(there - corner).max(axis=1).min() < 1e-6


def test_an_arrow_that_the_chain_drops_is_gone_and_one_that_it_turns_says_how_long_it_is():
    with on_stage(pages(ARROWS, "do: step")) as scene:
        gone, turned = (one.arrow for one in scene.figure.parts)
        assert np.linalg.norm(gone.vector) < 1e-6
        assert turned.vector == pytest.approx(TURNED @ scene.figure.corners / -2, abs=1e-6)
        assert len(scene.labels) == 1


def test_an_arrow_that_leaves_its_line_has_no_name_and_one_of_another_matrix_is_gone():
    turned = "do: arrows, with: {along: [[1, -1, 0]]}"
    other = "do: step, id: other, with: {other: [[0, 1, 1], [1, 0, 0], [0, 0, 0]]}"
    with on_stage(pages(turned, "do: step", other), play=False) as scene:
        scene.perform(0)
        assert len(scene.labels) == 1
        scene.perform(1)
        assert scene.labels == []
        before = scene.figure.taken()
        scene.perform(2)
        assert scene.figure.parts == []
        assert scene.figure.taken() == pytest.approx(before @ np.array([[0, 1, 0], [1, 0, 0], [1, 0, 0]]))


def test_all_comes_to_rest_at_the_shares_that_stay():
    with on_stage(pages("do: triangle", "do: settle")) as scene:
        assert scene.figure.taken() == pytest.approx(np.array([REST] * 3), abs=1e-9)


def test_the_parts_lead_from_the_shares_that_stay_to_the_start_and_go_along():
    with on_stage(pages(START, SPLIT, "do: step")) as scene:
        figure = scene.figure
        assert [one.factor for one in figure.parts] == pytest.approx([-1 / 2, -1 / 3])
        assert figure.shares() == pytest.approx(MOVES @ [0, 0, 1])
        assert figure.parts[-1].arrow.tip == pytest.approx(figure.place(figure.shares()), abs=1e-6)


@pytest.mark.parametrize("order", orders(VERBS, 2))
def test_no_order_of_actions_crashes(order):
    with on_stage(pages(*(f"{VERBS[name]}, id: s{at}" for at, name in enumerate(order)))) as scene:
        assert all_hold(scene)


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("steps", [(ARROWS,), (START, SPLIT)])
def test_nothing_leaves_the_frame(aspect, steps):
    with on_stage(pages(*steps), aspect) as scene:
        assert outside(scene) == []


def test_labels_keep_off_each_other():
    with on_stage(pages(START, SPLIT)) as scene:
        for one, other in combinations([*scene.labels, scene.stays[1]], 2):
            apart = np.abs(one.get_center() - other.get_center())[:2]
            assert (apart > [(one.width + other.width) / 2, (one.height + other.height) / 2]).any()


def lose(scene):
    scene.figure.dots[0].clear_updaters().shift(np.array([0.2, 0, 0]))


def stray(scene):
    scene.figure.parts[-1].arrow.clear_updaters().shift(np.array([0.2, 0, 0]))


@pytest.mark.parametrize(
    ("steps", "spoil", "told"),
    [
        (("do: triangle", "do: step"), lose, "each dot is where the steps have taken its shares"),
        ((START, SPLIT), stray, "the parts lead from the shares that stay to the point"),
    ],
)
def test_a_planted_fault_stops_the_picture(steps, spoil, told):
    with on_stage(pages(*steps), play=False) as scene:
        scene.perform(0)
        drawn(scene, 1)
        assert all_measured(scene)
        spoil(scene)
        with pytest.raises(InvariantViolated, match=told):
            scene.invariants.measure(0)


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("[0, 0.5, 0]]", "[0, 0.4, 0]]", "column 2 with 0.5, 0, 0.4"),
        ("[a, b, c]", "[a, b]", "found 2 names"),
        ("at: [0, 0, 1]", "at: [0, 0.5, 1]", "which add up to 1.5"),
        ("rest: [1/2, 1/3, 1/6]", "rest: [1/3, 1/3, 1/3]", "as the shares that stay; after a step they are"),
        ("[0, 1, -1]]}", "[1, -1, 0]]}", r"found \(1, -1, 0\), which leaves its line"),
        ("[[1, 0, -1], [0, 1, -1]]}", "[[1, 0, -1], [2, 0, -2]]}", "on one line, expected two lines"),
    ],
)
def test_what_splits_no_start_is_told_by_check(good, bad, told):
    section = pages(START, SPLIT)
    assert good in section
    with pytest.raises(Faulty, match=told), on_stage(section.replace(good, bad)):
        pass


@pytest.mark.parametrize(
    ("given", "steps", "told"),
    [
        ("{states: [a, b], matrix: [[0.5, 0.5], [0.5, 0.5]]}", ("do: triangle",), "found 2 by 2, expected 3 by 3"),
        ("{states: [a, b, c], matrix: [[1, 0, 0], [0, 0, 1], [0, 1, 0]]}", ("do: settle",), "still changes from step"),
        (GIVEN, ("do: step, with: {other: [[1, 0], [0, 1]]}",), "found 2 by 2, expected 3 by 3"),
        (GIVEN, ("do: arrows, with: {along: [[1, 1, -1]]}",), "expected numbers that add up to 0"),
        (GIVEN, ("do: arrows, with: {along: [[2, 0, -2]]}",), "of which those above zero are at most 1"),
    ],
)
def test_what_is_no_triangle_is_told_by_check(given, steps, told):
    with pytest.raises(Faulty, match=told), on_stage(sectioned("ShareTriangle", given)(*steps)):
        pass
