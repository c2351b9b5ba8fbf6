"""Where a surface ends between the lines of its grid, so that its rim is as smooth as the function's domain.

Owns: `Rim` and `rim_of`.

Law: a vertex without a height moves onto the rim, as near to its place as one of its neighbours leads; where the
surface goes on at the other side, as at a pole or a jump, and where it leaves the heights of the grid, it stays a hole.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from mathora.stage.arrays import Array

HALVINGS = 24
WAYS = tuple((i, j) for i in (-1, 0, 1) for j in (-1, 0, 1) if (i, j) != (0, 0))


@dataclass(frozen=True, slots=True, eq=False)
class Rim:
    """Where holes of a grid have moved to: their `rows` and `columns` (k,), the `points` (k, 3), and the vertices
    `beside` (2, k) that they look like.
    """

    rows: npt.NDArray[np.intp]
    columns: npt.NDArray[np.intp]
    points: Array
    beside: npt.NDArray[np.intp]

    def put(self, values: Array, at_rim: Array | None = None) -> Array:
        """Values at the vertices (n, m, …), with those of the rim, or else of what is beside it."""
        found = np.array(values)
        found[self.rows, self.columns] = values[tuple(self.beside)] if at_rim is None else at_rim
        return found


def rim_of(value: Callable[[Array, Array], Array], xs: Array, ys: Array, heights: Array) -> Rim | None:
    """The rim of a function over a grid, model units; None where it has none."""
    there = np.isfinite(heights)
    if there.all() or not there.any():
        return None
    framed, low, high = np.pad(there, 1), np.nanmin(heights), np.nanmax(heights)
    goes_on = [framed[1 + i : i - 1 or None, 1 + j : j - 1 or None] for i, j in WAYS]
    both = np.logical_or.reduce([one & other for one, other in zip(goes_on, reversed(goes_on), strict=True)])
    rows, columns = np.nonzero(~there & ~both)
    nearest, points, beside = np.full(len(rows), np.inf), np.zeros((len(rows), 3)), np.zeros((2, len(rows)), np.intp)
    for i, j in WAYS:
        (at,) = np.nonzero(framed[rows + 1 + i, columns + 1 + j])
        near = np.array([rows[at] + i, columns[at] + j])
        start = np.array([xs[near[0]], ys[near[1]]])
        way = np.array([xs[rows[at]], ys[columns[at]]]) - start
        share, step = np.zeros(len(at)), 0.5
        for _ in range(HALVINGS):
            with np.errstate(all="ignore"):
                share += step * np.isfinite(value(*(start + way * (share + step))))
            step /= 2
        with np.errstate(all="ignore"):
            z = np.broadcast_to(value(*(start + way * share)), share.shape)
        off = np.where((2 * low - high <= z) & (z <= 2 * high - low), (1 - share) * np.hypot(i, j), np.inf)
        better = off < nearest[at]
        nearest[at[better]], beside[:, at[better]] = off[better], near[:, better]
        points[at[better]] = np.column_stack([*(start + way * share), z])[better]
    found = np.isfinite(nearest)
    return Rim(rows[found], columns[found], points[found], beside[:, found]) if found.any() else None
