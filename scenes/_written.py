"""Two matrices written out side by side, with a place for their product, and the shapes that fit."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, FadeIn, VGroup

from mathora.stage import AnyMatrix, LessonScene, Region, StepView, action, brings
from mathora.stage.figures.matrix.matrix_table import MatrixTable, dot, laid_out
from mathora.stage.plane.shapes import cross, tick
from mathora.stage.text.vector_terms import LITERAL, named, shape_of

CLEAR = 0.15  # scene units between the tick and a shape on either side


class WrittenOut(LessonScene):
    """Two matrices, or one, as tables of their entries."""

    late_formulas = "below"

    left: AnyMatrix
    right: AnyMatrix | None = None

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
