"""An expression is written so that it is read as the same number."""

import pytest
import sympy
from claims import claim

from mathora.formula import read
from mathora.lesson import Text
from mathora.prove.judge.hint_text import Unwritten, written
from mathora.prove.kernel.rules import reading_of

x = sympy.Symbol("x", positive=True)


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (sympy.Rational(1, 3), r"\frac{1}{3}"),
        (sympy.pi, r"\pi"),
        (sympy.sqrt(x), r"\sqrt{x}"),
        (1 / sympy.sqrt(x), r"\frac{1}{\sqrt{x}}"),
        (x**2, r"\left(x\right)^{2}"),
        (sympy.exp(x), "e^{x}"),
        (sympy.Abs(sympy.Symbol("y", real=True)), r"\left|y\right|"),
        (sympy.sin(x), r"\operatorname{sin}\left(x\right)"),
    ],
)
def test_it_is_a_formula_in_more_brackets_than_it_needs(expression, text):
    assert written(expression) == text


@pytest.mark.parametrize(
    "expression", [x**2 - x / 3, sympy.sqrt(2) * x, sympy.exp(-x) * sympy.sin(x), x ** (-3), sympy.log(x) / x]
)
def test_it_is_read_back_as_the_same(expression):
    asked = claim("0 = 0", {"x": {"kind": "positive"}})
    reading = reading_of(asked)
    one, other = (
        reading.number(read(Text.written(text), asked.model).tree)
        for text in (written(expression), sympy.latex(expression).replace("log", "ln"))
    )
    assert (one - other).vanishes


def test_what_the_language_does_not_have_is_not_written():
    with pytest.raises(Unwritten):
        written(sympy.besselj(0, x))
