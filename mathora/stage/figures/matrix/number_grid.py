"""Numbers in the cells of a grid, the stronger the colour the larger they are: signals, kernels, small pictures.

Owns: `NumberGrid`, `laid_grids`.

Laws:
- Cells are squares of one size, and so are the grids that stand together: what is compared is to one scale.
- A cell's colour says the number's sign, its strength the size, as a share of the largest in its own grid.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from manim import RoundedRectangle, Square, VGroup, VMobject

from mathora.stage.figures.matrix.matrix_table import Cell, Rows, number_tree
from mathora.stage.layout import Region
from mathora.stage.text.terms import Term

if TYPE_CHECKING:
    from mathora.stage.arrays import Array
    from mathora.stage.theme import Theme

LARGEST_CELL = 0.95  # the side of a cell is no larger than this, in scene units
GAP = 1.1  # between two grids, in cells
STRONG = 0.55  # how opaque the cell of the largest number is: what is written on it can be read
TEXT, ROOM = 0.52, 0.76  # the em of a number, and how wide one may be beside its cell's lines, as shares of the cell


class NumberGrid(VGroup):
    """`rows` of numbers about a middle (3,), in cells of `side` scene units; `write(term, size)`, a
    function (no method, which would be copied along), writes a number.

    Entries come one by one, or all at once by `fill`. Submobjects: the cells, then what was written.
    """

    def __init__(self, rows: Rows, middle: Array, side: float, theme: Theme, write: Callable[..., Any]) -> None:
        self.rows, self.side, self.theme, self.write = rows, side, theme, write
        self.entries: dict[tuple[int, int], VMobject] = {}
        self.cells = VGroup()
        high, wide = len(rows), len(rows[0])
        self.corner = middle + side / 2 * np.array([1.0 - wide, high - 1.0, 0.0])
        for row in range(high):
            for column in range(wide):
                cell = Square(side, stroke_color=theme.line, stroke_width=1.5, fill_opacity=0)
                self.cells.add(cell.move_to(self.place(row, column)))
        super().__init__(self.cells)

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self.rows), len(self.rows[0])

    def place(self, row: int, column: int) -> Array:
        """The middle of a cell, from 0; a scene point (3,)."""
        return np.asarray(self.corner + self.side * np.array([column, -row, 0.0]))

    def cell(self, row: int, column: int) -> VMobject:
        """The square of an entry."""
        return self.cells[row * self.shape[1] + column]

    def ink(self, value: Cell) -> tuple[str, float]:
        """The colour of a number's cell, and how opaque it is."""
        most = max(abs(float(one)) for row in self.rows for one in row)
        colour = self.theme.palette["blue" if value >= 0 else "orange"]
        return colour, STRONG * abs(float(value)) / most if most else 0.0

    def entry(self, row: int, column: int) -> VMobject:
        """An entry is written; its cell takes its colour when it is `lit`."""
        text = self.write(Term(number_tree(self.rows[row][column])), TEXT * self.side)
        room = ROOM * self.side
        text.scale(min(1.0, room / text.width, room / text.height)).move_to(self.place(row, column))
        self.entries[row, column] = text
        self.add(text)
        return text

    def light(self, row: int, column: int) -> Any:  # noqa: ANN401 - Manim's animation
        """The animation with which a cell takes its number's colour."""
        colour, strength = self.ink(self.rows[row][column])
        return self.cell(row, column).animate.set_fill(colour, strength)

    def fill(self) -> NumberGrid:
        """All entries stand, and all cells have their colours; returns itself."""
        for row, column in np.ndindex(self.shape):
            if (row, column) not in self.entries:
                self.entry(row, column)
            self.cell(row, column).set_fill(*self.ink(self.rows[row][column]))
        return self

    def window(self, row: int, column: int, shape: tuple[int, int], colour: str) -> VMobject:
        """A frame around some rows and columns, of which the first are given."""
        middle = (self.place(row, column) + self.place(row + shape[0] - 1, column + shape[1] - 1)) / 2
        size = self.side * np.array(shape)
        frame = RoundedRectangle(width=size[1] + 0.06, height=size[0] + 0.06, corner_radius=0.08)
        return frame.set_stroke(colour, 5).set_fill(opacity=0).move_to(middle)

    def turned(self) -> list[tuple[VMobject, Array]]:
        """The grid turned by half a turn: each entry with the place where it goes; the rows are the turned ones now."""
        high, wide = self.shape
        goes = {(row, column): (high - 1 - row, wide - 1 - column) for row, column in self.entries}
        self.rows = tuple(row[::-1] for row in self.rows[::-1])
        self.entries = {goes[at]: one for at, one in self.entries.items()}
        return [(one, self.place(*at)) for at, one in self.entries.items()]

    def strayed(self) -> float:
        """How far, at most, an entry is from the middle of its cell, in scene units."""
        gaps = [np.linalg.norm(one.get_center() - self.place(*at)) for at, one in self.entries.items()]
        return float(max(gaps, default=0.0))


def laid_grids(shapes: Sequence[tuple[int, int]], room: Region, *, below: bool) -> tuple[list[Array], float]:
    """The middles (3,) of grids of these shapes beside each other, or `below` each other, and the side of their cells:
    as large as the region allows.
    """
    wide = max(one[1] for one in shapes) if below else sum(one[1] for one in shapes) + GAP * (len(shapes) - 1)
    high = sum(one[0] for one in shapes) + GAP * (len(shapes) - 1) if below else max(one[0] for one in shapes)
    side = min(LARGEST_CELL, room.width / wide, room.height / high)
    middles, at = [], 0.0
    for rows, columns in shapes:
        length = rows if below else columns
        offset = at + length / 2 - (high if below else wide) / 2
        shift = np.array([0.0, -offset, 0.0]) if below else np.array([offset, 0.0, 0.0])
        middles.append(np.asarray(room.centre + side * shift))
        at += length + GAP
    return middles, side
