"""Rows and columns for words and numbers.

Laws:
- Cells of one row are equally high, and of one column equally wide; nothing that is put into a cell leaves it.
"""

from __future__ import annotations

import numpy as np
from manim import Rectangle, VMobject

from mathora.stage.layout import Region
from mathora.stage.text.prose_mobject import HALF_CAPITAL
from mathora.stage.theme import Theme

HIGHEST = 1.15  # a row is no higher than this, in scene units

GAP, FULLEST = 0.03, 0.6
"""Scene units between a shaded cell and its edges; how full the fullest is: its number can still be read."""

PADDING, NARROW, CLEARANCE = 0.14, 0.07, 1 / 6
"""Free in a cell, at each side; there beside long numbers; above and below at most this share of its height, so that
long tables can be read.
"""


class CellGrid:
    """`rows` by `columns` cells in the upper part of a region; the first column is `first` times as wide as the others.

    `rule` is the line under the first row, and `edge` the line right of the first column.
    """

    def __init__(self, region: Region, rows: int, columns: int, theme: Theme, first: float = 1.0) -> None:
        high = min(HIGHEST, region.height / rows)
        used = Region(region.left, region.top - rows * high, region.right, region.top)
        shares = (first, *(1.0 for _ in range(columns - 1)))
        self._cells = [row.split_columns(*shares) for row in used.split_rows(*(1.0 for _ in range(rows)))]
        corner = self._cells[0][0]
        self.rule = _line((used.left, corner.bottom), (used.right, corner.bottom), theme.line)
        self.edge = _line((corner.right, used.top), (corner.right, used.bottom), theme.line)

    def cell(self, row: int, column: int) -> Region:
        """Where something stands, counted from 0 at the top left."""
        return self._cells[row][column]

    def put(self, text: VMobject, row: int, column: int, em: float) -> VMobject:
        """Puts a text, whose baseline is at y = 0, into the middle of a cell, so that a row has one baseline."""
        above = float(text.get_center()[1]) - HALF_CAPITAL * em
        before = text.height
        cell = self.cell(row, column)
        low, side = min(PADDING, CLEARANCE * cell.height), PADDING
        if text.width > cell.width - 2 * side:
            side = NARROW
        Region(cell.left + side, cell.bottom + low, cell.right - side, cell.top - low).place(text)
        text.shift(np.array([0.0, above * text.height / max(before, 1e-9), 0.0]))
        return text

    def shade(self, row: int, column: int, colour: str, share: float) -> VMobject:
        """A cell that is filled, by a share of the fullest."""
        cell = self.cell(row, column).inset(GAP)
        box = Rectangle(width=cell.width, height=cell.height, stroke_width=0, fill_color=colour)
        return box.set_fill(opacity=FULLEST * share).move_to(cell.centre)

    def stray(self, mobject: VMobject, row: int, column: int) -> float:
        """By how far something leaves its cell, in scene units."""
        cell = self.cell(row, column)
        left, right = mobject.get_left()[0], mobject.get_right()[0]
        low, high = mobject.get_bottom()[1], mobject.get_top()[1]
        return float(max(0.0, cell.left - left, right - cell.right, cell.bottom - low, high - cell.top))


def _line(start: tuple[float, float], end: tuple[float, float], colour: str) -> VMobject:
    line = VMobject(stroke_color=colour, stroke_width=2.5, fill_opacity=0)
    return line.set_points_as_corners([(*start, 0.0), (*end, 0.0)])
