"""The kernel reads a tree by itself, in a model."""

import pytest
from claims import ANY, refusal, rules_of

SQUARE = {"kind": "matrix", "shape": (2, 2)}
NAMES = {
    "c": {"is": "3"},
    "x": ANY,
    "h(a, b)": {"is": "a^2 b"},
    "z": {"kind": "complex"},
    "p(x)": {"is": "x^3"},
    "A": SQUARE,
    "B": SQUARE,
    "s": {"is": "5", "unit": "m"},
}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        ("c + x = x + 3", "normal form"),
        ("h(1, 2) = 2", "normal form"),
        (r"z + \bar z = 2 \operatorname{Re} z", "normal form"),
        ("p(x + 1) = (x + 1)^3", "normal form"),
        ("A + B = B + A", "normal form"),
    ],
)
def test_a_name_is_what_the_model_says(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        ("c = 4", "the sides have different normal forms"),
        ("h(1, 2) = h(2, 1)", "the sides have different normal forms"),
        (r"z = \bar z", "the sides have different normal forms"),
        ("AB = BA", "the sides have different normal forms"),
        ("p(x + 1) = p(x) + 1", "the sides have different normal forms"),
        (r"s = 5\,\mathrm{s}", "units are mixed"),
    ],
)
def test_what_holds_of_some_names_only_is_refused(tex, why):
    assert refusal(tex, NAMES) == why
