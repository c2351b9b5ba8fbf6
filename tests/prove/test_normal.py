"""Normal forms see that zero is zero, and nothing else."""

import pytest
import sympy
from sympy import cos, cosh, exp, log, sin, sinh, sqrt, tan, tanh

from mathora.prove.tactics import normal

a, b, x = sympy.symbols("a b x", real=True)
p, q = sympy.symbols("p q", positive=True)


@pytest.mark.parametrize(
    "difference",
    [
        sin(x) ** 2 + cos(x) ** 2 - 1,
        sin(a + b) - sin(a) * cos(b) - cos(a) * sin(b),
        tan(2 * x) - 2 * tan(x) / (1 - tan(x) ** 2),
        cosh(x) ** 2 - sinh(x) ** 2 - 1,
        tanh(x) - 2 / (1 + exp(-2 * x)) + 1,
        cos(3 * x) - 4 * cos(x) ** 3 + 3 * cos(x),
        2 ** (x + 1) * exp(x) - 2 * sympy.exp(x + x * log(2)),
        (exp(x) + 1) ** 2 - exp(2 * x) - 2 * exp(x) - 1,
        sin(2 * x) / 2 - sin(x) * cos(x),
    ],
)
def test_exponentials_see_zero(difference):
    assert normal.exponential(difference)


@pytest.mark.parametrize(
    "difference",
    [
        sin(x) - x,
        sin(2 * x) - 2 * sin(x),
        sin(x) - sin(1 + x),
        cosh(x) - cosh(x + 1),
        exp(a + b) - exp(a) - exp(b),
        sin(x) - sin(2 + x),
    ],
)
def test_exponentials_see_no_zero_where_there_is_none(difference):
    assert not normal.exponential(difference)


def test_logarithms_and_roots_of_products():
    assert normal.logarithmic(log(p * q) - log(p) - log(q))
    assert normal.logarithmic(log(a**2 * p) - 2 * log(sympy.Abs(a)) - log(p))
    assert normal.logarithmic(sqrt(a**2 * p + a**2 * q) - sympy.Abs(a) * sqrt(p + q))
    assert not normal.logarithmic(log(p + q) - log(p) - log(q))


def test_signs():
    assert all(case == 0 for case in map(sympy.expand, normal.sign_cases(sympy.Abs(a) ** 2 - a**2)))
    assert not all(case == 0 for case in map(sympy.expand, normal.sign_cases(sympy.Abs(a) - a)))


def test_the_sign_of_zero_is_a_case_of_its_own():
    assert 0 not in {abs(case) for case in normal.sign_cases(sympy.sign(a) ** 2 - 1) if case != 0}
    assert any(case != 0 for case in normal.sign_cases(sympy.sign(a) ** 2 - 1))
