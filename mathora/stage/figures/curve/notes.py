"""Marks on a plot that stay at their places of the model: dots with labels, asymptotes, the mirror image of a curve.

Owns: `Notes`, `Asymptotes`, `Mirror`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import Square, VGroup, VMobject

from mathora.formula.curves.asymptotes import POLE, AsymptoteLine, asymptotes_of, endless, far_out
from mathora.formula.curves.interval import Interval
from mathora.formula.curves.pieces import clipped
from mathora.stage.arrays import Array
from mathora.stage.figures.curve.curve import FunctionCurve
from mathora.stage.figures.curve.point import PointOnCurve
from mathora.stage.figures.elements.figure import Figure, Seen
from mathora.stage.figures.elements.naming import clearance, free_place
from mathora.stage.map.marks import marker
from mathora.stage.plane.graph import HALO, SAME, along, dashed

ROOM = 0.06  # scene units from a label to others at least
OWN, ALONE = 0.45, 1.5  # the share of the way to the next dot that is a dot's own, and the longest such way that counts


class Notes(Figure[Seen]):
    """Dots on a curve at some places, each with a label beside it, clear of the curve, of the `others` and of texts; of
    several, those for whose labels there is no room have none.
    """

    def __init__(
        self,
        curve: FunctionCurve,
        notes: Sequence[tuple[float, VMobject]],
        boxes: Sequence[VMobject],
        others: Sequence[FunctionCurve] = (),
    ) -> None:
        super().__init__(Seen(), curve)
        self.curve, self.plot = curve, curve.plot
        self.dots = [marker(curve.plot.theme) for _ in notes]
        self.places = [(at, curve.function(at)) for at, _ in notes]
        self.labels = [label for _, label in notes]
        taken, self._ways = list(boxes), list[Array | None]()
        dots = self._rooms()
        for (at, height), label in zip(self.places, self.labels, strict=True):
            label.set_stroke(curve.plot.theme.background, HALO, background=True)
            here = self.plot.point(at, height)
            lines = [self.plot.axes_points, *(one.line.points for one in (curve, *others))]
            off = [*taken, *(dot for dot in dots if np.linalg.norm(dot.get_center() - here) > ROOM)]
            place = free_place(label, here[None], lines, off, self.plot.place)
            middle, half = place[:2] + place[2:], np.array([label.width, label.height]) / 2
            fits = len(notes) == 1 or clearance(middle, half, np.empty((0, 2)), off) > ROOM
            self._ways.append(place[2:] if fits else None)
            if fits:
                taken.append(label.copy().move_to(np.append(middle, 0.0)))

    def _rooms(self) -> list[VMobject]:
        """What belongs to each dot: nearly half of the way to the next, so that no label stands nearer to another's."""
        places = [self.plot.point(*place) for place in self.places]
        ways = [[float(np.linalg.norm(one - other)) for other in places if other is not one] for one in places]
        return [Square(2 * OWN * min([*way, ALONE])).move_to(at) for way, at in zip(ways, places, strict=True)]

    @property
    def texts(self) -> list[VMobject]:
        """The labels that are seen."""
        return [label for label in self.labels if label in self.picture.submobjects]

    def marks(self, at: float, height: float) -> bool:
        """Whether a dot stands at this place of the model."""
        window = self.plot.state
        size = np.array([window.x.length, window.y.length])
        return any(bool((np.abs(np.subtract(place, (at, height))) < SAME * size).all()) for place in self.places)

    def draw(self, state: Seen) -> None:
        """The dots and labels that are in the window."""
        parts: list[VMobject] = []
        for place, dot, label, way in zip(self.places, self.dots, self.labels, self._ways, strict=True):
            if state.seen > 0 and self.plot.shows(*place):
                here = self.plot.point(*place)
                parts.append(dot.move_to(here).set_opacity(state.seen))
                if way is not None:
                    label.move_to(here + np.append(way, 0.0)).set_opacity(state.seen)
                    parts.append(label.set_stroke(self.plot.theme.background, opacity=state.seen, background=True))
        self.picture.set(submobjects=parts)

    def off_zero(self) -> float:
        """The largest height of the function at the drawn dots, as a share of the window's height."""
        drawn = [dot for dot in self.dots if dot in self.picture.submobjects]
        places = [self.plot.graph.model_of(dot.get_center()) for dot in drawn]
        return max((abs(self.curve.function(x)) / self.plot.state.y.length for x, _ in places), default=0.0)


class Asymptotes(Figure[Seen]):
    """Dashed lines to which a curve comes as it stands, drawn from one side of the window to the other."""

    def __init__(self, curve: FunctionCurve, colour: str) -> None:
        super().__init__(Seen(), curve)
        self.curve, self.plot, self.colour = curve, curve.plot, colour
        self.lines: Sequence[AsymptoteLine] = ()
        self._seen_by: object = None

    def draw(self, state: Seen) -> None:
        """The lines, `seen` of their length."""
        parts, window = [], self.plot.state
        seen_by = window.x, window.y, dict(self.curve.function.held())
        if seen_by != self._seen_by:  # else nothing moves but the lines themselves
            self.lines, self._seen_by = asymptotes_of(self.curve.function, window.x, window.y), seen_by
        for start, end in (ends for line in self.lines if (ends := self.ends(line)) is not None):
            if state.seen > 0:
                parts.append(dashed(start, start + (end - start) * state.seen, self.colour, 3.0))
        self.picture.set(submobjects=parts)

    def ends(self, line: AsymptoteLine) -> tuple[Array, Array] | None:
        """Where a line enters and leaves the window, scene points (3,); None if it does not come in."""
        window = self.plot.state
        if line.at is not None:
            return self.plot.point(line.at, window.low), self.plot.point(line.at, window.high)
        x = np.linspace(window.left, window.right, 401)
        parts = clipped([(x, line.slope * x + line.height)], window.y)
        if not parts:
            return None
        (across, up), *_ = parts
        return self.plot.point(across[0], up[0]), self.plot.point(across[-1], up[-1])

    def places(self) -> Array:
        """Model points (n, 2) all along the lines, while they are seen."""
        ends = [ends for line in self.lines if self.state.seen and (ends := self.ends(line)) is not None]
        return self.plot.graph.models_of(np.concatenate([np.empty((0, 3)), *(along(*one) for one in ends)]))

    def residual(self) -> float:
        """How far the function is from a drawn line where it should have come to it, as a share of the window's
        height; beside an upright line, how far it is from growing without end, from 1 down to 0.
        """
        window, worst = self.plot.state, 0.0
        for drawn in self.picture.submobjects:
            (x0, y0), (x1, y1) = (self.plot.graph.model_of(drawn.points[k]) for k in (0, -1))
            if abs(x1 - x0) < POLE * window.x.length:
                worst = max(worst, 1.0 - endless(self.curve.function, x0, window.x))
            else:
                slope = (y1 - y0) / (x1 - x0)
                function, sides = self.curve.function, (-window.x.length, window.x.length)
                places = [far_out(function, side) / 10 for side in sides]
                apart = [abs(function(far) - y0 - slope * (far - x0)) for far in places]
                worst = max(worst, min(apart) / window.y.length)
        return worst


class Mirror(Figure[Seen]):
    """The curve, turned over the line y = x until each of its points (x, y) stands at (y, x), and so the `spot`."""

    def __init__(self, curve: FunctionCurve, spot: PointOnCurve, colour: str) -> None:
        super().__init__(Seen(), curve, spot)
        self.curve, self.plot, self.spot = curve, curve.plot, spot
        self.dot, self.drops = marker(curve.plot.theme), VGroup()
        self.line = VMobject(stroke_color=colour, stroke_width=5, fill_opacity=0)
        self.picture.add(self.drops, self.line, self.dot)

    def draw(self, state: Seen) -> None:
        """The curve `seen` of its way to its mirror image, in the window; so its point, with its ways to the axes."""
        self._turn_spot(state.seen)
        window, paths = self.plot.state, []
        span = Interval(min(window.left, window.low), max(window.right, window.high))
        for x, y in self.curve.function_pieces(span) if state.seen > 0 else ():
            across, up = x + (y - x) * state.seen, y + (x - y) * state.seen
            inside = (across >= window.left) & (across <= window.right) & (up >= window.low) & (up <= window.high)
            runs = np.split(np.arange(len(x)), np.flatnonzero(np.diff(inside)) + 1)
            paths += [(across[run], up[run]) for run in runs if inside[run[0]] and len(run) > 1]
        self.line.set_points(self.plot.graph.polylines(paths, "#ffffff").points if paths else np.zeros((0, 3)))

    def _turn_spot(self, seen: float) -> None:
        x, y, point = self.spot.state.at, self.spot.height, self.spot.state
        across, up = x + (y - x) * seen, y + (x - y) * seen
        shown = seen * point.point if self.plot.shows(across, up) else 0.0
        here, origin, muted = self.plot.point(across, up), self.plot.graph.origin, self.plot.theme.muted
        ends = [self.plot.point(across, origin[1]), self.plot.point(origin[0], up)]
        way = min(shown, point.drops)
        self.drops.set(submobjects=[dashed(here, here + (end - here) * way, muted) for end in ends] if way else [])
        self.dot.move_to(here).set_opacity(shown)

    def residual(self) -> float:
        """How far the drawn points are from mirror images of the curve's, as a share of the window's height."""
        if self.state.seen < 1 or not len(self.line.points):
            return 0.0
        dot = [self.dot.get_center()] if self.dot.get_fill_opacity() else []
        places = self.plot.graph.models_of(np.array([*self.line.points[::4], *dot]))
        apart = np.abs(self.curve.function.value(places[:, 1]) - places[:, 0])
        return float(np.nan_to_num(apart, nan=np.inf).max()) / self.plot.state.y.length
