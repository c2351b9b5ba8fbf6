"""Boxes around ink: does one text reach into another?

Law: what is between two outlines is no ink: of `( )` there are two boxes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from manim import VMobject
from numpy.typing import NDArray

from mathora.stage.arrays import Array

TOUCH = 0.05  # scene units by which boxes of ink may reach into one another: kerns and descenders


class Boxes(NamedTuple):
    """Boxes of ink: lower left and upper right corners, each of shape (n, 2), in scene units."""

    low: Array
    high: Array

    @staticmethod
    def of(runs: Sequence[VMobject]) -> Boxes:
        """The boxes of some runs of ink, one for each of their outlines: of `( )` two, and none of what is between."""
        low, high = [np.empty((0, 2))], [np.empty((0, 2))]
        for run in runs:
            begins = run.get_subpath_split_indices_from_points(run.points)[:, 0]
            if len(begins):
                low.append(np.minimum.reduceat(run.points[:, :2], begins))
                high.append(np.maximum.reduceat(run.points[:, :2], begins))
        return Boxes(np.concatenate(low), np.concatenate(high))

    def clear_of(self, other: Boxes) -> Boxes:
        """Those of its boxes that reach into none of the other's."""
        apart = ~self._reaching(other).any(axis=1)
        return Boxes(self.low[apart], self.high[apart])

    def touching(self, other: Boxes) -> Boxes:
        """Those of its boxes that reach into one of the other's."""
        near = self._reaching(other).any(axis=1)
        return Boxes(self.low[near], self.high[near])

    def meet(self, other: Boxes) -> bool:
        """Whether any box of one reaches into any of the other."""
        return bool(self._reaching(other).any())

    def _reaching(self, other: Boxes) -> NDArray[np.bool_]:
        """Which of its boxes (rows) reach into which of the other's (columns)."""
        low = np.maximum(self.low[:, None], other.low[None])
        high = np.minimum(self.high[:, None], other.high[None])
        return np.asarray(((high - low) > TOUCH).all(axis=2))
