"""A point that moves in the plane: its path, the arrow to it from the origin, its velocity, what one coordinate traces.

Owns: `Orbit`, `OrbitState`, `PlanePath`, `Trace`.

Laws (measured on the drawn points):
- The point stands where both functions are at its parameter (`off_path`).
- The arc at the origin is as large an angle as the parameter says (`off_angle`).
- Neither is drawn outside of the window, and no line across a pole or a jump.
- The traced point is as high as the coordinate that it traces (`off_trace`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from manim import VMobject

from mathora.formula.curves.interval import Interval, one_digit
from mathora.formula.curves.one_variable import OneVariable
from mathora.formula.curves.pieces import clipped, pieces, until
from mathora.stage.arrays import Array
from mathora.stage.figures.curve.curve import FunctionCurve
from mathora.stage.figures.curve.plot import Plot
from mathora.stage.figures.curve.turned import TurnedArc
from mathora.stage.figures.elements.figure import Figure, Numbers
from mathora.stage.map.marks import marker
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.plane.graph import Tangent, along, dashed

SAMPLES = 601
WIDTH = 4.5
SLACK = 1e-9
TANGENT = 2.2  # the length of a trace's tangent, in scene units
LONG = 0.45  # no velocity arrow is longer than this share of the window, but for those of the fastest speeds
USUAL = 0.95  # the share of the speeds that are not among the fastest


@dataclass(frozen=True, eq=False)
class PlanePath:
    """Two functions of one parameter: across and up, in model units; `span` is where it begins and ends."""

    across: OneVariable
    up: OneVariable
    span: Interval

    def pieces(self) -> list[tuple[Array, Array]]:
        """All of it without poles and jumps: parameters (n,), and model points (n, 2) there."""
        found = []
        for at, _ in pieces(self.across.value, self.span, SAMPLES):
            for part, _ in pieces(self.up.value, self.span, SAMPLES):
                both = np.intersect1d(at, part)
                if len(both) > 1:
                    found.append((both, np.column_stack([self.across.value(both), self.up.value(both)])))
        return found

    def at(self, parameter: float) -> Array:
        """The model point (2,)."""
        return np.array([self.across(parameter), self.up(parameter)])

    def velocity(self, parameter: float) -> Array:
        """Both derivatives, (2,)."""
        return np.array([self.across.derivative(parameter), self.up.derivative(parameter)])


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
    """A path on axes with equal units. `colours`: of the path, of the legs across and up, of the velocity. `turned` is
    the arc of the angle at which the point is seen, if the parameter is that; `mark` is what moves, if not a point.
    """

    def __init__(
        self,
        plot: Plot,
        path: PlanePath,
        colours: tuple[str, str, str, str],
        turned: TurnedArc | None = None,
        mark: VMobject | None = None,
    ) -> None:
        super().__init__(OrbitState(path.span.low, path.span.low), plot)
        self.plot, self.path, self.colours, self.turned = plot, path, colours, turned
        plot.lines += [self.edge, self._arms]
        self.line = VMobject(stroke_color=colours[0], stroke_width=WIDTH, fill_opacity=0)
        self.dot = mark or marker(plot.theme, 0.12)
        self._pieces: tuple[object, list[tuple[Array, Array]]] | None = None
        self.scale = self._scale()

    def _scale(self) -> float:
        """What the velocity is drawn by: it stays in the window, or nearly, all along the path that is seen."""
        window, times = self.plot.state, np.linspace(*self.path.span, 121)
        places = np.array([[*self.path.at(one), *self.path.velocity(one)] for one in times])
        seen = [np.isfinite(one).all() and self.plot.shows(*one[:2]) for one in places]
        here, ways = np.split(places[seen], 2, axis=1)
        fastest = float(np.quantile([*np.hypot(*ways.T), 1e-12], USUAL))
        most = min(1.0, LONG * min(window.x.length, window.y.length) / fastest) if fastest else 1.0
        ends = np.where(ways > 0, (window.right, window.high), (window.left, window.low))
        with np.errstate(divide="ignore", invalid="ignore"):
            shares = (ends - here) / ways
        room = float(np.min(shares, initial=1.0, where=np.isfinite(shares)))
        most = max(min(most, room), most / 2)
        return 1.0 if most == 1 else one_digit(most)

    @property
    def standing(self) -> tuple[object, ...]:
        """Its state, the plot's, and what is held."""
        return (*super().standing, tuple(self.path.across.held().items()))

    def pieces(self) -> list[tuple[Array, Array]]:
        """What of the path is in the window, as its parameters stand: parameters and model points."""
        window = self.plot.state
        key = (window.x, window.y, tuple(self.path.across.held().items()))
        if self._pieces is None or self._pieces[0] != key:
            parts = self.path.pieces()
            for axis, ends in enumerate((window.x, window.y)):
                inside = []
                for at, places in parts:
                    for times, _ in clipped([(at, places[:, axis])], ends.wider(SLACK)):
                        inside.append((times, np.column_stack([np.interp(times, at, one) for one in places.T])))
                parts = inside
            self._pieces = (key, parts)
        return self._pieces[1]

    def edge(self) -> Array:
        """Model points (n, 2) of all that is seen of the path."""
        return np.concatenate([np.empty((0, 2)), *(places for _, places in self.pieces())])

    def _arms(self) -> Array:
        """Model points (n, 2) along what leads to the point, and on from it."""
        state, here = self.state, self.path.at(self.state.at)
        foot, corner, end = np.zeros(2), here * (1, 0), here + self.scale * self.path.velocity(state.at)
        ways = ((state.arrow, (foot, here)), (state.legs, (corner, here)), (state.velocity, (here, end)))
        seen = [along(*way) for much, way in ways if much and np.isfinite(way).all()]
        if self.turned is not None and state.arrow:
            seen.append(self.plot.graph.models_of(self.turned.points))
        return np.concatenate([np.empty((0, 2)), *seen])

    def draw(self, state: OrbitState) -> None:
        """The path; legs, arrows and the point on it."""
        far = state.drawn
        drawn = [(until(at, x, far)[1], until(at, y, far)[1]) for at, places in self.pieces() for x, y in [places.T]]
        parts = [part for part in drawn if len(part[0]) > 1]
        self.line.set_points(self.plot.graph.polylines(parts, self.colours[0]).points if parts else np.zeros((0, 3)))
        self.picture.set(submobjects=[self.line] if parts else [])
        here = self.path.at(state.at)
        if np.isfinite(here).all() and self.plot.shows(*here):
            self.picture.add(*self._at(state, here))

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
        if self.turned is not None and state.arrow == 1:
            parts += self.turned.put(foot, place, state.at, self.plot.numbers, legs=state.legs > 0)
        if state.velocity > 0:
            way = self.scale * state.velocity * self.path.velocity(state.at)
            if np.isfinite(way).all() and np.abs(way).max() < self.plot.state.x.length:
                parts.append(ArrowMobject(place, self.plot.point(*(here + way)), self.colours[3]))
        if state.point > 0:
            parts.append(self.dot.move_to(place).set_opacity(state.point))
        return parts

    def boxes(self) -> list[VMobject]:
        """Small pieces of the path, for what keeps off its box."""
        pieces = (np.split(places, range(20, len(places), 20)) for _, places in self.pieces())
        points = [self.plot.graph.points_of(*part.T) for piece in pieces for part in piece if len(part) > 1]
        return [VMobject().set_points_as_corners(part) for part in points]

    def off_path(self) -> float:
        """How far the drawn point is from both functions, as a share of the window's width."""
        if self.dot not in self.picture.submobjects:
            return 0.0
        drawn = np.array(self.plot.graph.model_of(self.dot.get_center()))
        return float(np.abs(drawn - self.path.at(self.state.at)).max() / self.plot.state.x.length)

    def off_angle(self) -> float:
        """How far the drawn arc is from the parameter, in radians."""
        arc = self.turned if self.turned in self.picture.submobjects else None
        return abs(arc.angle() - self.state.at) if arc is not None else 0.0


@dataclass(frozen=True)
class TraceState(Numbers):
    """Up to which parameter the trace is drawn; how much of it, and of the tangent at its point, is seen."""

    drawn: float
    seen: float = 0.0
    tangent: float = 0.0


class Trace(Figure[TraceState]):
    """A coordinate of an orbit's point over its parameter, on axes beside the orbit's; a line joins both points.

    `level`: the traced coordinate is the one up, and both axes have the same heights, so that the line is level.
    """

    def __init__(self, plot: Plot, orbit: Orbit, traced: OneVariable, colour: str, *, level: bool) -> None:
        super().__init__(TraceState(orbit.path.span.low), plot, orbit)
        self.plot, self.orbit, self.traced, self.level = plot, orbit, traced, level
        self.curve = FunctionCurve(plot, traced, colour)
        self.dot = marker(plot.theme, 0.12)

    def draw(self, state: TraceState) -> None:
        """The curve so far, and the way from the point on the path to the point on it."""
        parts: list[VMobject] = []
        now, span = self.orbit.state.at, self.orbit.path.span
        if state.seen > 0:
            self.curve.stand(drawn=(state.drawn - span.low) / span.length)
            parts.append(self.curve.picture)
        height = self.traced(now)
        if state.seen > 0 and self.plot.shows(now, height):
            here = self.plot.point(now, height)
            if self.level and self.orbit.dot in self.orbit.picture.submobjects:
                start = self.orbit.plot.point(*self.orbit.path.at(now))
                parts.append(dashed(start, here, self.plot.theme.muted).set_stroke(opacity=state.seen))
            if state.tangent > 0:
                slope = self.traced.derivative(now)
                tangent = Tangent(self.plot.graph, self.orbit.colours[3], TANGENT).put(now, height, slope)
                parts.append(tangent.set_stroke(opacity=min(state.seen, state.tangent)))
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
