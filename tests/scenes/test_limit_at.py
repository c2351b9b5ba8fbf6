"""A limit: both sides on the curve, and a strip over which all of it is in the band."""

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from mathora.stage.draw import StepFailed
from tests.scenes.theatre import ASPECTS, drawn_whole, on_stage

MODEL = r"""
id: test
title: A test
course: {track: T, unit: U, number: 1, level: Easy, minutes: 1}
model:
  f(x): {is: '\frac{x^2 - 1}{x - 1}', domain: x \ne 1}
  g(x): x^2
  j(x): \begin{cases} x & x < 1 \\ x + 1 & x \ge 1 \end{cases}
sections:
"""

HOLE = r"""
  - id: hole
    title: A hole
    scene: LimitAt
    with: {function: f, at: 1, span: [-1, 3]}
    steps:
      - {do: band, with: {within: 0.5}, say: a}
      - {do: sides, with: {gap: 1}, say: b}
      - {do: sides, with: {gap: 0.1}, say: c}
      - {do: band, with: {within: 0.2}, say: d}
"""


def test_the_limit_is_found_where_there_is_no_value():
    with on_stage(HOLE, header=MODEL) as scene:
        assert scene.level == pytest.approx(2)


def test_both_sides_are_seen_also_where_they_begin_beyond_the_window():
    begins = "      - {do: sides, with: {gap: 1}, say: b}\n"
    with on_stage(HOLE.replace("[-1, 3]", "[0.5, 1.5]").partition("      - ")[0] + begins, header=MODEL) as scene:
        assert [one.get_fill_opacity() for one in scene.sides_figure.dots] == [1, 1]
        assert scene.plot.state.x.low <= 0
        assert scene.plot.state.x.high >= 2


@pytest.mark.parametrize(
    ("function", "at", "within", "delta"), [("f", 1, 0.2, 0.2), ("g", 2, 0.5, 0.12), ("g", 0, 0.25, 0.5)]
)
def test_delta_is_the_widest_that_two_digits_can_say(function, at, within, delta):
    section = HOLE.replace("function: f, at: 1", f"function: {function}, at: {at}").replace("0.2}", f"{within}}}")
    with on_stage(section, header=MODEL) as scene:
        assert scene.tolerance.delta == pytest.approx(delta)


@pytest.mark.parametrize("aspect", ASPECTS)
def test_what_is_claimed_holds_on_every_frame_inside_the_frame(aspect):
    with on_stage(HOLE, aspect, play=False, header=MODEL) as scene:
        assert drawn_whole(scene) == []


@pytest.mark.parametrize(
    ("step", "spoil", "told"),
    [
        (0, lambda scene: scene.tolerance.inside.shift(np.array([0, 1.0, 0])), "over the strip is in the band"),
        (2, lambda scene: scene.sides_figure.dots[0].shift(np.array([0, 0.1, 0])), "both points lie on the curve"),
    ],
)
def test_a_planted_fault_stops_the_picture(step, spoil, told):
    with on_stage(HOLE, play=False, header=MODEL) as scene:
        scene.perform(step)
        spoil(scene)
        with pytest.raises(InvariantViolated, match=told):
            scene.invariants.measure(0)


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("function: f,", "function: f, limit: 3,", "found 3, where the curve comes to 2"),
        ("function: f,", "function: j,", "both sides of j come to no height, or to two"),
        ("within: 0.5", "within: -1", "found -1, expected a number above zero"),
    ],
)
def test_what_makes_no_picture_is_the_authors_fault(good, bad, told):
    with pytest.raises((Faulty, StepFailed), match=told), on_stage(HOLE.replace(good, bad), header=MODEL):
        pass
