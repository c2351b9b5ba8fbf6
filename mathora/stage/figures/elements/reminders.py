"""Small pictures that remind of what a function does about a point: its slice, its gradient, the way down.

Owns: `Reminders`. Each picture takes the place of the one before it.

Laws: every arrow of a field lies along the gradient at its tail; what is drawn of a variable is its domain.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Create,
    Dot,
    FadeIn,
    FadeOut,
    LaggedStart,
    UpdateFromAlphaFunc,
    VGroup,
    VMobject,
    smooth,
)

from mathora.formula import speaks_of_slopes
from mathora.formula.curves.interval import Interval, round_step
from mathora.formula.curves.one_variable import OneVariable
from mathora.formula.curves.pieces import clipped, pieces, well_chosen_heights
from mathora.formula.curves.view import chosen_span
from mathora.lesson import Maths, Prose
from mathora.stage.layout import Region, clear_place
from mathora.stage.map.contour_plot import ContourPlot
from mathora.stage.parameters import Function, Point
from mathora.stage.plane.arrow import ArrowMobject, grow
from mathora.stage.plane.graph import Graph, Tangent
from mathora.stage.scene import LessonScene
from mathora.stage.text.terms import Term, gradient, negative, times

SPAN = Interval(-2, 2)
SHORT = 1e-3  # so near to a number of one decimal a height is that number
KEY = 0.55  # the height of the row under a map in which stands what its arrows are

FIELD = np.linspace(-0.375, 0.375, 5)
"""Where the arrows of the field stand, along each axis, from the map's middle, as shares of its length."""


class Reminders:
    """The pictures of a function about `at`, in a region; of one of two variables also its map. A curve has a tangent
    if the `texts` beside it write a slope.
    """

    def __init__(
        self, scene: LessonScene, function: Function, at: Point, region: Region, texts: Sequence[Prose]
    ) -> None:
        self.scene, self.function, self.at, self.region = scene, function, at, region
        told = [scene.formula(one.tex) for text in texts for one in text.pieces if isinstance(one, Maths)]
        self.slopes = self.has_map or any(speaks_of_slopes(one.tree) for one in told)
        self.theme = scene.theme
        self.accent = scene.colour_of(gradient(function))
        self.picture = VGroup()

    @property
    def has_map(self) -> bool:
        """Whether the function has two variables."""
        return len(self.function.variables) == 2  # noqa: PLR2004 - a map has two directions

    def show(self, number: int) -> None:
        """The picture of this number, from 0: slice, gradient, the way down; nothing after the last."""
        pictures = (self._slice, self._vector, self._across) if self.has_map else (self._slice,)
        if number < len(pictures):
            pictures[number]()

    def _change(self, picture: VGroup) -> None:
        if len(self.picture):
            self.scene.play(FadeOut(self.picture), run_time=0.4)
        self.picture = picture

    def _slice(self) -> None:
        """The function along its first variable, the others frozen, with a point, and a tangent, that move along it."""
        key, *frozen = self.function.variables
        self._change(VGroup())

        def along(x: np.ndarray) -> np.ndarray:
            return self.function.value(x, *(np.full_like(x, self.at[other]) for other in frozen))

        slope = self.function.partial(key)
        span, here = self._window(key), self.at[key]
        parts = pieces(along, span)
        found = well_chosen_heights(parts, float(along(np.array([here]))[0]))
        heights = Interval(min(0.0, found.low), max(found.high, 0.0) * 1.05 or (1.0 if found.low == 0 else 0.0))
        names = (self.scene.symbol(key), self.scene.symbol(self.function.key))
        # How high the lowest point of a slice stands is told where what is held still lifts it by a short number.
        lowest = round(found.low, 1)
        lifted = self.has_map and heights.low < lowest < heights.high and abs(lowest - found.low) < SHORT
        told = (lowest,) if lifted else ()
        graph = Graph(self.region, span, heights, self.theme, names=names, ticks=(None, told))
        drawn = clipped(parts, heights)
        hue = self.scene.colour_of(key if self.has_map else self.function.key, "blue")
        curve = graph.polylines(drawn, hue)
        for number, place in zip(graph.numbers, graph.clear_places(curve.points[:, :2]), strict=True):
            number.move_to(place)
        reach = next(Interval(x[0], x[-1]) for x, _ in drawn if x[0] <= here <= x[-1])
        ends = (reach.middle - 0.4 * reach.length, reach.middle + 0.4 * reach.length)
        start = max(ends, key=lambda end: abs(end - here))
        ink = self.theme.foreground if self.has_map else self.scene.colour_of(f"{self.function.key}'")
        tangent, dot = Tangent(graph, ink), Dot(radius=0.09, color=self.theme.foreground)
        drop = VMobject(stroke_color=self.theme.muted, stroke_width=2.5, fill_opacity=0)

        def put(x: float) -> None:
            height = float(along(np.array([x]))[0])
            point = [np.array(x), *(np.array(self.at[other]) for other in frozen)]
            if self.slopes:
                tangent.put(x, height, float(slope.value(*point)))
            else:
                drop.set_points(graph.dashes((x, graph.origin[1]), (x, height), self.theme.muted).points)
            dot.move_to(graph.point(x, height))

        self.scene.play(FadeIn(graph), run_time=0.6)
        self.scene.play(Create(curve), run_time=1.0)
        put(start)
        pair = VGroup(tangent if self.slopes else drop, dot)
        self.scene.play(FadeIn(pair), run_time=0.3)
        way = here - start
        self.scene.play(
            UpdateFromAlphaFunc(pair, lambda _, share: put(start + way * share), run_time=1.8, rate_func=smooth)
        )
        self.picture.add(graph, curve, pair)

    def _window(self, key: str) -> Interval:
        """What is drawn of a variable: its domain; where that has no end, of a curve what shows it, of a map as far as
        `SPAN` reaches about `at`.
        """
        if not self.has_map:
            shown = chosen_span([OneVariable(self.function, key, self.at.mapping)])
            if abs(self.at[key] - shown.middle) <= 0.4 * shown.length:
                return shown
        here, (low, high) = self.at[key], self.function.domain(key) or (-np.inf, np.inf)
        about = SPAN if SPAN.low <= here <= SPAN.high else Interval(here + SPAN.low, here + SPAN.high)
        start = low if np.isfinite(low) else min(about.low, high - SPAN.length)
        return Interval(start, high if np.isfinite(high) else max(about.high, start + SPAN.length))

    def _map(self) -> ContourPlot:
        names = tuple(self.scene.symbol(key) for key in self.function.variables)
        across, up = (self._window(key) for key in self.function.variables)
        region = replace(self.region, bottom=self.region.bottom + KEY)
        return ContourPlot(self.function, region, across, self.theme, names=names, up=up)

    def _vector(self) -> None:
        """The partials as two arrows, then the gradient as their sum."""
        self._change(VGroup())
        picture = self._map()
        unit = picture.units()[0]
        share = float(f"{0.95 * picture.room(self.at) / unit:.2g}") or picture.field_scale
        scale, told = share * unit, self._key(picture, times(share, gradient(self.function)))
        tail, slopes = picture.place(self.at), picture.gradient(self.at)
        self.scene.play(FadeIn(picture), run_time=0.7)
        foot, parts = tail, VGroup()
        for index, key in enumerate(self.function.variables):
            tip = foot + np.eye(3)[index] * slopes * scale
            parts.add(ArrowMobject(foot, tip, self.scene.colour_of(key), 0.06))
            foot = tip
        for part in parts:
            self.scene.play(grow(part), run_time=0.6)
        arrow = picture.gradient_arrow(self.at, self.accent, scale)
        self.scene.play(grow(arrow), FadeIn(told), run_time=0.8)
        self.picture.add(picture, parts, arrow, told)

    def _key(self, picture: ContourPlot, product: Term, *, hollow: bool = False) -> VGroup:
        """What the arrows of a map stand for, under the map, or over or beside it where something stands there."""
        arrow = ArrowMobject(np.zeros(3), 0.55 * RIGHT, self.accent, 0.05, hollow=hollow)
        key = VGroup(arrow, self.scene.label(product)).arrange(RIGHT, buff=0.16)
        places = [
            key.next_to(picture.frame, off, buff=0.15).align_to(picture.frame, side).get_center()
            for off, side in ((DOWN, RIGHT), (DOWN, LEFT), (UP, RIGHT), (UP, LEFT), (RIGHT, DOWN))
        ]
        return key.move_to(clear_place(key, places, [*picture.numbers, *picture.names]))

    def _across(self) -> None:
        """Downhill arrows across the level sets."""
        self._change(VGroup())
        picture = self._map()
        arrows, share = self._field(picture, 0.52, -1)
        key = self._key(picture, negative(times(share, gradient(self.function))), hollow=True)
        self.scene.play(FadeIn(picture, key), run_time=0.7)
        self.scene.play(LaggedStart(*(grow(arrow) for arrow in arrows), lag_ratio=0.06), run_time=1.8)
        self._watch(picture, arrows)
        self.picture.add(picture, arrows, key)

    def _field(self, picture: ContourPlot, reach: float, sign: int) -> tuple[VGroup, float]:
        """Arrows of ±∇ on a lattice, and which share of it they are; the longest reaches no more than `reach` units."""
        across, up = (one.middle + FIELD * one.length for one in (picture.x, picture.y))
        spots = [Point(tuple(zip(self.function.variables, (x, y), strict=True))) for x in across for y in up]
        spots = [spot for spot in spots if np.isfinite(picture.gradient(spot)).all()]
        steepest = max(float(np.linalg.norm(picture.gradient(spot))) for spot in spots)
        share = float(1 / round_step(steepest / reach)) if steepest > 0 else 1.0
        scale, colour = share * picture.units()[0], self.accent
        arrows = VGroup(
            *(
                picture.gradient_arrow(spot, colour, scale, sign, 0.05)
                for spot in spots
                if np.linalg.norm(picture.gradient(spot)) > 0.05 * steepest
            )
        )
        return arrows, share

    def _watch(self, picture: ContourPlot, arrows: VGroup) -> None:
        """Every arrow lies along the gradient at its tail."""

        def residual() -> float:
            worst = 0.0
            for arrow in arrows:
                place = picture.model_of(arrow.tail)
                slopes = self.function.gradient(dict(zip(self.function.variables, place, strict=True)))
                seen = arrow.vector[:2]
                worst = max(
                    worst,
                    abs(seen[0] * slopes[1] - seen[1] * slopes[0]) / np.linalg.norm(seen) / np.linalg.norm(slopes),
                )
            return worst

        self.scene.invariant("every arrow of the field lies along the gradient", residual, 1e-3)

    def fill_frame(self, frame: Region) -> None:
        """Level sets and arrows over the whole frame, too faint to be read as content."""
        half = max(frame.width, frame.height) * 0.52
        region = Region(-half, -half, half, half)
        across, up = (self._window(key) for key in self.function.variables)
        backdrop = ContourPlot(self.function, region, across, self.theme, colour=self.theme.ghost, up=up)
        field, _ = self._field(backdrop, 0.5, 1)
        arrows = VGroup(*(arrow for arrow in field.set_opacity(0.28) if frame.holds(arrow)))
        self.scene.play(
            LaggedStart(*(Create(ring) for ring in backdrop.curves), lag_ratio=0.1), FadeIn(arrows), run_time=2.0
        )
