"""What scenes need of the view of a curve: each need with a value that meets it, and one that does not."""

import pytest
from fits import holds, tried

from mathora.prove.fit.views import VIEWS

ROWS = [
    ("function", "crosses(span, held)", "x + y", "held: {y: 1}", None),
    ("function", "crosses(span, held)", "x^2 + y", "held: {y: 1}", "which has no zero from -2 to 2"),
    ("function", "turns(word, span, held)", "x^2 + y", "held: {y: 1}, word: minimum", None),
    ("function", "turns(word, span, held)", "x^2 + y", "held: {y: 1}, word: maximum", "has no maximum from -2 to 2"),
    ("function", "one_way(free)", "x^3", "", None),
    ("function", "one_way(free)", "x^2", "", "which has a value at two places from -2 to 2"),
    ("number", "approached(function, number)", "x", "number: 1", None),
    ("number", "approached(function, number)", "x + 1", "number: 1", "found 1, where the curve comes to 2"),
    ("number", "approached(function, number)", r"\frac{x}{|x|}", "number: 0", "where the curve comes to -1 and 1"),
    ("function", "seen(span)", "x", "", None),
    ("function", "seen(span)", r"\sqrt{-1 - x^2}", "", "found f, which has no values from -2 to 2"),
    ("function", "seen(span)", "10^{-9} x", "", None),
    ("function", "seen(span)", "10^{-12} x", "", "too small to be read"),
    (
        "function",
        "seen(span)",
        "10^{-18} x^2",
        "",
        "which has no value beyond 4e-18 from -2 to 2: too small to be read",
    ),
    ("function", "seen(span)", "0 x", "", None),
    ("function", "seen(span)", "0", "", "which is a number; expected a function"),
    ("function", "seen(span)", r"\sin(40 x)", "", None),
    ("function", "seen(span)", r"\sin\frac{1}{x}", "", None),
    ("function", "seen(span)", r"\sin(600 x)", "", "which turns up and down too often to be seen from -2 to 2"),
    ("function", "stands(number)", r"\frac{1}{x}", "number: 1", None),
    ("function", "stands(number)", r"\sin x", "number: 1000000", "too often to be seen from -7 to 1e+06"),
    ("function", "stands(number)", "x^2", "number: 1000000", None),
    ("number", "held_in_sight(function)", r"\sin x", "number: 1000000", "turns up and down too often"),
    ("number", "held_in_sight(function, free)", r"\sin x", "number: 1005, free: [1000, 1010]", None),
    ("function", "stands(number)", r"\frac{1}{x}", "", "found x = 0, where f has no value"),
    ("function", "touched(number)", r"\left|x\right|", "number: 1", None),
    ("function", "touched(number)", r"\left|x\right|", "", "found x = 0, where f has no slope"),
    ("number", "reaches(function, number)", r"\sin x", "number: 100000", "turns up and down too often"),
    ("number", "reaches(function, number)", r"\ln x", "number: 1", None),
    ("numbers", "reaches(function, number)", "x^2", "number: 1, numbers: [0.000000001]", "no picture can tell"),
    ("number", "reaches(function, number)", r"\ln x", "number: -1", "a line from -1 to -2, where f does not have two"),
    ("number", "leaves(function)", "x^2", "number: 1", None),
    ("number", "leaves(function)", r"\sqrt{x}", "number: -1", None),
    ("number", "leaves(function)", "3 x - 1", "number: 1", "where f lies on its tangent at "),
    ("curve", "gapped(function, number)", "x^2 + x", "number: 1, curve: b", None),
    ("curve", "gapped(function, number)", "3 x^2", "number: 1, curve: b", "= 1, but there f is 3 off its tangent"),
    ("curve", "gapped(function, number)", "x^2 - x + 2", "number: 1, curve: b", None),
    ("draw.count", "newtons(function, 3, number)", "x^2 - 1", "number: 3", None),
    ("draw.count", "newtons(function, 3, number)", "x^2 - 1", "", "of which step 1, from 0, leads nowhere on f"),
    ("draw.count", "repeats(function, 3, number)", r"\sqrt{x}", "number: 3", None),
    ("draw.count", "repeats(function, 3, number)", r"\ln x", "number: 0.5", "of which step 1, from 0.5, leads nowhere"),
    ("draw.count", "rolls_down(function, numbers, number, 3)", "x^2", "numbers: [1], number: 0.1", None),
    (
        "draw.count",
        "rolls_down(function, numbers, number, 3)",
        r"\ln x",
        "numbers: [1], number: 2",
        "leads nowhere on f",
    ),
    ("draw.count", "expands(function, number)", "x^9", "number: 1", None),
    ("draw.count", "expands(function, number)", r"\left|x\right|", "", "x = 0, where f has no derivative of order 1"),
    ("functions", "meets(function, span)", "x^2", "functions: [n]", None),
    ("functions", "encloses(function, free)", r"\frac{1}{x}", "functions: [n], free: [1, 2]", None),
    ("functions", "encloses(function, free)", r"\frac{1}{x}", "functions: [n], free: [-1, 2]", "which is not bounded"),
    ("functions", "encloses(function, free)", r"\frac{1}{x}", "functions: [n]", "which is not bounded"),
    ("functions", "meets(function, span)", "x^2 + 9", "functions: [n]", "which have the same value nowhere"),
    ("number", "beside(function, number)", "x", "number: 1", None),
    ("number", "beside(function, number)", r"\frac{1}{x}", "number: 1", "which leads to 0, where f has no value"),
    ("number", "kept(function, number, span)", "x", "number: 1", None),
    ("number", "kept(function, number, span)", r"\lfloor x \rfloor", "number: 1", "come to no height, or to two"),
    ("function", "seen(span)", "10^{200} x", "", "which has values as large as 2.32e+200"),
    ("function", "settles(free)", r"\frac{1}{x}", "", None),
    ("function", "settles(free)", "x^2", "", "which has no pole from -2 to 2 and comes to no line far out"),
]


@pytest.mark.parametrize(("at", "need", "function", "given", "said"), ROWS)
def test_a_need_is_met_or_told_with_what_was_found(at, need, function, given, said):
    assert holds(at, need, function, given, said)


def test_every_need_is_tried_both_ways():
    assert tried(ROWS) == [set(VIEWS), set(VIEWS)]
