"""A quantifier binds its name for what comes behind."""

import pytest
from readings import faults, reading


@pytest.mark.parametrize(
    ("tex", "tree"),
    [
        (r"\forall q \in \mathbb{R} : q^2 \ge 0", "Quantified((q in mathbb{R}!), ((q ^ 2) ge 0))"),
        (r"\exists q : q = x", "Quantified(q, (q = x))"),
        (r"\forall q > 0 : \exists m : m > q", "Quantified((q > 0), Quantified(m, (m > q)))"),
    ],
)
def test_a_quantifier_takes_its_statement(tex, tree):
    assert reading(tex) == tree


def test_the_name_is_known_inside_and_nowhere_else():
    assert "unknown-name" in {one.rule for one in faults(r"(\forall q : q = q) \land q = 1")}
