"""A row operation over an arrow is an equation of matrices."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.linear_algebra.row_operations import row_operations_said

MODEL = declaring({"x": {}})
FIRST = r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}"


def said(note, after):
    node = tree_of(rf"{FIRST} \xrightarrow{{{note}}} \begin{{pmatrix}} {after} \end{{pmatrix}}", MODEL)
    return [write_latex(one.operands[0]) for one in row_operations_said(node)]


@pytest.mark.parametrize(
    ("note", "after", "done"),
    [
        ("R_2 - 3R_1", r"1 & 2 \\ 0 & -2", r"1 & 2 \\ 3 - 3 1 & 4 - 3 2"),
        (r"R_2 \to R_2 - 3R_1", r"1 & 2 \\ 0 & -2", r"1 & 2 \\ 3 - 3 1 & 4 - 3 2"),
        (r"R_1 \leftrightarrow R_2", r"3 & 4 \\ 1 & 2", r"3 & 4 \\ 1 & 2"),
        ("2Z_1", r"2 & 4 \\ 3 & 4", r"2 1 & 2 2 \\ 3 & 4"),
        ("R_1 - R_2", r"1 & 2 \\ -2 & -2", r"1 & 2 \\ 1 - 3 & 2 - 4"),  # the row in which they differ
    ],
)
def test_a_row_is_changed_by_multiples_of_rows(note, after, done):
    assert said(note, after) == [rf"\begin{{pmatrix}} {done} \end{{pmatrix}}"]


@pytest.mark.parametrize(
    ("note", "after"),
    [
        (r"R_2 \to 0R_2 + R_1", r"1 & 2 \\ 1 & 2"),  # the second row is lost
        (r"R_2 \to R_1", r"1 & 2 \\ 1 & 2"),
        ("R_3 - R_1", r"1 & 2 \\ 3 & 4"),
        ("R_1 R_2", r"3 & 8 \\ 3 & 4"),
        ("x", r"1 & 2 \\ 3 & 4"),
    ],
)
def test_what_is_no_operation_says_nothing(note, after):
    assert said(note, after) == []
