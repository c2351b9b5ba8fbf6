"""A point that moves in the plane: its path, the arrow to it from the origin, its velocity, what one coordinate traces.

Owns: `Orbit`, `OrbitState`, `PlanePath`, `Trace`.

Laws (measured on the drawn points):
- The point stands where both functions are at its parameter (`off_path`).
- The traced point is as high as the coordinate that it traces (`off_trace`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from manim import VMobject

from mathora.formula.curves.interval import one_digit
from mathora.formula.curves.one_variable import OneVariable
from mathora.stage.arrays import Array
from mathora.stage.figures.curve.plot import Plot
from mathora.stage.figures.elements.figure import Figure, Numbers
from mathora.stage.map.marks import marker
from mathora.stage.parameters import Interval
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.plane.graph import dashed

SAMPLES = 601
WIDTH = 4.5
LONG = 0.45
"""No velocity arrow is longer than this share of the window."""


@dataclass(frozen=True, eq=False)
class PlanePath:
    """Two functions of one parameter: across and up, in model units; `span` is where it begins and ends."""

    across: OneVariable
    up: OneVariable
    span: Interval

    def points(self, low: float, high: float) -> Array:
        """Model points (n, 2) from one parameter to another."""
        count = max(2, round(SAMPLES * min(1.0, abs(high - low) / self.span.length)))
        at = np.linspace(low, high, count)
        return np.column_stack([self.across.value(at), self.up.value(at)])

    def at(self, parameter: float) -> Array:
        """The model point (2,)."""
        return np.array([self.across(parameter), self.up(parameter)])

    def velocity(self, parameter: float) -> Array:
        """Both derivatives, (2,)."""
        return np.array([self.across.derivative(parameter), self.up.derivative(parameter)])

    def fastest(self) -> float:
        """The greatest speed, in model units; 0 if there is none."""
        at = np.linspace(*self.span, 201)
        speeds = np.hypot(self.across.derivative.value(at), self.up.derivative.value(at))
        return float(speeds[np.isfinite(speeds)].max(initial=0.0))


@dataclass(frozen=True)
class OrbitState(Numbers):
    """Up to which parameter the path is drawn, where the point is; how much of each part is seen, from 0 to 1."""

    drawn: float
    at: float
    point: float = 0.0
    arrow: float = 0.0
    legs: float = 0.0
    velocity: float = 0.0


class Orbit(Figure[OrbitState]):
    """A path on axes with equal units. `colours`: of the path, of the legs across and up, of the velocity."""

    def __init__(self, plot: Plot, path: PlanePath, colours: tuple[str, str, str, str]) -> None:
        super().__init__(OrbitState(path.span.low, path.span.low), plot)
        self.plot, self.path, self.colours = plot, path, colours
        plot.lines.append(self._whole)
        self.line = VMobject(stroke_color=colours[0], stroke_width=WIDTH, fill_opacity=0)
        self.dot = marker(plot.theme, 0.12)
        size = LONG * min(plot.state.x.length, plot.state.y.length)
        most = min(1.0, size / max(path.fastest(), 1e-12))
        most = max(min(most, self._room()), most / 2)
        self.scale = 1.0 if most == 1 else one_digit(most)

    def _room(self) -> float:
        """By what share of it the velocity stays in the window, all along the path."""
        window, times = self.plot.state, np.linspace(*self.path.span, 121)
        here = np.array([self.path.at(one) for one in times])
        ways = np.array([self.path.velocity(one) for one in times])
        ends = np.where(ways > 0, (window.right, window.high), (window.left, window.low))
        with np.errstate(divide="ignore", invalid="ignore"):
            shares = (ends - here) / ways
        return float(np.min(shares, initial=1.0, where=np.isfinite(shares)))

    @property
    def standing(self) -> tuple[object, ...]:
        """Its state, the plot's, and what is held."""
        return (*super().standing, tuple(self.path.across.held().items()))

    def _whole(self) -> Array:
        """Model points (n, 2) of the whole path, as its parameters stand."""
        points = self.path.points(*self.path.span)
        return np.asarray(points[np.isfinite(points).all(axis=1)])

    def draw(self, state: OrbitState) -> None:
        """The path; legs, arrows and the point on it."""
        parts: list[VMobject] = []
        points = self.path.points(self.path.span.low, state.drawn)
        known = points[np.isfinite(points).all(axis=1)]
        if len(known) > 1 and state.drawn > self.path.span.low:
            parts.append(self.line.set_points_as_corners(self.plot.graph.points_of(known[:, 0], known[:, 1])))
        here = self.path.at(state.at)
        if np.isfinite(here).all():
            parts += self._at(state, here)
        self.picture.set(submobjects=parts)

    def _at(self, state: OrbitState, here: Array) -> list[VMobject]:
        """What belongs to the point."""
        foot, place, parts = self.plot.point(0.0, 0.0), self.plot.point(*here), []
        if state.legs > 0:
            corner = self.plot.point(here[0], 0.0)
            for (start, end), colour in zip(((foot, corner), (corner, place)), self.colours[1:3], strict=True):
                leg = VMobject(stroke_color=colour, stroke_width=5, fill_opacity=0)
                parts.append(leg.set_points_as_corners(np.array([start, start + (end - start) * state.legs])))
        if state.arrow > 0:
            parts.append(ArrowMobject(foot, foot + (place - foot) * state.arrow, self.plot.theme.foreground))
        if state.velocity > 0:
            way = self.scale * state.velocity * self.path.velocity(state.at)
            if np.isfinite(way).all():
                parts.append(ArrowMobject(place, self.plot.point(*(here + way)), self.colours[3]))
        if state.point > 0:
            parts.append(self.dot.move_to(place).set_opacity(state.point))
        return parts

    def off_path(self) -> float:
        """How far the drawn point is from both functions, as a share of the window's width."""
        if self.dot not in self.picture.submobjects:
            return 0.0
        drawn = np.array(self.plot.graph.model_of(self.dot.get_center()))
        return float(np.abs(drawn - self.path.at(self.state.at)).max() / self.plot.state.x.length)


@dataclass(frozen=True)
class TraceState(Numbers):
    """Up to which parameter the trace is drawn, and how much of it is seen."""

    drawn: float
    seen: float = 0.0


class Trace(Figure[TraceState]):
    """A coordinate of an orbit's point over its parameter, on axes beside the orbit's; a line joins both points.

    `level`: the traced coordinate is the one up, and both axes have the same heights, so that the line is level.
    """

    def __init__(self, plot: Plot, orbit: Orbit, traced: OneVariable, colour: str, *, level: bool) -> None:
        super().__init__(TraceState(orbit.path.span.low), plot, orbit)
        self.plot, self.orbit, self.traced, self.level = plot, orbit, traced, level
        self.line = VMobject(stroke_color=colour, stroke_width=WIDTH, fill_opacity=0)
        self.dot = marker(plot.theme, 0.12)

    def draw(self, state: TraceState) -> None:
        """The curve so far, and the way from the point on the path to the point on it."""
        parts: list[VMobject] = []
        low, now = self.orbit.path.span.low, self.orbit.state.at
        at = np.linspace(low, max(state.drawn, low), SAMPLES)
        heights = self.traced.value(at)
        known = np.isfinite(heights)
        if state.seen > 0 and state.drawn > low and known.sum() > 1:
            parts.append(self.line.set_points_as_corners(self.plot.graph.points_of(at[known], heights[known])))
        height = self.traced(now)
        if state.seen > 0 and self.plot.shows(now, height):
            here = self.plot.point(now, height)
            if self.level and self.orbit.state.point > 0:
                start = self.orbit.plot.point(*self.orbit.path.at(now))
                parts.append(dashed(start, here, self.plot.theme.muted).set_stroke(opacity=state.seen))
            parts.append(self.dot.move_to(here).set_opacity(state.seen))
        self.picture.set(submobjects=parts)

    def off_trace(self) -> float:
        """How far the point is from its coordinate and, if level, from the path's point; as a share of the height."""
        if self.dot not in self.picture.submobjects:
            return 0.0
        at, height = self.plot.graph.model_of(self.dot.get_center())
        off = abs(height - self.traced(at)) / self.plot.state.y.length
        if self.level and self.orbit.dot in self.orbit.picture.submobjects:
            off = max(off, abs(float(self.dot.get_center()[1] - self.orbit.dot.get_center()[1])))
        return float(off)
