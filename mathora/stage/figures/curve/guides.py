"""Dashed upright lines from one curve to another below it, at the same places.

Owns: `Guides`.

Law (`off_ends`, measured on the drawn points): a line leads from the one curve to the other, at one place of both.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from manim import VMobject

from mathora.stage.arrays import Array
from mathora.stage.figures.curve.curve import FunctionCurve
from mathora.stage.figures.elements.figure import Figure, Seen
from mathora.stage.plane.graph import dashed


class Guides(Figure[Seen]):
    """A line between both `curves` at each of the `places`, which may move with figures that it stands `on`."""

    def __init__(
        self, curves: tuple[FunctionCurve, FunctionCurve], places: Callable[[], Sequence[float]], *on: Figure[Any]
    ) -> None:
        super().__init__(Seen(), *curves, *on)
        self.curves, self.places = curves, places
        self.drawn: list[tuple[float, VMobject]] = []

    def _ends(self, at: float) -> tuple[Array, Array]:
        """Scene points (3,) on both curves."""
        above, below = (one.plot.point(at, one.function(at)) for one in self.curves)
        return above, below

    def draw(self, state: Seen) -> None:
        """Those whose ends are both in sight."""
        seen = [at for at in self.places() if all(one.plot.shows(at, one.function(at)) for one in self.curves)]
        colour = self.curves[1].colour
        self.drawn = [(at, dashed(*self._ends(at), colour, 2.0)) for at in seen if state.seen > 0]
        self.picture.set(submobjects=[line.set_stroke(opacity=0.7 * state.seen) for _, line in self.drawn])

    def off_ends(self) -> float:
        """How far the drawn ends are from both curves, in scene units."""
        return max(
            (
                float(np.abs(line.points[k] - end).max())
                for at, line in self.drawn
                for k, end in zip((0, -1), self._ends(at), strict=True)
            ),
            default=0.0,
        )
