"""A dial whose needle says how fast the point of a path goes.

Owns: `Speedometer`.

Law (`off_speed`, measured on the drawn points): the needle points at the speed of the path where the point stands.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import Arc, Dot, VGroup, VMobject

from mathora.formula.curves.interval import Interval, axis_ticks
from mathora.stage.arrays import Array
from mathora.stage.figures.curve.orbit import Orbit
from mathora.stage.figures.elements.figure import Figure, Seen
from mathora.stage.layout import Region

FIRST, TURN = np.radians(210), np.radians(-240)  # where the dial begins, and by how much it turns to its largest number
LARGEST, SAMPLES = 1.5, 200  # its radius at most, in scene units; places at which a path's speed is looked at
RIM, INSIDE, TIP = 6.0, 0.32, 0.52  # the rim's width; from it to the numbers; how long the needle is, in radii


def dial_numbers(orbit: Orbit) -> list[float]:
    """From 0 to a number that is no less than any speed on the path."""
    fastest = max(speed_at(orbit, float(at)) for at in np.linspace(*orbit.path.span, SAMPLES))
    first, second, *_ = axis_ticks(Interval(0.0, fastest), 5)
    return [k * (second - first) for k in range(int(np.ceil(fastest / (second - first) - 1e-9)) + 1)]


def speed_at(orbit: Orbit, parameter: float) -> float:
    """How fast the point goes."""
    return float(np.hypot(*orbit.path.velocity(parameter)))


class Speedometer(Figure[Seen]):
    """A dial in the upper part of a `place`, with a label for each of its `numbers`, and its `unit` below the hub."""

    def __init__(
        self, orbit: Orbit, place: Region, numbers: Sequence[float], labels: Sequence[VMobject], unit: VMobject
    ) -> None:
        super().__init__(Seen(), orbit)
        self.orbit, self.numbers, theme = orbit, numbers, orbit.plot.theme
        self.radius = radius = min(LARGEST, place.width / 2.2, place.height / 1.5)
        self.middle = np.array([place.centre[0], place.top - radius, 0.0])
        rim = Arc(radius, FIRST, TURN, arc_center=self.middle, stroke_color=theme.muted, stroke_width=RIM)
        self.face = VGroup(rim, unit.move_to(self.middle + np.array([0.0, -0.32 * radius, 0.0])))
        for number, label in zip(numbers, labels, strict=True):
            way, at = self._way(number), VMobject(stroke_color=theme.muted, stroke_width=3, fill_opacity=0)
            at.set_points_as_corners(np.array([self.middle + share * radius * way for share in (0.9, 1.0)]))
            self.face.add(at, label.move_to(self.middle + (radius - INSIDE) * way))
        self.needle = VMobject(stroke_color=orbit.colours[3], stroke_width=5, fill_opacity=0)
        self.hub = Dot(self.middle, 0.09, color=theme.foreground)

    def _way(self, speed: float) -> Array:
        """The unit vector (3,) from the hub to where a speed stands."""
        angle = FIRST + TURN * speed / self.numbers[-1]
        return np.array([np.cos(angle), np.sin(angle), 0.0])

    def draw(self, state: Seen) -> None:
        """The face, and the needle on it."""
        if state.seen == 0:
            self.picture.set(submobjects=[])
            return
        end = self.middle + TIP * self.radius * self._way(speed_at(self.orbit, self.orbit.state.at))
        self.needle.set_points_as_corners(np.array([self.middle, end])).set_stroke(opacity=state.seen)
        rim, unit, *rest = self.face
        for line in (rim, *rest[::2]):
            line.set_stroke(opacity=state.seen)
        for text in (unit, *rest[1::2], self.hub):
            text.set_fill(opacity=state.seen)
        self.picture.set(submobjects=[self.face, self.needle, self.hub])

    def off_speed(self) -> float:
        """By what angle the drawn needle is off, in radians."""
        if self.needle not in self.picture.submobjects:
            return 0.0
        x, y, _ = self.needle.points[-1] - self.needle.points[0]
        true = self._way(speed_at(self.orbit, self.orbit.state.at))
        return float(np.arctan2(x * true[1] - y * true[0], x * true[0] + y * true[1]))
