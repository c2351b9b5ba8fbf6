"""A statement is said as a whole, and its opposite is what holds where it does not."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.tree.regrouping import (
    alternatives,
    as_set,
    denied,
    one_of,
    regrouped,
    spelled_out,
    taken_apart,
    together,
)
from mathora.formula.tree.terms import IntervalSet

MODEL = declaring({
    "x": {}, "y": {}, "a": {}, "b": {}, "p": {"kind": "event"}, "q": {"kind": "event"}, "f(x)": {},
    "n": {"kind": "natural"},
    "A": {"kind": "set"}, "B": {"kind": "set"}, "C": {"kind": "set"},
})  # fmt: skip


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"x = 1, y = 2 \Rightarrow a = 1, b = 2", r"x = 1 \text{ and } y = 2 \Rightarrow a = 1 \text{ and } b = 2"),
        (r"\forall x, y : x = y", r"\forall x \forall y : x = y"),
        (
            r"\exists! x : x = 1",
            r"\exists x : x = 1 \text{ and } \forall \tilde{x} : \tilde{x} = 1 \Rightarrow \tilde{x} = x",
        ),
        (r"x = 1 \text{ for all } x", r"\forall x : x = 1"),
        (r"\text{If } x = 1, \text{ then } a = 2", r"x = 1 \Rightarrow a = 2"),
        ("x = 1", "x = 1"),
    ],
)
def test_what_is_written_short_is_said_as_a_whole(tex, said):
    assert write_latex(regrouped(tree_of(tex, MODEL))) == said


@pytest.mark.parametrize(
    ("tex", "opposite"),
    [
        ("x = 1", r"x \ne 1"),
        ("x < 1", r"x \ge 1"),
        ("0 < x < 1", r"0 \ge x \text{ or } x \ge 1"),
        (r"x = 1 \text{ or } y = 2", r"x \ne 1 \text{ and } y \ne 2"),
        (r"x = 1 \text{ and } y = 2", r"x \ne 1 \text{ or } y \ne 2"),
        (r"\forall x : x > 0", r"\exists x : x \le 0"),
        (r"\exists x : x > 0", r"\forall x : x \le 0"),
        (r"x = 1 \Rightarrow y = 2", r"x = 1 \text{ and } y \ne 2"),
        (r"x \in A", r"x \notin A"),
    ],
)
def test_the_opposite_is_what_holds_where_it_does_not(tex, opposite):
    assert write_latex(denied(tree_of(tex, MODEL))) == opposite


@pytest.mark.parametrize("tex", [r"p \land q", r"\exists! x : x = 1", r"x = 1 \Leftrightarrow y = 2"])
def test_of_any_other_statement_there_is_none(tex):
    assert denied(tree_of(tex, MODEL)) is None


@pytest.mark.parametrize(
    ("tex", "full"),
    [
        (r"x \in \{1, 2\}", r"x = 1 \text{ or } x = 2"),
        (r"x = \pm 1", r"x = 1 \text{ or } x = -1"),
        (r"x \ne \pm 1", r"x \ne 1 \text{ and } x \ne -1"),
        (r"n \in \{0, 1, \dots, 5\}", r"n \in \mathbb{Z} \text{ and } 0 \le n \le 5"),
        ("x = 1", "x = 1"),
    ],
)
def test_a_choice_is_one_of_several_equations(tex, full):
    assert write_latex(spelled_out(tree_of(tex, MODEL))) == full


def test_a_statement_is_taken_apart_and_put_together():
    node = tree_of(r"x = 1 \text{ and } (y = 2 \text{ and } a = 3)", MODEL)
    assert [write_latex(one) for one in taken_apart(node)] == ["x = 1", "y = 2", "a = 3"]
    assert taken_apart(together(taken_apart(node))) == taken_apart(node)
    either = tree_of(r"(x = 1 \text{ or } y = 2)", MODEL)
    assert alternatives(one_of(alternatives(either))) == alternatives(either)
    assert len(taken_apart(tree_of(r"x = 1 \text{ or } y = 2", MODEL))) == 1


def test_a_pair_is_an_interval_where_a_set_is_meant():
    assert isinstance(as_set(tree_of("(1, 2)", MODEL)), IntervalSet)
    assert as_set(tree_of("x", MODEL)) == tree_of("x", MODEL)
