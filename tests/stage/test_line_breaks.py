"""A long formula stands on several lines: broken where it is bound loosest, and torn apart nowhere else."""

import numpy as np
import pytest

from mathora.stage import FormulaMobject
from mathora.stage.text.line_breaks import LEADING
from tests.stage.formulas import formula

WIDTH = 8.7
"""In em: that of a panel beside a figure."""


def rows(shown):
    """The lines' left and right ends, from the top down; there is little room within a line."""
    found = []
    boxes = ((one.min(axis=0), one.max(axis=0)) for glyph in shown for one in glyph.get_subpaths())
    for (left, low, _), (right, high, _) in sorted(boxes, key=lambda box: -box[1][1]):
        if found and high > found[-1][0] - LEADING + 0.01:
            before = found.pop()
            found.append((min(before[0], low), min(before[1], left), max(before[2], right)))
        else:
            found.append((low, left, right))
    return [(left, right) for _, left, right in found]


@pytest.mark.parametrize(
    ("tex", "count", "widest"),
    [
        (r"L(w_1, w_2) = w_1^2", 1, WIDTH),  # fits
        (r"V(x) = 12 + 3 x + 4 x^2", 1, 1.15 * WIDTH),  # would be a little smaller
        (r"V'(x) = 12 x + 3 = 2 x + 7 = 14 x + 2", 3, WIDTH),  # before its relation signs
        (r"x = 12 + 3 x + 4 x^2 + 7 x^3 - 12 x^4", 2, WIDTH),  # before a sum's signs
        (r"L(w_1, w_2) = w_1^2 + 3 w_2^2 - 2 w_1 w_2", 3, WIDTH),  # a long first term stands alone
        (r"x = 1, \; w_1 = 2, \; w_2 = 3, \; \eta = 4", 2, WIDTH),  # behind a comma
        (r"x > 1 \Rightarrow x + 1 > 2 \Rightarrow x + 3 > 4", 2, WIDTH),  # before a connective
        (r"(1 + x + w_1 + w_2 + \eta + 12 x^2)^2 \ge 0", 2, 2 * WIDTH),  # never inside brackets
        (r"\sqrt{1 + x + w_1 + w_2 + \eta + 12 x^2} + x^2", 2, 2 * WIDTH),
    ],
)
def test_a_formula_has_the_lines_that_it_needs(tex, count, widest):
    whole, shown = (FormulaMobject(formula(tex), lambda _: "#ffffff", 1.0, width=width) for width in (None, WIDTH))
    assert len(rows(shown)) == count
    assert shown.width <= widest
    assert [one.path for one in shown] == [one.path for one in whole]
    assert [one.em for one in shown] == pytest.approx([1.0] * len(shown))


def test_what_goes_on_stands_under_the_first_relation_sign():
    shown = FormulaMobject(formula(r"x = 12 x^4 + 3 x^3 = 2 x + 7 = 14 x + 2"), lambda _: "#ffffff", 1.0, width=WIDTH)
    (signs,) = shown.own(())
    second = min(float(one[:, 0].min()) for one in signs.get_subpaths())
    assert rows(shown)[1][0] == pytest.approx(second, abs=1e-3)


def test_no_glyph_is_torn_where_a_line_begins_with_an_upright_edge():
    near = formula(r"x + w_1 \approx x + w_1 + 12 x^2 + 7 x^3 + 4 x^4 - 12 x^4 \text{ near } w_1 = 0")
    whole, shown = (FormulaMobject(near, lambda _: "#ffffff", 1.0, width=width) for width in (None, WIDTH))
    sizes = [
        sorted(tuple(np.ptp(one, axis=0)[:2]) for glyph in each for one in glyph.get_subpaths())
        for each in (whole, shown)
    ]
    assert np.array(sizes[0]) == pytest.approx(np.array(sizes[1]), abs=1e-6)
