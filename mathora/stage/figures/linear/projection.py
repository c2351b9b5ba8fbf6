"""A vector's shadow on a line, what is left over, the angle between two vectors, and the grid of another basis.

Owns: `Shadow`, `Arc`, `read_angle`, `BasisGrid`.

Laws:
- The shadow ends where what is left over meets the line at a right angle; that is measured on the points drawn.
- An arc has the angle of its arrows, the shorter way around.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from manim import VMobject

from mathora.stage.arrays import Array
from mathora.stage.figures.linear.linear import angle_between
from mathora.stage.figures.linear.plane import GRID, LINES, SHAPES, Lattice, Plane
from mathora.stage.figures.linear.plane_board import PlaneBoard
from mathora.stage.figures.linear.plane_parts import PlaneArrow, square_corner

ANGLE = "the arc is as wide as the angle"
NOTHING = 1e-9  # the share of a vector below which nothing is left over


@dataclass(frozen=True)
class Shadow:
    """A vector's shadow (2,) on a line, `factor` times the line's vector, and the `rest` (2,) that is left over."""

    factor: float
    shadow: Array
    rest: Array

    @staticmethod
    def of(vector: Array, onto: Array) -> Shadow:
        """The shadow of a vector (2,) on the line along another, which has a direction."""
        factor = float(vector @ onto / (onto @ onto))
        return Shadow(factor, factor * onto, vector - factor * onto)

    @property
    def leaves_something(self) -> bool:
        """Whether the vector does not lie on the line."""
        return bool(np.linalg.norm(self.rest) > NOTHING * np.linalg.norm(self.shadow + self.rest))

    def mark(self, plane: Plane, colour: str) -> VMobject:
        """The mark of the right angle between the line and the rest."""
        mark = VMobject(stroke_color=colour, stroke_width=3, fill_opacity=0)
        inwards = -self.shadow if self.shadow.any() else np.array([-self.rest[1], self.rest[0]])
        mark.set_points_as_corners(square_corner(plane, self.shadow, inwards, self.rest))
        return mark.set_z_index(LINES)


class Arc(VMobject):
    """The angle between two arrows from the origin, `radius` scene units from it."""

    def __init__(self, one: PlaneArrow, other: PlaneArrow, colour: str, radius: float = 0.8) -> None:
        super().__init__(stroke_color=colour, stroke_width=4, fill_opacity=0)
        self.arrows, self.radius = (one, other), radius
        self.set_z_index(SHAPES)

    def follow(self, plane: Plane) -> Arc:
        """Takes its place."""
        first, second = (arrow.seen(plane) for arrow in self.arrows)
        begin = float(np.arctan2(first[1], first[0]))
        angles = begin + np.linspace(0, signed_angle(first, second), 40)
        around = self.radius * np.column_stack([np.cos(angles), np.sin(angles), np.zeros(len(angles))])
        self.set_points_as_corners(plane.place(np.zeros(2)) + around)
        return self

    def seen(self) -> float:
        """The angle that is drawn, in degrees."""
        chords = np.linalg.norm(np.diff(self.get_anchors(), axis=0), axis=1)
        return float(np.degrees(2 * np.arcsin(np.clip(chords / 2 / self.radius, 0, 1)).sum()))


def read_angle(board: PlaneBoard, one: PlaneArrow, other: PlaneArrow) -> tuple[Arc, VMobject, Callable[[], float]]:
    """The arc between two arrows, wherever the plane takes them, its reading in degrees, and by how much the arc misses
    the angle, as a share of half a turn; nothing is shown yet.
    """
    plane, arc = board.plane, Arc(one, other, board.theme.palette["yellow"])

    def seen() -> float:
        return angle_between(one.seen(plane), other.seen(plane))

    def true() -> float:
        return angle_between(plane.image(one.at), plane.image(other.at))

    plane.put(arc)
    reading = board.measure("angle", board.scene.words.picture.angle, seen, true, whole=180, decimals=0, digits=3)
    return arc, reading, lambda: (arc.seen() - true()) / 180


def signed_angle(one: Array, other: Array) -> float:
    """From one vector (2,) to the other, in radians, −π to π."""
    return float(np.arctan2(one[0] * other[1] - one[1] * other[0], one @ other))


class BasisGrid(Lattice):
    """All whole combinations of two vectors, the columns of `basis` (2, 2), as a grid that stays."""

    def __init__(self, plane: Plane, basis: Array, colour: str) -> None:
        super().__init__(colour, 2.2, GRID)
        self.basis = basis
        self.follow(plane)

    def follow(self, plane: Plane) -> BasisGrid:
        """Takes its place."""
        self.draw(plane.graph, self.basis)
        return self
