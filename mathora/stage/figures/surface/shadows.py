"""The shadows of data on a line through their mean: how far they spread in each direction (principal components).

Owns: `DataShadows`, `even_window`.

Laws:
- Units are equal on both axes: a shadow falls perpendicularly on the line, on screen as in the model.
- The variance is that of the data, the mean of the squared distances from the mean; in a direction u it is uᵀCu
  (Pearson 1901). The reading is measured on the shadows as they are drawn.
- An arrow along a principal direction is as long as the standard deviation that way.
"""

from __future__ import annotations

import numpy as np
from manim import Circle, ValueTracker, VGroup, VMobject

from mathora.formula.curves.fitted import room_for
from mathora.formula.curves.interval import Interval
from mathora.stage.arrays import Array
from mathora.stage.figures.data.data_points import Scatter
from mathora.stage.invariants import Claims
from mathora.stage.layout import Region
from mathora.stage.motion import led
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.plane.graph import Graph, dashed
from mathora.stage.theme import Theme

SHADOW = 0.085  # the radius of a shadow's dot, in scene units
ANGLES = 181  # at so many angles the curve of the variance is known
ROUND = 1e-9  # the share of the larger variance by which both have to differ: else no direction is special


def even_window(x: Array, y: Array, region: Region) -> tuple[Interval, Interval]:
    """Spans of both axes that hold the data, with room to turn a line in, in equal units of a region."""
    across, up = room_for(x), room_for(y)
    unit = max(across.length / region.width, up.length / region.height)
    half = unit * region.width / 2, unit * region.height / 2
    return (
        Interval(across.middle - half[0], across.middle + half[0]),
        Interval(up.middle - half[1], up.middle + half[1]),
    )


class DataShadows:
    """A line through the mean of a scatter's points at an `angle` (degrees), and the points' shadows on it."""

    def __init__(self, scatter: Scatter, theme: Theme) -> None:
        self.scatter, self.theme, self.angle = scatter, theme, ValueTracker(0.0)
        points = np.column_stack([scatter.x, scatter.y])
        self.mean = points.mean(axis=0)
        self.points = points - self.mean
        self.covariance = self.points.T @ self.points / len(points)
        values, ways = np.linalg.eigh(self.covariance)
        self.variances = values[::-1]
        self.ways = ways.T[::-1] * np.where(ways.T[::-1][:, :1] < 0, -1.0, 1.0)
        self.best = float(np.degrees(np.arctan2(self.ways[0][1], self.ways[0][0]))) % 180
        colour = theme.palette["yellow"]
        self.line = VMobject(stroke_color=colour, stroke_width=3, fill_opacity=0)
        self.drops = VMobject(stroke_color=theme.muted, stroke_width=2, fill_opacity=0)
        self.dots = VGroup(*(Circle(radius=SHADOW).set_fill(colour, 1).set_stroke(width=0) for _ in points))
        self.line.add_updater(lambda _: self._lay(), call_updater=True)
        led(self.drops, self.dots)

    def way(self) -> Array:
        """The line's direction now, (2,)."""
        angle = np.radians(self.angle.get_value())
        return np.array([np.cos(angle), np.sin(angle)])

    def _lay(self) -> None:
        """Line, shadows and what joins them to their points, at the angle of now."""
        graph, way = self.scatter.graph, self.way()
        self.line.set_points_as_corners(self._across(way))
        feet = self.mean + np.outer(self.points @ way, way)
        places = graph.points_of(*feet.T)
        for dot, place in zip(self.dots, places, strict=True):
            dot.move_to(place)
        self.drops.clear_points()
        for start, end in zip(graph.points_of(self.scatter.x, self.scatter.y), places, strict=True):
            self.drops.start_new_path(start)
            self.drops.add_line_to(end)

    def _across(self, way: Array) -> Array:
        """The scene points (2, 3) at which a line through the mean enters and leaves the axes' window."""
        graph = self.scatter.graph
        low = np.array([graph.x.low, graph.y.low]) - self.mean
        high = np.array([graph.x.high, graph.y.high]) - self.mean
        with np.errstate(divide="ignore"):
            ends = [np.where(way * sign > 0, high, low) / np.where(way == 0, 1e-300, way) for sign in (1, -1)]
        reach = [float(np.abs(one).min()) for one in ends]
        return graph.points_of(*np.array([self.mean + reach[0] * way, self.mean - reach[1] * way]).T)

    def variance(self, degrees: float) -> float:
        """How far the shadows spread at an angle: uᵀCu."""
        way = np.array([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))])
        return float(way @ self.covariance @ way)

    def seen_variance(self) -> float:
        """The same, of the shadows as they are drawn."""
        feet = np.array([self.scatter.graph.model_of(dot.get_center()) for dot in self.dots])
        return float(((feet - feet.mean(axis=0)) ** 2).sum(axis=1).mean())

    def arrows(self, colours: tuple[str, str]) -> list[ArrowMobject]:
        """From the mean, along both principal directions, each as long as the standard deviation that way."""
        graph = self.scatter.graph
        return [
            ArrowMobject(graph.point(*self.mean), graph.point(*(self.mean + np.sqrt(size) * way)), colour, 0.075)
            for size, way, colour in zip(self.variances, self.ways, colours, strict=True)
        ]

    def lines(self, colours: tuple[str, str]) -> list[VMobject]:
        """Dashed lines along both directions: where a deviation is too small for an arrow, they are what is seen."""
        ends = map(self._across, self.ways)
        return [dashed(start, end, colour) for (start, end), colour in zip(ends, colours, strict=True)]

    def wave(self, region: Region, names: tuple[VMobject, VMobject]) -> Graph:
        """Axes for the variance over the angle, from 0 to half a turn."""
        ticks = [0.0, 45.0, 90.0, 135.0, 180.0]
        room = Interval(0.0, 1.15 * float(self.variances[0]))
        return Graph(region, Interval(0.0, 185.0), room, self.theme, ticks=(ticks, None), names=names)

    def traced(self, graph: Graph, colour: str) -> VMobject:
        """The curve of the variance on those axes."""
        angles = np.linspace(0.0, 180.0, ANGLES)
        return graph.polyline(angles, np.array([self.variance(one) for one in angles]), colour, 4)

    # ── what it claims ────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def shadow_claims(self) -> Claims:
        """Name, residual and tolerance of what is true of the shadows on every frame."""
        return (
            ("each shadow falls perpendicularly on the line", self._slanting, 1e-6),
            ("the shadows' spread is the model's in that direction", self._off_variance, 1e-6),
            ("equal units on both axes", self._uneven, 1e-6),
        )

    def arrow_claims(self, arrows: list[ArrowMobject]) -> Claims:
        """The same of arrows along the principal directions."""

        def off() -> float:
            unit, gaps = self.scatter.graph.units()[0], [0.0]
            for arrow, size, way in zip(arrows, self.variances, self.ways, strict=True):
                gaps.append(float(np.abs(arrow.vector[:2] / unit - np.sqrt(size) * way).max()) * unit)
            return max(gaps)

        return (("each arrow is one standard deviation long, along its principal direction", off, 1e-6),)

    def _slanting(self) -> float:
        """The largest product of the line's direction with what joins a point and its shadow, in scene units."""
        along = self.line.points[-1] - self.line.points[0]
        along /= max(float(np.linalg.norm(along)), 1e-9)
        starts = self.scatter.graph.points_of(self.scatter.x, self.scatter.y)
        gaps = [abs(float((dot.get_center() - at) @ along)) for dot, at in zip(self.dots, starts, strict=True)]
        return max(gaps)

    def _off_variance(self) -> float:
        return (self.seen_variance() - self.variance(self.angle.get_value())) / float(self.variances[0])

    def _uneven(self) -> float:
        unit = self.scatter.graph.units()
        return unit[0] / unit[1] - 1
