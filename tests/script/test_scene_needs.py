"""What a scene needs of its values is read from its file's text, and means the values of each section and step."""

from __future__ import annotations

import pytest

from mathora.lesson import CountValue, Faulty, ListValue, NumberValue
from mathora.script import read_script, read_signature
from tests.standard_scenes import standard_scenes

SCENE = '''
class Walk(LessonScene):
    """A point that walks."""

    function: Function
    at: Number
    start: Point
    rate: Number = 0.5
    span: Interval = Interval(-2, 2)
    stops: tuple[Number, ...] = ()

    needs: ClassVar = ({rows})
    named: ClassVar = {"place": "last of at move restart"}

    @action("It goes.")
    def go(self, step: StepView, count: Count = 1) -> None: ...

    @action("It begins anew.")
    def restart(self, step: StepView, rate: Number) -> None: ...

    @action("It moves.")
    def move(self, step: StepView, to: Number, of: Variable | None = None) -> None: ...

    @action("It leaps.")
    def leap(self, step: StepView, to: Point) -> None: ...

    @action("It looks.")
    def look(self, step: StepView) -> None: ...
'''
LESSON = """\
id: walk
title: A walk
course: {{track: T, unit: U, number: 1, level: Easy, minutes: 3}}
model: {{f(x): x^2}}
sections:
  - id: one
    title: One
    scene: Walk
    with: {{function: f, at: 1, start: {{x: 1}}{more}}}
    steps:
"""


def signature(rows: str):
    return read_signature(SCENE.replace("{rows}", rows), "walk.py")


def needs(row: str, *steps: str, more: str = ""):
    source = LESSON.format(more=more) + "".join(f"      - {{{step}, say: a}}\n" for step in steps or ["do: look"])
    lesson = read_script(source, "walk.yaml", {"Walk": signature(row)})
    return lesson.sections[0].needs


def number(value) -> str | None:
    match value:
        case NumberValue(tex=text):
            return text.value
        case CountValue(number=count):
            return str(count)
    return None


def test_a_need_of_the_scene_is_told_where_its_value_is_written():
    (need,) = needs('("at", "inside(span)", "why"),')
    assert (need.at.value, need.at.place.line, need.at.place.column) == ("1", 9, 29)
    assert (need.parameter, need.name, need.why, number(need.subject)) == ("at", "inside", "why", "1")
    (span,) = need.given
    assert (span.low.value, span.high.value) == ("-2", "2")  # its default, as the scene's file writes it


def test_a_need_of_an_action_holds_each_time_that_it_is_played():
    found = needs('("go.count", "descends(function, start, rate, count, span)", "w"),', "do: go", "do: look", "do: go")
    assert [need.at.place.line for need in found] == [11, 13]


@pytest.mark.parametrize(
    ("steps", "at"),
    [
        (("do: look",), "1"),
        (("do: move, with: {to: 3}", "do: move, with: {to: 4}", "do: look"), "4"),
        (("do: look", "do: move, with: {to: 3}"), "1"),
        (("do: restart, with: {rate: 1}", "do: move, with: {to: 3}", "do: restart, with: {rate: 2}", "do: look"), None),
    ],
)
def test_the_last_number_that_some_actions_were_given_counts(steps, at):
    for place in ("last of at move restart", "{place}"):
        *_, need = needs(f'("look.function", "stands({place})", "w"),', *steps)
        (given,) = need.given
        assert number(given) == at


@pytest.mark.parametrize(
    ("steps", "latest"),
    [((), []), (("do: go", "do: move, with: {to: 3}"), ["move"]), (("do: move, with: {to: 3}", "do: go"), ["go"])],
)
def test_of_some_actions_the_one_that_was_played_last_counts(steps, latest):
    row = '("look.at", "follows(function, latest of go move)", "w"),'
    found = [need.given[1] for need in needs(row, *steps, "do: look")]
    assert [one.text.value for one in found] == latest


def test_a_point_counts_as_an_action_moved_it():
    steps = ("do: move, with: {to: 3}", "do: move, with: {of: x, to: 5}", "do: look")
    moved = ("move", steps), ("leap", ("do: leap, with: {to: {x: 5}}", "do: look"))
    for action, played in moved:
        (need,) = needs(f'("look.function", "seen(span, start after {action})", "w"),', *played)
        point = {name.value: at.value for name, at in need.given[1].coordinates}
        assert point == {"x": "5"}


@pytest.mark.parametrize("steps", [(), ("do: look",)])
def test_a_need_of_the_scene_s_value_for_an_action_holds_only_if_that_is_played(steps):
    found = needs('("look.at", "value(function)", "w"),', *steps, "do: restart, with: {rate: 1}")
    assert [need.at.value for need in found] == ["1"] * len(steps)


def test_each_item_of_a_list_is_looked_at_but_for_what_is_said_of_the_whole_list():
    found = needs('("stops", "inside(span)", "w"),', more=", stops: [1, 7]")
    assert [number(one.subject) for one in found] == ["1", "7"]
    assert {one.name for one in needs('("at", "inside(span), value(function)", "w"),')} == {"inside", "value"}
    assert len(needs('("stops, at", "inside(span)", "w"),', more=", stops: [1, 7]")) == 3
    (need,) = needs('("stops", "even()", "w"),', more=", stops: [1, 7]")
    assert isinstance(need.subject, ListValue)


def test_an_action_s_value_that_was_given_last_counts_and_before_it_the_scene_s():
    row = '("go.count", "descends(function, start, restart.rate, count since restart, span)", "w"),'
    steps = ("do: go, with: {count: 2}", "do: go", "do: restart, with: {rate: 3}", "do: go", "do: go, with: {count: 4}")
    found = needs(row, *steps)
    assert [(number(need.given[2]), number(need.given[3])) for need in found] == [
        ("0.5", "2"),
        ("0.5", "3"),
        ("3", "1"),
        ("3", "5"),
    ]


def test_how_often_an_action_was_played_since_another_can_be_held_against_a_need():
    steps = ("do: go", "do: look", "do: restart, with: {rate: 3}", "do: look", "do: look")
    found = needs('("look.at", "still_open(look since restart, 1)", "w"),', *steps)
    assert [need.given[0].number for need in found] == [1, 1, 2]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('("at", "insde(span)", "w"),', "'insde(span)' is no need"),
        ('("at", "inside", "w"),', "'inside' is no need"),
        ('("to", "inside(span)", "w"),', "found to, expected Number or Point or Interval"),
        ('("jump.at", "inside(span)", "w"),', "found jump.at, expected Number"),
        ('("function", "inside(span)", "w"),', "found function, expected Number"),
        ('("at", "inside(rate)", "w"),', "found (Number), expected (Interval)"),
        ('("at", "inside(reach)", "w"),', "found (no parameter reach), expected (Interval)"),
        ('("at", "inside()", "w"),', "found (), expected (Interval)"),
        ('("at", "follows(function, latest of go jump)", "w"),', "found (Function, no parameter latest of go jump)"),
        ('("at", "inside(span, span)", "w"),', "expected (Interval)"),
        ('("at", "inside(span)"),', "needs are rows of a parameter, its needs, and why"),
        ('("look.function", "stands({places})", "w"),', "needs are rows of a parameter, its needs, and why"),
        ("ROWS", "needs are rows of a parameter, its needs, and why"),
    ],
)
def test_a_row_that_names_what_is_not_there_is_a_fault_of_the_scene_file(row, said):
    with pytest.raises(Faulty) as raised:
        signature(row)
    (fault,) = raised.value.faults
    assert (fault.rule, fault.place.line) == ("scene-needs", 12)
    assert said in fault.message


def test_what_is_wrong_with_a_matrix_or_a_formula_is_told_where_that_is_written():
    given = "matrix: [[1, 2], [3, 4]], right: [1, 2, 3]"
    source = LESSON.format(more="").replace("scene: Walk", "scene: Elimination")
    source = source.replace("function: f, at: 1, start: {x: 1}", given)
    lesson = read_script(source + "      - {do: write, say: a}\n", "walk.yaml", standard_scenes())
    (need,) = (one for one in lesson.sections[0].needs if one.parameter == "right")
    column = source.splitlines()[8].index("1, 2, 3") + 1
    assert (need.at.place.line, need.at.place.column, len(need.at.value)) == (9, column, 1)
