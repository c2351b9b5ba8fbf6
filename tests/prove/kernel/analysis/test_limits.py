"""A limit is told by leading terms whose signs are shown."""

import pytest
from claims import ANY, POSITIVE, WHOLE, refusal, rules_of

NAMES = {"x": ANY, "a": ANY, "n": WHOLE, "r": POSITIVE}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        (r"\lim_{x \to 2} x^2 = 4", "limit by leading terms; normal form"),
        (r"\lim_{x \to 0^+} \frac{1}{x} = \infty", "limit by leading terms; infinite"),
        (r"\lim_{x \to 0^+} \frac{|x|}{x} = 1", "limit by leading terms; normal form"),
        (r"\lim_{x \to \infty} \left(1 + \frac{1}{x}\right)^x = e", "limit by leading terms; normal form"),
        (r"\lim_{x \to \infty} e^{-rx} = 0", "limit by leading terms; normal form"),
        (r"\lim_{n \to \infty} \frac{(-1)^n}{n} = 0", "limit by leading terms; normal form"),
        (r"\lim_{x \to 1^-} \arcsin x = \frac{\pi}{2}", "limit by leading terms; normal form"),
        (r"\lim_{x \to -1^+} \arcsin x = -\frac{\pi}{2}", "limit by leading terms; normal form"),
    ],
)
def test_a_limit_is_that_of_the_leading_term(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        (r"\lim_{x \to 2} x^2 = 5", "the sides have different normal forms"),
        (r"\lim_{x \to 1^-} \arcsin x = 1", "the sides have different normal forms"),
        (r"\lim_{x \to 1^-} \frac{\pi - 2\arcsin x}{\sqrt{1 - x}} = 1", "the leading terms cancel"),
        (r"\lim_{x \to 0} \frac{1}{x} = \infty", "the limits from both sides differ"),
        (r"\lim_{x \to 0} \frac{|x|}{x} = 1", "the limits from both sides differ"),
        (r"\lim_{x \to \infty} e^{-ax} = 0", "a leading coefficient whose sign is not known"),
        (r"\lim_{x \to 0} \frac{a}{x} = \infty", "a leading coefficient whose sign is not known"),
        (r"\lim_{x \to 0^-} \sqrt{x} = 0", "the body does not have a value near the target"),
        (r"\lim_{n \to \infty} (-1)^n = 0", "what swings has no limit"),
        (r"\lim_{x \to 0^+} \ln x = \infty", "this is not infinite"),
    ],
)
def test_without_a_sign_a_value_nearby_or_one_limit_from_both_sides_there_is_none(tex, why):
    assert refusal(tex, NAMES) == why
