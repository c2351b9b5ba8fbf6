"""Where a function of one variable does something: zeros, extrema, poles, jumps, the edges of its domain.

Owns: `Landmarks`, `landmarks_of`, `TurnKind`, `turns_both_ways`, `crossings`, `meetings`, `holes_between`, `joined`,
and `sharp_pieces`.

Laws:
- A change of sign across a gap is no zero, and a slope's across a gap no extremum.
- All is found on a grid and then by bisection; what is narrower than the grid's step may be missed. So these choose a
  view and a place to go to, and never prove anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np

from mathora.formula.curves.interval import Interval, nice_ticks
from mathora.formula.curves.one_variable import OneVariable
from mathora.formula.curves.pieces import Array, Piece, pieces, sharpened

GRID = 1201
HALVINGS = 60

NOISE = 1e-12  # a difference so small, as a share of the largest value, is a rounding error
ENDS = ((0, 1), (-1, -2))  # the indices of a piece's ends, and of what is beside each
OUT, FEW = 100.0, 3  # so far out places are looked for where curves meet, if these are so few
BLUR, LEVEL = 1e-3, 0.05  # so near to a hole, as a share of the span, nothing is looked for; by how much sides differ
POINT = 1e-6  # a gap so narrow, as a share of the span, is one place
FEW_TURNS = 1000.0  # no number from here on is taken for a multiple of π
ROUND = 100  # about so many round numbers of a piece are looked at for holes

TurnKind = Literal["maximum", "minimum"]


@dataclass(frozen=True)
class Landmarks:
    """Places in rising order: `gaps` are poles, jumps and the edges of where there are values."""

    zeros: tuple[float, ...]
    extrema: tuple[tuple[float, TurnKind], ...]
    gaps: tuple[float, ...]

    @property
    def all(self) -> tuple[float, ...]:
        """All of them, in rising order."""
        return tuple(sorted({*self.zeros, *(at for at, _ in self.extrema), *self.gaps}))


def sharp_pieces(function: OneVariable, span: Interval, samples: int = 401) -> list[Piece]:
    """The function's pieces on a span, up to its poles, jumps and edges."""
    return sharpened(function.value, pieces(function.value, span, samples), span) if span.length > 0 else []


def landmarks_of(function: OneVariable, span: Interval) -> Landmarks:
    """What a function does on a span."""
    parts = sharp_pieces(function, span, GRID)
    gaps = _apart(_gaps(parts, span), span)
    holes = [gap for gap in gaps if _is_hole(function, gap, parts, BLUR * span.length)]

    def clear(at: float) -> bool:
        return all(abs(at - hole) > BLUR * span.length for hole in holes)

    zeros = [at for part in parts for at in _crossings(function, part) if clear(at)]
    extrema = [one for part in parts for one in _turns(function.derivative, part) if clear(one[0])]
    return Landmarks(_apart(zeros, span), tuple(extrema), gaps)


def _is_hole(function: OneVariable, gap: float, parts: Sequence[Piece], beside: float) -> bool:
    """Whether both sides come to one height there: nothing by nothing, near which values are noise."""
    near = function.value(gap + beside * np.array([-2.0, -1.0, 1.0, 2.0]))
    usual = float(np.ptp(np.quantile(np.concatenate([y for _, y in parts]), (0.1, 0.9))))
    return bool(np.ptp(near) <= LEVEL * usual)  # not of what has no value


def turns_both_ways(parts: Sequence[Piece]) -> bool:
    """Whether a function has a value at two places of its pieces, or stays level somewhere: then it has no inverse."""
    ranges = sorted((float(y.min()), float(y.max())) for _, y in parts)
    once = all(low[1] <= high[0] for low, high in pairwise(ranges))
    ways = ({*np.sign(np.diff(y)[np.abs(np.diff(y)) > 0]).tolist()} for _, y in parts)
    return not parts or not once or any(len(one) != 1 for one in ways)


def crossings(one: OneVariable, other: OneVariable, span: Interval) -> tuple[float, ...]:
    """Where two functions have the same value on a span."""
    apart = Difference(one.function, one.variable, one.held, other)
    return _apart([at for part in pieces(apart.value, span, GRID) for at in _crossings(apart, part)], span)


def meetings(one: OneVariable, other: OneVariable, views: Sequence[Interval], *, whole: bool) -> tuple[float, ...]:
    """Where two functions have the same value: if it is the `whole` curve that counts, all of few places, also far out;
    else those in the first of some views that holds any.
    """
    far = Interval(*(max(min(end, OUT), -OUT) for end in one.domain))
    found = crossings(one, other, far) if whole and far.length > 0 else ()
    return found if 0 < len(found) <= FEW else next(filter(None, (crossings(one, other, view) for view in views)), ())


@dataclass(frozen=True, eq=False)
class Difference(OneVariable):
    """A function less another one."""

    other: OneVariable | None = None

    def value(self, x: Array) -> Array:
        """The differences at places of shape (n,)."""
        return super().value(x) - (self.other.value(x) if self.other else 0.0)


def holes_between(function: OneVariable, parts: Sequence[Piece]) -> tuple[tuple[float, float], ...]:
    """Single places inside pieces where a function has no value although it comes to one: place and height.

    Looked for at the round numbers, where authors have them.
    """
    found: list[tuple[float, float]] = []
    for x, _ in parts:
        length = float(x[-1] - x[0])
        if length > 0:
            at = np.array(nice_ticks(Interval(float(x[0]), float(x[-1])), ROUND))
            before, here, after = (function.value(at + side * POINT * length) for side in (-1.0, 0.0, 1.0))
            open_ = np.isnan(here) & np.isfinite(before) & np.isfinite(after)
            found += list(zip(at[open_].tolist(), ((before + after) / 2)[open_].tolist(), strict=True))
    return tuple(found)


def joined(parts: Sequence[Piece], one: float, other: float) -> bool:
    """Whether a curve leads from one place to another without a gap."""
    return any(x[0] <= min(one, other) and max(one, other) <= x[-1] for x, _ in parts)


def _gaps(parts: Sequence[Piece], span: Interval) -> list[float]:
    found: list[float] = []
    ends = [span.low, *(float(end) for x, _ in parts for end in (x[0], x[-1])), span.high]
    for low, high in list(pairwise(ends))[::2]:
        inner = [end for end in (low, high) if end not in span]
        if inner and high - low > 0:
            found += [(low + high) / 2] if high - low < POINT * span.length else inner
    return [round_off(at, max(abs(at), span.length)) for at in found]


def _crossings(function: OneVariable, part: Piece) -> list[float]:
    """Where a piece is zero, or crosses it, or ends nearly at it; a flat stretch at zero is no place."""
    x, y = part
    at_zero = np.concatenate([[False], y == 0, [False]])
    found = [float(at) for at in x[at_zero[1:-1] & ~at_zero[:-2] & ~at_zero[2:]]]
    ends = {float(x[k]): abs(y[k] * (x[k] - x[inner]) / (y[k] - y[inner])) for k, inner in ENDS if y[k] != y[inner]}
    found += [at for at, apart in ends.items() if 0 < apart < NOISE * np.abs(x).max()]
    crossed = np.flatnonzero(np.sign(y[:-1]) * np.sign(y[1:]) < 0)
    return found + [_bisected(function, float(x[k]), float(x[k + 1])) for k in crossed]


def _bisected(function: OneVariable, low: float, high: float) -> float:
    size, rising = max(abs(low), abs(high)), function(low) < 0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if (function(middle) < 0) == rising else (low, middle)
    return round_off((low + high) / 2, size)


def round_off(value: float, size: float) -> float:
    """The value without the noise of bisection: rounded at the tenth digit of `size`, which is as large or larger; the
    twelfth of π that is the same there, if it is no accident: of large numbers many are near to one.
    """
    if not size:
        return 0.0
    digits, turn = 10 - int(np.floor(np.log10(size))), round(12 * value / np.pi) * np.pi / 12
    rounded = round(value, digits) + 0.0
    return float(turn) if 0 < abs(turn) < FEW_TURNS and round(turn, digits) == rounded else rounded


def _turns(slope: OneVariable, part: Piece) -> list[tuple[float, TurnKind]]:
    """Where a piece turns inside, at level tangents and at corners; a flat stretch has no extremum."""
    x, y = part
    steps, size = np.diff(y), np.abs(y)
    here = np.maximum(np.maximum(size[:-1], size[1:]), np.median(size))  # not the largest: that may be beside a pole
    rises = np.sign(np.where(np.abs(steps) <= NOISE * here, 0, steps))
    moving = np.flatnonzero(rises)
    turns = [(j, k) for j, k in pairwise(moving) if rises[j] != rises[k] and _no_plateau(steps[j : k + 1])]
    return [_turn(slope, x[j], x[k + 1], "maximum" if rises[j] > 0 else "minimum") for j, k in turns]


def _no_plateau(steps: Array) -> bool:
    """Whether small steps between a rise and a fall go on rising, and then fall: those of a plateau do neither."""
    if len(steps) <= 3:  # noqa: PLR2004 - too few to tell
        return True
    ways = np.sign(steps[steps != 0])
    return len(ways) >= len(steps) - 1 and np.count_nonzero(np.diff(ways)) == 1


def _turn(slope: OneVariable, low: float, high: float, kind: TurnKind) -> tuple[float, TurnKind]:
    size, sign = max(abs(low), abs(high), high - low), 1 if kind == "maximum" else -1
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        rise = sign * slope(middle)
        if not np.isfinite(rise):  # the tip of a cusp
            low = high = middle
        low, high = (middle, high) if rise > 0 else (low, middle)
    at = float(low + high) / 2
    rounded = round_off(at, float(size))
    return at if abs(slope(at)) < abs(slope(rounded)) else rounded, kind  # level to the last digit: it is read out


def _apart(places: Sequence[float], span: Interval) -> tuple[float, ...]:
    """The places in rising order, each once."""
    kept: list[float] = []
    for at in sorted(places):
        if not kept or at - kept[-1] > POINT * span.length:
            kept.append(at)
    return tuple(kept)
