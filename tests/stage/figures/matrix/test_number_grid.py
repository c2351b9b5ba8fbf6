"""Cells of one size; a number's colour says its sign and size, and each stands in the middle of its cell."""

from fractions import Fraction

import numpy as np
import pytest
from manim import Rectangle

from mathora.stage.figures.matrix.number_grid import STRONG, WIDEST, NumberGrid, laid_grids, wideness
from mathora.stage.layout import Region
from mathora.stage.theme import THEMES

THEME = THEMES["dark"]
ROWS = ((Fraction(4), Fraction(-2), Fraction(0)), (Fraction(1), Fraction(3), Fraction(-4)))


def written(term, size=1.0):
    return Rectangle(width=0.5 * len(term.tex) * size, height=size)


def grid(rows=ROWS):
    return NumberGrid(rows, np.zeros(3), 0.8, 1.0, THEME, written)


def test_strength_is_the_size_as_a_share_of_the_largest():
    made = grid()
    assert made.ink(Fraction(4)) == (THEME.palette["blue"], STRONG)
    assert made.ink(Fraction(-2)) == (THEME.palette["orange"], STRONG / 2)
    assert grid(((Fraction(0),),)).ink(Fraction(0))[1] == 0


def test_each_number_stands_in_the_middle_of_its_cell():
    made = grid().fill()
    assert len(made.entries) == 6
    assert made.strayed() < 1e-9
    assert all(text.width <= made.cell(*at).width for at, text in made.entries.items())
    made.entries[0, 1].shift([0.2, 0, 0])
    assert made.strayed() == pytest.approx(0.2)


def test_half_a_turn_takes_the_first_to_the_place_of_the_last():
    made = grid().fill()
    first, last = made.entries[0, 0], made.place(1, 2)
    places = {id(one): place for one, place in made.turned()}
    assert places[id(first)] == pytest.approx(last)
    assert made.rows[0] == (Fraction(-4), Fraction(3), Fraction(1))


def test_a_window_is_around_its_cells():
    made = grid()
    frame = made.window(0, 1, (2, 2), "#ffffff")
    assert frame.get_center() == pytest.approx((made.place(0, 1) + made.place(1, 2)) / 2)
    assert 1.6 < frame.width < 1.8


def test_long_numbers_have_wider_cells_up_to_a_limit():
    assert wideness([ROWS], written) == 1
    assert 1 < wideness([((Fraction(10_000),),)], written) <= WIDEST


@pytest.mark.parametrize("below", [True, False])
def test_grids_stand_beside_or_below_each_other_in_the_room(below):
    room = Region(-4, -2, 4, 2)
    (one, other), side = laid_grids([(2, 3), (2, 2)], room, below=below, wide=1.0)
    assert (abs(one[0] - other[0]) < 1e-9) == below
    assert side <= room.height / 2
    assert abs(one - other).max() >= 2 * side
