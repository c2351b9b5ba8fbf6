"""Arrows whose ends can be measured: one filled shape from tail to tip.

Owns: `ArrowMobject`, `grow`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import Animation, UpdateFromAlphaFunc, VMobject, smooth
from numpy.typing import NDArray

Vector = NDArray[np.float64]


MOST_HEAD = 0.85  # what share of its length the head of a short arrow takes


class ArrowMobject(VMobject):
    """A straight arrow from `tail` to `tip` (scene points of shape (3,)); `width` of its shaft in scene units.

    Of a short arrow shaft and head shrink, but more slowly than its length, so that one still sees where it points; one
    that is all head is a triangle. `hollow` draws the outline only (an opposite).
    """

    def __init__(self, tail: Vector, tip: Vector, colour: str, width: float = 0.055, *, hollow: bool = False) -> None:
        if hollow:
            super().__init__(fill_opacity=0, stroke_color=colour, stroke_width=2.2)
        else:
            super().__init__(fill_color=colour, fill_opacity=1, stroke_width=0)
        self.shaft_width = width
        self.put(tail, tip)

    def put(self, tail: Vector, tip: Vector) -> ArrowMobject:
        """Moves the ends; returns itself. An arrow without length is a point."""
        tail, tip = np.asarray(tail, dtype=float), np.asarray(tip, dtype=float)
        length = float(np.linalg.norm(tip - tail))
        along = (tip - tail) / length if length > 0 else np.array([1.0, 0.0, 0.0])
        side = np.array([-along[1], along[0], 0.0])
        head = self.shaft_width * 4.6
        shrink = min(1.0, length / (1.6 * head)) ** 0.5 if head else 1.0
        half, flare = self.shaft_width / 2 * shrink, self.shaft_width * 1.9 * shrink
        head = min(head * shrink, MOST_HEAD * length)
        neck = tip - along * head
        corners = [
            tip,
            neck + side * flare,
            neck + along * head * 0.12 + side * half,
            tail + side * half,
            tail - side * half,
            neck + along * head * 0.12 - side * half,
            neck - side * flare,
            tip,
        ]
        self.set_points_as_corners(np.array(corners))
        return self

    @property
    def tip(self) -> Vector:
        """The present tip, from the points drawn."""
        return np.array(self.points[0])

    @property
    def tail(self) -> Vector:
        """The present tail, from the points drawn: the middle of the shaft's end."""
        return np.array((self.points[4 * 3] + self.points[4 * 4]) / 2)

    @property
    def head(self) -> tuple[Vector, float]:
        """The middle of the head as drawn, and half its width."""
        left, right = np.array(self.points[4]), np.array(self.points[4 * 6])
        return (self.tip + (left + right) / 2) / 2, float(np.linalg.norm(left - right)) / 2

    @property
    def vector(self) -> Vector:
        """From tail to tip, in scene units."""
        return self.tip - self.tail


def grow(arrow: ArrowMobject, **options: Any) -> Animation:  # noqa: ANN401 - Manim's own (run_time, rate_func)
    """The arrow grows from its tail to where it reaches now."""
    tail, vector = arrow.tail, arrow.vector
    options.setdefault("rate_func", smooth)
    return UpdateFromAlphaFunc(arrow, lambda one, share: one.put(tail, tail + max(share, 1e-3) * vector), **options)
