"""A step of a calculation does what its verb says: it finds what it works on, and its result is proved."""

import pytest
from sample_models import declaring

from mathora.lesson import NEEDS, NameValue, Need, PointValue, Shown, Text
from mathora.prove.gate.calculating import STEPS, step_fault
from mathora.prove.task import Task, decided

MODEL = declaring({"x": {}, "a": {}, "b": {}, "y": {}, "f(x)": "x^2"})


def written(tex):
    return Shown(tex=Text.written(tex))


def told(verb, old, new, part="", variable="", **values):
    """What is said of a step; empty if nothing."""
    given = [NameValue(tex=Text.written(variable))] if variable else []
    subject = written(part) if part else given.pop() if variable else None
    if values:
        subject = PointValue(coordinates=tuple((Text.written(key), Text.written(at)) for key, at in values.items()))
    lines = (written(new), None if old is None else written(old))
    need = Need(at=Text.written("at"), parameter="p", name=verb, subject=subject, given=(*given, *lines), why="why")
    fault = step_fault(need, MODEL, lambda formula: decided(Task(formula, MODEL)).kind == "proved")
    return fault.message if fault else ""


RIGHT = [
    ("cancels", r"\frac{xa}{xb}", r"\frac{a}{b}", "x"),
    ("cancels", "a + x - x", "a", "x"),
    ("factors_out", "ax + bx", "x(a + b)", "x"),
    ("factors_out", "2x + 4", "2(x + 2)", "2"),
    ("distributes", "x(a + b)", "xa + xb", "x"),
    ("takes_across", "x + 3 = 5", "x = 5 - 3", "3"),
    ("takes_across", "ax = b", r"x = \frac{b}{a}", "a"),
    ("drops", "x^2 + a", "2x", "a", "x"),
    ("lowers", "x^3", "3x^2", "", "x"),
]


@pytest.mark.parametrize("step", RIGHT, ids=lambda step: f"{step[0]} {step[1]}")
def test_a_step_that_does_it_has_no_fault(step):
    assert told(*step) == ""


@pytest.mark.parametrize(
    ("step", "said"),
    [
        (("cancels", r"\frac{x + a}{x + b}", r"\frac{a}{b}", "x"), "no factor above and below one bar"),
        (("cancels", r"\frac{x + a}{xb}", r"\frac{a}{b}", "x"), "no factor above and below one bar"),
        (("cancels", r"\frac{xa}{xb}", r"\frac{xa}{xb}", "x"), "in the new line"),
        (("cancels", r"\frac{xa}{xb}", r"\frac{b}{a}", "x"), "could not be proved"),
        (("factors_out", "ax + b", "x(a + b)", "x"), "no factor of every term"),
        (("factors_out", "ax + bx", "ax + bx", "x"), "before a sum in brackets"),
        (("factors_out", "ax + bx", "x(a - b)", "x"), "could not be proved"),
        (("factors_out", "2x + 5", "2(x + 2)", "2"), "no factor of every term"),
        (("factors_out", "2x + 4", "2(x + 4)", "2"), "could not be proved"),
        (("distributes", "xa + b", "xa + xb", "x"), "before no sum in brackets"),
        (("distributes", "3x(a + b)", "3xa + 3xb", "3x"), "several factors; expected one"),
        (("factors_out", "3xa + 3xb", "3x(a + b)", "3x"), "several factors; expected one"),
        (("distributes", "x(a + b)", "x(b + a)", "x"), "said to be multiplied in"),
        (("distributes", "x(a + b)", "xa + b", "x"), "could not be proved"),
        (("takes_across", "x + 3 = 5", "x = 5 + 3", "3"), "with its sign turned"),
        (("takes_across", "x + 3 = 5", "x = 4 - 3", "3"), "could not be proved"),
        (("takes_across", "ax = b", r"x = \frac{a}{b}", "a"), "does not go from one side"),
        (("takes_across", "ax = b", r"x = \frac{2b}{a}", "a"), "could not be proved"),
        (("drops", "2x^2 + a", "4x", "b", "x"), "no term of a sum"),
        (("drops", "x^2 + x", "2x", "x", "x"), "could not be proved"),  # it is no constant
        (("drops", "x^2 + a", "x^2", "a", "x"), "could not be proved"),
        (("lowers", "a^3", "3a^2", "", "x"), "no power of x"),
        (("lowers", "x^3", "3x", "", "x"), "could not be proved"),
    ],
    ids=lambda one: "" if isinstance(one, tuple) else one,
)
def test_a_step_that_does_not_is_told(step, said):
    assert said in told(*step)


@pytest.mark.parametrize(
    ("old", "new"),
    [("x + 3 < 5", "x > 5 - 3"), (r"x - 3 \ne 5", "x = 5 + 3"), ("x + 3 = 5", "x < 5 - 3"), ("x + 3 = 5 = 5", "x = 2")],
)
def test_only_an_equation_has_sides_that_a_term_goes_between(old, new):
    assert "no equation of two sides" in told("takes_across", old, new, "3")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("x^2 + a", "4 + a", ""),
        ("f'(x)", "4", ""),
        ("x^2 + a", "5 + a", "could not be proved"),
        ("a^2", "4", "found a number for x, which does not stand"),
        ("x^2 + a", "4", "found no number for a"),
        (r"\sum_{x=1}^3 x", "6", "could not be proved"),  # a letter of the sum's own is no place for a number
        (r"\int_0^1 x \, dx", "2", "could not be proved"),
    ],
)
def test_numbers_are_put_in_for_all_letters_that_stand_there(old, new, said):
    assert (said in told("substitutes", old, new, x="2")) if said else told("substitutes", old, new, x="2") == ""


def test_a_step_needs_a_line_before_it():
    assert "found no line before this one" in told("cancels", None, "a", "x")
    assert told("substitutes", None, "a", x="2") == ""  # a line that is only written


def test_each_verb_is_a_need_that_says_how_it_is_mended():
    assert all(NEEDS[verb].mend for verb in STEPS)
    assert {verb for verb, *_ in RIGHT} | {"substitutes"} == STEPS.keys()
