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
    "Z_i": {"kind": "random", "domain": [r"Z_i \perp Z_j", r"Z_i \sim \mathcal{N}(0, 1)"]},
    **{name: {"kind": "natural"} for name in "ijn"},
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


@pytest.mark.parametrize("pair", ["Z_1, Z_2", "Z_n, Z_{n + 1}", "Z_{n - 1}, Z_{n + 1}"])
def test_members_at_other_places_are_apart(pair):
    assert rules_of(rf"\operatorname{{Cov}}({pair}) = 0", NAMES) is not None


@pytest.mark.parametrize(
    "pair", ["Z_i, Z_j", "Z_i, Z_1", "Z_i, Z_{j + 1}", "Z_i, Z_{2 i}", "Z_i, Z_{3 - i}", "Z_i, Z_{i + 0}"]
)
def test_members_that_may_be_one_are_not(pair):
    assert refusal(rf"\operatorname{{Cov}}({pair}) = 0", NAMES) == "the sides have different normal forms"


def test_nor_are_they_where_both_letters_run():
    double = r"\sum_{i=1}^n \sum_{j=1}^n"
    assert rules_of(rf"{double} \operatorname{{Cov}}(Z_i, Z_j) = 0", NAMES) is None
    assert rules_of(rf"{double} \mathbb{{E}}[Z_i^2 Z_j^2] = n^2", NAMES) is None
