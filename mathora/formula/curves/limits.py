"""What a function of one variable comes to near a place, and how near that is.

Owns: `level_at`, `sides_at`, `widest`.
"""

from __future__ import annotations

import numpy as np

from mathora.formula.curves.interval import Interval
from mathora.formula.curves.one_variable import OneVariable

CLOSE, SAME = 1e-7, 1e-4
"""So near, in lengths of the window, both sides are compared; so much of its height they may differ."""

FARTHER = (1.0, 1.7, 3.0, 10.0, 100.0)  # where else it is seen which digits stay, and how a function comes there
SLOWLY = (0.15, 0.95)  # a way to a tenth of the distance, as a share of the one before: neither a slope's, nor noise
DIGITS = 5  # of a limit, where a window is from 1 to 10 high
GRID, HALVINGS = 1201, 40
NEAR = 1e-6  # so near to the place, in lengths of the window, both sides are looked at; the place itself is left out


def sides_at(function: OneVariable, at: float, window: Interval, farther: float = 1.0) -> tuple[float, ...]:
    """The values close by on both sides, or so many times farther off, where there are any."""
    near = farther * CLOSE * window.length
    return tuple(one for one in (function(at - near), function(at + near)) if np.isfinite(one))


def level_at(function: OneVariable, at: float, window: Interval, heights: Interval) -> float | None:
    """What both sides come to, with the digits that do not change on the way there; None if they come to different
    heights, or to none.
    """
    ends = sides_at(function, at, window)
    if not ends or np.ptp(ends) >= SAME * heights.length:
        return None
    *means, middle, far = (float(np.mean(sides_at(function, at, window, farther) or ends)) for farther in FARTHER)
    came, comes = middle - far, means[0] - middle
    if came and SLOWLY[0] < comes / came < SLOWLY[1]:  # as a root does: each way is so much shorter than the one before
        means = [means[0] + comes * comes / (came - comes)]
    most = DIGITS - int(np.floor(np.log10(heights.length)))
    same = (one for one in range(most, most - 4, -1) if len({round(mean, one) for mean in means}) == 1)
    return round(means[0], next(same, most - 3)) + 0.0


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
