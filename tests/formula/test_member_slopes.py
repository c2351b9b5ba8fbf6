"""A sum is differentiated by one of the numbers that it runs over: that one moves, and the others stay."""

import pytest

from mathora.formula import read, read_model, write_latex
from mathora.formula.calculus.member_slopes import with_member_slopes
from mathora.lesson import Declaration, ModelSource, Text

MODEL = {
    "x_i": {},
    "y": {},
    "n": {"kind": "natural"},
    "j": {"kind": "natural"},
    "L": {"body": Text.written(r"\sum_{k=1}^{n} x_k^2")},
}
MOVED = r"\left(\left.\frac{d}{d\tilde{t}} %s\right|_{\tilde{t} = %s}\right) = 1"
SUM = r"\left(\left(\sum_{k = 1}^%s x_k^2 - (%s^2) + (\tilde{t}^2)\right)\right)"
SAID = [
    (r"\frac{\partial}{\partial x_j} \sum_{k=1}^n x_k^2 = 1", MOVED % (SUM % ("n", "x_j"), "x_j")),
    (r"\frac{\partial}{\partial x_2} \sum_{k=1}^3 x_k^2 = 1", MOVED % (SUM % (3, "x_2"), "x_2")),
    (r"\frac{\partial L}{\partial x_j} = 1", MOVED % (rf"\left({SUM % ('n', 'x_j')}\right)", "x_j")),
]
UNSAID = [
    r"\frac{\partial}{\partial x_4} \sum_{k=1}^3 x_k^2 = 0",  # none of the three
    r"\frac{\partial}{\partial x_j} \sum_{k=1}^n x_k x_i = x_i",  # x_i may be x_j
    r"\frac{\partial}{\partial x_j} \sum_{k=1}^n \sum_{l=1}^n x_k x_l = 0",
    r"\frac{\partial}{\partial y} \sum_{k=1}^n y x_k = 0",
]


def formula(tex):
    rows = tuple(Declaration(head=Text.written(head), **row) for head, row in MODEL.items())
    model = read_model(ModelSource(declarations=rows))
    return read(Text.written(tex), model).tree, model


@pytest.mark.parametrize(("tex", "said"), SAID)
def test_the_member_moves_and_its_term_is_put_in_anew(tex, said):
    assert write_latex(with_member_slopes(*formula(tex))) == said


@pytest.mark.parametrize("tex", UNSAID)
def test_where_another_may_be_the_same_member_nothing_is_said(tex):
    node, model = formula(tex)
    assert with_member_slopes(node, model) is node
