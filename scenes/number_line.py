"""The number line: points that move and hop, intervals and rays, a sequence that comes ever nearer."""

from __future__ import annotations

from typing import Literal

import numpy as np
from _middle import AboveFormulas
from manim import DOWN, UP, Animation, Create, FadeIn, FadeOut, LaggedStart, ValueTracker, VGroup, VMobject

from mathora.stage import Count, Flag, Formula, Function, Interval, Number, StepView, Variable, action, brings, move
from mathora.stage.figures.data.number_line import NumberAxis, PlaceNumbers, Reach, hop, says_number
from mathora.stage.map.marks import marker, thin_rims
from mathora.stage.text.terms import plainly

EXACT = 1e-6
CLOSED = {"closed": (True, True), "open": (False, False), "left": (True, False), "right": (False, True)}
"""Which ends belong to an interval: both, neither, only the left, only the right."""


class NumberLine(AboveFormulas):
    """A line of numbers: points, intervals, inequalities, hops, a sequence that converges."""

    span: Interval
    variable: Variable | None = None
    function: Function | None = None

    needs = (
        ("point.at, slide.to, interval.over, ray.above, ray.below", "inside(span)", "it stands on the line"),
        ("point.label", "names_value(at)", "it stands over the point"),
        ("hop.by", "nonzero(), lands(span, by since point, point.at, slide.to)", "it lands on the line"),
        ("ray.above", "given(below), without(below)", "a ray has one end"),
        ("band.within", "positive()", "so far it reaches to each side"),
        ("band.around", "band(within, span)", "the band lies on the line"),
        ("sequence.function", "given(), variables(1), terms(count, span)", "its values are the terms"),
    )
    limits = (("sequence.count", 1, 200, "each term is a point"),)
    movable = ("number-line", {"span": "span"})

    def begin(self) -> None:
        """The line; the first action shows it."""
        name = self.symbol(self.variable.key, self.theme.sizes.formula) if self.variable else None
        self.axis = NumberAxis(self.first_place(), self.span, self.theme, name)
        self.colour = self.colour_of(self.variable.key) if self.variable else self.theme.palette["yellow"]
        self.places: list[tuple[VMobject, float | ValueTracker]] = []
        self.reaches: list[Reach] = []
        self.within: tuple[float, float] | None = None
        self.number: VMobject | None = None
        self.above, self.terms, self.tracker = VGroup(), VGroup(), None
        self.said = PlaceNumbers(
            self.axis, lambda at, colour: self.label(plainly(at), self.theme.sizes.formula, colour)
        )
        self.invariant("every point stands at its number", self._misplaced, EXACT)
        self.invariant(
            "every interval ends at its numbers", lambda: max([0, *(one.misplaced() for one in self.reaches)]), EXACT
        )

    def _misplaced(self) -> float:
        """By how far a drawn point is off, as a share of the span."""
        numbers = [(dot, at.get_value() if isinstance(at, ValueTracker) else at) for dot, at in self.places]
        return max((abs(self.axis.number(dot) - at) for dot, at in numbers), default=0.0) / self.span.length

    def _move_on(self) -> list[Animation]:
        """What said where the point stood leaves."""
        leaving = [FadeOut(self.number)] if self.number else []
        self.number = None
        return [*self.said.move_on(), *leaving]

    # ── verbs ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("A line of numbers appears.", quiet=True)
    def line(self, step: StepView) -> None:
        """The line with its numbers."""
        if self.axis not in self.mobjects:
            self.play(FadeIn(self.axis), run_time=0.9)

    @brings("line")
    def _stand(self) -> None:
        if self.axis not in self.mobjects:
            self.add(self.axis)

    @action("A point stands at {at}.", needs="line", quiet=True)
    def point(self, step: StepView, at: Number, label: Formula | None = None) -> None:
        """A point, with a name above it if the script gives one."""
        self.tracker = ValueTracker(at)
        tracker, axis = self.tracker, self.axis
        dot = marker(self.theme, 0.17).set_fill(self.colour).set_z_index(1)
        dot.add_updater(lambda one: one.move_to(axis.at(tracker.get_value())), call_updater=True)
        self.places.append((dot, tracker))
        fresh = [dot]
        if label is not None:
            text = self.formula_mobject(label, self.theme.sizes.formula)
            side = DOWN if any(one.level for one in self.reaches) else UP
            text.add_updater(lambda one: one.next_to(axis.at(tracker.get_value()), side, buff=0.3), call_updater=True)
            fresh.append(text)
            self.number = text if says_number(label, self.model) else None
        number = self.said.move_on([] if label else [at], self.colour, leave=False)
        self.play(*(FadeIn(one) for one in fresh), *number, run_time=0.7)

    @action("The point moves along the line to {to}.", needs="line", quiet=True)
    def slide(self, step: StepView, to: Number) -> None:
        """The last point; its number is read out while it moves."""
        if self.tracker is None:
            self.point(StepView(()), self.span.middle)
        tracker = self.tracker
        if not len(self.above) and self.variable:
            label = self.reading(self.coordinate(self.variable.key, tracker.get_value), self.theme.sizes.formula)
            self.above = self.axis.lifted(label.move_to(self.axis.point(self.span.middle, 1.0)), self.axis.arcs)
            self.axis.lengths.append(self.above)
            self.play(FadeIn(self.above), run_time=0.4)
        if len(self.above):
            self.above.rest_at(to)
        self.play(move(tracker, to), *self._move_on(), run_time=1.8)
        self.play(*self.said.move_on([] if len(self.above) else [to], self.colour), run_time=0.3)

    @action(
        "From the point an arc hops over the line by {by}, and the point stands where it lands.",
        needs="line",
        quiet=True,
    )
    def hop(self, step: StepView, by: Number) -> None:
        """An arc as long as the number, with the number above it."""
        if self.tracker is None:
            self.point(StepView(()), max(self.span.low, 0.0))
        start = self.tracker.get_value()
        arc = hop(self.axis, start, start + by, self.theme.palette["orange"])
        text = self.label(plainly(by), self.theme.sizes.formula, self.theme.palette["orange"])
        told = self.axis.over(text, arc[0], self.layout.title.bottom)
        self.play(Create(arc), move(self.tracker, start + by), *self._move_on(), run_time=1.1)
        if len(self.above):
            self.above.rest_at(start + by)
        if told:
            self.play(FadeIn(text), run_time=0.3)
        self.play(*self.said.move_on([] if len(self.above) else [start + by], self.colour), run_time=0.3)

    @action("An interval is marked: {over}, with {ends} ends.", needs="line", quiet=True)
    def interval(
        self, step: StepView, over: Interval, ends: Literal["closed", "open", "left", "right"] = "closed"
    ) -> None:
        """A thick piece of the line, above those that it overlaps; full dots belong to it, hollow ones do not."""
        self._reach((over.low, over.high), CLOSED[ends])

    @action("All numbers beyond a bound are marked, to the end of the line.", needs="line", quiet=True)
    def ray(
        self, step: StepView, above: Number | None = None, below: Number | None = None, *, closed: Flag = False
    ) -> None:
        """An inequality with one end."""
        self._reach((above, below), (closed, closed))

    def _reach(self, over: tuple[float | None, float | None], ends: tuple[bool, bool]) -> None:
        palette = [self.theme.palette[one] for one in ("blue", "pink", "green", "orange", "purple")]
        colours = [one for one in palette if one != self.colour][:4]  # points on it are told from it
        colour = colours[len(self.reaches) % len(colours)]
        reach = Reach(self.axis, over, ends, colour, self.reaches)
        self.play(Create(reach[0]), run_time=0.9)
        self.reaches.append(reach)
        self.play(FadeIn(VGroup(*reach[1:])), *self.said.ends(reach, colour), run_time=0.4)
        self.add(reach)

    @action(
        "A band around {around} is shaded, {within} to each side; points in it are green, others red.",
        needs="line",
        quiet=True,
    )
    def band(self, step: StepView, around: Number, within: Number) -> None:
        """What lies within a distance, as in the definition of a limit."""
        old = [FadeOut(self.shade)] if self.within else []
        self.within, self.shade = (around, within), self.axis.band(around, within, self.theme.right)
        terms = [dot.animate.set_fill(self._verdict(at)) for dot, at in self.places if isinstance(at, float)]
        self.play(*old, FadeIn(self.shade), *terms, run_time=0.8)

    def _verdict(self, at: float) -> str:
        if self.within is None:
            return self.colour
        around, within = self.within
        return self.theme.right if abs(at - around) <= within else self.theme.wrong

    @action(
        "The first {count} terms of the sequence fall onto the line, one after the other.", needs="line", quiet=True
    )
    def sequence(self, step: StepView, count: Count = 20) -> None:
        """A point for each term; those that stand already stay."""
        numbers = [float(self.function.value(n)) for n in range(len(self.terms) + 1, count + 1)]
        dots = [marker(self.theme, 0.14).set_fill(self._verdict(at)).move_to(self.axis.at(at)) for at in numbers]
        thin_rims([*self.terms, *dots])
        if dots:
            falling = (FadeIn(dot, shift=np.array([0, -1.2, 0])) for dot in dots)
            self.play(LaggedStart(*falling, lag_ratio=0.5), run_time=min(5.0, 0.8 + 0.25 * len(dots)))
        self.terms.add(*dots)
        self.places += list(zip(dots, numbers, strict=True))
