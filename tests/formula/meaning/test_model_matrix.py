"""A vector or a matrix of the model, exact where it can be, and written as the author wrote it."""

from fractions import Fraction

import pytest
from sample_models import declaring, tree_of

from mathora.formula import UncomputableError, model_matrix
from mathora.formula.meaning.model_matrix import Decimals

MODEL = declaring({
    "A": r"\begin{pmatrix} 1 & \frac12 \\ 0 & 2 \end{pmatrix}", "v": "(1, 2)",
    "D": r"\begin{pmatrix} 0.5 & 1 \\ 0 & 1 \end{pmatrix}",
    "x": {}, "c": "3",
})  # fmt: skip


def matrix(tex):
    return model_matrix(tree_of(tex, MODEL), MODEL)


@pytest.mark.parametrize(
    ("tex", "entries"),
    [
        ("A", ((1, Fraction(1, 2)), (0, 2))),
        ("A v", ((2,), (4,))),
        ("2v", ((2,), (4,))),
        (r"A^\top", ((1, 0), (Fraction(1, 2), 2))),
    ],
)
def test_rational_entries_are_exact(tex, entries):
    assert matrix(tex).entries == entries


def test_another_number_is_a_double():
    assert matrix(r"(\sqrt{2}, 1)").entries[0][0] == pytest.approx(2**0.5)
    assert matrix("v").shape == (2, 1)


def test_what_is_written_with_decimals_stays_so():
    (half, _), _ = matrix("D").entries
    assert isinstance(half, Decimals)
    assert isinstance(half + 1, Decimals)
    assert not isinstance(matrix("A").entries[0][1], Decimals)


@pytest.mark.parametrize("tex", ["c", "x", "(x, 1)", r"(\sqrt{-1}, 1)"])
def test_anything_else_is_told(tex):
    with pytest.raises(UncomputableError):
        matrix(tex)
