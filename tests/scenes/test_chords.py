"""Chords of a curve, whose lengths add up to nearly its own; and a secant that stays while a tangent is elsewhere."""

import numpy as np
import pytest
from manim import UP

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from tests.scenes.theatre import ASPECTS, drawn_whole, on_stage

MODEL = r"""
id: test
title: A test
course: {track: T, unit: U, number: 1, level: Easy, minutes: 1}
model:
  f(x): x^2
  p(x): \frac{1}{x - 1}
  l(x): x
  m(x): {is: x, domain: 0 \le x \le 3}
sections:
"""

CHORDS = r"""
  - id: chords
    title: Chords
    scene: Curve
    with: {function: f, span: [0, 2]}
    steps:
      - {do: chords, with: {count: 2}, say: a}
      - {do: chords, with: {count: 40}, say: b}
      - {do: secant, with: {at: 0.5, reach: 1}, say: c}
      - {do: tangent, with: {at: 1}, say: d}
"""


def at(step, section=CHORDS):
    """The stage after so many steps."""
    head, steps = section.split("steps:\n")
    return on_stage(head + "steps:\n" + "".join(steps.splitlines(keepends=True)[:step]), header=MODEL)


def test_the_chords_are_shorter_than_the_curve_and_come_to_its_length():
    whole = np.sqrt(17) + np.log(4 + np.sqrt(17)) / 4
    with at(1) as scene:
        two = np.hypot(1, 1) + np.hypot(1, 3)
        assert scene.readings.rows["length"].value() == pytest.approx(two)
    with at(2) as scene:
        many = scene.readings.rows["length"].value()
        assert two < many < whole
        assert many == pytest.approx(whole, abs=1e-3)
        assert not scene.chain.dots, "of many, no end has its dot"


def test_they_follow_what_is_asked_for():
    with at(1, CHORDS.replace("count: 2", "count: 2, over: [0, 1]")) as scene:
        assert [*scene.chain.places] == pytest.approx([0, 0.5, 1])


def test_a_secant_stays_where_a_tangent_stands_elsewhere_and_leaves_with_it():
    with at(4) as scene:
        (kept,) = [one for one, stays in scene.notes.items() if not stays]
        assert (kept.state.at, kept.state.reach) == (0.5, 1.0)
        assert scene.spot.slope == pytest.approx(2), "as steep as the secant"
        scene.go_to(0.2)
        assert kept not in scene.notes


@pytest.mark.parametrize(
    ("step", "figure", "told"),
    [
        (2, lambda scene: scene.chain, "each end of a chord stands on the curve"),
        (4, lambda scene: [*scene.notes][-1], "the secant from 0.5 goes through the curve"),
    ],
)
def test_a_planted_fault_stops_the_picture(step, figure, told):
    with at(step) as scene:
        scene.invariants.measure(0)
        figure(scene).line.shift(0.2 * UP).stretch(1.1, 1)
        with pytest.raises(InvariantViolated, match=told):
            scene.invariants.measure(0)


@pytest.mark.parametrize("aspect", ASPECTS)
def test_what_is_claimed_holds_on_every_frame_inside_the_frame(aspect):
    with on_stage(CHORDS, aspect, play=False, header=MODEL) as scene:
        assert drawn_whole(scene) == []


def test_over_a_pole_a_curve_has_no_length():
    over = CHORDS.replace("function: f", "function: p").replace("count: 2}", "count: 2, over: [0, 2]}")
    with pytest.raises(Faulty, match="found p, which is not bounded"), at(1, over):
        pass


APART = """
  - id: apart
    title: Apart
    scene: Curve
    with: {function: f, others: [l], span: [0, 2]}
    steps:
      - {do: difference, with: {function: l, to: 1.5}, say: a}
      - {do: difference, with: {function: l, to: 0.5}, say: b}
"""


@pytest.mark.parametrize(("step", "place"), [(1, 1.5), (2, 0.5)])
def test_how_far_two_curves_are_apart_is_drawn_as_far_as_the_bar_has_come(step, place):
    with at(step, APART) as scene:
        state = scene.distance.state
        assert (state.at, state.low, state.high) == (place, 0, 1.5)
        assert all(one.state.named for one in scene.curves.values()), "the axis has no name of either"


@pytest.mark.parametrize("to", [1.5, 3])
def test_the_window_holds_all_that_a_bar_draws_and_no_more_is_drawn_once_it_moves(to):
    with at(1, APART.replace("to: 1.5", f"to: {to}")) as scene:
        parts, plot = scene.distance.picture.submobjects, scene.plot
        assert {scene.distance.between, scene.distance.stands, scene.distance.line} < {*parts}
        assert all(plot.shows(*plot.graph.model_of(one)[:2]) for part in parts[:1] for one in part.points)
    moved = APART.replace("{do: difference, with: {function: l, to: 0.5}", "{do: zoom, with: {span: [0, 1]}")
    with at(2, moved) as scene:
        assert scene.distance.picture.submobjects == [scene.distance.line]
        assert scene.distance.line.get_right()[0] <= scene.plot.place.right + 1e-6


def test_a_bracket_that_ends_beside_a_curve_is_caught():
    with at(1, APART) as scene:
        scene.distance.between.shift(UP * 0.3).stretch(1.2, 1)
        with pytest.raises(InvariantViolated, match="bar and bracket"):
            scene.invariants.measure(0)


def test_a_bar_stands_where_both_curves_are():
    with (
        pytest.raises(Faulty, match="to"),
        at(1, APART.replace("to: 1.5", "to: 9").replace("[l]", "[m]").replace(": l,", ": m,")),
    ):
        pass


def test_the_difference_is_drawn_from_where_both_curves_begin():
    """At 0 the logarithm has no value, and beside a pole no bracket stands."""
    model = MODEL.replace("model:", "model:\n  u(x): '\\ln x'\n  o(x): '\\frac{1}{x - 1}'")
    for other, to, begin in (("u", 1.5, 0), ("o", 1.5, 1)):
        with on_stage(
            APART.replace("[l]", f"[{other}]").replace(": l,", f": {other},"), play=False, header=model
        ) as scene:
            scene.perform(0)
            state = scene.distance.state
            assert state.at == to
            assert 0 < state.low - begin < 0.02
