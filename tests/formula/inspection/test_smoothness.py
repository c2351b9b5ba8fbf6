"""What is continuous by its form; of what may have a pole or a jump that is not said."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula.inspection.smoothness import is_smooth
from mathora.formula.tree.terms import Symbol

MODEL = declaring({
    "x": {}, "y": {}, "a": {}, "f(t)": "t^2", "g(t)": r"\frac{1}{t}", "h(t)": {"domain": ()}, "p": "x^2", "q": r"\ln x",
})  # fmt: skip
LETTERS = (Symbol("x"), Symbol("y"))


@pytest.mark.parametrize(
    "tex",
    [
        "x y", "x^2 - 3y", r"\sin(x y)", "e^{x + y}", r"\frac{x}{2}", r"\frac{x}{a}", r"\frac{1}{1 + x^2 + y^2}",
        r"\frac{1}{(1 + x^2)^3}", "f(x)", "h(y)", "p", "2p", r"\ln a",
        r"\sin^2(x)", r"\tanh x",
    ],
)  # fmt: skip
def test_what_has_no_pole_by_its_form_is_continuous(tex):
    assert is_smooth(tree_of(tex, MODEL), LETTERS, MODEL)


@pytest.mark.parametrize(
    "tex",
    [
        r"\frac{1}{x}",
        r"\ln x",
        r"\sqrt{x}",
        "g(x)",
        r"\frac{x^2 - y^2}{(x^2 + y^2)^2}",
        r"\lfloor x \rfloor",
        "x^{-1}",
        "q",
        "2q",
        r"\frac{1}{p}",
        r"\frac{2}{3p}",
        r"\sin^{-2}(x)",
    ],
)
def test_of_what_may_have_one_it_is_not_said(tex):
    assert not is_smooth(tree_of(tex, MODEL), LETTERS, MODEL)
