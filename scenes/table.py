"""A table of values: rows that fill, each entry the value of a function of the model."""

from __future__ import annotations

import numpy as np
from manim import DOWN, FadeIn, LaggedStart, VGroup, VMobject

from mathora.stage import Count, Flag, Function, LessonScene, Number, StepView, action, brings
from mathora.stage.figures.elements.columns import Column
from mathora.stage.figures.linear.grid import CellGrid


class Table(LessonScene):
    """Values of functions of one variable, row by row; a limit by numbers, a sequence, a comparison."""

    late_formulas = "below"

    functions: tuple[Function, ...]
    at: tuple[Number, ...]
    decimals: Count = 0
    wide: Flag = False

    needs = (
        ("functions", "same_variable(), defined_at(at)", "each entry is a value"),
        ("functions", "distinct()", "each has a column of its own"),
        ("mark.row", "given(column)", "something is marked"),
        ("mark.row", "position(at)", "that row is marked"),
        ("mark.column", "position(functions)", "that column is marked"),
    )
    limits = (
        ("len(functions)", 1, 4, "each column needs its room"),
        ("len(at)", 1, 9, "each row needs its room"),
        ("decimals", 0, 9, "longer numbers are hard to compare"),
        ("mark.row", 1, 9, "rows are counted from 1"),
        ("mark.column", 0, 4, "columns are counted from 1; 0 is the variable"),
    )
    movable = ("table", {"functions": "functions", "places": "at"})

    def begin(self) -> None:
        """The grid, and what will stand in it."""
        region = self.layout.body if self.wide and self.opening.formulas == "never" else self.layout.figure
        self.grid = CellGrid(region, len(self.at) + 1, len(self.functions) + 1, self.theme)
        places = np.array(self.at, dtype=float)
        self.values = [
            Column(places),
            *(Column(np.asarray(one.value(places)), self.decimals) for one in self.functions),
        ]
        self.filled, self.heads = 0, VGroup()
        self.cells: dict[tuple[int, int], VMobject] = {}
        self.invariant("every entry stands in its cell", self._strayed, 1e-6)

    def _strayed(self) -> float:
        return max((self.grid.stray(text, *place) for place, text in self.cells.items()), default=0.0)

    # ── verbs ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("The head of a table: the variable, and beside it each function.", quiet=True)
    def head(self, step: StepView) -> None:
        """Names and lines."""
        if not len(self.heads):
            self.play(FadeIn(self._head()), run_time=0.8)

    @brings("head")
    def _stand(self) -> None:
        if not len(self.heads):
            self.add(self._head())

    def _head(self) -> VGroup:
        size = self.theme.sizes.body
        (variable,) = self.functions[0].variables
        texts = [self.symbol(variable, size), *(self.call(function, size) for function in self.functions)]
        self.heads = VGroup(*(self.grid.put(text, 0, column, size) for column, text in enumerate(texts)))
        return VGroup(self.heads, self.grid.rule, self.grid.edge)

    @action(
        "The next row of the table: a value of the variable, and the functions there.",
        takes="at",
        needs="head",
        quiet=True,
    )
    def row(self, step: StepView) -> None:
        """From left to right."""
        if self.filled < len(self.at):
            self._fill()

    @action("The rest of the table fills, row by row.", needs="head", quiet=True)
    def rows(self, step: StepView) -> None:
        """All rows that are not there yet."""
        while self.filled < len(self.at):
            self._fill(0.5)

    def _fill(self, seconds: float = 1.0) -> None:
        self.filled += 1
        fresh = {(self.filled, column): self._entry(column) for column in range(len(self.values))}
        coming = (FadeIn(one, shift=0.15 * DOWN) for one in fresh.values())
        self.play(LaggedStart(*coming, lag_ratio=0.4), run_time=seconds)
        self.cells |= fresh  # they come from above their cells

    def _entry(self, column: int) -> VMobject:
        """The entry of the row that fills: a reading of the function there."""
        size, at = self.theme.sizes.body, self.at[self.filled - 1]
        function = self.functions[column - 1] if column else None
        text = self.entry(function, at, self.values[column].written(self.filled - 1), size)
        return self.grid.put(text, self.filled, column, size)

    @action(
        "A row of the table is marked, or a column, or only the entry where both are told.", needs="head", quiet=True
    )
    def mark(self, step: StepView, row: Count | None = None, column: Count | None = None) -> None:
        """What is marked in colour, the other entries in their own."""
        while self.filled < (len(self.at) if row is None else min(row, len(self.at))):
            self._fill(0.4)
        colours = {True: self.theme.palette["yellow"], False: self.theme.foreground}
        marked = {at: row in (None, at[0]) and column in (None, at[1]) for at in self.cells}
        self.play(*(text.animate.set_fill(colours[marked[at]]) for at, text in self.cells.items()), run_time=0.6)
