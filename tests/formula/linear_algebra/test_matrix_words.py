"""What words say of a matrix is a relation."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.linear_algebra.matrix_words import OF_MATRICES, of_matrix

MODEL = declaring({
    "A": {"kind": "matrix", "shape": (2, 2)}, "B": {"kind": "matrix", "shape": (2, 2)}, "C": {"kind": "matrix"},
    "R": {"kind": "matrix", "shape": (2, 3)}, "r": {"kind": "matrix", "shape": (1, 2)},
    "u": {"kind": "vector", "shape": (2, 1)}, "v": {"kind": "vector", "shape": (2, 1)},
    "w": {"kind": "vector", "shape": (3, 1)}, "x": {}, "y": {}, "f(x, y)": "x^2 y", "X": {"kind": "random"},
    "Y": {"kind": "random"},
})  # fmt: skip
A = tree_of("A", MODEL)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("symmetric", r"A^\top = A"),
        ("skew-symmetric", r"A^\top = -A"),
        ("orthogonal", r"A^\top A = I"),
        ("idempotent", "A^2 = A"),
        ("singular", r"\det(A) = 0"),
        ("invertible", r"\det(A) \ne 0"),
        ("upper triangular", "A_{21} = 0"),
        ("lower triangular", "A_{12} = 0"),
        ("diagonal", r"A_{12} = 0 \text{ and } A_{21} = 0"),
    ],
)
def test_a_word_is_said_by_entries_products_or_a_determinant(words, said):
    assert write_latex(of_matrix(A, words, MODEL)) == said


@pytest.mark.parametrize("words", sorted(OF_MATRICES))
def test_each_word_says_something_where_the_shape_is_known(words):
    assert of_matrix(A, words, MODEL) is not None


@pytest.mark.parametrize("words", ["diagonal", "upper triangular", "positive definite"])
def test_what_is_said_entry_by_entry_takes_a_shape(words):
    assert of_matrix(tree_of("C", MODEL), words, MODEL) is None
