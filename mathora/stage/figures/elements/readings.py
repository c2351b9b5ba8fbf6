"""Readings under each other: what is read of a figure stands beside it, where nothing moves over it.

Owns: `Readings`, `tells`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from math import ceil

import numpy as np
from manim import LEFT, UP, Animation, VGroup, VMobject

from mathora.formula import Formula, tree, write_latex
from mathora.stage.layout import Region
from mathora.stage.text.terms import Term
from mathora.stage.text.value_label import GAP, ValueLabel

LINE, TIGHT = 1.5, 1.3  # from one row to the next, in em, and where there is little room
NAMES = 3.5  # so wide is the column of names, in em, where each fits in: what is read stands near to its figure

ROWS, SMALLEST = 3, 0.25
"""So many rows have room in the place, unless more are told; their em is no smaller than this, in scene units."""
BROAD = 3.5  # from so many times its height a place has two columns beside each other
SLACK = 1e-6  # scene units, for rounding
ALIKE = 0.02  # rows whose sizes differ by no more than this share have one


class Readings:
    """A column in a `place`, or two where it is broad, filled from the top, the numbers under each other; a row that
    has left makes room for the next.
    """

    def __init__(self, place: Region, size: float, rows: int = ROWS) -> None:
        self.place = place
        self.columns = 2 if place.width > BROAD * place.height else 1
        self.lines = ceil(rows / self.columns)
        self.size = min(size, max(SMALLEST, place.height / (self.lines * TIGHT)))
        self.line = min(LINE, max(TIGHT, place.height / (self.lines * self.size)))
        self.rows: dict[str, ValueLabel] = {}

    def put(self, name: str, row: ValueLabel) -> ValueLabel:
        """Places a row at the first free line; one of the same name is replaced. Returns it.

        A row that is wider than the place, of a number with many digits here or at rest, is made as small as fits.
        """
        count = len({*self.rows, name})
        self._fit(self._widest([row]), count, row)
        taken = [other for key, other in self.rows.items() if key != name]
        column, top = next(one for one in self._cells(count) if not self._is_taken(*one, taken))
        row.shift(np.array([0.0, top - row.middle()[1], 0.0]))
        number = row.number.end - row.number.start(row.number.laid(row.number.value)) + self._widens(row)
        least = row.sign.get_right()[0] + GAP - row.front[0].get_left()[0]
        names = max(least, min(NAMES * self.size, column.width - number))
        row.begin_at(column.left + names)
        self.rows[name] = row
        return row

    def _cells(self, count: int) -> Iterator[tuple[Region, float]]:
        """Columns, and where a line of each is: all lines of the first before those of the next; the last goes on."""
        for column in (columns := self._columns(count)):
            for line in range(count if column is columns[-1] else self.lines):
                yield column, self._top(line)

    def _columns(self, count: int) -> tuple[Region, ...]:
        """Those of so many rows: as long as one is enough, it has the whole place."""
        return self.place.split_columns(*[1.0] * (1 if count <= self.lines else self.columns))

    def _is_taken(self, column: Region, top: float, rows: Sequence[ValueLabel]) -> bool:
        here = (one for one in rows if column.left <= one.get_center()[0] <= column.right)
        return any(abs(top - one.middle()[1]) <= 0.5 * self.size for one in here)

    def put_all(self, rows: dict[str, ValueLabel]) -> list[ValueLabel]:
        """Places rows that come together, all of one size: as small as the widest of them has to be. Returns them."""
        self._fit(self._widest(rows.values()), len({*self.rows, *rows}), *rows.values())
        return [self.put(name, row) for name, row in rows.items()]

    def differ_from(self, coming: Collection[ValueLabel]) -> bool:
        """Whether a row that stands has another size than these will have, or no room beside them: all have one size
        if all are placed anew.
        """
        count, stand = len(self.rows) + len(coming), self.rows.values()
        share, column = self._share(self._widest(coming), count), self._columns(count)[0]
        across = any(one.get_left()[0] < column.right < one.get_right()[0] + self._widens(one) - SLACK for one in stand)
        unlike = (abs(row.sign.width / one.sign.width - share) > ALIKE for row in stand for one in coming)
        return bool(coming) and (across or any(unlike))

    def _widest(self, rows: Collection[ValueLabel]) -> float:
        return max((row.width + self._widens(row) for row in rows), default=0.0)

    def _share(self, wide: float, count: int) -> float:
        """How small a row has to be that is so wide, of so many."""
        width = self._columns(count)[0].width
        return (width - GAP) / (wide - GAP) if wide > width else 1.0

    def _fit(self, wide: float, count: int, *rows: ValueLabel) -> None:
        """Rows, of which the widest is so `wide`, become as small as the place asks for; a number's gap stays."""
        if (share := self._share(wide, count)) < 1:
            for row in rows:
                row.scale(share)

    @staticmethod
    def _widens(row: ValueLabel) -> float:
        """How much wider than now its number is where it comes to rest."""
        now, *rests = (row.number.start(row.number.laid(at)) for at in (row.number.value, *row.number.rests))
        return float(now - min(now, *rests, now))

    def rest(self, name: str, value: float, apart: float | None = None, least: int = 0) -> None:
        """A row comes to rest at another value, with `least` decimals or more, and digits that tell it from the number
        `apart`; before, it moves or shrinks if it would leave the place there.
        """
        row = self.rows[name].rest_at(value, least=least)
        if apart is not None:
            row.apart_from(apart)
        right = next(one.right for one in self._columns(len(self.rows)) if row.get_left()[0] < one.right)
        if row.get_right()[0] + self._widens(row) > right + SLACK:
            self.put(name, row)

    def lifted(self, bottom: float) -> list[Animation]:
        """From now on the rows stand just above another place; the animations that take there those that stand."""
        rows = self.place.height / (self.line * self.size)
        top = bottom + min(ROWS, rows) * self.line * self.size
        up = top - self.place.top
        self.place = replace(self.place, bottom=bottom, top=top)
        return [row.animate.shift(up * UP) for row in self.rows.values()]

    def stand_below(self, formula: VMobject) -> bool:
        """A formula below the rows, if it can be read there: long ones cannot."""
        size = min(1.0, self.place.width / formula.width)
        formula.scale(size).move_to([self.place.left, self._top(len(self.rows)) - formula.height / 4, 0.0], LEFT)
        return bool(size * self.size >= SMALLEST and formula.get_bottom()[1] >= self.place.bottom)

    def _top(self, line: int) -> float:
        return self.place.top - (line + 0.6) * self.line * self.size

    def take(self, *names: str) -> VGroup:
        """The rows of these names, which leave; those that do not stand are left out."""
        return VGroup(*(self.rows.pop(name) for name in names if name in self.rows))


def tells(formula: Formula, term: Term) -> bool:
    """Whether the author's formula says by its digits what a term is worth: beside it, a reading would say it again."""
    match formula.tree:
        case tree.Relation(operands=(first, tree.Number())):
            return write_latex(first) == term.tex
    return False
