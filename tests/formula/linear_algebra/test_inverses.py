"""An equation is solved by the inverse of its own matrix, on its own side, where that is square."""

import pytest
from judged import told
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.linear_algebra.inverses import by_inverse

SQUARE, COLUMN = {"kind": "matrix", "shape": (2, 2)}, {"kind": "vector", "shape": (2, 1)}
NAMES = {
    "A": SQUARE, "B": SQUARE, "R": {"kind": "matrix", "shape": (3, 2)}, "x": COLUMN, "y": COLUMN, "b": COLUMN,
    "c": {"kind": "vector", "shape": (3, 1)}, "s": {}, "t": {}, "a": {},
}  # fmt: skip
MODEL = declaring(NAMES)


def solved(tex):
    said = by_inverse(tree_of(tex, MODEL), MODEL)
    return None if said is None else write_latex(said)


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"A x = b \Rightarrow x = A^{-1} b", "A^{-1}(Ax) = x"),
        (r"A x = b \iff x = A^{-1} b", r"A^{-1}(Ax) = x \text{ and } A(A^{-1}b) = b"),
        (r"A B = A \Rightarrow B = A^{-1} A", "A^{-1}(AB) = B"),
        (r"A x = x \Rightarrow x = A^{-1} x", "A^{-1}(Ax) = x"),
    ],
)
def test_each_way_is_an_identity(tex, said):
    assert solved(tex).replace(r"\land", r"\text{ and }") == said
    assert told(tex, NAMES)[0] == "proved"


@pytest.mark.parametrize(
    "tex",
    [
        r"A x = b \Rightarrow x = B^{-1} b",
        r"A x = b \Rightarrow y = A^{-1} b",
        r"A x = b \Rightarrow x = A^{-1} y",
        r"A x = b \Rightarrow x = A^{-2} b",
        r"A x = b \iff x = -A^{-1} b",
        r"A x \ne b \iff x = A^{-1} b",
        r"R x = c \Rightarrow x = R^{-1} c",
        r"A^T x = b \iff x = A^{-1} b",
    ],
)
def test_another_matrix_another_side_or_another_power_is_left_and_not_proved(tex):
    assert solved(tex) is None
    assert told(tex, NAMES)[0] != "proved"


def test_numbers_are_no_matrices():
    assert solved(r"a s = t \Rightarrow s = a^{-1} t") is None


def test_a_matrix_without_an_inverse_solves_nothing():
    lets = NAMES | {"A": {"is": r"\begin{pmatrix} 1 & 2 \\ 2 & 4 \end{pmatrix}"}}
    assert told(r"A x = b \iff x = A^{-1} b", lets)[0] == "refuted"


def test_a_matrix_that_may_have_none_is_told_as_a_condition():
    from judged import judged  # noqa: PLC0415 - the verdict itself

    assert judged(r"A x = b \Rightarrow x = A^{-1} b", NAMES).conditions == (r"A_{11} A_{22} - A_{12} A_{21} \ne 0",)
