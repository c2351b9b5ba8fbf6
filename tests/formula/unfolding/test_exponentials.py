"""A matrix's exponential is what solves its equation and is the identity at 0; of any other form nothing is said."""

import pytest

from mathora.formula import read, read_model, write_latex
from mathora.formula.unfolding.exponentials import exponent_of, exponential_said
from mathora.lesson import Text
from tests.prove.test_what_courses_write import source

NAMES = {"t": {}, "s": {"domain": "s > 0"}, "A": {"is": r"\begin{pmatrix} 0 & -1 \\ 1 & 0 \end{pmatrix}"}, "x": {}}
TURN = r"\begin{pmatrix} \cos t & -\sin t \\ \sin t & \cos t \end{pmatrix}"


def asked(tex, question):
    model = read_model(source(NAMES))
    return question(read(Text.written(tex), model).tree, model)


@pytest.mark.parametrize("left", ["e^{tA}", "e^{At}", r"\exp(tA)"])
def test_it_is_its_equation_and_where_it_begins(left):
    said = write_latex(asked(f"{left} = {TURN}", exponential_said))
    assert said.startswith(r"\frac{d}{dt}")
    assert r"\begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}" in said


@pytest.mark.parametrize(
    "tex",
    [
        r"e^{tA} \ne \begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}",
        rf"e^{{A}} = {TURN}",
        rf"e^{{sA}} = {TURN}",  # s is positive: of 0 nothing is known
        "e^{tx} = 1 + t",  # no matrix
        r"e^{tA} = \begin{pmatrix} |t| & 0 \\ 0 & 1 \end{pmatrix}",  # without a derivative at 0
        r"e^{tA} = \begin{pmatrix} \frac{1}{t} & 0 \\ 0 & 1 \end{pmatrix}",
    ],
)
def test_of_what_need_not_have_derivatives_everywhere_nothing_is_said(tex):
    assert asked(tex, exponential_said) is None


@pytest.mark.parametrize(("tex", "above"), [("e^{t + 1}", "t + 1"), (r"\exp(t)", "t"), ("2^t", None), (r"\ln t", None)])
def test_what_stands_above_e(tex, above):
    found = asked(tex, lambda node, _: exponent_of(node))
    assert (found and write_latex(found)) == above
