"""The curve of a function of one variable, with gaps at poles and jumps and where it has no value.

Owns: `FunctionCurve`, `CurveState`.

Laws (`residual`, measured on the drawn points):
- Each drawn point is a point of the function, inside the window.
- No line is drawn across a gap; a jump's ends are marked, filled where the value is, hollow where it is not. A jump at
  a place whose value is not computed exactly (π) has no marks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

import numpy as np
from manim import Circle, VGroup, VMobject

from mathora.formula.curves.interval import Interval
from mathora.formula.curves.landmarks import holes_between, joined, sharp_pieces
from mathora.formula.curves.one_variable import OneVariable
from mathora.formula.curves.pieces import SEEN, Piece, clipped, rounded, until
from mathora.stage.arrays import Array
from mathora.stage.figures.curve.plot import Plot
from mathora.stage.figures.elements.figure import Figure, Numbers
from mathora.stage.figures.elements.naming import free_place
from mathora.stage.plane.graph import HALO, meets

WIDTH = 5.0
RING = 0.075  # the radius of a jump's marks, in scene units
NEAR, DENOMINATOR = 1e-8, 100
"""A jump is at a number that is nearer to where it was found than this share of the window; of fractions, those with
no larger denominator are tried.
"""


@dataclass(frozen=True)
class CurveState(Numbers):
    """How far from the left the curve is drawn, how clearly it is seen, and how far its name is: from 0 to 1."""

    drawn: float = 0.0
    seen: float = 1.0
    named: float = 0.0


class FunctionCurve(Figure[CurveState]):
    """A function's curve on a plot, in its colour, with its name where there is room."""

    def __init__(self, plot: Plot, function: OneVariable, colour: str, name: VMobject | None = None) -> None:
        super().__init__(CurveState(), plot)
        self.plot, self.function, self.colour = plot, function, colour
        self.line = VMobject(stroke_color=colour, stroke_width=WIDTH, fill_opacity=0)
        self.marks = VGroup()
        self.name = name or VMobject()
        self.name.set_stroke(plot.theme.background, HALO, background=True)
        self._beside = (plot.state.x.middle, np.zeros(2))
        self.picture.add(self.line, self.marks)
        self._parts: tuple[object, list[Piece], list[Piece]] | None = None

    @property
    def standing(self) -> tuple[object, ...]:
        """Its state, the plot's, and what is held."""
        return (*super().standing, tuple(self.held.items()))

    @property
    def held(self) -> Mapping[str, float]:
        """The other variables' values now."""
        return self.function.held()

    def pieces(self) -> tuple[list[Piece], list[Piece]]:
        """All pieces on the window's span, and what of them is between its heights."""
        window = self.plot.state
        key = (window.x, window.y, tuple(self.held.items()))
        if self._parts is None or self._parts[0] != key:
            whole = sharp_pieces(self.function, window.x)
            fine = rounded(self.function.value, whole, SEEN * window.y.length)
            self._parts = (key, whole, clipped(fine, window.y))
        return self._parts[1], self._parts[2]

    def function_pieces(self, span: Interval) -> list[Piece]:
        """The function's pieces on any span."""
        return sharp_pieces(self.function, span)

    def leads(self, one: float, other: float) -> bool:
        """Whether the curve goes from one place to another without a gap, inside the window."""
        return joined(self.pieces()[1], one, other)

    def pale(self, name: VMobject) -> FunctionCurve:
        """A copy that stays as it stands now, in the colour of lines that stand back; the axes' numbers keep off it."""
        held = dict(self.held)
        still = OneVariable(self.function.function, self.function.variable, lambda: held)
        copied = FunctionCurve(self.plot, still, self.plot.theme.line, name)
        copied.stand(drawn=1)
        self.plot.keep_off(copied.function)
        return copied

    def draw(self, state: CurveState) -> None:
        """The line up to where it is drawn, the marks at its jumps, its name."""
        window = self.plot.state
        whole, seen = self.pieces()
        reach = window.left + state.drawn * window.x.length
        parts = [part for x, y in seen if len((part := until(x, y, reach))[0]) > 1]
        self.line.set_points(self.plot.graph.polylines(parts, self.colour).points if parts else np.zeros((0, 3)))
        self.line.set_stroke(opacity=state.seen)
        self.marks.set(submobjects=[mark for mark in self._jumps(whole, reach) if mark is not None])
        self.marks.set_opacity(state.seen)
        named = state.named > 0 and len(self.line.points) > 0
        self.picture.set(submobjects=[self.line, self.marks, *([self._placed(state)] if named else [])])

    def name_beside(self, others: Sequence[FunctionCurve], boxes: Sequence[VMobject]) -> None:
        """Chooses where the name stands: clear of the `others`' lines, of fills and of the `boxes` of other texts."""
        if not len(self.line.points):
            return
        fills = [fill() for fill in self.plot.fills]
        lines = [self.line.points, self.plot.axes_points, *(one.line.points for one in others), *fills]
        place = free_place(self.name, self.line.points, lines, boxes, self.plot.place)
        self._beside = (self.plot.graph.model_of(place)[0], place[2:])

    def is_crossed(self, lines: Sequence[FunctionCurve]) -> bool:
        """Whether the name stands, and another of these curves goes through it, or it lies on something filled."""
        middle, half = self.name.get_center()[:2], np.array([self.name.width, self.name.height]) / 2
        points = [*(one.line.points for one in lines if one is not self), *(fill() for fill in self.plot.fills)]
        return self.state.named > 0 and any(meets(one[:, :2], middle, half) for one in points)

    def _placed(self, state: CurveState) -> VMobject:
        """The name at its place, which moves with the curve, as far as the axes reach."""
        at, way = self._beside
        window, place = self.plot.state, self.plot.place.moved(self.plot.state.moved)
        at = min(max(at, window.left), window.right)
        height = min(max(self.function(at), window.low), window.high)
        x, y, _ = self.plot.point(at, height) + np.append(way, 0.0)
        half = self.name.width / 2, self.name.height / 2
        x = min(max(x, place.left + half[0]), place.right - half[0])
        y = min(max(y, place.bottom + half[1]), place.top - half[1])
        seen = state.named * state.seen
        self.name.move_to([x, y, 0.0]).set_opacity(seen)
        return self.name.set_stroke(self.plot.theme.background, opacity=seen, background=True)

    def _jumps(self, parts: list[Piece], reach: float) -> list[VMobject | None]:
        """The marks at the ends of pieces that end at a finite height, and at single places without a value."""
        window, marks = self.plot.state, []
        for at, height in holes_between(self.function, parts):
            if at < reach and self.plot.shows(at, height):
                marks.append(self._mark(at, height))
        for x, y in parts:
            for at, height, inner in ((x[0], y[0], y[1]), (x[-1], y[-1], y[-2])):
                inside = window.x.low < at < min(window.x.high, reach) and self.plot.shows(at, height)
                steep = abs(height - inner) > window.y.length * 1e-3
                if inside and not steep and self._exactly(float(at)) is not None:
                    marks.append(self._mark(float(at), float(height)))
        return marks

    def _mark(self, at: float, height: float) -> VMobject:
        place = self._exactly(at)
        closed = place is not None and abs(self.function(place) - height) < self.plot.state.y.length * 1e-4
        ring = Circle(radius=RING, stroke_color=self.colour, stroke_width=3)
        ring.set_fill(self.colour if closed else self.plot.theme.background, 1)
        return ring.move_to(self.plot.point(at, height))

    def _exactly(self, at: float) -> float | None:
        """The decimal or the fraction that a place is found to be; None if it is neither (π): its double is beside it,
        and has not its value.
        """
        length = self.plot.state.x.length
        found = round(at, 6 - int(np.floor(np.log10(length)))), float(Fraction(at).limit_denominator(DENOMINATOR))
        return next((one for one in found if abs(one - at) < NEAR * length), None)

    # ── what it claims ────────────────────────────────────────────────────────────────────────────────────────────────

    def residual(self) -> float:
        """How far the drawn points are from the function, as a share of the window's height; a segment that leads
        across a gap counts as far as it is high.
        """
        points = self.line.points
        if not len(points):
            return 0.0
        starts, ends = (self.plot.graph.models_of(points[k::4]).T for k in (0, 3))
        off = max(self._off(*starts), self._off(*ends)) / self.plot.state.y.length
        return max(off, _bridging(self.pieces()[0], starts[0], ends[0]))

    def off_dots(self, picture: VMobject, dots: Sequence[VMobject]) -> float:
        """How far, at most, those of the dots that a picture shows are above the function, or below it, as a share of
        the window's height.
        """
        drawn = (dot for dot in dots if dot in picture.submobjects)
        places = [self.plot.graph.model_of(dot.get_center()) for dot in drawn]
        return self._off(*np.array(places).T) / self.plot.state.y.length if places else 0.0

    def _off(self, x: Array, y: Array) -> float:
        """The largest distance up from drawn points to the function, or at a jump to one of its sides."""
        near = 1e-9 * self.plot.state.x.length
        with np.errstate(all="ignore"):
            places = (x, x - near, x + near, near * np.round(x / near))  # a drawn place is rounded
            apart = np.array([np.abs(self.function.value(one) - y) for one in places])
        return float(np.where(np.isnan(apart), np.inf, apart).min(axis=0).max())


def names_beside(
    unnamed: Sequence[FunctionCurve], curves: Sequence[FunctionCurve], texts: Sequence[VMobject]
) -> list[Any]:
    """The motions with which the names of curves come, each clear of all `curves`, of their names and of `texts`."""
    coming = [one for one in unnamed if one.state.drawn and not one.state.named]
    for curve in coming:
        others = [one for one in curves if one is not curve]
        curve.name_beside(others, [*texts, *(one.name for one in others if one.state.named)])
        curve.stand(named=0.01)
    return [motion for curve in coming for motion in curve.to(named=1)]


def _bridging(parts: list[Piece], starts: Array, ends: Array) -> float:
    """Infinite if a segment begins on one piece and ends on another."""
    for (left, _), (right, _) in pairwise(parts):
        if np.any((starts < left[-1]) & (ends > right[0])):
            return np.inf
    return 0.0
