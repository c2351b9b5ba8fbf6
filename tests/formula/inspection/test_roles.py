"""A part has the role of the nearest part around it that gives one."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.inspection.roles import roles

MODEL = declaring({"x": {}, "w_1": {}, "n": {"kind": "natural"}, "f(x)": "x^2", "a": {}, "y": {}})


def role_of(part, tex):
    return {role for _, node, role, _ in roles(tree_of(tex, MODEL)) if write_latex(node) == part}


@pytest.mark.parametrize(
    ("part", "tex", "role"),
    [
        ("x", "x + a", "term"),
        ("a", "x^{2 + a}", "exponent"),
        ("y", r"\frac{dy}{dx}", "derived"),
        ("x", r"\frac{dy}{dx}", "by"),
        ("f", "f(a)", "head"),
        ("a", "f(2a)", "argument"),
        ("f", "f'(a)", "derived"),
        ("3", r"\sqrt[3]{x}", "degree"),
        ("x", r"\sqrt[3]{x}", "term"),
        ("n", r"\sum_{k=1}^n k^2", "bound"),
        ("2", r"\sum_{k=1}^n k^2", "exponent"),
        ("a", r"\int_a^1 x \, dx", "bound"),
    ],
)
def test_the_nearest_part_around_it_gives_the_role(part, tex, role):
    assert role_of(part, tex) == {role}


@pytest.mark.parametrize(("inside", "tex"), [("1", "w_1 + x"), ("2", r"\log_2 a"), ("x", r"\int a \, dx")])
def test_what_is_one_name_to_a_reader_is_one_part(inside, tex):
    assert role_of(inside, tex) == set()


def test_each_part_comes_with_its_place_and_what_is_around_it():
    root = tree_of("x + f(a)", MODEL)
    found = {path: around for path, _, _, around in roles(root)}
    assert found[()] is None
    assert found[1, 1] is root.children[1]
