"""Arrows all around the origin: so a motion is seen in every direction at once.

Owns: `Fan`.

Laws:
- All begin equally long, as long as the longest arrow that stands there; that one is not drawn again.
- Each goes to where the plane's matrix takes it; that is measured on the points drawn.
- An arrow on the line of a vector of the script's has its colour.
"""

from __future__ import annotations

import numpy as np

from mathora.stage.arrays import Array
from mathora.stage.figures.linear.linear import turned
from mathora.stage.figures.linear.plane import LINES
from mathora.stage.figures.linear.plane_board import PlaneBoard
from mathora.stage.figures.linear.plane_parts import PlaneArrow

THIN = 0.05  # how wide a shaft is, in scene units
CLAIM = "each arrow of the fan ends where the matrix takes it"


class Fan:
    """So many `arrows` as directions at equal angles, the first to the right."""

    def __init__(self, board: PlaneBoard, count: int) -> None:
        self.plane = plane = board.plane
        given = [one.arrow.at for one in board.vectors]
        long = max((float(np.linalg.norm(at)) for at in given), default=1.0)
        ways = [long * turned(2 * np.pi * k / count) for k in range(count)]
        free = [at for at in ways if not any(np.allclose(at, one) for one in given)]
        board.make_room([plane.image(at) for at in free])
        self.arrows = [PlaneArrow(plane, at, self._colour(board, at), width=THIN) for at in free]
        for arrow in self.arrows:
            arrow.set_z_index(LINES)
            plane.put(arrow)

    @staticmethod
    def _colour(board: PlaneBoard, at: Array) -> str:
        standing = board.on_line(at)
        return standing.colour if standing else board.theme.muted

    def off(self) -> float:
        """How far an arrow's end is from where the matrix takes it, at most, as a share of the view."""
        ways = (one.seen(self.plane) - self.plane.image(one.at) for one in self.arrows)
        return max(float(np.linalg.norm(way)) for way in ways) / self.plane.state.reach
