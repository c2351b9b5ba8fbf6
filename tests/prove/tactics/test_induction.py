"""The first case and the step show what holds of each whole number."""

import pytest
import sympy

from mathora.prove.goal.domain import Domain
from mathora.prove.goal.goal import Goal
from mathora.prove.tactics.induction import equal_by_induction, ordered_by_induction
from mathora.prove.tactics.positivity import proves

k = sympy.Symbol("k", integer=True)
n = sympy.Symbol("n", integer=True, nonnegative=True)
x = sympy.Symbol("x", real=True)
LARGE = Domain((n >= 5,))


def proved(expression, domain, strictly):
    return bool(proves(expression, domain, strictly=strictly))


@pytest.mark.parametrize(
    ("series", "closed"),
    [
        (sympy.Sum(k, (k, 1, n)), n * (n + 1) / 2),
        (sympy.Sum(k**2, (k, 1, n)), n * (n + 1) * (2 * n + 1) / 6),
        (sympy.Sum(2**k, (k, 0, n)), 2 ** (n + 1) - 1),
    ],
)
def test_one_more_term_on_both_sides_is_the_same(series, closed):
    assert equal_by_induction(Goal(series, "=", closed))
    assert equal_by_induction(Goal(closed, "=", series))


@pytest.mark.parametrize(
    ("series", "closed"),
    [
        (sympy.Sum(k, (k, 1, n)), n * (n + 1) / 2 + 1),  # the first case is false
        (sympy.Sum(k, (k, 1, n)), n**2),  # the step is
        (sympy.Sum(n, (k, 1, n)), n**2),  # the term grows, too
        (x, x),
    ],
)
def test_a_false_case_or_step_shows_nothing(series, closed):
    assert not equal_by_induction(Goal(series, "=", closed))


@pytest.mark.parametrize(
    ("expression", "domain", "shown"),
    [
        (2**n - n, Domain(), True),
        (2**n - n**2, LARGE, True),
        (sympy.factorial(n) - 2 ** (n - 1), Domain((n >= 1,)), True),
        (2**n - n**2, Domain(), False),
        (n - 2, Domain(), False),
        (2**x - x, Domain(), False),
    ],
)
def test_an_order_grows_from_the_first_case_on(expression, domain, shown):
    assert ordered_by_induction(expression, domain, strictly=False, proves=proved) is shown
