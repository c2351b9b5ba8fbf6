"""A track on which a wagon runs as fast as a curve says: how far it is is the area under the curve so far.

Owns: `Track`, `Climb`.

Laws (`off_place`, measured on the drawn points):
- The wagon stands where the integral of its speed says, from the beginning up to the time of the point on the curve.
- On an upright track it stands as high as the point of the curve that says how far it is.
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
from mathora.stage.plane.graph import Graph, dashed
from mathora.stage.theme import Theme

MARKS = 8  # equal times into which the ride is cut
SPARE = 0.08  # of the way, so much more of the track is seen
LENGTH, HEIGHT, WHEEL = 0.85, 0.34, 0.1  # of the wagon, in scene units
NEAR = 0.02  # a point that is nearer to the axis than this share of the window has no line of its own across
SMALLER, ASIDE, BESIDE = 0.7, 0.95, 0.8
"""So large is a wagon that climbs; so far its track is from the window, and so much room it takes, in scene units."""


def wagon(colour: str, theme: Theme) -> VGroup:
    """A wagon on the ground, heading right; the line in its middle, its last part, begins where it is said to be."""
    box = RoundedRectangle(corner_radius=0.08, width=LENGTH, height=HEIGHT).set_stroke(width=0)
    box.set_fill(colour, 1).shift((2 * WHEEL + HEIGHT / 2) * np.array([0.0, 1.0, 0.0]))
    wheels = (Circle(WHEEL).move_to([side * LENGTH / 4, WHEEL, 0]) for side in (-1, 1))
    rims = [one.set_stroke(theme.background, 2).set_fill(theme.foreground, 1) for one in wheels]
    front = Line([0, 0, 0], [0, 2 * WHEEL, 0], stroke_color=theme.foreground, stroke_width=3)
    return VGroup(box, *rims, front)


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
        self.wagon = wagon(spot.curve.colour, theme)
        self.front = self.wagon[-1]

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


class Climb(Figure[Numbers]):
    """The track upright beside the axes of the curve at `spot`, which says how far the wagon is: it stands as high as
    the point. `name` is the unit, at its top; `colour` the wagon's.
    """

    def __init__(self, spot: PointOnCurve, colour: str, name: VMobject) -> None:
        super().__init__(Numbers(), spot)
        self.spot, self.plot, self.name, theme = spot, spot.plot, name, spot.theme
        self.line = VMobject(stroke_color=theme.muted, stroke_width=2.5, fill_opacity=0)
        self.gone = VMobject(stroke_color=colour, stroke_width=9, fill_opacity=0)
        self.wagon = wagon(colour, theme).scale(SMALLER, about_point=np.zeros(3))
        self.wagon.rotate(-np.pi / 2, about_point=np.zeros(3))
        self.front = self.wagon[-1]

    def _at(self, height: float) -> Array:
        """The scene point (3,) of the track so high."""
        return np.array([self.plot.place.right + ASIDE, self.plot.point(0.0, height)[1], 0.0])

    def draw(self, state: Numbers) -> None:  # noqa: ARG002 - its state is the point's
        """The track, the way gone, and the wagon, level with the point."""
        window, spot = self.plot.state, self.spot
        if window.axes == 0 or not self.plot.shows(spot.state.at, spot.height):
            self.picture.set(submobjects=[])
            return
        here, foot = self._at(spot.height), self._at(max(0.0, window.low))
        self.line.set_points_as_corners(np.array([foot, self._at(window.high)]))
        self.gone.set_points_as_corners(np.array([foot, here]))
        self.wagon.shift(here - self.front.points[0])
        self.name.move_to(self._at(window.high) + np.array([0.0, 0.25, 0.0]))
        off_axis = abs(spot.height - self.plot.graph.origin[1]) > NEAR * window.y.length
        start = self.plot.point(spot.state.at, spot.height)
        level = [dashed(start, here, self.plot.theme.muted)] if off_axis else []
        for one in (self.line, *level):
            one.set_stroke(opacity=window.axes)
        sight = (here - foot)[1] / (here - self._at(0.0))[1] if off_axis else 1.0  # cut off, it tells no way
        self.gone.set_stroke(opacity=window.axes * max(0.0, 2 * float(sight) - 1))
        self.name.set_opacity(window.axes)
        self.picture.set(submobjects=[self.line, self.gone, *level, self.wagon.set_opacity(window.axes), self.name])

    def off_level(self) -> float:
        """How far the drawn wagon is above the point, as a share of the window's height."""
        if self.wagon not in self.picture.submobjects:
            return 0.0
        place = self.plot.graph.model_of(self.front.points[0])[1]
        return float(abs(place - self.spot.height) / self.plot.state.y.length)
