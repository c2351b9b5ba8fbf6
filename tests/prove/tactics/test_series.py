"""A closed form is verified at the first index and by one more term."""

import pytest
import sympy
from sympy import oo

from mathora.prove.goal.domain import Domain
from mathora.prove.tactics.series import closed_form, grows

k = sympy.Symbol("k", integer=True)
n = sympy.Symbol("n", integer=True, positive=True)
x = sympy.Symbol("x", real=True)


@pytest.mark.parametrize(
    ("series", "value"),
    [
        (sympy.Sum(k, (k, 1, n)), n * (n + 1) / 2),
        (sympy.Sum(2 ** (-k), (k, 0, oo)), 2),
        (sympy.Sum(x**k / sympy.factorial(k), (k, 0, oo)), sympy.exp(x)),
        (sympy.Sum(1 / (k * (k + 1)), (k, 1, oo)), 1),
        (sympy.Sum(1 / k, (k, 1, oo)), oo),
        (sympy.Product(k, (k, 1, n)), sympy.factorial(n)),
    ],
)
def test_its_value_is_verified(series, value):
    found = closed_form(series, Domain())
    assert found == value or sympy.simplify(found - value) == 0


@pytest.mark.parametrize("series", [sympy.Sum(x**k, (k, 0, oo)), sympy.Sum((-1) ** k, (k, 0, oo))])
def test_a_series_that_need_not_converge_has_none(series):
    found = closed_form(series, Domain())
    assert found is None or not found.is_finite


@pytest.mark.parametrize(
    ("closed", "same"), [(n * (n + 1) / 2, True), (n**2, False), (n * (n + 1) / 2 + 1, False), (n * (n - 1) / 2, False)]
)
def test_one_more_term_tells_a_closed_form(closed, same):
    assert grows(sympy.Sum(k, (k, 1, n)), closed, n, sympy.S.One) is same
