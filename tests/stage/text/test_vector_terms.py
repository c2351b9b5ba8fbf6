"""Vectors are called by their names, their images, sums and multiples; one that is written out by its components."""

from fractions import Fraction

import pytest
from sample_models import declaring

from mathora.formula import ModelMatrix, model_matrix, write_latex
from mathora.formula.tree.model import Model
from mathora.stage.text.terms import Term, symbol
from mathora.stage.text.vector_terms import (
    complex_number,
    components,
    image,
    image_of,
    multiple,
    named,
    row_change,
    shape_of,
    total,
    unit_vector,
)
from tests.formula.sample_models import tree_of

MODEL = declaring({
    "A": r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", "B": r"\begin{pmatrix} 0 & 1 \\ 1 & 0 \end{pmatrix}",
    "v": "(2, 1)", "u": "(1, 0)",
})  # fmt: skip


def matrix(tex):
    return model_matrix(tree_of(tex, MODEL), MODEL)


def term(name):
    return symbol(MODEL, name)


def said(one):
    return write_latex(one.tree)


@pytest.mark.parametrize(("tex", "name"), [("v", "v"), ("(2, 1)", "(2, 1)"), ("(0.5, -3)", "(0.5, -3)"), ("A v", "Av")])
def test_a_vector_is_called_as_the_script_names_it(tex, name):
    assert said(named(matrix(tex))) == name


@pytest.mark.parametrize(
    ("matrices", "vector", "name"),
    [
        ("A", "v", "Av"),
        ("AA", "v", "A^2v"),
        ("AAB", "v", "BA^2v"),
        (["2 A", "2 A"], "v", "(2A)^2v"),
        (["2 A"], "v", "2Av"),
        ("", "v", "v"),
        ("A", "(2, 1)", "(7, 8)"),  # by the numbers that it has come to
    ],
)
def test_an_image_names_the_matrices_the_last_one_first(matrices, vector, name):
    trees = [matrix(one).tree for one in matrices]
    assert said(image(trees, matrix(vector), [7, 8])) == name


def test_the_image_of_a_matrix_without_a_name_has_a_letter():
    assert said(image_of(matrix("A"), term("u"))) == "Au"
    assert said(image_of(matrix(r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}"), term("u"))) == "v"
    assert said(image_of(matrix("A + B"), term("u"))) == "(A + B)u"


@pytest.mark.parametrize(("factor", "name"), [(2, "2v"), (-1, "-v"), (1, "v"), (-0.5, "-0.5v"), (0, "0v")])
def test_a_multiple_is_written_as_one_says_it(factor, name):
    assert said(multiple(factor, term("v"))).replace(" ", "") == name


def test_a_sum_that_is_multiplied_stands_in_parentheses():
    both = total([term("u"), multiple(-2, term("v"))])
    assert said(both) == "u - 2v"
    assert said(multiple(2, both)).replace(" ", "") == "2(u-2v)"
    assert said(multiple(-1, both)).replace(" ", "") == "-(u-2v)"


@pytest.mark.parametrize(
    ("tex", "name"),
    [("(2, 1)", "2 + i"), ("(0, -1)", "-i"), ("(3, 0)", "3"), ("(0, 0)", "0"), ("v", "v"), ("(1, -2)", "1 - 2i")],
)
def test_a_vector_of_the_complex_plane_is_a_number(tex, name):
    assert write_latex(complex_number(matrix(tex)).tree) == name


def test_only_a_matrix_that_turns_and_stretches_is_a_number():
    turned = ModelMatrix(tree_of(r"\begin{pmatrix} 1 & -2 \\ 2 & 1 \end{pmatrix}", MODEL), ((1, -2), (2, 1)))
    mirrored = ModelMatrix(tree_of(r"\begin{pmatrix} 1 & 2 \\ 2 & -1 \end{pmatrix}", MODEL), ((1, 2), (2, -1)))
    assert write_latex(complex_number(turned).tree) == "1 + 2i"
    assert complex_number(mirrored) is mirrored


def test_basis_vectors_shapes_and_rows_have_their_usual_names():
    assert [write_latex(unit_vector(MODEL, axis).tree) for axis in (0, 1)] == ["e_1", "e_2"]
    assert unit_vector(Model.empty(), 1).numbers == ((Fraction(0),), (Fraction(1),))
    assert said(shape_of(matrix("v"))) == r"2 \times 1"
    assert said(components([0.5, 2])) == "(0.5, 2)"


@pytest.mark.parametrize(
    ("factor", "name"), [("2", "R_2 - 2R_1"), ("1", "R_2 - R_1"), ("-3", "R_2 + 3R_1"), (None, "R_1")]
)
def test_a_row_operation_is_said_in_words_of_rows(factor, name):
    change = row_change(2, factor and _factor(factor), 1)
    assert said(change) == name


def _factor(tex):
    """What is added of the row: a minus turns the sign of what is written."""
    from mathora.formula import tree  # noqa: PLC0415

    size = tree.Number(tex.removeprefix("-"))
    return size if tex.startswith("-") else tree.Signed("-", size)


def test_a_term_is_made_of_the_model():
    assert isinstance(named(matrix("v")), Term)
