"""What is declared of a name is known for all of its values."""

import pytest
from claims import ANY, POSITIVE, WHOLE, refusal, rules_of

NAMES = {"d": {"domain": ["0 < d < 1"]}, "n": WHOLE, "r": POSITIVE, "x": ANY}


@pytest.mark.parametrize(
    ("tex", "rules"), [("d > 0", "signs"), ("d^2 < 1", "signs"), (r"n \ge 0", "signs"), ("r > 0", "signs")]
)
def test_a_domain_and_a_kind_are_signs(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        ("d > 1", "no rule shows this order"),
        ("d^2 > d", "no rule shows this order"),
        ("n > 0", "no rule shows this order"),
        ("r > 1", "no rule shows this order"),
        ("x > 0", "no rule shows this order"),
    ],
)
def test_they_say_no_more(tex, why):
    assert refusal(tex, NAMES) == why
