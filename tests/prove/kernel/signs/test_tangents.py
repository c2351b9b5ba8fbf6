"""Logarithms lie below their tangents, exponentials above."""

import pytest
from claims import ANY, POSITIVE, refusal, rules_of

GIBBS = "logarithms below their tangents"
NAMES = {"r": POSITIVE, "x": ANY, "p": {"domain": ["0 < p < 1"]}, "q": {"domain": ["0 < q < 1"]}}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        (r"\ln r \le r - 1", "signs"),
        (r"e^x \ge 1 + x", "signs"),
        (r"e^x + e^{-x} \ge 2", "signs"),
        (r"p \log_2 \frac{p}{q} + (1 - p) \log_2 \frac{1 - p}{1 - q} \ge 0", GIBBS),
        (r"-p \ln p - (1 - p) \ln(1 - p) \ge 0", GIBBS),
        (r"-p \ln q - (1 - p) \ln(1 - q) \ge 0", GIBBS),
    ],
)
def test_a_tangent_shows_an_order(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        (r"\ln r \le r - 2", "no rule shows this order"),
        (r"e^x \ge 1 + 2x", "no rule shows this order"),
        (r"e^x + e^{-x} \ge 3", "no rule shows this order"),
        (r"p \ln \frac{q}{p} + (1 - p) \ln \frac{1 - q}{1 - p} \ge 0", "no rule shows this order"),
        (r"p \log_2 \frac{p}{q} + (1 - p) \log_2 \frac{1 - q}{1 - p} \ge 0", "no rule shows this order"),
        (r"p \ln \frac{p}{q} \ge 0", "no rule shows this order"),
        (r"-p \ln p - (1 - p) \ln(1 - p) \ge p", "no rule shows this order"),
        (r"-r \ln r \ge 0", "no rule shows this order"),
        (r"-p \ln r \ge 0", "no rule shows this order"),
    ],
)
def test_no_other_line_does(tex, why):
    assert refusal(tex, NAMES) == why
