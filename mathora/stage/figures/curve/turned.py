"""The angle by which the arrow to a point on a path is turned, where that is the path's parameter.

Owns: `TurnedArc`, `arc_of`.

Law (measured on the drawn points): the arc is as large an angle as the parameter says (`angle`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
from manim import Mobject, VMobject

from mathora.stage.arrays import Array
from mathora.stage.plane.graph import HALO, half_of

if TYPE_CHECKING:
    from mathora.stage.figures.curve.orbit import PlanePath

ROUND = 2 * np.pi
RADIUS, SHARE, LEAST, WIDER = 0.55, 0.4, 0.3, 0.18
"""Scene units of an arc's radius, the share of the arrow that it is at most, and the radius below which there is none;
each further round is wider by so much of it.
"""

APART, CLEAR, SPARE = 0.27, 0.2, 0.05
"""Scene units from the arc to the middle of its name, from there to the lines around it at least, and between the name
and numbers.
"""

MIDDLES = (0.5, 0.4, 0.6, 0.3, 0.7)
"""Where along its last round an arc may have its name: the first place that is clear of the axes, arrow and legs."""

SAME = 1e-9


def arc_of(path: PlanePath, name: VMobject, colour: str, background: str) -> TurnedArc | None:
    """The arc of a path whose parameter is the angle at which its point is seen from the origin; else None."""
    times = np.linspace(*path.span, 60)
    x, y = path.across.value(times), path.up.value(times)
    aside, along = x * np.sin(times) - y * np.cos(times), x * np.cos(times) + y * np.sin(times)
    is_angle = np.isfinite(aside).all() and (np.abs(aside) <= SAME * np.abs(along).max()).all() and (along >= 0).all()
    return TurnedArc(name, colour, background) if is_angle else None


class TurnedArc(VMobject):
    """An arc around the origin from the axis to the arrow, over as many rounds as it has made, with the `name`."""

    def __init__(self, name: VMobject, colour: str, background: str) -> None:
        super().__init__(stroke_color=colour, stroke_width=3.5, fill_opacity=0)
        self.name, self.foot = name, np.zeros(3)
        for part in name.family_members_with_points():
            part.set_stroke(background, width=HALO, background=True)

    def put(
        self, foot: Array, place: Array, angle: float, numbers: Iterable[Mobject] = (), *, legs: bool
    ) -> list[VMobject]:
        """Stands at the scene point `foot` (3,), for an arrow to `place` (3,); what of it is seen. Its name keeps off
        `numbers`.
        """
        self.foot, long = foot, float(np.linalg.norm(place - foot))
        radius = min(RADIUS, SHARE * long)
        if radius < LEAST:
            return []
        turns = np.linspace(0.0, angle, max(24, int(24 * abs(angle))))
        around = radius * (1 + WIDER * np.floor(np.maximum(np.abs(turns) - SAME, 0) / ROUND))
        self.set_points_as_corners(foot + around[:, None] * _ways(turns))
        lines = [*_ways(np.arange(4) * np.pi / 2), (place - foot) / max(long, SAME)]
        far, last = around[-1] + APART, angle - np.sign(angle) * ROUND * (abs(angle) // ROUND)
        for share in MIDDLES:
            middle = far * _ways(np.array([share * last]))[0]
            ways = [np.linalg.norm(middle - max(middle @ line, 0.0) * line) for line in lines]
            leg = abs(middle[0] - (place - foot)[0]) if legs and middle[1] * (place - foot)[1] > 0 else np.inf
            here, half = (foot + middle)[:2], half_of(self.name) + SPARE
            taken = any((np.abs(one.get_center()[:2] - here) < half + half_of(one)).all() for one in numbers)
            if min(*ways, leg) > CLEAR and radius == RADIUS and not taken:
                return [self, self.name.move_to(foot + middle)]
        return [self]

    def angle(self) -> float:
        """What is drawn, in radians."""
        away = np.array(self.get_anchors())[:, :2] - self.foot[:2]
        return float(np.diff(np.unwrap(np.arctan2(away[:, 1], away[:, 0]))).sum())


def _ways(angles: Array) -> Array:
    """Directions (n, 3)."""
    return np.column_stack([np.cos(angles), np.sin(angles), np.zeros(len(angles))])
