"""A value over steps: each run is the model's, all of it is drawn, and all runs stand on the same axes."""

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from mathora.stage.figures.data.runs import Hops, RunPath
from tests.scenes.theatre import ASPECTS, drawn, on_stage, outside

MODEL = r"""
id: test
title: A test
course: {track: T, unit: U, number: 1, level: Easy, minutes: 1}
model:
  E(w): (w - 1)^2
  u(w, v, \beta): w + \beta v - 0.1 (w - 1)
  s(w, v, \beta): \beta v - 0.1 (w - 1)
  R(q): \sqrt{q}
  c(q): q - 1
sections:
"""

RATES = r"""
  - id: rates
    title: Three rates
    scene: Iteration
    with: {function: E, start: {w: 4}, rates: [0.05, 0.3, 1.05], steps: 15}
    steps:
      - {do: run, say: a}
      - {do: run, say: b}
      - {do: run, say: c}
"""

MOMENTUM = r"""
  - id: momentum
    title: Momentum
    scene: Iteration
    with: {function: E, start: {w: 4, v: 0}, following: [u, s], runs: [{\beta: 0.3}, {\beta: 0.9}], steps: 40}
    steps:
      - {do: axes, say: a}
      - {do: run, say: a}
      - {do: run, say: b}
"""


def test_descent_takes_the_models_own_gradient():
    with on_stage(RATES, header=MODEL) as scene:
        assert scene.values[0] == pytest.approx(9 * (1 - 2 * 0.05) ** (2 * np.arange(16)))
        assert scene.values[2][-1] > scene.values[2][0], "too long a step climbs"
        widths = [line[0].get_stroke_width() for line in scene.figure.lines]
        assert widths == sorted({*widths}, reverse=True), "a run is seen under one that covers it"


def test_a_run_is_given_a_third_as_a_fraction_and_a_decimal_as_such():
    with on_stage(RATES.replace("[0.05, 0.3, 1.05]", "[1/3, 0.3, 0.05]"), header=MODEL) as scene:
        assert [label[1].wording for label in scene.labels] == [r"\eta = 1/3", r"\eta = 0.3", r"\eta = 0.05"]


def test_a_recurrence_takes_all_numbers_of_the_step_before_at_once():
    with on_stage(MOMENTUM, header=MODEL) as scene:
        w, v = 4.0, 0.0
        for value in scene.values[1]:
            assert value == pytest.approx((w - 1) ** 2)
            w, v = w + 0.9 * v - 0.1 * (w - 1), 0.9 * v - 0.1 * (w - 1)


def test_nothing_of_a_run_stays_behind_when_the_axes_follow_another():
    with on_stage(RATES, header=MODEL) as scene:
        marks = [one for mobject in scene.mobjects for one in mobject.get_family() if type(one).__name__ == "Circle"]
        assert len(marks) == 3 * 16 + 3, "the marks of three runs, and one for each label"


def test_axes_that_are_asked_for_again_stay_those_of_all_runs():
    with on_stage(RATES + "      - {do: axes, say: a}\n", header=MODEL) as scene:
        assert scene.figure.graph.y.high >= max(values.max() for values in scene.values)
        assert max(residual() for _, residual, _ in scene.figure.claims) < 1e-6


def test_runs_share_their_axes_which_hold_them_all():
    with on_stage(RATES, header=MODEL) as scene:
        graph = scene.figure.graph
        assert graph.y.high >= max(values.max() for values in scene.values)
        assert [len(line) - 1 for line in scene.figure.lines] == [16, 16, 16]


@pytest.mark.parametrize("section", [RATES, MOMENTUM])
def test_what_is_claimed_holds_on_every_frame(section):
    with on_stage(section, play=False, header=MODEL) as scene:
        for index in range(3):
            drawn(scene, index)
        assert len(scene.invariants.receipts()) == 2


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("section", [RATES, MOMENTUM])
def test_all_of_it_stays_inside_the_frame(section, aspect):
    with on_stage(section, aspect, header=MODEL) as scene:
        assert outside(scene) == []


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda line: line[3].shift(np.array([0, 0.1, 0])), "every step of every run is a mark"),
        (lambda line: line.remove(line[3]), "every step of every run is a mark"),
        (lambda line: line[0].shift(np.array([0, 0.1, 0])), "leads through all of its values"),
    ],
)
def test_a_planted_fault_stops_the_picture(spoil, told):
    with on_stage(RATES, play=False, header=MODEL) as scene:
        scene.perform(0)
        spoil(scene.figure.lines[0])
        with pytest.raises(InvariantViolated, match=told):
            scene.invariants.measure(0)


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("rates: [0.05, 0.3, 1.05]", "rates: [0.05]", "found this action 2 times, expected 1"),
        ("steps: 15", "steps: 15, bad: 4", "bad: found 4, expected at most 3"),
        ("rates: [0.05, 0.3, 1.05]", "rates: [30, 31, 32]", "of which step 4 leads to where E has no value"),
        ("rates: [0.05, 0.3, 1.05], ", "", "needs 'rates' or 'following'"),
        ("rates: [0.05, 0.3, 1.05]", "following: [u, s]", "found 2 of them, expected 1"),
        ("rates: [0.05, 0.3, 1.05]", "following: [u]", r"found no number for v, \\beta, which u needs"),
        ("function: E, start: {w: 4}, rates: [0.05, 0.3, 1.05]", "function: R, start: {q: 3}, following: [c]",
         "of which step 4 leads to where R has no value"),
    ],
)  # fmt: skip
def test_what_makes_no_picture_is_the_authors_fault(good, bad, told):
    with pytest.raises(Faulty, match=told), on_stage(RATES.replace(good, bad), header=MODEL):
        pass


def test_more_steps_than_can_be_marked_are_told_before_anything_is_drawn():
    with (
        pytest.raises(Faulty, match="steps: found 999"),
        on_stage(RATES.replace("steps: 15}", "steps: 999}"), header=MODEL),
    ):
        pass


def test_runs_that_reach_about_as_far_share_their_axes_from_the_beginning():
    first = RATES[: RATES.index("      - {do: run, say: b}")]
    near = ("1.05", "0.95")
    with on_stage(first.replace(*near), header=MODEL) as one, on_stage(RATES.replace(*near), header=MODEL) as all_:
        assert one.figure.graph.y == all_.figure.graph.y
        assert one.figure.alike[-1] is one.values[2]
    with on_stage(first, header=MODEL) as one:
        assert one.figure.graph.y.high < 20, "a run that leaves for far away makes no first one flat"


MAP = r"""
  - id: map
    title: On the map
    scene: Iteration
    with: {function: V, start: {a: 2, b: 1}, rates: [0.05, 0.2, 0.52], steps: 8, map: V, bad: 3}
    steps:
      - {do: run, say: a, show: '(a, b) \leftarrow (a, b) - \eta \nabla V'}
      - {do: run, say: b}
      - {do: run, say: c}
"""
VALLEY = MODEL.replace("  E(w)", "  V(a, b): a^2 + 2 b^2\n  \\eta: {kind: positive}\n  E(w)")


@pytest.mark.parametrize("aspect", ASPECTS)
def test_each_run_goes_its_way_on_the_map(aspect):
    with on_stage(MAP, aspect, header=VALLEY) as scene:
        paths = [one for one in scene.mobjects if isinstance(one, RunPath)]
        assert len(paths) == 3
        for path, rate in zip(paths, (0.05, 0.2, 0.52), strict=True):
            steps = np.arange(9)
            true = np.stack([2 * (1 - 2 * rate) ** steps, (1 - 4 * rate) ** steps], axis=1)
            drawn_at = np.array([scene.picture.graph.model_of(mark.get_center()) for mark in path.marks])
            assert drawn_at == pytest.approx(true, abs=1e-6)
        assert outside(scene) == []


@pytest.mark.parametrize("steps", [1, 2])
def test_without_formulas_an_upright_picture_has_room_for_the_map_and_a_run_that_leaves_it_ends_there(steps):
    """The map lay on the steps' axis, reached into the captions, and the run went on all over the picture."""
    text = RATES.replace("rates: [0.05, 0.3, 1.05]", "rates: [1.1, 0.3, 0.2], map: E")
    with on_stage(text, "9:16", header=MODEL, play=False) as scene:
        for index in range(steps):
            scene.perform(index)
        assert outside(scene) == []
        assert scene.picture.graph.get_bottom()[1] > scene.layout.caption.top
        assert scene.picture.graph.get_top()[1] < scene.figure.graph.get_bottom()[1]
        left, *stayed = [one for one in scene.mobjects if isinstance(one, RunPath)]
        assert not left.dot.get_fill_opacity()
        assert all(scene.picture.holds(mark.get_center()) for mark in left.marks)
        assert all(one.dot.get_fill_opacity() for one in stayed)


def test_a_curve_of_the_same_values_stands_beside_them_at_one_height_to_one_scale():
    text = RATES.replace("rates: [0.05, 0.3, 1.05]", "rates: [0.1, 0.3, 0.2], map: E")
    with on_stage(text, header=MODEL) as scene:
        for value in scene.values[0]:
            at = [graph.point(graph.x.low, float(value))[1] for graph in (scene.figure.graph, scene.picture.graph)]
            assert at[0] == pytest.approx(at[1])
        curve = scene.picture.ground[0].points
        assert curve[:, 1].max() <= scene.picture.graph.frame.get_top()[1] + 0.05, "the curve stays in the picture"


def test_a_run_that_goes_wrong_is_red():
    with on_stage(MAP, header=VALLEY) as scene:
        colours = [line[0].get_color().to_hex().lower() for line in scene.figure.lines]
        assert [one == scene.theme.wrong.lower() for one in colours] == [False, False, True]


def test_a_map_of_other_variables_than_the_start_is_told():
    with pytest.raises(Faulty, match="start"), on_stage(MAP.replace("map: V", "map: E"), header=VALLEY):
        pass


def test_steps_are_hops_one_after_the_other_and_the_first_is_the_slowest():
    hops = Hops(4)
    assert [hops.gone(end) for end in hops.ends] == pytest.approx([0, 0.25, 0.5, 0.75, 1])
    assert hops.gone(hops.ends[1] + 0.9 * (hops.ends[2] - hops.ends[1])) == pytest.approx(0.5), "it rests there"
    assert np.diff(hops.ends)[0] > np.diff(hops.ends)[1]
    assert hops.landing(2)(hops.ends[1]) == 0
    assert hops.landing(2)(hops.ends[2]) == 1
