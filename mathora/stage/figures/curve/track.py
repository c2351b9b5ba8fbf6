"""A track on which a wagon runs as fast as a curve says: how far it is is the area under the curve so far.

Owns: `Track`.

Laws (`off_place`, measured on the drawn points):
- The wagon stands where the integral of its speed says, from the beginning up to the time of the point on the curve.
- Behind it lie marks, equally far apart in time: they lie closer where it was slower.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from manim import Circle, Dot, Line, RoundedRectangle, VGroup, VMobject

from mathora.formula.curves.interval import Interval
from mathora.stage.arrays import Array
from mathora.stage.figures.curve.area import integral
from mathora.stage.figures.curve.point import PointOnCurve
from mathora.stage.figures.elements.figure import Figure, Numbers
from mathora.stage.plane.graph import Graph

MARKS = 8  # equal times into which the ride is cut
SPARE = 0.08  # of the way, so much more of the track is seen
LENGTH, HEIGHT, WHEEL = 0.85, 0.34, 0.1  # of the wagon, in scene units


class Track(Figure[Numbers]):
    """Places on a line, the `axis` of a span; on them a wagon, whose speed is the height of the curve at `spot`.

    It comes with the axes of the curve.
    """

    def __init__(self, spot: PointOnCurve, over: Interval, axis: Callable[[Interval], Graph]) -> None:
        super().__init__(Numbers(), spot)
        self.spot, self.over, theme = spot, over, spot.theme
        times = np.linspace(*over, 8 * MARKS + 1)
        ways = [self.way(one) for one in times]
        more = SPARE * (max(ways) - min(ways)) or 1.0  # of a wagon that stands, too, a piece of the track is seen
        self.axis = axis(Interval(min(ways), max(ways) + more))
        self.gone = VMobject(stroke_color=spot.curve.colour, stroke_width=9, fill_opacity=0)
        self.times, colour = times[::8], theme.foreground
        self.marks = VGroup(
            *(Dot(self.axis.point(self.way(one), 0.0), radius=0.07, color=colour) for one in self.times)
        )
        box = RoundedRectangle(corner_radius=0.08, width=LENGTH, height=HEIGHT).set_stroke(width=0)
        box.set_fill(spot.curve.colour, 1).shift((2 * WHEEL + HEIGHT / 2) * np.array([0.0, 1.0, 0.0]))
        wheels = (Circle(WHEEL).move_to([side * LENGTH / 4, WHEEL, 0]) for side in (-1, 1))
        self.front = Line([0, 0, 0], [0, 2 * WHEEL, 0], stroke_color=colour, stroke_width=3)
        rims = [one.set_stroke(theme.background, 2).set_fill(theme.foreground, 1) for one in wheels]
        self.wagon = VGroup(box, *rims, self.front)

    def way(self, time: float) -> float:
        """How far it has gone by a time."""
        return integral(self.spot.curve.function.value, Interval(self.over.low, time))

    def draw(self, state: Numbers) -> None:  # noqa: ARG002 - its state is the point's
        """The line, the way gone, the marks that are passed, and the wagon."""
        time, seen = self.spot.state.at, self.spot.plot.state.axes
        here = self.axis.point(self.way(time), 0.0)
        self.gone.set_points_as_corners(np.array([self.axis.point(0.0, 0.0), here]))
        self.wagon.shift(here - self.front.points[0])
        passed = [mark for mark, at in zip(self.marks, self.times, strict=True) if at <= time]
        parts = [self.axis, self.gone, *passed, self.wagon]
        for one in (self.axis.lines, self.axis.tips, self.axis.numbers, self.axis.names):
            one.set_opacity(seen)
        self.axis.lines.set_fill(opacity=0)
        self.gone.set_stroke(opacity=seen)
        for part in (*passed, *self.wagon):
            part.set_opacity(seen)
        self.picture.set(submobjects=parts if seen > 0 else [])

    def off_place(self) -> float:
        """How far the drawn wagon is from where the speed up to now has brought it, as a share of the track."""
        if self.wagon not in self.picture.submobjects:
            return 0.0
        drawn: Array = self.front.points[0]
        place = self.axis.model_of(drawn)[0]
        return (place - self.way(self.spot.state.at)) / self.axis.x.length
