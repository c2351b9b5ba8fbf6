"""How near a place a curve stays in a band: ε up and down from its limit, δ to both sides of the place.

Owns: `Tolerance`, `ToleranceState`; `Sides`, `SidesState`.

Laws (measured on the drawn points):
- All of the curve over the upright strip, the place itself left out, is in the level band (`outside`).
- The two points stand on the curve, equally far from the place (`off_curve`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from manim import VMobject

from mathora.formula.curves.interval import Interval
from mathora.formula.curves.limits import widest
from mathora.stage.arrays import Array
from mathora.stage.figures.curve.curve import RING, FunctionCurve
from mathora.stage.figures.elements.figure import Figure, Numbers
from mathora.stage.map.marks import marker
from mathora.stage.plane.graph import dashed
from mathora.stage.plane.shapes import around

FILL, INK = 0.22, 7.0  # how strongly band and strip are filled, and how wide the curve over the strip is


@dataclass(frozen=True)
class ToleranceState(Numbers):
    """How far the band reaches up and down (model units); how much of band and strip is seen, from 0 to 1."""

    within: float
    band: float = 0.0
    strip: float = 0.0


class Tolerance(Figure[ToleranceState]):
    """The band around `level`, the strip around `at`, and in colour what of the curve is over the strip."""

    def __init__(self, curve: FunctionCurve, at: float, level: float, colours: tuple[str, str]) -> None:
        super().__init__(ToleranceState(1.0), curve)
        self.curve, self.plot, self.at, self.level = curve, curve.plot, at, level
        self.band, self.strip = (VMobject(stroke_width=0, fill_color=one) for one in colours)
        self.inside = VMobject(stroke_color=colours[0], stroke_width=INK, fill_opacity=0)

    @property
    def delta(self) -> float:
        """How far the strip reaches to both sides, in model units."""
        return widest(self.curve.function, self.at, self.level, self.state.within, self.plot.state.x)

    def draw(self, state: ToleranceState) -> None:
        """Band, strip and the curve over it."""
        window, delta = self.plot.state, self.delta
        low, high = self._cut(self.level - state.within, self.level + state.within, window.y)
        left, right = self._cut(self.at - delta, self.at + delta, window.x)
        self._fill(self.band, (window.left, window.right), (low, high), state.band)
        self._fill(self.strip, (left, right), (window.low, window.high), state.strip)
        parts = [
            piece
            for x, y in self.curve.pieces()[1]
            if len((piece := _between(x, y, left, right))[0]) > 1 and state.strip > 0 and delta > 0
        ]
        line = self.plot.graph.polylines(parts, self.curve.colour) if parts else VMobject()
        self.inside.set_points(line.points).set_stroke(opacity=state.strip)
        self.picture.set(submobjects=[self.band, self.strip, self.inside])

    @staticmethod
    def _cut(low: float, high: float, window: Interval) -> tuple[float, float]:
        return max(low, window.low), min(high, window.high)

    def _fill(self, shade: VMobject, x: tuple[float, float], y: tuple[float, float], seen: float) -> None:
        low, high = (self.plot.point(x[end], y[end]) for end in (0, 1))
        shade.set_points_as_corners(around(low, high)).set_fill(opacity=FILL * seen)

    def outside(self) -> float:
        """How far, at most, the curve drawn over the strip leaves the band, as a share of the window's height."""
        points = self.inside.points
        if not len(points) or not self.state.strip:
            return 0.0
        heights = self.plot.graph.models_of(points)[:, 1]
        return float(max(0.0, np.abs(heights - self.level).max() - self.state.within) / self.plot.state.y.length)


def _between(x: Array, y: Array, low: float, high: float) -> tuple[Array, Array]:
    """What of a piece is from `low` to `high`, with its ends there."""
    ends = [end for end in (low, high) if x[0] < end < x[-1]]
    kept = (x > low) & (x < high)
    at = np.sort(np.concatenate([x[kept], ends]))
    return at, np.interp(at, x, y)


@dataclass(frozen=True)
class SidesState(Numbers):
    """How far both points are from the place (model units); how much of points and hollow mark is seen."""

    gap: float
    points: float = 0.0
    mark: float = 0.0


class Sides(Figure[SidesState]):
    """Two points of a curve, one on either side of a place, and a hollow mark at the height to which they come."""

    def __init__(self, curve: FunctionCurve, at: float, level: float | None, colours: tuple[str, str]) -> None:
        super().__init__(SidesState(1.0), curve)
        self.curve, self.plot, self.at, self.level = curve, curve.plot, at, level
        theme = curve.plot.theme
        self.dots = [marker(theme, 0.12).set_fill(colour) for colour in colours]
        self.colours = colours
        self.mark = marker(theme, 1.5 * RING).set_fill(theme.background).set_stroke(theme.foreground, 3)

    def places(self) -> tuple[float, float]:
        """Where the left point is, and the right one."""
        return self.at - self.state.gap, self.at + self.state.gap

    def draw(self, state: SidesState) -> None:
        """The points with their ways across to the upright axis; the mark."""
        parts: list[VMobject] = []
        x0 = self.plot.graph.origin[0]
        if state.mark > 0 and self.level is not None and self.plot.shows(self.at, self.level):
            self.mark.move_to(self.plot.point(self.at, self.level)).set_stroke(opacity=state.mark)
            parts.append(self.mark.set_fill(opacity=state.mark))
        for at, dot, colour in zip(self.places(), self.dots, self.colours, strict=True):
            height = self.curve.function(at)
            if state.points > 0 and np.isfinite(height) and self.plot.shows(at, height):
                here = self.plot.point(at, height)
                way = dashed(here, self.plot.point(x0, height), colour).set_stroke(opacity=state.points)
                parts += [way, dot.move_to(here).set_opacity(state.points)]
        self.picture.set(submobjects=parts)

    def off_curve(self) -> float:
        """How far the drawn points are above the function, as a share of the window's height."""
        return self.curve.off_dots(self.picture, self.dots)
