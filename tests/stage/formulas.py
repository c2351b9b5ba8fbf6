"""Formulas for tests of the stage, over the first lesson's model."""

from mathora.formula import read, read_model
from mathora.lesson import Declaration, ModelSource, Text
from mathora.stage import FormulaMobject


def text(words):
    return Text.written(words)


MODEL = read_model(
    ModelSource(
        declarations=(
            Declaration(head=text("L(w_1, w_2)"), body=text("w_1^2 + 3 w_2^2")),
            Declaration(head=text("V(x)"), body=text("x (6 - 2x)^2"), domain=(text(r"0 \le x \le 3"),)),
            Declaration(head=text(r"\eta"), kind="positive"),
            Declaration(head=text("w"), body=text("(w_1, w_2)")),
        )
    )
)

LESSON = [
    r"\frac{\partial L}{\partial w_1} = 2 w_1",
    r"\frac{\partial L}{\partial w_2} = 6 w_2",
    r"\nabla L = (2 w_1,\; 6 w_2)",
    r"\nabla L = \left(\frac{\partial L}{\partial w_1}, \frac{\partial L}{\partial w_2}\right)",
    r"L(w_1, w_2) = w_1^2 + 3 w_2^2",
    r"V(x) = x (6 - 2x)^2",
    r"V'(x) = 12 (3 - x)(1 - x)",
    r"\max_{0 \le x \le 3} V(x) = 16",
    r"w \leftarrow w - \eta \nabla L",
    r"\nabla L(1, 1) = (2, 6)",
    r"\sqrt{x} = x^{1/2}",
    r"-\nabla L(1, 1) = (-2, -6)",
]


def formula(tex):
    return read(text(tex), MODEL)


def mobject(tex, size=1.0, colour="#ffffff"):
    return FormulaMobject(formula(tex), lambda _: colour, size)
