"""A product of matrices, entry by entry: a row times a column, and the shapes that fit."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, FadeIn, FadeOut, LaggedStart, VGroup

from mathora.stage import AnyMatrix, Count, LessonScene, Morph, Region, StepView, action, brings
from mathora.stage.figures.matrix.matrix_table import MatrixTable, dot, dot_sum, laid_out
from mathora.stage.plane.shapes import cross, tick
from mathora.stage.text.value_label import EqualitySign
from mathora.stage.text.vector_terms import LITERAL, named, shape_of

CLEAR = 0.15  # scene units between the tick and a shape on either side


class MatrixProduct(LessonScene):
    """Two matrices written out, and their product: the shapes that fit, each entry a row times a column."""

    late_formulas = "below"

    left: AnyMatrix
    right: AnyMatrix | None = None

    needs = (
        ("left, right", "size(6)", "larger ones cannot be read"),
        ("entry.right, product.right", "given()", "two matrices are multiplied"),
        ("entry.left, product.left", "multiplies(right)", "a row times a column takes as many numbers"),
        ("entry.left, product.left, entry.right, product.right", "fractions()", "sums are worked out with them"),
        ("entry.row", "row_of(left)", "the entry stands there"),
        ("entry.column", "column_of(right)", "the entry stands there"),
    )
    limits = (
        ("entry.row", 1, 6, "larger matrices cannot be read"),
        ("entry.column", 1, 6, "larger matrices cannot be read"),
    )
    movable = ("product", {"left": "left", "right": "right"})

    def begin(self) -> None:
        """Nothing stands yet."""
        self.room, self.below = self.layout.figure.split_rows(3.2, 1)
        if shared := self.layout.with_strip():
            self.room, (self.below, self.layout) = self.layout.figure, shared
        self.tables: list[MatrixTable] = []
        self.marks, self.notes, self.bands = VGroup(), VGroup(), VGroup()
        self.moved = np.zeros(3)

    # ── what is written ───────────────────────────────────────────────────────────────────────────────────────────────

    @action("The matrices are written out, {left} and {right}, row by row.")
    def write(self, step: StepView) -> None:
        """The tables of both come in: in the middle, as long as nothing stands behind or below them."""
        middle = self.layout.figure if step.shown else self.layout.body
        self._lay_out(middle)
        self.show_formulas(step)

    def _lay_out(self, middle: Region | None = None) -> None:
        """The matrices' tables, with the place of their product if there is one, and their names; the two of them in
        the `middle` of a region, if that is given.
        """
        given = [self.left, *([self.right] if self.right else [])]
        parts = [one.entries for one in given]
        if len(given) == 2 and self._fits():
            parts.append(self._product())
        self.tables = laid_out(parts, [0] * len(parts), self.room, self.theme.sizes.formula, self.label)
        names = VGroup()
        for one, table in zip(given, self.tables, strict=False):
            table.paint(self.theme.foreground).fill()
            if not isinstance(one.tree, LITERAL):
                names.add(self.label(named(one), self.theme.sizes.formula).next_to(table.box, UP, buff=0.28))
        self.marks.add(names)
        if middle:
            self.moved = middle.centre - VGroup(*self.tables[: len(given)]).get_center()
            VGroup(*self.tables, self.marks).shift(self.moved)
        self.play(*(FadeIn(table) for table in self.tables[: len(given)]), FadeIn(names), run_time=1.0)

    def _go_home(self, *axes: int) -> None:
        """What stands in the middle goes to where the product has room behind it (axis 0), and its sums below (1)."""
        way = np.zeros(3)
        way[[*axes]] = -self.moved[[*axes]]
        if way.any():
            result = self.tables[2]
            opened = result.brackets in self.marks.submobjects
            marks = [one for one in self.marks if one is not result.brackets]
            moving = VGroup(*self.tables[: 3 if opened else 2], *marks)
            if not opened:
                result.shift(way)
            self.play(moving.animate.shift(way), run_time=0.8)
            self.moved += way

    def _fits(self) -> bool:
        return self.right is not None and self.left.shape[1] == self.right.shape[0]

    def _product(self) -> tuple[tuple[Fraction | float, ...], ...]:
        columns = [*zip(*self.right.entries, strict=True)]
        return tuple(tuple(dot(row, column) for column in columns) for row in self.left.entries)

    @brings("write")
    def _stand_written(self) -> None:
        if not self.tables:
            self._lay_out()

    # ── the product ───────────────────────────────────────────────────────────────────────────────────────────────────

    @action("Under each matrix stands how many rows and columns it has; they fit if the inner numbers agree.")
    def shapes(self, step: StepView) -> None:
        """Both shapes, then a tick or a cross between them."""
        self.need("write")
        given = [self.left, *([self.right] if self.right else [])]
        signs = VGroup(
            *(
                self.label(shape_of(one), self.theme.sizes.formula).next_to(table.box, DOWN, buff=0.28)
                for one, table in zip(given, self.tables, strict=False)
            )
        )
        mark = tick(self.theme.right) if self._fits() else cross(self.theme.wrong)
        if self.right is not None:
            between = signs[1].get_left()[0] - signs[0].get_right()[0]
            apart = max(0.0, mark.width + 2 * CLEAR - between) / 2
            signs[0].shift(apart * LEFT)
            signs[1].shift(apart * RIGHT)
            mark.move_to((signs[0].get_right() + signs[1].get_left()) / 2)
        self.play(FadeIn(signs, shift=0.2 * DOWN), run_time=0.8)
        self.marks.add(signs)
        if self.right is not None:
            self.play(FadeIn(mark, scale=1.6), run_time=0.6)
            self.marks.add(mark)
        self.show_formulas(step)

    def _need_product(self) -> MatrixTable:
        self.need("write")
        return self.tables[2]

    @action("Row {row} of the first matrix times column {column} of the second: products of pairs, added up.")
    def entry(self, step: StepView, row: Count, column: Count) -> None:
        """Row and column are framed, their numbers fly into a sum, and its value flies to its place."""
        result = self._need_product()
        self._open(result)
        self._go_home(1)
        self._clear()
        first, second = self.tables[0], self.tables[1]
        free = self.free_colours("teal", "orange", "pink")
        colours = [self.colour_of(named(one), hue) for one, hue in zip((self.left, self.right), free, strict=False)]
        self.bands = VGroup(first.band(colours[0], row=row - 1), second.band(colours[1], column=column - 1))
        across, down = self.left.entries[row - 1], [one[column - 1] for one in self.right.entries]
        work = self.below.place(self.proved(dot_sum(across, down)))
        sources = [first.entries[row - 1, at] for at in range(len(across))]
        sources += [second.entries[at, column - 1] for at in range(len(down))]
        self.play(FadeIn(self.bands), run_time=0.6)
        self.play(Morph(sources, [work], keep_sources=True), run_time=1.6)
        self.notes.add(work)
        if (row - 1, column - 1) not in result.entries:
            self.play(Morph([work], [result.entry(row - 1, column - 1)], keep_sources=True), run_time=1.0)
        self.show_formulas(step)

    def _open(self, result: MatrixTable) -> None:
        """The product's brackets come in, behind an equals sign."""
        if result.brackets not in self.marks.submobjects:
            self._go_home(0)
            sign = EqualitySign(self.theme.foreground, self.theme.sizes.formula)
            sign.move_to((self.tables[1].brackets.get_right() + result.brackets.get_left()) / 2)
            self.play(FadeIn(sign), FadeIn(result.paint(self.theme.foreground)), run_time=0.6)
            self.marks.add(sign, result.brackets)

    def _clear(self) -> None:
        """What was worked out before leaves."""
        leaving = [*self.notes, *self.bands]
        self.notes, self.bands = VGroup(), VGroup()
        self.play(*map(FadeOut, leaving), run_time=0.4)

    @action("All the other entries of the product are filled in, each a row times a column.")
    def product(self, step: StepView) -> None:
        """The entries that are missing, one after the other; each was proved."""
        result = self._need_product()
        self._open(result)
        self._clear()
        missing = [
            (row, column)
            for row in range(len(result.rows))
            for column in range(len(result.rows[0]))
            if (row, column) not in result.entries
        ]
        for row, column in missing:
            self.proved(dot_sum(self.left.entries[row], [one[column] for one in self.right.entries]))
        if missing:
            self.play(LaggedStart(*(FadeIn(result.entry(*one)) for one in missing), lag_ratio=0.3), run_time=1.6)
        self.show_formulas(step)
