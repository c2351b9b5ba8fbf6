"""What a preview shows: faults take no picture away, and the step that was edited comes into focus."""

from __future__ import annotations

from mathora.cli.preview.session import ShownLesson, changed_step, of_faults, of_lesson, step_around
from mathora.lesson import Fault, Place
from mathora.script import read_script, read_signature

SCENE = '''
class Cards(LessonScene):
    """Cards."""

    @action("A card.")
    def turn(self, step: StepView) -> None: ...
'''


TWO = """\
id: cards
title: Cards
course: {track: T, unit: U, number: 1, level: Easy, minutes: 3}
sections:
  - id: one
    title: One
    scene: Cards
    steps:
      - {do: turn, say: First.}
      - {do: turn, say: Second.}
"""


KEYS = {"one/turn": "a", "one/turn-2": "b"}


def lesson(text=TWO):
    return read_script(text, "cards.yaml", {"Cards": read_signature(SCENE, "cards.py")})


def test_a_step_without_a_new_picture_keeps_the_one_before():
    before = of_lesson(lesson(), KEYS, KEYS, ShownLesson("", ""), "")
    now = of_lesson(lesson(), {**KEYS, "one/turn": "c"}, {"one/turn-2": "b"}, before, "")
    assert [(step.picture, step.late) for step in now.steps] == [("a", True), ("b", False)]


def test_faults_take_no_picture_away():
    before = of_lesson(lesson(), KEYS, KEYS, ShownLesson("", ""), "")
    wrong = Fault(Place("cards.yaml", 2, 8), "rule", "wrong", "mend it", 99)
    faults = [wrong, Fault(Place("course.yaml", 1, 1), "r", "")]
    now = of_faults(faults, {"cards.yaml": TWO.splitlines(), "course.yaml": ["titel: A"]}, before)
    assert [(step.picture, step.late) for step in now.steps] == [("a", True), ("b", True)]
    assert [(one.file, one.line, one.length, one.quoted) for one in now.faults] == [
        ("cards.yaml", 2, len("Cards"), "title: Cards"),
        ("course.yaml", 1, 1, "titel: A"),
    ]


def test_the_step_that_was_edited_comes_into_focus():
    edited = TWO.replace("Second", "Third")
    assert changed_step(TWO, edited, lesson(edited)) == "one/turn-2"
    assert changed_step(TWO, TWO, lesson()) == ""
    assert changed_step("", TWO, lesson()) == ""
    assert [step_around(line, lesson()) for line in (1, 9, 10, 99)] == ["", "one/turn", "one/turn-2", "one/turn-2"]
