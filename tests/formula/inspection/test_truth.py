"""A statement made of letters is true or false in each row of its table."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula.inspection.truth import is_true, letters_of, rows_of

MODEL = declaring(
    {"p": {"kind": "event"}, "q": {"kind": "event"}, "r": {"kind": "event"}, "x": {}, "c": "3", "P(k)": {}}
)


def table(tex):
    node = tree_of(tex, MODEL)
    return [is_true(node, row) for row in rows_of(letters_of(node, MODEL))]


T, F = True, False


@pytest.mark.parametrize(
    ("tex", "values"),
    [
        (r"\neg p", [F, T]),
        (r"p \land q", [T, F, F, F]),
        (r"p \lor q", [T, T, T, F]),
        (r"p \Rightarrow q", [T, F, T, T]),
        (r"p \Leftarrow q", [T, T, F, T]),
        (r"p \Leftrightarrow q", [T, F, F, T]),
        (r"p \Rightarrow q \Rightarrow r", [T, F, F, F, T, F, T, T]),  # each link holds
        (r"(p \Rightarrow q) \Rightarrow r", [T, F, T, T, T, F, T, F]),  # a false neighbour of the chain
        (r"\neg (p \land q)", [F, T, T, T]),
        (r"p \lor \neg p \Leftrightarrow \text{false}", [F, F]),
        (r"p \land \text{True} \Leftrightarrow p", [T, T]),
        (r"p \lor \text{T} \Leftrightarrow p", [T, F]),
    ],
)
def test_a_table_has_a_row_for_each_way_of_its_letters(tex, values):
    assert table(tex) == values


def test_the_letters_stand_in_their_order_each_once():
    assert letters_of(tree_of(r"q \land (p \lor \neg q)", MODEL), MODEL) == ("q", "p")
    assert letters_of(tree_of(r"P(1) \Rightarrow P(2)", MODEL), MODEL) == ("P(1)", "P(2)")


@pytest.mark.parametrize("tex", [r"p \land x > 3", r"x^2 = 4", r"c", r"P(x) \Rightarrow P(1)"])
def test_what_has_other_parts_is_made_of_no_letters_alone(tex):
    assert letters_of(tree_of(tex, MODEL), MODEL) is None
