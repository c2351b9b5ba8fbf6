"""Independent is what is said to be, and no more."""

import pytest
from claims import refusal, rules_of

EVENT = {"kind": "event"}
RANDOM = {"kind": "random"}
NAMES = {
    "A": EVENT,
    "B": EVENT,
    "D": EVENT,
    "X": RANDOM,
    "Y": RANDOM,
    "W": {"kind": "random", "domain": [r"W \perp X"]},
}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        (r"X \perp Y \Rightarrow \operatorname{Cov}(X, Y) = 0", "premise"),
        (r"\operatorname{Cov}(X, W) = 0", "independent; linear expectation; normal form"),
    ],
)
def test_two_names_are_apart_by_a_declaration_or_a_premise(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        (r"P(A \cap B \cap D) = P(A) P(B) P(D) \text{ if } A \perp B", "the sides have different normal forms"),
        (r"\operatorname{Cov}(X, Y) = 0", "the sides have different normal forms"),
        (
            r"\operatorname{Cov}(X, Y) = 0 \Rightarrow \mathbb{E}[X^2 Y] = \mathbb{E}[X^2] \mathbb{E}[Y]",
            "no rule shows what follows",
        ),
    ],
)
def test_pairs_make_no_three_and_no_covariance_makes_them_apart(tex, why):
    assert refusal(tex, NAMES) == why
