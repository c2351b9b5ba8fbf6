"""Continuous is what is shown to have a value on a whole range, part by part."""

import pytest
import sympy
from sympy import S

from mathora.prove.goal.domain import Domain
from mathora.prove.tactics.continuity import continuous, shown, smooth_at

x, a = sympy.symbols("x a", real=True)
r = sympy.Symbol("r", positive=True)
EVERYWHERE, RIGHT, HOLE = Domain(), Domain((x > 0,)), Domain((sympy.Ne(x, 0),))


@pytest.mark.parametrize(
    ("expression", "domain"),
    [
        (x**2 + sympy.sin(x), EVERYWHERE),
        (sympy.exp(a * x), EVERYWHERE),
        (1 / (x**2 + 1), EVERYWHERE),
        (1 / x, RIGHT),
        (sympy.log(x), RIGHT),
        (sympy.sqrt(x), RIGHT),
        (sympy.Abs(x), EVERYWHERE),
        (1 / (x**2 + r), EVERYWHERE),
    ],
)
def test_each_part_is_regular_on_the_whole_range(expression, domain):
    assert continuous(expression, x, domain)


@pytest.mark.parametrize(
    ("expression", "domain"),
    [
        (1 / x, EVERYWHERE),
        (1 / x, HOLE),  # a hole in the range is no help
        (1 / (x - 1), RIGHT),
        (1 / (x - a), RIGHT),
        (sympy.log(x), EVERYWHERE),
        (sympy.sqrt(x - 1), RIGHT),
        (sympy.tan(x), EVERYWHERE),
        (sympy.floor(x), EVERYWHERE),
        (sympy.sign(x), EVERYWHERE),
    ],
)
def test_a_pole_a_jump_or_an_unknown_part_is_not_shown(expression, domain):
    assert not continuous(expression, x, domain)


def test_a_corner_is_continuous_but_not_smooth():
    assert continuous(sympy.Abs(x), x, EVERYWHERE)
    assert not continuous(sympy.Abs(x), x, EVERYWHERE, smooth=True)
    assert smooth_at(sympy.Abs(x), x, S.One, EVERYWHERE)
    assert not smooth_at(sympy.Abs(x), x, S.Zero, EVERYWHERE)
    assert not smooth_at(sympy.Abs(x), x, a, EVERYWHERE)


@pytest.mark.parametrize(
    ("sign", "yes", "no"), [("positive", x**2 + 1, x**2), ("nonnegative", x**2, x), ("nonzero", -(x**2) - 1, x**2 - 1)]
)
def test_a_sign_is_shown_on_the_whole_domain(sign, yes, no):
    assert shown(yes, sign, EVERYWHERE)
    assert not shown(no, sign, EVERYWHERE)
