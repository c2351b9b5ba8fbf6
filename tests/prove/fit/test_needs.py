"""What scenes need of functions, points and counts: each need with a value that meets it, and one that does not."""

import pytest
from fits import BOWL, LESSON, SCENE, STEPS, P, Q, holds, told, tried

from mathora.lesson import NEEDS
from mathora.prove import prove_lesson
from mathora.prove.fit.along import ALONG
from mathora.prove.fit.counts import COUNTS
from mathora.prove.fit.data import DATA as OF_DATA
from mathora.prove.fit.descent import DESCENT
from mathora.prove.fit.laws import LAWS
from mathora.prove.fit.level_sets import LEVEL_SETS
from mathora.prove.fit.needs import TABLE
from mathora.prove.fit.steps import STEPS as OF_STEPS
from mathora.prove.fit.views import VIEWS
from mathora.prove.gate.calculating import STEPS as OF_LINES
from mathora.prove.task import Fit, decided
from mathora.script import read_script, read_signature

LINED = "held: {x: 1, y: 1}, point: {x: 1, y: 0}, span: [0, 1]"
ROWS = [
    ("function", "variables(2)", BOWL, "", None),
    ("function", "variables(1, 2)", "x", "", None),
    ("function", "variables(2)", "x + y + z", "", "found f(x, y, z), expected a function of two variables"),
    ("function", "bounded()", "b", "", None),
    ("function", "bounded()", "x", "", "found f(x), whose x has no bounded domain"),
    ("function", "somewhere(span)", r"\ln x + y", "", None),
    ("function", "somewhere(span)", r"\sqrt{-1 - x^2}", "", "found f(x), which has no value for x from -2 to 2"),
    ("function", "somewhere(span)", r"\sqrt{10^{-6} - x^2 - y^2}", "", "on less than a hundredth of what is drawn"),
    ("function", "everywhere(span)", "x^2", "", None),
    ("function", "everywhere(span)", r"\frac{1}{x}", "", "found f(x), which has no value at x = 0"),
    ("function", "everywhere(span)", r"\frac{1}{x - \sqrt{2}}", "", "which has no value at x = 1.41421"),
    ("function", "everywhere(span)", r"\lfloor x + 0.3 \rfloor", "", "which has no value at x = "),
    ("function", "everywhere(span)", r"\sin(40 x)", "", None),
    ("function", "varies(span)", r"10^{-9} x", "", None),
    ("function", "varies(span)", "0 x + 5", "", "found f(x), which is 5 everywhere"),
    ("function", "varies(span)", "10^{-20} x", "", "found f(x), which has no value beyond 2e-20: too small to be read"),
    ("function", "levels_out()", "b", "", None),
    ("function", "levels_out()", "c", "", "no highest or lowest point with a level tangent"),
    ("function", "flows(span, span)", r"\frac{y}{x}", "", None),
    ("function", "flows(span, span)", r"\sqrt{-1 - x^2 - y^2}", "", "found a field with no direction anywhere"),
    ("number", "inside(span)", "x", "number: 2", None),
    ("number", "inside(free)", "x", "number: 99", None),
    ("number", "inside(span)", "x", "number: 7", "number: found 7, expected a value from -2 to 2"),
    ("point", "inside(span)", BOWL, P, None),
    ("point", "inside(span)", BOWL, "point: {x: 1, y: -3}", "point: found y = -3, expected a value from -2 to 2"),
    ("point", "framed(function, span, free)", BOWL, P, None),
    ("point", "framed(function, span, span)", BOWL, "point: {x: 1, y: -3}", "found y = -3, expected a value from -2"),
    ("functions", "same_variables(function)", "x", "functions: [n]", None),
    ("functions", "same_variables(function)", "x", "functions: [w]", "found w(y), expected a function of x like f(x)"),
    ("number", "within(function)", "b", "number: 0.5", None),
    ("number", "within(function, moves)", "2 y + b(x)", "number: 9, moves: y", None),
    ("number", "within(function, moves, held)", "2 y + b(x)", "number: 9, held: {y: 1}", None),
    (
        "number",
        "within(function, moves, held)",
        "b",
        "number: 9, held: {x: 1}",
        "found 9, expected a value from 0 to 1",
    ),
    ("number", "within(function)", "b", "number: -0.5", "found -0.5, expected a value from 0 to 1, the domain of b"),
    ("point", "coordinates(function)", BOWL, P, None),
    ("curve", "runs_along(function, held, point, span)", "x y", f"{LINED}, curve: c", None),
    ("curve", "runs_along(function, held, point, span)", "x y", f"{LINED}, curve: n", "found 0 at x = 0, where f is 1"),
    ("point", "bends(function, held)", BOWL, "point: {x: 0.1, y: 0}, held: {x: 1, y: 1}", None),
    (
        "point",
        "bends(function, held)",
        "2 x + y",
        "point: {x: 1, y: 1}, held: {x: 1, y: 1}",
        "where f lies on its tangent",
    ),
    ("point", "bends(function, held)", "x y", "point: {x: 1, y: 0}, held: {x: 1, y: 1}", "x = 2, y = 1, where f lies"),
    (
        "point",
        "bends(function, held)",
        r"\sqrt{x} y",
        "point: {x: -2, y: 0}, held: {x: 1, y: 1}",
        "where f has no value",
    ),
    ("point", "coordinates(function)", BOWL, "point: {x: 1}", "found values for x, expected one for each of"),
    ("point", "coordinates(function)", BOWL, "point: {x: 1, y: 1, z: 1}", "found values for x, y, z"),
    ("point", "freezes(function, moves)", BOWL, "point: {y: 1}, moves: x", None),
    ("point", "freezes(function, moves)", BOWL, "point: {x: 1}, moves: x", "expected one for y"),
    ("point", "freezes(function, moves)", BOWL, "point: {x: 1, y: 1}, moves: x", "for x, y, expected one for y"),
    ("moves", "of(function)", BOWL, "moves: x", None),
    ("moves", "of(function)", BOWL, "moves: z", "moves: found z, expected one of x, y"),
    ("moves", "among(known)", BOWL, "moves: x, known: [x, z]", None),
    ("moves", "among(known)", BOWL, "moves: y, known: [x, z]", "moves: found y, expected one of x, z"),
    ("point", "value(function)", BOWL, P, None),
    ("point", "value(function)", r"y + \frac{1}{x}", Q, "found y = 0, x = 0, where f has no value"),
    ("number", "value(function)", r"\ln x", "number: -1", "found x = -1, where f has no value"),
    ("number", "value(function, moves, held)", r"\ln x + y", "number: 1, moves: x, held: {y: 1}", None),
    ("number", "slope(function, moves, held)", STEPS, "number: 1.5, moves: x, held: {y: 1}", None),
    ("number", "slope(function, moves, held)", STEPS, "number: 1, moves: x, held: {y: 1}", "has no slope along x"),
    ("number", "slope(function, moves, held)", STEPS, "number: 1, moves: y, held: {x: 1}", None),
    ("number", "slope(function)", r"\sqrt{x}", "number: 0", "f has no slope along x"),
    ("number", "slope(function)", r"\left|x\right|", "number: 0", "found x = 0, where f has no slope along x"),
    ("number", "slope(function)", r"10^9 x^2", "number: 1", None),
    ("number", "slope(function)", r"10^{-9} x^2", "number: 1", None),
    ("number", "slope(function)", r"100000 + x^2", "number: 1", None),
    ("number", "slope(function)", r"e^{20 x}", "number: 1", None),
    ("number", "slope(function)", r"\sin(50 x)", "number: 1", None),
    ("number", "slope(function)", r"\sin(10^9 x)", "number: 0.000000001", None),
    ("number", "slope(function)", r"\sin(10^7 x)", "number: 1", None),
    ("number", "slope(function)", r"\left|\sin(10^9 x)\right| + x", "number: 0", "f has no slope along x"),
    ("number", "slope(function)", r"\left|x - 1\right| + 5 x", "number: 1", "f has no slope along x"),
    ("point", "slope(function)", r"\max(x, y)", P, "where f has no slope along x"),
    ("number", "positive()", "x", "number: 0.1", None),
    ("number", "positive()", "x", "number: -1", "found -1, expected a number above zero"),
    ("number", "reached(function, span)", BOWL, "number: 3", None),
    ("number", "reached(function, span)", BOWL, "number: 100", "found 100, but f goes from 0 to 16"),
    ("numbers", "even()", BOWL, "numbers: [1, 5, 3]", None),
    ("numbers", "even()", BOWL, "numbers: [1, 2, 4]", "found 1, 2, 4, with unequal steps"),
    ("labels", "fewer(counts)", BOWL, "labels: [f], counts: [2, 3]", None),
    ("labels", "fewer(counts)", BOWL, "labels: [f, f], counts: [2, 3]", "found 2 of them, expected at most 1"),
    ("counts", "line_of(program)", BOWL, "counts: [1, 1], program: a = 1", None),
    ("counts", "line_of(program)", BOWL, "counts: [1, 2], program: a = 1", "found line 2 of a program of 1 lines"),
    ("point", "on_axes(span, free)", BOWL, P, None),
    ("point", "on_axes(span, free)", BOWL, f"{P}, free: [0, 0.5]", "found 1, expected a value from 0 to 0.5"),
    ("number", "inside(-2 to 2)", BOWL, "number: -3", "found -3, expected a value from -2 to 2"),
    ("number", "laddered(numbers, number so far)", BOWL, "number: 5, numbers: [1, 3]", None),
    ("number", "laddered(numbers, number so far)", BOWL, "number: 5, numbers: [1, 2]", None),
    ("number", "laddered(numbers, numbers)", BOWL, "number: 5, numbers: [1, 2, 4]", "with unequal steps"),
    ("numbers", "distinct()", BOWL, "numbers: [1, 5, 3]", None),
    ("numbers", "distinct()", BOWL, "numbers: [1, 5, 1]", "found 1 twice, expected different ones"),
    ("texts", "distinct()", BOWL, "texts: [a, b, A]", None),
    ("texts", "distinct()", BOWL, "texts: [a, b, a]", "found 'a' twice, expected different ones"),
    ("functions", "distinct()", BOWL, "functions: [f, g]", None),
    ("functions", "distinct()", BOWL, "functions: [f, g, f]", "found f twice"),
    ("functions", "distinct(function)", BOWL, "functions: [g]", None),
    ("functions", "distinct(function)", BOWL, "functions: [g, f]", "found f twice"),
    ("function", "settled(held)", BOWL, "held: {y: 1}", None),
    ("function", "settled(held)", BOWL, "", "found f(x, y) without a number for y"),
    ("function", "settled(held)", BOWL, "held: {x: 1, y: 1}", "with a number for x, along which it is drawn"),
    ("moves", "parameter(function)", BOWL, "moves: y", None),
    ("moves", "parameter(function)", BOWL, "moves: x", "found x, expected one of y"),
    ("function", "nonnegative(held, span)", BOWL, "held: {y: 1}", None),
    ("function", "nonnegative(held, span)", "x + y", "held: {y: 1}", "found f(x, y), which is -1 somewhere"),
    ("function", "one_free(held)", BOWL, "held: {y: 1}", None),
    ("function", "one_free(held)", BOWL, "", "found f(x, y) with 2 variables that may change, expected 1"),
    ("number", "on_curve(function, held)", r"\ln x + y", "number: 1, held: {y: 1}", None),
    ("number", "on_curve(function, held)", r"\ln x + y", "number: -1, held: {y: 1}", "found x = -1, y = 1, where f"),
    ("number", "on_curve(curve)", "x", "number: 2, curve: b", "found 2, expected a value from 0 to 1, the domain of b"),
    ("number", "touches(curve)", "x", "number: 2, curve: b", "found 2, expected a value from 0 to 1, the domain of b"),
    ("number", "touches(function, held)", r"\left|x\right| + y", "number: 1, held: {y: 1}", None),
    ("number", "touches(function, held)", r"\left|x\right| + y", "number: 0, held: {y: 1}", "f has no slope along x"),
    ("number", "follows(function, word, held)", r"\left|x\right|", "number: 0, word: secant", None),
    ("number", "follows(function, word, held)", r"\left|x\right|", "number: 1, word: tangent", None),
    ("number", "follows(function, word, held)", r"\left|x\right|", "number: 0, word: tangent", "f has no slope"),
]


@pytest.mark.parametrize(("at", "need", "function", "given", "said"), ROWS)
def test_what_a_scene_needs_is_met_or_told_with_what_was_found_and_what_is_expected(at, need, function, given, said):
    assert holds(at, need, function, given, said)


def test_every_need_is_computed_and_those_of_no_other_module_are_tried_both_ways():
    assert set(TABLE) | set(OF_LINES) == set(NEEDS)  # what steps of a calculation need has tests of its own
    elsewhere = {"given", *DESCENT, *ALONG, *VIEWS, *LAWS, *LEVEL_SETS, *COUNTS, *OF_DATA, *OF_STEPS}
    assert tried(ROWS) == [set(TABLE) - elsewhere] * 2


def test_a_value_that_cannot_be_read_is_told_once_and_nothing_is_needed_of_it():
    assert [one.partition("[")[2][:12] for one in told("number", "inside(span)", "x", "number: x")] == ["not-a-number"]


@pytest.mark.parametrize(
    ("at", "need", "given"),
    [
        ("labels", "fewer(counts)", "labels: [t, x], counts: [3, 1]"),
        ("function", "seen(span, held)", "held: {y: t}"),
        ("numbers", "distinct()", "numbers: [t, 1]"),
    ],
)
def test_nor_of_a_list_or_a_point_with_such_a_value_in_it(at, need, given):
    (one,) = told(at, need, "x", given)
    assert one.startswith("unknown name t")


def test_all_needs_of_a_section_are_one_question_while_they_are_met():
    asked = []

    def decide(task):
        asked.append(task)
        return decided(task)

    signature = read_signature(SCENE.format(at="number", need="inside(span)"), "picture.py")
    source = LESSON.format(function="x", given="function: f, number: 1", count=1)
    prove_lesson(read_script(source, "picture.yaml", {"Picture": signature}), decide)
    (fit,) = [task for task in asked if isinstance(task, Fit)]
    assert len(fit.needs) == 1
