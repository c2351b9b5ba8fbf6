"""Directions at a point of a map, side by side: arrows, and balls that roll along them and tell what it brings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

import numpy as np
from _middle import AloneAtFirst
from manim import FadeIn, FadeOut, LaggedStart, VGroup, VMobject, linear

from mathora.stage import Flag, Formula, Function, Interval, Number, Point, Region, StepView, action, brings, move
from mathora.stage.arrays import Array
from mathora.stage.figures.surface.rolling import (
    FLAT,
    ON_ITS_WAY,
    Rolling,
    colour_on,
    direction,
    fields_of,
    is_opposite,
)
from mathora.stage.map.contour_plot import HALO, ContourPlot
from mathora.stage.map.marks import beside_line, marker
from mathora.stage.plane.arrow import ArrowMobject, grow
from mathora.stage.plane.graph import along, half_of, meets

LENGTH, MOST = 0.22, 0.75  # an arrow's length, as a share of the map's side; of how far it reaches from the point
LETTERS = "ABCD"  # names of arrows that do not tell what they are

LENT, CELL = 0.5, 1.0
"""So much height the figure lends to a flat panel, where readings stand in cells so high; in scene units."""


class Directions(AloneAtFirst):
    """Several directions from one point of a map: equally long arrows, and balls that roll equally far along them."""

    function: Function
    at: Point
    ways: tuple[Formula, ...]
    span: Interval = Interval(-2, 2)
    near: Number | None = None  # so far around the point the map reaches; else it shows span

    kept_beside = 0.38
    needs: ClassVar = (
        ("function", "variables(2), somewhere(span), varies(span)", "it is drawn as level sets over span"),
        ("at", "coordinates(function), inside(span), value(function)", "all arrows start there"),
        ("ways", "heads(function, at)", "an arrow points that way, and a ball follows it"),
        ("near", "positive()", "the map reaches so far around the point"),
        ("roll.far", "positive(), rolls_over(function, at, ways, span)", "the balls roll so far"),
    )
    limits: ClassVar = (("len(ways)", 1, 4, "each arrow and each ball has its reading"),)
    movable = ("map", {"function": "function", "start": "at", "span": "span"})

    def begin(self) -> None:
        """The map, and where each way leads; only the actions show them."""
        self.start = np.array([self.at[key] for key in self.function.variables])
        place, panel, self.readings_place = self._places()
        wide = self.near
        shown = [Interval(one - wide, one + wide) if wide else self.span for one in map(float, self.start)]
        look = {"names": tuple(map(self.symbol, self.function.variables)), "fills": True, "up": shown[1]}
        self.map = ContourPlot(self.function, place, shown[0], self.theme, through=self.at, **look)
        self.layout = replace(self.layout, panel=panel)
        self.rolled: Rolling | None = None
        self.foot = self.map.place(self.at)
        self.fields = fields_of(self.function, self.ways)
        self.dot = marker(self.theme, 0.12).move_to(self.foot)
        self.arrows: list[ArrowMobject] = []
        self.coloured: list[ArrowMobject] = []
        self.names, self.letters = VGroup(), ""
        self.invariant("equal units on both axes", self.map.unevenness, 1e-6)
        self.invariant("each arrow points the way of its formula", self._strayed, 1e-6)

    def _places(self) -> tuple[Region, Region, Region]:
        """Where the map, the formulas and the readings stand; in a flat panel the figure lends some height."""
        figure, panel = self.first_place(), self.layout.panel
        figure = Region(figure.left + 0.1, figure.bottom + 0.1, figure.right - 0.45, figure.top - 0.45)
        if panel.height > FLAT:
            return figure, *panel.split_rows(1, 1)
        if self.opening.formulas == "never":
            return figure, panel, panel
        figure = replace(figure, bottom=figure.bottom + LENT)
        readings, formulas = replace(panel, top=panel.top + LENT).split_rows(CELL, panel.height + LENT - CELL)
        return figure, formulas, readings

    def goes_home(self) -> list[VMobject]:
        """The map, and all that stands on it."""
        return [self.map, self.dot, *self.arrows, *self.names, *self.coloured]

    def go_home(self) -> None:
        """What comes next starts at the point's new place."""
        super().go_home()
        self.foot = self.map.place(self.at)

    def _strayed(self) -> float:
        """By how far an arrow that is drawn leaves its direction, as a share of its length."""
        ways = [direction(field, self.start) for field, _ in zip(self.fields, self.arrows, strict=False)]
        drawn = [arrow.vector[:2] / max(float(np.linalg.norm(arrow.vector)), 1e-9) for arrow in self.arrows]
        return max((float(np.abs(one - way).max()) for one, way in zip(drawn, ways, strict=True)), default=0.0)

    # ── verbs ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("A map of the level sets of {function}; a point stands at {at}.")
    def map_of(self, step: StepView) -> None:
        """Map, then point."""
        if self.map not in self.mobjects:
            self.play(FadeIn(self.map), run_time=0.9)
            self.play(FadeIn(self.dot, scale=2), run_time=0.5)

    @brings("map_of")
    def _stand_map(self) -> None:
        if self.map not in self.mobjects:
            self.add(self.map, self.dot)

    @action(
        "From the point an arrow for each direction, {ways}, all equally long, each with its name; not `named`, they "
        "are alike, lettered from A, and what they are is told when balls roll.",
        needs="map_of",
    )
    def arrows(self, step: StepView, *, named: Flag = True) -> None:
        """One after the other."""
        self.letters = self.letters if self.arrows or named else LETTERS[: len(self.ways)]
        if self._make_arrows():
            alike = [self._plain(arrow) if self.letters else arrow for arrow in self.arrows]
            self.arrows, self.coloured = alike, self.arrows if self.letters else []
            self.play(*self._off_numbers(*(along(one.tail, one.tip) for one in self.arrows)), run_time=0.3)
            self.play(LaggedStart(*map(grow, self.arrows), lag_ratio=0.5), run_time=1.6)
            self.play(FadeIn(self.names), run_time=0.5)

    def _plain(self, arrow: ArrowMobject) -> ArrowMobject:
        """The same arrow, which does not tell what it is."""
        return ArrowMobject(arrow.tail, arrow.tip, self.theme.foreground, 0.075)

    def _colour_arrows(self) -> None:
        """The arrows take their colours, if they had none."""
        if self.coloured:
            plain, self.arrows, self.coloured = self.arrows, self.coloured, []
            self.play(*map(FadeOut, plain), *map(FadeIn, self.arrows), run_time=0.8)

    @brings("arrows", needs="map_of")
    def _stand_arrows(self) -> None:
        if self._make_arrows():
            self.play(*self._off_numbers(*(along(one.tail, one.tip) for one in self.arrows)), run_time=0.3)
            self.add(*self.arrows, self.names)

    def _off_numbers(self, *lines: Array) -> list[FadeOut]:
        """The axes' numbers on which one of these lines (n, 3) lies leave."""
        points = np.concatenate(lines)[:, :2]
        on = [number for number in self.map.numbers if meets(points, number.get_center()[:2], half_of(number))]
        self.map.numbers.remove(*on)
        self.add(*on)
        return [FadeOut(number) for number in on]

    def _make_arrows(self) -> bool:
        """Arrows and names, if there are none yet; each name beside its arrow's tip, clear of the others."""
        if self.arrows:
            return False
        length = self.map.units()[0] * (LENGTH * self.span.length if self.near is None else MOST * self.near)
        for field, way in zip(self.fields, self.ways, strict=True):
            tip = self.foot + length * np.append(direction(field, self.start), 0.0)
            self.arrows.append(ArrowMobject(self.foot, tip, colour_on(self, way), 0.075, hollow=is_opposite(way)))
        formulas = (self.formula_mobject(way, self.theme.sizes.body) for way in self.ways)
        self.names = self._beside(map(self.words_mobject, self.letters) if self.letters else formulas)
        return True

    def _beside(self, names: Iterable[VMobject]) -> VGroup:
        """Each beside its arrow, clear of the other arrows and names."""
        placed = VGroup()
        for arrow, name in zip(self.arrows, names, strict=True):
            name.set_stroke(self.theme.background, HALO, background=True)
            others = [*self.map.numbers, *(one for one in self.arrows if one is not arrow)]
            placed.add(
                beside_line(name, arrow.tail + 0.6 * arrow.vector, arrow.vector, [*others, *placed], self.layout.figure)
            )
        return placed

    @action(
        "Along each arrow a ball rolls, all equally far, and follows its direction as it turns, or goes on `straight`; "
        "beside the map stands what {function} is where each ball is.",
        needs="arrows",
    )
    def roll(self, step: StepView, far: Number = 1, *, straight: Flag = False) -> None:
        """All balls at once, each with its trail; then their readings."""
        self.go_home()
        self._colour_arrows()
        before = self.rolled
        self.rolled = Rolling(self, self.map, self.start, self.fields, self.ways, far, self.span, straight=straight)
        if before is not None:
            self.invariants.release(ON_ITS_WAY)
            self.play(FadeOut(before.picture), run_time=0.4)
        readings = self.rolled.tell(self.readings_place, self.letters)
        pale = [arrow.animate.fade(0.6) for arrow in self.arrows] if before is None else []
        off = self._off_numbers(*map(self.map.polyline_points, self.rolled.routes))
        self.play(*pale, *off, FadeIn(readings), run_time=0.6)
        self.add(self.rolled.trails, self.dot, self.rolled.balls)
        self.bring_to_front(self.names)
        self.invariant(ON_ITS_WAY, self.rolled.derailed, 1e-6)
        self.play(move(self.rolled.share, 1), run_time=3.2, rate_func=linear)
        self.rolled.rest()
