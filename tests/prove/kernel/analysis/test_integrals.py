"""An integral is told by an antiderivative that is checked, or by a rule of its own."""

import pytest
from claims import ANY, refusal, rules_of

NAMES = {"x": ANY, "t": ANY}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        (r"\int_0^1 x^2 \, dx = \frac13", "antiderivative; normal form"),
        (r"\int_1^{\infty} \frac{1}{x} \, dx = \infty", "antiderivative and limits at the ends; infinite"),
        (r"\int_0^1 e^{-x^2} \, dx \approx 0.747", "quadrature; numbers"),
        (r"\int_{-\infty}^{\infty} e^{-x^2} \, dx = \sqrt{\pi}", "Gauss' integral; normal form"),
        (r"\int_0^{\infty} x^3 e^{-x} \, dx = 6", "Euler's integral; normal form"),
        (r"\frac{d}{dx} \int_0^x e^{-t^2} \, dt = e^{-x^2}", "derivative of an integral by its ends; normal form"),
    ],
)
def test_each_rule_has_its_integral(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "hints", "why"),
    [
        (
            r"\int_{-1}^1 \frac{1}{x^2} \, dx = -2",
            [(r"\int_{-1}^1 \frac{1}{x^2} \, dx", r"-\frac{1}{x}")],
            "a part that does not have a value everywhere",
        ),
        (
            r"\int_0^1 e^{x^2} \, dx = e - 1",
            [(r"\int_0^1 e^{x^2} \, dx", "e^{x^2}")],
            "the derivative is not the integrand",
        ),
        (r"\int_0^1 x^2 \, dx = \frac12", [], "the sides have different normal forms"),
        (r"\int_0^{\infty} x^3 e^{-x} \, dx = 24", [], "the sides have different normal forms"),
        (r"\int_0^{\infty} e^x \, dx = -1", [], "a hint is missing"),
        (r"\int_0^1 e^{-x^2} \, dx \approx 0.74", [], "the value is not rounded so"),
        (r"\int_{-\infty}^{\infty} e^{x^2} \, dx = \sqrt{\pi}", [], "a hint is missing"),
        (r"\int_0^\infty x^{-2} e^{-x} \, dx = 1", [], "a hint is missing"),
        (r"\frac{d}{dx} \int_0^x e^{-t^2} \, dt = e^{-x}", [], "the sides have different normal forms"),
    ],
)
def test_a_pole_within_another_derivative_or_another_value_is_refused(tex, hints, why):
    assert refusal(tex, NAMES, *hints) == why
