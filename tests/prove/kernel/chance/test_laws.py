"""A known distribution has the probabilities and moments of its row."""

import pytest
from claims import ANY, refusal, rules_of

NAMES = {
    "N": {"domain": [r"N \sim \operatorname{Bin}(3, \frac12)"]},
    "Z": {"domain": [r"Z \sim \mathcal{N}(0, 1)"]},
    "a": ANY,
}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        (r"P(N = 1) = \frac38", "indicators; known distribution; normal form"),
        (r"P(Z \le 0) = \frac12", "indicators; known distribution; normal form"),
        (r"\mathbb{E}[N] = \frac32", "known distribution; linear expectation; normal form"),
        (r"\operatorname{Var}(N) = \frac34", "known distribution; linear expectation; normal form"),
        (r"\mathbb{E}[e^{aZ}] = e^{a^2/2}", "known distribution; linear expectation; normal form"),
    ],
)
def test_its_numbers_are_those_of_the_row(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        (r"P(N = 1) = \frac12", "the sides have different normal forms"),
        (r"P(N = 4) = \frac18", "the sides have different normal forms"),
        (r"P(Z = 0) = \frac12", "the sides have different normal forms"),
        (r"P(Z \le 1) = \frac12", "the sides have different normal forms"),
    ],
)
def test_other_numbers_are_refused(tex, why):
    assert refusal(tex, NAMES) == why
