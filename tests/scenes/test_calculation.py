"""Verbs on lines of formulas: each step is what its verb says, is shown on a copy of the last line, or is told."""

import pytest

from mathora.lesson import Faulty
from mathora.stage.figures.pages import calculation
from mathora.stage.figures.pages.calculation import Calculation
from tests.scenes.theatre import HEADER, on_stage, proven_section

HEAD = """
  - id: calculation
    title: A calculation
    scene: {scene}
    {given}
    steps:
      - {{do: line, say: a, show: '{before}'}}
      - {{do: {verb}, with: {{{what}}}, say: b, show: '{after}'}}
"""
MODEL = HEADER.replace("model:\n", "model:\n  h: {kind: positive}\n  y: {kind: real}\n  q(y): 3 (y + 2)\n")
STEPS = {
    "cancel": (r"term: h", r"y + h = \frac{h (y + h)}{h}", r"y + h = y + h"),
    "cancel a term": (r"term: y", r"q(y) = 3y + y + 6 - y", r"q(y) = 3y + 6"),
    "factor_out": (r"term: h", r"h (y + h) = h y + h^2", r"h (y + h) = h (y + h)"),
    "distribute": (r'term: "3"', r"q(y) = 3 (y + 2)", r"q(y) = 3 y + 3 \cdot 2"),
    "drop_constant": (
        r"term: 3 w_2^2, variable: w_1",
        r"\frac{\partial L}{\partial w_1} = \frac{\partial}{\partial w_1} \left(w_1^2 + 3 w_2^2\right)",
        r"\frac{\partial L}{\partial w_1} = \frac{\partial}{\partial w_1} w_1^2",
    ),
    "drop_constant with its sign": (
        r"term: '\frac{\partial}{\partial w_1} \left(3 w_2^2\right)', variable: w_1",
        r"\frac{\partial L}{\partial w_1} = 2 w_1 + \frac{\partial}{\partial w_1} \left(3 w_2^2\right)",
        r"\frac{\partial L}{\partial w_1} = 2 w_1",
    ),
    "power_rule": (r"variable: x", r"Q(x) = x^2", r"Q''(x) = 2 x"),
    "take_across": (r"term: 3 y", r"q(y) = 3 y + 6", r"q(y) - 3 y = 6"),
    "take_across a factor": (r'term: "3"', r"q(y) = 3 (y + 2)", r"\frac{q(y)}{3} = y + 2"),
    "substitute": (r"at: {x: 3}", r"Q(x) = x^2", r"Q(3) = 9"),
}
WRONG = {
    "no common factor": ("cancel", "term: y", *STEPS["cancel"][1:], "no factor above and below one bar"),
    "still there": ("cancel", *STEPS["cancel"][:2], r"1 = \frac{h}{h}", "where it is said to be cancelled"),
    "not of every term": ("factor_out", "term: y", *STEPS["factor_out"][1:], "no factor of every term"),
    "before no bracket": ("distribute", "term: h", *STEPS["distribute"][1:], "before no sum in brackets"),
    "no constant": (
        "drop_constant",
        "term: w_1^2, variable: w_1",
        STEPS["drop_constant"][1],
        r"\frac{\partial L}{\partial w_2} = 6 w_2",
        "the step could not be proved",
    ),
    "no power": ("power_rule", "variable: x", "X(x) = e^x", "X''(x) = e^x", "found no power of x"),
    "another derivative": ("power_rule", "variable: x", "Q(x) = x^2", "C''(x) = 3 x^2 - 3", "could not be proved"),
    "same sign": ("take_across", "term: 3 y", "q(y) = 3 y + 6", "q(y) + 3 y = 6 y + 6", "with its sign turned"),
    "another number": ("substitute", "at: {x: 2}", "Q(x) = x^2", "Q(3) = 9", "could not be proved"),
    "no such letter": ("substitute", "at: {w_1: 2}", "Q(x) = x^2", "Q(3) = 9", "w_1, which does not stand"),
}


def section(verb, what, before, after, scene="WorkedExample"):
    given = "with: {says: A claim}" if scene == "Statement" else "with: {}"
    return HEAD.format(scene=scene, given=given, verb=verb, what=what, before=before, after=after)


def told(text):
    with pytest.raises(Faulty) as caught:
        proven_section(text, MODEL)
    return " ".join(str(one) for one in caught.value.faults)


@pytest.mark.parametrize(
    ("name", "scene"),
    [*((name, "WorkedExample") for name in STEPS), *((name, "Statement") for name in STEPS if name != "substitute")],
)
def test_a_verb_takes_the_last_line_to_the_next(name, scene):
    verb = name.partition(" ")[0]
    with on_stage(section(verb, *STEPS[name], scene), header=MODEL) as stage:
        page = stage.page
        first, second = page.lines
        assert second.wording.replace(" ", "") == STEPS[name][2].replace("''", "'").replace(" ", "")
        assert second.get_top()[1] < first.get_bottom()[1]
        texts = {one.wording for one in stage.mobjects if hasattr(one, "wording")}
        assert not any("on its way" in wording for wording in texts)


@pytest.mark.parametrize(("verb", "arrive"), [("factor_out", 4), ("distribute", 5)])
def test_what_is_left_of_each_term_and_the_signs_between_them_stay(verb, arrive, monkeypatch):
    links = []
    monkeypatch.setattr(Calculation, "_become", lambda _, found, *_marks, **_time: links.extend(found))
    term, *sides = STEPS["distribute"]
    with on_stage(section(verb, term, *(sides if verb == "distribute" else sides[::-1])), header=MODEL):
        assert len({id(glyph) for link in links for glyph in link.after}) == arrive


@pytest.mark.parametrize("name", ["drop_constant", "drop_constant with its sign"])
def test_a_constant_is_framed_without_the_sign_of_its_derivative(name, monkeypatch):
    """The derivative of a constant becomes 0; what is called a constant is what stands behind its sign."""
    framed, plain = [], calculation.boxed

    def seen(ink, *rest, **more):
        framed.append(ink.width)
        return plain(ink, *rest, **more)

    monkeypatch.setattr(calculation, "boxed", seen)
    with on_stage(section("drop_constant", *STEPS[name]), header=MODEL) as stage:
        assert framed[0] < 0.25 * stage.page.lines[0].width


@pytest.mark.parametrize("name", WRONG)
def test_a_step_that_is_not_what_its_verb_says_is_told(name):
    *rest, expected = WRONG[name]
    assert expected in told(section(*rest))


def test_a_verb_needs_a_line_before_it():
    text = section("cancel", *STEPS["cancel"])
    lines = [line for line in text.splitlines() if "do: line" not in line]
    assert "found no line before this one" in told("\n".join(lines) + "\n")
