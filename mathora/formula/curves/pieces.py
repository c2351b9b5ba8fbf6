"""A function of one variable as the pieces that can be drawn: with gaps at poles and jumps and where it has no value.

Owns: `Array`, `pieces`, `sharpened`, `rounded`, `clipped`, `until`, `well_chosen_heights`.

Law: two samples are joined only if the function is seen to go from one to the other: where halving the step again and
again leaves more than half of a leap, there is a gap.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from mathora.formula.curves.interval import Interval

Array = NDArray[np.float64]
ArrayFunction = Callable[[Array], Array]
Piece = tuple[Array, Array]  # ArrayFunction of the variable and of the function, of the same shape (n,), in model units

SAMPLES = 401
LEAP = 0.1  # a difference of neighbours larger than this share of the usual heights is looked at more closely
SUDDEN = 4.0  # so is one that is so many times larger than those before and after

HALVINGS = 40
CLOSER, NARROWINGS = 24, 13
GROWTH = 8.0
"""A value between two neighbours that is so many times farther away than they are from each other is beside a pole."""

SEEN = 1 / 4000
"""The share of a graph's height by which a line may lie beside its curve: a quarter of a pixel of a large picture."""

SWINGS = 6  # so often a function may turn on its way to an end of it, ever nearer; more is no way to an end
NOISE = 1e-12  # a step that is so small, as a share of the values, is a rounding error
BENDS = 8  # a step is halved so often at most where the function bends
WILD = 6.0  # a range so many times the usual one comes from a pole, not from the curve's shape


def pieces(function: ArrayFunction, over: Interval, samples: int = SAMPLES) -> list[Piece]:
    """The pieces of a function over an interval, each of two points or more."""
    x = np.linspace(over.low, over.high, samples)
    y = _values(function, x)
    usual = _usual(y)
    with np.errstate(invalid="ignore"):
        far = np.abs(y - usual.middle) > WILD * usual.length
        suspect = (np.abs(np.diff(y)) > LEAP * usual.length) | (far[:-1] & far[1:]) | _sudden(y)
    joined = [
        bool(np.isfinite(y[k : k + 2]).all()) and not (suspect[k] and _leaps(function, x[k], x[k + 1]))
        for k in range(samples - 1)
    ]
    cuts = [0, *(k + 1 for k, one in enumerate(joined) if not one), samples]
    return [(x[low:high], y[low:high]) for low, high in pairwise(cuts) if high - low > 1]


def sharpened(function: ArrayFunction, parts: Sequence[Piece], over: Interval) -> list[Piece]:
    """The pieces with ends that reach to the poles, the jumps and the edges of where the function has values."""
    ends = [over.low, *(float(at) for x, _ in parts for at in (x[0], x[-1])), over.high]
    found: list[Piece] = []
    for k, (x, _) in enumerate(parts):
        samples = np.linspace(over.low, over.high, round(over.length / float(x[1] - x[0])) + 1)
        before, after = _beyond(ends[2 * k], x[0], samples, -1), _beyond(ends[2 * k + 3], x[-1], samples, 1)
        left = _approach(float(x[0]), _bracket(function, before, float(x[0]))[1])[::-1] if before < x[0] else x[:0]
        right = _approach(float(x[-1]), _bracket(function, float(x[-1]), after)[0]) if after > x[-1] else x[:0]
        parts_of_it = [_settling(function, left[::-1])[::-1], x, _settling(function, right)]
        longer = np.concatenate(parts_of_it)
        found.append((longer, _values(function, longer)))
    return [(x[np.isfinite(y)], y[np.isfinite(y)]) for x, y in found]


def _beyond(neighbour: float, end: float, samples: Array, way: int) -> float:
    """A place beyond a piece's end, in its gap: the very next of the samples, which may be a hole of one place only; or
    where the gap ends.
    """
    nearest = int(np.abs(samples - end).argmin())
    place = float(samples[min(max(nearest + way, 0), len(samples) - 1)])
    return max(neighbour, place) if way < 0 else min(neighbour, place)


def _approach(start: float, edge: float) -> Array:
    """Places from `start` (left out) to `edge`, ever nearer to it."""
    return np.unique(start + (edge - start) * (1 - 0.5 ** np.arange(1, CLOSER)))[:: 1 if edge > start else -1]


def _settling(function: ArrayFunction, nearing: Array) -> Array:
    """Places ever nearer to an end; none if the function swings to and fro there, as sin(1/x) does at 0: no pen could
    follow it.
    """
    values = _values(function, nearing)
    steps = np.diff(values)
    ways = np.sign(steps) * (np.abs(steps) > NOISE * np.abs(values).max(initial=0.0))
    return nearing[:0] if int((ways[1:] * ways[:-1] < 0).sum()) > SWINGS else nearing


def _bracket(function: ArrayFunction, low: float, high: float) -> tuple[float, float]:
    """The two places between which the function leaps, or begins or ends to have values, as near as can be told."""
    for _ in range(NARROWINGS):
        x = np.linspace(low, high, 17)
        y = _values(function, x)
        known = np.isfinite(y)
        if not known.all():
            if known[0] and known[-1]:
                hole = x[int(known.argmin())]
                return _bracket(function, low, hole)[0], _bracket(function, hole, high)[1]
            first = int((known != known[0]).argmax())
            low, high = float(x[max(first - 1, 0)]), float(x[first])
            continue
        size = np.abs(y)
        if size.max() > 2 * max(size[0], size[-1]):  # beside a pole
            peak = int(size.argmax())
            low, high = float(x[peak - 1]), float(x[peak + 1])
        else:
            leap = int(np.abs(np.diff(y)).argmax())
            low, high = float(x[leap]), float(x[leap + 1])
    return low, high


def well_chosen_heights(parts: Sequence[Piece], also: float) -> Interval:
    """The heights of all pieces, and `also`; beside a pole those that most of the curve has."""
    values = np.concatenate([y for _, y in parts])
    low, high, usual = float(values.min()), float(values.max()), _usual(values)
    if len(parts) > 1 and high - low > WILD * usual.length:
        low, high = max(low, usual.low - usual.length / 2), min(high, usual.high + usual.length / 2)
    return Interval(min(low, also), max(high, also))


def rounded(function: ArrayFunction, parts: Sequence[Piece], off: float) -> list[Piece]:
    """The pieces with more points where the function bends: no line between two is more than about `off` beside it."""
    found: list[Piece] = []
    for x, y in parts:
        for _ in range(BENDS):
            middle = (x[:-1] + x[1:]) / 2
            height = _values(function, middle)
            wanted = np.flatnonzero(np.abs(height - (y[:-1] + y[1:]) / 2) > off)
            if not len(wanted):
                break
            x, y = np.insert(x, wanted + 1, middle[wanted]), np.insert(y, wanted + 1, height[wanted])  # noqa: PLW2901
        found.append((x, y))
    return found


def clipped(parts: Sequence[Piece], heights: Interval) -> list[Piece]:
    """The parts of pieces between two heights; they end on them."""
    found: list[Piece] = []
    for x, y in parts:
        for edge in heights:
            crossed = np.flatnonzero((y[:-1] - edge) * (y[1:] - edge) < 0)
            between = x[crossed] + (edge - y[crossed]) / (y[crossed + 1] - y[crossed]) * np.diff(x)[crossed]
            x, y = np.insert(x, crossed + 1, between), np.insert(y, crossed + 1, edge)  # noqa: PLW2901
        inside = (y >= heights.low) & (y <= heights.high)
        runs = np.split(np.arange(len(x)), np.flatnonzero(np.diff(inside)) + 1)
        found += [(x[run], y[run]) for run in runs if inside[run[0]] and len(run) > 1]
    return found


def until(x: Array, y: Array, reach: float) -> Piece:
    """A piece up to a place, with its end there."""
    if reach >= x[-1]:
        return x, y
    kept = int(np.searchsorted(x, reach))
    if kept == 0:
        return x[:0], y[:0]
    end = np.interp(reach, x, y)
    return np.append(x[:kept], reach), np.append(y[:kept], end)


def _values(function: ArrayFunction, x: Array) -> Array:
    with np.errstate(all="ignore"):
        return np.array(np.broadcast_to(function(x), x.shape), dtype=float)


def _sudden(y: Array) -> NDArray[np.bool_]:
    """Which differences of neighbours are much larger than those before and after: a small jump of a large curve."""
    steps = np.abs(np.diff(y, prepend=y[0], append=y[-1]))
    return np.asarray(steps[1:-1] > SUDDEN * np.maximum(steps[:-2], steps[2:]))


def _usual(y: Array) -> Interval:
    """The heights that eight of ten values have."""
    finite = y[np.isfinite(y)]
    return Interval(*(float(one) for one in np.quantile(finite, (0.1, 0.9)))) if len(finite) else Interval(0.0, 0.0)


def _leaps(function: ArrayFunction, low: float, high: float) -> bool:
    """Whether the difference between two neighbours stays or grows, however near to each other they are taken."""
    ends = _values(function, np.array([low, high]))
    whole = max(abs(ends[1] - ends[0]), LEAP * abs(ends).max())
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        at = _values(function, np.array([middle]))[0]
        if not np.isfinite(at) or abs(at - ends).max() > GROWTH * whole:
            return True
        if abs(at - ends[0]) > abs(ends[1] - at):
            high, ends = middle, np.array([ends[0], at])
        else:
            low, ends = middle, np.array([at, ends[1]])
    return bool(abs(ends[1] - ends[0]) > whole / 2)
