"""A script becomes a lesson: what is written arrives, what is not written has its default."""

from __future__ import annotations

import pytest

from mathora.lesson import (
    Faulty,
    FlagValue,
    IntervalValue,
    ListValue,
    Maths,
    NameValue,
    NumberValue,
    PointValue,
    WordValue,
)
from mathora.script import read_script

COURSE = "course: {track: Maths, unit: Curves, number: 1, level: Easy, minutes: 3}\n"


def lesson_with_steps(steps: str) -> str:
    return f"id: s\ntitle: S\n{COURSE}sections:\n  - id: one\n    title: One\n    scene: Check\n    steps:\n{steps}"


def test_the_good_lesson(catalogue, good):
    lesson = read_script(good, "x.yaml", catalogue)
    assert (lesson.id, lesson.file, lesson.title.text.value) == ("slopes", "x.yaml", "Slopes")
    assert (lesson.course.number, lesson.course.minutes, lesson.course.level.value) == (1, 3, "Easy")
    assert (lesson.theme, lesson.words_per_minute, lesson.summary, lesson.colours) == ("dark", 150, None, ())
    (declaration,) = lesson.model.declarations
    assert declaration.head.value == "f(x)"
    assert declaration.body is not None
    assert (declaration.body.value, str(declaration.body.place)) == ("x^2", "x.yaml:5:9")
    (section,) = lesson.sections
    (step,) = section.steps
    assert (section.id, section.scene.value, step.id, step.action.value, step.say.text.value) == (
        "curve", "Slope", "draw", "draw", "Here it is.",
    )  # fmt: skip
    assert (step.show, step.rest, step.arguments) == ((), 0.0, ())


def test_two_lessons_that_differ_only_in_places_are_equal(catalogue, good):
    moved = "# a comment\n\n" + good.replace("say: Here it is.", "say: >-\n          Here\n          it is.")
    assert read_script(good, "x.yaml", catalogue) == read_script(moved, "x.yaml", catalogue)


def test_arguments_are_read_by_their_kinds(catalogue, good):
    source = good.replace(
        "with: {function: f, at: {x: 1}}",
        "with: {function: f, at: {x: 1}, span: [0, 3], style: thick, levels: [1, '2'], smooth: false,"
        " label: {tex: x, role: given}}",
    )
    (section,) = read_script(source, "x.yaml", catalogue).sections
    values = {argument.name: argument.value for argument in section.arguments}
    assert isinstance(values["function"], NameValue)
    point = values["at"]
    assert isinstance(point, PointValue)
    assert [(str(key), str(value)) for key, value in point.coordinates] == [("x", "1")]
    span = values["span"]
    assert isinstance(span, IntervalValue)
    assert (span.low.value, span.high.value) == ("0", "3")
    levels = values["levels"]
    assert isinstance(levels, ListValue)
    assert [level.tex.value for level in levels.items if isinstance(level, NumberValue)] == ["1", "2"]
    style, smooth = values["style"], values["smooth"]
    assert isinstance(style, WordValue)
    assert style.text.value == "thick"
    assert isinstance(smooth, FlagValue)
    assert not smooth.on
    assert values["label"].role == "given"
    assert list(values) == ["function", "at", "span", "style", "levels", "smooth", "label"]


def test_a_step_is_named_after_its_action_and_counted_from_its_second_use(catalogue, good):
    steps = "".join(f"      - {{{step}, say: Now.}}\n" for step in (
        "do: draw", "do: draw", "id: draw-3, do: draw", "do: draw", "do: turn_round, with: {moves: x}",
    ))  # fmt: skip
    source = good.partition("      - do")[0] + steps
    (section,) = read_script(source, "x.yaml", catalogue).sections
    assert [step.id for step in section.steps] == ["draw", "draw-2", "draw-3", "draw-4", "turn-round"]


def test_shown_formulas_one_or_many_with_their_roles(catalogue):
    lesson = read_script(lesson_with_steps(
        "      - do: ask\n        say: Now.\n        show: x^2\n"
        "      - do: ask\n        say: Now.\n        show:\n"
        "          - x\n          - {tex: 'x = 1', role: given, waive: a reason, tol: 0.1}\n"
    ), "x.yaml", catalogue)  # fmt: skip
    first, second = lesson.sections[0].steps
    assert [(one.tex.value, one.role) for one in first.show] == [("x^2", "claim")]
    assert [(one.tex.value, one.role) for one in second.show] == [("x", "claim"), ("x = 1", "given")]
    assert (str(second.show[1].waive), str(second.show[1].tol)) == ("a reason", "0.1")


def test_an_option_that_is_one_formula_is_its_own_answer(catalogue):
    source = lesson_with_steps("      - {do: ask, say: Now.}\n").replace(
        "    steps:",
        r"""    with:
      questions:
        - ask: Which?
          claim: x + x = \answer
          options:
            - {text: $2x$, correct: true, why: So.}
            - {text: three, answer: 3x, why: So.}
    steps:""",
    )
    (argument,) = read_script(source, "x.yaml", catalogue).sections[0].arguments
    assert isinstance(argument.value, ListValue)
    (question,) = argument.value.items
    assert [(str(option.answer), option.correct) for option in question.options] == [("2x", True), ("3x", False)]


def test_a_confusion_carries_a_mistake_and_a_claim(catalogue):
    source = lesson_with_steps("      - {do: ask, say: Now.}\n").replace(
        "    steps:",
        "    with:\n      confusions: [{myth: So $x$., wrong: 1 = 2, fact: Not so., right: 1 = 1}]\n    steps:",
    )
    (argument,) = read_script(source, "x.yaml", catalogue).sections[0].arguments
    assert isinstance(argument.value, ListValue)
    (confusion,) = argument.value.items
    assert (confusion.wrong.role, confusion.right.role) == ("mistake", "claim")
    assert isinstance(confusion.myth.pieces[1], Maths)


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "Yes", "TRUE", "y"])
def test_yaml_1_1_booleans_are_texts(word, catalogue, good):
    lesson = read_script(good.replace("title: Slopes", f"title: {word}"), "x.yaml", catalogue)
    assert lesson.title.text.value == word


@pytest.mark.parametrize("number", ["010", "1:30", "0o7", "1_000", "2001-01-01"])
def test_what_looks_like_a_yaml_1_1_number_or_date_is_a_text(number, catalogue, good):
    assert (
        read_script(good.replace("title: Slopes", f"title: {number}"), "x.yaml", catalogue).title.text.value == number
    )


def test_an_alias_repeats_what_its_anchor_marks(catalogue, good):
    source = good.replace("title: Slopes", "title: &name Slopes").replace("title: A curve", "title: *name")
    assert read_script(source, "x.yaml", catalogue).sections[0].title.text.value == "Slopes"


def test_faults_of_keys_values_scenes_and_actions_come_together(catalogue, good):
    source = (
        good.replace("title: Slopes", "heading: Slopes")
        .replace("minutes: 3", "minutes: x")
        .replace("do: draw", "do: darw")
    )
    source += good.partition("sections:\n")[2].replace("scene: Slope", "scene: Slop")
    with pytest.raises(Faulty) as raised:
        read_script(source, "x.yaml", catalogue)
    assert {fault.rule for fault in raised.value.faults} == {
        "missing-key", "unknown-key", "wrong-type", "unknown-action", "unknown-scene", "duplicate-id",
    }  # fmt: skip


def test_a_course_without_scenes_says_so(good):
    with pytest.raises(Faulty) as raised:
        read_script(good, "x.yaml", {})
    assert [fault.hint for fault in raised.value.faults] == ["this course has no scenes"]


def test_of_many_scenes_only_a_near_one_is_named(catalogue, good):
    many = catalogue | {f"{letter}Scene": catalogue["Slope"] for letter in "ABCDEFGHIJKLMN"}
    hints = []
    for written in ("Zzz", "Slpoe"):
        with pytest.raises(Faulty) as raised:
            read_script(good.replace("scene: Slope", f"scene: {written}", 1), "x.yaml", many)
        hints.append(next(fault.hint for fault in raised.value.faults if fault.rule == "unknown-scene"))
    assert hints == [f"'mathora scenes' tells what each of the {len(many)} scenes shows", "did you mean 'Slope'?"]
