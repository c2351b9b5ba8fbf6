"""Members of a family by the formula that the model gives for all of them; of one member no other follows."""

import pytest

from mathora.formula import read, read_model, write_latex
from mathora.formula.unfolding.families import given_set, of_family
from mathora.lesson import Declaration, ModelSource, Text

MODEL = {
    "a_n": {"body": Text.written("2^n - 1")},
    "a_0": {"body": Text.written("7")},
    "b_m": {"body": Text.written("5")},
    "c_r": {"body": Text.written("2r")},
    "n": {"kind": "natural"},
    "m": {"kind": "natural"},
    "r": {},
    "S": {"body": Text.written(r"\{1, 2\}")},
    "T": {"kind": "set"},
}
SAID = {
    "a_3": "(2^3 - 1)",
    "a_{n-1}": "(2^{n - 1} - 1)",
    "a_{n+m}": "(2^{n + m} - 1)",
    "a_0": None,  # the model says what it is
    "a_r": None,  # r does not count
    "a_{n/2}": None,
    "a_{-1}": None,
    "b_3": None,  # 5 is said of one member
    "c_3": None,
}


def symbol(tex):
    rows = tuple(Declaration(head=Text.written(head), **row) for head, row in MODEL.items())
    model = read_model(ModelSource(declarations=rows))
    return read(Text.written(tex), model).tree, model


@pytest.mark.parametrize(("tex", "said"), SAID.items())
def test_a_member_is_what_the_formula_says_at_its_index(tex, said):
    found = of_family(*symbol(tex))
    assert (None if found is None else write_latex(found)) == said


def test_a_set_is_what_the_model_says():
    assert write_latex(given_set(*symbol("S"))) == r"\{1, 2\}"
    assert given_set(*symbol("T")) is None
