"""An arrow that turns around the origin, and beside it what a matrix makes of it.

Laws:
- Both arrows are drawn from one angle; the second is the matrix times the first, on every frame.
- The angle between them is measured on the arrows as they are drawn.
- Wherever both lie on one line they stop for a moment: that line is drawn, and a dot on the trace; both stay.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
from manim import Dot, Mobject, UpdateFromAlphaFunc, VGroup, VMobject, linear, smooth

from mathora.stage.arrays import Array
from mathora.stage.figures.elements.placing import Obstacles, clear_offset
from mathora.stage.figures.linear.linear import angle_between, directions, turned
from mathora.stage.figures.linear.plane import LABELS, LINES, Plane
from mathora.stage.figures.linear.plane_parts import PlaneArrow, PlaneLine
from mathora.stage.layout import outside
from mathora.stage.plane.graph import HALO

SAMPLES = 241
MARK, OFF = 0.075, 1e-6
"""The radius of a dot on the trace, in scene units; radians by which a whole turn is missed."""

PAUSE, COMING = 1.3, 0.6
"""Radians that it would turn on while it stops; the share of the stop in which the line and its dot come."""

PACE, LINE = 0.85, 0.55
"""Radians in a second; how opaque the line is on which both have lain."""

NEAR = 0.5
"""Radians from its rest (or from as many whole turns before) at which a label is on the way to its place there."""


class Turning(VGroup):
    """A unit vector at `angle` (radians) and its image by `matrix` (2, 2), with their labels and the image's trace."""

    def __init__(
        self, plane: Plane, matrix: Array, angle: float, colours: tuple[str, str], labels: tuple[Mobject, Mobject]
    ) -> None:
        self.plane, self.matrix, self.angle, self.labels = plane, matrix, angle, labels
        self.arrows = tuple(PlaneArrow(plane, turned(angle), colour, fixed=True) for colour in colours)
        self.trace = VMobject(stroke_color=colours[1], stroke_width=2.5, stroke_opacity=0.7, fill_opacity=0)
        self.trace.set_z_index(LINES)
        self.began = angle
        lines = [np.arctan2(y, x) for x, y in (one.along for one in directions(matrix))]
        kept = [float(one) + half for one in lines for half in (0.0, np.pi)]
        self.kept = [angle + (one - angle + OFF) % (2 * np.pi) - OFF for one in kept]
        self.marks = VGroup(*(Dot(radius=MARK, color=plane.theme.foreground, fill_opacity=0) for _ in self.kept))
        self.marks.set_z_index(LABELS)
        colour = plane.theme.foreground
        self.lines = VGroup(*(PlaneLine(plane, turned(float(one)), colour, width=2.5) for one in lines))
        self.rest: tuple[float, tuple[Array, ...]] | None = None
        for label in labels:
            label.set_z_index(LABELS)
            for part in label.family_members_with_points():
                part.set_stroke(plane.theme.background, width=HALO, background=True)
        super().__init__(self.lines, self.trace, self.marks, *self.arrows, *labels)
        self.put(angle)

    def put(self, angle: float, stood: float = 1.0) -> Turning:
        """Turns the first arrow to an angle; the second follows. Where both lie on one line they have `stood` for a
        share of the stop.
        """
        self.angle = angle
        first = turned(angle)
        ends = [self._stand(arrow, at) for arrow, at in zip(self.arrows, (first, self.matrix @ first), strict=True)]
        for index, (label, end, other) in enumerate(zip(self.labels, ends, reversed(ends), strict=True)):
            self._place(label, end, other, aside=OFF if index == 0 else -OFF)
            if self.rest is not None:
                near = np.clip(1 - abs(np.angle(np.exp(1j * (angle - self.rest[0])))) / NEAR, 0, 1)
                label.shift(near * (self.place_at_rest(index) - label.get_center()))
        angles = np.linspace(self.began, angle, max(2, int(SAMPLES * abs(angle - self.began) / 2 / np.pi)))
        way = np.column_stack([np.cos(angles), np.sin(angles)]) @ self.matrix.T
        self.trace.set_points_as_corners(self.plane.graph.points_of(way[:, 0], way[:, 1]))
        shares = [min(stood / COMING, 1.0) if abs(angle - one) < OFF else float(angle > one) for one in self.kept]
        for mark, kept, share in zip(self.marks, self.kept, shares, strict=True):
            mark.move_to(self.plane.place(self.matrix @ turned(kept)))
            mark.set_fill(opacity=share)
        for line, *both in zip(self.lines, shares[::2], shares[1::2], strict=True):
            line.set_stroke(opacity=LINE * max(both))
        return self

    def _stand(self, arrow: PlaneArrow, at: Array) -> Array:
        arrow.at = at
        return np.asarray(arrow.follow(self.plane).tip)

    def _place(self, label: Mobject, tip: Array, other: Array, aside: float) -> None:
        """Beyond the tip; that of the shorter arrow, or of the first of two that are alike, beside it."""
        middle = self.plane.place(np.zeros(2))[:2]
        out = tip[:2] - middle
        half = np.array([label.width, label.height]) / 2
        nearer = np.linalg.norm(tip[:2] - middle) < np.linalg.norm(other[:2] - middle) + aside
        side = np.array([out[1], -out[0]]) if nearer else out
        label.move_to(np.array([*outside(tip[:2], tip[:2] + side, 0.14, half), 0.0]))

    def place_at_rest(self, index: int) -> Array:
        """The scene point (3,) where a label stands at rest."""
        return np.array([*self.rest[1][index], 0.0]) if self.rest else self.labels[index].get_center()

    def turns(self, to: float, around: Obstacles) -> Any:  # noqa: ANN401 - Manim's animation
        """The motion to an angle, at which the labels stand where they are clear of what is around; it stops for a
        moment wherever both arrows lie on one line.
        """
        start = self.angle
        self.rest = (to, self._clear(to, around))
        self.put(start)
        stops = [start, *sorted(one for one in self.kept if start + OFF < one < to - OFF), to]
        ways = [abs(end - begin) + PAUSE for begin, end in pairwise(stops)]
        times = np.cumsum([0.0, *ways]) / (sum(ways) - PAUSE)

        def turn(one: Turning, share: float) -> None:
            at = min(int(np.searchsorted(times, share, side="right")), len(ways)) - 1
            going = (share - times[at]) * (sum(ways) - PAUSE) / (ways[at] - PAUSE)
            stood = (going - 1) * (ways[at] - PAUSE) / PAUSE
            one.put(stops[at] + smooth(float(np.clip(going, 0, 1))) * (stops[at + 1] - stops[at]), max(stood, 0.0))

        return UpdateFromAlphaFunc(self, turn, run_time=(sum(ways) - PAUSE) / PACE, rate_func=linear)

    def _clear(self, angle: float, around: Obstacles) -> tuple[Array, ...]:
        """The middles (2,) of both labels when the first arrow is at an angle."""
        first = turned(angle)
        origin, *tips = (self.plane.place(at)[:2] for at in (np.zeros(2), first, self.matrix @ first))
        strokes = (*around.strokes, *((origin, tip) for tip in tips))
        boxes, found = list(around.boxes), []
        for label, tip in zip(self.labels, tips, strict=True):
            half = np.array([label.width, label.height]) / 2
            out = (tip - origin) / max(float(np.linalg.norm(tip - origin)), 1e-9)
            room = replace(around, boxes=tuple(boxes), strokes=strokes)
            found.append(tip + clear_offset(half, tip, out, room))
            boxes.append((found[-1], half))
        return tuple(found)

    def between(self) -> float:
        """The angle between both arrows as they are drawn, in degrees from 0 to 180."""
        first, second = (arrow.seen(self.plane) for arrow in self.arrows)
        return angle_between(first, second)

    def true_angle(self) -> float:
        """The same angle of the vectors themselves."""
        first = turned(self.angle)
        return angle_between(first, self.matrix @ first)
