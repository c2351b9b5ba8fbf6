"""Names that linear algebra has without a declaration."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.linear_algebra.known_names import is_delta, known_by_spelling, of_known_name

MODEL = declaring({
    "A": {"kind": "matrix", "shape": (2, 2)}, "B": {"kind": "matrix", "shape": (2, 2)}, "C": {"kind": "matrix"},
    "R": {"kind": "matrix", "shape": (2, 3)}, "r": {"kind": "matrix", "shape": (1, 2)},
    "u": {"kind": "vector", "shape": (2, 1)}, "v": {"kind": "vector", "shape": (2, 1)},
    "w": {"kind": "vector", "shape": (3, 1)}, "x": {}, "y": {}, "f(x, y)": "x^2 y", "X": {"kind": "random"},
    "i": {"kind": "natural"}, "j": {"kind": "natural"},
})  # fmt: skip


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"\delta_{ij}", r"\left(\begin{cases} 1 & i = j \\ 0 & \text{otherwise} \end{cases}\right)"),
        (r"\delta_{12}", "0"),
        (r"\delta_{11}", "1"),
        (r"|\mathcal P(\{1, 2, 3\})|", r"2^{\left|\{1, 2, 3\}\right|}"),
        (r"\operatorname{proj}_u v", r"\left(\left(\frac{u \cdot v}{u \cdot u}\right)u\right)"),
        (r"2\operatorname{proj}_u v", r"2\left(\left(\frac{u \cdot v}{u \cdot u}\right)u\right)"),
        (
            "H_f",
            (
                r"\begin{bmatrix} \frac{\partial^2 f}{\partial x^2} & \frac{\partial^2 f}{\partial x "
                r"\partial y} \\ \frac{\partial^2 f}{\partial y \partial x} & \frac{\partial^2 "
                r"f}{\partial y^2} \end{bmatrix}"
            ),
        ),
        (
            r"\begin{vmatrix} \mathbf{i} & \mathbf{j} & \mathbf{k} \\ 1 & 2 & 3 \\ 4 & 5 & 6 \end{vmatrix}",
            "(2 6 - 3 5, -(1 6 - 3 4), 1 5 - 2 4)",
        ),
    ],
)
def test_a_name_stands_for_what_its_field_means(tex, said):
    assert write_latex(of_known_name(tree_of(tex, MODEL), MODEL)) == said


@pytest.mark.parametrize("tex", ["u", r"u \cdot v", "x = 2"])
def test_any_other_part_stands_for_itself(tex):
    assert of_known_name(tree_of(tex, MODEL), MODEL) is None


def test_what_the_model_declares_or_the_formula_says_is_what_it_says():
    own = declaring({r"\delta_{12}": "7", "i": {}, "j": {}})
    assert of_known_name(tree_of(r"\delta_{12}", own), own) is None
    said, used = (tree_of(tex, MODEL) for tex in (r"\delta_{ij} = 1", r"1 = \delta_{ij}"))
    assert not known_by_spelling(said, MODEL)
    assert len(known_by_spelling(used, MODEL)) == 1


@pytest.mark.parametrize(("tex", "letters"), [(r"\delta_{ij}", True), (r"\delta_{12}", False), (r"\delta_{ii}", False)])
def test_a_delta_of_two_letters_may_be_said_to_be_something(tex, letters):
    assert is_delta(tree_of(tex, MODEL), MODEL) is letters
