"""What is needed of a function on a level set of another one, and of its gradient across its own.

Owns: `LEVEL_SETS`, a function for each of these needs; it gives the reason why the need is not met, or None.

Law: places of a level set are looked for on the lines of an even grid, by halving, where the function goes from below
the level to above it; at a jump or a pole there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import hypot

import numpy as np
from numpy.typing import NDArray

from mathora.formula import ModelFunction
from mathora.lesson import NeedName
from mathora.prove.fit.places import slope_at, steepest, where_words
from mathora.prove.fit.values import Coordinates, Ends, region, shown

Array = NDArray[np.float64]

LINES, CLOSE = 64, 401
HALVINGS = 40

FAINT = 1e-3
"""The longest arrow on a map is a quarter of its side, 270 pixels of 1080; one of a thousandth is a quarter of one."""

DOT = 0.02  # of a map's side, a line that is not longer is a dot
NEAR = 1e-6  # as a share of all values of the map, a place may miss its level by this
SAME = 1e-9  # as a share of what a function's values differ by on the map, values that differ by no more are one


def _varies_on(function: ModelFunction, constraint: ModelFunction, level: float, span: Ends) -> str | None:
    if function.variables != constraint.variables or len(function.variables) != 2:  # noqa: PLR2004 - a map
        return None  # told by `same_variables` and `variables`
    lines = [np.linspace(*ends, LINES) for ends in region(constraint, span).values()]
    values, whole = _finite(function, *_on_level(constraint, level, lines)), _finite(function, *np.meshgrid(*lines))
    if not values.size or float(np.ptp(values)) > SAME * float(np.ptp(whole)):
        return None
    return f"found {function.key}, which has the same value wherever {constraint.key} is {shown(level)}"


def _line_seen(level: float, function: ModelFunction, span: Ends | None = None) -> str | None:
    """The level set is no dot on the map."""
    sides = [*region(function, span).values()]
    if len(function.variables) != 2 or len(sides) != 2:  # noqa: PLR2004 - a map
        return None  # told by `variables`
    places = np.stack(_on_level(function, level, [np.linspace(*one, CLOSE) for one in sides]))
    sizes = (
        [float(np.ptp(at)) / (high - low) for at, (low, high) in zip(places, sides, strict=True)] if places.size else []
    )
    if any(one >= DOT for one in sizes):
        return None
    return f"found {shown(level)}, and where {function.key} is that there is no line that is seen on the map"


def _peaks_on(
    function: ModelFunction, kind: str | None, constraint: ModelFunction, level: float, span: Ends
) -> str | None:
    """The function's largest or smallest value on the level set is not at the edge of the map."""
    if function.variables != constraint.variables or len(function.variables) != 2:  # noqa: PLR2004 - a map
        return None  # told by `same_variables` and `variables`
    sides = list(region(constraint, span).values())
    places, ends = np.stack(_on_level(constraint, level, [np.linspace(*one, CLOSE) for one in sides])), np.array(sides)
    with np.errstate(all="ignore"):
        values = (-1 if kind == "minimum" else 1) * np.broadcast_to(function.value(*places), places.shape[1:])
    rim = (places[:, :, None] == ends[:, None, :]).any(axis=(0, 2))
    edge, inside = (float(np.nanmax(values[some], initial=-np.inf)) for some in (rim, ~rim))
    if edge <= inside:
        return None
    where = f"{'smallest' if kind == 'minimum' else 'largest'} at the edge of the map"
    return f"found {function.key}, which is {where}, where {constraint.key} is {shown(level)}"


def _on_level(function: ModelFunction, level: float, lines: list[Array]) -> tuple[Array, Array]:
    """Places (n,), (n,) at which the function is at the level, on the `lines` of a grid, each way."""
    with np.errstate(all="ignore"):
        at = np.stack(np.meshgrid(*lines, indexing="ij"))
        excess = _excess(function, at, level)
        low, high = [], []
        for axis in (1, 2):
            one, other = (np.take(at, range(first, first + len(lines[0]) - 1), axis=axis) for first in (0, 1))
            below, above = (_excess(function, some, level) < 0 for some in (one, other))
            cut = below != above
            low.append(np.where(below, one, other)[:, cut])
            high.append(np.where(below, other, one)[:, cut])
        under, over = np.hstack(low), np.hstack(high)
        for _ in range(HALVINGS):
            middle = (under + over) / 2
            below = _excess(function, middle, level) < 0
            under, over = np.where(below, middle, under), np.where(below, over, middle)
        there = np.abs(_excess(function, over, level)) <= NEAR * float(np.nanmax(np.abs(excess), initial=0.0))
    return over[0, there], over[1, there]


def _excess(function: ModelFunction, at: Array, level: float) -> Array:
    return np.asarray(np.broadcast_to(function.value(*at), at.shape[1:]) - level)


def _finite(function: ModelFunction, x: Array, y: Array) -> Array:
    with np.errstate(all="ignore"):
        found = np.array(np.broadcast_to(function.value(x, y), x.shape), dtype=float)
    return np.asarray(found[np.isfinite(found)])


def _steep(point: Coordinates, function: ModelFunction) -> str | None:
    if not set(function.variables) <= set(point) or _length(point, function) != 0:
        return None
    return f"found {where_words(point, function)}, where the gradient of {function.key} is zero and has no direction"


def _discernible(point: Coordinates, function: ModelFunction, span: Ends | None) -> str | None:
    if not set(function.variables) <= set(point):
        return None
    length = _length(point, function)
    if not 0 < length < FAINT * steepest(function, region(function, span)):
        return None
    where = where_words(point, function)
    return f"found {where}, where the gradient of {function.key} is too small beside others to be seen"


def _length(point: Coordinates, function: ModelFunction) -> float:
    """The length of the gradient, NaN or infinite where there is none."""
    return hypot(*(slope_at(function, one, point) for one in function.variables))


LEVEL_SETS: Mapping[NeedName, Callable[..., str | None]] = {
    "varies_on": _varies_on,
    "line_seen": _line_seen,
    "peaks_on": _peaks_on,
    "steep": _steep,
    "discernible": _discernible,
}
