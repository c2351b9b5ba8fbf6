"""A point lies as what stands beside it."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.linear_algebra.orientation import as_column, with_points_turned

MODEL = declaring({
    "A": {"kind": "matrix", "shape": (2, 2)}, "B": {"kind": "matrix", "shape": (2, 2)}, "C": {"kind": "matrix"},
    "R": {"kind": "matrix", "shape": (2, 3)}, "r": {"kind": "matrix", "shape": (1, 2)},
    "u": {"kind": "vector", "shape": (2, 1)}, "v": {"kind": "vector", "shape": (2, 1)},
    "w": {"kind": "vector", "shape": (3, 1)}, "x": {}, "y": {}, "f(x, y)": "x^2 y", "X": {"kind": "random"},
    "Y": {"kind": "random"},
})  # fmt: skip


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"u = (1, 2)^\top", "u = (1, 2)"),
        (r"A (1, 2)^\top = u", "A(1, 2) = u"),
        (r"\|(3, 4)^\top\| = 5", r"\left\|(3, 4)\right\| = 5"),
        (r"u^\top = (1, 2)", r"u^\top = (1, 2)^\top"),
        (r"(1, 2)^\top A = (7, 10)", r"(1, 2)^\top A = (7, 10)^\top"),
        (r"(1, 2)^\top (3, 4) = 11", r"(1, 2)^\top(3, 4) = 11"),
        (r"[1, 2]^\top = u", "(1, 2) = u"),
    ],
)
def test_a_turned_point_is_a_column_but_beside_a_row(tex, said):
    assert write_latex(with_points_turned(tree_of(tex, MODEL), MODEL)) == said


@pytest.mark.parametrize("tex", ["u = (1, 2)", "r = (1, 2)", r"A^\top = B"])
def test_nothing_else_is_turned(tex):
    node = tree_of(tex, MODEL)
    assert with_points_turned(node, MODEL) is node


def test_as_a_column_a_value_has_its_points_as_they_are():
    assert write_latex(as_column(tree_of(r"2(1, 2)^\top", MODEL), MODEL)) == "2(1, 2)"
