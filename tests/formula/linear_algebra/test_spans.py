"""Spans, kernels and dimensions are ranks and products."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.linear_algebra.spans import of_spans

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
        (
            r"v \in \operatorname{span}\{(1, 2)\}",
            (
                r"\operatorname{rank}\left(\begin{pmatrix} 1 & 2 \\ (v)_1 & (v)_2 \end{pmatrix}\right) = "
                r"\operatorname{rank}\left(\begin{pmatrix} 1 & 2 \end{pmatrix}\right)"
            ),
        ),
        (
            r"\operatorname{span}\{(1, 2), (3, 4)\} = \mathbb{R}^2",
            r"\operatorname{rank}\left(\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}\right) = 2",
        ),
        (r"v \in \ker A", "Av = 0"),
        (
            r"\ker A = \operatorname{span}\{(1, 2)\}",
            (
                r"A((1, 2)) = 0 \text{ and } \operatorname{rank}\left(\begin{pmatrix} 1 & 2 "
                r"\end{pmatrix}\right) + \operatorname{rank}(A) = 2"
            ),
        ),
        (r"\ker A = \{0\}", r"\operatorname{rank}(A) = 2"),
        (r"\dim \ker R", r"(3 - \operatorname{rank}(R))"),
        (r"\dim \operatorname{span}\{(1, 2)\}", r"\operatorname{rank}\left(\begin{pmatrix} 1 & 2 \end{pmatrix}\right)"),
    ],
)
def test_what_a_span_is_is_said_by_ranks(tex, said):
    assert write_latex(of_spans(tree_of(tex, MODEL), MODEL)) == said


@pytest.mark.parametrize(
    "tex",
    [r"\operatorname{span}\{u, v\} = \mathbb{R}^3", r"w \in \operatorname{span}\{u\}", r"\ker C = \{0\}", "x = 2"],
)
def test_of_other_lengths_and_unknown_shapes_nothing_is_said(tex):
    assert of_spans(tree_of(tex, MODEL), MODEL) is None
