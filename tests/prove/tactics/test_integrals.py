"""An antiderivative is a hint until it is verified on the whole range."""

import pytest
import sympy
from sympy import S, oo

from mathora.prove.goal.domain import Domain
from mathora.prove.tactics.integrals import antiderivative, definite, exists

x, a = sympy.symbols("x a", real=True)
r = sympy.Symbol("r", positive=True)


@pytest.mark.parametrize(
    ("body", "low", "high", "value"),
    [
        (x**2, 0, 1, sympy.Rational(1, 3)),
        (sympy.exp(-x), 0, oo, 1),
        (1 / x, 1, 2, sympy.log(2)),
        (a * x, 0, 2, 2 * a),
        (sympy.exp(-r * x), 0, oo, 1 / r),
        (1 / sympy.sqrt(x), 0, 1, 2),
    ],
)
def test_its_value_is_verified(body, low, high, value):
    part = sympy.Integral(body, (x, low, high))
    assert sympy.simplify(definite(part, Domain()) - value) == 0


@pytest.mark.parametrize(
    ("body", "low", "high"), [(1 / x**2, -1, 1), (1 / x, 0, 1), (1 / x, 1, oo), (1 / (x - 1), 0, 2)]
)
def test_what_diverges_is_no_number(body, low, high):
    found = definite(sympy.Integral(body, (x, low, high)), Domain())
    assert found is None or found is S.NaN or found.is_infinite


@pytest.mark.parametrize(
    ("body", "low", "high", "surely"),
    [
        (x**2 + a, 0, 1, True),
        (sympy.exp(a * x), 0, a, True),
        (1 / (x - a), 0, 1, False),  # a may lie within
        (1 / sympy.sqrt(x), 0, 1, False),  # by other means, perhaps
        (sympy.exp(-x), 0, oo, False),
    ],
)
def test_what_is_continuous_on_a_bounded_range_has_an_integral(body, low, high, surely):
    assert exists(sympy.Integral(body, (x, low, high)), Domain()) is surely


@pytest.mark.parametrize("body", [x * sympy.cos(x), sympy.log(x), 1 / (1 + x**2)])
def test_a_hint_has_the_integrand_as_its_derivative(body):
    assert sympy.simplify(antiderivative(body, x).diff(x) - body) == 0


def test_an_exponential_times_a_wave_is_known_without_a_search():
    a, b = sympy.symbols("a b", real=True)
    for wave in (sympy.cos(b * x + 1), sympy.sin(b * x)):
        body = 3 * sympy.exp(a * x - x) * wave
        assert sympy.simplify(antiderivative(body, x).diff(x) - body) == 0
        assert not antiderivative(body, x).has(sympy.Piecewise)
