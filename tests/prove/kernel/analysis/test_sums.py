"""A sum is written out, or told by its first value and one more term, or is a series that is known."""

import pytest
from claims import ANY, WHOLE, refusal, rules_of

NAMES = {"x": ANY, "n": WHOLE}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        (r"\sum_{k=1}^4 k = 10", "normal form"),
        (r"\sum_{k=5}^3 k = 0", "normal form"),
        (r"\prod_{k=1}^4 k = 24", "normal form"),
        (r"\sum_{k=1}^n k = \frac{n(n+1)}{2}", "first value and one more term; normal form"),
        (r"\sum_{k=0}^{\infty} \frac{1}{3^k} = \frac32", "geometric series; normal form"),
        (r"\sum_{k=0}^{\infty} \frac{x^k}{k!} = e^x", "classical series; normal form"),
        (r"\sum_{k=1}^{\infty} \frac{1}{k} = \infty", "terms above a multiple of 1/k; infinite"),
    ],
)
def test_each_rule_has_its_sum(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "hints", "why"),
    [
        (r"\sum_{k=1}^3 k = 7", [], "the sides have different normal forms"),
        (r"\sum_{k=1}^n k = n^2", [(r"\sum_{k = 1}^n k", "n^2")], "the first value is another one"),
        (r"\sum_{k=0}^{\infty} \frac{x^k}{k!} = e^{2x}", [], "the sides have different normal forms"),
        (r"\sum_{k=1}^{\infty} \frac{1}{k^2} = \infty", [], "this is not infinite"),
        (r"\sum_{k=0}^{\infty} 2^k = -1", [], "something infinite within an expression"),
    ],
)
def test_another_first_value_and_a_series_without_a_value_are_refused(tex, hints, why):
    assert refusal(tex, NAMES, *hints) == why
