"""What an editor is told of a place of a script: what may stand there, what a name is, where it is declared."""

from __future__ import annotations

import pytest

from mathora.cli.lsp.answers import (
    defined_at,
    explained,
    known_commands,
    named_alike,
    names_of_model,
    step_at,
    suggestions,
)
from mathora.script import read_script, read_signature

SCENE = '''
class Cards(LessonScene):
    """Cards that are turned."""

    height: Number
    style: Literal["thin", "thick"] = "thin"

    @action("The next card turns.", moves=("flip",))
    def turn(self, step: StepView, to: Number, slowly: Flag = False) -> None: ...
'''


CATALOGUE = {"Cards": read_signature(SCENE, "cards.py")}


TEXT = """\
id: slopes
model:
  f(x): x^2
  w_1: {kind: real}
sections:
  - id: one
    scene: Cards
    with: {height: 1, }
    steps:
      - do: turn
        with: {to: 1, }
        say: Here {} is $f$ and \\fr
""".splitlines()


def offered(line, column):
    return [one.word for one in suggestions(TEXT, line, column, CATALOGUE)]


def test_what_may_stand_at_a_place_is_offered():
    assert offered(7, 12) == ["Cards"]
    assert offered(10, 13) == ["turn"]
    assert offered(8, 23) == ["height", "style"]
    assert offered(11, 23) == ["to", "slowly"]
    assert offered(12, 20) == ["flip"]
    assert "\\frac" in offered(12, len(TEXT[11]) + 1)
    assert offered(12, 15) == ["f", "w_1"]


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ("{hei", ["height", "style"]),
        ("{style: [thin, thick], ", ["height", "style"]),
        ("{style: {f: 1}, ", ["height", "style"]),
        ("{height: ", ["f", "w_1"]),
        ("{height: 1, style: ", ["f", "w_1"]),
        ("{height: [f, ", ["f", "w_1"]),
        ("{height: {f: 1, ", ["f", "w_1"]),
    ],
)
def test_a_parameter_is_offered_where_a_key_may_stand_and_a_name_where_its_value_may(given, names):
    lines = [*TEXT[:7], f"    with: {given}"]
    assert [one.word for one in suggestions(lines, 8, len(lines[7]) + 1, CATALOGUE)] == names


def test_commands_that_are_understood_are_offered():
    assert {"\\frac", "\\alpha", "\\sin", "\\le", "\\nabla"} <= set(known_commands())


def test_names_of_the_model_and_where_they_are_declared():
    assert names_of_model(TEXT) == ["f", "w_1"]
    assert defined_at(TEXT, 12, TEXT[11].index("$f") + 2) == (3, 3)
    assert defined_at(TEXT, 1, 1) is None


def test_what_a_parameter_and_a_name_are_is_told_where_they_stand():
    def told(line, word):
        return explained(TEXT, line, TEXT[line - 1].index(word) + 2, CATALOGUE, None)

    assert told(7, "Cards") == "**Cards**: Cards that are turned."
    assert told(10, "turn") == "**turn**: The next card turns."
    assert told(8, "height") == "**height**: Number"
    assert told(11, "to:") == "**to**: Number"
    assert told(12, "f$") == "`f(x): x^2`"
    assert told(1, "slopes") == ""


def test_a_name_is_lit_wherever_it_stands():
    assert [*named_alike(TEXT, 12, TEXT[11].index("$f") + 2)] == [(3, 3, 1), (12, TEXT[11].index("$f") + 2, 1)]
    assert [*named_alike(TEXT, 12, 10)] == []


@pytest.mark.parametrize(
    ("text", "is_comment"),
    [
        (["a: 1 # f"], True),
        (["# f"], True),
        (["a:", "  # f"], True),
        (["a: '#' # f"], True),
        (["say: it's # f"], True),
        (["a: '# f"], False),
        (["a: x#f"], False),
        (["say: >- # so", "  # f"], False),
        (["- |", "  x # f"], False),
    ],
)
def test_nothing_is_offered_in_a_comment(text, is_comment):
    lines = ["model:", "  f(x): x", *text]
    assert (suggestions(lines, len(lines), len(lines[-1]) + 1, {}) == []) == is_comment


def test_a_step_is_found_by_the_line_of_its_action():
    text = "id: a\ntitle: A\ncourse: {track: T, unit: U, number: 1, level: Easy, minutes: 3}\nsections:\n"
    text += "  - id: one\n    title: One\n    scene: Cards\n    with: {height: 1}\n    steps:\n"
    text += "      - do: turn\n        with: {to: 1}\n        say: Go.\n"
    read = read_script(text, "x.yaml", CATALOGUE)
    assert [step_at(read, text.splitlines(), line) for line in (10, 11, 99)] == ["one/turn", "", ""]
