"""A curve turned around the axis: discs as high as the curve, whose volumes come to that of the solid."""

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
  f(x): \frac{x^2}{2} - 1
  p(x): \frac{1}{x - 1}
sections:
"""

TURNED = r"""
  - id: turned
    title: Turned
    scene: Area
    with: {function: f, over: [0, 2]}
    steps:
      - {do: bars, say: a}
      - {do: revolve, with: {count: 4}, say: b}
      - {do: revolve, with: {count: 100}, say: c}
"""


def test_the_discs_add_up_to_the_volume_and_stand_alone():
    with on_stage(TURNED, header=MODEL) as scene:
        middles = np.linspace(0, 2, 100, endpoint=False) + 0.01
        assert scene.readings.rows["volume"].value() == pytest.approx(np.pi * ((middles**2 / 2 - 1) ** 2).mean() * 2)
        assert scene.solid.volume == pytest.approx(np.pi * 14 / 15, abs=1e-2)
        assert not scene.covered.state.bars
        assert len(scene.notes) == 1
        assert scene.plot.shows(1, -1)
        assert scene.plot.shows(1, 1)


def test_the_solid_leaves_with_its_volume():
    with on_stage(TURNED + "      - {do: area, say: d}\n", header=MODEL) as scene:
        assert scene.solid is None
        assert "volume" not in scene.readings.rows


def test_a_rim_off_the_curve_stops_the_picture():
    with on_stage(TURNED, header=MODEL) as scene:
        scene.invariants.measure(0)
        scene.solid.faces[7].shift(0.1 * UP)
        with pytest.raises(InvariantViolated, match="each of 100 discs is as high as the curve"):
            scene.invariants.measure(0)


@pytest.mark.parametrize("aspect", ASPECTS)
def test_what_is_claimed_holds_on_every_frame_inside_the_frame(aspect):
    with on_stage(TURNED, aspect, play=False, header=MODEL) as scene:
        assert drawn_whole(scene) == []


def test_over_a_pole_there_is_no_solid():
    with pytest.raises(Faulty, match="found p"), on_stage(TURNED.replace("function: f", "function: p"), header=MODEL):
        pass
