"""A pole is a place where what stands below is zero, and what stands above is not."""

import pytest
import sympy
from sympy import S, oo

from mathora.prove.tactics.poles import poles_between

x, a = sympy.symbols("x a", real=True)


@pytest.mark.parametrize(
    ("body", "low", "high", "places"),
    [
        (1 / x, -1, 1, [0]),
        (1 / (x**2 - 2), 0, 2, [sympy.sqrt(2)]),
        (sympy.tan(x), 0, 2, [sympy.pi / 2]),
        (sympy.exp(x) / (x - 1), 0, oo, [1]),
        (1 / sympy.sin(x), 1, 4, [sympy.pi]),
    ],
)
def test_a_pole_within_is_found(body, low, high, places):
    assert poles_between(body, x, S(low), S(high)) == places


@pytest.mark.parametrize(
    ("body", "low", "high"),
    [
        (1 / x, 0, 1),  # at an end
        (x / x**2 * x, -1, 1),
        ((x**2 - 1) / (x - 1), 0, 2),  # the numerator is zero, too
        (sympy.sin(x) / x, -1, 1),
        (1 / (x**2 + 1), -oo, oo),
        (1 / (x - a), -1, 1),  # where, depends on a
        (1 / x, 1, -1),
    ],
)
def test_where_there_is_perhaps_none_none_is(body, low, high):
    assert poles_between(body, x, S(low), S(high)) == []
