"""A sum to a letter is linear, and each product of names that run is one quantity."""

import pytest
from claims import ANY, WHOLE, refusal, rules_of

NAMES = {"a": ANY, "n": WHOLE, "i": ANY, "x_i": ANY, "y_i": ANY}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        (r"\sum_{i=1}^n (x_i + y_i) = \sum_{i=1}^n x_i + \sum_{i=1}^n y_i", "powers of a family; normal form"),
        (r"\sum_{i=1}^n a x_i = a \sum_{i=1}^n x_i", "powers of a family; normal form"),
        (
            r"\sum_{i=1}^n (x_i - a)^2 = \sum_{i=1}^n x_i^2 - 2a \sum_{i=1}^n x_i + n a^2",
            "powers of a family; normal form",
        ),
        (r"\sum_{i=1}^n x_i^2 \ge 0", "powers of a family; signs"),
    ],
)
def test_what_does_not_run_stands_before_the_sum(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        (r"\sum_{i=1}^n x_i y_i = \sum_{i=1}^n x_i \sum_{i=1}^n y_i", "a hint is missing"),
        (r"\sum_{i=1}^n x_{i+1} = \sum_{i=1}^n x_i", "a hint is missing"),
        (r"\sum_{i=1}^n x_i \ge 0", "the kernel knows no function variable"),
        (r"\sum_{i=1}^n x_i^2 > 0", "the kernel knows no function sum of sizes"),
    ],
)
def test_a_product_a_shift_and_a_sign_say_more(tex, why):
    assert refusal(tex, NAMES) == why
