"""A sum of binomial coefficients is the power of a sum."""

import pytest
from claims import ANY, WHOLE, refusal, rules_of

NAMES = {"x": ANY, "a": ANY, "b": ANY, "n": WHOLE}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        (r"\sum_{k=0}^n \binom{n}{k} x^k = (1 + x)^n", "binomial theorem; normal form"),
        (r"\sum_{k=0}^n \binom{n}{k} a^k b^{n-k} = (a + b)^n", "binomial theorem; normal form"),
        (r"\sum_{k=1}^n k \binom{n}{k} = n 2^{n-1}", "binomial theorem; normal form"),
    ],
)
def test_neighbours_in_the_quotient_of_a_binomial_sum_up(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        (r"\sum_{k=0}^n \binom{n}{k} x^k = (1 - x)^n", "the sides have different normal forms"),
        (r"\sum_{k=0}^n \binom{n}{k} = 2^n + 1", "the sides have different normal forms"),
        (r"\sum_{k=1}^n \binom{n}{k} = 2^n", "a hint is missing"),
        (r"\sum_{k=0}^n \binom{n}{k}^2 = 4^n", "a hint is missing"),
    ],
)
def test_other_quotients_other_ends_and_other_sums_do_not(tex, why):
    assert refusal(tex, NAMES) == why
