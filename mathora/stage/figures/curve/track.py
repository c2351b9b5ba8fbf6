"""A track on which a wagon runs as fast as a curve says: how far it is is the area under the curve so far.

Owns: `Track`, `Milestone`; `Climb`, `ClimbState`.

Laws (`off_place`, measured on the drawn points):
- The wagon stands where the integral of its speed says, from the beginning up to the time of the point on the curve.
- On an upright track it stands as high as the point of the curve that says how far it is.
- Behind it lie marks, equally far apart in time: they lie closer where it was slower.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from manim import Circle, Dot, Line, RoundedRectangle, VGroup, VMobject

from mathora.formula.curves.interval import Interval
from mathora.stage.arrays import Array
from mathora.stage.figures.curve.area import integral
from mathora.stage.figures.curve.point import PointOnCurve
from mathora.stage.figures.elements.figure import Figure, Numbers, Seen
from mathora.stage.plane.graph import Graph, dashed
from mathora.stage.theme import Theme

MARKS = 8  # equal times into which the ride is cut
SPARE = 0.08  # of the way, so much more of the track is seen
LENGTH, HEIGHT, WHEEL = 0.85, 0.34, 0.1  # of the wagon, in scene units
NEAR = 0.02  # a point that is nearer to the axis than this share of the window has no line of its own across
POST, CLEAR = 0.22, 0.08  # how long a post below the rail is, and how far texts keep off, in scene units
SMALLER, ASIDE, BESIDE = 0.7, 0.95, 0.8
"""So large is a wagon that climbs; so far its track is from the window, and so much room it takes, in scene units."""


def wagon(colour: str, theme: Theme) -> VGroup:
    """A wagon on the ground, heading right; the line in its middle, its last part, begins where it is said to be."""
    box = RoundedRectangle(corner_radius=0.08, width=LENGTH, height=HEIGHT).set_stroke(width=0)
    box.set_fill(colour, 1).shift((2 * WHEEL + HEIGHT / 2) * np.array([0.0, 1.0, 0.0]))
    wheels = (Circle(WHEEL).move_to([side * LENGTH / 4, WHEEL, 0]) for side in (-1, 1))
    rims = [one.set_stroke(theme.background, 2).set_fill(theme.muted, 1) for one in wheels]
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
        parts = [self.axis, self.gone, self.wagon, *passed]  # where they crowd, no wheel hides them
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


class Milestone(Figure[Seen]):
    """Where the wagon stands on its `track` when this is put up: a post below the rail, and a `name` under it."""

    def __init__(self, track: Track, name: VMobject) -> None:
        super().__init__(Seen(), track)
        self.track, self.name, self.at = track, name, track.way(track.spot.state.at)
        self.post = VMobject(stroke_color=track.spot.curve.colour, stroke_width=4, fill_opacity=0)

    @property
    def texts(self) -> list[VMobject]:
        """The name."""
        return [self.name]

    def draw(self, state: Seen) -> None:
        """The post grows down from the rail; numbers of the track beside it stay clear of the name."""
        foot, axis = self.track.axis.point(self.at, 0.0), self.track.axis
        half, near = self.name.width / 2 + CLEAR, [one for one in axis.numbers if one.width]
        crowded = any(abs(one.get_center()[0] - foot[0]) < half + one.width / 2 for one in near)
        under = min((float(one.get_bottom()[1]) for one in near), default=foot[1]) if crowded else foot[1] - POST
        end = np.array([foot[0], under, 0.0])
        self.post.set_points_as_corners(np.array([foot, foot + state.seen * (end - foot)]))
        self.name.move_to(end - np.array([0.0, CLEAR + self.name.height / 2, 0.0])).set_opacity(state.seen)
        self.picture.set(submobjects=[self.post, self.name] if state.seen > 0 else [])

    def off_place(self) -> float:
        """How far the drawn post is from there, as a share of the track."""
        if not self.picture.submobjects:
            return 0.0
        axis = self.track.axis
        return float(axis.model_of(self.post.points[0])[0] - self.at) / axis.x.length


@dataclass(frozen=True)
class ClimbState(Numbers):
    """How far the track is turned up, from where it lies, 0, to upright, 1."""

    turned: float = 1.0


class Climb(Figure[ClimbState]):
    """The track upright beside the axes of the curve at `spot`, which says how far the wagon is: it stands as high as
    the point. Before, it may lie along the axis, and be turned up about its beginning. `name` is the unit, at its top;
    `colour` the wagon's.
    """

    def __init__(self, spot: PointOnCurve, colour: str, name: VMobject) -> None:
        super().__init__(ClimbState(), spot)
        self.spot, self.plot, self.name, theme = spot, spot.plot, name, spot.theme
        self.line = VMobject(stroke_color=theme.muted, stroke_width=2.5, fill_opacity=0)
        self.gone = VMobject(stroke_color=colour, stroke_width=9, fill_opacity=0)
        self.wagon = wagon(colour, theme).scale(SMALLER, about_point=np.zeros(3))
        self.front, self._turned = self.wagon[-1], 0.0

    def _at(self, height: float) -> Array:
        """The scene point (3,) of the track so high, as far as it is turned up."""
        low, up = (self.plot.point(0.0, one)[1] for one in (max(0.0, self.plot.state.low), height))
        angle = np.pi * (1 - self.state.turned / 2)
        return np.asarray([self.plot.place.right + ASIDE, low, 0.0] + (up - low) * _pointing(angle))

    def draw(self, state: ClimbState) -> None:
        """The track, the way gone, and the wagon, level with the point."""
        window, spot = self.plot.state, self.spot
        if window.axes == 0 or not self.plot.shows(spot.state.at, spot.height):
            self.picture.set(submobjects=[])
            return
        here, foot = self._at(spot.height), self._at(max(0.0, window.low))
        self.line.set_points_as_corners(np.array([foot, self._at(window.high)]))
        self.gone.set_points_as_corners(np.array([foot, here]))
        self.wagon.shift(here - self.front.points[0])
        self.wagon.rotate((self._turned - state.turned) * np.pi / 2, about_point=here)
        self._turned = state.turned
        end = self._at(window.high)
        self.name.move_to(end + 0.25 * (end - foot) / np.linalg.norm(end - foot))
        off_axis = abs(spot.height - self.plot.graph.origin[1]) > NEAR * window.y.length
        start = self.plot.point(spot.state.at, spot.height)
        level = [dashed(start, here, self.plot.theme.muted)] if off_axis and state.turned == 1 else []
        for one in (self.line, *level):
            one.set_stroke(opacity=window.axes)
        sight = (spot.height - max(0.0, window.low)) / spot.height if off_axis else 1.0  # cut off, it tells no way
        self.gone.set_stroke(opacity=window.axes * max(0.0, 2 * float(sight) - 1))
        self.name.set_opacity(window.axes * state.turned)  # it would lie on the axis
        self.picture.set(submobjects=[self.line, self.gone, *level, self.wagon.set_opacity(window.axes), self.name])

    def off_level(self) -> float:
        """How far the drawn wagon is above the point, as a share of the window's height; of a track that is upright."""
        if self.wagon not in self.picture.submobjects or self.state.turned < 1:
            return 0.0
        place = self.plot.graph.model_of(self.front.points[0])[1]
        return float(abs(place - self.spot.height) / self.plot.state.y.length)


def _pointing(angle: float) -> Array:
    return np.array([np.cos(angle), np.sin(angle), 0.0])
