"""Sections, their steps, a scene beside and a section that goes on from the one before: read, and what is refused."""

from __future__ import annotations

import pytest

from mathora.lesson import Faulty
from mathora.script import read_script, read_signature

CURVE = '''
class Curve(LessonScene):
    """A curve."""

    function: Function

    @action("The curve.")
    def draw(self, step: StepView) -> None: ...

    @action("A point at {to}.", needs="draw")
    def slide(self, step: StepView, to: Number) -> None: ...
'''
ROWS = '''
class Rows(LessonScene):
    """Rows that fill."""

    rows: tuple[Prose, ...]
    limits = (("len(rows)", 1, 3, "each row needs room"),)

    @action("The next row.", takes="rows")
    def row(self, step: StepView) -> None: ...

    @action("A line.", shows=True)
    def line(self, step: StepView) -> None: ...
'''
HEAD = """\
id: two
title: Two
course: {track: T, unit: U, number: 1, level: Easy, minutes: 3}
model:
  f(x): x^2
sections:
"""
TWO = """\
  - id: one
    title: One
    scene: Curve
    with: {function: f}
    beside: {scene: Rows, with: {rows: [First, Second]}}
    steps:
      - {do: draw, say: a}
      - {do: slide, with: {to: 1}, say: b, beside: {do: row}}
"""
IDLE = TWO.replace("do: draw, say: a", "do: stay, say: a, beside: {do: row}").replace(
    "do: slide, with: {to: 1}", "do: stay"
)
CATALOGUE = {"Curve": read_signature(CURVE, "curve.py"), "Rows": read_signature(ROWS, "rows.py")}


def lesson(sections: str):
    return read_script(HEAD + sections, "two.yaml", CATALOGUE)


def told(sections: str) -> list[tuple[str, int, int]]:
    with pytest.raises(Faulty) as raised:
        lesson(sections)
    return [(fault.rule, fault.place.line, fault.place.column) for fault in raised.value.faults]


def test_a_section_has_its_own_scene_and_the_one_beside():
    section = lesson(TWO).sections[0]
    assert [one.scene.value for one in section.scenes] == ["Curve", "Rows"]
    assert [argument.name for argument in section.scenes[1].arguments] == ["rows"]


def test_a_step_says_what_each_does():
    steps = lesson(TWO).sections[0].steps
    assert [[act.action.value for act in step.acts] for step in steps] == [["draw"], ["slide", "row"]]


def test_a_step_may_leave_the_sections_own_scene_as_it_is():
    more = TWO + "      - {do: stay, say: c, beside: {do: line, show: f(2) = 4}, show: f(1) = 1}\n"
    step = lesson(more).sections[0].steps[2]
    assert [shown.tex.value for shown in step.displays] == ["f(1) = 1", "f(2) = 4"]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("scene: Rows", "scene: Row", ("unknown-scene", 11, 21)),
        (", with: {rows: [First, Second]}", "", ("missing-parameter", 11, 21)),
        ("rows: [First, Second]", "rows: [a, b, c, d]", ("out-of-limits", 11, 40)),
        ("[First, Second]", "[First, Second], wide: 1", ("unknown-parameter", 11, 57)),
        ("beside: {do: row}", "beside: {do: col}", ("unknown-action", 14, 57)),
        ("beside: {do: row}", "beside: {do: row, with: {at: 1}}", ("unknown-parameter", 14, 69)),
        ("beside: {do: row}", "beside: {do: line}", ("missing-show", 14, 57)),
        ("beside: {do: row}", "beside: {say: row}", ("unknown-key", 14, 53)),
        ("    beside: {scene: Rows, with: {rows: [First, Second]}}\n", "", ("nothing-beside", 13, 52)),
    ],
)
def test_what_stands_beside_is_held_to_its_own_scene(old, new, fault):
    assert fault in told(TWO.replace(old, new))


def test_each_use_too_many_of_the_scene_beside_is_told():
    more = TWO + "      - {do: stay, say: c, beside: {do: row}}\n" * 2
    assert told(more) == [("nothing-to-take", 16, 41)]


NEXT = """\
  - id: next
    title: Next
    scene: Curve
    continues: true
    steps:
      - {do: slide, with: {to: 2}, say: c, beside: {do: row}}
"""


def test_a_section_that_continues_has_the_scenes_of_the_one_before_and_goes_on_from_its_steps():
    one, following, last = lesson(TWO + NEXT + NEXT.replace("next", "last").replace(", beside: {do: row}", "")).sections
    assert following.arguments == one.arguments
    assert following.beside == one.beside
    assert following.before == one.steps
    assert last.before == (*one.steps, *following.steps)


@pytest.mark.parametrize(
    ("sections", "fault"),
    [
        (NEXT, ("nothing-to-continue", 7, 5)),
        (TWO + NEXT.replace("scene: Curve", "scene: Rows"), ("continues-another", 17, 12)),
        (TWO + NEXT.replace("true", "true\n    with: {function: f}"), ("given-before", 19, 11)),
        (TWO + NEXT.replace("true", "yes"), ("wrong-type", 18, 16)),
        (TWO + NEXT + NEXT.replace("next", "third"), ("nothing-to-take", 26, 57)),
    ],
)
def test_what_cannot_be_continued_is_told(sections, fault):
    assert fault in told(sections)


def test_a_section_that_says_yes_to_continues_is_told_that_alone():
    assert told(TWO + NEXT.replace("true", "yes")) == [("wrong-type", 18, 16)]


def test_a_first_section_that_would_continue_is_told_once_whatever_it_is_given():
    first = NEXT.replace("true", "true\n    with: {function: f}")
    assert [rule for rule, *_ in told(first)] == ["nothing-to-continue"]


def test_a_fault_of_the_section_before_is_told_once():
    assert told(TWO.replace("to: 1", "ot: 1") + NEXT) == [("missing-parameter", 14, 14), ("unknown-parameter", 14, 28)]


ONE = """\
  - id: one
    title: One
    scene: Curve
    with: {function: f}
    steps:
"""


def ids(*steps):
    return [
        step.id for step in lesson(ONE + "".join(f"      - {{{step}, say: a}}\n" for step in steps)).sections[0].steps
    ]


@pytest.mark.parametrize(
    ("steps", "named"),
    [
        (("do: draw", "do: slide, with: {to: 1}", "do: slide, with: {to: 2}"), ["draw", "slide", "slide-2"]),
        (("do: draw, id: slide", "do: slide, with: {to: 1}"), ["slide", "slide-2"]),
        (("do: draw", "do: slide, with: {to: 1}, id: draw-2", "do: draw"), ["draw", "draw-2", "draw-3"]),
    ],
)
def test_a_step_without_an_id_is_named_after_its_action_and_never_twice(steps, named):
    assert ids(*steps) == named


@pytest.mark.parametrize(
    ("sections", "fault"),
    [
        (ONE + "      - {do: stay, say: a}\n", ("nothing-stands", 12, 14)),
        (TWO.replace("do: row", "do: stay"), ("nothing-stands", 14, 57)),
        (
            TWO.replace("do: draw, say: a", "do: stay, say: a, beside: {do: row}").replace(
                "do: slide, with: {to: 1}", "do: stay"
            ),
            ("nothing-stands", 13, 14),
        ),
        (TWO.replace(", beside: {do: row}", ""), ("nothing-stands", 11, 21)),
        (ONE + "      - {do: drow, say: a}\n", ("unknown-action", 12, 14)),
        (ONE + "      - {do: draw}\n", ("missing-key", 12, 9)),
        (ONE + "      - {do: draw, say: a, id: x}\n" * 2, ("duplicate-id", 13, 32)),
        (ONE.replace("Curve", "Curv") + "      - {do: draw, say: a}\n", ("unknown-scene", 9, 12)),
        (ONE.replace("function: f", "funktion: f") + "      - {do: draw, say: a}\n", ("unknown-parameter", 10, 12)),
        (ONE, ("missing-value", 11, 11)),
    ],
)
def test_what_is_no_section_is_told_where_it_stands(sections, fault):
    assert fault in told(sections)


def test_all_faults_of_a_section_come_together():
    more = ONE.replace("Curve", "Curv") + "      - {do: draw, say: a, shw: b}\n"
    assert [rule for rule, *_ in told(more)] == ["unknown-scene", "unknown-key"]
