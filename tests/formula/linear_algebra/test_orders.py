"""An order of matrices is symmetry and the signs of minors."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import read, write_latex
from mathora.formula.linear_algebra.orders import definite, quadratic_form, shape
from mathora.lesson import Text
from mathora.prove.task import Task, decided

MODEL = declaring({
    "A": {"kind": "matrix", "shape": (2, 2)}, "B": {"kind": "matrix", "shape": (2, 2)}, "C": {"kind": "matrix"},
    "R": {"kind": "matrix", "shape": (2, 3)}, "r": {"kind": "matrix", "shape": (1, 2)},
    "u": {"kind": "vector", "shape": (2, 1)}, "v": {"kind": "vector", "shape": (2, 1)},
    "w": {"kind": "vector", "shape": (3, 1)}, "x": {}, "y": {}, "f(x, y)": "x^2 y", "X": {"kind": "random"},
    "Y": {"kind": "random"},
})  # fmt: skip
MINOR = r"\begin{vmatrix} (%s)_{11} & (%s)_{12} \\ (%s)_{21} & (%s)_{22} \end{vmatrix}"


def minor(whole):
    return MINOR % ((whole,) * 4)


@pytest.mark.parametrize(
    ("tex", "size"),
    [
        ("A", (2, 2)), ("u", (2, 1)), ("(1, 2, 3)", (3, 1)), (r"R^\top", (3, 2)), ("A R", (2, 3)), ("R w", (2, 1)),
        ("2A", (2, 2)), ("-u", (2, 1)), ("A + B", (2, 2)), ("C", None), ("x", None),
    ],
)  # fmt: skip
def test_a_shape_is_read_from_the_form_and_the_model(tex, size):
    assert shape(tree_of(tex, MODEL), MODEL) == size


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"A \succ 0", rf"A^\top = A \text{{ and }} (A)_{{11}} > 0 \text{{ and }} {minor('A')} > 0"),
        (r"0 \prec A", rf"A^\top = A \text{{ and }} (A)_{{11}} > 0 \text{{ and }} {minor('A')} > 0"),
        (r"A \prec 0", rf"A^\top = A \text{{ and }} (-A)_{{11}} > 0 \text{{ and }} {minor('-A')} > 0"),
        (
            r"A \succeq B",  # all minors, not the leading ones alone
            (
                rf"(A - B)^\top = A - B \text{{ and }} (A - B)_{{11}} \ge 0 \text{{ and }} "
                rf"(A - B)_{{22}} \ge 0 \text{{ and }} {minor('A - B')} \ge 0"
            ),
        ),
        (r"u \succeq 0", r"(u)_1 \ge 0 \text{ and } (u)_2 \ge 0"),
    ],
)
def test_an_order_is_said_of_numbers(tex, said):
    node = tree_of(tex, MODEL)
    assert write_latex(definite(*node.operands, node.operators[0], MODEL)) == said


@pytest.mark.parametrize("tex", [r"C \succ 0", r"R \succ 0", r"A \succeq u"])
def test_without_one_square_shape_there_is_no_order(tex):
    node = tree_of(tex, MODEL)
    assert definite(*node.operands, node.operators[0], MODEL) is None


@pytest.mark.parametrize(
    "tex", [r"u^\top A u > 0 \text{ for all } u \ne 0", r"\forall u \ne \mathbf{0} : u^\top A u > 0"]
)
def test_a_form_of_all_vectors_but_zero_is_said_of_its_symmetric_part(tex):
    said = write_latex(quadratic_form(tree_of(tex, MODEL), MODEL))
    assert said.startswith(r"(A + A^\top)^\top = (A + A^\top)")
    assert said.count("> 0") == 2


@pytest.mark.parametrize(
    "tex",
    [
        r"u^\top A u > 0 \text{ for all } u \ne v",  # of 0, too
        r"u^\top A u > 0 \text{ for all } u \ne (1, 2)",
        r"\forall u \ne (1, 0) : u^\top A u > 0",
        r"u^\top A v > 0 \text{ for all } u \ne 0",
        r"u^\top A u > 1 \text{ for all } u \ne 0",
        r"u^\top A u \ge 0 \text{ for all } u \ne 0",
    ],
)
def test_of_other_forms_and_other_vectors_nothing_is_said(tex):
    assert quadratic_form(tree_of(tex, MODEL), MODEL) is None


@pytest.mark.parametrize(("but", "proved"), [("0", True), (r"\mathbf{0}", True), ("(1, 2)", False), ("v", False)])
def test_a_positive_form_is_proved_of_all_vectors_but_zero_alone(but, proved):
    known = declaring({
        "Q": r"\begin{pmatrix} 2 & 0 \\ 0 & 1 \end{pmatrix}", "u": {"kind": "vector", "shape": (2, 1)},
        "v": {"kind": "vector", "shape": (2, 1)},
    })  # fmt: skip
    formula = read(Text.written(rf"u^\top Q u > 0 \text{{ for all }} u \ne {but}"), known)
    assert (decided(Task(formula, known, "claim", None, ())).kind == "proved") is proved
