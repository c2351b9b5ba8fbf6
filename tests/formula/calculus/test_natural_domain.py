"""A function has values where its formula shows it."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.calculus.natural_domain import conditions_of, domain_said

MODEL = declaring({
    "f(x)": "x^2", "g(x)": {}, "x": {}, "y": {}, "t": {}, "h(x, z)": "x z", "c": "3", "V": {}, "r": {}, "w": "x^2",
    "p(t)": "t^2", "q(t)": "t^3", "a": {}, "b": {}, "u(t)": {}, "n": {"kind": "natural"}, "s(t)": {},
    "k(x)": r"\sqrt{x + 1}",
})  # fmt: skip
X = MODEL.names["x"].symbol


@pytest.mark.parametrize(
    ("tex", "conditions"),
    [
        ("x^2 + 3x", []),
        (r"\sqrt{x + 1}", [r"x + 1 \ge 0"]),
        (r"\frac{1}{x - 2}", [r"x - 2 \ne 0"]),
        (r"\frac{x}{\sqrt{x}}", ["x > 0"]),
        (r"\ln(x - 1)", ["x - 1 > 0"]),
        ("x^{-2}", [r"x \ne 0"]),
        ("e^{1/x}", [r"x \ne 0"]),
        (r"\frac{\ln x}{x - 1}", ["x > 0", r"x - 1 \ne 0"]),
        (r"2^x \sin x", []),
        ("|x|", []),
    ],
)
def test_each_part_asks_for_what_it_needs(tex, conditions):
    assert [write_latex(one) for one in conditions_of(tree_of(tex, MODEL), X)] == conditions


@pytest.mark.parametrize("tex", [r"\tan x", "x^x", r"\sqrt[3]{x}", "y", "g(x)", "(-2)^x", r"\frac{1}{g(x)}"])
def test_of_other_formulas_nothing_is_said(tex):
    assert conditions_of(tree_of(tex, MODEL), X) is None


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"D_f = \mathbb{R}", r"(-\infty, \infty) = (-\infty, \infty)"),
        (r"D_k = [-1, \infty)", r"\{x \in \mathbb{R} \mid x + 1 \ge 0\} = [-1, \infty)"),
    ],
)
def test_a_domain_is_the_set_of_its_conditions(tex, said):
    assert write_latex(domain_said(tree_of(tex, MODEL), MODEL)) == said


@pytest.mark.parametrize("tex", [r"D_g = \mathbb{R}", r"D_h = \mathbb{R}", "x = 2"])
def test_an_unknown_function_or_one_of_two_variables_has_none(tex):
    assert domain_said(tree_of(tex, MODEL), MODEL) is None
