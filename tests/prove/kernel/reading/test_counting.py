"""Factorials, binomials and powers of matrices to a letter."""

import pytest
from claims import ANY, WHOLE, refusal, rules_of

SQUARE = {"kind": "matrix", "shape": (2, 2)}
NAMES = {
    "n": WHOLE,
    "k": WHOLE,
    "x": ANY,
    "A": SQUARE,
    "B": SQUARE,
    "E": {"is": r"\begin{pmatrix} 2 & 0 \\ 0 & 3 \end{pmatrix}"},
}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        ("5! = 120", "normal form"),
        (r"\binom{5}{2} = 10", "normal form"),
        ("(n + 1)! = (n + 1) n!", "normal form"),
        (r"\binom{n}{2} = \frac{n(n-1)}{2}", "normal form"),
    ],
)
def test_they_count_by_what_defines_them(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        ("5! = 25", "the sides have different normal forms"),
        (r"\binom{n}{k} = \binom{k}{n}", "the sides have different normal forms"),
        (r"\binom{x}{2} = \frac{x^2}{2}", "the sides have different normal forms"),
        ("(2n)! = 2 n!", "the sides have different normal forms"),
        ("(-1)! = 1", "a part has no value: 0 > 0 is false"),
        (r"A^n = \begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}", "the sides have different normal forms"),
    ],
)
def test_what_counts_otherwise_is_another_number(tex, why):
    assert refusal(tex, NAMES) == why
