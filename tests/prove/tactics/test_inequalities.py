"""An inequality is decided by balls, else by a tactic, or not at all."""

import pytest
import sympy
from sympy import oo

from mathora.prove.goal.domain import Domain
from mathora.prove.goal.goal import Goal
from mathora.prove.tactics.inequalities import decide_inequality, holds_everywhere

x = sympy.Symbol("x", real=True)
y = sympy.Symbol("y", real=True)
RIGHT = Domain((x > 0,))


@pytest.mark.parametrize(
    ("left", "sign", "right", "domain", "proved"),
    [
        (sympy.pi, "<", sympy.Rational(22, 7), Domain(), True),
        (sympy.pi, ">", sympy.Rational(22, 7), Domain(), False),
        (x**2 + 1, ">", sympy.S.Zero, Domain(), True),
        (x**2, ">", sympy.S.Zero, Domain(), False),
        (x**2, r"\ge", 2 * x - 1, Domain(), True),
        (x, r"\ge", sympy.S.One, RIGHT, False),
        (x**2, r"\ne", -sympy.S.One, Domain(), True),
        (x**3, r"\ne", sympy.S(8), Domain(), False),
        (x**2, "<", oo, Domain(), None),
        (sympy.S(3), "<", oo, Domain(), True),
    ],
)
def test_a_relation_is_proved_or_refuted(left, sign, right, domain, proved):
    outcome = decide_inequality(Goal(left, sign, right, domain))
    assert (outcome and outcome.proved) is proved if proved is not None else outcome is None or outcome.proved


def test_a_root_is_an_exact_witness():
    outcome = decide_inequality(Goal((x**2 - 2) ** 2, ">", sympy.S.Zero))
    assert not outcome.proved
    assert outcome.witness is not None


@pytest.mark.parametrize(
    ("condition", "domain", "holds"),
    [
        (sympy.S.true, Domain(), True),
        (x > 0, RIGHT, True),
        (x > 1, RIGHT, False),
        (sympy.And(x > 0, x**2 >= 0), RIGHT, True),
        (sympy.And(x > 0, x > 1), RIGHT, False),
        (sympy.Or(x > 0, x > 1), RIGHT, True),
        (sympy.Eq(x, 1), Domain(), False),
    ],
)
def test_a_condition_holds_everywhere_or_is_not_shown_to(condition, domain, holds):
    assert holds_everywhere(condition, domain) is holds
