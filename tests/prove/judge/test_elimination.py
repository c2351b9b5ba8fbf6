"""Matrices that an arrow joins are equivalent by rows."""

import pytest
from judged import told


@pytest.mark.parametrize(
    ("tex", "kind", "said"),
    [
        (
            r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \to \begin{pmatrix} 1 & 2 \\ 0 & -2 \end{pmatrix}",
            "notation",
            "nothing is claimed",
        ),
        (
            r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \to \begin{pmatrix} 1 & 2 \\ 2 & 4 \end{pmatrix}",
            "refuted",
            "no row operations",
        ),
        (
            r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \sim \begin{pmatrix} 1 & 0 \\ 0 & 0 \end{pmatrix}",
            "refuted",
            "no row operations",
        ),
    ],
)
def test_an_arrow_that_no_operation_makes_is_false(tex, kind, said):
    found = told(tex)
    assert found[0] == kind
    assert said in found[1]
