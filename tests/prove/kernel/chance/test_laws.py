"""A known distribution has the probabilities and moments of its row."""

import pytest
from claims import ANY, refusal, rules_of

NAMES = {
    "N": {"domain": [r"N \sim \operatorname{Bin}(3, \frac12)"]},
    "Z": {"domain": [r"Z \sim \mathcal{N}(0, 1)"]},
    "T": {"domain": [r"T \sim \mathcal{N}(100, 15^2)"]},
    "C": {"domain": [r"C \sim \operatorname{Pois}(70)"]},
    "B": {"domain": [r"B \sim \operatorname{Bin}(100, 0.5)"]},
    "G": {"domain": [r"G \sim \operatorname{Geo}(0.1)"]},
    "a": ANY,
}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        (r"P(N = 1) = \frac38", "indicators; known distribution; normal form"),
        (r"P(Z \le 0) = \frac12", "indicators; known distribution; normal form"),
        (r"\mathbb{E}[N] = \frac32", "known distribution; linear expectation; normal form"),
        (r"\operatorname{Var}(N) = \frac34", "known distribution; linear expectation; normal form"),
        (r"\operatorname{Var}(T) = 225", "known distribution; linear expectation; normal form"),
        (r"\mathbb{E}[C^2] = 4970", "known distribution; linear expectation; normal form"),
        (r"\operatorname{Var}(B) = 25", "known distribution; linear expectation; normal form"),
        (r"\operatorname{Var}(G) = 90", "known distribution; linear expectation; normal form"),
        (r"\mathbb{E}[e^{aZ}] = e^{a^2/2}", "known distribution; linear expectation; normal form"),
    ],
)
def test_its_numbers_are_those_of_the_row(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        (r"P(N = 1) = \frac12", "the sides have different normal forms"),
        (r"\operatorname{Var}(T) = 15", "the sides have different normal forms"),
        (r"\mathbb{E}[C^2] = 4900", "the sides have different normal forms"),
        (r"\operatorname{Var}(B) = 50", "the sides have different normal forms"),
        (r"\operatorname{Var}(G) = 10", "the sides have different normal forms"),
        (r"P(N = 4) = \frac18", "the sides have different normal forms"),
        (r"P(Z = 0) = \frac12", "the sides have different normal forms"),
        (r"P(Z \le 1) = \frac12", "the sides have different normal forms"),
    ],
)
def test_other_numbers_are_refused(tex, why):
    assert refusal(tex, NAMES) == why
