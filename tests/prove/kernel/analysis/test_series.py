"""A leading term is used only where it is seen and its sign is shown."""

import pytest
from claims import ANY, POSITIVE, refusal, rules_of

NAMES = {"a": ANY, "x": ANY, "y": ANY, "n": ANY, "p": POSITIVE}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        (r"\lim_{x \to 0} \frac{\sin x - x}{x^3} = -\frac16", "limit by leading terms; normal form"),
        (r"\lim_{x \to 0^+} x \ln x = 0", "limit by leading terms; normal form"),
        (r"\lim_{x \to \infty} \frac{x^5}{e^x} = 0", "limit by leading terms; normal form"),
        (r"\lim_{x \to \infty} \frac{x^y}{e^x} = 0", "limit by leading terms; normal form"),
        (r"\lim_{x \to 0^+} x^p \ln x = 0", "limit by leading terms; normal form"),
        (r"\lim_{x \to \infty} x^{-p} = 0", "limit by leading terms; normal form"),
        (r"\lim_{x \to \infty} \frac{(x + 1)^p - x^p}{p x^{p - 1}} = 1", "limit by leading terms; normal form"),
        (r"\lim_{x \to \infty} \frac{\ln x}{\ln x + 1} = 1", "limit by leading terms; normal form"),
        (r"\lim_{n \to \infty} \frac{n!}{n^n} = 0", "limit by leading terms; normal form"),
        (r"\lim_{n \to \infty} \frac{\sqrt[n]{n!}}{n} = \frac{1}{e}", "limit by leading terms; normal form"),
        (r"\lim_{n \to \infty} \frac{\binom{2n}{n} \sqrt{\pi n}}{4^n} = 1", "limit by leading terms; normal form"),
        (r"\lim_{n \to \infty} \frac{\ln n!}{n \ln n} = 1", "limit by leading terms; normal form"),
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
        (r"\lim_{x \to \infty} \frac{x^y}{x} = 0", "a leading coefficient whose sign is not known"),
        (r"\lim_{x \to \infty} \frac{x^p}{x} = 0", "a leading coefficient whose sign is not known"),
        (r"\lim_{x \to \infty} \frac{x^p}{x^p + x} = 1", "the body does not have a value near the target"),
        (r"\lim_{x \to \infty} \frac{\ln(x^p + 1)}{\ln x} = p", "powers of which the smaller is not known"),
        (r"\lim_{x \to \infty} e^{x^{-p}} = 1", "a function of what grows too fast"),
        (r"\lim_{n \to \infty} \frac{n!}{\sqrt{\pi n} (n/e)^n} = 1", "the sides have different normal forms"),
        (r"\lim_{n \to \infty} \frac{n!}{(n/e)^n} = 1", "something infinite within an expression"),
        (r"\lim_{x \to 0^+} \Gamma(x) = 0", "a factorial of what does not grow"),
    ],
)
def test_another_sign_an_infinite_one_or_a_parameter_is_refused(tex, why):
    assert refusal(tex, NAMES) == why
