"""Finite sums come apart by their terms, and constant factors stand before them."""

import pytest
import sympy
from sympy import oo

from mathora.prove.goal.unresolved import KINDS, linear

x, a = sympy.symbols("x a", real=True)
k = sympy.Symbol("k", integer=True)
n = sympy.Symbol("n", integer=True)


@pytest.mark.parametrize(
    ("part", "apart"),
    [
        (sympy.Sum(a * k, (k, 1, n)), a * sympy.Sum(k, (k, 1, n))),
        (sympy.Sum(k + a, (k, 1, n)), sympy.Sum(k, (k, 1, n)) + a * sympy.Sum(1, (k, 1, n))),
        (sympy.Integral(a * x**2, (x, 0, 1)), a * sympy.Integral(x**2, (x, 0, 1))),
    ],
)
def test_a_finite_sum_is_linear(part, apart):
    assert linear(part) == apart


@pytest.mark.parametrize(
    "part",
    [
        sympy.Sum(1 / k + 1 / k**2, (k, 1, oo)),
        sympy.Integral(1 / x + x, (x, 0, oo)),
        sympy.Sum(k, (k, 1, 2), (x, 1, 2)),
    ],
)
def test_the_terms_of_an_infinite_one_may_have_no_value_alone(part):
    assert linear(part) == part


def test_what_stands_for_a_number_without_being_one_is_listed():
    assert all(issubclass(one, sympy.Basic) for one in KINDS)
    assert not isinstance(x**2, KINDS)
