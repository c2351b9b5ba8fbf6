"""What of the plane is shown: a span and heights on which a function can be seen to do what it does.

Owns: `chosen_span`, `chosen_heights`, `grown`, `good_start`, `usual_heights`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from mathora.formula.curves.interval import Interval, round_step
from mathora.formula.curves.landmarks import GRID, landmarks_of
from mathora.formula.curves.one_variable import OneVariable
from mathora.formula.curves.pieces import pieces

HOME = 10.0  # so far from zero landmarks are looked for
FARTHER, NEARER = (100.0, 1e3, 1e4), (1.0, 0.1, 1e-3, 1e-6)  # where else, if there are none, or a crowd of them
CROWD = 40  # more landmarks than this are too many for one view
HUGE = 1e100  # values so large are looked at no farther
SEEN = 7  # so many landmarks, those nearest to zero, are in a view
MARGIN = 0.2  # the room beside the landmarks, as a share of what they span
NARROW, TINY = 3.0, 0.1  # a view is no narrower than this, unless its landmarks are very near to each other
PLAIN = 2.0  # half the view of a function that does nothing, or one thing only

WIDEST, SETTLED, FAR = 8.0, 0.015, 1e4
"""A function that comes to rest on both sides is seen up to where it is so near to rest, as a share of its range."""

NEAR = 1.0  # zero is in a view that ends so near to it, as a share of the view's length
WILD = 6.0  # a range so many times that of six values in ten comes from a pole, not from the curve's shape

HEADROOM = 0.08
FLAT = 1e-9


def chosen_span(functions: Sequence[OneVariable]) -> Interval:
    """A view of some functions: their domain if it is bounded, else what holds their landmarks."""
    domain = Interval(max(one.domain.low for one in functions), min(one.domain.high for one in functions))
    if np.isfinite(domain).all():
        return domain
    return _where_defined(_around(_found(functions, domain), domain, functions), domain, functions)


def _found(functions: Sequence[OneVariable], domain: Interval) -> list[float]:
    """The landmarks of all functions, at the first scale that shows some, and no crowd."""
    found = _at_scale(functions, domain, HOME)
    for scale in FARTHER if found == [] else NEARER if found is None else ():
        found = _at_scale(functions, domain, scale)
        if found:
            break
    return found or []


def _at_scale(functions: Sequence[OneVariable], domain: Interval, scale: float) -> list[float] | None:
    """The landmarks so far from zero; None for a crowd of them."""
    seen = Interval(max(domain.low, -scale), min(domain.high, scale))
    if seen.length <= 0 or any(_largest(one, seen) > HUGE for one in functions):
        return []
    if any(_turns(one, seen) > CROWD for one in functions):
        return None
    return sorted({at for one in functions for at in landmarks_of(one, seen).all})


def _turns(function: OneVariable, span: Interval) -> int:
    """How often it turns on a grid."""
    rises = np.sign(np.diff(function.value(np.linspace(*span, GRID))))
    return int((rises[1:] * rises[:-1] < 0).sum())


def _largest(function: OneVariable, span: Interval) -> float:
    values = np.abs(function.value(np.linspace(*span, 101)))
    return float(values[np.isfinite(values)].max(initial=0.0))


def _around(found: Sequence[float], domain: Interval, functions: Sequence[OneVariable]) -> Interval:
    """What holds these places with room beside them, inside the domain."""
    ends = [end for end in domain if np.isfinite(end)]
    reach = sorted(map(abs, found))[:SEEN][-1] * (1 + FLAT) if found else 0.0
    kept = sorted([*(at for at in found if abs(at) <= reach), *ends]) or [0.0]
    spread = kept[-1] - kept[0]
    alone = max(PLAIN, abs(kept[0]) / 2)
    beside = max(MARGIN * spread, (NARROW - spread) / 2 if spread > TINY else 0.0)
    room = max(beside if spread else alone, *map(_coming_to_rest, functions))
    view = with_zero(Interval(kept[0] - room, kept[-1] + room))
    return Interval(max(view.low, domain.low), min(view.high, domain.high))


def _coming_to_rest(function: OneVariable) -> float:
    """How far from zero a bounded function comes to rest on both sides; 0 if it does not."""
    x = np.linspace(-WIDEST, WIDEST, 161)
    values, far = function.value(x), function.value(np.array([-FAR, -FAR / 7, FAR / 7, FAR]))
    length = float(np.ptp(values))
    if not np.isfinite([*values, *far]).all():
        return 0.0
    restless = abs(far[0] - far[1]) + abs(far[2] - far[3]) > SETTLED * length
    if restless or length == 0:
        return 0.0
    moving = np.abs(values - np.where(x < 0, far[0], far[-1])) > SETTLED * length
    moving[x == 0] = True
    reach = float(np.abs(x[moving]).max())
    return min(WIDEST, float(np.ceil(reach)))


def _where_defined(view: Interval, domain: Interval, functions: Sequence[OneVariable]) -> Interval:
    """The view without its ends where nothing has a value; the other end goes on so much farther."""
    x = np.linspace(*view, GRID)
    with np.errstate(all="ignore"):
        known = np.any([np.isfinite(one.value(x)) for one in functions], axis=0)
    if not known.any():
        return view
    step = view.length / (GRID - 1)
    first, last = x[known][0], x[known][-1]
    before = max(0.0, float(first - view.low) - step)
    after = max(0.0, float(view.high - last) - step)
    if before and after:
        low, high = view.low + before, view.high - after
    else:
        low, high = view.low + before - after, view.high - after + before
    low, high = max(low, domain.low), min(high, domain.high)
    digits = 1 - int(np.floor(np.log10(high - low)))
    return Interval(*(max(domain.low, min(domain.high, round(end, digits))) + 0.0 for end in (low, high)))


def good_start(function: OneVariable, span: Interval) -> float:
    """A round place to the right of the span's middle where the function has a value."""
    step = float(round_step(span.length / 20))
    places = [round((span.low + share * span.length) / step) * step for share in (0.68, 0.8, 0.6, 0.3, 0.2)]
    return next((float(at) for at in places if span.low <= at <= span.high and np.isfinite(function(at))), span.middle)


def chosen_heights(functions: Sequence[OneVariable], span: Interval) -> Interval:
    """The heights that functions have on a span, with some room; beside poles those that most of a curve has.

    Zero is among them if it is not far.
    """
    ranges = [usual_heights(one, span) for one in functions]
    low, high = min(one.low for one in ranges), max(one.high for one in ranges)
    if high - low <= FLAT * max(abs(low), abs(high), FLAT):
        low, high = min(low, 0.0) - (low <= 0), max(high, 0.0) + (high >= 0)
    low, high = with_zero(Interval(low, high))
    room = HEADROOM * (high - low)
    return Interval(low - room, high + room)


def grown(span: Interval, heights: Interval, function: OneVariable) -> Interval:
    """The heights, or so much more that a function fits; its headroom may be beyond them."""
    there = chosen_heights([function], span)
    room = HEADROOM * there.length
    if heights.low <= there.low + room and there.high - room <= heights.high:
        return heights
    return Interval(min(heights.low, there.low), max(heights.high, there.high))


def usual_heights(function: OneVariable, span: Interval) -> Interval:
    """Those that it has on a span; beside poles those that most of it has."""
    parts = pieces(function.value, span)
    if not parts:
        return Interval(0.0, 0.0)
    values = np.concatenate([y for _, y in parts])
    low, high = float(values.min()), float(values.max())
    usual = Interval(*(float(one) for one in np.quantile(values, (0.2, 0.8))))
    whole = len(parts) == 1 and tuple(parts[0][0][[0, -1]]) == span
    if not whole and high - low > WILD / 2 * usual.length:
        low, high = max(low, usual.low - usual.length / 2), min(high, usual.high + usual.length / 2)
    return Interval(low, high)


def with_zero(one: Interval) -> Interval:
    """The interval, with zero if that is near."""
    low, high = one
    if 0 < low < NEAR * one.length:
        low = 0.0
    if 0 > high > -NEAR * one.length:
        high = 0.0
    return Interval(low, high)
