"""Signs of vector calculus stand for products, entries and derivatives."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.linear_algebra.vectors import is_vector, of_vectors

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
        (r"u \perp v", r"u \cdot v = 0"),
        (r"(1, x) \in \mathbb{R}^2", r"1 \in \mathbb{R} \text{ and } x \in \mathbb{R}"),
        (r"u \in \mathbb{R}^2", r"u_1 \in \mathbb{R} \text{ and } u_2 \in \mathbb{R}"),
        (r"\|u\| = \|v\|", r"(u) \cdot (u) = (v) \cdot (v)"),
        (r"u \ne 0", r"u_1 \ne 0 \text{ or } u_2 \ne 0"),
        (r"\Delta f = 4", r"\left(\frac{\partial^2 f}{\partial x^2} + \frac{\partial^2 f}{\partial y^2}\right) = 4"),
        (
            r"\left.\frac{\partial f}{\partial x}\right|_{(1, 2)}",
            r"\left.\frac{\partial f}{\partial x}\right|_{x = 1, y = 2}",
        ),
        (r"\det(A B)", r"\det(A)\det(B)"),
    ],
)
def test_a_sign_stands_for_what_it_says(tex, said):
    assert write_latex(of_vectors(tree_of(tex, MODEL), MODEL)) == said


@pytest.mark.parametrize(
    "tex", [r"X \perp Y", r"(1, 2) \in \mathbb{R}^3", r"x \ne 0", r"\det(R)", r"\det(A + B)", "x = 2"]
)
def test_chance_numbers_and_other_shapes_have_no_such_sign(tex):
    assert of_vectors(tree_of(tex, MODEL), MODEL) is None


@pytest.mark.parametrize(
    ("tex", "vector"),
    [("u", True), ("(1, 2)", True), ("u + v", True), ("x", False), ("A", False), (r"u \cdot v", False)],
)
def test_a_vector_is_told_by_its_declaration_and_its_form(tex, vector):
    assert is_vector(tree_of(tex, MODEL), MODEL) is vector
