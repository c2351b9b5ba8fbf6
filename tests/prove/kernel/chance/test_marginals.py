"""A sum over a bare letter runs over all values of its quantity."""

import pytest
from claims import ANY, refusal, rules_of

RANDOM = {"kind": "random"}
NAMES = {"X": RANDOM, "Y": RANDOM, "x": ANY, "y": ANY}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        (r"\sum_y P(X = x, Y = y) = P(X = x)", "indicators; all values; normal form"),
        (r"\sum_x P(X = x) = 1", "indicators; all values; normal form"),
    ],
)
def test_the_quantity_is_summed_out(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        (r"\sum_y P(X = x, Y = y) = P(Y = y)", "the sides have different normal forms"),
        (r"\sum_x P(X = x)^2 = 1", "a sum over all values of what is not one probability"),
        (r"\sum_y P(X = x \mid Y = y) = 1", "a sum of quotients"),
        (r"\sum_x x P(X = x) = 1", "a sum over all values of what is not one probability"),
    ],
)
def test_powers_quotients_and_weights_are_no_single_probability(tex, why):
    assert refusal(tex, NAMES) == why
