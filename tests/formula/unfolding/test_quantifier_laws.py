"""A law of quantifiers holds exactly if a statement in letters does."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula.inspection.truth import is_true, letters_of, rows_of
from mathora.formula.unfolding.quantifier_laws import law_of_quantifiers

MODEL = declaring({"P(x)": {}, "Q(x)": {}, "R(x, y)": {}, "x": {}, "y": {}, "s": {"kind": "event"}, "T(x)": "x^2"})
LAWS = [
    r"(\forall x : P(x)) \Rightarrow (\exists x : P(x))",
    r"\lnot (\forall x : P(x)) \iff (\exists x : \lnot P(x))",
    r"(\forall x : (P(x) \land Q(x))) \iff (\forall x : P(x)) \land (\forall x : Q(x))",
    r"(\exists x : (P(x) \lor Q(x))) \iff (\exists x : P(x)) \lor (\exists x : Q(x))",
    r"(\forall x : (s \lor P(x))) \iff s \lor (\forall x : P(x))",
    r"\lnot (\forall x : \exists y : R(x, y)) \iff (\exists x : \forall y : \lnot R(x, y))",
    r"(\exists y : \forall x : R(x, y)) \Rightarrow (\forall x : \exists y : R(x, y))",
]
FALSE = [
    r"(\exists x : P(x)) \Rightarrow (\forall x : P(x))",
    r"\lnot (\forall x : P(x)) \iff (\forall x : \lnot P(x))",
    r"(\forall x : (P(x) \lor Q(x))) \iff (\forall x : P(x)) \lor (\forall x : Q(x))",
    r"(\exists x : P(x)) \land (\exists x : Q(x)) \Rightarrow (\exists x : (P(x) \land Q(x)))",
    r"(\forall x : \exists y : R(x, y)) \Rightarrow (\exists y : \forall x : R(x, y))",
    r"(\forall x : \exists y : R(x, y)) \Rightarrow (\forall x : \exists y : R(y, x))",
]


def holds(tex):
    said = law_of_quantifiers(tree_of(tex, MODEL), MODEL)
    return all(is_true(said, row) for row in rows_of(letters_of(said, MODEL)))


@pytest.mark.parametrize("tex", LAWS)
def test_a_law_is_true_in_every_row(tex):
    assert holds(tex)


@pytest.mark.parametrize("tex", FALSE)
def test_what_is_no_law_is_false_in_one(tex):
    assert not holds(tex)


@pytest.mark.parametrize(
    "tex", [r"\forall x : x > 0", r"P(1) \Rightarrow P(1)", r"(\forall x : T(x)) \Rightarrow T(1)"]
)
def test_what_speaks_of_more_than_unknown_predicates_is_left(tex):
    assert law_of_quantifiers(tree_of(tex, MODEL), MODEL) is None
