"""Entries of what a function is applied to are parts of it; a sum over all of them is written out."""

import pytest
from sample_models import REAL, declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.tree import Symbol
from mathora.formula.tree.parameters import by_parameters

VECTOR, MATRIX = {"kind": "vector", "shape": (2, 1)}, {"kind": "matrix", "shape": (2, 2)}
MODEL = declaring({"u": VECTOR, "v": VECTOR, "A": MATRIX, "x": REAL, "v_1": REAL, "x_1": REAL, "w": {"kind": "vector"}})
OWN = tuple(map(Symbol, "uvAxw"))


def said(tex, parameters=OWN):
    return (
        write_latex(by_parameters(tree_of(tex, MODEL), parameters, MODEL)).replace(r"\left", "").replace(r"\right", "")
    )


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ("u_1^2 + u_2", "(u)_1^2 + (u)_2"),
        ("a_{11} + A_{22}", "(A)_{11} + (A)_{22}"),
        (r"\sum_{i=1}^2 u_i", "(((u)_1) + ((u)_2))"),
        (r"\sum_i u_i^2", "(((u)_1^2) + ((u)_2^2))"),
    ],
)
def test_an_entry_of_a_parameter_is_a_part_of_it(body, parts):
    assert said(body) == parts


@pytest.mark.parametrize(
    "body",
    [
        r"\sum_{i > 1} u_i",
        r"\sum_{i = 1}^{0.5} u_i",
        r"\sum_{i = 1}^9 u_i",  # too long
        r"\sum_i w_i",  # of how many
    ],
)
def test_a_sum_that_is_not_over_all_of_a_few_entries_stays_one(body):
    *sign, entry = body.split()
    assert said(body) == " ".join((*sign, f"({entry[0]})_i"))


@pytest.mark.parametrize("body", ["x_1", "v_1", r"\sum_{i = 1}^2 x"])
def test_what_is_of_a_number_or_a_name_of_its_own_stays_as_it_is(body):
    assert said(body) == body


def test_an_array_that_is_no_parameter_keeps_its_entries():
    assert said("u_1 + a_{11}", (Symbol("u"),)) == "(u)_1 + a_{11}"
