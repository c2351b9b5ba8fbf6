"""The upright box around a parallelogram, and what it holds beside it: so an area is counted from easy pieces.

Owns: `pieces_around`, `Surrounding`.

Law: the pieces and the parallelogram make the box, and no two of them overlap.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from manim import VGroup

from mathora.stage.figures.linear.plane import LABELS
from mathora.stage.figures.linear.plane_parts import SQUARE, PlaneShape
from mathora.stage.plane.graph import ON_FILL

if TYPE_CHECKING:
    from manim import VMobject

    from mathora.stage.arrays import Array
    from mathora.stage.figures.linear.plane import Plane

TRIANGLE = 3  # corners
NOTHING = 1e-9  # of the box's area: a piece that has no more is none


def pieces_around(matrix: Array) -> list[Array]:
    """The corners (n, 2) of each piece of the box beside the parallelogram of the columns: four triangles in its
    corners; two rectangles too, if two of its own corners lie in corners of the box.
    """
    corners = SQUARE @ matrix.T
    low, high = corners.min(axis=0), corners.max(axis=0)
    outer = [k for k in range(4) if all(np.isclose(corners[k], low) | np.isclose(corners[k], high))]
    if outer:
        start = corners[outer[0]]
        first, second = corners[(outer[0] + 1) % 4] - start, corners[(outer[0] - 1) % 4] - start
        if abs(first[1] * second[0]) > abs(first[0] * second[1]):
            first, second = second, first
        (a, c), (b, d) = first, second
        ends = (a, c), (b, d), (a + b, c + d)
        cut = [
            [(a, 0), (a + b, 0), (a + b, c), (a, c)],
            [(0, d), (b, d), (b, c + d), (0, c + d)],
            [(0, 0), (a, 0), ends[0]],
            [ends[1], (b, c + d), ends[2]],
            [(0, 0), ends[1], (0, d)],
            [ends[0], (a + b, c), ends[2]],
        ]
        pieces = [start + np.array(piece, dtype=float) for piece in cut]
    else:
        following = np.roll(corners, -1, axis=0)
        pairs = [*zip(corners, following, strict=True)]
        meet = [(x, v) if x in {low[0], high[0]} else (u, y) for (x, y), (u, v) in pairs]
        pieces = [np.array(piece) for piece in zip(corners, meet, following, strict=True)]
    least = NOTHING * float(np.prod(high - low))
    return [piece for piece in pieces if _size(piece) > least]


def _size(corners: Array) -> float:
    """The area that a polygon's corners (n, 2) enclose."""
    x, y = corners.T
    return abs(float((x * np.roll(y, -1) - np.roll(x, -1) * y).sum() / 2))


class Surrounding:
    """The pieces on a plane: `triangles` in one colour, `rectangles` in another; `labels` say how large each is."""

    def __init__(self, plane: Plane, colours: tuple[str, str], label: Callable[[float], VMobject]) -> None:
        self.plane = plane
        self.shapes = [
            PlaneShape(plane, piece, colours[len(piece) > TRIANGLE], fixed=True)
            for piece in pieces_around(plane.state.array)
        ]
        self.labels = VGroup()
        for shape in self.shapes:
            text = label(_size(shape.corners)).move_to(plane.place(shape.corners.mean(axis=0))).set_z_index(LABELS)
            self.labels.add(text.set_stroke(plane.theme.background, width=ON_FILL, background=True))

    @property
    def triangles(self) -> list[PlaneShape]:
        """Those in the corners of the box."""
        return [one for one in self.shapes if len(one.corners) == TRIANGLE]

    @property
    def rectangles(self) -> list[PlaneShape]:
        """Those between the triangles, if there are any."""
        return [one for one in self.shapes if len(one.corners) > TRIANGLE]

    def labels_of(self, shapes: list[PlaneShape]) -> list[VMobject]:
        """The labels of some pieces."""
        return [text for one, text in zip(self.shapes, self.labels, strict=True) if one in shapes]

    def lacking(self, square: PlaneShape) -> float:
        """By how much the pieces and the moved square, as they are drawn, miss the box."""
        corners = square.outline(self.plane)
        box = float(np.prod(corners.max(axis=0) - corners.min(axis=0)))
        return abs(square.area(self.plane)) + sum(abs(one.area(self.plane)) for one in self.shapes) - box
