"""A kernel that slides over a signal or a small picture: what lies on each other is multiplied, and added up."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

import numpy as np
from manim import RIGHT, UP, FadeIn, FadeOut, VGroup, VMobject

from mathora.stage import AnyMatrix, Count, LessonScene, Morph, StepView, action, brings
from mathora.stage.figures.matrix.matrix_table import Rows, dot_sum, pairs_at, slid
from mathora.stage.figures.matrix.number_grid import NumberGrid, laid_grids, wideness
from mathora.stage.layout import Region
from mathora.stage.text.vector_terms import LITERAL, named

NAMES = 0.6  # scene units above the grids, for their names


class Convolution(LessonScene):
    """A kernel slides over a signal, or over a small picture; products of what lies on each other, added up."""

    late_formulas = "below"

    signal: AnyMatrix
    kernel: AnyMatrix

    needs: ClassVar = (
        ("signal, kernel", "size(9)", "each number has its cell"),
        ("kernel", "slides_in(signal)", "it lies on the signal"),
        ("place.signal, place.kernel, slide.signal, slide.kernel", "fractions()", "sums are worked out with them"),
        ("place.row", "place_in(signal, kernel, 0)", "the kernel lies there"),
        ("place.column", "place_in(signal, kernel, 1)", "the kernel lies there"),
    )
    limits: ClassVar = (
        ("place.row", 1, 9, "rows are counted from 1"),
        ("place.column", 1, 9, "places along a row are counted from 1"),
    )
    movable = ("convolution", {"signal": "signal", "kernel": "kernel"})

    def begin(self) -> None:
        """Signal, kernel and the result's empty cells; nothing is seen yet."""
        self.along = self.signal.shape[1] == self.kernel.shape[1] == 1  # two vectors: one row each
        rows = [self._rows(one) for one in (self.signal, self.kernel)]
        size = [len(one) - len(other) + 1 for one, other in (rows, (rows[0][0], rows[1][0]))]
        figure = self.layout.figure
        self.foot = Region(figure.left, figure.bottom, figure.right, figure.bottom + 0.75)
        left = figure.left + (0.8 if self.along else 0.1)
        room = Region(left, self.foot.top + 0.15, figure.right - 0.1, figure.top - NAMES)
        shapes = [(len(one), len(one[0])) for one in rows]
        told = [*rows, slid(*rows), slid(rows[0], tuple(row[::-1] for row in rows[1][::-1]))]
        wide = wideness(told, lambda one: self.label(one, 1.0))
        middles, side = laid_grids([*shapes, (size[0], size[1])], room, below=self.along, wide=wide)
        self.below_first = middles[1] - middles[0] if self.along else np.zeros(3)
        label = lambda term, size: self.label(term, size)  # noqa: E731, PLW0108 - a method would be copied with the scene
        pairs = zip(rows, middles, strict=False)
        self.given, self.slid = (NumberGrid(one, at, side, wide, self.theme, label) for one, at in pairs)
        blank: Rows = tuple(tuple(Fraction(0) for _ in range(size[1])) for _ in range(size[0]))
        self.result = NumberGrid(blank, middles[2], side, wide, self.theme, label)
        self.result.rows = slid(self.given.rows, self.slid.rows)
        self.work, self.frame, self.stands = VGroup(), None, False
        self.invariant("every number stands in its cell", self._strayed, 1e-6)
        self.invariant("every entry is the sum of the products where the kernel lies", self._wrong, 1e-9)

    def _rows(self, one: AnyMatrix) -> Rows:
        return (tuple(row[0] for row in one.entries),) if self.along else one.entries

    def _strayed(self) -> float:
        """How far, at most, a number of the signal or the result is from its cell's middle."""
        return max(self.given.strayed(), self.result.strayed())

    def _wrong(self) -> float:
        """How far an entry that stands is from the convolution of all numbers at once."""
        windows = np.lib.stride_tricks.sliding_window_view(_floats(self.given.rows), self.slid.shape)
        whole = np.einsum("rcyx,yx->rc", windows, _floats(self.slid.rows))
        size = max(1.0, float(np.abs(whole).max()))
        told = {at: float(self.result.rows[at[0]][at[1]]) for at in self.result.entries}
        return max((abs(whole[at] - one) / size for at, one in told.items()), default=0.0)

    # ── what is written ───────────────────────────────────────────────────────────────────────────────────────────────

    @action(
        "The signal {signal} and the kernel {kernel}: numbers in cells, the stronger in colour the larger.", quiet=True
    )
    def write(self, step: StepView) -> None:
        """Signal, kernel, then the empty cells of the result."""
        if not self.stands:
            self.stands = True
            names = self._inscribed()
            self.play(FadeIn(self.given), FadeIn(self.slid), FadeIn(names), run_time=1.0)
            self.play(FadeIn(self.result.cells), run_time=0.6)

    @brings("write")
    def _stand(self) -> None:
        if not self.stands:
            self.stands = True
            self.add(self._inscribed(), self.given, self.slid, self.result.cells)

    def _inscribed(self) -> VGroup:
        """The numbers of both grids are written; gives back their names, where the script has some."""
        names = VGroup()
        for one, grid in ((self.signal, self.given.fill()), (self.kernel, self.slid.fill())):
            if not isinstance(one.tree, LITERAL):
                name = self.label(named(one), self.theme.sizes.formula)
                names.add(name.next_to(grid.cells, UP, buff=0.14))
                if self.along:  # the kernel moves along its row: names stand at the row's beginning
                    name.move_to([self.given.cells.get_left()[0] - 0.2, grid.cells.get_center()[1], 0], RIGHT)
        return names

    @action("The kernel is turned by half a turn: its last number is the first now.", needs="write", quiet=True)
    def flip(self, step: StepView) -> None:
        """Each number goes to the opposite cell; the colours go along. What was worked out before leaves."""
        self._clear()
        gone = [*self.result.entries.values()]
        if gone:
            self.play(*map(FadeOut, gone), *self._darken(), run_time=0.5)
            self.result.remove(*gone)
            self.result.entries = {}
        moves = [text.animate.move_to(place) for text, place in self.slid.turned()]
        lights = [self.slid.light(*at) for at in np.ndindex(self.slid.shape)]
        self.result.rows = slid(self.given.rows, self.slid.rows)
        self.play(*moves, *lights, run_time=1.4)

    def _darken(self) -> list[object]:
        return [cell.animate.set_fill(opacity=0) for cell in self.result.cells]

    # ── the kernel slides ─────────────────────────────────────────────────────────────────────────────────────────────

    @action(
        "The kernel lies on the signal, in row {row}, at place {column}: the products there, and their sum.", quiet=True
    )
    def place(self, step: StepView, row: Count = 1, column: Count = 1) -> None:
        """The frame goes there; the pairs fly into a sum, and its value to its place in the result."""
        self.need("write")
        self._clear()
        at = row - 1, column - 1
        self._go(at, 0.9)
        weights, values = pairs_at(self.given.rows, self.slid.rows, *at)
        work = self.foot.inset(0.08).place(self.proved(dot_sum(weights, values)))
        self.play(Morph(self._sources(at), [work], keep_sources=True), run_time=1.5)
        self.work.add(work)
        if at not in self.result.entries:
            fresh = self.result.entry(*at)
            self.play(Morph([work], [fresh], keep_sources=True), self.result.light(*at), run_time=0.9)

    def _sources(self, at: tuple[int, int]) -> list[VMobject]:
        """What flies into the sum: the kernel's numbers that count, and the signal's below them."""
        cells = [one for one in np.ndindex(self.slid.shape) if self.slid.rows[one[0]][one[1]]] or [(0, 0)]
        below = [self.given.entries[at[0] + row, at[1] + column] for row, column in cells]
        return [*(self.slid.entries[one] for one in cells), *below]

    def _go(self, at: tuple[int, int], seconds: float) -> None:
        """The frame to a place of the signal; a kernel below the signal goes along."""
        goal = self.given.window(*at, self.slid.shape, self.theme.palette["yellow"])
        moves = []
        if self.along:
            shift = goal.get_center() + self.below_first - self.slid.cells.get_center()
            self.slid.corner = self.slid.corner + shift
            moves = [self.slid.animate.shift(shift)]
        if self.frame is None:
            self.frame = goal
            self.play(FadeIn(goal), *moves, run_time=seconds)
        else:
            self.play(self.frame.animate.move_to(goal), *moves, run_time=seconds)

    def _clear(self) -> None:
        if len(self.work):
            leaving, self.work = self.work, VGroup()
            self.play(FadeOut(leaving), run_time=0.3)

    @action("The kernel slides over all places that are left, and the result fills.", needs="write", quiet=True)
    def slide(self, step: StepView) -> None:
        """Place after place; each sum was proved."""
        self._clear()
        left = [at for at in np.ndindex(self.result.shape) if at not in self.result.entries]
        seconds = max(0.16, min(0.5, 4.5 / max(len(left), 1)))
        for at in left:
            self.proved(dot_sum(*pairs_at(self.given.rows, self.slid.rows, *at)))
            self._go(at, seconds)
            self.play(FadeIn(self.result.entry(*at)), self.result.light(*at), run_time=seconds / 2)


def _floats(rows: Rows) -> np.ndarray:
    return np.array([[float(one) for one in row] for row in rows])
