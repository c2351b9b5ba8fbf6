"""Boxes are few, and each names the node it belongs to."""

from mathora.formula.typeset.boxes import (
    EMPTY,
    Fraction,
    Ink,
    Row,
    Scripts,
    Space,
    colour_at,
    ink_kind,
    is_tall,
    joined,
    listed,
    raised,
    row,
)

X, Y, PLUS = Ink((0,), "x", "letter"), Ink((1,), "y", "letter"), Ink((), "+", "binary")


def test_rows_within_a_row_are_opened():
    assert row(X, row(PLUS, Y)) == Row((X, PLUS, Y))
    assert row() == EMPTY


def test_signs_stand_between_operands_where_there_are_any():
    assert joined([X, Y], [PLUS]) == Row((X, PLUS, Y))
    assert joined([X, Y], [None]) == Row((X, Y))


def test_items_have_commas_between_them():
    assert [one.text for one in listed((), [X, Y]).items if isinstance(one, Ink)] == ["x", ",", "y"]


def test_a_superscript_is_stacked_over_a_subscript():
    two = Ink((2,), "2", "digits")
    assert raised(Scripts(X, Y, None), two) == Scripts(X, Y, two)
    assert raised(X, two) == Scripts(X, None, two)
    assert raised(row(X, Y), two) == Row((X, Scripts(Y, None, two)))


def test_brackets_grow_around_what_is_taller_than_a_line():
    tall = Fraction((), X, Y, "text")
    assert is_tall(tall)
    assert is_tall(row(X, tall))
    assert not is_tall(row(X, Y))


def test_a_colour_is_that_of_the_nearest_node_above():
    colours = {(): "red", (0,): "blue"}
    assert colour_at((0, 1), colours.get) == "blue"
    assert colour_at((1,), colours.get) == "red"
    assert colour_at((1,), {}.get) is None


def test_the_ink_of_a_base_decides_the_spaces():
    assert ink_kind(Scripts(X, Y, None)) == "letter"
    assert ink_kind(Space("thin")) == "space"
    assert ink_kind(EMPTY) == ""
