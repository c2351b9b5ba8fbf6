"""Numbers in the cells of a grid, the stronger the colour the larger they are: signals, kernels, small pictures.

Owns: `NumberGrid`, `laid_grids`, `wideness`.

Laws:
- Cells are of one size, and so are those of grids that stand together: what is compared is to one scale. They are
  squares, or wider where numbers are long.
- A cell's colour says the number's sign, its strength the size, as a share of the largest in its own grid.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from manim import Rectangle, RoundedRectangle, VGroup, VMobject

from mathora.stage.arrays import Array
from mathora.stage.figures.matrix.matrix_table import Cell, Rows, number_tree
from mathora.stage.layout import Region
from mathora.stage.text.terms import Term
from mathora.stage.theme import Theme

LARGEST_CELL = 0.95  # the side of a cell is no larger than this, in scene units
GAP = 1.1  # between two grids, in cells
STRONG = 0.55  # how opaque the cell of the largest number is: what is written on it can be read
WIDEST, LONGEST = 2.6, 3  # so many times as wide as high is a cell at most; so many numbers are measured for that
TEXT, ROOM = 0.52, 0.76  # the em of a number, and how wide one may be beside its cell's lines, as shares of the cell


class NumberGrid(VGroup):
    """`rows` of numbers about a middle (3,), in cells as high as `side`, in scene units, and `wide` times as wide;
    `write(term, size)`, a function (no method, which would be copied along), writes a number.

    Entries come one by one, or all at once by `fill`. Submobjects: the cells, then what was written.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what stands where, in what cells
        self, rows: Rows, middle: Array, side: float, wide: float, theme: Theme, write: Callable[..., Any]
    ) -> None:
        self.rows, self.side, self.wide, self.theme, self.write = rows, side, wide, theme, write
        self.entries: dict[tuple[int, int], VMobject] = {}
        self.cells = VGroup()
        high, across = len(rows), len(rows[0])
        self.corner = middle + side / 2 * np.array([wide * (1.0 - across), high - 1.0, 0.0])
        style = {"stroke_color": theme.line, "stroke_width": 1.5, "fill_opacity": 0}
        for row in range(high):
            for column in range(across):
                cell = Rectangle(width=side * wide, height=side, **style)
                self.cells.add(cell.move_to(self.place(row, column)))
        super().__init__(self.cells)

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self.rows), len(self.rows[0])

    def place(self, row: int, column: int) -> Array:
        """The middle of a cell, from 0; a scene point (3,)."""
        return np.asarray(self.corner + self.side * np.array([self.wide * column, -row, 0.0]))

    def cell(self, row: int, column: int) -> VMobject:
        """The cell of an entry."""
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
        text.scale(min(1.0, self.wide * room / text.width, room / text.height)).move_to(self.place(row, column))
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
        size = self.side * np.array([1.0, self.wide]) * shape
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


def wideness(grids: Sequence[Rows], write: Callable[[Term], VMobject]) -> float:
    """How much wider than high the cells of grids are, so that the longest number has room; `write` writes one with an
    em of one scene unit.
    """
    terms = {Term(number_tree(one)) for rows in grids for row in rows for one in row}
    longest = sorted(terms, key=lambda one: len(one.tex))[-LONGEST:]
    return min(WIDEST, max(1.0, *(TEXT * float(write(one).width) / ROOM for one in longest)))


def laid_grids(
    shapes: Sequence[tuple[int, int]], room: Region, *, below: bool, wide: float
) -> tuple[list[Array], float]:
    """The middles (3,) of grids of these shapes beside each other, or `below` each other, and how high their cells are:
    as large as the region allows.
    """
    lengths = [rows if below else wide * columns for rows, columns in shapes]
    whole = sum(lengths) + GAP * (len(shapes) - 1)
    other = max(wide * columns if below else rows for rows, columns in shapes)
    across, high = (other, whole) if below else (whole, other)
    side = min(LARGEST_CELL, room.width / across, room.height / high)
    middles, at = [], 0.0
    for length in lengths:
        offset = at + length / 2 - whole / 2
        shift = np.array([0.0, -offset, 0.0]) if below else np.array([offset, 0.0, 0.0])
        middles.append(np.asarray(room.centre + side * shift))
        at += length + GAP
    return middles, side
