"""An equality is proved by a named tactic, refuted by a point, or left."""

import pytest
import sympy

from mathora.prove.goal.domain import Domain
from mathora.prove.goal.goal import Goal
from mathora.prove.tactics.identities import contradictory, decide_equality, positive_parts, says_yes, signed_symbols

x, y = sympy.symbols("x y", real=True)
r = sympy.Symbol("r", positive=True)


@pytest.mark.parametrize(
    ("left", "right", "domain"),
    [
        ((x + y) ** 2, x**2 + 2 * x * y + y**2, Domain()),
        (sympy.sin(x) ** 2, 1 - sympy.cos(x) ** 2, Domain()),
        (sympy.sqrt(x**2), x, Domain((x > 0,))),
        (sympy.log(r**2), 2 * sympy.log(r), Domain()),
        (sympy.sqrt(3 + 2 * sympy.sqrt(2)), 1 + sympy.sqrt(2), Domain()),
        (sympy.Abs(x) ** 2, x**2, Domain()),
    ],
)
def test_what_is_the_same_is_proved(left, right, domain):
    outcome = decide_equality(Goal(left, "=", right, domain))
    assert outcome.proved
    assert outcome.method


@pytest.mark.parametrize(
    ("left", "right", "domain"),
    [
        ((x + y) ** 2, x**2 + y**2, Domain()),
        (sympy.sqrt(x**2), x, Domain()),
        (sympy.sin(2 * x), 2 * sympy.sin(x), Domain()),
        (sympy.sqrt(2), sympy.Rational(1414, 1000), Domain()),
    ],
)
def test_what_is_not_is_refuted_at_a_point(left, right, domain):
    outcome = decide_equality(Goal(left, "=", right, domain))
    assert not outcome.proved
    assert outcome.witness is not None


def test_givens_that_hold_nowhere_are_contradictory():
    assert contradictory([x - 1, x - 2])
    assert not contradictory([x - 1, y - 2])


def test_of_many_unknowns_only_sums_of_what_is_given_are_asked():
    names = sympy.symbols("a:9", real=True)
    whole = sum(one**3 for one in names)
    assert contradictory([whole - 1, names[0] * names[1] - 2, whole + 3 * names[0] * names[1] - 8])
    assert not contradictory([whole - 1, names[0] * names[1] - 2, whole + 3 * names[0] * names[1] - 7])


def test_a_name_whose_sign_is_known_is_written_by_a_positive_one():
    (change,) = signed_symbols(Domain((x < 0,)), {x}).values()
    assert change.is_negative
    part, domain = positive_parts(sympy.sqrt(x**2), Domain((x > 0,)))
    assert part.is_positive
    assert all(one.free_symbols <= part.free_symbols for one in domain.relations)


def test_a_tactic_that_fails_says_no():
    def fails():
        raise NotImplementedError

    assert says_yes(lambda: True)
    assert not says_yes(fails)
