"""Derivatives, gradients and divergences are read by their variables."""

import pytest
from claims import ANY, refusal, rules_of

NAMES = {"h(a, b)": {"is": "a^2 b"}, "p(x)": {"is": "x^3"}, "x": ANY, "y": ANY}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        ("p'(2) = 12", "normal form"),
        ("p''(x) = 6x", "normal form"),
        (r"\nabla h(1, 2) = (4, 1)", "normal form"),
        (r"\frac{\partial h}{\partial a} = 2ab", "normal form"),
        (r"\nabla \cdot (x, y) = 2", "normal form"),
    ],
)
def test_they_are_what_calculus_says(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        ("p'(2) = 8", "the sides have different normal forms"),
        (r"\nabla h(1, 2) = (1, 4)", "the sides have different normal forms"),
        (r"\frac{\partial h}{\partial a} = a^2", "the sides have different normal forms"),
        (r"\frac{\partial h}{\partial x} = 0", "what is differentiated does not depend on the variable"),
    ],
)
def test_another_variable_or_order_is_refused(tex, why):
    assert refusal(tex, NAMES) == why
