"""What a picture of a curve needs, asked of the view that the picture will show.

Owns: `VIEWS`, a function for each of these needs; it gives the reason why the need is not met, or None.

Law: the view, and what is looked for in it, are `formula.curves`'s, as in the picture itself: what is found here is
found there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import ceil, floor, inf, isfinite

import numpy as np

from mathora.formula import ModelFunction
from mathora.formula.curves.asymptotes import asymptotes_of, enters
from mathora.formula.curves.integral import integral, usual_span
from mathora.formula.curves.interval import Interval
from mathora.formula.curves.landmarks import crossings, landmarks_of, sharp_pieces, turns_both_ways
from mathora.formula.curves.limits import SAME, level_at, sides_at, widest
from mathora.formula.curves.one_variable import OneVariable
from mathora.formula.curves.pieces import pieces
from mathora.formula.curves.view import chosen_heights, chosen_span, good_start
from mathora.lesson import NeedName
from mathora.prove.fit.places import slope_at
from mathora.prove.fit.values import Coordinates, Ends, shown

WHOLE = 1e-4
"""By how much all probabilities together may miss 1, as far as they are computed."""

MOST_OUTCOMES, USUAL = 60, 0.999
"""So many bars have room; so much of a distribution without an end has to stand on them."""

MOST_MARKS = 20
"""So many places can be told apart."""

FARTHEST = 1e9
"""A place beyond is no longer drawn."""

Reason = str | None
Others = Sequence[ModelFunction]


def _one(function: ModelFunction, held: Coordinates | None) -> OneVariable | None:
    """The function along the one variable that is not held; None if there is another number of them."""
    fixed = dict(held or {})
    free = [one for one in function.variables if one not in fixed]
    return OneVariable(function, free[0], lambda: fixed) if len(free) == 1 else None


def _view(
    one: OneVariable, span: Ends | None, held: Coordinates | None = None, others: Others | None = None
) -> Interval:
    """What the picture shows at first."""
    also = (_one(other, held) for other in others or ())
    return Interval(*span) if span else chosen_span([one, *(other for other in also if other is not None)])


def _views(one: OneVariable, span: Ends | None) -> tuple[Interval, ...]:
    """Where the picture looks: what it shows, and what it would choose to show."""
    chosen = chosen_span([one])
    return (Interval(*span), chosen) if span else (chosen,)


def _over(views: Sequence[Interval]) -> str:
    return " or ".join(f"from {shown(low)} to {shown(high)}" for low, high in dict.fromkeys(views))


# ── curves ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _seen(function: ModelFunction, span: Ends | None = None, held: Coordinates | None = None) -> Reason:
    one = _one(function, held)
    if one is None or pieces(one.value, view := _view(one, span)):
        return None
    return f"found {function.key}, which has no values {_over([view])}"


def _crosses(function: ModelFunction, span: Ends | None = None, held: Coordinates | None = None) -> Reason:
    one = _one(function, held)
    if one is None:
        return None
    counts = [len(landmarks_of(one, view).zeros) for view in _views(one, span)]
    number = next(filter(None, counts), 0)
    if number > MOST_MARKS:
        return f"found {function.key}, which has {number} zeros there, expected at most {MOST_MARKS}"
    return None if number else f"found {function.key}, which has no zero {_over(_views(one, span))}"


def _turns(
    function: ModelFunction, kind: str | None = None, span: Ends | None = None, held: Coordinates | None = None
) -> Reason:
    one = _one(function, held)
    if one is None:
        return None
    turns = (turn for view in _views(one, span) for _, turn in landmarks_of(one, view).extrema)
    if any(kind in {None, turn} for turn in turns):
        return None
    return f"found {function.key}, which has no {kind or 'highest or lowest point'} {_over(_views(one, span))}"


def _settles(function: ModelFunction, span: Ends | None = None, held: Coordinates | None = None) -> Reason:
    one = _one(function, held)
    if one is None:
        return None
    for view in _views(one, span):
        heights = chosen_heights([one], view)
        if any(enters(line, view, heights) for line in asymptotes_of(one, view, heights)):
            return None
    return f"found {function.key}, which has no pole {_over(_views(one, span))} and comes to no line far out"


def _one_way(
    function: ModelFunction, span: Ends | None = None, held: Coordinates | None = None, others: Others | None = None
) -> Reason:
    one = _one(function, held)
    if one is None or not turns_both_ways(sharp_pieces(one, view := _view(one, span, held, others))):
        return None
    return f"found {function.key}, which has a value at two places {_over([view])}"


def _meets(
    other: ModelFunction, function: ModelFunction, span: Ends | None = None, held: Coordinates | None = None
) -> Reason:
    one, two = _one(function, held), _one(other, held)
    if one is None or two is None:
        return None
    views = [*([Interval(*span)] if span else []), chosen_span([one, two])]
    number = next(filter(None, (len(crossings(one, two, view)) for view in views)), 0)
    if number > MOST_MARKS:
        return f"found {number} places where {other.key} and {function.key} meet, expected at most {MOST_MARKS}"
    if number:
        return None
    return f"found {other.key} and {function.key}, which have the same value nowhere, or everywhere, {_over(views)}"


# ── a point on a curve ────────────────────────────────────────────────────────────────────────────────────────────────


def _place(
    one: OneVariable, at: float | None, span: Ends | None, held: Coordinates | None, others: Others | None
) -> float:
    """Where the point is; where no step says it, where the picture puts it."""
    return good_start(one, _view(one, span, held, others)) if at is None else at


def _stands(
    function: ModelFunction,
    at: float | None = None,
    span: Ends | None = None,
    held: Coordinates | None = None,
    others: Others | None = None,
) -> Reason:
    one = _one(function, held)
    if one is None or isfinite(one(place := _place(one, at, span, held, others))):
        return None
    return f"found {one.variable} = {shown(place)}, where {function.key} has no value"


def _touched(
    function: ModelFunction,
    at: float | None = None,
    span: Ends | None = None,
    held: Coordinates | None = None,
    others: Others | None = None,
) -> Reason:
    one = _one(function, held)
    if one is None:
        return None
    place = _place(one, at, span, held, others)
    if isfinite(slope_at(function, one.variable, {**(held or {}), one.variable: place})):
        return None
    return f"found {one.variable} = {shown(place)}, where {function.key} has no slope"


def _reaches(  # noqa: PLR0913, PLR0917 - as above
    reach: float,
    function: ModelFunction,
    at: float | None = None,
    span: Ends | None = None,
    held: Coordinates | None = None,
    others: Others | None = None,
) -> Reason:
    one = _one(function, held)
    if one is None:
        return None
    place = _place(one, at, span, held, others)
    if reach == 0:
        return _touched(function, place, span, held, others)
    if isfinite(one(place)) and isfinite(one(place + reach)):
        return None
    return f"found a line from {shown(place)} to {shown(place + reach)}, where {function.key} does not have two values"


def _newtons(  # noqa: PLR0913, PLR0917 - as above
    _count: int,
    function: ModelFunction,
    steps: int,
    at: float | None = None,
    span: Ends | None = None,
    held: Coordinates | None = None,
    others: Others | None = None,
) -> Reason:
    one = _one(function, held)
    if one is None:
        return None
    place = _place(one, at, span, held, others)
    for number in range(1, steps + 1):
        slope = one.derivative(place)
        there = place - one(place) / slope if slope else inf
        if not isfinite(there) or abs(there) > FARTHEST or not isfinite(one(there)):
            return f"found {steps} steps, of which step {number}, from {shown(place)}, leads nowhere on {function.key}"
        place = there
    return None


# ── limits ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _level(  # noqa: PLR0913, PLR0917 - a place, and the picture of it
    one: OneVariable,
    at: float,
    span: Ends | None,
    heights: Ends | None,
    held: Coordinates | None,
    others: Others | None,
) -> tuple[float | None, Interval, Interval]:
    """What the curve comes to at a place, and the window in which that is seen."""
    window = _view(one, span, held, others)
    also = (_one(other, held) for other in others or ())
    shown_ones = [one, *(other for other in also if other is not None)]
    up = Interval(*heights) if heights else chosen_heights(shown_ones, window)
    return level_at(one, at, window, up), window, up


def _approached(  # noqa: PLR0913, PLR0917 - as above
    limit: float,
    function: ModelFunction,
    at: float,
    span: Ends | None = None,
    heights: Ends | None = None,
    held: Coordinates | None = None,
    others: Others | None = None,
) -> Reason:
    one = _one(function, held)
    if one is None:
        return None
    level, window, up = _level(one, at, span, heights, held, others)
    if level is not None and abs(level - limit) <= SAME * up.length:
        return None
    found = " and ".join(map(shown, sides_at(one, at, window))) or "no value"
    return f"found {shown(limit)}, where the curve comes to {found}"


def _kept(  # noqa: PLR0913, PLR0917 - as above
    within: float,
    function: ModelFunction,
    at: float,
    span: Ends | None = None,
    heights: Ends | None = None,
    held: Coordinates | None = None,
    others: Others | None = None,
) -> Reason:
    one = _one(function, held)
    if one is None or within <= 0:
        return None
    level, window, _ = _level(one, at, span, heights, held, others)
    if level is None:
        return f"found {one.variable} = {shown(at)}, where both sides of {function.key} come to no height, or to two"
    if widest(one, at, level, within, window) > 0:
        return None
    return f"found {shown(within)}, so narrow a band around {shown(level)} that no strip keeps {function.key} in it"


def _beside(gap: float, function: ModelFunction, at: float, held: Coordinates | None = None) -> Reason:
    one = _one(function, held)
    for place in (at - gap, at + gap):
        if one is not None and not isfinite(one(place)):
            return f"found {shown(gap)}, which leads to {shown(place)}, where {function.key} has no value"
    return None


# ── sequences, paths, distributions ───────────────────────────────────────────────────────────────────────────────────


def _indexed(function: ModelFunction, first: int, count: int, held: Coordinates | None = None) -> Reason:
    one = _one(function, held)
    if one is None:
        return None
    at = np.arange(first, first + count, dtype=float)
    lacking = at[~(np.abs(one.value(at)) <= FARTHEST**2)]
    if not len(lacking):
        return None
    return f"found {function.key}, which has no value, or one too large to draw, at {shown(lacking[0])}"


def _along_with(across: ModelFunction, up: ModelFunction, span: Ends, held: Coordinates | None = None) -> Reason:
    one, two = _one(across, held), _one(up, held)
    if one is None or two is None:
        return None
    if one.variable != two.variable:
        return f"found {across.key} of {one.variable} and {up.key} of {two.variable}, expected one parameter"
    x = np.linspace(*span, 401)
    if bool((np.isfinite(one.value(x)) & np.isfinite(two.value(x))).any()):
        return None
    return f"found {across.key} and {up.key}, which have no values together {_over([Interval(*span)])}"


def _either(function: ModelFunction, first: ModelFunction, second: ModelFunction) -> Reason:
    if function.key in {first.key, second.key}:
        return None
    return f"found {function.key}, expected {first.key} or {second.key}"


def _area_of_one(function: ModelFunction, at: Coordinates | None = None, span: Ends | None = None) -> Reason:
    one = _one(function, at)
    if one is None:
        return None
    ends = (one.domain.low, one.domain.high)
    seen = Interval(*span) if span else usual_span(one.value, ends)
    total = integral(one.value, *ends, seen.length / 4)
    return None if abs(total - 1) <= WHOLE else f"found {function.key}, under which the area is {shown(total)}"


def _sum_of_one(
    function: ModelFunction,
    span: Ends | None = None,
    at: Coordinates | None = None,
    start: Coordinates | None = None,
) -> Reason:
    """All bars that are drawn: of endlessly many those that nearly all is on, as it is at the start."""
    one, first = _one(function, at), _one(function, start or at)
    if one is None or first is None:
        return None
    low, high = span or function.domain(one.variable) or (0.0, inf)
    if not isfinite(low):
        return None  # told by `outcomes`
    places = np.arange(ceil(low), floor(min(high, low + MOST_OUTCOMES)) + 1, dtype=float)
    if isfinite(high):
        total = float(one.value(places).sum())
        return None if abs(total - 1) <= WHOLE else f"found {function.key}, whose values add up to {shown(total)}"
    enough = int(np.searchsorted(np.cumsum(first.value(places)), USUAL)) + 1
    total = float(one.value(places[: max(2, enough)]).sum())
    if enough <= MOST_OUTCOMES and USUAL <= total <= 1 + WHOLE:
        return None
    return f"found {function.key}, of which the bars that are drawn add up to {shown(total)}"


VIEWS: Mapping[NeedName, Callable[..., Reason]] = {
    "seen": _seen,
    "crosses": _crosses,
    "turns": _turns,
    "settles": _settles,
    "one_way": _one_way,
    "meets": _meets,
    "stands": _stands,
    "touched": _touched,
    "reaches": _reaches,
    "newtons": _newtons,
    "approached": _approached,
    "kept": _kept,
    "beside": _beside,
    "indexed": _indexed,
    "along_with": _along_with,
    "either": _either,
    "area_of_one": _area_of_one,
    "sum_of_one": _sum_of_one,
}
