"""Moments bound how likely a deviation is."""

import pytest
from claims import ANY, POSITIVE, refusal, rules_of

RANDOM = {"kind": "random"}
NAMES = {"V": RANDOM, "X": RANDOM, "a": ANY, "r": POSITIVE}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [(r"P(V \ge r) \le \frac{\mathbb{E}[V]}{r} \text{ if } V \ge 0", "indicators; linear expectation; Markov's bound")],
)
def test_what_is_not_negative_is_seldom_large(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        (r"P(X \ge r) \le \frac{\mathbb{E}[X]}{r}", "no bound shows this order"),
        (r"P(V \ge r) \ge \frac{\mathbb{E}[V]}{r} \text{ if } V \ge 0", "no bound shows this order"),
        (r"P(V \ge a) \le \frac{\mathbb{E}[V]}{a} \text{ if } V \ge 0", "no bound shows this order"),
    ],
)
def test_without_a_sign_of_both_nothing_is_bounded(tex, why):
    assert refusal(tex, NAMES) == why
