"""Entropies are told by joint ones, and obey Shannon's bounds."""

import pytest
from claims import refusal, rules_of

RANDOM = {"kind": "random"}
NAMES = {"X": RANDOM, "Y": RANDOM, "W": {"kind": "random", "domain": [r"W \perp X"]}}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        (r"H(X \mid Y) = H(X, Y) - H(Y)", "joint entropies; normal form"),
        ("I(X; Y) = H(X) + H(Y) - H(X, Y)", "joint entropies; normal form"),
        ("H(X, W) = H(X) + H(W)", "independent; joint entropies; normal form"),
        (r"I(X; Y) \ge 0", "joint entropies; signs"),
        (r"H(X \mid Y) \le H(X)", "joint entropies; signs"),
    ],
)
def test_what_holds_of_all_quantities_is_shown(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        ("H(X, Y) = H(X) + H(Y)", "the sides have different normal forms"),
        ("I(X; Y) = 0", "the sides have different normal forms"),
        (r"H(X \mid Y) = H(Y \mid X)", "the sides have different normal forms"),
        ("H(X) > 0", "no rule shows this order"),
        (r"H(X) \le H(X \mid Y)", "no bound shows this order"),
    ],
)
def test_what_holds_of_independent_or_uncertain_ones_is_not(tex, why):
    assert refusal(tex, NAMES) == why
