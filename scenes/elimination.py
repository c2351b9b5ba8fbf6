"""Elimination: row operations on a matrix, each worked out and proved before the row changes."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from manim import RIGHT, UP, FadeIn, FadeOut, VGroup

from mathora.stage import AnyMatrix, Count, LessonScene, Number, StepView, action, brings
from mathora.stage.figures.matrix.matrix_table import MatrixTable, laid_out, multiple_of, number_tree, row_sum, sum_of
from mathora.stage.text.vector_terms import row_change

FINEST = 1000  # the largest denominator of a factor


class Elimination(LessonScene):
    """Row operations on a matrix, with a right side behind a bar; each is worked out and proved."""

    late_formulas = "below"

    matrix: AnyMatrix
    right: AnyMatrix | None = None

    needs = (
        ("matrix", "size(7, right)", "larger ones cannot be read"),
        ("right", "as_many_rows(matrix)", "it stands behind the bar"),
        ("combine.row, combine.of, scale.row, swap.row, swap.other", "row_of(matrix)", "that row changes"),
        ("combine.of, swap.other", "other_than(row)", "two rows take part"),
        ("scale.by", "nonzero()", "nothing of the row would be left"),
        ("combine.times", "nonzero()", "the row would stay as it is"),
        ("scale.by, combine.times", "plain_fraction()", "the sum is worked out with it"),
        ("combine.matrix, scale.matrix, combine.right, scale.right", "fractions()", "sums are worked out with them"),
    )
    limits = (
        ("combine.row", 1, 6, "larger matrices cannot be read"),
        ("combine.of", 1, 6, "larger matrices cannot be read"),
        ("swap.row", 1, 6, "larger matrices cannot be read"),
        ("swap.other", 1, 6, "larger matrices cannot be read"),
        ("scale.row", 1, 6, "larger matrices cannot be read"),
    )
    movable = ("elimination", {"matrix": "matrix", "right": "right"})

    def begin(self) -> None:
        """The table of both; only the actions show it."""
        behind = self.right.entries if self.right is not None else ()
        rows = tuple((*one, *(behind[at] if behind else ())) for at, one in enumerate(self.matrix.entries))
        upper, self.below = self.layout.figure.split_rows(3.2, 1)
        _, middle, self.side = upper.split_columns(1, 3.6, 1)
        bar = len(behind[0]) if behind else 0
        (self.table,) = laid_out([rows], [bar], middle, self.theme.sizes.formula, self.label, changing=True)
        self.table.paint(self.theme.foreground).fill()
        self.notes, self.bands, self.moved = VGroup(), VGroup(), np.zeros(3)

    @action("The matrix {matrix} is written out, row by row, {right} behind a bar.", quiet=True)
    def write(self, step: StepView) -> None:
        """The table comes in: in the middle, as long as nothing is worked out below it."""
        if self.table not in self.mobjects:
            middle = self.layout.figure if step.shown else self.layout.body
            self.moved = middle.centre - self.table.get_center()
            self.play(FadeIn(self.table.shift(self.moved)), run_time=1.0)

    def go_home(self) -> None:
        """What stands in the middle goes to where its sums have room below it."""
        if self.moved.any():
            self.play(self.table.animate.shift(-self.moved), run_time=0.8)
            self.moved = np.zeros(3)

    @brings("write")
    def _stand_table(self) -> None:
        if self.table not in self.mobjects:
            self.add(self.table)

    # ── row operations ────────────────────────────────────────────────────────────────────────────────────────────────

    @action("{times} times row {of} is added to row {row}; the numbers of that row change.", quiet=True, needs="write")
    def combine(self, step: StepView, row: Count, times: Number, of: Count) -> None:
        """The row that is added is framed, the sum is worked out below, and the row changes."""
        table = self.table
        factor = Fraction(times).limit_denominator(FINEST)
        before, other = table.rows[row - 1], table.rows[of - 1]
        work = self.proved(row_sum(before, factor, other))
        self._work(table, {row: self.theme.palette["orange"], of: self.theme.palette["teal"]}, work)
        rows = [sum_of(before, factor, other) if at == row - 1 else one for at, one in enumerate(table.rows)]
        self._beside(table, row, row_change(row, number_tree(factor), of))
        self._change(table, tuple(rows))

    @action("Row {row} is multiplied by {by}.", quiet=True, needs="write")
    def scale(self, step: StepView, row: Count, by: Number) -> None:
        """The multiple is worked out below, and the row changes."""
        table = self.table
        factor = Fraction(by).limit_denominator(FINEST)
        work = self.proved(multiple_of(factor, table.rows[row - 1]))
        self._work(table, {row: self.theme.palette["orange"]}, work)
        rows = [tuple(factor * n for n in one) if at == row - 1 else one for at, one in enumerate(table.rows)]
        self._change(table, tuple(rows))

    @action("Rows {row} and {other} change their places.", quiet=True, needs="write")
    def swap(self, step: StepView, row: Count, other: Count) -> None:
        """Both rows move, past one another."""
        table = self.table
        self._clear()
        moves = [one.animate.move_to(place) for one, place in table.swap(row - 1, other - 1)]
        self.play(*moves, run_time=1.2)

    def _clear(self) -> None:
        """What was worked out before leaves."""
        leaving = [*self.notes, *self.bands]
        self.notes, self.bands = VGroup(), VGroup()
        self.play(*map(FadeOut, leaving), run_time=0.4)

    def _work(self, table: MatrixTable, rows: dict[int, str], work: object) -> None:
        """Rows are framed, and what becomes of them is worked out below."""
        self._clear()
        self.go_home()
        self.bands = VGroup(*(table.band(colour, row=row - 1) for row, colour in rows.items()))
        self.play(FadeIn(self.bands), run_time=0.5)
        self.play(FadeIn(self.below.place(work), shift=0.2 * UP), run_time=0.7)
        self.notes.add(work)

    def _beside(self, table: MatrixTable, row: int, change: object) -> None:
        """What is done to a row stands beside it."""
        note = self.side.fit(self.label(change, self.theme.sizes.label)).next_to(table.brackets, RIGHT, buff=0.2)
        note.set_y(table.place(row - 1, 0)[1])
        self.play(FadeIn(note), run_time=0.5)
        self.notes.add(note)

    def _change(self, table: MatrixTable, rows: tuple) -> None:
        pairs = table.change(rows)
        self.play(*(FadeOut(old) for old, _ in pairs), *(FadeIn(new) for _, new in pairs), run_time=0.9)
