"""Axes of a function's curve, and below them those of its derivative: the height there is the slope here."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

import numpy as np
from _slopes import decimals_of_legs
from curve import Curve
from manim import VGroup, VMobject, linear

from mathora.stage import Formula, Interval, Number, Prose, StepView, action
from mathora.stage.arrays import Array
from mathora.stage.curves import chosen_heights, landmarks_of
from mathora.stage.figures.curve.collected import Collected, Strip, place_said
from mathora.stage.figures.curve.curve import FunctionCurve
from mathora.stage.figures.curve.guides import Guides
from mathora.stage.figures.curve.notes import Notes
from mathora.stage.figures.curve.plot import Plot, applied, pace_to
from mathora.stage.figures.curve.point import PointOnCurve
from mathora.stage.figures.curve.track import BESIDE, Climb
from mathora.stage.figures.elements.readings import ROWS
from mathora.stage.plane.graph import along
from mathora.stage.text.terms import Term, integral_of, primed, symbol, value_of
from mathora.stage.text.value_label import ValueLabel

WIDER = 0.6  # by so much the formulas beside areas have more room, in scene units

NUMBERS_BELOW = (1.1, 0.45)  # scene units between numbers of the lower axes, across and up: a height there is a slope


class OverDerivative(Curve):
    """A curve with a point on it, over the curve of its slopes with a point below the first."""

    slope: Formula | None = None
    unit: Prose | None = None

    claims: ClassVar = (("slope", r"slope = \frac{d}{d variable} value"),)

    def begin(self) -> None:
        """Two pairs of axes over one another, with the same span."""
        areas = self.slope is not None  # below, something is measured then, too, and the formulas are long
        self.rows_beside = ROWS + (areas and self.step is not None)
        if areas:
            self.layout = self.layout.with_panel_wider(WIDER)
        figure = self.layout.figure
        aside = 0.0 if self.unit is None else BESIDE  # there a wagon climbs as the curve does
        above, below = replace(figure, right=figure.right - aside).split_rows(1.0 if areas else 1.3, 1)
        self.layout = replace(self.layout, figure=above)
        super().begin()
        if self.slope is not None:
            self.spot.accent = self.colouring(self.slope, self.spot.accent)((0,))
        slope, ink = self.main.derivative, self.spot.accent
        names = (self.symbol(self.main.variable), self._name_below(ink))
        self.plot.leave_numbers_below()
        low, high = chosen_heights([slope], self.seen_span)
        heights = Interval(min(low, 0.0), max(high, 0.0)) if areas else Interval(low, high)  # an area has its axis
        self.lower = Plot(below, self.seen_span, heights, self.theme, names)
        self.lower.keep_off(slope)
        self.lower.tell_more(*NUMBERS_BELOW)
        self.plots.append(self.lower)
        if self.slope is not None:  # an area may be filled
            for one in self.plots:
                one.lie_on_fills()
        self.slopes = FunctionCurve(self.lower, slope, ink)
        self.tracer = PointOnCurve(self.slopes, self.spot.state.at, self.theme, ink, self.spot.legs)
        self.tracer.picture.lives = lambda: self.tracer.lives() if self.spot.lives() else ()  # neither wanders alone
        self.followers.append(self.tracer)
        self.guide = Guides((self.curve, self.slopes), lambda: [self.spot.state.at], self.spot)
        self.plot.lines.append(self._guided)
        self.collected = Collected(self.slopes, self.spot)
        new, lacking, *_ = (self.theme.palette[one] for one in self.free_colours("yellow", "orange", "green"))
        self.next = Strip(self.collected, (new, lacking))
        self.rise_ink = new
        if self.slope is not None:  # what the curve rises by is the strip
            self.spot.legs[1].set_fill(new)
        self.climb: Climb | None = None
        if self.unit is not None:
            self._climb(self.unit, ink)
        below = (self.lower.picture, self.collected.picture, self.next.picture, self.slopes.picture, self.lower.numbers)
        self.add(*below, self.guide.picture, self.tracer.picture, self.curve.picture, self.spot.picture)
        self.invariant("the lower curve is the derivative", self.slopes.residual, 2e-3)
        self.invariant("the lower point lies on the derivative", self.tracer.off_curve, 1e-6)
        self.invariant("the lower point stands below the upper one", self._aside, 1e-6)
        self.invariant("a guide joins both points", self.guide.off_ends, 1e-6)
        self.invariant("the area ends on the lower curve", self.collected.off_curve, 5e-3)
        self.invariant("a bar is as high as its area is large", self.next.off_height, 1e-5)
        self.invariant("a strip that is levelled is as large as before", self.next.off_size, 1e-3)

    def _climb(self, unit: Prose, ink: str) -> None:
        """A wagon beside the upper axes, as far up its track as the curve says; the film's clock is its clock."""
        self.pace = linear
        climb = self.climb = Climb(self.spot, ink, self.prose_mobject(unit, 2 * BESIDE, self.theme.sizes.small))
        self.add(climb.picture)
        self.invariant("the wagon stands as high as the point", climb.off_level, 1e-6)

    def _guided(self) -> Array:
        """Model points (n, 2) of the upper axes along the guide, as far as they reach."""
        window, at = self.plot.state, self.spot.state.at
        ends = (at, self.spot.height), (at, window.low)
        return along(*map(np.array, ends)) if self.guide.state.seen else np.empty((0, 2))

    def _name_below(self, ink: str) -> VMobject:
        """What the script calls the slope, or the derivative's own name."""
        if self.slope is None:
            return self.label(primed(self.function), base=ink)
        if name := applied(self.slope):  # an axis is called v, not v(x)
            return self.label(name, base=ink)
        return self.formula_mobject(self.slope, self.theme.sizes.label)

    def _put(self, at: Number | None, **parts: float) -> None:
        """Where the lower curve stands as a whole, its point comes with the upper one."""
        super()._put(at, **parts)
        if parts.get("point") and self.slopes.state.drawn == 1:
            self.play(*self.tracer.to(point=1), *self.guide.to(seen=1), run_time=0.4)

    def _aside(self) -> float:
        """How far to the side of the upper point the lower one is drawn, in scene units."""
        drawn = [one.dot.get_center()[0] for one in (self.spot, self.tracer) if one.dot in one.picture.submobjects]
        return float(max(drawn) - min(drawn)) if drawn else 0.0

    def row(self, name: str) -> ValueLabel:
        """What is collected, too; how wide and how high the rectangles around a strip are."""
        if name in ("lower", "higher"):
            return self._height_of_end(highest=name == "higher")
        if self._is_width(name):
            width, decimals = self.coordinate(name, lambda: abs(self.spot.leg)), decimals_of_legs(self.spot.leg)
            return self.reading(width, self.readings.size, decimals=decimals, colour=self.ink_of(name))
        if name != "area":
            return super().row(name)
        covered, size = self.collected, self.readings.size
        said = self.words_mobject(self.words.picture.area, size=size)
        ends = lambda: (covered.state.low, covered.state.high)  # noqa: E731 - where it begins and ends
        function = self.slopes.function.function
        measured = integral_of(function, ends, lambda: covered.worth)
        return self.reading(measured, size, said=said, decimals=2, colour=self.slopes.colour)

    def ink_of(self, leg: str) -> str | None:
        """Where an area is measured, what the curve rises by has the strip's colour."""
        return self.rise_ink if self.slope is not None and leg == self.legs[1] else super().ink_of(leg)

    def _is_width(self, name: str) -> bool:
        """Whether it is a step that the script says is positive: the strip's width, before the point and after it."""
        known = None if self.step is None else self.model.get(self.step.key)
        return known is not None and known.kind == "positive" and name == known.key

    @property
    def squeezed(self) -> tuple[str, ...]:
        """The readings of the strip's width and of its mean height, the secant's slope, between those of its ends, if
        these have names.
        """
        width = self.legs[:1] if self.spot.state.reach > 0 or self._is_width(self.legs[0]) else ()
        named = self.step is not None and self._end(0.0) is not None
        return (*width, "lower", "secant", "higher") if named else (*width, "secant")

    def _end(self, way: float) -> Term | None:
        """The height below at the point, or a step away, as the script calls it."""
        return place_said(self.slope, self.spot.state.at, symbol(self.model, self.legs[0]), way)

    def _height_of_end(self, *, highest: bool) -> ValueLabel:
        """The lower curve's height at that end of the strip where it is the higher one, or the other."""
        spot, slopes, size = self.spot.state, self.slopes, self.readings.size
        end = sorted((0.0, spot.reach), key=lambda way: slopes.function(spot.at + way))[highest]
        place = lambda: (self.spot.state.at + (self.spot.state.reach if end else 0.0),)  # noqa: E731 - on each frame
        height = value_of(slopes.function.function, place)
        said = self.label(self._end(end), size, slopes.colour)
        return self.reading(height, size, said=said, decimals=2, colour=slopes.colour)

    def lines_at_point(self) -> list[VMobject]:
        """The guide between both points, too."""
        return [*super().lines_at_point(), *self.guide.picture.submobjects]

    def look_at(self, span: Interval, heights: Interval | None = None, *motions: object) -> None:
        """Both windows move together; what a run has drawn so far it has drawn then."""
        left, x = self.plot.state.left, self.plot.state.x
        ends = {one: left + one.state.drawn * x.length for one in (self.curve, self.slopes) if 0 < one.state.drawn < 1}
        shares = {one: min(max((end - span.low) / span.length, 0.0), 1.0) for one, end in ends.items()}
        runs = (way for one, share in shares.items() for way in one.to(1.0, pace_to(x, span), drawn=share))
        low, high = chosen_heights([self.main.derivative], span)
        if self.slope is not None:
            low, high = min(low, self.lower.state.low), max(high, self.lower.state.high)
        lower = self.lower.window_to(left=span.low, right=span.high, low=low, high=high)
        super().look_at(span, heights, *motions, *lower, *runs)

    @action("Dots mark where the derivative is zero; from there dashed lines lead up to the curve.", quiet=True)
    def level_places(self, step: StepView) -> None:
        """All zeros of the lower curve in the window, which stands as a whole."""
        self.need("draw")
        self.play(*self.lower.to(axes=1, numbers=1), *self.slopes.to(drawn=1), run_time=0.8)
        found = landmarks_of(self.slopes.function, self.plot.state.x).zeros
        notes = Notes(self.slopes, [(at, VGroup()) for at in found], ())
        self.invariant("the derivative is zero at each dot", notes.off_zero, 1e-6)
        self.note(notes, stays=True)
        guides = Guides((self.curve, self.slopes), lambda: found)
        self.invariant("a line leads up from each zero", guides.off_ends, 1e-6)
        self.note(guides, stays=True)
        self.play(*self.tracer.to(point=self.spot.state.point), run_time=0.4)
