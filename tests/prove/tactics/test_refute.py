"""One exact point at which the sides surely differ refutes; agreement proves nothing."""

import pytest
import sympy

from mathora.prove.goal.domain import Domain
from mathora.prove.goal.goal import Goal
from mathora.prove.tactics.refute import counterexample

x = sympy.Symbol("x", real=True)


@pytest.mark.parametrize(
    ("left", "sign", "right", "domain"),
    [
        (x**2, "=", x, Domain()),
        (x**2, ">", sympy.S.Zero, Domain()),
        (x, r"\ge", sympy.S.One, Domain((x > 0,))),
        (x**2, r"\ne", sympy.S.One, Domain()),
        (sympy.sqrt(x**2), "=", x, Domain()),
    ],
)
def test_a_witness_is_a_point_of_the_domain_with_both_sides(left, sign, right, domain):
    found = counterexample(Goal(left, sign, right, domain))
    ((name, place),) = found.at
    point = {x: sympy.Rational(place)}
    assert name == "x"
    assert all(relation.subs(point) for relation in domain.relations)
    assert found.relation == sign
    assert (found.left, found.right) == (str(left.subs(point)), str(right.subs(point)))


@pytest.mark.parametrize(
    ("left", "sign", "right", "domain"),
    [
        (x + x, "=", 2 * x, Domain()),
        (x**2, r"\ge", sympy.S.Zero, Domain()),
        (sympy.sqrt(x**2), "=", x, Domain((x > 0,))),
        (1 / (x - x), "=", sympy.S.One, Domain()),  # no side has a value
        (sympy.sin(x) ** 2 + sympy.cos(x) ** 2, "=", sympy.S.One, Domain()),
    ],
)
def test_without_a_difference_that_is_sure_there_is_none(left, sign, right, domain):
    assert counterexample(Goal(left, sign, right, domain)) is None
