"""Cells of a row are equally high, of a column equally wide, and nothing that is put into one leaves it."""

import pytest
from manim import Rectangle

from mathora.stage.figures.linear.grid import HIGHEST, CellGrid
from mathora.stage.layout import Region
from mathora.stage.text.prose_mobject import words_mobject
from mathora.stage.theme import THEMES

REGION = Region(-4.0, -3.0, 4.0, 3.0)


def grid(rows=3, columns=4, first=1.0):
    return CellGrid(REGION, rows, columns, THEMES["dark"], first)


@pytest.mark.parametrize(("rows", "columns", "first"), [(1, 1, 1), (3, 4, 1), (3, 4, 2), (40, 2, 0.5)])
def test_cells_fill_the_upper_part_of_the_region_in_rows_and_columns(rows, columns, first):
    made = grid(rows, columns, first)
    cells = [[made.cell(row, column) for column in range(columns)] for row in range(rows)]
    assert all(one.height == pytest.approx(cells[0][0].height) for row in cells for one in row)
    for row in cells:
        assert [one.width for one in row] == pytest.approx([one.width for one in cells[0]])
    assert (cells[0][0].left, cells[0][0].top) == (REGION.left, REGION.top)
    assert cells[0][0].height <= HIGHEST
    assert cells[-1][-1].bottom >= REGION.bottom - 1e-9
    assert cells[0][0].width == pytest.approx(first * cells[0][-1].width) or columns == 1


@pytest.mark.parametrize("word", ["x", "gypsy", "a very long word indeed, for a cell"])
def test_nothing_that_is_put_into_a_cell_leaves_it(word):
    made = grid()
    text = made.put(words_mobject(word, "#ffffff", 0.5), 1, 2, 0.5)
    assert made.stray(text, 1, 2) == 0
    assert made.stray(text, 1, 1) > 0
    assert made.stray(text.shift([0, 1, 0]), 1, 2) > 0


def test_a_long_number_has_more_of_its_cell():
    made = grid(columns=10)
    narrow = made.put(words_mobject("1000000", "#ffffff", 0.3), 1, 2, 0.3)
    assert narrow.width > made.cell(1, 2).width - 0.2
    assert made.stray(narrow, 1, 2) == 0


def test_a_row_has_one_baseline():
    made = grid()
    middles = [made.put(words_mobject(word, "#ffffff", 0.3), 0, at, 0.3) for at, word in enumerate(("ace", "gyp"))]
    assert middles[0].get_top()[1] == pytest.approx(middles[1].get_top()[1], abs=0.02)  # both begin with small letters


def test_lines_part_the_head_from_the_rest():
    made = grid(first=2)
    corner = made.cell(0, 0)
    assert made.rule.get_center()[1] == pytest.approx(corner.bottom)
    assert made.edge.get_center()[0] == pytest.approx(corner.right)


def test_a_shaded_cell_is_filled_by_its_share_and_stays_inside():
    made = grid()
    half, full = (made.shade(1, 1, "#ffffff", share) for share in (0.5, 1.0))
    assert half.get_fill_opacity() == pytest.approx(full.get_fill_opacity() / 2)
    assert full.get_fill_opacity() < 1
    assert made.stray(full, 1, 1) == 0
    assert isinstance(full, Rectangle)
