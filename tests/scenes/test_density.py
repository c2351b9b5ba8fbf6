"""A density: the area under it is one, and what is no density is refused."""

from functools import partial

import pytest

from mathora.lesson import Faulty
from mathora.plan import FrameFormat
from tests.scenes import theatre
from tests.scenes.theatre import all_hold, sectioned

MODEL = r"""  d(x): {is: 2x, domain: 0 \le x \le 1}
  n(x): {is: 3x, domain: 0 \le x \le 1}
"""
HEADER = theatre.HEADER.replace("colors:", f"{MODEL}colors:")
on_stage = partial(theatre.on_stage, header=HEADER)
section = sectioned("Density", "{function: d}")


def test_its_probability_is_the_area_under_the_curve():
    with on_stage(section("do: curve", "do: area, with: {over: [0, 0.5]}")) as scene:
        assert scene.law.now().between(0, 0.5) == pytest.approx(0.25)
        assert scene.law.now().mean == pytest.approx(2 / 3)
        assert all_hold(scene)


def test_what_has_another_area_is_no_density():
    with pytest.raises(Faulty), on_stage(section("do: curve").replace("function: d", "function: n")):
        pass


def test_the_axis_reaches_to_the_highest_place():
    with on_stage(section("do: curve")) as scene:
        assert scene.highest(scene.law.now()) >= 2


BESIDE = """
  - id: both
    title: Both
    scene: Density
    with: {function: d}
    beside: {scene: Density, with: {function: d}}
    steps:
      - {do: curve, say: a, beside: {do: curve}}
      - {do: area, with: {over: [0, 0.5]}, say: b, beside: {do: area, with: {over: [0, 1]}}}
"""


def test_a_probability_is_read_briefly_where_its_integral_would_be_too_small_to_read():
    assert theatre.unreadable(BESIDE, HEADER, FrameFormat(720, 720, 30)) == []
