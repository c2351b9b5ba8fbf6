"""Each atom is expanded in the step of a limit, or the limit is refused."""

import pytest
from claims import ANY, refusal, rules_of

NAMES = {"x": ANY, "f(o)": ANY}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        (r"\lim_{x \to 0} \frac{1 - \cos x}{x^2} = \frac12", "limit by leading terms; normal form"),
        (r"\lim_{x \to 0} \frac{e^x - 1 - x}{x^2} = \frac12", "limit by leading terms; normal form"),
        (r"\lim_{x \to \infty} \frac{\ln x}{x} = 0", "limit by leading terms; normal form"),
        (r"\lim_{x \to 0} x \sin\frac{1}{x} = 0", "limit by leading terms; normal form"),
        (r"\lim_{x \to \infty} \arctan x = \frac{\pi}{2}", "limit by leading terms; normal form"),
    ],
)
def test_the_leading_terms_tell_the_limit(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        (r"\lim_{x \to 0} \frac{1 - \cos x}{x^2} = 1", "the sides have different normal forms"),
        (r"\lim_{x \to \infty} \arctan x = \pi", "the sides have different normal forms"),
        (r"\lim_{x \to 0} \sin\frac{1}{x} = 0", "what swings has no limit"),
        (r"\lim_{x \to \infty} x \sin x = 0", "what swings has no leading term"),
        (r"\lim_{x \to 0} f(\frac{1}{x}) = 0", "a limit of unknown f@0"),
    ],
)
def test_what_swings_or_is_unknown_tells_none(tex, why):
    assert refusal(tex, NAMES) == why
