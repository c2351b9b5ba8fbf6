"""A point on a curve, and what belongs to it: lines to the axes, a secant that becomes the tangent, a slope triangle.

Owns: `PointOnCurve`, `PointState`; `PaleSecant`, which stays behind.

Laws (`off_curve`, `off_slope`, measured on the drawn points):
- Point and second point lie on the function; where it has no value, or where the window ends, they are not drawn.
- The drawn line has the slope of the function between the two points; where they are one, its derivative there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from manim import VGroup, VMobject

from mathora.stage.arrays import Array
from mathora.stage.figures.curve.curve import FunctionCurve
from mathora.stage.figures.elements.figure import Figure, Numbers
from mathora.stage.loop_motions import LoopMotion, Sway
from mathora.stage.map.marks import marker
from mathora.stage.plane.graph import HALO, along, dashed
from mathora.stage.theme import Theme

LENGTH = 3.4  # of a tangent, in scene units; a secant is as long, and reaches beyond its points by `BEYOND`

BEYOND = 0.8
WAY = 0.03  # of the window's width; so far a point wanders to each side
ASIDE = 0.16  # scene units from a leg that goes up to its name, at least
BESIDE = 0.1  # scene units from a number of the axes at which a name is seen in full
SUDDEN = 20  # so much faster than its room does a name fade: hardly ever does one rest half seen
ONE = 1e-7  # two points nearer than this share of the window are one
PALE = 0.55  # how strong a secant is that stays behind
CORNER = 1e-3  # a turn of so many radians in one place is a corner


@dataclass(frozen=True)
class PointState(Numbers):
    """Where the point is, and the second one (`reach` farther), in model units; how much of each part is seen.

    `run` is how long the first leg of a tangent's slope triangle would be, in model units; a secant's is `reach`. A
    line that is `long` goes through the whole window.
    """

    at: float
    reach: float = 0.0
    run: float = 1.0
    point: float = 0.0
    drops: float = 0.0
    second: float = 0.0
    line: float = 0.0
    triangle: float = 0.0
    long: float = 0.0


class PointOnCurve(Figure[PointState]):
    """A point of `curve` at `at`; `accent` is the colour of its line and its triangle, `legs` name the triangle's
    two, of a secant (Δx, Δy) and then of the tangent (dx, dy).
    """

    def __init__(self, curve: FunctionCurve, at: float, theme: Theme, accent: str, legs: tuple[VMobject, ...]) -> None:
        super().__init__(PointState(at), curve)
        self.curve, self.plot, self.theme, self.accent, self.legs = curve, curve.plot, theme, accent, legs
        self.dot, self.other = marker(theme), marker(theme)
        self.line = VMobject(stroke_color=accent, stroke_width=4.5, fill_opacity=0)
        self.sides = VMobject(stroke_color=theme.foreground, stroke_width=3, fill_opacity=0)
        self.drops = VGroup()
        for leg in legs:
            leg.set_stroke(theme.background, HALO, background=True)

    # ── numbers of the state, as the model has them ───────────────────────────────────────────────────────────────────

    @property
    def height(self) -> float:
        """The function at the point."""
        return self.curve.function(self.state.at)

    @property
    def joined(self) -> bool:
        """Whether both points are one."""
        return abs(self.state.reach) <= ONE * self.plot.state.x.length

    @property
    def rise(self) -> float:
        """From the point up to the second one."""
        state = self.state
        return self.curve.function(state.at + state.reach) - self.height

    @property
    def leg(self) -> float:
        """The slope triangle's first leg: up to the second point; of a tangent, no longer than the window has room."""
        state, window, slope = self.state, self.plot.state, self.slope
        if not self.joined or state.second:
            return state.reach
        rooms = [window.right - state.at]
        if slope:
            rooms.append(max((window.high - self.height) / slope, (window.low - self.height) / slope))
        return max(0.0, min(state.run, *rooms))

    @property
    def slope(self) -> float:
        """Of the line through both points; of the tangent, where they are one."""
        return self.curve.function.derivative(self.state.at) if self.joined else self.rise / self.state.reach

    def has_tangent(self, at: float) -> bool:
        """Whether the curve has a slope at a place: not in a gap, at a corner, or where it would stand upright."""
        near = ONE * self.plot.state.x.length
        before, here, after = (self.curve.function.derivative(at + side) for side in (-near, 0.0, near))
        known = [self._angle(one) for one in (before, here, after) if np.isfinite(one)]
        return bool(np.isfinite(here)) and max(known) - min(known) < CORNER

    @property
    def has_line(self) -> bool:
        """Whether the line through both points, or the tangent, can be drawn."""
        return self.has_tangent(self.state.at) if self.joined else bool(np.isfinite(self.slope))

    def _angle(self, slope: float) -> float:
        """Of a slope, in radians, on a window that is a square."""
        window = self.plot.state
        return float(np.arctan(slope * window.x.length / window.y.length))

    # ── what is drawn ─────────────────────────────────────────────────────────────────────────────────────────────────

    def draw(self, state: PointState) -> None:
        """All parts that are seen."""
        self.picture.set(submobjects=[*self._parts(state)])

    def _parts(self, state: PointState) -> list[VMobject]:
        height = self.height
        if not self.plot.shows(state.at, height):
            return []
        here, parts = self.plot.point(state.at, height), []
        if state.drops > 0:
            parts.append(self._drops(state, height))
        if state.triangle > 0 and self.has_line:
            parts += self._triangle(state, height)
        if state.line > 0 and self.has_line:
            parts.append(self._line(state, here))
        if state.second > 0 and self.plot.shows(state.at + state.reach, height + self.rise):
            self.other.move_to(self.plot.point(state.at + state.reach, height + self.rise)).set_opacity(state.second)
            parts.append(self.other)
        self.dot.move_to(here).set_opacity(state.point)
        return [*parts, self.dot] if state.point > 0 else parts

    def _line(self, state: PointState, here: Array) -> VMobject:
        """Through both points and beyond, `line` of its way from its middle, inside the window."""
        along = self.plot.slope_on_screen(self.slope)
        span = float((self.plot.point(state.at + state.reach, self.height) - here)[0] / along[0])
        ends = sorted((0.0, span))
        spare = max(BEYOND, (LENGTH - (ends[1] - ends[0])) / 2) + state.long * self.plot.place.width
        low, high = (ends[0] - spare) * state.line, ends[0] + (ends[1] - ends[0] + spare) * state.line
        low, high = self._clipped(here, along, low, high)
        self.line.set_points_as_corners(np.array([here + low * along, here + high * along]))
        return self.line

    def line_points(self) -> Array:
        """Model points (n, 2) along the line, the triangle's legs and the way to the axes, if they are seen."""
        ways = [(self.line, [0, -1]), (self.sides, [0, 4, -1])]
        seen = [along(*way.points[corners]) for way, corners in ways if way in self.picture.submobjects]
        drops = self.drops.submobjects if self.drops in self.picture.submobjects else []
        seen += [along(*drop.points[[0, -1]]) for drop in drops if len(drop.points)]
        return self.plot.graph.models_of(np.concatenate([np.empty((0, 3)), *seen]))

    def _clipped(self, here: Array, along: Array, low: float, high: float) -> tuple[float, float]:
        """How far a line may go either way from a point, so that it stays in the window."""
        place = self.plot.place
        for axis, (least, most) in enumerate(((place.left, place.right), (place.bottom, place.top))):
            if abs(along[axis]) > ONE:
                ways = sorted(((least - here[axis]) / along[axis], (most - here[axis]) / along[axis]))
                low, high = max(low, ways[0]), min(high, ways[1])
        return low, high

    def _triangle(self, state: PointState, height: float) -> list[VMobject]:
        """Across, then up to the line; with names where the legs are long enough, clear of the axes' numbers."""
        run = self.leg
        corner = self.plot.point(state.at + run, height)
        end = self.plot.point(state.at + run, height + self.slope * run)
        start = self.plot.point(state.at, height)
        self.sides.set_points_as_corners(np.array([start, corner, end])).set_stroke(opacity=state.triangle)
        parts, up, out = [self.sides], np.sign(end[1] - corner[1]) or 1.0, np.sign(run)
        legs = self.legs[2:] if self.joined and not state.second else self.legs[:2]
        aside = max(0.34, ASIDE + legs[1].width / 2)
        gaps = (np.array([0.0, -0.28 * up, 0.0]), np.array([aside * out, 0.0, 0.0]))
        for leg, (one, other), gap in zip(legs, ((start, corner), (corner, end)), gaps, strict=True):
            size = leg.width if gap[0] == 0 else leg.height
            leg.move_to((one + other) / 2 + gap)
            if self.plot.from_numbers(leg) < BESIDE:  # rather inside the triangle than on them
                leg.move_to((one + other) / 2 - gap)
            room = (float(np.linalg.norm(other - one)) - 0.9 * size) / (0.2 * size)
            clear = min(1.0, max(0.0, SUDDEN * (min(room, self.plot.from_numbers(leg) / BESIDE) - 0.5)))
            if clear > 0:
                parts.append(leg.set_opacity(clear * state.triangle))
                leg.set_stroke(self.theme.background, opacity=clear * state.triangle, background=True)
        return parts

    def _drops(self, state: PointState, height: float) -> VGroup:
        """Dashed lines from the point to both axes, in the axes' colours."""
        x0, y0 = self.plot.graph.origin
        here = self.plot.point(state.at, height)
        ways = ((self.plot.point(state.at, y0), self.theme.muted), (self.plot.point(x0, height), self.theme.muted))
        long = [(end, colour) for end, colour in ways if np.linalg.norm(end - here) > ONE]
        self.drops.set(submobjects=[dashed(here, here + (end - here) * state.drops, colour) for end, colour in long])
        return self.drops

    def lives(self) -> tuple[LoopMotion, ...]:
        """The point wanders a little on its curve, and what belongs to it follows; not with a second one beside it, for
        what is said of both, and of a corner between them, is said of this place alone.
        """
        state, way = self.state, WAY * self.plot.state.x.length
        ends = state.at - way, state.at + way
        inside = all(self.plot.shows(at, self.curve.function(at)) for at in ends)
        free = state.point > 0 and not state.second and inside and self.curve.leads(*ends)
        return (Sway(self._numbers["at"], way),) if free else ()

    # ── what it claims ────────────────────────────────────────────────────────────────────────────────────────────────

    def off_curve(self) -> float:
        """How far the drawn points are above the function, as a share of the window's height."""
        return self.curve.off_dots(self.picture, (self.dot, self.other))

    def off_slope(self) -> float:
        """By what angle the drawn line is steeper than the function between the drawn points; radians, in a square."""
        if self.line not in self.picture.submobjects or self.state.line < 1:
            return 0.0
        (x0, y0), (x1, y1) = (self.plot.graph.model_of(self.line.points[k]) for k in (0, -1))

        def inside(dot: VMobject) -> float:  # rounding leads out
            return float(np.clip(self.plot.graph.model_of(dot.get_center())[0], *self.curve.function.domain))

        at, window = inside(self.dot), self.plot.state
        if abs(x1 - x0) < ONE * window.x.length:
            return 0.0
        true = self.curve.function.derivative(at)
        if not self.joined:  # outside of the window the second point is not seen, and its line is
            seen = self.other in self.picture.submobjects
            to = inside(self.other) if seen else at + self.state.reach
            true = (self.curve.function(to) - self.curve.function(at)) / (to - at)
        return self._angle((y1 - y0) / (x1 - x0)) - self._angle(true)


class PaleSecant(PointOnCurve):
    """The secant of a point as it stands now, which stays behind when that goes on: the line, and its second point; the
    `whole` line, in grey and through both points, where the other goes elsewhere.
    """

    def __init__(self, spot: PointOnCurve, *, whole: bool = False) -> None:
        ink, seen = (spot.theme.muted, 1.0) if whole else (spot.accent, PALE)
        super().__init__(spot.curve, spot.state.at, spot.theme, ink, tuple(leg.copy() for leg in spot.legs))
        self.line.set_stroke(opacity=seen)
        self.stand(reach=spot.state.reach, second=seen, line=1, point=whole, long=whole)
        self.plot.lines.append(self.line_points)

    def to_nothing(self) -> list[Any]:
        """The line draws back to its middle."""
        return self.to(point=0, second=0, line=0)
