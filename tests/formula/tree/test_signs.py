"""Signs that are seen in a tree: those of the infinite, and ± with its two readings."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.tree.signs import has_both_signs, infinite_sign, with_sign, without_zero_vectors

MODEL = declaring({"x": {}, "v": {"kind": "vector", "shape": (2, 1)}, "w": {"kind": "vector", "shape": (2, 1)}})


@pytest.mark.parametrize(
    ("tex", "sign"), [(r"\infty", 1), (r"+\infty", 1), (r"-\infty", -1), (r"2\infty", 0), ("x", 0), (r"\pm\infty", 0)]
)
def test_the_infinite_has_a_sign_and_nothing_else_has(tex, sign):
    assert infinite_sign(tree_of(tex, MODEL)) == sign


@pytest.mark.parametrize(
    ("tex", "above", "below"),
    [
        (r"\pm 1", "1", "-1"),
        (r"\mp 1", "-1", "1"),
        (r"x \pm 2", "x + 2", "x - 2"),
        (r"x \mp 2 \pm 3", "x - 2 + 3", "x + 2 - 3"),
        (r"\frac{\pm x}{2}", r"\frac{x}{2}", r"\frac{-x}{2}"),
    ],
)
def test_both_signs_are_read_together_as_one_or_the_other(tex, above, below):
    node = tree_of(tex, MODEL)
    assert has_both_signs(node)
    read = with_sign(node, "+"), with_sign(node, "-")
    assert tuple(map(write_latex, read)) == (above, below)
    assert not any(map(has_both_signs, read))


def test_without_both_signs_there_is_one_reading():
    node = tree_of("-x + 2", MODEL)
    assert not has_both_signs(node)
    assert with_sign(node, "+") == with_sign(node, "-") == node


@pytest.mark.parametrize(
    ("tex", "kept"),
    [
        (r"v + \mathbf{0} - w", "v - w"),
        (r"\mathbf{0} - v", "-v"),
        (r"\mathbf{0} + \mathbf{0}", r"\mathbf{0}"),
        ("v + w", "v + w"),
    ],
)
def test_a_sum_is_without_its_zero_vectors_what_it_was(tex, kept):
    assert write_latex(without_zero_vectors(tree_of(tex, MODEL))) == kept
