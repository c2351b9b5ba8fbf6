"""Each measure of chance has its rule."""

import pytest
from claims import refusal, rules_of

EVENT = {"kind": "event"}
RANDOM = {"kind": "random"}
NAMES = {"A": EVENT, "B": EVENT, "X": RANDOM, "Y": RANDOM}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        ("P(A) = 1 - P(A^c)", "indicators; normal form"),
        (r"\mathbb{E}[X + Y] = \mathbb{E}[X] + \mathbb{E}[Y]", "linear expectation; normal form"),
        ("I(X; Y) = I(Y; X)", "joint entropies; normal form"),
    ],
)
def test_it_is_told_by_its_name(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        (r"\mathbb{E}_X[X] = \mathbb{E}[X]", "an expectation with a subscript"),
        ("H(X) = H(Y)", "the sides have different normal forms"),
        ("P(A) = P(B)", "the sides have different normal forms"),
    ],
)
def test_measures_of_others_are_others(tex, why):
    assert refusal(tex, NAMES) == why
