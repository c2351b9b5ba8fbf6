"""What scenes need of a function along one variable: each need with a value that meets it, and one that does not."""

import pytest
from fits import BOWL, P, Q, holds, tried

from mathora.prove.fit.along import ALONG

ROWS = [
    ("number", "onward(function, point, function, span, span)", BOWL, f"{P}, number: 0.1", None),
    ("number", "onward(function, point, function, span, span)", BOWL, f"{P}, number: 5", "out of the window"),
    ("number", "onward(function, point, function, span, span)", BOWL, f"{Q}, number: 1", "no direction at (0"),
    ("function", "stretches(free)", "b", "free: [0, 1]", None),
    (
        "function",
        "stretches(free)",
        "b",
        "free: [0, 5]",
        "found a stretch from 0 to 5, expected one inside the domain of b",
    ),
    ("function", "stretches(free)", r"\frac{1}{x}", "free: [1, 2]", None),
    ("function", "stretches(free)", r"\frac{1}{x}", "free: [-1, 2]", "which is not bounded or has no value somewhere"),
    ("function", "leads_into(function, free)", r"\frac{1}{x}", "free: [1, 2]", None),
    ("function", "leads_into(function, free)", r"\frac{1}{x}", "free: [-1, 2]", "which is not bounded or has no value"),
    ("function", "leads_into(function, free)", "x + 20", "free: [0, 1]", None),
    ("moves", "held_by(held)", BOWL, "moves: y, held: {y: 1}", None),
    ("moves", "held_by(held)", BOWL, "moves: x, held: {y: 1}", "found x, expected one of y"),
    ("held", "holds(all functions)", BOWL, "functions: [r], held: {x: 1}", None),
    ("held", "holds(all functions)", BOWL, "held: {x: 1, z: 2}", "found z = 2, but f has no such variable"),
    ("functions", "defined_at(numbers)", BOWL, "functions: [r], numbers: [1]", None),
    ("functions", "defined_at(numbers)", BOWL, "functions: [r], numbers: [1, 0]", "found r, which has no value at 0"),
    ("function", "outcomes(free, held)", "b", "", None),
    ("function", "outcomes(free, held)", "x", "free: [-1, 3]", "found f, which has -1 at -1; expected probabilities"),
    ("number", "band(number, span)", BOWL, "number: 1", None),
    ("number", "band(number, span)", BOWL, "number: 3", "found 3 and 3 to each side"),
    ("function", "terms(2, span)", "n", "", None),
    ("function", "terms(3, span)", "n", "", "found n(3) = 3, expected terms from -2 to 2"),
    ("draw.count", "iterates(function, point, numbers, functions, points)", BOWL, f"{P}, numbers: [0.1]", None),
    ("draw.count", "iterates(function, point, numbers, functions, points)", BOWL, f"{P}, numbers: [50]", "which step"),
    ("free", "shows(function, span)", "x^2", "free: [0, 1]", None),
    ("free", "shows(function, span)", "x^2", "free: [50, 51]", "where less than a hundredth of f from -2 to 2 lies"),
    ("number", "anchored(numbers)", BOWL, "number: 1, numbers: [1]", None),
    ("number", "anchored(numbers)", BOWL, "number: 1, numbers: []", "found a band without a middle"),
    ("number", "lands(span, numbers)", BOWL, "number: 1, numbers: [1]", None),
    ("number", "lands(span, numbers)", BOWL, "number: 3, numbers: [3]", "found a hop to 3, expected one that lands"),
    ("point", "off_edge(span)", BOWL, P, None),
    ("point", "off_edge(span)", BOWL, "point: {x: 2, y: 1}", "found x = 2, expected a value inside of -2 to 2"),
    ("number", "swept(function, free)", "x", "number: 2, free: [0, 1]", None),
    ("number", "swept(function, free)", "x", "free: [0, 1]", "found 0, where the area begins"),
]


@pytest.mark.parametrize(("at", "need", "function", "given", "said"), ROWS)
def test_a_need_is_met_or_told_with_what_was_found(at, need, function, given, said):
    assert holds(at, need, function, given, said)


def test_every_need_is_tried_both_ways():
    assert tried(ROWS) == [set(ALONG), set(ALONG)]
