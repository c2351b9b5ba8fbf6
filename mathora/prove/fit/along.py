"""What is needed of a function along one variable, or from step to step.

Owns: `ALONG`, a function for each of these needs; it gives the reason why the need is not met, or None. `stretches` is
one of them.

Law: places are looked at on an even grid, over a span, else over the domain, else over what a view begins with.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import ceil, floor, inf, isfinite

import numpy as np
from numpy.typing import NDArray

from mathora.formula import ModelFunction
from mathora.lesson import NeedName
from mathora.prove.fit.places import slope_at, value_at
from mathora.prove.fit.values import Coordinates, Ends, shown

Array = NDArray[np.float64]
Reason = str | None

HOME = (-10.0, 10.0)  # where a view begins to look at a function without a span and without a bounded domain

SAMPLES = 2001
MOST_OUTCOMES = 60
FARTHEST = 1e12  # a value beyond is no longer drawn
LEAST_SEEN = 0.01  # a curve of which less than this share is between the heights is not seen
GROWTH = 100.0  # values between two neighbours that are so many times larger than both come from a pole
EDGE = 0.02  # so near to a map's edge, as a share of its side, an arrow has no room
WILD = 1e6  # a value so many times the usual one is beside a pole


def _free(function: ModelFunction, held: Coordinates | None) -> str | None:
    """The one variable that is not held; None if there is another number of them."""
    free = [one for one in function.variables if one not in (held or {})]
    return free[0] if len(free) == 1 else None


def _ends(function: ModelFunction, free: str, span: Ends | None) -> Ends:
    start, end = function.domain(free) or (-inf, inf)
    low, high = span or (max(start, HOME[0]), min(end, HOME[1]))
    return (max(low, start), min(high, end)) if max(low, start) < min(high, end) else (low, high)


def _row(function: ModelFunction, free: str, held: Coordinates | None, over: Ends) -> Array:
    """The values on a grid, NaN where there is none."""
    x = np.linspace(*over, SAMPLES)
    given = [x if one == free else np.full(SAMPLES, (held or {})[one]) for one in function.variables]
    with np.errstate(all="ignore"):
        found = np.array(np.broadcast_to(function.value(*given), x.shape), dtype=float)
    return np.where(np.isfinite(found), found, np.nan)


def _over(over: Ends) -> str:
    return f"from {shown(over[0])} to {shown(over[1])}"


def stretches(function: ModelFunction, over: Ends | None, held: Coordinates | None = None) -> Reason:
    """The function is bounded and has values on all of a stretch."""
    free = _free(function, held)
    if free is None or over is None:
        return None
    low, high = function.domain(free) or (-inf, inf)
    if over[0] < low or over[1] > high:
        return f"found a stretch {_over(over)}, expected one inside the domain of {function.key}, {_over((low, high))}"
    y = _row(function, free, held, over)
    wild = float(np.abs(y).max()) > WILD * max(1.0, float(np.median(np.abs(y))))
    if bool(np.isnan(y).any()) or wild or any(_is_pole(function, free, held, over, k) for k in _steepest(y)):
        return f"found {function.key}, which is not bounded or has no value somewhere {_over(over)}"
    return None


def _leads_into(along: ModelFunction, function: ModelFunction, over: Ends, held: Coordinates | None = None) -> Reason:
    """One function is bounded on a stretch, and another one on what the first makes of it."""
    if len(along.variables) != 1:
        return None  # told by the scene, which takes one of one variable
    low, high = sorted(value_at(along, {along.variables[0]: end}) for end in over)
    return stretches(along, over) or stretches(function, (low, high), held)


def _swept(to: float, function: ModelFunction, over: Ends | None = None, held: Coordinates | None = None) -> Reason:
    """An area whose end moves keeps its beginning."""
    if over is None:
        return None
    if abs(to - over[0]) < LEAST_SEEN * (over[1] - over[0]):
        return f"found {shown(to)}, where the area begins; expected an end that leaves some of it"
    return stretches(function, (min(to, over[0]), max(to, over[0])), held)


def _steepest(y: Array) -> list[int]:
    """Between which neighbours of a row a pole may be: those that differ most."""
    return [int(one) for one in np.argsort(np.abs(np.diff(y)))[-4:]]


def _is_pole(function: ModelFunction, free: str, held: Coordinates | None, over: Ends, at: int) -> bool:
    """Whether values between two neighbours of a row outgrow both, ever nearer to one place."""
    width = (over[1] - over[0]) / (SAMPLES - 1)
    low, high = over[0] + at * width, over[0] + (at + 1) * width
    first = np.abs(_row(function, free, held, (low, high)))
    if bool(np.isnan(first).any()):
        return True
    peak = low + float(first.argmax()) * (high - low) / (SAMPLES - 1)
    near = _row(function, free, held, (peak - width / SAMPLES, peak + width / SAMPLES))
    return bool(np.isnan(near).any()) or float(np.abs(near).max()) > GROWTH * max(float(first[0]), float(first[-1]))


def _shows(heights: Ends, function: ModelFunction, span: Ends | None, held: Coordinates | None = None) -> Reason:
    free = _free(function, held)
    if free is None:
        return None
    over = _ends(function, free, span)
    y = _row(function, free, held, over)
    if float(((y >= heights[0]) & (y <= heights[1])).mean()) >= LEAST_SEEN:
        return None
    between = f"between {shown(heights[0])} and {shown(heights[1])}"
    return f"found heights {between}, where less than a hundredth of {function.key} {_over(over)} lies"


def _held_by(variable: str, held: Coordinates) -> Reason:
    return None if variable in held else f"found {variable}, expected one of {', '.join(held) or 'none'}"


def _holds(at: float, functions: tuple[ModelFunction, ...], key: str) -> Reason:
    if any(key in one.variables for one in functions):
        return None
    return f"found {shown(at)}, but {', '.join(one.key for one in functions)} has no such variable"


def _defined_at(function: ModelFunction, numbers: Sequence[float]) -> Reason:
    if len(function.variables) != 1:
        return None
    (variable,) = function.variables
    low, high = function.domain(variable) or (-inf, inf)
    inside = [at for at in numbers if low <= at <= high and at not in function.leaves_out(variable)]
    lacking = [at for at in numbers if at not in inside or not isfinite(value_at(function, {variable: at}))]
    return f"found {function.key}, which has no value at {shown(lacking[0])}" if lacking else None


def _outcomes(
    function: ModelFunction, span: Ends | None, at: Coordinates | None = None, names: Sequence[object] | None = None
) -> Reason:
    low, high = span or function.domain(function.variables[0]) or (0.0, inf)
    if not isfinite(low):
        return f"found {function.key}, which has no least outcome; expected a span, or a domain with one"
    count = floor(high) - ceil(low) + 1 if isfinite(high) else inf
    if MOST_OUTCOMES < count < inf:
        return f"found {count} outcomes of {function.key}, expected at most {MOST_OUTCOMES}"
    if names and len(names) != count:
        many = f"{count} outcomes" if isfinite(count) else "the endless outcomes"
        return f"found {len(names)} names for {many} of {function.key}, expected one for each"
    first, last = function.domain(function.variables[0]) or (low, high)  # outside of its domain it has no chance
    return _improbable(function, ceil(max(low, first)), min(high, last, ceil(low) + MOST_OUTCOMES), at or {})


def _improbable(function: ModelFunction, low: int, high: float, at: Coordinates) -> Reason:
    """An outcome whose bar would be no probability."""
    first, *others = function.variables
    if not set(others) <= set(at):
        return None
    for outcome in range(low, floor(high) + 1):
        if not (share := value_at(function, {**at, first: float(outcome)})) >= 0:
            found = f"{shown(share)}" if isfinite(share) else "no value"
            return f"found {function.key}, which has {found} at {outcome}; expected probabilities"
    return None


def _band(around: float, within: float, span: Ends) -> Reason:
    if within > 0 and span[0] <= around - within and around + within <= span[1]:
        return None
    return f"found {shown(around)} and {shown(within)} to each side, expected a band that lies {_over(span)}"


def _lands(
    _by: float, span: Ends, hops: Sequence[float], start: float | None = None, slid: float | None = None
) -> Reason:
    """A point that was slid may stand anywhere; without one, hops begin at zero, else at the left end."""
    at = (max(span[0], 0.0) if start is None else start) + sum(hops)
    if slid is not None or span[0] <= at <= span[1]:
        return None
    return f"found a hop to {shown(at)}, expected one that lands {_over(span)}"


def _off_edge(point: Coordinates, span: Ends) -> Reason:
    near = EDGE * (span[1] - span[0])
    lacking = [(key, at) for key, at in point.items() if not span[0] + near <= at <= span[1] - near]
    if not lacking:
        return None
    key, at = lacking[0]
    return f"found {key} = {shown(at)}, expected a value inside of {shown(span[0])} to {shown(span[1])}, off its edge"


def _anchored(_within: float, around: Sequence[float], level: float | None = None) -> Reason:
    """`around` is what the bands so far were given."""
    return None if around or level is not None else "found a band without a middle"


def _terms(function: ModelFunction, count: int, span: Ends) -> Reason:
    if len(function.variables) != 1:
        return None
    for number in range(1, count + 1):
        at = value_at(function, {function.variables[0]: float(number)})
        if not span[0] <= at <= span[1]:
            where = (
                f"{function.key}({number}) = {shown(at)}" if isfinite(at) else f"no value of {function.key}({number})"
            )
            return f"found {where}, expected terms {_over(span)}"
    return None


# ── from step to step ─────────────────────────────────────────────────────────────────────────────────────────────────


def _iterates(  # noqa: PLR0913, PLR0917 - what a recurrence is made of
    steps: int,
    function: ModelFunction,
    start: Coordinates,
    rates: Sequence[float],
    following: Sequence[ModelFunction],
    runs: Sequence[Coordinates],
) -> Reason:
    """Each run has a value after each step, that can be drawn."""
    if following and len(following) != len(start):
        return None  # told by `as_many_items`
    given = [*runs] or [{}] if following else [{} for _ in rates]
    for index, constants in enumerate(given):
        known = {**constants, **start}
        for one in (function, *following):
            if missing := [key for key in one.variables if key not in known]:
                return f"found no number for {', '.join(missing)}, which {one.key} needs"
        for step in range(1, steps + 1):
            if following:
                known |= {key: value_at(one, known) for key, one in zip(start, following, strict=True)}
            else:
                slopes = {key: slope_at(function, key, known) for key in function.variables}
                known |= {key: known[key] - rates[index] * slope for key, slope in slopes.items()}
            if not abs(value_at(function, known)) <= FARTHEST:
                found = f"found {steps} steps, of which step {step} leads to where {function.key}"
                return f"{found} has no value, or one beyond 10¹²"
    return None


def _onward(size: float, up: ModelFunction, at: Coordinates, across: ModelFunction | None, *window: Ends) -> Reason:
    """A first step along a field (of slopes, without `across`) that is seen: it moves, and stays in the window."""
    if len(up.variables) != len(window) or not set(up.variables) <= set(at):
        return None  # told by `variables` and `coordinates`
    start = [at[key] for key in up.variables]
    along = (1.0 if across is None else value_at(across, at), value_at(up, at))
    reached = [one + size * rate for one, rate in zip(start, along, strict=True)]
    if not any(along):
        return f"found no direction at ({', '.join(map(shown, start))})"
    if all(low <= one <= high for one, (low, high) in zip(reached, window, strict=True)):
        return None
    ends = ", ".join(map(shown, reached))
    return f"found {shown(size)}, with which the first step ends at ({ends}), out of the window"


ALONG: Mapping[NeedName, Callable[..., Reason]] = {
    "onward": _onward,
    "stretches": stretches,
    "leads_into": _leads_into,
    "swept": _swept,
    "shows": _shows,
    "held_by": _held_by,
    "holds": _holds,
    "defined_at": _defined_at,
    "outcomes": _outcomes,
    "band": _band,
    "anchored": _anchored,
    "lands": _lands,
    "off_edge": _off_edge,
    "terms": _terms,
    "iterates": _iterates,
}
