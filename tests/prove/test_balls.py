"""Balls contain the value, say so when they cannot, and never guess."""

import pytest
import sympy
from flint import acb, arb, ctx, fmpq
from hypothesis import given
from hypothesis import strategies as st

from mathora.prove.balls.numbers import Unevaluable, ball, is_zero, real
from mathora.prove.balls.values import PRECISIONS, compared, truth, value

x, y = sympy.symbols("x y", real=True)


@given(st.fractions(min_value=-50, max_value=50, max_denominator=60))
def test_rational_arithmetic_stays_exact(number):
    at = {x: fmpq(number.numerator, number.denominator)}
    assert value((x + 1) ** 2 - x**2 - 2 * x - 1, at) == 0
    assert isinstance(value(x**3 / 7 + x, at), fmpq)


@pytest.mark.parametrize(
    ("expression", "digits"),
    [
        (sympy.sin(1), 0.8414709848078965),
        (sympy.sqrt(2), 1.4142135623730951),
        (sympy.exp(-1), 0.36787944117144233),
        (sympy.log(10), 2.302585092994046),
        (sympy.atan(3), 1.2490457723982544),
        (sympy.gamma(sympy.Rational(1, 3)), 2.678938534707748),
        (sympy.binomial(5, 2), 10.0),
        (sympy.harmonic(4), 25 / 12),
        (sympy.Integral(sympy.exp(-(x**2)), (x, 0, 1)), 0.7468241328124271),
        (sympy.Sum(1 / x, (x, 1, 10)), 7381 / 2520),
        (sympy.Product(x, (x, 1, 5)), 120.0),
        (sympy.Max(2, sympy.pi), 3.141592653589793),
    ],
)
def test_a_ball_contains_the_value(expression, digits):
    for bits in PRECISIONS[:2]:
        with ctx.workprec(bits):
            assert abs(float(real(value(expression, {})).mid()) - digits) < 1e-12


@pytest.mark.parametrize(
    ("expression", "at"),
    [
        (1 / x, 0),
        (sympy.log(x), 0),
        (x ** sympy.Rational(-1, 2), 0),
        (sympy.Integral(1 / y, (y, -1, x)), 2),
        (sympy.Sum(y, (y, 1, 10**9)), 0),
        (sympy.Function("f")(x), 0),
        (sympy.zoo, 0),
    ],
)
def test_where_nothing_can_be_promised_there_is_no_value(expression, at):
    with pytest.raises((Unevaluable, ZeroDivisionError)):
        value(expression, {x: fmpq(at)})


def test_zero_is_known_only_when_it_is_exact():
    assert is_zero(fmpq(0)) is True
    assert is_zero(acb(arb(0, 1e-9))) is None
    assert is_zero(acb(1)) is False


def test_exact_values_at_the_special_points_of_functions():
    assert value(sympy.sin(x) + sympy.cos(x) + sympy.exp(x), {x: fmpq(0)}) == 2
    assert value(sympy.sqrt(x), {x: fmpq(9, 4)}) == fmpq(3, 2)


@pytest.mark.parametrize(
    ("condition", "at", "answer"),
    [
        (x >= 0, 0, True),
        (x > 0, 0, False),
        (sympy.Ne(x, 0), 0, False),
        (sympy.sin(x) ** 2 + sympy.cos(x) ** 2 > 1, 1, None),
    ],
)
def test_conditions_are_decided_or_left_open(condition, at, answer):
    assert truth(condition, {x: fmpq(at)}) is answer


def test_comparison_with_a_ball_that_contains_zero_says_nothing():
    assert compared("StrictGreaterThan", acb(arb(0, 0.1))) is None
    assert compared("Equality", ball(fmpq(0))) is True


def test_large_powers_are_balls_and_never_written_out():
    assert bool(real(value(sympy.Function("LargePower")(9, 9**9), {})) > 1)
