"""A curve that is lifted by a constant: it stays as steep, so both ends of a stretch rise by as much; and their names.

Owns: `Lifted`, `LiftedState`, `EndName`; `lifted_by`.

Laws, measured on the drawn points (`off_bars`, `off_rise`):
- At both ends a bar leads from the curve to the lifted one, as long as that is lifted.
- Between both ends the lifted curve rises by as much as the first one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from manim import VGroup, VMobject

from mathora.formula import tree
from mathora.formula.curves.pieces import clipped
from mathora.stage.figures.curve.collected import BAR
from mathora.stage.figures.curve.curve import WIDTH
from mathora.stage.figures.curve.point import PointOnCurve
from mathora.stage.figures.elements.figure import Figure, Numbers, Seen
from mathora.stage.map.marks import marker
from mathora.stage.plane.graph import HALO
from mathora.stage.text.terms import Term

ASIDE = 0.13  # of a bar, to the left of its end: beside what rises there, in scene units
BESIDE = 0.16  # from a bar to its name, and from the axis to that of an end, likewise


def lifted_by(function: Term, constant: Term) -> Term:
    """F + C."""
    return Term(tree.added([function.tree, constant.tree]))


@dataclass(frozen=True)
class LiftedState(Numbers):
    """By how much the curve is lifted, in model units, and how much of that is seen, from 0 to 1."""

    by: float = 0.0
    seen: float = 0.0


class Lifted(Figure[LiftedState]):
    """The curve on which `spot` stands, lifted, in a colour; between its two points there, what it rises by, and from
    the curve to it a bar at each of them. `names` are those of a bar and of the rise, `name` that of the curve.
    """

    def __init__(
        self, spot: PointOnCurve, colours: tuple[str, str, str], name: VMobject, names: tuple[VMobject, VMobject]
    ) -> None:
        super().__init__(LiftedState(), spot)
        self.spot, self.plot, self.name = spot, spot.plot, name
        curve, bar, rise = colours
        stroke = {"fill_opacity": 0}
        self.line = VMobject(stroke_color=curve, stroke_width=WIDTH, **stroke)
        self.bars = VGroup(*(VMobject(stroke_color=bar, stroke_width=BAR, **stroke) for _ in range(2)))
        self.leg = VMobject(stroke_color=spot.theme.foreground, stroke_width=3, **stroke)
        self.rise = VMobject(stroke_color=rise, stroke_width=BAR, **stroke)
        self.dots = VGroup(marker(spot.theme), marker(spot.theme))
        self.of_bars, self.of_rise = (names[0], names[0].copy()), names[1]
        for one in (name, *self.of_bars, self.of_rise):
            one.set_stroke(spot.theme.background, HALO, background=True)

    @property
    def texts(self) -> list[VMobject]:
        """The names."""
        return [one for one in (self.name, *self.of_bars, self.of_rise) if one in self.picture.submobjects]

    def ends(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """The model points of the curve at both ends."""
        spot = self.spot
        return (spot.state.at, spot.height), (spot.state.at + spot.state.reach, spot.height + spot.rise)

    def draw(self, state: LiftedState) -> None:
        """All of it, as far as the window shows it."""
        (a, low), (b, high) = self.ends()
        if state.seen == 0 or not (self.plot.shows(a, low + state.by) and self.plot.shows(b, high + state.by)):
            self.picture.set(submobjects=[])
            return
        pieces = clipped([(x, y + state.by) for x, y in self.spot.curve.pieces()[0]], self.plot.state.y)
        graph, aside = self.plot.graph, np.array([-ASIDE, 0.0, 0.0])
        self.line.set_points(graph.polylines(pieces, self.line.get_stroke_color().to_hex()).points)
        feet = [self.plot.point(a, low), self.plot.point(b, high)]
        tops = [self.plot.point(a, low + state.by), self.plot.point(b, high + state.by)]
        corner = np.array([tops[1][0], tops[0][1], 0.0])
        for bar, dot, foot, top in zip(self.bars, self.dots, feet, tops, strict=True):
            bar.set_points_as_corners(np.array([foot + aside, top + aside]))
            dot.move_to(top)
        self.leg.set_points_as_corners(np.array([tops[0], corner]))
        self.rise.set_points_as_corners(np.array([corner, tops[1]]))
        right = np.array([1.0, 0.0, 0.0])
        for name, foot, top in zip(self.of_bars, feet, tops, strict=True):
            name.move_to((foot + top) / 2 + aside - (BESIDE + name.width / 2) * right)
        self.of_rise.move_to((corner + tops[1]) / 2 + (BESIDE + self.of_rise.width / 2) * right)
        middle = self.plot.point((a + b) / 2, self.spot.curve.function((a + b) / 2) + state.by)
        self.name.move_to(middle + np.array([-self.name.width / 2 - BESIDE, BESIDE + self.name.height / 2, 0.0]))
        for part in (self.line, self.leg):
            part.set_stroke(opacity=state.seen)
        for part in (*self.bars, self.rise):
            part.set_stroke(opacity=0.85 * state.seen)
        for part in (*self.dots, *(texts := [self.name, self.of_rise, *self.of_bars])):
            part.set_opacity(state.seen)
        for text in texts:
            text.set_stroke(self.spot.theme.background, opacity=state.seen, background=True)
        self.picture.set(submobjects=[self.line, *self.bars, self.leg, self.rise, *self.dots, *texts])

    def off_bars(self) -> float:
        """How far a bar is from what the curve is lifted by, as a share of the window's height."""
        return max((abs(self._length(bar) - self.state.by) for bar in self.bars), default=0.0) / self._height()

    def off_rise(self) -> float:
        """How far what the lifted curve rises by is from what the first one does, likewise."""
        return abs(self._length(self.rise) - self.spot.rise) / self._height() if self._is_drawn() else 0.0

    def _is_drawn(self) -> bool:
        return self.rise in self.picture.submobjects

    def _height(self) -> float:
        return self.plot.state.y.length if self._is_drawn() else np.inf

    def _length(self, bar: VMobject) -> float:
        if not len(bar.points):
            return 0.0
        low, high = (self.plot.graph.model_of(bar.points[k])[1] for k in (0, -1))
        return float(high - low)


class EndName(Figure[Seen]):
    """What the place of the point is called, or `beyond` it that of the second one: under its axis."""

    def __init__(self, spot: PointOnCurve, name: VMobject, *, beyond: bool) -> None:
        super().__init__(Seen(), spot)
        self.spot, self.plot, self.name, self.beyond = spot, spot.plot, name, beyond

    @property
    def texts(self) -> list[VMobject]:
        """The name."""
        return [self.name]

    def draw(self, state: Seen) -> None:
        """The name, if its place is in sight."""
        spot, window = self.spot.state, self.plot.state
        at = spot.at + spot.reach * self.beyond
        if state.seen == 0 or not window.left <= at <= window.right:
            self.picture.set(submobjects=[])
            return
        foot = self.plot.point(at, self.plot.graph.origin[1])
        self.name.move_to(foot - np.array([0.0, BESIDE + self.name.height / 2, 0.0])).set_opacity(state.seen)
        self.picture.set(submobjects=[self.name])
