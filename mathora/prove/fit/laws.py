"""What sequences, paths and distributions need.

Owns: `LAWS`, a function for each of these needs; it gives the reason why the need is not met, or None.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import ceil, floor, inf, isfinite

import numpy as np

from mathora.formula import ModelFunction
from mathora.formula.curves.integral import integral, usual_span
from mathora.formula.curves.interval import Interval
from mathora.formula.curves.objective import lowest
from mathora.formula.curves.one_variable import OneVariable
from mathora.formula.curves.pieces import Array
from mathora.lesson import NeedName
from mathora.prove.fit.values import Coordinates, Ends, shown
from mathora.prove.fit.views import LARGEST, Reason, free_one, over_words

LEAST_SEEN = 0.01  # a path that has places on less than this share of its span is not seen
WHOLE = 1e-4  # by how much all probabilities together may miss 1, as far as they are computed
UNSEEN = 1e-6  # a density that has no more than this share on a span is not seen there

MOST_OUTCOMES, USUAL = 60, 0.999
"""So many bars have room; so much of a distribution without an end has to stand on them."""

SAMPLES = 401  # parameters at which a path is looked at
STANDS = 1e-12  # coordinates that differ by no more than this share of them are one

FAR, FARTHER = 3000, 300000
"""So many outcomes a distribution without an end is balanced with, and with so many that is tried."""

TAILS, LEFT = (1e2, 1e4, 1e6), 1e-3
"""So many views to each side a moment's tails are looked at; such a share of it may be left on the last of them."""


def _indexed(function: ModelFunction, first: int, count: int, held: Coordinates | None = None) -> Reason:
    one = free_one(function, held)
    if one is None:
        return None
    at = np.arange(first, first + count, dtype=float)
    lacking = at[~(np.abs(one.value(at)) <= LARGEST)]
    if not len(lacking):
        return None
    return f"found {function.key}, which has no value, or one too large to draw, at {shown(lacking[0])}"


def _along_with(across: ModelFunction, up: ModelFunction, span: Ends, held: Coordinates | None = None) -> Reason:
    one, two = free_one(across, held), free_one(up, held)
    if one is None or two is None:
        return None
    if one.variable != two.variable:
        return f"found {across.key} of {one.variable} and {up.key} of {two.variable}, expected one parameter"
    share = _places(one, two, span).shape[1] / SAMPLES
    if share >= LEAST_SEEN:
        return None
    few = "no values together" if share == 0 else "values together on less than a hundredth"
    return f"found {across.key} and {up.key}, which have {few} {over_words([Interval(*span)])}"


def _places(one: OneVariable, two: OneVariable, span: Ends) -> Array:
    """Where a path is, (2, n), at each of `SAMPLES` parameters that has a place."""
    x = np.linspace(*span, SAMPLES)
    places = np.array([one.value(x), two.value(x)])
    return places[:, np.isfinite(places).all(axis=0)]


def _leads_on(across: ModelFunction, up: ModelFunction, span: Ends, held: Coordinates | None = None) -> Reason:
    one, two = free_one(across, held), free_one(up, held)
    if one is None or two is None or not (places := _places(one, two, span)).size:
        return None  # told by `one_free` and `along_with`
    if bool((np.ptp(places, axis=1) > STANDS * np.abs(places).max(axis=1)).any()):
        return None
    return f"found {across.key} and {up.key}, which stay at one place {over_words([Interval(*span)])}"


def _goes_round(
    across: ModelFunction, up: ModelFunction, span: Ends, held: Coordinates | None = None, grown: str | None = ""
) -> Reason:
    if grown is None:
        return f"found {across.key} and {up.key} as at first, with no ring that is new"
    one, two = free_one(across, held), free_one(up, held)
    if one is None or two is None or not (places := _places(one, two, span)).size:
        return None  # told by `one_free` and `along_with`
    ends = places[:, [0, -1]]
    radii = np.linalg.norm(places - (places.min(axis=1) + places.max(axis=1))[:, None] / 2, axis=0)
    off = max(float(np.ptp(radii)), float(np.abs(ends[:, 0] - ends[:, 1]).max()))
    return None if off <= ROUND * radii.max() else f"found {across.key} and {up.key}, which go around no circle"


def _near_one(across: ModelFunction, up: ModelFunction, span: Ends, held: Coordinates | None = None) -> Reason:
    one, two = free_one(across, held), free_one(up, held)
    if one is None or two is None or not (places := _places(one, two, span)).size:
        return None  # told by `one_free` and `along_with`
    radius = float(np.ptp(places, axis=1).max()) / 2
    if 1 / BESIDE_ONE <= radius <= BESIDE_ONE:
        return None
    return f"found {across.key} and {up.key}, around which the radius is {shown(radius)}"


def _lowest(function: ModelFunction, at: Coordinates) -> Reason:
    if not set(function.variables) <= set(at):
        return None  # told by `coordinates`, or by `of_parameters`
    start = [at[key] for key in function.variables]
    if lowest(function, np.array(start)) is not None:
        return None
    where = ", ".join(f"{key} = {shown(one)}" for key, one in zip(function.variables, start, strict=True))
    return f"found {function.key}, which from {where} leads to no place that alone is lowest"


ROUND = 1e-3  # of its radius, a path that is sampled may be off a circle
BESIDE_ONE = 10.0  # a length of 1 is seen beside a radius that is not so many times as large or as small
MUCH = 0.4  # so much of a density that moves is seen where it stays on the axis
SOARING, STEEP = (1e-3, 1e-7), 4.0
"""Shares of what is seen from a density's end: where it grows so many times between them, it grows without bound."""


def _area_of_one(function: ModelFunction, at: Coordinates | None = None, span: Ends | None = None) -> Reason:
    one = free_one(function, at)
    if one is None:
        return None
    ends = (one.domain.low, one.domain.high)
    seen = Interval(*span) if span else usual_span(one.value, ends)
    total = integral(one.value, *ends, seen.length / 4)
    for end, way in zip(ends, (seen.length, -seen.length), strict=True):
        near, nearest = (float(np.abs(one.value(np.array([end + share * way])))[0]) for share in SOARING)
        if isfinite(end) and nearest > STEEP * max(near, 1 / seen.length):
            return f"found {function.key}, which grows without bound near {shown(end)}: no axis holds it"
    return None if abs(total - 1) <= WHOLE else f"found {function.key}, under which the area is {shown(total)}"


def _in_sight(span: Ends, function: ModelFunction, at: Coordinates | None = None) -> Reason:
    one = free_one(function, at)
    low, high = (max(span[0], one.domain.low), min(span[1], one.domain.high)) if one else span
    if one is None or (low < high and integral(one.value, low, high, (high - low) / 4) > UNSEEN):
        return None
    return f"found a span from {shown(span[0])} to {shown(span[1])}, where next to nothing of {function.key} is"


def _stays(
    function: ModelFunction, at: Coordinates, start: Coordinates | None = None, span: Ends | None = None
) -> Reason:
    """Much of a density that moves is on the axis, which is chosen for where it starts."""
    one, first = free_one(function, at), free_one(function, start or at)
    if one is None or first is None:
        return None
    low, high = span or usual_span(first.value, (first.domain.low, first.domain.high))
    if low >= high or (share := integral(one.value, low, high, (high - low) / 4)) >= MUCH:
        return None
    seen = shown(float(f"{share:.2g}"))
    return f"found {function.key}, of which {seen} is on the axis from {shown(low)} to {shown(high)}"


def _moment(
    has_moment: Callable[[ModelFunction, OneVariable, int, Ends | None], bool], lacks: str
) -> Callable[..., Reason]:
    """The need that a distribution has its mean (1) or deviation (2), if that is `asked` for; how it `lacks` it."""

    def told(
        function: ModelFunction,
        order: int,
        at: Coordinates | None = None,
        span: Ends | None = None,
        asked: bool | None = None,  # noqa: FBT001 - an author's flag
    ) -> Reason:
        one = free_one(function, at)
        if one is None or asked is False or has_moment(function, one, order, span):
            return None
        return f"found {function.key}, which has no {('mean', 'deviation')[order - 1]}{lacks}"

    return told


def _settles(_: ModelFunction, one: OneVariable, order: int, span: Ends | None) -> bool:
    """Heavy tails add ever more to a moment, the farther one looks."""
    seen = Interval(*span) if span else usual_span(one.value, (one.domain.low, one.domain.high))
    parts = []
    for far in TAILS:
        low, high = (
            max(one.domain.low, seen.low - far * seen.length),
            min(one.domain.high, seen.high + far * seen.length),
        )
        parts.append(integral(lambda x: np.abs(x) ** order * one.value(x), low, high))
    near, farther, farthest = parts
    return isfinite(farthest) and farthest - farther <= LEFT * max(near, farther - near)


def _dies_out(function: ModelFunction, one: OneVariable, order: int, span: Ends | None) -> bool:
    """Bars without an end have a mean (a deviation) if the outcomes farther and farther out add nothing to it."""
    low, high = span or function.domain(one.variable) or (0.0, inf)
    if not isfinite(low) or isfinite(high):
        return True
    places = ceil(low) + np.arange(FARTHER, dtype=float)
    parts = np.abs(places) ** order * np.nan_to_num(one.value(places), posinf=0.0)
    return float(parts[FAR:].sum()) <= LEFT * float(parts[:FAR].sum())


def _sum_of_one(
    function: ModelFunction,
    span: Ends | None = None,
    at: Coordinates | None = None,
    start: Coordinates | None = None,
    drawn: ModelFunction | None = None,
) -> Reason:
    """All bars on the axis of what is `drawn` first: of endlessly many those that nearly all is on, as at the start."""
    one, first = free_one(function, at), free_one(function, start or at)
    if one is None or first is None:
        return None
    own, domain = function.domain(one.variable) or (0.0, inf), (one.domain.low, one.domain.high)
    low, high = span or (drawn.domain(drawn.variables[0]) if drawn else None) or own
    if not isfinite(low):
        return None  # told by `outcomes`
    places = np.arange(ceil(low), floor(min(high, low + MOST_OUTCOMES)) + 1, dtype=float)
    if isfinite(high):
        total = float(one.value(places[(places >= domain[0]) & (places <= domain[1])]).sum())
        if abs(total - 1) <= WHOLE:
            return None
        wider = _with_all(one, own) if span or (low, high) != own else ""
        axis = f" from {shown(low)} to {shown(high)}" if wider else ""
        return f"found {function.key}, whose values add up to {shown(total)}{axis}{wider}"
    enough = int(np.searchsorted(np.cumsum(first.value(places)), USUAL)) + 1
    total = float(one.value(places[: max(2, enough)]).sum())
    if enough <= MOST_OUTCOMES and USUAL <= total <= 1 + WHOLE:
        return None
    return f"found {function.key}, of which the bars that are drawn add up to {shown(total)}"


def _with_all(one: OneVariable, domain: Ends) -> str:
    """The shortest span from the first outcome on that has all chance, if there is one with room for its bars."""
    first, last = domain
    if not isfinite(first):
        return ""
    places = np.arange(ceil(first), floor(min(last, first + MOST_OUTCOMES)) + 1, dtype=float)
    missing = np.abs(np.cumsum(np.nan_to_num(one.value(places))) - 1) > WHOLE
    if missing.size == 0 or missing[-1]:
        return ""
    last_seen = places[np.flatnonzero(missing)[-1] + 1 if missing.any() else 0]
    return f"; from {shown(places[0])} to {shown(last_seen)} they add up to 1"


def _some_outcome(  # noqa: PLR0913, PLR0917 - what an author may give instead of each other
    event: float | Ends,
    outcomes: Sequence[float],
    probabilities: Sequence[float],
    function: ModelFunction | None,
    span: Ends | None = None,
    above: float | None = None,
    below: float | None = None,
) -> Reason:
    """One number is itself an outcome, or the end of what lies `above` or `below` it."""
    open_ends = (-inf if above is None else above, inf if below is None else below)
    low, high = event if isinstance(event, tuple) else (event, event) if above is below is None else open_ends
    first, last = (span or function.domain(function.variables[0]) or (0.0, inf)) if function else (-inf, inf)

    def any_from(low: float, high: float) -> bool:
        if function is None:
            return any(low <= one <= high for one in outcomes or range(1, len(probabilities) + 1))
        return float(np.ceil(max(low, first))) <= min(high, last)

    if low > high and not any_from(float(np.nextafter(high, low)), float(np.nextafter(low, high))):
        return f"found {shown(low)} and {shown(high)}, with no outcome between them"
    there = any_from(low, high) or (low > high and (any_from(-inf, high) or any_from(low, inf)))
    return None if there else f"found {'from ' if low < high else ''}{_between(low, high)}, where there is no outcome"


def _between(low: float, high: float) -> str:
    return shown(low) if low == high else f"{shown(low)} to {shown(high)}"


LAWS: Mapping[NeedName, Callable[..., Reason]] = {
    "indexed": _indexed,
    "along_with": _along_with,
    "leads_on": _leads_on,
    "goes_round": _goes_round,
    "near_one": _near_one,
    "area_of_one": _area_of_one,
    "in_sight": _in_sight,
    "stays": _stays,
    "sum_of_one": _sum_of_one,
    "lowest": _lowest,
    "moment": _moment(_settles, ": its tails add ever more to it"),
    "some_outcome": _some_outcome,
    "balances": _moment(_dies_out, " that can be shown: outcomes far out add ever more to it"),
}
