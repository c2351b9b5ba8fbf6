"""The interactives of tables, trees, lines and steps: every figure has one, and begins with the lesson's numbers."""

from pathlib import Path

import pytest

from mathora.export.content.plays import play_of
from mathora.export.content.speller import Speller
from mathora.export.content.story import DialsPlay, spoken
from mathora.prove import prove_lesson
from mathora.script import read_script
from tests.standard_scenes import SCENES, standard_scenes, starter_picture
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


@pytest.fixture(scope="module")
def found():
    return dict(zip(SECTIONS, plays([(scene, *rest) for scene, rest in SECTIONS.items()]), strict=True))


@pytest.mark.parametrize("path", sorted(SCENES.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_interactive_of_each_scene_s_own_example_is_made(path):
    scenes = standard_scenes()
    text = HEAD.partition("model:")[0] + path.read_text(encoding="utf-8")
    proven = prove_lesson(read_script(text, "test.yaml", scenes, pictures=starter_picture), known_or_decided)
    speller = Speller(proven)
    movable = [scenes[one.scene.value].movable for one in proven.lesson.sections]
    made = [play_of(one, one, kind, speller) for one, kind in zip(proven.lesson.sections, movable, strict=True)]
    assert any(made) == any(movable)


@pytest.mark.parametrize("scene", SECTIONS)
def test_every_figure_has_something_to_move(found, scene):
    play = found[scene]
    assert isinstance(play, DialsPlay)
    assert play.dials
    assert all(one.low <= one.start <= one.high for one in play.dials)


def test_a_table_begins_with_its_first_row_and_has_each_of_its_functions(found):
    play = found["Table"]
    assert [(one.low, one.high, one.step, one.start) for one in play.dials] == [(1, 4, 1, 1)]
    assert list(play.functions) == ["column 0", "column 1"]
    assert [one["base"] for one in play.data["heads"]] == ["f", "g"]


def test_an_entry_is_chosen_by_row_and_column(found):
    assert [(one.low, one.high) for one in found["TwoWayTable"].dials] == [(1, 2), (1, 2)]
    assert found["TwoWayTable"].data["entries"] == [[9, 1], [99, 891]]
    assert found["MatrixProduct"].data == {"left": ((1, 2), (3, 4)), "right": ((1, 2), (3, 4))}


def test_each_fork_of_a_tree_has_its_chance_and_all_leaves_can_be_chosen(found):
    dials = found["ProbabilityTree"].dials
    assert [(*one.name, one.start) for one in dials] == [
        ("chance: ill", 0.01),
        ("chance: a, after ill", 0.9),
        ("chance: a, after well", 0.09),
        ("leaf", 1),
    ]
    assert dials[-1].high == 4


def test_the_right_side_stands_behind_the_bar(found):
    assert found["Elimination"].data == {"rows": [[1, 2, 2], [3, 4, 1]], "bar": 2}


def test_a_step_size_moves_from_zero_to_twice_the_largest(found):
    play = found["Iteration"]
    assert [(spoken(one.name), one.low, one.high) for one in play.dials] == [("w", -3, 9), ("eta", 0, 0.8)]
    assert play.data["takes"] == [[0], [0]]


def test_a_recurrence_moves_its_start_and_its_functions_take_it():
    (play,) = plays([("Iteration", "{function: h, start: {p: 1}, following: [h], steps: 4}", "axes")])
    assert (play.data["rate"], play.data["takes"], len(play.dials)) == (False, [[0], [0]], 1)


@pytest.mark.parametrize(
    ("given", "pair"),
    [("{}", [[2, 1], [1, 0]]), ("{vector: v, onto: u}", [[2, 1], [1, 0]]), ("{vector: v, onto: k}", [[2, 1], [0, 1]])],
)
def test_two_vectors_on_different_lines_are_combined(given, pair):
    (play,) = plays([("Vectors", given, "arrow, with: {of: v}")])
    assert play.data["vectors"] == pair


def test_shadows_have_axes_whose_names_are_of_the_picture_alone():
    (play,) = plays([("PrincipalDirections", "{x: s_i, y: t_i}", "points")])
    assert [one["base"] for one in play.data["names"]] == ["s", "t"]


def test_points_without_a_line_have_centres_to_move():
    line, centres, bare = plays(
        [
            ("DataPlot", "{x: x_i, y: y_i, group: c_i, boundary: b, at: {m: 5}}", "points"),
            ("DataPlot", "{x: x_i, y: y_i, centres: [{x: 1, y: 2}, {x: 3, y: 3}]}", "points"),
            ("DataPlot", "{x: x_i, y: y_i}", "points"),
        ]
    )
    assert (line.kind, [*map(str, line.functions)], line.data["level"]) == ("groups", ["boundary"], 0)
    assert [one.start for one in centres.dials] == [1, 2, 3, 3]
    assert (bare.kind, len(bare.dials)) == ("clusters", 2)


def test_a_matrix_without_a_second_one_has_nothing_to_move():
    assert plays([("MatrixProduct", "{left: A}", "write")]) == [None]


def test_a_recap_and_a_myth_have_the_picture_of_their_function():
    none, curve, far, myth = plays(
        [
            ("Recap", "{points: [a]}", "point"),
            ("Recap", "{points: [a], function: f, at: {x: 1}}", "point"),
            ("Recap", "{points: [a], function: H, at: {x: 5, y: 1}}", "point"),
            ("MythAndFact", "{confusions: [{myth: a, fact: b}], function: H, at: {x: 1, y: 1}, span: [-3, 3]}", "myth"),
        ]
    )
    assert none is None
    assert (curve.start, far.start, far.span) == (1, (5, 1), (-2, 6))
    assert (myth.start, myth.span) == ((1, 1), (-3, 3))


LESSONS = sorted((Path(__file__).resolve().parents[2] / "scripts").glob("*.yaml"))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_every_page_of_the_course_has_two_things_to_move_or_more(path):
    """Proving is another test's; which section has what to move hangs on the script alone."""
    scenes = standard_scenes()
    lesson = read_script(path.read_text(encoding="utf-8"), str(path), scenes)
    kinds = [scenes[one.scene.value].movable for section in lesson.sections for one in section.scenes]
    assert sum(kind is not None for kind in kinds) >= 2


def test_a_slice_begins_where_the_script_cuts(found):
    play = found["FreezeVariable"]
    assert [spoken(dial.name) for dial in play.dials] == ["y", "x"]
    assert play.dials[0].start == 1
    low, high = play.data["up"]
    assert (low < 0, high > 16) == (True, True)


def test_a_field_of_slopes_and_one_of_two_components_are_told_apart(found):
    (flow,) = plays([("DirectionField", "{up: H, across: G}", "field")])
    assert (found["DirectionField"].kind, flow.kind) == ("slopes", "flow")
    assert (set(flow.functions), found["DirectionField"].data["across"]) == ({"u", "v"}, (0.0, 4.0))


def test_a_chain_whose_columns_say_where_to_go_is_read_by_rows():
    given = "{states: [a, b], matrix: [[0.9, 0.5], [0.1, 0.5]], by: columns}"
    (play,) = plays([("MarkovChain", given, "chain")])
    assert play.data["moves"] == [[0.9, 0.1], [0.5, 0.5]]
    assert [dial.start for dial in play.dials] == [0, 1, 0.9]


def test_two_vectors_are_one_row_under_a_kernel():
    (play,) = plays([("Convolution", "{signal: [1, 2, 4], kernel: [1, -1]}", "write")])
    assert (play.data["signal"], len(play.dials), play.dials[0].high) == ([[1, 2, 4]], 1, 2)


@pytest.mark.parametrize(("vector", "name"), [("u", "u"), ("[2, 1]", "v"), ("A u", "v")])
def test_a_vector_that_is_written_out_gets_a_name_of_its_own(vector, name):
    (play,) = plays([("LinearMap", f"{{matrix: A, vector: {vector}}}", "basis")])
    assert play.vector.base == name
