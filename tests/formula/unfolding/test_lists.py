"""A list that says what something is before it claims something of it is an implication."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.tree.regrouping import regrouped
from mathora.formula.unfolding.lists import as_implication, implication_meant, values_behind

MODEL = declaring({
    "x": {}, "y": {}, "r": {}, "A": {}, "B": {}, "a": {}, "b": {}, "f(x)": {}, "F(x)": {}, "g(x)": "x^2", "c": "3",
    "x_1": {}, "x_2": {},
    "X": {"kind": "random"},
})  # fmt: skip


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"x = 2, \; y = 3, \; x + y = 5", r"x = 2 \text{ and } y = 3 \Rightarrow x + y = 5"),
        (r"f(x) = x^2, \quad f'(x) = 2x", r"f(x) = x^2 \Rightarrow f'(x) = 2x"),
        (r"r = 2, \quad A = \pi r^2 = 4\pi", r"r = 2 \text{ and } A = \pi r^2 \Rightarrow \pi r^2 = 4\pi"),
        (r"x = 3 \Rightarrow y = x^2 = 9", r"x = 3 \text{ and } y = x^2 \Rightarrow x^2 = 9"),
        (
            r"\frac{1}{x(x+1)} = \frac{A}{x} + \frac{B}{x+1}, \; A = 1, \; B = -1",
            r"\frac{1}{x(x + 1)} = \frac{1}{x} + \frac{(-1)}{x + 1}",
        ),
        (
            r"F'(x) = f(x), \; \int_a^b f(x) \, dx = F(b) - F(a)",
            r"F'(x) = f(x) \Rightarrow \int_a^b f(x) \, dx = F(b) - F(a)",
        ),
        (r"x^2 = 1 \Rightarrow x_1 = 1, \; x_2 = -1", r"x^2 = 1 \Leftrightarrow x = 1 \text{ or } x = -1"),
        (r"\text{For } x = 3, \; x^2 = 9", r"x = 3 \Rightarrow x^2 = 9"),
    ],
)
def test_what_is_said_is_the_premise_of_what_is_claimed(tex, said):
    assert write_latex(as_implication(regrouped(tree_of(tex, MODEL)), MODEL)) == said


@pytest.mark.parametrize(
    "tex",
    [
        r"x^2 = 4, \; x = 2",
        r"x = 2, \; y = 3",
        r"c = 3, \; c + 1 = 4",
        r"g(x) = x^2, \; g'(x) = 2x",
        r"f(x) = f(x)^2, \; f(1) = 1",
        r"F'(x) = F(x), \; F(1) = 1",
        "x + y = 5",
        r"x = 1, \; P(X = x) = 1",
    ],
)
def test_what_says_nothing_new_first_stays_a_list(tex):
    node = regrouped(tree_of(tex, MODEL))
    assert as_implication(node, MODEL) is node


def test_equations_before_a_last_relation_are_meant_as_its_premises():
    assert write_latex(implication_meant(tree_of(r"x + y = 10, \; xy \le 25", MODEL))) == (
        r"x + y = 10 \Rightarrow xy \le 25"
    )
    assert implication_meant(tree_of(r"x + y < 10, \; xy \le 25", MODEL)) is None


def test_values_behind_a_claim_are_meant_as_its_premises():
    assert write_latex(values_behind(tree_of(r"x^2 y = 4, \; x = 2, \; y = 1", MODEL), MODEL)) == (
        r"x = 2 \text{ and } y = 1 \Rightarrow x^2y = 4"
    )
    assert values_behind(tree_of(r"x^2 = 4, \; x = 2", MODEL), MODEL) is None  # a conclusion, perhaps
