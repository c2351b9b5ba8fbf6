"""Integrals of functions of one variable over any interval, and where most of a density lies.

Owns: `integral`, `panels`, `usual_span`.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from mathora.formula.curves.interval import Interval
from mathora.formula.curves.pieces import Array

NODES, WEIGHTS = np.polynomial.legendre.leggauss(8)
PANELS, HALVINGS, PRECISION = 16, 40, 1e-11
LONG_TAIL = 8  # so many times the middle half of the probability is drawn on either side of it, and no more


def integral(function: Callable[[Array], Array], low: float, high: float, scale: float = 1.0) -> float:
    """The integral of a function (arrays in, arrays out) from low to high, either of which may be infinite.

    Gauss's rule on panels, each halved until its halves say the same as the whole: so jumps are found. `scale` is a
    length on which the function changes; beyond it, infinity is brought near by x = a + scale · t/(1 - t).
    """
    if high < low:
        return -integral(function, high, low, scale)
    if np.isinf(low):
        cut = min(high, 0.0)
        return integral(lambda x: function(-x), -cut, np.inf, scale) + integral(function, cut, high, scale)
    if np.isinf(high):
        return integral(lambda t: function(low + scale * t / (1 - t)) * scale / (1 - t) ** 2, 0.0, 1 - 1e-12)
    edges = np.linspace(low, high, PANELS + 1)
    left, right = edges[:-1], edges[1:]
    whole, total = panels(function, left, right), 0.0
    for _ in range(HALVINGS):
        middle = (left + right) / 2
        halves = panels(function, left, middle), panels(function, middle, right)
        rough = np.abs(halves[0] + halves[1] - whole) > PRECISION * max(abs(total), float(np.abs(whole).sum()), 1e-300)
        total += float((halves[0] + halves[1])[~rough].sum())
        if not rough.any():
            return total
        left, right = np.concatenate([left[rough], middle[rough]]), np.concatenate([middle[rough], right[rough]])
        whole = np.concatenate([halves[0][rough], halves[1][rough]])
    return total + float(whole.sum())


def panels(function: Callable[[Array], Array], left: Array, right: Array) -> Array:
    """The integral over each of some panels, shape (n,), by one rule each."""
    half = ((right - left) / 2)[:, None]
    at = (left + right)[:, None] / 2 + half * NODES
    with np.errstate(all="ignore"):
        values = np.broadcast_to(function(at), at.shape)
    return np.asarray((np.where(np.isfinite(values), values, 0.0) * WEIGHTS * half).sum(axis=1))


def usual_span(value: Callable[[Array], Array], range_: tuple[float, float]) -> Interval:
    """Where all but a thousandth of a density lies, long tails cut, with round ends; the range itself, where that is
    finite.
    """
    if np.isfinite(range_).all():
        return Interval(*range_)
    grid = np.sinh(np.linspace(-50, 50, 40001)) * 1e-12
    grid = np.concatenate([grid, [end for end in range_ if np.isfinite(end)]])
    grid = np.unique(grid[(grid >= range_[0]) & (grid <= range_[1])])
    with np.errstate(all="ignore"):
        heights = np.nan_to_num(np.broadcast_to(value(grid), grid.shape), posinf=0.0, neginf=0.0)
    cells = np.maximum(heights[1:] + heights[:-1], 0.0) * np.diff(grid) / 2
    below = np.concatenate([[0.0], np.cumsum(cells)])
    *ends, first, third = np.interp([0.0005, 0.9995, 0.25, 0.75], below / max(below[-1], 1e-300), grid)
    ends = [max(ends[0], first - LONG_TAIL * (third - first)), min(ends[1], third + LONG_TAIL * (third - first))]
    power = 10.0 ** np.floor(np.log10(max(ends[1] - ends[0], 1e-300))) / 2
    low, high = np.floor(ends[0] / power) * power, np.ceil(ends[1] / power) * power
    return Interval(float(max(low, range_[0])), float(min(high, range_[1])))
