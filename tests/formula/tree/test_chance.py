"""Which parts of a formula speak of chance, by what the model says of their names."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.tree import chance
from mathora.lesson import Text

MODEL = declaring({
    "X": {"kind": "random"}, "Y": {"kind": "random"}, "A": {"kind": "event"}, "B": {"kind": "event", "domain": (
    Text.written(r"A \cap B = \emptyset"),)}, "x": {}, "k": {"kind": "natural"}, "s": {}, "m": {}, "q": r"P(A) + 1",
})  # fmt: skip
FUNCTIONS = declaring({"P(x)": "x^2", "E(x)": "x", "H(x)": "2x", "x": {}})


def tree(tex):
    return tree_of(tex, MODEL)


@pytest.mark.parametrize(
    ("tex", "measure"),
    [
        ("P(A)", "P"),
        (r"\mathbb{P}(X > 1)", "P"),
        (r"\Pr(A \mid B)", "P"),
        (r"P(A^c)", "P"),
        (r"E[X]", "E"),
        (r"\mathbb{E}[X^2]", "E"),
        (r"\operatorname{Var}(X)", "Var"),
        (r"\operatorname{Cov}(X, Y)", "Cov"),
        ("H(X)", "H"),
        (r"I(X; Y)", "I"),
        (r"p(x \mid k)", "P"),
    ],
)
def test_a_measure_is_told_by_its_letter_and_what_it_is_of(tex, measure):
    assert chance.measure_of(tree(tex), MODEL) == measure
    assert chance.speaks_of_chance(tree(f"{tex} + 1"), MODEL)


@pytest.mark.parametrize("tex", ["P(2)", "E(3)", "H(x)", "P(x) + 1", r"\sin x"])
def test_a_function_of_the_model_is_none(tex):
    assert chance.measure_of(tree_of(tex, FUNCTIONS), FUNCTIONS) is None


def test_a_name_speaks_of_chance_if_its_definition_does():
    assert chance.speaks_of_chance(tree("q + 2"), MODEL)
    assert not chance.speaks_of_chance(tree("x + k"), MODEL)


@pytest.mark.parametrize(
    ("tex", "event"),
    [
        ("A", True),
        (r"A \cup B", True),
        ("X = k", True),
        (r"\emptyset", True),
        ("x", False),
        ("k + 1", False),
        ("2", False),
    ],
)
def test_an_event_is_declared_or_said(tex, event):
    assert chance.is_event(tree(tex), MODEL) is event


@pytest.mark.parametrize(
    ("tex", "relates"),
    [(r"A \cap B = \emptyset", True), (r"A \subseteq B", True), ("x = k", False), (r"A \ne B", False)],
)
def test_a_statement_of_events_says_how_they_lie(tex, relates):
    assert chance.relates_events(tree(tex), MODEL) is relates


def test_how_events_lie_is_said_by_the_model_and_by_a_premise():
    assert [write_latex(one) for one in chance.event_relations(MODEL)] == [r"A \cap B = \emptyset"]
    claim = tree(r"A \subseteq B \Rightarrow P(A) \le P(B)")
    assert [write_latex(one) for one in chance.premised_relations(claim, MODEL)] == [r"A \subseteq B"]
    assert chance.premised_relations(tree(r"P(A) \le P(B)"), MODEL) == ()


def law(tex):
    return tree(rf"X \sim {tex}").operands[1]


@pytest.mark.parametrize(
    ("tex", "asks"),
    [(r"\mathcal{N}(m, s^2)", ["s^2 > 0"]), (r"\mathcal{U}(m, s)", ["m < s"]), (r"\operatorname{Exp}(s)", ["s > 0"])],
)
def test_a_distribution_asks_something_of_its_parameters(tex, asks):
    assert [write_latex(one) for one in chance.asked_of_law(law(tex))] == asks


def test_a_value_of_a_distribution_lies_on_its_support():
    assert [write_latex(one) for one in chance.on_support(law(r"\mathcal{U}(m, s)"), tree("x"))] == [
        r"m \le x",
        r"x \le s",
    ]


def test_a_distribution_with_too_few_parameters_is_none():
    assert chance.row_of(law(r"\mathcal{N}(m, s^2)")) is not None
    assert chance.row_of(tree("x")) is None
    assert chance.asked_of_law(tree("x")) == ()


@pytest.mark.parametrize(
    ("tex", "apart"),
    [(r"X_i \perp X_j", True), (r"X_1 \perp X_2", False), (r"X_i \perp Y_j", False), (r"X \perp Y", False)],
)
def test_all_members_are_apart_where_two_different_indices_say_so(tex, apart):
    rows = {one: {"kind": "random"} for one in ("X", "Y", "X_i", "Y_i")} | {one: {"kind": "natural"} for one in "ij"}
    assert chance.says_all_apart(tree_of(tex, declaring(rows))) is apart


def test_a_bound_of_an_event_is_told_where_it_stands_outside_too():
    assert chance.bounds_outside([tree(r"P(X > k) = \frac{1}{k + 1}")], MODEL) == {tree("k")}
    assert chance.bounds_outside([tree(r"P(X > k) = x")], MODEL) == frozenset()
