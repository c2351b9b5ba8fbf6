"""The slice that is left of a surface when one of its two variables stands still.

Law: all points of a slice have the frozen coordinate, to the last bit.
"""

from __future__ import annotations

import numpy as np

from mathora.formula.curves.interval import Interval
from mathora.formula.curves.pieces import SEEN, clipped, pieces, rounded, sharpened
from mathora.stage.arrays import Array
from mathora.stage.space.contours import SurfaceFunction


class Slice:
    """The curve of `function` where its variable number `axis` (0 or 1) is `value`. All in model units."""

    def __init__(self, function: SurfaceFunction, axis: int, value: float) -> None:
        self.function, self.axis, self.value = function, axis, value
        self.partial = function.partial(function.variables[1 - axis])

    def at(self, free: Array | float) -> Array:
        """Points (…, 3) over values of the free variable."""
        free = np.asarray(free, dtype=float)
        frozen = np.full_like(free, self.value)
        x, y = (free, frozen) if self.axis == 1 else (frozen, free)
        return np.stack([x, y, np.broadcast_to(self.function.value(x, y), x.shape)], axis=-1)

    def between(self, low: float, high: float, count: int) -> Array:
        """Points (count, 3) of the curve between two values of the free variable."""
        return self.at(np.linspace(low, high, count))

    def parts(self, span: Interval, heights: Interval, samples: int) -> list[Array]:
        """Points (n, 3) of each part that can be drawn between two heights: there are gaps at poles and jumps."""
        values = lambda x: self.at(x)[..., 2]  # noqa: E731 - the curve's height
        whole = sharpened(values, pieces(values, span, samples), span)
        found = clipped(rounded(values, whole, SEEN * heights.length), heights)
        return [np.column_stack([self.at(x)[:, :2], y]) for x, y in found]

    def height(self, free: float) -> float:
        """The function on the curve."""
        return float(self.at(free)[2])

    def slope(self, free: float) -> float:
        """The partial derivative with respect to the free variable, on the curve."""
        x, y, _ = self.at(free)
        return float(self.partial.value(x, y))
