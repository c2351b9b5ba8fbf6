"""A distribution on its axes: bars or a density, a lit event, where it balances, how far it spreads.

Owns: `DistributionFigure`, `probability_of`.

Laws:
- All heights are to the one scale of the axis, on every frame: a bar is as high as its share, the lit part as large as
  the probability that is read.
- Whatever moves (a parameter, an event's ends, one distribution into another) is a tracker; the picture is a function
  of the trackers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from manim import AnimationGroup, FadeIn, FadeOut, Polygon, ValueTracker, VGroup, VMobject

from mathora.formula import tree
from mathora.formula.curves.interval import Interval, nice_ticks
from mathora.formula.curves.pieces import clipped
from mathora.stage.arrays import Array
from mathora.stage.figures.chance.chance import DensityLaw, Masses
from mathora.stage.figures.chance.moving_law import MovingLaw
from mathora.stage.layout import Region
from mathora.stage.motion import move
from mathora.stage.plane.graph import NUMBERS_APART, ON_FILL, AxesAtLeft, Graph, dashed
from mathora.stage.text.terms import Measured, Term, accumulated, called
from mathora.stage.theme import Theme

FOOTER, LEFT_ROOM, RIGHT_ROOM = 1.12, 0.85, 0.6
"""Scene units around the axes: for numbers and the balance, for numbers and the axes' names."""

TIPS = 0.55
"""So far the upright axis reaches out of its scale, with its tip and its name: a sum's limits stay clear of them."""

BAR = 0.72  # a bar's width, as a share of the least gap

DRAWN = 241
LOWER = 0.36  # by how much names under bars that would touch stand lower, in scene units
NUMBERED, NAMED = (0.56, 0.12), (0.68, 0.08)
"""How far under the axis a deviation's line is, and half as long as its ticks are, below numbers and below names."""

GAP = 0.32  # between the wedge and what is read beside it
ROOM = 1.12  # how much higher the axis is than what stands on it
USUAL = 0.999  # so much of a distribution without an end is drawn, if the script does not say how far
QUIET, LOUD = 0.42, 0.92  # the fill of what is outside of the lit event, and of what is in it


class DistributionFigure:
    """The drawn distribution `law()`; whatever it depends on, the caller moves.

    `span` is what the axis shows (outcome's units), `top` the height of its end. Mobjects to be added: `graph`, `body`
    (bars or curve), `area`, and later `balance`, `spread`.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what a distribution's picture is
        self,
        region: Region,
        theme: Theme,
        law: Callable[[], Masses | DensityLaw],
        span: Interval,
        top: float,
        colour: Callable[[], str],
        names: tuple[VMobject | None, VMobject | None] = (None, None),
        under: VGroup | None = None,
    ) -> None:
        self.region, self.theme, self.law, self.colour, self.span = region, theme, law, colour, span
        self.axis_names, self.under = names, under
        self.rise, self.lit, self.hollow = ValueTracker(0), ValueTracker(0), ValueTracker(0)
        self.low, self.high = ValueTracker(span.low), ValueTracker(span.high)
        self.top = ValueTracker(top)
        self.graph = self.axes(top)
        self.middle = float(self.graph.frame.get_center()[0])
        self.discrete = isinstance(law(), Masses)
        self.body = self._bars() if self.discrete else self._curve()
        self.area = VMobject(stroke_width=0)
        if not self.discrete:
            self.area.add_updater(self._shade, call_updater=True)

    def __deepcopy__(self, memo: dict[int, object]) -> DistributionFigure:
        """Copies of what it drew share it."""
        return self

    # ── places ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def axes(self, top: float) -> Graph:
        """The axes up to a height."""
        place = self.region
        inner = Region(place.left + LEFT_ROOM, place.bottom + FOOTER, place.right - RIGHT_ROOM, place.top - TIPS)
        law = self.law()
        across: list[float] | None = None
        if isinstance(law, Masses):
            across = [] if self.under else [float(one) for one in law.outcomes]
        x = self.shown
        graph = AxesAtLeft(inner, x, Interval(0.0, top), self.theme, ticks=(across, nice_ticks(Interval(0.0, top), 5)))
        for one in graph.numbers[graph.across :]:
            if one.get_center()[0] > inner.left:  # it stands where bars and areas are filled
                one.set_fill(self.theme.foreground).set_stroke(width=ON_FILL, background=True)
        for name, tip in zip(self.axis_names, graph.tips, strict=True):
            if name is not None:
                graph.names.add(name.copy().next_to(tip, np.array([1.0, 0.0, 0.0]), buff=0.12))
        if self.under is not None and isinstance(law, Masses):
            down = np.array([0.0, -1.0, 0.0])
            for text, outcome in zip(self.under, law.outcomes, strict=True):
                graph.numbers.add(text.copy().next_to(graph.point(float(outcome), 0.0), down, buff=0.2))
            names = [*graph.numbers[-len(self.under) :]]
            if any(after.get_left()[0] - one.get_right()[0] < NUMBERS_APART for one, after in pairwise(names)):
                VGroup(*names[1::2]).shift(LOWER * down)  # every other one stands in a second row
        return graph

    @property
    def shown(self) -> Interval:
        """What the axis shows: bars at its ends have their whole width."""
        law = self.law()
        half = 0.6 * law.gap if isinstance(law, Masses) else 0.0
        return Interval(self.span.low - half, self.span.high + half)

    def point(self, x: float, y: float) -> Array:
        """The scene point (3,) of an outcome and a height, on the scale that stands now."""
        return np.asarray(self.points(np.array([x]), np.array([y]))[0])

    def points(self, x: Array, y: Array) -> Array:
        """The same of arrays (n,)."""
        return self.graph.points_of(x, y * (self.graph.y.high / self.top.get_value()))

    def height(self, point: Array) -> float:
        """The height that a scene point stands for."""
        return float(self.graph.model_of(point)[1] * (self.top.get_value() / self.graph.y.high))

    @property
    def area_unit(self) -> float:
        """How much probability one square scene unit stands for."""
        across, up = self.graph.units()
        return float(self.top.get_value() / self.graph.y.high / (across * up))

    # ── bars ──────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _bars(self) -> VGroup:
        bars = VGroup(*(VMobject() for _ in self._masses().outcomes))
        bars.add_updater(self._redraw_bars, call_updater=True)
        return bars

    def _redraw_bars(self, bars: VGroup) -> None:
        law, rise = self._masses(), self.rise.get_value()
        half, lit, hollow = BAR / 2 * law.gap, self.lit.get_value(), self.hollow.get_value()
        inside = self._within()
        for bar, outcome, share, part in zip(bars, law.outcomes, law.shares, inside, strict=True):
            self.box(bar, float(outcome), half, float(share) * rise)
            fill = LOUD + (QUIET - LOUD) * lit * (1 - float(part))
            bar.set_fill(self.colour(), opacity=(fill if lit else 0.75) * (1 - 0.85 * hollow))
            bar.set_stroke(self.colour(), width=2.0 + 1.5 * hollow, opacity=1.0 if rise > 0 else 0.0)

    def box(self, bar: VMobject, middle: float, half: float, high: float) -> None:
        """Makes a bar reach from the axis up to a height."""
        x = np.array([middle - half, middle - half, middle + half, middle + half, middle - half])
        bar.set_points_as_corners(self.points(x, np.array([0.0, high, high, 0.0, 0.0])))

    def _masses(self) -> Masses:
        law = self.law()
        assert isinstance(law, Masses)  # noqa: S101 - a figure of bars
        return law

    def bar_heights(self) -> Array:
        """The heights of the bars, (n,), measured on what is drawn."""
        return np.array([self.height(bar.points[3]) for bar in self.body])

    # ── the density ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _curve(self) -> VMobject:
        curve = VMobject(stroke_width=5, fill_opacity=0)
        curve.add_updater(self._redraw_curve, call_updater=True)
        return curve

    def _redraw_curve(self, curve: VMobject) -> None:
        """Drawn from the left as far as `rise` says."""
        law = self._density()
        reach = self.span.low + self.span.length * max(self.rise.get_value(), 1e-3)
        curve.clear_points()
        for x, y in clipped(law.pieces(self.span.low, reach, DRAWN), Interval(-1.0, self.top.get_value())):
            points = self.points(x, y)
            curve.start_new_path(points[0])
            curve.add_points_as_corners(points[1:])
        curve.set_stroke(self.colour(), opacity=1.0 if self.rise.get_value() > 0 else 0.0)

    def _density(self) -> DensityLaw:
        law = self.law()
        assert isinstance(law, DensityLaw)  # noqa: S101 - a figure of a curve
        return law

    def _shade(self, area: VMobject) -> None:
        """Over the event's parts, from the axis up to the curve."""
        area.clear_points()
        area.set_fill(self.colour(), opacity=0.62 * self.lit.get_value())
        seen = [[float(end) for end in np.clip(part, *self.span)] for part in self.parts()]
        wide = [(low, high) for low, high in seen if high - low >= 1e-9 * self.span.length]
        pieces = [piece for low, high in wide for piece in self._density().pieces(low, high, DRAWN)]
        for x, y in clipped(pieces, Interval(0.0, self.top.get_value())):
            edge = self.points(np.concatenate([[x[0]], x, [x[-1]]]), np.concatenate([[0.0], y, [0.0]]))
            area.start_new_path(edge[0])
            area.add_points_as_corners(np.concatenate([edge[1:], edge[:1]]))

    def shaded(self) -> float:
        """The probability that the shaded area stands for, measured on its points."""
        total = 0.0
        for path in self.area.get_subpaths():
            x, y = path[:, 0], path[:, 1]
            total += abs(float(x[:-1] @ y[1:] - x[1:] @ y[:-1])) / 2
        return total * self.area_unit

    # ── what is read ──────────────────────────────────────────────────────────────────────────────────────────────────

    def parts(self) -> list[tuple[float, float]]:
        """From where to where the event reaches, in model units: one part; both tails if it begins beyond its end."""
        low, high = self.low.get_value(), self.high.get_value()
        return [(low, high)] if low <= high else [(-np.inf, high), (low, np.inf)]

    def _within(self) -> Array:
        """How much of each bar is in the event, (n,), from 0 to 1."""
        return np.asarray(np.sum([self._masses().within(*part) for part in self.parts()], axis=0))

    def ends(self, low: float | None, high: float | None) -> tuple[float, float]:
        """Where an event ends on the axis, in model units: a bar is in it whole; without an end it has no bound."""
        half = self._masses().gap / 2 if self.discrete else 0.0
        return -np.inf if low is None else low - half, np.inf if high is None else high + half

    def lighting(self, ends: tuple[float, float]) -> list[Any]:
        """The event's ends glide to where they belong; what is outside stands back."""
        seen, here = (np.clip(each, *self.shown) for each in (ends, (self.low.get_value(), self.high.get_value())))
        tails, alike = ends[0] > ends[1], (ends[0] > ends[1]) == (here[0] > here[1])
        nothing = self.shown[::-1] if tails else (seen[0], seen[0])
        self.light(here if self.lit.get_value() and alike else nothing)
        return [move(self.low, float(seen[0])), move(self.high, float(seen[1])), move(self.lit, 1)]

    def light(self, ends: Sequence[float] | Array) -> None:
        """The event has these ends, which may lie outside of what is shown."""
        self.low.set_value(float(ends[0]))
        self.high.set_value(float(ends[1]))

    def probability(self) -> float:
        """Of what is lit."""
        return sum(self.law().between(*part) for part in self.parts())

    def lacking(self) -> float:
        """By how much the whole distribution is not 1; bars without an end count as far as they are drawn."""
        law = self.law()
        total = float(law.shares.sum()) if isinstance(law, Masses) else law.between(-np.inf, np.inf)
        endless = isinstance(law, Masses) and USUAL <= total < 1
        return 0.0 if endless else total - 1

    def unlit(self) -> float:
        """By how much the lit part of the picture is not the probability."""
        if self.discrete:
            return float(self._within() @ self.bar_heights() - self.probability() * self.rise.get_value())
        return self.shaded() - sum(self.law().between(*np.clip(part, *self.span)) for part in self.parts())

    # ── the balance ───────────────────────────────────────────────────────────────────────────────────────────────────

    def balance(self) -> VGroup:
        """The wedge under the axis on which the distribution balances, and a dashed line up from it."""
        wedge = Polygon(*np.eye(3), fill_color=self.theme.foreground, fill_opacity=1, stroke_width=0)
        stem = VMobject()
        group = VGroup(stem, wedge)

        def follow(_: VGroup) -> None:
            foot = self.point(self.law().mean, 0.0)
            tip = foot + np.array([0.0, -0.62, 0.0])
            wedge.set_points_as_corners(tip + np.array([[0, 0, 0], [-0.17, -0.3, 0], [0.17, -0.3, 0], [0, 0, 0]]))
            stem.become(dashed(foot, self.point(self.law().mean, self.top.get_value()), self.theme.foreground, 2.2))

        group.add_updater(follow, call_updater=True)
        return group

    def imbalance(self, group: VGroup) -> float:
        """The moment of the picture about the wedge, as a share of the span; a picture in balance has none."""
        foot = self.graph.model_of(group[1].points[0])[0]
        if self.discrete:
            law, heights = self._masses(), self.bar_heights()
            undrawn = law.rest[1] * self.rise.get_value()
            return float(heights @ (law.outcomes - foot) + undrawn @ (law.rest[0] - foot)) / self.shown.length
        return float((self.law().mean - foot) / self.shown.length)

    def spread(self) -> VMobject:
        """A line under the axis from one standard deviation below the mean to one above: ticks part it in two."""
        line = VMobject(stroke_color=self.theme.foreground, stroke_width=4, fill_opacity=0)

        def follow(one: VMobject) -> None:
            law, (deep, half) = self.law(), NAMED if self.under else NUMBERED
            down, up = np.array([0.0, -deep, 0.0]), np.array([0.0, half, 0.0])
            ends = [self.point(law.mean + side * law.deviation, 0.0) + down for side in (-1, 1)]
            one.clear_points()
            one.start_new_path(ends[0])
            one.add_line_to(ends[1])
            for end in (*ends, (ends[0] + ends[1]) / 2):  # each half is one deviation, and one is read out
                one.start_new_path(end + up)
                one.add_line_to(end - up)

        line.add_updater(follow, call_updater=True)
        return line

    def beside_wedge(self, widths: tuple[float, ...], index: int) -> Array:
        """Where the left end of a reading stands under the axis, for readings so wide: the first at the wedge's right,
        the second at its left; all on one side, if else one would leave the figure.
        """
        foot = self.point(self.law().mean, 0.0) + np.array([0.0, -0.9, 0.0])
        inside = self.region.moved(self.graph.frame.get_center()[0] - self.middle)
        right = [GAP + sum(widths[:place]) + GAP * place for place in range(len(widths))]
        left = [-sum(widths[: place + 1]) - GAP * (place + 1) for place in range(len(widths))]
        both = [right[0], -GAP - widths[1]] if len(widths) > 1 else right
        fits = [
            all(
                inside.left <= foot[0] + at and foot[0] + at + wide <= inside.right
                for at, wide in zip(row, widths, strict=True)
            )
            for row in (both, right, left)
        ]
        row = (both, right, left)[fits.index(True)] if any(fits) else both
        return np.asarray(foot + np.array([row[index], 0.0, 0.0]))

    def misspread(self, line: VMobject) -> float:
        """By how much the drawn line is not two deviations long, as a share of the span."""
        ends = [self.graph.model_of(line.points[index])[0] for index in (0, 3)]
        return float(ends[1] - ends[0] - 2 * self.law().deviation) / self.shown.length

    # ── another distribution ──────────────────────────────────────────────────────────────────────────────────────────

    def outline(self) -> VMobject:
        """What stands now, as lines that stay behind."""
        still = self.body.copy().clear_updaters()
        for part in still.family_members_with_points():
            part.set_fill(opacity=0).set_stroke(self.theme.muted, width=2.5, opacity=1)
        return still

    def renamed(self, name: VMobject | None) -> AnimationGroup:
        """The upward axis gets another name, or none."""
        old, tip = self.axis_names[1], self.graph.tips[1]
        self.axis_names = (self.axis_names[0], name)
        fresh = [name.copy().next_to(tip, np.array([1.0, 0.0, 0.0]), buff=0.12)] if name else []
        leaving = [FadeOut(one) for one in [*self.graph.names][1 if self.axis_names[0] else 0 :]] if old else []
        self.graph.names.remove(*(one.mobject for one in leaving))
        self.graph.names.add(*fresh)
        return AnimationGroup(*leaving, *map(FadeIn, fresh))


def probability_of(moving: MovingLaw, figure: DistributionFigure, event: tuple[float | None, float | None]) -> Measured:
    """The probability of what is lit as a reading: p(3), a sum, an integral; of two tails, 1 minus one. An end that is
    None is the range's.
    """

    def where() -> Mapping[str, float]:
        return {key: tracker.get_value() for key, tracker in moving.moving.items()}

    law, function = figure.law(), moving.function
    assert function is not None  # noqa: S101 - what is given by numbers has no name to be read by
    if event[0] is not None and event[0] == event[1]:
        return Measured(called(function, **{function.variables[0]: event[0]}), figure.probability, where)
    by_steps = isinstance(law, Masses)
    ends = (law.outcomes[0], law.outcomes[-1]) if isinstance(law, Masses) else law.range
    low, high = (float(end) if given is None else given for end, given in zip(ends, event, strict=True))
    between = [one for one in law.outcomes if high < one < low] if isinstance(law, Masses) else [high, low]
    if low <= high:
        return Measured(accumulated(function, low, high, by_steps=by_steps), figure.probability, where)
    rest = accumulated(function, float(between[0]), float(between[-1]), by_steps=by_steps).tree
    return Measured(Term(tree.Addition((tree.Number("1"), rest), ("-",))), figure.probability, where)
