r"""`\partial_x f`: how it is typeset and what it is worth; how it is read stands with the other derivatives."""

import pytest
import sympy

from mathora.formula import read, read_model, write_mathml, write_typst
from mathora.formula.meaning.form import to_sympy
from mathora.lesson import Declaration, ModelSource, Text

MODEL = read_model(
    ModelSource(
        declarations=(
            Declaration(head=Text.written("f(x, y)"), body=Text.written("x^3 y^2")),
            Declaration(head=Text.written("g(x, y)"), body=Text.written("x - y")),
        )
    )
)


def tree(tex):
    return read(Text.written(tex), MODEL).tree


@pytest.mark.parametrize(
    ("tex", "value"),
    [
        (r"\partial_x f", "3*x**2*y**2"),
        (r"\partial_{xy} f", "6*x**2*y"),
        (r"\partial_{xxy} f", "12*x*y"),
        (r"\partial_x^2 \partial_y f", "12*x*y"),
        (r"\frac{\partial^3 f}{\partial x \partial x \partial y}", "12*x*y"),
        (r"\frac{\partial^3}{\partial x \partial x \partial y} f(x, y)", "12*x*y"),
        (r"\partial_y f(2, 3)", "48"),
        (r"\partial_x (x^2 y)", "2*x*y"),
        (r"\partial_x f \partial_y g", "-3*x**2*y**2"),
    ],
)
def test_its_value_is_that_of_the_fraction(tex, value):
    assert str(sympy.expand(to_sympy(tree(tex), MODEL).expression)) == value


def test_the_variables_stand_below_the_sign():
    typst = write_typst(tree(r"\partial_{xy} f"), lambda _: None)
    assert typst == "attach(∂, b: x y) f"
    mathml = write_mathml(tree(r"\partial_x^2 \partial_y f"), block=False)
    assert "<msubsup><mi>∂</mi><mi>x</mi><mn>2</mn></msubsup><msub><mi>∂</mi><mi>y</mi></msub><mi>f</mi>" in mathml
