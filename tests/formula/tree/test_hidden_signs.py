"""A tree from elsewhere, beside names that hide its signs: it is written so that the model's reader finds them."""

import pytest
from sample_models import REAL, declaring, tree_of

from mathora.formula import walk, write_latex
from mathora.formula.tree import Constant
from mathora.formula.tree.hidden_signs import unhidden

PLAIN = {"f(x)": "x^2", "n": {"kind": "natural"}}
ELSEWHERE = declaring(PLAIN)
HIDING = declaring({**PLAIN, "d(h)": "h^2", "e": REAL, "i": REAL})

SIGNS = [
    r"\frac{d}{dx} f(x)", r"\frac{df}{dx}", r"\frac{d^2 f}{dx^2}", r"\frac{d^n}{dx^n} f(x)", r"\int_0^1 f(x) \, dx",
    r"\int \frac{dx}{x}", "e^x", "2 + 3i", r"\frac{d}{dx} e^{ix}",
]  # fmt: skip


@pytest.mark.parametrize("tex", SIGNS)
def test_a_sign_that_is_a_name_here_is_written_upright(tex):
    tree = tree_of(tex, ELSEWHERE)
    found = unhidden(tree, HIDING)
    assert found != tree
    assert tree_of(write_latex(found), HIDING) == found


@pytest.mark.parametrize("tex", SIGNS)
def test_a_sign_that_no_name_hides_stays_as_it_is(tex):
    tree = tree_of(tex, ELSEWHERE)
    assert unhidden(tree, ELSEWHERE) == tree


def test_names_of_the_model_stay_names():
    tree = tree_of(r"d(2) + e i + \pi", HIDING)
    assert unhidden(tree, HIDING) == tree
    assert {part.name for _, part in walk(tree) if isinstance(part, Constant)} == {r"\pi"}
