"""The tangent plane as a sheet on its surface, with the two tangents that span it; and a cut through both.

Owns: `TouchingSheet`, `ObliqueCut`, and the name of what it claims.

Laws:
- The sheet is a piece of the plane around the point, inside the surface's box: it never leaves the picture.
- The cut stands upright over the line of the floor along a step; one of its curves lies on the surface, the other, a
  straight line, on the plane.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from manim import ValueTracker, VMobject

from mathora.stage.arrays import Array
from mathora.stage.figures.surface.cut_surface import SAMPLES
from mathora.stage.figures.surface.tangent_piece import SHEET, TouchingPlane
from mathora.stage.map.marks import marker
from mathora.stage.plane.graph import Graph
from mathora.stage.space.figure import SurfaceFigure, rgb
from mathora.stage.space.view import SpaceCurve, SpaceSheet

REACH = 0.35  # how far the sheet reaches from the point, at most, as a share of the surface's span
CLEARLY, THROUGH_SURFACE = 0.5, 0.7  # how much of it is seen, and how much of that behind the surface
UPRIGHT = 0.22  # how much is seen of the plane of a cut
WIDTH = 5.0  # of a curve on axes
TANGENT, CUT, EDGE = 6.0, 6.5, 2.0  # how wide lines are drawn
BROADSIDE = (-75.0, -12.0)  # between these azimuths a cut is looked at, in degrees
ON_CUT = "along the cut, the function is as high as the surface"


class TouchingSheet:
    """The piece of `plane` that is laid on the surface `on`, as far as it is `spread`; in the `colours` of both
    variables the tangents in it, as far as they are `drawn`. Nothing of it is seen yet.
    """

    def __init__(self, on: SurfaceFigure, plane: TouchingPlane, colours: tuple[str, ...]) -> None:
        self.on, self.plane, self.colours = on, plane, colours
        self.spread, self.seen, self.drawn = ValueTracker(0), ValueTracker(1), (ValueTracker(0), ValueTracker(0))
        self.ends = self._ends()
        on.exhibit(self._sheet)
        for edge in range(4):
            on.exhibit(partial(self._edge, edge))
        for axis in (0, 1):
            on.exhibit(partial(self._tangent, axis))

    def _ends(self) -> Array:
        """How far the sheet reaches down and up each variable from the point, (2, 2): inside the surface's box."""
        box, at, slopes = self.on.box, self.plane.at, self.plane.slopes
        low, high = np.array(box.low), np.array(box.high)
        reach = REACH * (high - low)[:2]
        down, up = -np.minimum(reach, at - low[:2]), np.minimum(reach, high[:2] - at)
        uphill = np.where(slopes >= 0, up, down)
        downhill = np.where(slopes >= 0, down, up)
        rise, fall = float(slopes @ uphill), float(-slopes @ downhill)
        uphill = uphill * min(1.0, (high[2] - self.plane.height) / max(rise, 1e-12))
        downhill = downhill * min(1.0, (self.plane.height - low[2]) / max(fall, 1e-12))
        return np.stack([np.minimum(uphill, downhill), np.maximum(uphill, downhill)])

    def stand(self, value: float) -> None:
        """All of it is there, or nothing."""
        for one in (self.spread, *self.drawn):
            one.set_value(value)

    def _rectangle(self, share: float) -> Array:
        """The least and greatest values of both variables of so much of the sheet, (2, 2): what lies in the box."""
        return np.clip(self.plane.at + share * self.ends, self.on.box.low[:2], self.on.box.high[:2])

    def _at(self, x: Array | float, y: Array | float) -> Array:
        return np.stack([*np.broadcast_arrays(x, y), self.plane.value(np.asarray(x), np.asarray(y))], axis=-1)

    def _corners(self) -> Array:
        """The sheet's corners (4, 3), in order around it."""
        (left, low), (right, high) = self._rectangle(float(self.spread.get_value()))
        return self._at(np.array([left, right, right, left]), np.array([low, low, high, high]))

    def _sheet(self) -> SpaceSheet | None:
        if self.spread.get_value() <= 0 or self.seen.get_value() <= 0:
            return None
        corner, one, _, other = self._corners()
        sides = np.stack([one - corner, other - corner])
        return SpaceSheet(corner, sides, SHEET, CLEARLY * self.seen.get_value(), THROUGH_SURFACE)

    def _edge(self, edge: int) -> SpaceCurve | None:
        if self.spread.get_value() <= 0:
            return None
        start, end = self._corners()[[edge, (edge + 1) % 4]]
        points = start + np.linspace(0, 1, 40)[:, None] * (end - start)
        return SpaceCurve(points, SHEET, EDGE, self.seen.get_value(), ghost=0.5)

    def _tangent(self, axis: int) -> SpaceCurve | None:
        """The tangent along a variable, from edge to edge of the sheet."""
        if self.drawn[axis].get_value() <= 0 or self.seen.get_value() <= 0:
            return None
        low, high = self._rectangle(float(self.drawn[axis].get_value()))[:, axis]
        along, held = np.linspace(low, high, 40), float(self.plane.at[1 - axis])
        points = self._at(*((along, held) if axis == 0 else (held, along)))
        return SpaceCurve(points, rgb(self.colours[axis]), TANGENT, self.seen.get_value(), ghost=1.0)


class ObliqueCut:
    """The upright plane over the step `by` (2,) from the point of `plane`, through the surface `on` and that plane. The
    surface's curve there is `along`, a function of the way gone, in its `colour`; both curves stand on `axes()` in the
    end.

    `stood` is how far the cutting plane is seen, `glow` how far both curves are drawn on the surface, `flown` how far
    they have gone from there to the axes.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what a cut is
        self,
        on: SurfaceFigure,
        plane: TouchingPlane,
        by: Array,
        along: Callable[[Array], Array],
        colour: str,
        axes: Callable[[], Graph],
    ) -> None:
        self.on, self.plane, self.along, self.axes = on, plane, along, axes
        self.way = by / float(np.linalg.norm(by))
        self.stood, self.glow, self.flown = ValueTracker(0), ValueTracker(0), ValueTracker(0)
        self.inks, self.widths = (colour, on.theme.foreground), (CUT, TANGENT)
        on.exhibit(self._upright)
        for line in (False, True):
            on.exhibit(partial(self._on_surface, line))
        self.lines = [VMobject(stroke_color=ink, stroke_width=WIDTH, fill_opacity=0) for ink in self.inks]
        for line, one in zip((False, True), self.lines, strict=True):
            one.add_updater(partial(self._fly, line), call_updater=True)
        self.dot = marker(on.theme)
        self.dot.add_updater(lambda dot: dot.move_to(self._between(self.over(np.zeros(1), line=False))))

    def azimuth(self) -> float:
        """From where the cut is seen broadside, in degrees, between the angles from which the axes are in front."""
        across = np.array([self.way[1], -self.way[0]]) * (1 if self.way[0] + self.way[1] >= 0 else -1)
        return float(np.clip(np.degrees(np.arctan2(across[1], across[0])), *BROADSIDE))

    def over(self, gone: Array, *, line: bool) -> Array:
        """Model points (n, 3) after so much of the way: on the surface, or on the `line`, the plane's."""
        x, y = self.plane.at[:, None] + self.way[:, None] * gone
        return np.stack([x, y, self.plane.value(x, y) if line else self.plane.function.value(x, y)], axis=-1)

    def _ends(self) -> tuple[float, float]:
        """Between which ways gone the line of the cut lies over the surface's floor."""
        with np.errstate(divide="ignore"):
            ends = (np.array([self.on.box.low[:2], self.on.box.high[:2]]) - self.plane.at) / self.way
        return float(np.nanmax(ends.min(axis=0))), float(np.nanmin(ends.max(axis=0)))

    def _upright(self) -> SpaceSheet | None:
        if (seen := self.stood.get_value()) <= 0:
            return None
        (start, end), (low, high) = self.over(np.array(self._ends()), line=False), (self.on.box.low, self.on.box.high)
        corner = np.append(start[:2], low[2])
        sides = np.array([[*(end - start)[:2], 0.0], [0.0, 0.0, high[2] - low[2]]])
        return SpaceSheet(corner, sides, SHEET, UPRIGHT * seen)

    def _on_surface(self, line: bool) -> SpaceCurve | None:  # noqa: FBT001 - which of the two
        """One of both curves, from the point outwards, as far as it is drawn and inside the box."""
        glow = self.glow.get_value()
        if glow <= 0 or self.flown.get_value() > 0:
            return None
        low, high = self._ends()
        points = self.over(glow * np.linspace(low, high, SAMPLES), line=line)
        inside = (points[:, 2] >= self.on.box.low[2]) & (points[:, 2] <= self.on.box.high[2])
        points[:, 2] = np.where(inside, points[:, 2], np.nan)
        return SpaceCurve(points, rgb(self.inks[line]), self.widths[line], 1.0, ghost=0.7, glow=0.0 if line else 0.12)

    def _between(self, points: Array) -> Array:
        """Scene points (n, 3) of model points of the cut, on their way from the surface to the axes."""
        gone, share = (points[:, :2] - self.plane.at) @ self.way, float(self.flown.get_value())
        onto = self.axes().points_of(gone, points[:, 2])
        return np.asarray((1 - share) * self.on.scene_points(points) + share * onto)

    def _fly(self, line: bool, mobject: VMobject) -> None:  # noqa: FBT001 - which of the two
        (low, high), graph = self._ends(), self.axes()
        points = self.over(np.linspace(max(low, graph.x.low), min(high, graph.x.high), SAMPLES), line=line)
        inside = (points[:, 2] >= graph.y.low) & (points[:, 2] <= graph.y.high)
        mobject.set_points_as_corners(self._between(points[inside]))

    def off_surface(self) -> float:
        """By how much `along` differs from the surface over the same way, as a share of the window's height."""
        gone = np.linspace(*self.axes().x, 33)
        off = np.abs(self.along(gone) - self.over(gone, line=False)[:, 2])
        return float(np.nanmax(off, initial=0.0)) / self.axes().y.length
