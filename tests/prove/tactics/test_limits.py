"""A limit is verified, or has none."""

import pytest
import sympy
from sympy import S, oo

from mathora.prove.goal.domain import Domain
from mathora.prove.tactics.limits import limit_of, one_sided

x, a = sympy.symbols("x a", real=True)
r = sympy.Symbol("r", positive=True)


@pytest.mark.parametrize(
    ("body", "target", "value"),
    [
        (sympy.sin(x) / x, 0, 1),
        ((1 + 1 / x) ** x, oo, sympy.E),
        ((x**2 - a**2) / (x - a), a, 2 * a),
        (sympy.exp(-r * x), oo, 0),
        (1 / x**2, 0, oo),
        (a * x, 1, a),
    ],
)
def test_its_value_is_found(body, target, value):
    found = limit_of(sympy.Limit(body, x, target, "-" if target is oo else "+-"), Domain())
    assert sympy.simplify(found - value) == 0 if found is not oo else value is oo


@pytest.mark.parametrize(
    ("body", "target", "side"),
    [(sympy.sin(x), oo, "-"), (1 / x, 0, "+-"), (sympy.Abs(x) / x, 0, "+-"), (sympy.sin(1 / x), 0, "+")],
)
def test_what_oscillates_or_differs_from_side_to_side_has_none(body, target, side):
    found = limit_of(sympy.Limit(body, x, target, side), Domain())
    assert found is None or found is S.NaN


@pytest.mark.parametrize("body", [sympy.exp(-a * x), a * x])
def test_where_a_parameter_decides_nothing_is_found(body):
    assert limit_of(sympy.Limit(body, x, oo, "-"), Domain()) is None


@pytest.mark.parametrize(("side", "value"), [("+", oo), ("-", -oo)])
def test_a_side_has_its_own(side, value):
    assert one_sided(sympy.Limit(1 / x, x, 0, side)) == value
