"""Logarithms lie below their tangents, exponentials above."""

import pytest
from claims import ANY, POSITIVE, refusal, rules_of

NAMES = {"r": POSITIVE, "x": ANY}


@pytest.mark.parametrize(
    ("tex", "rules"), [(r"\ln r \le r - 1", "signs"), (r"e^x \ge 1 + x", "signs"), (r"e^x + e^{-x} \ge 2", "signs")]
)
def test_a_tangent_shows_an_order(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        (r"\ln r \le r - 2", "no rule shows this order"),
        (r"e^x \ge 1 + 2x", "no rule shows this order"),
        (r"e^x + e^{-x} \ge 3", "no rule shows this order"),
    ],
)
def test_no_other_line_does(tex, why):
    assert refusal(tex, NAMES) == why
