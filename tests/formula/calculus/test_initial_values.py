"""A linear equation with its values has one solution."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.calculus.initial_values import with_solution_put_in
from mathora.formula.tree.regrouping import regrouped

MODEL = declaring({
    "f(x)": "x^2", "g(x)": {}, "x": {}, "y": {}, "t": {}, "h(x, z)": "x z", "c": "3", "V": {}, "r": {}, "w": "x^2",
    "p(t)": "t^2", "q(t)": "t^3", "a": {}, "b": {}, "u(t)": {}, "n": {"kind": "natural"}, "s(t)": {},
})  # fmt: skip


def formula(tex):
    return regrouped(tree_of(tex, MODEL))


@pytest.mark.parametrize(
    "tex",
    [
        r"s'(t) = 3s(t), \; s(0) = 2 \Rightarrow s(t) = 2e^{3t}",
        r"s''(t) = -s(t), \; s(0) = 1, \; s'(0) = 0 \Rightarrow s(t) = \cos t",
        r"2s'(t) + s(t) = \sin t, \; s(0) = 1 \Rightarrow s(t) = e^t",  # perhaps false: it is judged
    ],
)
def test_what_is_told_to_solve_it_is_put_into_the_equation_and_the_values(tex):
    said = with_solution_put_in(formula(tex), MODEL)
    assert "s(" not in write_latex(said)
    assert len(said.operands) == tex.count(";") + 1


@pytest.mark.parametrize(
    "tex",
    [
        r"s'(t) = 3s(t) \Rightarrow s(t) = 2e^{3t}",  # no value
        r"s''(t) = -s(t), \; s(0) = 1 \Rightarrow s(t) = \cos t",  # one value too few
        r"s'(t) = s(t)^2, \; s(0) = 1 \Rightarrow s(t) = e^t",  # not linear
        r"t s'(t) = s(t), \; s(0) = 0 \Rightarrow s(t) = t",  # the first coefficient may be 0
        r"s'(t) = 3s(t), \; s(0) = 2 \Rightarrow s(t) = |t|",  # no derivative at 0
        r"s'(t) = |t|, \; s(0) = 2 \Rightarrow s(0) = 2",
    ],
)
def test_where_there_may_be_other_solutions_the_statement_is_the_very_same(tex):
    node = formula(tex)
    assert with_solution_put_in(node, MODEL) is node
