"""Beside a place one case holds, and it need not be the one that holds at it."""

import pytest
import sympy
from sympy import S

from mathora.prove.tactics.limits import one_sided
from mathora.prove.tactics.sides import beside

x, k = sympy.symbols("x k", real=True)
HALVES = sympy.Piecewise((x + 5, x <= 0), (x, True))
ROWS = [
    (HALVES, S.Zero, "-", x + 5),
    (HALVES, S.Zero, "+", x),
    (HALVES, S.One, "-", x),
    (HALVES, S.Infinity, "-", x),
    (HALVES, S.NegativeInfinity, "+", x + 5),
    (sympy.Piecewise((1, x**2 < x**3), (2, True)), S.Zero, "-", S(2)),
    (sympy.Piecewise((1, sympy.And(x > 0, x < 1)), (2, True)), S.One, "+", S(2)),
    (sympy.Piecewise((1, sympy.Or(x < 0, x > 1)), (2, True)), S.Zero, "-", S.One),
    (1 + HALVES**2, S.Zero, "+", 1 + x**2),
]


@pytest.mark.parametrize(("expression", "place", "side", "wanted"), ROWS)
def test_the_case_that_holds_near_the_place_is_chosen(expression, place, side, wanted):
    assert beside(expression, x, place, side) == wanted


def test_a_condition_that_is_not_decided_leaves_its_cases():
    open_case = sympy.Piecewise((1, x < k), (2, True))
    assert beside(open_case, x, S.Zero, "+") == open_case
    wild = sympy.Piecewise((1, sympy.sin(x) > 0), (2, True))
    assert beside(wild, x, S.Infinity, "-") == wild


@pytest.mark.parametrize(("side", "wanted"), [("-", 5), ("+", 0)])
def test_a_limit_from_one_side_is_that_of_the_case_there(side, wanted):
    """SymPy's own takes the case at the place: 5 from both sides."""
    assert one_sided(sympy.Limit(HALVES, x, 0, side)) == wanted
