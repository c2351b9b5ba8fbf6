"""Interactives of scenes in a small lesson, each made from the script as an author writes it."""

from functools import cache

from mathora.export.content.plays import play_of
from mathora.export.content.speller import Speller
from mathora.prove import prove_lesson
from mathora.script import read_script
from tests.standard_scenes import standard_scenes
from tests.verdicts import known_or_decided

HEAD = """
id: test
title: A test
course: {track: T, unit: U, number: 1, level: Easy, minutes: 1}
model:
  x:
  n: {kind: natural}
  f(x): x^2
  g(x): '1/x'
  a(n, q): {is: q^n, domain: 0 < q < 2}
  E(w): (w - 1)^2
  w:
  p:
  h(p): 2 p
  \\eta: {kind: positive}
  v: [2, 1]
  u: [4, 2]
  k: [0, 1]
  A: [[1, 2], [3, 4]]
  x_i: {data: [1, 2, 3, 4]}
  y_i: {data: [2, 3, 1, 4]}
  s_i: {data: [1, 2, 3, 4]}
  t_i: {data: [2, 3, 1, 4]}
  c_i: {data: [0, 0, 1, 1]}
  b(x, y, m): x + y - m
  H(x, y): x^2 + 3 y^2
  G(x, y): x y
  y:
sections:
"""


SECTIONS = {
    "Table": ("{functions: [f, g], at: [1, 2, 4]}", "head"),
    "TwoWayTable": ("{rows: [ill, well], columns: ['yes', 'no'], entries: [9, 1, 99, 891]}", "table"),
    "ProbabilityTree": (
        "{first: [ill, well], first_chances: [1/100, 99/100], second: [a, b], second_chances: [0.9, 0.1, 0.09, 0.91]}",
        "grow",
    ),
    "MatrixProduct": ("{left: A, right: A}", "write"),
    "Elimination": ("{matrix: A, right: v}", "write"),
    "NumberLine": ("{span: [-4, 4]}", "line"),
    "Vectors": ("{}", "arrow, with: {of: v}"),
    "Sequence": ("{function: a, held: {q: 0.5}, count: 10}", "terms"),
    "Iteration": ("{function: E, start: {w: 3}, rates: [0.1, 0.4], steps: 5}", "axes"),
    "FreezeVariable": ("{function: H, frozen: {y: 1}, moves: x}", "surface"),
    "DirectionField": ("{up: H, span: [0, 4]}", "field"),
    "ConstrainedMap": ("{function: H, constraint: G, level: 1}", "map"),
    "MarkovChain": ("{states: [sun, rain], matrix: [[0.9, 0.1], [0.5, 0.5]], at: [0, 1]}", "chain"),
    "Convolution": ("{signal: A, kernel: [[1, -1]]}", "write"),
    "PrincipalDirections": ("{x: x_i, y: y_i}", "points"),
    "DataPlot": ("{x: x_i, y: y_i, group: c_i, boundary: b, at: {m: 5}}", "points"),
}


def plays(sections, head=HEAD):
    """The interactive of each of these sections, in their order."""
    source = head + "".join(
        f"  - id: s{place}\n    title: S\n    scene: {scene}\n    with: {given}\n"
        f"    steps:\n      - {{do: {do}, say: a}}\n"
        for place, (scene, given, do) in enumerate(sections)
    )
    scenes = standard_scenes()
    proven = prove_lesson(read_script(source, "test.yaml", scenes), known_or_decided)
    speller = Speller(proven)
    return [play_of(one, one, scenes[one.scene.value].movable, speller) for one in proven.lesson.sections]


@cache
def found():
    """The interactive of each of these scenes, by its name."""
    return dict(zip(SECTIONS, plays([(scene, *rest) for scene, rest in SECTIONS.items()]), strict=True))
