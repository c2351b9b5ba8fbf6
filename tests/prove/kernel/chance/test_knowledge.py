"""What is stated is solved, and what all probabilities obey is known."""

import pytest
from claims import refusal, rules_of

EVENT = {"kind": "event"}
RANDOM = {"kind": "random"}
NAMES = {"A": EVENT, "B": EVENT, "X": RANDOM, "Y": RANDOM}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        (r"P(A) \ge 0", "indicators; signs"),
        (r"P(A \cap B) \le P(A)", "indicators; signs"),
        (r"\operatorname{Cov}(X, Y)^2 \le \operatorname{Var}(X) \operatorname{Var}(Y)", "linear expectation; signs"),
        (r"P(A) = 0.2 \Rightarrow P(A^c) = 0.8", "premise"),
    ],
)
def test_bounds_hold_of_all_measures(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        (r"P(A) \le P(A \cap B)", "no bound shows this order"),
        (r"\operatorname{Cov}(X, Y) \ge 0", "no bound shows this order"),
        (r"\mathbb{E}[X] \ge 0", "no bound shows this order"),
        (r"P(A) = 0.2 \Rightarrow P(B) = 0.8", "no rule shows what follows"),
    ],
)
def test_no_bound_is_known_of_signs_and_of_other_events(tex, why):
    assert refusal(tex, NAMES) == why
