"""What scenes need of a curve among data: each need with a value that meets it, and one that does not."""

import pytest
from fits import AMONG, BEST, DATA, ROLLING, ROLLS, P, holds, tried

from mathora.prove.fit.fitted import FITTED

ROWS = [
    ("held", AMONG, "x y", f"{DATA}, point: {{y: 1}}, held: {{y: 1}}", None),
    ("held", AMONG, "x y", f"{DATA}, point: {{y: 1}}, held: {{y: 9}}", "found a curve that is at 9 over the point"),
    ("point", BEST, "x y", f"{DATA}, {P}, curve: q, free: [0, 9]", None),
    ("point", BEST, "x y", f"{DATA}, {P}, curve: q, free: [0, 2]", "found a curve that is at 3 over the point at 3, "),
    ("draw.count", ROLLS, "y^2", f"{ROLLING} 0.1, free: [0, 9]", None),
    ("draw.count", ROLLS, "y^2", f"{ROLLING} 1.5, free: [0, 9]", "of size 1.5, of which step 1 leaves the picture"),
    ("draw.count", ROLLS, "y^2", f"{ROLLING} 0.1, free: [2, 9]", "step 2 leads to a curve that is at 1.92 over the"),
    ("function", "least(column, data)", "x y", DATA, None),
    ("function", "least(column, data)", r"x y + x z", DATA, "of which no curve alone is best: 2 parameters for 3"),
    ("functions", "of_squares(function, column, data, point)", "x y", f"{DATA}, {P}, functions: [q]", None),
    ("functions", "of_squares(function, column, data, point)", "x y", f"{DATA}, {P}, functions: [w]", "is no multiple"),
]


@pytest.mark.parametrize(("at", "need", "function", "given", "said"), ROWS)
def test_a_need_is_met_or_told_with_what_was_found(at, need, function, given, said):
    assert holds(at, need, function, given, said)


def test_every_need_is_tried_both_ways():
    assert tried(ROWS) == [set(FITTED), set(FITTED)]
