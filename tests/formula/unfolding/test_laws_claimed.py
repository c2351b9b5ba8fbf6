"""A law of what has one is a claim, and told by probabilities."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.tree.node import walk
from mathora.formula.tree.statements import Quantified
from mathora.formula.tree.terms import Symbol
from mathora.formula.unfolding.laws_claimed import FRESH, term_claimed, with_laws_claimed, with_one_premise
from mathora.lesson import Text

MODEL = declaring({
    "X": {"kind": "random", "domain": (Text.written(r"X \sim \mathcal{N}(0, 1)"),)},
    "Y": {"kind": "random", "domain": (Text.written(r"Y \sim \operatorname{Bin}(5, 0.5)"),)},
    "Z": {"kind": "random"}, "W": "2X", "a": {"kind": "positive"}, "t": {}, "F": {},
})  # fmt: skip
SAID = [
    (r"2X \sim \mathcal{N}(0, 4)", r"P(2X \le t) = P(F \le t)"),
    (r"W \sim \mathcal{N}(0, 4)", r"P((2X) \le t) = P(F \le t)"),
    (r"5 - Y \sim \operatorname{Bin}(5, 0.5)", r"t \ge 0 \text{ and } t \le 5 \Rightarrow P(5 - Y = t) = P(F = t)"),
    (
        r"Z \sim \operatorname{Exp}(1) \Rightarrow 2Z \sim \operatorname{Exp}(2)",
        r"t \ge 0 \Rightarrow P(2Z \le t) = P(F \le t)",
    ),
    (r"\forall a: aX \sim \mathcal{N}(0, a^2)", r"P(aX \le t) = P(F \le t)"),
    (r"Z \sim \mathcal{N}(0, 1) \iff 2Z \sim \mathcal{N}(0, 4)", r"P(2Z \le t) = P(F \le t)"),
]


def claimed(tex):
    return with_laws_claimed(tree_of(tex, MODEL), MODEL, ())


@pytest.mark.parametrize(("tex", "said"), SAID)
def test_the_term_has_the_probabilities_of_a_fresh_quantity_with_this_law(tex, said):
    inner = [part for _, part in walk(claimed(tex)) if isinstance(part, Quantified)][-1]
    place = next(part for _, part in walk(inner.bound) if isinstance(part, Symbol))
    fresh = {write_latex(FRESH): "F", write_latex(place): "t"}
    text = write_latex(inner.body)
    for name, letter in fresh.items():
        text = text.replace(name, letter)
    assert text == said


@pytest.mark.parametrize(
    "tex",
    [
        r"X \sim \mathcal{N}(0, 1)",  # what is known
        r"Z \sim \mathcal{N}(0, 1)",  # nothing is known: it says what Z is
        r"X + Y \sim \mathcal{N}(0, 1)",  # of two quantities
        r"Z \sim \mathcal{N}(0, 1) \iff Z^2 \sim \operatorname{Exp}(1)",  # no way back from a square
    ],
)
def test_where_no_law_is_claimed_the_statement_is_the_very_same(tex):
    node = tree_of(tex, MODEL)
    assert with_laws_claimed(node, MODEL, ()) is node


def test_the_fresh_names_are_in_no_formula_that_anybody_writes():
    shown = {write_latex(part) for tex, _ in SAID for _, part in walk(tree_of(tex, MODEL))}
    assert write_latex(FRESH) not in shown


def test_the_term_of_a_claim_is_found_again():
    inner = [part for _, part in walk(claimed(r"2X \sim \mathcal{N}(0, 4)")) if isinstance(part, Quantified)]
    assert write_latex(term_claimed(inner[0])) == "2X"
    assert term_claimed(tree_of(r"\forall t : t = t", MODEL)) is None


def test_the_law_of_the_fresh_quantity_joins_the_premise():
    whole = claimed(r"Z \sim \operatorname{Exp}(1) \Rightarrow 2Z \sim \operatorname{Exp}(2)")
    premise, claim = with_one_premise(whole).operands
    assert len(premise.operands) == 2
    assert isinstance(claim, Quantified)
    plain = tree_of(r"t = 1 \Rightarrow t^2 = 1", MODEL)
    assert with_one_premise(plain) is plain


def test_a_quantifier_around_a_claim_binds_none_of_its_places():
    whole = claimed(r"\forall a: aX \sim \mathcal{N}(0, a^2)")
    assert term_claimed(whole) is None
    inner = [part for _, part in walk(whole) if isinstance(part, Quantified)][-1]
    assert write_latex(term_claimed(inner)) == "aX"
