"""The upright box around a parallelogram, and what it holds beside it: so an area is counted from easy pieces.

Owns: `pieces_around`, `Surrounding`.

Laws:
- The pieces and the parallelogram make the box, and no two of them overlap.
- In letters each piece is as large as its letters say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from manim import VGroup, VMobject

from mathora.formula import tree
from mathora.stage.arrays import Array
from mathora.stage.figures.linear.plane import LABELS, Plane
from mathora.stage.figures.linear.plane_parts import SQUARE, PlaneShape
from mathora.stage.plane.graph import ON_FILL
from mathora.stage.plane.shapes import signed_area
from mathora.stage.text.terms import Term

TRIANGLE = 3  # corners
OFF, IN = 0.14, 0.09  # scene units from an edge to its letter outside, and to what is written in a corner
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
    return [piece for piece in pieces if abs(signed_area(piece)) > least]


class Surrounding:
    """The pieces on a plane: `triangles` in one colour, `rectangles` in another; `labels` say how large each is, and
    letters along the box, the `edges`, if there are some.
    """

    def __init__(self, plane: Plane, colours: tuple[str, str], label: Callable[[float], VMobject]) -> None:
        self.plane, self.lettered = plane, False
        self.shapes = [
            PlaneShape(plane, piece, colours[len(piece) > TRIANGLE], fixed=True)
            for piece in pieces_around(plane.state.array)
        ]
        self.labels, self.edges = VGroup(), VGroup()
        for shape in self.shapes:
            text = label(abs(signed_area(shape.corners))).move_to(plane.place(shape.corners.mean(axis=0)))
            self.labels.add(text.set_z_index(LABELS).set_stroke(plane.theme.background, width=ON_FILL, background=True))

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

    @property
    def takes_letters(self) -> bool:
        """Whether the matrix has positive entries alone and turns nothing over: letters say then how large each is."""
        entries = self.plane.state.array
        return bool((entries > 0).all()) and float(np.linalg.det(entries)) > 0

    def in_letters(self, letters: Sequence[Term], label: Callable[[Term], VMobject]) -> tuple[VGroup, VGroup]:
        """The same labels in the letters of the matrix's entries, and those letters along the box's upper and right
        edges.
        """
        a, b, c, d = (one.tree for one in letters)
        sizes = [tree.side_by_side(pair) for pair in ((b, c), (b, c), (a, c), (a, c), (b, d), (b, d))]
        inside = VGroup()
        for size, shape, old in zip(sizes, self.shapes, self.labels, strict=True):
            half = tree.side_by_side((tree.Quotient(tree.Number("1"), tree.Number("2"), "tfrac"), *size.factors))
            text = label(Term(half if len(shape.corners) == TRIANGLE else size)).move_to(old)
            inside.add(self._into_corner(text, shape) if len(shape.corners) == TRIANGLE else text)
        (p, q), (r, s) = self.plane.state.array
        places = [(q + p / 2, r + s, 0, 1), (q / 2, r + s, 0, 1), (p + q, r / 2, 1, 0), (p + q, r + s / 2, 1, 0)]
        edges = VGroup()
        for (x, y, right, up), one in zip(places, letters, strict=True):
            text = label(one)
            off = np.array([right * (text.width / 2 + OFF), up * (text.height / 2 + OFF), 0.0])
            edges.add(text.move_to(self.plane.place(np.array([x, y])) + off))
        for text in (*inside, *edges):
            text.set_z_index(LABELS).set_stroke(self.plane.theme.background, width=ON_FILL, background=True)
        return inside, edges

    def _into_corner(self, text: VMobject, shape: PlaneShape) -> VMobject:
        """A text in the right angle of a triangle, where it has the most room."""
        corners = np.array([self.plane.place(one) for one in shape.corners])
        low, high = corners.min(axis=0), corners.max(axis=0)
        legs = np.roll(corners, -1, axis=0) - corners
        upright = corners[int(np.argmin(np.abs((legs * np.roll(legs, 1, axis=0)).sum(axis=1))))]
        half = np.array([text.width, text.height, 0.0]) / 2 + IN
        return text.move_to(upright + np.sign((low + high) / 2 - upright) * half)

    def unlike_letters(self) -> float:
        """How far a piece is, at most, from as large as its letters say, in model units."""
        (a, b), (c, d) = self.plane.state.array
        sizes = (b * c, b * c, a * c / 2, a * c / 2, b * d / 2, b * d / 2)
        return max(float(abs(abs(one.area(self.plane)) - size)) for one, size in zip(self.shapes, sizes, strict=True))

    def lacking(self, square: PlaneShape) -> float:
        """By how much the pieces and the moved square, as they are drawn, miss the box."""
        corners = square.outline(self.plane)
        box = float(np.prod(corners.max(axis=0) - corners.min(axis=0)))
        return abs(square.area(self.plane)) + sum(abs(one.area(self.plane)) for one in self.shapes) - box
