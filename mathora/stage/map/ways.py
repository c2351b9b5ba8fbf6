"""Ways over a function of two variables: the steepest one down, and a part of a way.

Owns: `steepest_way`, `part_of`.
"""

from __future__ import annotations

import numpy as np

from mathora.stage.arrays import Array
from mathora.stage.parameters import Interval
from mathora.stage.space.contours import SurfaceFunction


def steepest_way(function: SurfaceFunction, start: Array, span: Interval, steps: int = 1200) -> Array:
    """The way along −∇ from `start` (2,), points (n, 2) evenly apart, until it is all but level or leaves the square.

    Runge and Kutta's fourth-order method on the direction of the slope.
    """
    step = 0.005 * span.length

    def way(point: Array) -> Array:
        slope = np.asarray(function.gradient(dict(zip(function.variables, map(float, point), strict=True))))
        return np.asarray(-slope / max(float(np.linalg.norm(slope)), 0.05))

    points = [np.asarray(start, dtype=float)]
    for _ in range(steps):
        here = points[-1]
        a = way(here)
        b = way(here + step / 2 * a)
        c = way(here + step / 2 * b)
        points.append(here + step / 6 * (a + 2 * b + 2 * c + way(here + step * c)))
        stands = np.linalg.norm(points[-1] - here) < 0.02 * step
        if stands or (points[-1] < span.low).any() or (points[-1] > span.high).any():
            break
    return np.array(points)


def part_of(path: Array, share: float) -> Array:
    """The first `share` (0 to 1) of a path (n, 2) of even steps, at least two points."""
    along = share * (len(path) - 1)
    whole = min(int(along), len(path) - 2)
    here = path[whole] + (along - whole) * (path[whole + 1] - path[whole])
    return np.concatenate([path[: whole + 1], here[None]])
