"""A case distinction is read by the row that is known to hold."""

import pytest
from claims import ANY, refusal, rules_of

NAMES = {"q(x)": {"is": r"\begin{cases} x & x > 0 \\ -x & \text{otherwise} \end{cases}"}, "x": ANY}


@pytest.mark.parametrize(
    ("tex", "rules"), [("q(2) = 2", "normal form"), ("q(-2) = 2", "normal form"), ("q(x) = |x|", "cases")]
)
def test_each_row_holds_where_its_condition_does(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        ("q(2) = -2", "the sides have different normal forms"),
        ("q(x) = x", "the sides have different normal forms"),
        ("q'(0) = 1", "cases that cannot be told apart"),
        (r"\int_{-1}^1 q(x) \, dx = 0", "cases that cannot be told apart"),
        (r"\sum_{k=-1}^1 q(k) = 0", "the sides have different normal forms"),
    ],
)
def test_another_row_or_a_row_for_all_that_is_bound_is_refused(tex, why):
    assert refusal(tex, NAMES) == why
