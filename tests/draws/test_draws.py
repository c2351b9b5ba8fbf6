"""The law of all scenes: what `check` accepts is drawn, and what cannot be drawn is told with a place and a remedy.

100 made lessons here; `make draws` makes 3,000, over every scene.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from mathora.prove.work.task import decided
from tests.draws.scripts import FRAMES, lessons, outcome


@settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(lessons(), st.sampled_from(sorted(FRAMES)))
def test_what_check_accepts_is_drawn(script, aspect):
    found = outcome(script, decided, aspect)
    assert not found.failed, f"{found.failed}\n{script}"
    assert found.faults or found.drawn
    for fault in found.faults:
        assert fault.place.line > 1
        assert fault.message


PLANTED = """\
id: drawn
title: A title
course: {track: T, unit: U, number: 1, level: Easy, minutes: 1}
model: {"f(x, y)": x^2 + y^2}
sections:
  - id: one
    title: One
    scene: FreezeVariable
    with: {function: f, frozen: {y: 1}, moves: x}
    steps:
      - {do: tangent, with: {at: 1}, say: a}
"""


UNIFORM = """\
  f(x): {is: '\\frac{1}{2}', domain: 0 \\le x \\le 2}
sections:
  - {id: one, title: One, scene: Density, with: {function: f, span: [-1, 3]},
     steps: [{do: curve, say: a}, {do: area, with: {over: [-0.5, 1]}, say: b}, {do: mean, say: c}]}
"""
GEOMETRIC = """\
  f(k): {is: '\\frac{1}{2^k}', domain: k \\ge 1}
sections:
  - {id: one, title: One, scene: Distribution, with: {function: f}, steps: [{do: bars, say: a}, {do: mean, say: b}]}
"""
TINY = """\
  f(x): 10^{-9} x^2
sections:
  - {id: one, title: One, scene: Area, with: {function: f, over: [0, 2]}, steps: [{do: area, say: a}]}
"""


@pytest.mark.parametrize("model", [UNIFORM, GEOMETRIC, TINY], ids=["beyond its domain", "without an end", "tiny"])
def test_laws_and_areas_as_courses_have_them_are_drawn(model):
    head = "id: drawn\ntitle: A title\ncourse: {track: T, unit: U, number: 1, level: Easy, minutes: 1}\nmodel:\n"
    found = outcome(head + model, decided)
    assert (found.faults, found.failed) == ((), "")
    assert found.drawn


def test_a_scene_that_fails_while_it_draws_is_found(monkeypatch):
    monkeypatch.setattr("mathora.stage.space.slice.Slice.slope", lambda *_: float("nan"))
    assert "Error" in outcome(PLANTED, decided).failed or "breaks" in outcome(PLANTED, decided).failed


@pytest.mark.parametrize(
    ("before", "after"), [("{y: 1}", "{y: 7}"), ("at: 1", "at: 9"), ("x^2 + y^2", r"\sqrt{-1 - x^2}")]
)
def test_what_cannot_be_drawn_is_refused(before, after):
    found = outcome(PLANTED.replace(before, after), decided)
    assert found.faults
    assert not found.drawn
