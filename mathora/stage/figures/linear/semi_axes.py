"""Two radii of the unit circle at right angles that a matrix keeps at right angles: the half-axes of the ellipse.

Owns: `SemiAxes`.

Laws (measured on the points drawn):
- Where the plane stands still, both arrows stand at a right angle (`slant`), and a mark says so.
- How long each is, is read out; no arrow to the ellipse is longer than the first, or shorter than the second.
"""

from __future__ import annotations

import numpy as np
from manim import FadeIn, FadeOut, VMobject

from mathora.stage.arrays import Array
from mathora.stage.figures.linear.linear import turned
from mathora.stage.figures.linear.plane import Plane
from mathora.stage.figures.linear.plane_board import PlaneBoard
from mathora.stage.figures.linear.plane_parts import ORIGIN, PlaneArrow, square_corner
from mathora.stage.plane.arrow import grow

UPRIGHT = 1e-3  # the cosine below which two directions are at a right angle: scripts round the entries of rotations
FLAT = 1e-9  # as a share of the other, the length of one that the matrix takes to nothing
CLAIM = "the half-axes stand at a right angle"


class _Corner(VMobject):
    """The mark of a right angle between two arrows; where they stand at none, it is not seen."""

    def __init__(self, arrows: list[PlaneArrow], colour: str) -> None:
        super().__init__(stroke_color=colour, stroke_width=2.5, fill_opacity=0)
        self.arrows = arrows

    def follow(self, plane: Plane) -> _Corner:
        """Takes its place."""
        one, other = (plane.image(arrow.at) for arrow in self.arrows)
        if _are_upright(one, other) and not _is_flat(one, other):
            self.set_points_as_corners(square_corner(plane, ORIGIN, one, other))
        else:
            self.clear_points()
        return self


def _are_upright(one: Array, other: Array) -> bool:
    """Whether two directions are at a right angle; what has no length has none."""
    return _is_flat(one, other) or bool(abs(one @ other) <= UPRIGHT * np.linalg.norm(one) * np.linalg.norm(other))


def _is_flat(one: Array, other: Array) -> bool:
    low, high = sorted((float(np.linalg.norm(one)), float(np.linalg.norm(other))))
    return low <= FLAT * high


class SemiAxes:
    """The half-axes on a board, of the ellipse that `matrix` makes of the unit circle, the longer one first."""

    def __init__(self, board: PlaneBoard, matrix: Array, colours: tuple[str, str]) -> None:
        self.board, self.plane = board, board.plane
        first = np.linalg.svd(matrix)[2][0]
        angle = float(np.arctan2(*reversed(first if first[0] > 0 or (first[0] == 0 < first[1]) else -first)))
        self.arrows = [PlaneArrow(self.plane, turned(angle + k * np.pi / 2), one) for k, one in enumerate(colours)]
        self.corner = _Corner(self.arrows, board.theme.foreground)
        self.readings: list[VMobject] = []

    def stay(self, matrix: Array) -> bool:
        """Whether they are at a right angle where a matrix takes the plane."""
        one, other = (matrix @ arrow.at for arrow in self.arrows)
        return _are_upright(one, other)

    def enter(self) -> None:
        """Both arrows grow, then the mark between them, and their lengths are read."""
        board, plane = self.board, self.plane
        board.make_room([plane.image(arrow.at) for arrow in self.arrows])
        for arrow in self.arrows:
            plane.put(arrow)
        board.scene.play(*map(grow, self.arrows), run_time=1.0)
        plane.put(self.corner)
        word = board.scene.words.picture.half_axis
        for index, arrow in enumerate(self.arrows):
            length = lambda arrow=arrow: float(np.linalg.norm(arrow.seen(plane)))  # noqa: E731 - read on each frame
            true = lambda arrow=arrow: float(np.linalg.norm(plane.image(arrow.at)))  # noqa: E731 - likewise
            self.readings.append(board.measure(f"axis{index}", word, length, true, arrow.colour, decimals=2))
        board.scene.play(FadeIn(self.corner), *map(FadeIn, self.readings), run_time=0.6)
        board.scene.invariant(CLAIM, self.slant, 2 * UPRIGHT)

    def slant(self) -> float:
        """The cosine of the angle between the drawn arrows where a mark says that they stand at a right one."""
        if not len(self.corner.points):
            return 0.0
        one, other = (arrow.seen(self.plane) for arrow in self.arrows)
        return float(abs(one @ other) / (np.linalg.norm(one) * np.linalg.norm(other)))

    def leave(self) -> None:
        """They would be no half-axes any more."""
        self.board.scene.invariants.release(CLAIM)
        for part in (*self.arrows, self.corner):
            self.plane.take_off(part)
        self.board.scene.play(FadeOut(*self.arrows, self.corner), *self.board.unread(*self.readings), run_time=0.5)
