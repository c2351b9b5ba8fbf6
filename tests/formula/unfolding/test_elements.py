"""A statement of sets is one of their elements."""

import pytest
from judged import judged
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.unfolding.elements import of_letters, of_numbers

MODEL = declaring({
    "x": {}, "y": {}, "a": {}, "b": {}, "p": {"kind": "event"}, "q": {"kind": "event"}, "f(x)": {},
    "n": {"kind": "natural"},
    "A": {"kind": "set"}, "B": {"kind": "set"}, "C": {"kind": "set"},
})  # fmt: skip


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"A \cup B = B \cup A", r"(A \lor B) \Leftrightarrow (B \lor A)"),
        (r"A \subseteq A \cup B", r"A \Rightarrow (A \lor B)"),
        (r"4 \notin [0, 3]", r"0 > 4 \text{ or } 4 > 3"),
    ],
)
def test_an_element_says_the_same(tex, said):
    node = tree_of(tex, MODEL)
    found = of_letters(node, MODEL, ()) or of_numbers(node, MODEL)
    assert write_latex(found) == said


@pytest.mark.parametrize("tex", ["x = 1", r"A = B \text{ or } A = C"])
def test_of_other_statements_nothing_is_said(tex):
    node = tree_of(tex, MODEL)
    assert of_letters(node, MODEL, ()) is None
    assert of_numbers(node, MODEL) is None


SETS = {name: {"kind": "set"} for name in "ABC"} | {"x": {}}


@pytest.mark.parametrize(
    ("tex", "kind"),
    [
        (r"A \setminus B \subseteq A", "proved"),
        (r"A \cap (B \cup C) = (A \cap B) \cup (A \cap C)", "proved"),
        (r"A \cup B \subseteq A", "refuted"),
        (r"A \setminus B = A \cap B", "refuted"),
        (r"[0, 2] \cap (1, 3] = (1, 2]", "proved"),
        (r"[0, 2] \cap (1, 3] = [1, 2]", "refuted"),
        (r"[0, 1] \subset [0, 2]", "proved"),
        (r"[0, 1] \subset [0, 1]", "undecided"),
        (r"2 \in (0, 1) \cup (1, 3)", "proved"),
        (r"1 \in (0, 1) \cup (1, 3)", "refuted"),
        (r"\{n \in \mathbb{N} : n < 3\} = \{0, 1, 2\}", "proved"),
        (r"\{n \in \mathbb{N} : n < 3\} = \{0, 1\}", "refuted"),
    ],
)
def test_sets_are_judged_by_their_elements(tex, kind):
    assert judged(tex, SETS).kind == kind
