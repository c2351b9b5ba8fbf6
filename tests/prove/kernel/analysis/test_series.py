"""A leading term is used only where it is seen and its sign is shown."""

import pytest
from claims import ANY, refusal, rules_of

NAMES = {"a": ANY, "x": ANY, "y": ANY}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        (r"\lim_{x \to 0} \frac{\sin x - x}{x^3} = -\frac16", "limit by leading terms; normal form"),
        (r"\lim_{x \to 0^+} x \ln x = 0", "limit by leading terms; normal form"),
        (r"\lim_{x \to \infty} \frac{x^5}{e^x} = 0", "limit by leading terms; normal form"),
    ],
)
def test_the_lowest_power_tells_the_limit(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        (r"\lim_{x \to 0} \frac{\sin x - x}{x^3} = \frac16", "the sides have different normal forms"),
        (r"\lim_{x \to 0^+} \ln x = 0", "something infinite within an expression"),
        (r"\lim_{x \to \infty} \frac{e^x}{x^5} = 0", "something infinite within an expression"),
        (r"\lim_{x \to 0} \frac{a x}{x^2} = 0", "a leading coefficient whose sign is not known"),
        (r"\lim_{x \to \infty} \frac{x^y}{x} = 0", "an exponent with a logarithm"),
    ],
)
def test_another_sign_an_infinite_one_or_a_parameter_is_refused(tex, why):
    assert refusal(tex, NAMES) == why
