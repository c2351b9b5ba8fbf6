"""What a function of one variable comes to near a place, and how near that is.

Owns: `level_at`, `same_level`, `widest`.
"""

from __future__ import annotations

import numpy as np

from mathora.formula.curves.interval import Interval
from mathora.formula.curves.one_variable import OneVariable

CLOSE, SAME = 1e-7, 1e-4
"""So near, in lengths of the window, both sides are compared; so much of its height they may differ."""

GRID, HALVINGS = 1201, 40
NEAR = 1e-6  # so near to the place, in lengths of the window, both sides are looked at; the place itself is left out


def sides_at(function: OneVariable, at: float, window: Interval) -> tuple[float, ...]:
    """The values close by on both sides, where there are any."""
    near = CLOSE * window.length
    return tuple(one for one in (function(at - near), function(at + near)) if np.isfinite(one))


def level_at(function: OneVariable, at: float, window: Interval, heights: Interval) -> float | None:
    """What both sides come to; None if they come to different heights, or to none."""
    ends = sides_at(function, at, window)
    if not ends or np.ptp(ends) >= SAME * heights.length:
        return None
    return float(round(float(np.mean(ends)), 5))


def widest(function: OneVariable, at: float, level: float, within: float, window: Interval) -> float:
    """The largest δ, rounded down to two digits, such that all values less than δ from `at` are `within` of `level`.

    0 if there is none. Places beyond the window, and those where the function has no value, are not looked at.
    """
    reach = max(window.high - at, at - window.low)
    steps = np.geomspace(NEAR * window.length, reach, GRID)
    off = np.zeros(GRID, dtype=bool)
    for side in (-1.0, 1.0):
        x = at + side * steps
        values = function.value(x)
        inside = (x >= window.low) & (x <= window.high)
        off |= inside & np.isfinite(values) & (np.abs(values - level) > within)
    first = int(np.argmax(off)) if off.any() else GRID
    if first == 0:
        return 0.0
    low, high = float(steps[first - 1]), float(steps[min(first, GRID - 1)])
    for _ in range(HALVINGS if first < GRID else 0):
        middle = (low + high) / 2
        values = function.value(at + np.array([-middle, middle]))
        fits = bool(np.all(~(np.abs(values - level) > within) | np.isnan(values)))
        low, high = (middle, high) if fits else (low, middle)
    far = low * (1 + 1e-9)
    unit = 10.0 ** (np.floor(np.log10(far)) - 1)
    return float(np.floor(far / unit) * unit)
