r"""Statements in a list, each in the light of what the others define; where a function goes is shown last."""

import pytest

from tests.prove.judged import told

SQUARE = {"f(x)": {"is": "x^2"}}
POLE = r"\frac{1}{x - 7.3}"


@pytest.mark.parametrize(
    ("verdict", "tex", "lets"),
    [
        ("notation", r"f: \mathbb R \to \mathbb R, \quad f(x) = x^2", SQUARE),
        ("notation", r"f: \mathbb R \to \mathbb R, \; x \mapsto x^2", SQUARE),
        ("notation", r"f: \mathbb R \to \mathbb R, \quad f(2) = 4", SQUARE),
        ("refuted", r"f: \mathbb R \to \mathbb R, \quad f(x) = x^3", SQUARE),
        ("refuted", r"f: \mathbb R \to \mathbb R, \quad f(2) = 5", SQUARE),
        ("refuted", r"f: \mathbb R \to [1, \infty), \quad f(x) = x^2", SQUARE),
        ("refuted", r"f: \mathbb R \to \mathbb R, \quad f(x) = x^2, \quad 1 = 2", SQUARE),
        ("notation", r"g: \mathbb R \to \mathbb R, \; x \mapsto x^2 + 1", {"x": {}}),
        ("undecided", rf"g: \mathbb R \to \mathbb R, \; x \mapsto {POLE}", {"x": {}}),
        ("undecided", rf"f: \mathbb R \to \mathbb R, \; f(x) = {POLE}", {"f(x)": {"is": POLE}}),
        ("refuted", r"g: \mathbb R \to \mathbb R, \; x \mapsto \sqrt{x}", {"x": {}}),
    ],
)
def test_a_list_is_true_where_each_is_and_the_function_goes_where_it_is_said_to(verdict, tex, lets):
    assert told(tex, lets)[0] == verdict
