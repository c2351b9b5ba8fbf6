"""Terms in words: simple ones stay simple, others are closed."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import speak

MODEL = declaring({
    "x": {}, "a": {}, "b": {}, "f(x)": "x^2", "A": {"kind": "matrix", "shape": (2, 2)}, "n": {"kind": "natural"},
    "L(u, v)": "u^2 v", "p": {"kind": "event"}, "q": {"kind": "event"}, "w": {"kind": "vector", "shape": (2, 1)},
})  # fmt: skip


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"\frac{a}{b}", "a over b"),
        (r"\frac{a + 1}{b}", "the fraction with numerator a plus one, and denominator b"),
        (r"\frac12", "one half"),
        (r"\sqrt{x}", "the square root of x"),
        (r"\sqrt[3]{x + 1} + a", "the cube root of x plus one, end root, plus a"),
        ("x^2", "x squared"),
        ("x^{n + 1}", "x to the power of n plus one"),
        ("2x", "two x"),
        ("-x", "minus x"),
        ("(a + b)(a - b)", "open paren a plus b close paren times open paren a minus b close paren"),
        ("|x|", "the absolute value of x"),
        (r"\|w\|", "the norm of w"),
        ("n!", "n factorial"),
        (r"\binom{n}{2}", "n choose two"),
        (r"\lfloor x \rfloor", "the floor of x"),
        (r"50\%", "fifty percent"),
        (r"A^\top", "A transpose"),
        ("[0, 1)", "the interval from zero, included, to one, excluded"),
        (r"9.8\,\mathrm{m}/\mathrm{s}^2", "nine point eight metres per second squared"),
        (
            r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}",
            "the two by two matrix with first row one, two, next row three, four",
        ),
    ],
)
def test_a_term_is_heard_in_one_way(tex, said):
    assert speak(tree_of(tex, MODEL)) == said
