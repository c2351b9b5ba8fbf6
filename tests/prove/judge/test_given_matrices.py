"""What is given of square matrices: beside each that none obey stand ones that some do."""

import pytest

from tests.prove.test_what_courses_write import verdict

NAMES = {key: {"kind": "matrix", "shape": (2, 2)} for key in "AB"} | {"C": {"kind": "matrix", "shape": (3, 3)}}
NOTHING = [
    r"C^\top C = I, \det C = 2",
    r"C^2 = I, \det C = 2",
    r"ABA^{-1} = 2B, \det B = 1",
    r"A^{-1} = B, \det A = 0",
    r"A = 2B, \det B = 1, \det A = 2",
    r"AB = \begin{pmatrix} 1 & 2 \\ 2 & 4 \end{pmatrix}, \det A = 1, \det B = 1",
    r"C^4 + C^2 = -I",
    r"A^3 = A^3 + I",
]
SOMETHING = [
    r"C^\top C = I, \det C = -1",
    r"C^2 = I, \det C = -1",
    r"ABA^{-1} = 2B, \det B = 0",
    r"ABA^{-1} = -B, \det B = 1",
    r"A^{-1} = B, \det A = 2",
    r"A = 2B, \det B = 1, \det A = 4",
    r"AB = \begin{pmatrix} 1 & 2 \\ 2 & 4 \end{pmatrix}, \det A = 1",
    r"A^4 + A^2 = -I",
    r"A^2 = \begin{pmatrix} 4 & 0 \\ 0 & 9 \end{pmatrix}, \det A = -6",
]


@pytest.mark.parametrize("tex", NOTHING)
def test_what_no_matrices_obey_is_not_assumed(tex):
    assert verdict(tex, NAMES, role="given").kind == "refuted"


@pytest.mark.parametrize("tex", SOMETHING)
def test_what_some_matrices_obey_is_assumed(tex):
    assert verdict(tex, NAMES, role="given").kind == "given"
