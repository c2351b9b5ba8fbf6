"""The lines to which a function of one variable comes: at its poles, and far out on either side.

Owns: `AsymptoteLine`, `asymptotes_of`, `endless`, `far_out`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mathora.formula.curves.interval import Interval
from mathora.formula.curves.landmarks import landmarks_of
from mathora.formula.curves.one_variable import OneVariable
from mathora.formula.curves.pieces import clipped

FAR = (1e6, 1e3, 30.0)
"""Where a function has come to its asymptote, if it ever does, in lengths of the window: nearer, where it is too large
out there to be computed, as an exponential inside of it is.
"""

NEAR = 1e-3  # how near it is to it there, as a share of the window's height

PACE = np.array([0.0, 0.137, 0.291, 0.618])
"""So much farther out, in lengths of the window, it is looked at, too: a function that repeats itself comes to nothing.
"""

POLE = 1e-8  # so near to a pole, in lengths of the window, the function is looked at

NEARER = 1e2
"""Nearer by this factor, a function without end grows as much as it did by the last one: a logarithm just so much."""

STEADY = 0.99  # the share of it that is left of an endless growth by rounding
TALL = 1e3  # a line that rises by so many windows on one is upright to the eye


@dataclass(frozen=True)
class AsymptoteLine:
    """An asymptote: upright at `at`, or (None) the line slope · x + height."""

    at: float | None = None
    slope: float = 0.0
    height: float = 0.0


def asymptotes_of(function: OneVariable, window: Interval, heights: Interval) -> tuple[AsymptoteLine, ...]:
    """The poles on a window, and the lines to which the function comes far out on either side, if seen in it."""
    gaps = landmarks_of(function, window).gaps
    found = [AsymptoteLine(at=at) for at in gaps if endless(function, at, window) > STEADY]
    for side in (-window.length, window.length):
        far = far_out(function, side)
        slope = (function(2 * far) - function(far)) / far
        line = AsymptoteLine(slope=_plain(slope), height=_plain(function(far) - _plain(slope) * far))
        at = far / 10 + PACE * side
        if np.isfinite([line.slope, line.height]).all() and line not in found:
            apart = np.abs(function.value(at) - line.slope * at - line.height).max()
            turning = abs(line.slope) * window.length < TALL * heights.length
            if apart < NEAR * heights.length and turning and not _is_line(function, line, window, heights):
                x = np.linspace(*window, 401)
                found += [line] if clipped([(x, line.slope * x + line.height)], heights) else []
    return tuple(found)


def far_out(function: OneVariable, side: float) -> float:
    """The farthest place at which it can be computed, and at the double, too; `side` is the window's length, or less
    than zero on the left.
    """
    ways = [side * far for far in FAR]
    return next((way for way in ways if np.isfinite([function(way), function(2 * way)]).all()), ways[-1])


def endless(function: OneVariable, at: float, window: Interval) -> float:
    """How much a function still grows nearer to a place, as a share of how it grew before: at a pole many times as
    much, at the edge of a logarithm 1, and where it comes to a value nearly nothing.
    """
    shares = []
    for near in (-POLE * window.length, POLE * window.length):
        far, nearer, nearest = (function(at + near * step) for step in (NEARER**2, NEARER, 1.0))
        if nearer != far and np.isfinite([far, nearer, nearest]).all():
            shares.append((nearest - nearer) / (nearer - far))
    return float(max(shares, default=0.0))


def _plain(value: float) -> float:
    """The value without what is left over from far out."""
    return round(value, 4) + 0.0 if np.isfinite(value) else value


def _is_line(function: OneVariable, line: AsymptoteLine, window: Interval, heights: Interval) -> bool:
    """Whether the function is the line itself, which then is no asymptote."""
    x = np.linspace(*window, 41)
    apart = np.abs(function.value(x) - line.slope * x - line.height)
    return bool(np.nan_to_num(apart, nan=np.inf).max() < NEAR * heights.length)
