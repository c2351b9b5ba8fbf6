"""What scenes need of functions on level sets: each need with a value that meets it, and one that does not."""

import pytest
from fits import BOWL, LINE, P, Q, holds, tried

from mathora.prove.fit.level_sets import LEVEL_SETS

ROWS = [
    ("functions", "varies_on(function, number, span)", BOWL, "functions: [g], number: 2", None),
    ("number", "line_seen(function, span)", BOWL, "number: 2", None),
    ("number", "line_seen(function, span)", BOWL, "number: 0.0000001", "no line that is seen on the map"),
    ("functions", "varies_on(function, number, span)", r"\frac{1}{x + y}", "functions: [g], number: 2", None),
    (
        "functions",
        "varies_on(function, number, span)",
        "x y - 1",
        "functions: [g]",
        "g, which has the same value wherever f is",
    ),
    ("functions", "varies_on(function, number, span)", "2 x y + 1", "functions: [g], number: 4", "wherever f is 4"),
    ("functions", "peaks_on(word, function, number, span)", BOWL, "functions: [g], number: 2", None),
    ("functions", "peaks_on(word, function, number, span)", "x + y", f"{LINE}, word: maximum", None),
    ("functions", "peaks_on(word, function, number, span)", "x + y", f"{LINE}, word: minimum", "smallest at the edge"),
    ("point", "steep(function)", BOWL, P, None),
    ("point", "steep(function)", BOWL, Q, "where the gradient of f is zero"),
    ("point", "discernible(function, span)", BOWL, "point: {x: 0.01, y: 0}", None),
    ("point", "discernible(function, span)", BOWL, Q, None),
    ("point", "discernible(function, span)", BOWL, "point: {x: 0.00001, y: 0}", "too small beside others to be seen"),
    ("point", "discernible(function, span)", "10^{-9} (x^2 + y)", P, None),
]


@pytest.mark.parametrize(("at", "need", "function", "given", "said"), ROWS)
def test_a_need_is_met_or_told_with_what_was_found(at, need, function, given, said):
    assert holds(at, need, function, given, said)


def test_every_need_is_tried_both_ways():
    assert tried(ROWS) == [set(LEVEL_SETS), set(LEVEL_SETS)]
