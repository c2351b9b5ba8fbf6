"""A matrix written out: its entries in rows and columns between brackets, and the arithmetic that is done with them.

Owns: `MatrixTable`, `laid_out`, `number_tree`, `dot`, `dot_sum`, `layer_of`, `summed_layers`, and of rows `row_sum`,
`multiple_of`, `sum_of`.

Laws:
- Entries are exact as long as they are fractions; each stands in the middle of its cell, and a table's columns are
  equally wide.
- What is computed here is exact arithmetic of the entries; the scene has it proved before it is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any, Literal

import numpy as np
from manim import Mobject, Rectangle, RoundedRectangle, VGroup, VMobject

from mathora.formula import Node, tree
from mathora.formula.meaning.model_matrix import Decimals
from mathora.stage.layout import Region
from mathora.stage.plane.shapes import brackets
from mathora.stage.text.terms import Term, value

Cell = Fraction | float
Rows = tuple[tuple[Cell, ...], ...]

DECIMALS = 4  # a number with no more decimals is written with them, if the author has any

PLAIN = "#888888"
"""Of brackets that were not painted yet."""

Making = Callable[..., Any]  # from a term and a size to its formula


def number_tree(one: Cell) -> Node:
    """An entry as it is written: a whole number, a fraction, a decimal, or a rounded number."""
    if not isinstance(one, Fraction):
        return value(one).tree
    size = abs(one)
    whole = tree.Number(str(size.numerator))
    bare = whole if size.denominator == 1 else tree.Quotient(whole, tree.Number(str(size.denominator)), "tfrac")
    if not _is_fraction(one) and size.denominator > 1:
        bare = tree.Number(f"{float(size):.{DECIMALS}f}".rstrip("0"))
    return tree.Signed("-", bare) if one < 0 else bare


def dot_sum(row: Sequence[Cell], column: Sequence[Cell]) -> Node:
    """`2 · 1 + 1 · 3 = 5`: a row times a column."""
    products = [tree.Product((_closed(a), _closed(b)), (r"\cdot",)) for a, b in zip(row, column, strict=True)]
    plus: Literal["+"] = "+"
    signs = tuple(plus for _ in products[1:])
    total = tree.Addition(tuple(products), signs) if signs else products[0]
    return tree.Relation((total, number_tree(dot(row, column))), ("=",))


def dot(row: Sequence[Cell], column: Sequence[Cell]) -> Cell:
    """The sum of the products, exact where both are."""
    return sum((a * b for a, b in zip(row, column, strict=True)), Fraction(0))


def pairs_at(signal: Rows, kernel: Rows, row: int, column: int) -> tuple[list[Cell], list[Cell]]:
    """A kernel's numbers, and the signal's below them; those where the kernel is zero are left out."""
    places = [(y, x) for y in range(len(kernel)) for x in range(len(kernel[0]))]
    every = [(kernel[y][x], signal[row + y][column + x]) for y, x in places]
    kept = [one for one in every if one[0]] or every[:1]
    return [weight for weight, _ in kept], [value for _, value in kept]


def slid(signal: Rows, kernel: Rows) -> Rows:
    """The sums at all places where a kernel lies on a signal."""
    high, wide = len(signal) - len(kernel) + 1, len(signal[0]) - len(kernel[0]) + 1
    return tuple(tuple(dot(*pairs_at(signal, kernel, row, column)) for column in range(wide)) for row in range(high))


def layer_of(column: Sequence[Cell], row: Sequence[Cell]) -> Node:
    """A column times a row, `[2 1]ᵀ [1 4]`, and the matrix that it is."""
    products = tuple(tuple(number_tree(one * other) for other in row) for one in column)
    upright = tree.Matrix(tuple((number_tree(one),) for one in column))
    return tree.Relation((tree.side_by_side((upright, _row(row))), tree.Matrix(products)), ("=",))


def summed_layers(left: Rows, right: Rows, numbers: Sequence[int]) -> Rows:
    """Some layers of a product together: columns of the left with the rows of the right of the same numbers, from 0."""
    return tuple(
        tuple(dot([row[k] for k in numbers], [right[k][column] for k in numbers]) for column in range(len(right[0])))
        for row in left
    )


def row_sum(row: Sequence[Cell], times: Cell, other: Sequence[Cell]) -> Node:
    """`[3 4] - 2 [1 2] = [1 0]`: a row and a multiple of another."""
    size = -times if times < 0 else times
    scaled = _row(other) if size == 1 else tree.side_by_side((number_tree(size), _row(other)))
    total = tree.Addition((_row(row), scaled), ("-" if times < 0 else "+",))
    return tree.Relation((total, _row(sum_of(row, times, other))), ("=",))


def multiple_of(times: Cell, row: Sequence[Cell]) -> Node:
    """`1/2 [2 4] = [1 2]`: a multiple of a row."""
    after = tuple(times * one for one in row)
    return tree.Relation((tree.side_by_side((number_tree(times), _row(row))), _row(after)), ("=",))


def sum_of(row: Sequence[Cell], times: Cell, other: Sequence[Cell]) -> tuple[Cell, ...]:
    """A row and a multiple of another, exact where all are."""
    return tuple(a + times * b for a, b in zip(row, other, strict=True))


def _row(row: Sequence[Cell]) -> Node:
    return tree.Matrix((tuple(map(number_tree, row)),))


def _closed(one: Cell) -> Node:
    return tree.Group(number_tree(one)) if one < 0 else number_tree(one)


class MatrixTable(VGroup):
    """The entries of `rows`, written by `label`; `bar` columns at the right stand behind a line.

    Submobjects: the brackets, the bar's line (if any), the entries that were put in.
    """

    def __init__(self, rows: Rows, label: Callable[[Term], Any], *, cell: tuple[float, float], bar: int = 0) -> None:
        self.rows, self.label, self.bar = rows, label, bar
        self.entries: dict[tuple[int, int], Any] = {}
        wide, tall = cell[0] * len(rows[0]), cell[1] * len(rows)
        self.box = Rectangle(width=wide, height=tall, stroke_opacity=0, fill_opacity=0)
        self.brackets = brackets(self.box, PLAIN, margin=0.06)
        self.rule = VMobject(stroke_color=PLAIN, stroke_width=2.5, fill_opacity=0)
        super().__init__(self.box, self.brackets, self.rule)
        if bar:
            top, bottom = self._corner(0, len(rows[0]) - bar), self._corner(len(rows), len(rows[0]) - bar)
            self.rule.set_points_as_corners(np.array([top, bottom]))

    def _corner(self, row: int, column: int) -> Any:  # noqa: ANN401 - a scene point (3,)
        low, high = self.box.points.min(axis=0), self.box.points.max(axis=0)
        rows, columns = len(self.rows), len(self.rows[0])
        across = low[0] + (high[0] - low[0]) * column / columns
        return np.array([across, high[1] - (high[1] - low[1]) * row / rows, 0.0])

    def place(self, row: int, column: int) -> Any:  # noqa: ANN401 - a scene point (3,)
        """The middle of a cell, from 0."""
        return (self._corner(row, column) + self._corner(row + 1, column + 1)) / 2

    def entry(self, row: int, column: int) -> Any:  # noqa: ANN401 - a `FormulaMobject`
        """The entry, which is made and stands in its cell from now on."""
        one = self.label(Term(number_tree(self.rows[row][column])))
        room = FILLED * self.box.width / len(self.rows[0])
        one.scale(min(1.0, room / one.width)).move_to(self.place(row, column))
        self.entries[row, column] = one
        self.add(one)
        return one

    def paint(self, colour: str) -> MatrixTable:
        """Brackets and bar in a colour; returns itself."""
        for one in (*self.brackets, self.rule):
            one.set_stroke(colour)
        return self

    def fill(self) -> MatrixTable:
        """All entries stand; returns itself."""
        for row, values in enumerate(self.rows):
            for column in range(len(values)):
                if (row, column) not in self.entries:
                    self.entry(row, column)
        return self

    def change(self, rows: Rows) -> list[tuple[Mobject, Mobject]]:
        """Other entries take the places of those that differ; pairs of old and new ones."""
        before, self.rows = self.rows, rows
        pairs = []
        for (row, column), old in list(self.entries.items()):
            if before[row][column] != rows[row][column]:
                self.remove(old)
                pairs.append((old, self.entry(row, column)))
        return pairs

    def swap(self, row: int, other: int) -> list[tuple[Mobject, Any]]:
        """Two rows change their places; the entries of both, each with the scene point (3,) where it belongs now."""
        rows = list(self.rows)
        rows[row], rows[other] = rows[other], rows[row]
        self.rows = tuple(rows)
        goes = {row: other, other: row}
        self.entries = {(goes.get(at, at), column): one for (at, column), one in self.entries.items()}
        return [(one, self.place(at, column)) for (at, column), one in self.entries.items() if at in goes]

    def band(self, colour: str, *, row: int | None = None, column: int | None = None) -> VMobject:
        """A frame around a row, or around a column."""
        if row is not None:
            low, high = self._corner(row + 1, 0), self._corner(row, len(self.rows[0]))
        else:
            low, high = self._corner(len(self.rows), column or 0), self._corner(0, (column or 0) + 1)
        frame = RoundedRectangle(
            width=high[0] - low[0] - 0.06,
            height=high[1] - low[1] - 0.06,
            corner_radius=0.12,
            stroke_color=colour,
            stroke_width=3,
            fill_color=colour,
            fill_opacity=0.14,
        )
        return frame.move_to((low + high) / 2)


FILLED = 0.8  # the share of its cell's width that an entry may take: no more, however long it has become
LARGEST_TEXT = 1.8  # how much larger than a formula entries may be, where there is room
NAME_ROOM = 1.3  # what a table's name and shape need above and below it, in em; one that is changing has none
ROW, FRACTIONS = 1.5, 2.0  # the height of a row, in em, and of one with fractions
BETWEEN = 1.0  # between tables, in em

ANY = ((Fraction(-88),),)
"""What an entry that will change needs room for: a minus and two digits, and what is left around them."""


def laid_out(  # noqa: PLR0913 - what tables are laid out by is these
    parts: Sequence[Rows], bars: Sequence[int], room: Region, em: float, make: Making, *, changing: bool = False
) -> list[MatrixTable]:
    """Tables side by side in the middle of a region, as large as they can be; `make(term, size)` writes an entry.

    The last of three stands behind an equals sign, for which there is room. Entries that are `changing` have room for
    others.
    """
    widths = [_cell_width((*rows, *ANY) if changing else rows, em, make) for rows in parts]
    fractions = changing or any(_is_fraction(one) for rows in parts for row in rows for one in row)
    heights = [(FRACTIONS if fractions else ROW) * em for _ in parts]
    wide = sum(width * len(rows[0]) for width, rows in zip(widths, parts, strict=True))
    wide += BETWEEN * em * (len(parts) + 1) + (em if len(parts) > 2 else 0.0)  # noqa: PLR2004 - an equals sign
    tall = max(height * len(rows) for height, rows in zip(heights, parts, strict=True))
    tall += (1 if changing else 2 * NAME_ROOM) * em
    factor = min(LARGEST_TEXT, room.width / wide, room.height / tall)
    size, tables, left = em * factor, [], room.centre[0] - wide * factor / 2 + BETWEEN * em * factor
    for index, (rows, bar) in enumerate(zip(parts, bars, strict=True)):
        left += size if index == 2 else 0.0  # noqa: PLR2004 - the equals sign's place
        cell = widths[index] * factor, heights[index] * factor
        table = MatrixTable(rows, _writer(make, size), cell=cell, bar=bar)
        table.shift(np.array([left + cell[0] * len(rows[0]) / 2, room.centre[1], 0.0]))
        tables.append(table)
        left += cell[0] * len(rows[0]) + BETWEEN * size
    return tables


def _writer(make: Making, size: float) -> Callable[[Term], Any]:
    """`make` at one size; a function, so that a table's copies are no copies of their scene."""
    return lambda term: make(term, size=size)


def _cell_width(rows: Rows, em: float, make: Making) -> float:
    return float(max(make(Term(number_tree(one)), size=em).width for row in rows for one in row)) + 0.8 * em


def _is_fraction(one: Cell) -> bool:
    """Whether it is written as one: not where the author has decimals, and it has as few."""
    short = isinstance(one, Decimals) and (10**DECIMALS * one).denominator == 1
    return isinstance(one, Fraction) and one.denominator > 1 and not short
