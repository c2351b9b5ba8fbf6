"""The lines to which a function of one variable comes: at its poles, and far out on either side.

Owns: `AsymptoteLine`, `asymptotes_of`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mathora.formula.curves.interval import Interval
from mathora.formula.curves.landmarks import landmarks_of
from mathora.formula.curves.one_variable import OneVariable
from mathora.formula.curves.pieces import clipped

FAR = 1e6
"""Where a function has come to its asymptote, if it ever does, in lengths of the window."""

NEAR = 1e-3
"""How near it is to it there, as a share of the window's height."""

POLE = 1e-9
"""So near to a pole, in lengths of the window, the function is looked at; there it is `TALL` windows high."""

TALL = 1e3


@dataclass(frozen=True)
class AsymptoteLine:
    """An asymptote: upright at `at`, or (None) the line slope · x + height."""

    at: float | None = None
    slope: float = 0.0
    height: float = 0.0


def asymptotes_of(function: OneVariable, window: Interval, heights: Interval) -> tuple[AsymptoteLine, ...]:
    """The poles on a window, and the lines to which the function comes far out on either side."""
    near, tall = POLE * window.length, TALL * heights.length
    sides = ((at, [abs(function(at + side)) for side in (-near, near)]) for at in landmarks_of(function, window).gaps)
    found = [AsymptoteLine(at=at) for at, tops in sides if any(np.isfinite(top) and top > tall for top in tops)]
    for far in (-FAR * window.length, FAR * window.length):
        slope = (function(2 * far) - function(far)) / far
        line = AsymptoteLine(slope=_plain(slope), height=_plain(function(far) - _plain(slope) * far))
        at = far / 10
        if np.isfinite([line.slope, line.height]).all() and line not in found:
            apart = abs(function(at) - line.slope * at - line.height)
            turning = abs(line.slope) * window.length < TALL * heights.length
            if apart < NEAR * heights.length and turning and not _is_line(function, line, window, heights):
                found.append(line)
    return tuple(found)


def _plain(value: float) -> float:
    """The value without what is left over from far out."""
    return round(value, 4) + 0.0 if np.isfinite(value) else value


def _is_line(function: OneVariable, line: AsymptoteLine, window: Interval, heights: Interval) -> bool:
    """Whether the function is the line itself, which then is no asymptote."""
    x = np.linspace(*window, 41)
    apart = np.abs(function.value(x) - line.slope * x - line.height)
    return bool(np.nan_to_num(apart, nan=np.inf).max() < NEAR * heights.length)


def enters(line: AsymptoteLine, window: Interval, heights: Interval) -> bool:
    """Whether an asymptote is seen in a window."""
    x = np.linspace(*window, 401)
    return line.at is not None or bool(clipped([(x, line.slope * x + line.height)], heights))
