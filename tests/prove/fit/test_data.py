"""What scenes need of columns of data: each need with a value that meets it, and one that does not."""

import pytest
from fits import BOWL, DATA, holds, tried

from mathora.prove.fit.data import DATA as OF_ALL
from mathora.prove.fit.fitted import FITTED

ROWS = [
    ("column", "sighted(data, span, free)", BOWL, f"{DATA}, span: [-99, 99], free: [-99, 99]", None),
    ("column", "sighted(data, span, free)", BOWL, f"{DATA}, free: [8, 9]", "found point 1 of "),
    ("column", "sighted(data, span, free)", BOWL, f"{DATA}, span: [-9999, 9999]", "found all of "),
    ("function", "divides(column, data, number, free, free)", BOWL, f"{DATA}, number: 5", None),
    ("function", "divides(column, data, number, free, free)", BOWL, f"{DATA}, number: -1", "which goes from 0 to 64"),
    ("column", "spreads(data)", BOWL, "column: x_i, data: x_i", None),
    ("column", "spreads(data)", BOWL, "column: k_i, data: l_i", "spread equally in all directions"),
    ("number", "place_of(column)", BOWL, "number: 1, column: x_i", None),
    ("draw.count", "point_of(column)", BOWL, "column: x", None),  # told by `data`
    ("draw.count", "point_of(column)", BOWL, "column: x_i", "found 9, but x_i has 3 numbers"),
    ("counts", "point_of(column, data, span, free)", BOWL, f"{DATA}, counts: [2], free: [2, 3]", None),
    (
        "counts",
        "point_of(column, data, span, free)",
        BOWL,
        f"{DATA}, counts: [2, 3]",
        "where x_i is 3; the axes go from",
    ),
    ("counts", "point_of(column, data, span, free)", BOWL, f"{DATA}, counts: [1], free: [2, 3]", "where x_i is 1; the"),
    ("number", "place_of(column)", BOWL, "number: 7, column: x_i", "found 7, where no point is; the nearest one"),
    ("column", "data()", BOWL, "column: x_i", None),
    ("column", "data()", BOWL, "column: x", "found x, which has no data"),
    ("column", "data()", BOWL, "column: z_i", "found z_i, of which number 2 is beyond ±10¹²"),
    ("column", "as_many(data)", BOWL, "column: x_i, data: x_i", None),
    ("column", "as_many(data)", BOWL, "column: x_i, data: y_i", "found 3 numbers of x_i and 2 of y_i"),
    ("column", "groups()", BOWL, "column: x_i", None),
    ("column", "groups(2)", BOWL, "column: x_i", "found the group 2, expected whole numbers from 0 to 1"),
    ("column", "groups()", BOWL, "column: y_i", "found the group 0.5, expected whole numbers from 0 to 5"),
    ("texts", "names_groups(column)", BOWL, "texts: [a, b, c], column: x_i", None),
    ("texts", "names_groups(column)", BOWL, "texts: [a], column: x_i", "found 1 names for 3"),
    ("texts", "names_groups(column)", BOWL, "texts: [a]", None),
    ("texts", "names_groups(column)", BOWL, "texts: [a, b]", "found 2 names for 1"),
    ("function", "has_parameters()", BOWL, "", None),
    ("function", "has_parameters()", "x", "", "found f(x), expected parameters behind it"),
    ("point", "parameters(function)", BOWL, "point: {y: 1}", None),
    ("point", "parameters(function)", BOWL, "point: {x: 1}", "found x, expected parameters of f: y"),
    ("functions", "of_parameters(function)", BOWL, "functions: [w]", None),
    ("function", "of_parameters(function)", BOWL, "", "expected a function of y, in this order"),
    ("point", "fits(function, column)", r"\frac{1}{x} + y", "point: {y: 1}, column: x_i", None),
    ("point", "fits(function, column)", r"\frac{1}{x} + y", "point: {y: 1}, column: y_i", "found data at 0, where f"),
]


@pytest.mark.parametrize(("at", "need", "function", "given", "said"), ROWS)
def test_a_need_is_met_or_told_with_what_was_found(at, need, function, given, said):
    assert holds(at, need, function, given, said)


def test_every_need_is_tried_both_ways():
    assert tried(ROWS) == [OF_ALL.keys() - FITTED.keys(), OF_ALL.keys() - FITTED.keys()]
