"""A sign on a domain is proved by exact steps, and the tactic is named."""

import pytest
import sympy

from mathora.prove.goal.domain import Domain
from mathora.prove.tactics.positivity import never_zero, proves

x, y = sympy.symbols("x y", real=True)
n = sympy.Symbol("n", integer=True, nonnegative=True)
RIGHT, INSIDE = Domain((x > 0,)), Domain((x > 0, x < 1))


@pytest.mark.parametrize(
    ("expression", "domain"),
    [
        (x**2 + 1, Domain()),
        (x**2 + x * y + y**2 + 1, Domain()),
        (x * (1 - x), INSIDE),
        (x**4 - x**2 + 1, Domain()),
        (2 - sympy.sin(x), Domain()),
        (sympy.exp(x) - x, RIGHT),
        (2**n - n, Domain()),
    ],
)
def test_what_is_positive_everywhere_is_shown(expression, domain):
    assert proves(expression, domain, strictly=True)


@pytest.mark.parametrize(
    ("expression", "domain"),
    [
        (x**2, Domain()),
        (x**2 - x * y, Domain()),
        (x * (1 - x), RIGHT),
        (x**4 - x**2, Domain()),
        (1 - sympy.sin(x), Domain()),
        (x - sympy.exp(x), RIGHT),
        (2**n - n - 1, Domain()),
        (x + y, Domain((x > 0,))),
    ],
)
def test_what_is_zero_or_less_somewhere_is_not(expression, domain):
    assert not proves(expression, domain, strictly=True)


@pytest.mark.parametrize(("expression", "strictly"), [(x**2, False), ((x - y) ** 2, False), (sympy.Abs(x), False)])
def test_zero_is_enough_where_it_may_be(expression, strictly):
    assert proves(expression, Domain(), strictly=strictly)


def test_what_is_never_zero_has_one_sign_or_no_root():
    assert never_zero(x**2 + 1, Domain())
    assert never_zero(-(x**2) - 1, Domain())
    assert not never_zero(x**2 - 1, Domain())
    assert not never_zero(x, Domain())
