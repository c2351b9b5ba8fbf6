r"""Propositions joined by `\equiv` and `\to` are read by how weakly these bind."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.unfolding.propositions import proposition

MODEL = declaring({"p": {}, "q": {}, "r": {}, "x": {}, "c": "3"})


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"p \to q \equiv \lnot p \lor q", r"((p) \Rightarrow (q)) \Leftrightarrow ((\lnot p) \lor (q))"),
        (
            r"\lnot (p \land q) \equiv \lnot p \lor \lnot q",
            r"(\lnot((p) \land (q))) \Leftrightarrow ((\lnot p) \lor (\lnot q))",
        ),
        (r"(p \to q) \to r \equiv p", r"((((p) \Rightarrow (q))) \Rightarrow (r)) \Leftrightarrow (p)"),
        (r"p \lor q \land r \equiv p", r"((p) \lor ((q) \land (r))) \Leftrightarrow (p)"),
        (r"\lnot p \equiv q \equiv r", r"((\lnot p) \Leftrightarrow (q)) \text{ and } ((q) \Leftrightarrow (r))"),
    ],
)
def test_the_weakest_sign_parts_the_whole(tex, said):
    assert write_latex(proposition(tree_of(tex, MODEL), MODEL)) == said


@pytest.mark.parametrize(
    "tex", [r"x \to 2", r"p \equiv q", r"p \lor q", r"c \to q \equiv \lnot c \lor q", r"p \to q \to r \equiv \lnot p"]
)
def test_what_may_be_of_numbers_is_no_proposition(tex):
    assert proposition(tree_of(tex, MODEL), MODEL) is None
