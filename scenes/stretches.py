"""Number lines below each other, each a function of the one above: the chain rule as stretches in a row."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from manim import RIGHT, FadeIn, VMobject, smooth

from mathora.stage import Function, LessonScene, Number, Point, Region, StepView, action
from mathora.stage.figures.data.stretched_lines import BELOW, StretchedLines
from mathora.stage.figures.graph.computation import computation_of
from mathora.stage.motion import evenly_nearer
from mathora.stage.text.terms import symbol, value_of
from mathora.stage.text.value_label import ValueLabel

EXACT = 1e-6
MORE = 1.6  # ems that a reading grows where it gets digits
LACKING = 0.6  # from the bar of the slopes down to what is missing, in scene units
CLEAR = 0.2
"""From a line's end to what its change is, in scene units."""

BETWEEN = 0.06
"""From a slope to what stands at the points above and below it, in scene units."""

FORMULAS = 0.2
"""The share of the body's height that is left to formulas."""


class Stretches(LessonScene):
    """Number lines below each other, each a function of the one above: a small change, stretched from line to line."""

    function: Function
    at: Point

    needs: ClassVar = (
        ("function", "computes(at), in_a_row()", "each line is a function of the one above"),
        ("shrink.to", "shorter(interval.run)", "the change shrinks"),
        ("interval.run, shrink.to", "nonzero(), carries(function, at)", "a bar as long stands on the first line"),
    )

    def begin(self) -> None:
        """All lines; nothing of them is seen yet."""
        if self.opening.formulas != "never":
            self.layout = self.layout.with_formulas_below(FORMULAS)
        computation = computation_of(self.function)
        self.names = [*computation.inputs, *computation.steps]
        self.steps = [*computation.steps.values()]
        self.start = self.at[self.names[0]]
        self.said, place, self.told = self._columns(self.layout.figure)
        colours = [self.colour_of(name, "teal") for name in self.names]
        self.figure = StretchedLines(self.steps, self.start, 1.0, place, self.theme, colours)
        self.figure.stand(run=self.figure.short(1.0))
        self.add(self.figure.picture)
        self.values: list[VMobject] = []
        self.readings: list[ValueLabel] = []
        self.invariant("each bar is as long as its line's change", self.figure.off_length, EXACT)
        self.invariant("the last bar is the first one times all slopes", self.figure.off_slopes, EXACT)

    def _columns(self, figure: Region) -> tuple[Region, Region, Region]:
        """Room for what stands at the points, for the lines, and for their changes."""
        shares = (1.0, 1.6, 1.3) if figure.is_upright else (0.9, 3.0, 1.75)
        left, middle, right = figure.split_columns(*shares)
        return left, middle, right

    def _height(self, row: float) -> float:
        """Of a line, or of the middle between two."""
        heights = self.figure.heights
        low = int(row)
        return heights[low] if row == low else (heights[low] + heights[low + 1]) / 2

    def _beside(self, text: VMobject, column: Region, height: float) -> VMobject:
        """A text at a column's left end, as large as it fits."""
        column.fit(text)
        return text.shift(np.array([column.left - text.get_left()[0], height - text.get_center()[1], 0.0]))

    @action("Number lines below each other, on one scale; on each a point, where {at} takes it.")
    def lines(self, step: StepView) -> None:
        """Each line with its point and what it is there."""
        self.show_formulas(step)
        if self.values:  # they stand
            return
        for row, (name, number) in enumerate(zip(self.names, self.figure.numbers(self.start), strict=True)):
            label = self.stated(self.coordinate(name, lambda number=number: number), base=self.figure.colours[row])
            text = self._beside(label, self.said, self._height(row))
            self.values.append(text)
            self.play(*self.figure.to(lines=row + 1), FadeIn(text), run_time=0.9)

    @action("A small change, {run} long, on the first line; from line to line it is stretched.", needs="lines")
    def interval(self, step: StepView, run: Number) -> None:
        """A bar on each line, from the top down, as long as what changes there; its length stands beside it."""
        if self.figure.state.bars:
            self._run_to(run, 1.5)
            return
        self._run_to(run, 0.8)
        for row, name in enumerate(self.names):
            read = self.coordinate(rf"\Delta {name}", lambda row=row: self.figure.changes()[row])
            label = self.reading(read, self.theme.sizes.label, decimals=2, colour=self.figure.colours[row])
            self._tell(label, self._height(row))
            self.play(*self.figure.to(bars=row + 1), FadeIn(label), run_time=1.1)

    def _tell(self, label: ValueLabel, height: float) -> None:
        """A reading in the right column."""
        label.scale(min(1.0, (self.told.width - CLEAR) / (label.width + MORE * self.theme.sizes.small)))
        label.stand_at(lambda: np.array([self.told.left + CLEAR, height, 0.0]))
        self.readings.append(label)

    @action(
        "Between the lines stand the slopes; below the last one a bar shows what their product makes of the change.",
        needs="lines",
    )
    def slopes(self, step: StepView) -> None:
        """The slope of each step, then the bar; what it lacks of the true change has another colour."""
        if self.figure.state.slopes:
            return
        if not self.figure.state.bars:
            self.interval(StepView(()), self.figure.short(0.1 * (abs(self.start) or 1.0)))
        numbers, yellow, small = self.figure.numbers(self.start), self.theme.palette["yellow"], self.theme.sizes.small
        slopes = [
            self.stated(value_of(one.partial(one.variables[0]), lambda row=row: [numbers[row]]), small, yellow)
            for row, one in enumerate(self.steps)
        ]
        room = self._height(0) - self._height(1) - max(one.height for one in self.values) - 2 * BETWEEN
        factor = max(self.theme.sizes.minimum / small, min(1.0, room / max(one.height for one in slopes)))
        for row, slope in enumerate(slopes):
            label = self._beside(slope.scale(factor), self.said, self._height(row + 0.5))
            self.play(FadeIn(label.shift((self.said.right - CLEAR - label.get_right()[0]) * RIGHT)), run_time=0.7)
        product = self.figure.product(symbol(self.model, rf"\Delta {self.names[0]}"))
        label = self.reading(product, small, decimals=2, colour=yellow)
        self._tell(label, low := self.figure.heights[-1] - BELOW)
        self.play(*self.figure.to(slopes=1), FadeIn(label), run_time=1.2)
        said = self.words_mobject(self.words.picture.missing, size=small, colour=self.theme.wrong)
        lack = self.coordinate(rf"\Delta {self.names[-1]}", self.figure.lacking)
        missing = self.reading(lack, small, said=said, colour=self.theme.wrong)
        self._tell(missing.rest_at(self.figure.lacking()), low - LACKING)
        self.play(FadeIn(missing), run_time=0.6)

    @action("The change shrinks to {to}, seen ever larger; both last bars become one.", needs="slopes")
    def shrink(self, step: StepView, to: Number) -> None:
        """First on the same scale, so that it is seen to be small; then all lines come nearer, evenly on a scale of
        powers of ten.
        """
        figure = self.figure
        self.play(*self.panel_leaving() if step.shown else (), run_time=0.4)  # it is of the change that shrinks
        before = figure.span()
        figure.stand(least=before)
        self._run_to(to, 1.5, least=before)
        figure.stand(least=0.0)
        near = figure.span()
        figure.stand(least=before)
        self.play(*figure.to(3.0, lambda share: evenly_nearer(smooth(share), near / before), least=near))
        figure.stand(least=0.0)

    def _run_to(self, run: float, seconds: float, least: float = 0.0) -> None:
        """All bars and their readings follow; the readings come to rest with digits enough. On the way to the other
        side the lines keep their scale, or else the bars would not be seen to become nothing.
        """
        figure = self.figure
        before, span = figure.state.run, figure.span()
        figure.stand(run=run)
        ends, smaller = [one.value() for one in self.readings], min(span, figure.span())
        ratio = run / before
        figure.stand(run=before, least=least if ratio > 0 else smaller)
        for label, end in zip(self.readings, ends, strict=True):
            label.rest_at(end)
        rows = len(self.names)
        if len(ends) > rows:  # what the slopes make of the change can be told from it
            self.readings[rows - 1].apart_from(ends[rows])
            self.readings[rows].apart_from(ends[rows - 1])
        even = ratio > 0 and not least
        self.play(*figure.to(seconds, (lambda share: evenly_nearer(smooth(share), ratio)) if even else smooth, run=run))
        figure.stand(least=least)
