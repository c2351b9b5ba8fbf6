"""Points that fall at random all over the box around a path: those that the path goes around are told from the others.

Owns: `Darts`.

Laws (`off_side`, measured on the drawn points):
- As many points stand as are thrown, each in the box; the share inside that is read is that of the points drawn.
- A point has the colour of the set if it is in it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from manim import Circle, VMobject

from mathora.stage.arrays import Array
from mathora.stage.figures.curve.enclosed import Enclosed
from mathora.stage.figures.elements.figure import Figure, Numbers

DOT = Circle(radius=0.035).points
"""The outline of a point, in scene units."""


@dataclass(frozen=True)
class DartsState(Numbers):
    """How many have fallen, and how much of the box is seen, from 0 to 1."""

    thrown: float = 0.0
    seen: float = 0.0


class Darts(Figure[DartsState]):
    """Points at these shares (n, 2) of the box around the path of a set, from 0 to 1; `colours` inside and outside."""

    def __init__(self, enclosed: Enclosed, shares: Array, colours: tuple[str, str]) -> None:
        super().__init__(DartsState(), enclosed)
        self.enclosed, self.plot = enclosed, enclosed.plot
        edge = enclosed.orbit.edge()
        self.low, self.high = edge.min(axis=0), edge.max(axis=0)
        self.places = self.low + shares * (self.high - self.low)
        self.inside = enclosed.holds(self.places)
        self.box = VMobject(stroke_color=self.plot.theme.muted, stroke_width=3, fill_opacity=0)
        self.sides = [VMobject(stroke_width=0, fill_color=colour, fill_opacity=1) for colour in colours]
        self.picture.add(self.box, *self.sides)

    @property
    def count(self) -> int:
        """How many stand."""
        return round(self.state.thrown)

    @property
    def share(self) -> float:
        """How many of them are inside; of none, none."""
        return float(self.inside[: self.count].mean()) if self.count else 0.0

    @property
    def estimate(self) -> float:
        """What that says of the set's area."""
        return self.estimated(self.count)

    def estimated(self, count: int) -> float:
        """What the first so many say of it."""
        return float(self.inside[:count].mean() * np.prod(self.high - self.low)) if count else 0.0

    def draw(self, state: DartsState) -> None:
        """The box, and the points so far."""
        (x, y), (u, v) = self.low, self.high
        self.box.set_points_as_corners(self.plot.graph.points_of(np.array([x, u, u, x, x]), np.array([y, y, v, v, y])))
        self.box.set_stroke(opacity=state.seen)
        centres = self.plot.graph.points_of(*self.places[: self.count].T)
        for side, dots in zip((True, False), self.sides, strict=True):
            here = centres[self.inside[: self.count] == side]
            dots.set_points((here[:, None] + DOT).reshape(-1, 3))

    def off_side(self) -> float:
        """The share of the drawn points that are missing, outside of the box, or of the other side's colour."""
        wrong = drawn = 0
        for side, dots in zip((True, False), self.sides, strict=True):
            if not len(dots.points):
                continue
            at = self.plot.graph.models_of(dots.points.reshape(-1, len(DOT), 3).mean(axis=1))
            slack = 1e-6 * self.plot.state.x.length
            boxed = ((at >= self.low - slack) & (at <= self.high + slack)).all(axis=1)
            wrong += int((~boxed | (self.enclosed.holds(at) != side)).sum())
            drawn += len(at)
        return (wrong + abs(drawn - self.count)) / max(self.count, 1)
