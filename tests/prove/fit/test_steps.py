"""What scenes need of the steps of a computation: each need with a value that meets it, and one that does not."""

import pytest
from fits import BOWL, holds, tried

from mathora.prove.fit.steps import STEPS

ROWS = [
    ("function", "computes(point)", "s", "point: {u: 2}", None),
    ("function", "computes(point)", "s", "point: {x: 1}", "found no number for u, expected one for each input"),
    ("function", "computes(point)", "s", "point: {u: 0}", "found u = 0, where r has no value or no slope"),
    ("function", "in_a_row()", "s", "", None),
    ("function", "in_a_row()", BOWL, "", "expected steps of one variable"),
    ("number", "carries(function, point)", "s", "number: 1, point: {u: 2}", None),
    ("number", "carries(function, point)", "s", "number: -2, point: {u: 2}", "found u = 0, where r has no value"),
    ("number", "carries(function, point)", r"\frac{1}{x - 1}", "number: -2, point: {x: 2}", "found x = 1, where f"),
    ("point", "adds_up(function, point)", "x + y", "point: {x: 1, y: 1}", None),
    ("point", "adds_up(function, point)", "x y", "point: {x: 1, y: 1}", "found that f changes by 3, where what"),
    ("point", "adds_up(function, point)", r"\sqrt{5 - x y}", "point: {x: 2, y: 2}", "found x = 4, y = 4, where f"),
    ("point", "sides_of_area(function, function)", "x y", "point: {x: 1, y: 2}", None),
    ("point", "sides_of_area(function, function)", "x y", "point: {x: 1, y: 0}", "found that f is 0"),
    ("point", "lengthens(function, function, point)", "x^2", "point: {x: 1}", None),
    ("point", "lengthens(function, function, point)", "9 - x^2", "point: {x: 1}", "found that f goes from 8 to 5"),
    ("point", "lengthens(function, function, point)", "101^x", "point: {x: 1}", "found that f goes from 101 to 10201"),
    ("point", "inputs(function)", "s", "point: {u: 0}", None),
    ("point", "inputs(function)", "s", "point: {x: 0}", "found x, expected inputs: u"),
    ("moves", "used(function)", "s", "moves: u", None),
    ("moves", "used(function)", "s", "moves: x", "found x, expected one of u, r"),
    ("point", "goes_on(function, point)", "s", "point: {u: 2}", None),
    ("point", "goes_on(function, point)", "s", "point: {u: 0}", "found u = 0, where r has no value or no slope"),
]


@pytest.mark.parametrize(("at", "need", "function", "given", "said"), ROWS)
def test_a_need_is_met_or_told_with_what_was_found(at, need, function, given, said):
    assert holds(at, need, function, given, said)


def test_every_need_is_tried_both_ways():
    assert tried(ROWS) == [set(STEPS), set(STEPS)]
