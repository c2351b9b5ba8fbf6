"""What has a value that is verified is replaced by it; the rest stays."""

import pytest
import sympy
from sympy import oo

from mathora.prove.goal.domain import Domain
from mathora.prove.tactics.resolve import resolved

x, a = sympy.symbols("x a", real=True)
k = sympy.Symbol("k", integer=True)
n = sympy.Symbol("n", integer=True, nonnegative=True)


@pytest.mark.parametrize(
    ("part", "value", "method"),
    [
        (sympy.Integral(x**2, (x, 0, 1)), sympy.Rational(1, 3), "antiderivative"),
        (sympy.Limit(sympy.sin(x) / x, x, 0), sympy.S.One, "limit"),
        (sympy.Sum(2 ** (-k), (k, 0, oo)), sympy.S(2), "closed form of the sum"),
        (1 + sympy.Integral(sympy.Limit(a * x, a, 2), (x, 0, 1)), sympy.S(2), "limit; antiderivative"),
    ],
)
def test_each_part_is_replaced_from_the_inside_and_names_its_method(part, value, method):
    found = resolved(part, Domain())
    assert (found.expression, "; ".join(found.methods)) == (value, method)


@pytest.mark.parametrize("part", [sympy.Integral(sympy.exp(sympy.sin(x**3)), (x, 0, a)), x**2 + a])
def test_what_has_no_value_that_is_known_stays(part):
    assert resolved(part, Domain()).expression == part
    assert resolved(part, Domain()).methods == ()


def test_a_pole_within_the_range_leaves_no_number():
    assert not resolved(sympy.Integral(1 / x**2, (x, -1, 1)), Domain()).expression.is_finite
