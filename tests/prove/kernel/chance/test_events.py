"""An event is a polynomial of indicators."""

import pytest
from claims import ANY, refusal, rules_of

EVENT = {"kind": "event"}
RANDOM = {"kind": "random"}
NAMES = {
    "A": EVENT,
    "B": EVENT,
    "X": RANDOM,
    "T": RANDOM,
    "P(T = 0)": {"is": "0.4"},
    "P(T = 1)": {"is": "0.6"},
    "x": ANY,
    "y": ANY,
}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        (r"P(A \cup B) = P(A) + P(B) - P(A \cap B)", "indicators; normal form"),
        ("P(A^c) = 1 - P(A)", "indicators; normal form"),
        (r"P(A \cap B) = P(A \mid B) P(B)", "indicators; normal form"),
        (r"P(A \setminus B) = P(A) - P(A \cap B)", "indicators; normal form"),
        (r"P(x < X \le y) = P(X \le y) - P(X \le x) \text{ if } x < y", "indicators; normal form"),
        (r"P(T \ge 1) = 1 - P(T = 0)", "indicators; table of values; normal form"),
    ],
)
def test_what_holds_in_every_experiment_is_shown(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        (r"P(A \cup B) = P(A) + P(B)", "the sides have different normal forms"),
        (r"P(A \cap B) = P(A) P(B)", "the sides have different normal forms"),
        (r"P(A \mid B) = P(B \mid A)", "the sides have different normal forms"),
        (r"P(x < X \le y) = P(X \le y) - P(X \le x)", "the sides have different normal forms"),
        (r"P(X \le x) = P(X < x)", "the sides have different normal forms"),
    ],
)
def test_what_holds_in_some_is_not(tex, why):
    assert refusal(tex, NAMES) == why
