"""An expectation is linear, and more is known of it only where it is said."""

import pytest
from claims import ANY, refusal, rules_of

RANDOM = {"kind": "random"}
NAMES = {
    "X": RANDOM,
    "Y": RANDOM,
    "W": {"kind": "random", "domain": [r"W \perp X"]},
    "Z": {"domain": [r"Z \sim \mathcal{N}(0, 1)"]},
    "T": RANDOM,
    "P(T = 0)": {"is": "0.4"},
    "P(T = 1)": {"is": "0.6"},
    "a": ANY,
}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        (r"\mathbb{E}[aX + 1] = a \mathbb{E}[X] + 1", "linear expectation; normal form"),
        (r"\operatorname{Var}(X) = \mathbb{E}[X^2] - \mathbb{E}[X]^2", "linear expectation; normal form"),
        (r"\mathbb{E}[XW] = \mathbb{E}[X] \mathbb{E}[W]", "independent; linear expectation; normal form"),
        (r"\mathbb{E}[\mathbb{E}[X \mid Y]] = \mathbb{E}[X]", "tower; linear expectation; normal form"),
        (r"\mathbb{E}[T] = 0.6", "table of values; linear expectation; normal form"),
        (r"\mathbb{E}[Z^2] = 1", "known distribution; linear expectation; normal form"),
    ],
)
def test_each_rule_has_its_moment(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        (r"\mathbb{E}[XY] = \mathbb{E}[X] \mathbb{E}[Y]", "the sides have different normal forms"),
        (r"\mathbb{E}[X^2] = \mathbb{E}[X]^2", "the sides have different normal forms"),
        (
            r"\operatorname{Var}(X + Y) = \operatorname{Var}(X) + \operatorname{Var}(Y)",
            "the sides have different normal forms",
        ),
        (r"\mathbb{E}[X \mid Y] = \mathbb{E}[X]", "the sides have different normal forms"),
        (r"\mathbb{E}[Z^4] = 1", "the sides have different normal forms"),
        (r"\mathbb{E}[\frac{1}{X}] = \frac{1}{\mathbb{E}[X]}", "an expectation of a quotient by what is random"),
    ],
)
def test_what_takes_independence_or_a_function_is_refused(tex, why):
    assert refusal(tex, NAMES) == why
