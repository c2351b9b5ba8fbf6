"""A sequence over its indices: terms that settle in a band, and the series that they add up to."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from _held import HeldScene
from manim import FadeIn, FadeOut, linear

from mathora.stage import Count, Function, Interval, Number, Point, StepView, Variable, action, brings, move
from mathora.stage.figures.curve.plot import Plot
from mathora.stage.figures.curve.terms import Terms
from mathora.stage.figures.elements.readings import Readings
from mathora.stage.plane.graph import IndexAxes
from mathora.stage.text.value_label import ValueLabel

EPSILON, SETTLED = r"\varepsilon", "N"
HEADROOM = 0.12


class Sequence(HeldScene):
    """The terms of a sequence as dots over their indices; a band in which they stay; bars that add them up."""

    late_formulas = "below"

    function: Function
    held: Point | None = None
    first: Count = 1
    count: Count = 20
    heights: Interval | None = None

    kept_beside = 0.28
    needs: ClassVar = (
        ("held", "holds(all functions), within(function)", "it is held there"),
        ("function", "one_free(held)", "its values at whole numbers are the terms"),
        ("function, vary.function", "indexed(first, count, held after vary)", "each value is a term"),
        ("vary.to", "within(function, of)", "what is held moves there"),
        ("band.within", r"called(the \varepsilon)", "it is read out by that name"),
        ("band.within", "own_letter(the N)", "the index from which on all are in it is read out by that name"),
        ("band.within", "positive(), anchored(around so far, level.at)", "the band reaches so far up and down from it"),
        ("level.at, band.around", "inside(heights)", "it is drawn there"),
    )
    limits: ClassVar = (
        ("count", 2, 100, "each term is a dot"),
        ("first", 0, 1000, "the axis begins there"),
        ("terms.count", 1, 100, "each term is a dot"),
    )
    movable = ("sequence", {"function": "function", "held": "held", "from": "first", "count": "count"})

    def begin(self) -> None:
        """The axes hold all terms; nothing is seen yet."""
        super().begin()
        self.index = next(key for key in self.function.variables if key not in self.parameters)
        beside, self.layout = self.layout.with_readings()
        self.readings = Readings(beside, self.theme.sizes.formula)
        names = (self.symbol(self.index), self.symbol(self.function.key))
        last = self.first + self.count
        span = Interval(self.first - 1.0, last)
        self.plot = Plot(self.layout.figure, span, self._room(0.0), self.theme, names, axes=IndexAxes)
        colours = (self.colour_of(self.function.key, "blue"), self.theme.right, self.theme.wrong)
        self.terms_figure = Terms(self.plot, self._values, self.first, colours)
        self.add(self.plot.picture, self.terms_figure.picture, self.plot.numbers)
        self.invariant("each term stands over its index, at its value", self.terms_figure.misplaced, 1e-6)
        self.invariant("every term that is told is drawn", self.terms_figure.missing, 0.5)

    def _values(self, count: int | None = None, **moved: float) -> np.ndarray:
        """All terms that are seen, or so many, as the parameters stand, but for those that have `moved`."""
        held = self.held_now() | moved
        at = np.arange(self.first, self.first + (count or self.count), dtype=float)
        given = (at if key == self.index else np.float64(held[key]) for key in self.function.variables)
        with np.errstate(all="ignore"):
            return np.array(np.broadcast_to(self.function.value(*given), at.shape), dtype=float)

    def _room(self, summed: float, *also: float, values: np.ndarray | None = None) -> Interval:
        """The heights that hold all terms, or all sums, and zero."""
        if self.heights:
            return self.heights
        values = self._values() if values is None else values
        shown = np.array([0.0, *also, *(np.cumsum(values) if summed else values)])
        spare = HEADROOM * (float(np.ptp(shown)) or 1.0)
        return Interval(shown.min() - (spare if shown.min() < 0 else 0.0), shown.max() + spare)

    def _look_at(self, heights: Interval, *motions: object, seconds: float = 1.5) -> None:
        """The window takes other heights, and the `motions` run with it."""
        self.play(*self.plot.window_to(low=heights.low, high=heights.high), *motions, run_time=seconds)

    def _tell(self, name: str, value: float, row: ValueLabel) -> None:
        """A reading comes, or comes to rest at another value."""
        if name not in self.readings.rows:
            self.play(FadeIn(self.readings.put(name, row)), run_time=0.4)
        self.readings.rows[name].rest_at(value)

    def _held_rows(self) -> list[ValueLabel]:
        """The values of the parameters, read from the start; those that stand do not come again."""
        held = {key: one for key, one in self.parameters.items() if key not in self.readings.rows}
        reads = {key: self.coordinate(key, one.get_value) for key, one in held.items()}
        kinds = {key: {"decimals": 2, "colour": self.colour_of(key)} for key in reads}
        return [self.readings.put(key, self.reading(reads[key], self.readings.size, **kinds[key])) for key in reads]

    def _drop(self, *names: str) -> None:
        """These readings leave."""
        self.play(*map(FadeOut, self.readings.take(*names)), run_time=0.4)

    # ── verbs ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    @brings("terms")
    def _stand_terms(self) -> None:
        self.plot.stand(axes=1, numbers=1)
        self.terms_figure.stand(count=self.count)
        self.add(*self._held_rows())

    @action("Axes appear; over each index stands a dot at its term, one after the other.")
    def terms(self, step: StepView, count: Count | None = None) -> None:
        """The terms so far, or only the first ones."""
        figure, number = self.terms_figure, min(count or self.count, self.count)
        if self.plot.state.axes < 1:
            self.play(*self.plot.to(axes=1, numbers=1), run_time=0.8)
            self.play(*map(FadeIn, self._held_rows()), run_time=0.4)
        if (fresh := number - figure.state.count) > 0:
            self.play(*figure.to(min(5.0, 0.8 + 0.2 * fresh), linear, count=number))

    @action("A dashed level line shows to what the terms come: {at}.", needs="terms")
    def level(self, step: StepView, at: Number) -> None:
        """A line over all indices."""
        figure = self.terms_figure
        figure.at = at
        self._look_at(self._room(figure.state.summed, at))
        self.play(*figure.to(level=1), run_time=0.8)

    @action("A band reaches {within} up and down from {around}; terms in it turn green, others red.", needs="terms")
    def band(self, step: StepView, within: Number, around: Number | None = None) -> None:
        """A line stands before the index from which on all are in the band; a new band follows from the old one."""
        figure = self.terms_figure
        if around is not None and around != figure.at:
            figure.at = around
        self._look_at(self._room(figure.state.summed, figure.at))
        epsilon = self.coordinate(EPSILON, lambda: figure.state.within)
        if not figure.state.band:
            figure.stand(within=within)
        self._tell(EPSILON, within, self.reading(epsilon, self.readings.size, decimals=2, colour=self.theme.right))
        self.play(*figure.to(within=within, level=1, band=1), run_time=1.5)
        self.play(*figure.to(index=1), run_time=0.6)
        self._drop(SETTLED)
        self._tell_settled()

    def _tell_settled(self) -> None:
        """The index from which on all terms are in the band is read out, if there is one."""
        state = self.terms_figure.state
        found = self.terms_figure.settled(state.summed, state.within) if state.band else None
        if found is not None:
            from_on = self.coordinate(SETTLED, lambda: float(found))
            self._tell(SETTLED, found, self.reading(from_on, self.readings.size, decimals=0))

    @action("Each term becomes a bar; the bars are stacked, so that each dot stands at the sum so far.", needs="terms")
    def add_up(self, step: StepView) -> None:
        """From the sequence to its series: the window makes room for the sums."""
        figure = self.terms_figure
        self._drop(EPSILON, SETTLED)
        self.play(*figure.to(band=0, index=0, level=0), run_time=0.5)
        self.plot.lie_on_fills()  # bars below the axis stand behind its numbers
        self.play(*figure.to(bars=1), run_time=0.8)
        self.plot.rename(self.symbol(f"S_{{{self.index}}}"))
        self._look_at(self._room(1.0), *figure.to(2.5, summed=1), seconds=2.5)

    @action("The parameter {of} moves to {to}, and all terms follow.", needs="terms")
    def vary(self, step: StepView, of: Variable, to: Number) -> None:
        """A value that is held moves; the window makes room."""
        figure, tracker = self.terms_figure, self.parameters[of.key]
        self._drop(SETTLED)
        self.readings.rows[of.key].rest_at(to)
        lines = [figure.at] if figure.state.level else []
        room = self._room(figure.state.summed, *lines, values=self._values(**{of.key: to}))
        self._look_at(room, move(tracker, to), seconds=3.0)
        self._tell_settled()
