"""The law of all scenes: what `check` accepts is drawn, and what cannot be drawn is told with a place and a remedy.

100 made lessons here; `make draws` makes 3,000, over every scene.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from mathora.prove.task import decided
from mathora.stage.film.renderer import ClipRenderer
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


SQUARE = """\
  z(w, x, b): w x + b
  a(z): \\tanh z
  L(a, y): (a - y)^2
language: de
sections:
  - {id: one, title: One, scene: ComputeGraph,
     with: {function: L, at: {w: 0.5, x: 2, b: -0.4, y: 1}, data: [x, y]}, steps: [{do: graph, say: a}]}
"""
LONG_VECTOR = """\
  f(x, y): 10^9 (e^{x} + y)
sections:
  - {id: one, title: One, scene: StackGradient, with: {function: f, at: {x: 0, y: 0}, span: [-1, 3]},
     steps: [{do: compass, say: a}]}
"""
HEAD = "id: drawn\ntitle: A title\ncourse: {track: T, unit: U, number: 1, level: Easy, minutes: 1}\nmodel:\n"
OWN_LEVEL = """\
  f(x, y): x y
sections:
  - {id: one, title: One, scene: ConstrainedMap, with: {function: f, constraint: f, span: [-2, 2]},
     steps: [{do: touch, say: a}]}
"""
NEAR_LOWEST = """\
  H(x, y): x^2 + 2 y^2
sections:
  - {{id: one, title: One, scene: ContourMap, with: {{function: H, at: {{x: 1, y: 1}}}},
     steps: [{{do: arrow, with: {{at: {{x: {at}, y: {at}}}}}, say: a}}]}}
"""
FAR = """\
  f(x): 3 - x^2
sections:
  - {id: one, title: One, scene: Area, with: {function: f, over: [0, 1.5]},
     steps: [{do: bars, say: a}, {do: slide, with: {to: '10^9'}, say: b}]}
"""
CROSSING = OWN_LEVEL.replace("do: touch", "do: slide, with: {to: {x: 0, y: 0}}")
SHORT = NEAR_LOWEST.format(at="0.000000001")
NEAR = NEAR_LOWEST.format(at="0.004")
UPRIGHT_END = """\
  f(x): '\\sqrt{x}'
sections:
  - {id: one, title: One, scene: DerivativeGraph, with: {function: f, span: [0, 4]},
     steps: [{do: draw, say: a}, {do: trace, with: {to: 4}, say: b}]}
"""
WAVES = """\
  f(x, y): '\\sin(9x) \\cos(9y)'
sections:
  - {id: one, title: One, scene: ContourMap, with: {function: f, at: {x: 1, y: 1}},
     steps: [{do: map, say: a}, {do: arrows, say: b}]}
"""
OTHER_LETTER = """\
  f(x): 3 - x^2
  g(t): t^2
sections:
  - {id: one, title: One, scene: Area, with: {function: f, others: [g], over: [0, 1.5]}, steps: [{do: area, say: a}]}
"""
AT_ITS_END = """\
  g(x): {is: 'x + \\frac{x^2}{4}', domain: 0 \\le x \\le 2}
sections:
  - {id: one, title: One, scene: DerivativeGraph, with: {function: g, span: [0, 2], start: 0},
     steps: [{do: collect, with: {to: 2}, say: a}, {do: level, say: b}]}
"""
TIGHTENED = """\
  f(x, y): x y
  g(x, y): x^2 + y^2
sections:
  - {id: one, title: One, scene: ConstrainedMap, with: {function: f, constraint: g, level: 2},
     steps: [{do: touch, say: a}, {do: tighten, with: {to: 0.5}, say: b}]}
"""
DRAWN = {
    "a second curve of another letter": (OTHER_LETTER, "16:9"),
    "a strip at the end of a domain": (AT_ITS_END, "16:9"),
    "a reading of what moves after it": (TIGHTENED, "16:9"),
    "a slope without end": (UPRIGHT_END, "16:9"),
    "arrows beside saddles": (WAVES, "16:9"),
    "a point where level sets cross": (CROSSING, "16:9"),
    "an arrow near the lowest point": (NEAR, "16:9"),
    "beyond its domain": (UNIFORM, "16:9"),
    "without an end": (GEOMETRIC, "16:9"),
    "tiny": (TINY, "16:9"),
    "bars seen from far": (FAR, "16:9"),
    "a graph with decimal commas": (SQUARE, "1:1"),
    "a wave of a long vector": (LONG_VECTOR, "16:9"),
}


@pytest.mark.parametrize(("model", "aspect"), DRAWN.values(), ids=DRAWN)
def test_what_courses_have_and_what_failed_once_is_drawn(model, aspect):
    found = outcome(HEAD + model, decided, aspect)
    assert (found.faults, found.failed) == ((), "")
    assert found.drawn


ONE_PLACE = """\
  f(x): {is: '10^{-9} (\\arcsin x + 1)', domain: x \\ge 1}
sections:
  - {id: one, title: One, scene: ParametricCurve, with: {across: f, up: f, span: [-2, 2]},
     steps: [{do: draw, say: a}]}
"""
GAP = """\
  x(t): \\sqrt{t}
  y(t): t
sections:
  - {id: one, title: One, scene: ParametricCurve, with: {across: x, up: y, span: [-2, 2]},
     steps: [{do: draw, say: a}, {do: slide, with: {to: 1}, say: b}]}
"""
STEEP = """\
  f(x, y): {is: '10^9 (\\arctan(50 x) + y)', domain: 0 < x < 3}
sections:
  - {id: one, title: One, scene: SteepestDescent,
     with: {function: f, start: {x: 0.3, y: 0.5}, rate: 0.3, span: [0.001, 1]}, steps: [{do: aim, say: a}]}
"""
MORE_COINS = """\
  p(k, n): {is: '\\binom{n}{k} 0.5^n', domain: [0 \\le k \\le n, n \\ge 1]}
sections:
  - {id: one, title: One, scene: Distribution, with: {function: p, at: {n: 4}, span: [0, 16]},
     steps: [{do: bars, say: a}]}
"""
THREE = """\
  v(t): {is: '4 - t^2', domain: 0 \\le t \\le 2}
  f(x, y, z): x + y + z
  c: 3
sections:
"""
BETWEEN = (
    THREE
    + """\
  - {id: one, title: One, scene: Ride, with: {function: v, over: [0, 2]},
     steps: [{do: between, with: {function: f, over: [0, 1]}, say: a}]}
"""
)
MET = (
    THREE
    + """\
  - {id: one, title: One, scene: Curve, with: {function: v, span: [0, 2]},
     steps: [{do: meet, with: {function: c}, say: a}]}
"""
)
BECOMES = """\
  f(x): {is: '\\frac{1}{2}', domain: 0 \\le x \\le 2}
  c: 3
sections:
  - {id: one, title: One, scene: Density, with: {function: f}, steps: [{do: become, with: {function: c}, say: a}]}
"""
BOXED = """\
  V: 3
sections:
  - {id: one, title: One, scene: BestBox,
     with: {function: V, sheet: 12, side: 12, cut: 0.8, uphill: a, level: b, downhill: c}, steps: [{do: fold, say: a}]}
"""
CLAIMED = """\
  L(w): w^2
sections:
  - {id: one, title: One, scene: BackwardPass, with: {layers: [2, 1], function: L, labels: [1 = 1]},
     steps: [{do: network, say: a}]}
"""
FAR_WAVES = """\
  f(x): \\sin x
sections:
  - {id: one, title: One, scene: Curve, with: {function: f},
     steps: [{do: draw, say: a}, {do: slide, with: {to: 1000000000}, say: b}]}
"""
REFUSED = {
    "an area beside a function of three": (BETWEEN, "3 variables that may change"),
    "a curve that meets a number": (MET, "found c with 0 variables"),
    "a density that becomes a number": (BECOMES, "found c with 0 variables"),
    "a box with a volume that is a number": (BOXED, "found V"),
    "a label that claims something": (CLAIMED, "which claims something"),
    "a point so far on a wave that nothing is seen": (FAR_WAVES, "too often to be seen"),
    "an arrow far off its map": (STEEP, "far off a map"),
    "a path of one place": (ONE_PLACE, "less than a hundredth"),
    "a run over a gap": (GAP, "has no value"),
    "a touch on a level set of its own": (OWN_LEVEL, "has the same value wherever f is 0"),
    "an arrow too short to be seen": (SHORT, "too small beside others"),
}


@pytest.mark.parametrize(("model", "said"), REFUSED.values(), ids=REFUSED)
def test_what_failed_once_while_it_was_drawn_is_told_before(model, said):
    found = outcome(HEAD + model, decided)
    assert [fault for fault in found.faults if said in fault.message]
    assert not found.failed


def test_outcomes_that_come_later_are_not_told_to_be_in_the_span():
    (fault,) = outcome(HEAD + MORE_COINS, decided).faults
    assert "become" in fault.hint


def test_a_scene_that_fails_between_its_pictures_is_found(monkeypatch):
    show = ClipRenderer._show

    def failing(renderer, scene, moving):
        if renderer.tick == 1:
            raise ZeroDivisionError
        show(renderer, scene, moving)

    monkeypatch.setattr(ClipRenderer, "_show", failing)
    assert "ZeroDivisionError" in outcome(PLANTED, decided).failed


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
