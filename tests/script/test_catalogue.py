"""A scene file's text becomes its signature; a malformed one is told where."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mathora.lesson import CountValue, Faulty, Movable, Parameter, SceneClaim, Text
from mathora.script import read_signature


def scene(body: str, *, head: str = "class Slope(LessonScene):", doc: str = '"""A slope."""') -> str:
    lines = [doc, *body.split("\n"), '@action("It is drawn.")', "def draw(self, step: StepView) -> None: ..."]
    return head + "\n" + "\n".join(f"    {line}" for line in lines) + "\n"


def test_a_whole_signature(catalogue):
    slope = catalogue["Slope"]
    assert (slope.summary, slope.file) == ("A curve and its slope.", "slope.py")
    assert tuple(replace(one, default=None) for one in slope.parameters) == (
        Parameter("function", "Function"),
        Parameter("at", "Point"),
        Parameter("span", "Interval", required=False),
        Parameter("style", "Word", required=False, words=("thin", "thick")),
        Parameter("levels", "Number", many=True, required=False),
        Parameter("smooth", "Flag", required=False),
        Parameter("label", "Formula", required=False),
    )
    assert [action.name for action in slope.actions] == ["draw", "slide", "turn_round"]
    assert slope.actions[1].describes == "The tangent at {to}."
    once = CountValue(text=Text.written("1"), number=1)
    assert slope.actions[1].parameters == (
        Parameter("to", "Number"),
        Parameter("times", "Count", required=False, default=once),
    )
    assert slope.actions[2].parameters == (Parameter("moves", "Variable"),)


def test_what_is_private_or_a_class_variable_is_no_parameter():
    signature = read_signature(scene("_curve: Curve\nwidth: ClassVar[int] = 3\nheight = 4"), "x.py")
    assert signature.parameters == ()


def test_claims_are_rows_of_a_parameter_and_a_relation():
    rows = 'cut: Number\nclaims: ClassVar = (("cut", r"0 \\le cut"), ("cut", "cut = 2 variable"))'
    assert read_signature(scene(rows), "x.py").claims == (
        SceneClaim(at="cut", relation=r"0 \le cut"),
        SceneClaim(at="cut", relation="cut = 2 variable"),
    )


@pytest.mark.parametrize("rows", ['(("cut", "cut = 2 shet"),)', '(("cat", "cut = 2"),)', "(('cut',),)", "table()"])
def test_claims_of_another_form_are_a_fault_of_the_file(rows):
    with pytest.raises(Faulty) as told:
        read_signature(scene(f"cut: Number\nclaims: ClassVar = {rows}"), "x.py")
    assert {fault.rule for fault in told.value.faults} == {"scene-claims"}


def test_a_scene_says_what_is_moved_and_read_on_the_page_and_what_it_draws_of_the_lesson():
    signature = read_signature(
        scene(
            "f: Function\nat: Point\nrate: Number\nnotes: tuple[Prose, ...]\ncaption: Prose\n"
            "movable = ('map', {'function': 'f', 'start': 'at', 'rate': 'rate'})\nread_on_page = ('notes', 'go.why')\n"
            "shows_title = False\ndraws_of_lesson = ('title', 'minutes')\n"
            '@action("It goes.")\ndef go(self, step: StepView, why: Prose) -> None: ...'
        ),
        "x.py",
    )
    assert signature.movable == Movable("map", {"function": "f", "start": "at", "rate": "rate"})
    assert signature.read_on_page == ("notes", "go.why")
    assert (signature.shows_title, signature.draws_of_lesson) == (False, ("title", "minutes"))


def test_the_file_is_read_and_never_run(tmp_path):
    trace = tmp_path / "trace"
    signature = read_signature(f"open({str(trace)!r}, 'w')\n" + scene("at: Point"), "x.py")
    assert signature.name == "Slope"
    assert not trace.exists()


@pytest.mark.parametrize(
    ("source", "place", "rule"),
    [
        ("class Slope(LessonScene)\n", "x.py:1:25", "scene-syntax"),
        ("a = '\0'", "x.py:1:1", "scene-syntax"),
        ("x = 1\n", "x.py:1:1", "scene-class"),
        (scene("at: Point") + scene("at: Point"), "x.py:6:1", "scene-class"),
        (scene("at: Point", doc="pass"), "x.py:1:1", "scene-summary"),
        ('class Slope(LessonScene):\n    """A slope."""\n', "x.py:1:1", "scene-actions"),
        (scene("at: Pint"), "x.py:3:9", "scene-parameter"),
        (scene("at: list[Point]"), "x.py:3:9", "scene-parameter"),
        (scene("at: Point\nread_on_page = ('at',)"), "x.py:4:20", "scene-reads"),
        (scene("note: Prose\nread_on_page = names()"), "x.py:4:20", "scene-reads"),
        (scene("at: Point\nshows_title = 1"), "x.py:4:19", "scene-states"),
        (scene("at: Point\ndraws_of_lesson = ('summary',)"), "x.py:4:23", "scene-states"),
        (scene("at: Point\nmovable = ('globe', {'start': 'at'})"), "x.py:4:15", "scene-movable"),
        (scene("at: Point\nmovable = ('map', {'start': 'at'})"), "x.py:4:15", "scene-movable"),
        (scene("at: Point\nmovable = ('map', ['start'])"), "x.py:4:15", "scene-movable"),
        (
            scene("f: Function\nat: Point\nmovable = ('map', {'function': 'f', 'start': 'at', 'rate': 'at'})"),
            "x.py:5:15",
            "scene-movable",
        ),
        (scene("at: Literal[1, 2]"), "x.py:3:9", "scene-parameter"),
        (scene("at: Point | Number"), "x.py:3:9", "scene-parameter"),
        (scene('@action("It is.")\ndef go(self, to: Number) -> None: ...'), "x.py:4:5", "scene-action"),
        (scene('@action("It is.")\ndef go(self, step, *to) -> None: ...'), "x.py:4:5", "scene-action"),
        (scene('@action("It is.")\ndef go(self, step, to) -> None: ...'), "x.py:4:24", "scene-parameter"),
        (scene("@action()\ndef go(self, step) -> None: ..."), "x.py:3:6", "scene-description"),
        (scene('@action(f"It is {x}.")\ndef go(self, step) -> None: ...'), "x.py:3:13", "scene-description"),
        (scene('@action("At {to}.")\ndef go(self, step, too: Number) -> None: ...'), "x.py:3:13", "scene-description"),
        (scene('@action("At {to.")\ndef go(self, step, to: Number) -> None: ...'), "x.py:3:13", "scene-description"),
    ],
)
def test_a_malformed_scene_file(source, place, rule):
    with pytest.raises(Faulty) as raised:
        read_signature(source, "x.py")
    assert (str(raised.value.faults[0].place), raised.value.faults[0].rule) == (place, rule)


def test_a_misspelt_field_of_a_description_is_guessed():
    with pytest.raises(Faulty) as raised:
        read_signature(scene('@action("At {too}.")\ndef go(self, step, to: Number) -> None: ...'), "x.py")
    assert raised.value.faults[0].hint == "did you mean 'to'?"


def test_a_claim_may_be_left_to_the_scene_to_measure():
    rows = 'cut: Number\nclaims: ClassVar = (("cut", r"0 \\le cut", "measured"), ("cut", "cut = 1"))'
    assert [claim.measured for claim in read_signature(scene(rows), "x.py").claims] == [True, False]
    with pytest.raises(Faulty):
        read_signature(scene('cut: Number\nclaims: ClassVar = (("cut", "cut = 1", "guessed"),)'), "x.py")
