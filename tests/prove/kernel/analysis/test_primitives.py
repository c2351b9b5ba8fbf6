"""Some antiderivatives need no hint."""

import pytest
from claims import ANY, refusal, rules_of

NAMES = {"x": ANY, "f(o)": ANY}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        (r"\int_0^1 x f'(x) \, dx = f(1) - \int_0^1 f(x) \, dx", "antiderivative; normal form"),
        (r"\int_0^1 f'(x) \, dx = f(1) - f(0)", "antiderivative; normal form"),
        (r"\int_0^1 2x f(x^2) \, dx = \int_0^1 f(x) \, dx", "antiderivative; normal form"),
        (r"\int_0^1 f(x) f'(x) \, dx = \frac{f(1)^2 - f(0)^2}{2}", "antiderivative; normal form"),
    ],
)
def test_an_unknown_function_has_a_primitive_and_a_derivative(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        (r"\int_0^1 f'(x) \, dx = f(0) - f(1)", "the sides have different normal forms"),
        (r"\int_0^1 f(x^2) \, dx = \int_0^1 f(x) \, dx", "the sides have different normal forms"),
        (r"\int_0^1 f(x) \, dx = f(1) - f(0)", "the sides have different normal forms"),
        (r"\int_0^1 x f'(x) \, dx = f(1)", "the sides have different normal forms"),
    ],
)
def test_the_wrong_one_is_another_number(tex, why):
    assert refusal(tex, NAMES) == why
