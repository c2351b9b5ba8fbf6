"""What sequences, paths and distributions need, each with a value that meets it, and one that does not."""

import pytest
from fits import BOWL, P, holds, tried

from mathora.prove.fit.laws import LAWS

GAUSS = r"\frac{1}{\sqrt{2\pi}} e^{-(x - y)^2/2}"

ROWS = [
    ("number", "some_outcome(numbers, numbers, curve)", "x", "number: 3, numbers: [1, 3]", None),
    (
        "number",
        "some_outcome(numbers, numbers, curve)",
        "x",
        "number: 2, numbers: [1, 3]",
        "found 2, where there is no outc",
    ),
    ("free", "some_outcome(numbers, numbers, curve)", "x", "free: [4, 5], numbers: [1, 3]", "found from 4 to 5, where"),
    ("number", "some_outcome(numbers, numbers, curve, span, number)", "x", "number: 2, numbers: [1, 3]", None),
    ("number", "some_outcome(numbers, numbers, curve, span, number)", "x", "number: 4, numbers: [1, 3]", "there is no"),
    ("number", "some_outcome(numbers, numbers, function, free)", "b", "number: 1", None),
    (
        "number",
        "some_outcome(numbers, numbers, function, free)",
        "b",
        "number: 0.5",
        "found 0.5, where there is no outcome",
    ),
    ("span", "in_sight(function)", r"\frac{1}{\sqrt{2\pi}} e^{-x^2/2}", "span: [2, 4]", None),
    ("function", "stays(held, point)", GAUSS, "held: {y: 1}, point: {y: 0}", None),
    ("function", "stays(held, point)", GAUSS, "held: {y: 9}, point: {y: 0}", "is on the axis from -"),
    ("function", "stays(held, point, free)", GAUSS, "held: {y: 9}, point: {y: 0}, free: [-5, 15]", None),
    ("span", "in_sight(function)", r"\frac{1}{\sqrt{2\pi}} e^{-x^2/2}", "span: [99, 200]", "next to nothing of f is"),
    ("function", "indexed(1, 3)", "x", "", None),
    ("function", "indexed(1, 3)", r"\frac{1}{x - 2}", "", "has no value, or one too large to draw, at 2"),
    ("function", "along_with(function, span)", "x", "", None),
    ("function", "along_with(function, span)", r"\sqrt{-1 - x^2}", "", "which have no values together from -2 to 2"),
    ("function", "along_with(function, span)", r"\sqrt{10^{-6} - x^2}", "", "values together on less than a hundredth"),
    ("function", "leads_on(function, span)", "x", "", None),
    ("function", "leads_on(function, span)", "0 x + 5", "", "found f and f, which stay at one place from -2 to 2"),
    ("function", "goes_round(curve, free)", r"3 + \sin x", r"curve: o, free: [0, '2 \pi']", None),
    ("function", "goes_round(curve, free)", r"\sin x", r"curve: o, free: [0, 6]", "f and o, which go around no circle"),
    ("function", "goes_round(curve, free)", r"2 \sin x", r"curve: o, free: [0, '2 \pi']", "which go around no circle"),
    ("function", "near_one(curve, free)", r"9 \sin x", r"curve: o, free: [0, '2 \pi']", None),
    ("function", "near_one(curve, free)", r"20 \sin x", r"curve: o, free: [0, '2 \pi']", "the radius is 20"),
    ("function", "area_of_one(held, free)", r"\frac{1}{\sqrt{2 \pi}} e^{-\frac{x^2}{2}}", "", None),
    ("function", "area_of_one()", "j", "", "found j, which grows without bound near 0"),
    ("function", "area_of_one(held, free)", "b", "", "found b, under which the area is 0.333333"),
    ("function", "moment(1)", r"\frac{1}{\sqrt{2 \pi}} e^{-\frac{x^2}{2}}", "", None),
    ("function", "moment(1)", r"\frac{1}{\pi (1 + x^2)}", "", "found f, which has no mean: its tails add ever more"),
    ("function", "balances(1, held, free)", r"\frac{1}{2^x}", "free: [1, 30]", None),
    ("function", "balances(1)", "h", "", None),
    ("function", "balances(2)", "h", "", "found h, which has no deviation that can be shown: outcomes far out"),
    ("function", "lowest(point)", BOWL, P, None),
    ("function", "lowest(point)", "x^2 + 0 y", P, "found f, which from x = 1, y = 1 leads to no place that alone"),
    ("function", "lowest(point)", "(x + y)^2", P, "leads to no place that alone is lowest"),
    ("function", "sum_of_one(span)", r"0 x + \frac{1}{5}", "", None),
    ("function", "sum_of_one(span)", "x^2", "", "found f, whose values add up to 10"),
    (
        "function",
        "sum_of_one(free)",
        r"\frac{1}{2^{x + 1}}",
        "free: [0, 3]",
        "up to 0.9375 from 0 to 3; from 0 to 13 they add up to 1",
    ),
    ("function", "sum_of_one(free)", r"\frac{1}{2^{x + 1}}", "free: [0, 13]", None),
    (
        "function",
        "sum_of_one(free)",
        r"\frac{1}{2^{x + 1}}",
        "free: [2, 30]",
        "up to 0.25 from 2 to 30; from 0 to 13 they add up to 1",
    ),
]


@pytest.mark.parametrize(("at", "need", "function", "given", "said"), ROWS)
def test_a_need_is_met_or_told_with_what_was_found(at, need, function, given, said):
    assert holds(at, need, function, given, said)


def test_every_need_is_tried_both_ways():
    assert tried(ROWS) == [set(LAWS), set(LAWS)]
