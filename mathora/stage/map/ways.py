"""Ways over a function of two variables: the steepest one down, and a part of a way.

Owns: `steepest_way`, `way_along`, `onward`, `part_of`, `away_from`.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mathora.formula.curves.interval import Interval
from mathora.stage.arrays import Array
from mathora.stage.space.contours import SurfaceFunction


def steepest_way(function: SurfaceFunction, start: Array, span: Interval) -> Array:
    """The way along −∇ from `start` (2,), points (n, 2) evenly apart, until it is all but level or leaves the
    square.
    """

    def way(point: Array) -> Array:
        slope = np.asarray(function.gradient(dict(zip(function.variables, map(float, point), strict=True))))
        return np.asarray(-slope / max(float(np.linalg.norm(slope)), 0.05))

    return way_along(way, start, span, 1200)


def way_along(
    way: Callable[[Array], Array], start: Array, span: Interval, steps: int, step: float | None = None
) -> Array:
    """The way along a field of directions from `start` (2,), points (n, 2) a `step` apart (else 0.005 of the square's
    side), until the field is all but zero or the way leaves the square.

    """
    step = 0.005 * span.length if step is None else step
    points = [np.asarray(start, dtype=float)]
    for _ in range(steps):
        here = points[-1]
        points.append(onward(way, here, way(here), step))
        stands = np.linalg.norm(points[-1] - here) < 0.02 * step
        if stands or (points[-1] < span.low).any() or (points[-1] > span.high).any():
            break
    return np.array(points)


def onward(way: Callable[[Array], Array], here: Array, first: Array, step: float) -> Array:
    """The point (2,) a `step` along a field from `here`, where it is `first`: Runge and Kutta's fourth-order method."""
    second = way(here + step / 2 * first)
    third = way(here + step / 2 * second)
    return np.asarray(here + step / 6 * (first + 2 * second + 2 * third + way(here + step * third)))


def part_of(path: Array, share: float) -> Array:
    """The first `share` (0 to 1) of a path (n, 2) of even steps, at least two points."""
    along = share * (len(path) - 1)
    whole = min(int(along), len(path) - 2)
    here = path[whole] + (along - whole) * (path[whole + 1] - path[whole])
    return np.concatenate([path[: whole + 1], here[None]])


def away_from(line: Array, point: Array) -> float:
    """How far a point (k,) is from a line through points (n, k)."""
    starts, sides = line[:-1], np.diff(line, axis=0)
    lengths = np.maximum((sides**2).sum(axis=1), 1e-18)
    shares = np.clip(((point - starts) * sides).sum(axis=1) / lengths, 0, 1)
    return float(np.linalg.norm(starts + shares[:, None] * sides - point, axis=1).min(initial=np.inf))
