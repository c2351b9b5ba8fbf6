"""Rows of a wrapped text are struck through one by one."""

from manim import Square, VGroup, VMobject

from mathora.stage.figures.pages.card import _rows


def sentence(*places):
    return VGroup(*(VMobject().set_points(Square(0.2).move_to([x, y, 0]).points) for x, y in places))


def test_outlines_at_one_height_are_a_row_from_its_first_to_its_last():
    rows = _rows(sentence((0, 0), (1, 0.02), (3, 0)))
    assert len(rows) == 1
    left, right, middle = rows[0]
    assert (round(left, 2), round(right, 2), round(middle, 2)) == (-0.1, 3.1, 0.01)


def test_the_dot_of_an_i_is_no_row_of_its_own_and_a_row_below_is_one():
    assert len(_rows(sentence((0, 0), (0, 0.25)))) == 1
    rows = _rows(sentence((0, 0), (0, -0.6), (1, -0.6)))
    assert [round(middle, 1) for _, _, middle in rows] == [0.0, -0.6]
