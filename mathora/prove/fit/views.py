"""What a picture of a curve needs, asked of the view that the picture will show.

Owns: `VIEWS`, a function for each of these needs; it gives the reason why the need is not met, or None; `free_one`,
`over_words`.

Law: the view, and what is looked for in it, are `formula.curves`'s, as in the picture itself: what is found here is
found there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from math import inf, isfinite
from typing import Any, NamedTuple

import numpy as np

from mathora.formula import ModelFunction
from mathora.formula.curves.asymptotes import asymptotes_of
from mathora.formula.curves.interval import Interval
from mathora.formula.curves.landmarks import crossings, landmarks_of, meetings, sharp_pieces, turns_both_ways
from mathora.formula.curves.limits import SAME, level_at, sides_at, widest
from mathora.formula.curves.one_variable import OneVariable
from mathora.formula.curves.pieces import pieces
from mathora.formula.curves.view import chosen_heights, chosen_span, good_start, usual_heights
from mathora.lesson import NeedName
from mathora.prove.fit.along import stretches
from mathora.prove.fit.places import slope_at
from mathora.prove.fit.values import Coordinates, Ends, shown

SMALLEST = 1e-10  # values below have no decimals that are read out
LARGEST = 1e15  # a value beyond has no number that can be read beside an axis
COLUMNS, FINE, MOST_TURNS, CROWDED, SEEN_RISE = 100, 80, 3, 0.5, 0.01
"""A picture's columns, and how finely each is looked at; a curve that turns more often in more than this share of them
is a block of its colour. A turn counts where it is so high, as a share of the picture.
"""
GOLDEN = (5**0.5 - 1) / 2  # steps of a wave's length would see a slow wave; uneven ones by this do not
MOST_MARKS = 20  # so many places can be told apart
SAME_GAP = 1e-7  # by this share of the values compared, a gap may miss what it is called
FARTHEST = 1e9  # a place beyond is no longer drawn

Reason = str | None
Others = Sequence[ModelFunction]


def free_one(function: ModelFunction, held: Coordinates | None) -> OneVariable | None:
    """The function along the one variable that is not held; None if there is another number of them."""
    fixed = dict(held or {})
    free = [one for one in function.variables if one not in fixed]
    return OneVariable(function, free[0], lambda: fixed) if len(free) == 1 else None


class _Picture(NamedTuple):
    """A curve, and the picture of it: its span, the variables' numbers that are `held`, the functions beside it."""

    one: OneVariable
    span: Ends | None = None
    held: Coordinates | None = None
    others: Others | None = None

    def drawn(self) -> list[OneVariable]:
        """The curves of the picture: the one that is asked for, and those beside it."""
        beside = (free_one(other, self.held) for other in self.others or ())
        return [self.one, *(other for other in beside if other is not None)]

    def view(self) -> Interval:
        """What the picture shows at first."""
        return Interval(*self.span) if self.span else chosen_span(self.drawn())

    def views(self) -> tuple[Interval, ...]:
        """Where the picture looks: what it shows, and what it would choose to show."""
        chosen = chosen_span([self.one])
        return (Interval(*self.span), chosen) if self.span else (chosen,)


def _of_picture(check: Callable[..., Reason], own: int = 0) -> Callable[..., Reason]:
    """A need of a function along its free variable: `check` is given the picture, and `own` arguments before it."""

    def asked(function: ModelFunction, *given: Any) -> Reason:  # noqa: ANN401 - values of the kinds that the need's form says
        span, held, others = (*given[own:], None, None, None)[:3]
        one = free_one(function, held)
        return None if one is None else check(_Picture(one, span, held, others), *given[:own])

    return asked


def over_words(views: Sequence[Interval]) -> str:
    """Where was looked, in words."""
    return " or ".join(f"from {shown(low)} to {shown(high)}" for low, high in dict.fromkeys(views))


# ── curves ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _seen(picture: _Picture) -> Reason:
    one, view = picture.one, picture.view()
    if view.low >= view.high or not pieces(one.value, view):
        return f"found {one.key}, which has no values {over_words([view])}"
    if (most := max(map(abs, chosen_heights([one], view)))) > LARGEST:
        return f"found {one.key}, which has values as large as {shown(most)} {over_words([view])}"
    if 0 < (most := max(map(abs, usual_heights(one, view)))) < SMALLEST:
        return f"found {one.key}, which has no value beyond {shown(most)} {over_words([view])}: too small to be read"
    if _is_crowded(one, view):
        return f"found {one.key}, which turns up and down too often to be seen {over_words([view])}"
    return None


def _is_crowded(one: OneVariable, view: Interval) -> bool:
    """Whether a curve turns so often that most of its picture would be filled by its line."""
    with np.errstate(all="ignore"):
        even = np.linspace(*view, COLUMNS * FINE + 1)
        rises = np.diff(one.value(even + (np.arange(even.size) * GOLDEN % 1 - 0.5) * (even[1] - even[0])))
    least = SEEN_RISE * chosen_heights([one], view).length
    ups = np.where(np.abs(rises) > least, np.sign(rises), 0.0).reshape(COLUMNS, FINE)
    turns = [np.count_nonzero(np.diff(column[column != 0])) for column in ups]
    return float(np.mean(np.array(turns) > MOST_TURNS)) > CROWDED


def _crosses(picture: _Picture) -> Reason:
    one, views = picture.one, picture.views()
    counts = [len(landmarks_of(one, view).zeros) for view in views]
    number = next(filter(None, counts), 0)
    if number > MOST_MARKS:
        return f"found {one.key}, which has {number} zeros there, expected at most {MOST_MARKS}"
    flat = not any(one(low + (high - low) * share) for low, high in views for share in (0.1, 0.3, 0.7))
    return None if number else f"found {one.key}, which {'is zero' if flat else 'has no zero'} {over_words(views)}"


def _turns(picture: _Picture, kind: str | None = None) -> Reason:
    one, views = picture.one, picture.views()
    if any(kind in {None, turn} for view in views for _, turn in landmarks_of(one, view).extrema):
        return None
    return f"found {one.key}, which has no {kind or 'highest or lowest point'} {over_words(views)}"


def _settles(picture: _Picture) -> Reason:
    one, views = picture.one, picture.views()
    for view in views:
        heights = chosen_heights([one], view)
        if asymptotes_of(one, view, heights):
            return None
    return f"found {one.key}, which has no pole {over_words(views)} and comes to no line far out"


def _one_way(picture: _Picture) -> Reason:
    view = picture.view()
    if not turns_both_ways(sharp_pieces(picture.one, view)):
        return None
    return f"found {picture.one.key}, which has a value at two places {over_words([view])}"


def _meets(
    other: ModelFunction, function: ModelFunction, span: Ends | None = None, held: Coordinates | None = None
) -> Reason:
    one, two = free_one(function, held), free_one(other, held)
    if one is None or two is None:
        return None
    views = [*([Interval(*span)] if span else []), chosen_span([one, two])]
    number = len(meetings(one, two, views, whole=span is None))
    if number > MOST_MARKS:
        return f"found {number} places where {other.key} and {function.key} meet, expected at most {MOST_MARKS}"
    if number:
        return None
    return (
        f"found {other.key} and {function.key}, which have the same value nowhere, or everywhere, {over_words(views)}"
    )


def _encloses(
    other: ModelFunction,
    function: ModelFunction,
    over: Ends | None,
    span: Ends | None = None,
    held: Coordinates | None = None,
) -> Reason:
    """Both curves are bounded where the area between them is: on its stretch, else from crossing to crossing."""
    one, two = free_one(function, held), free_one(other, held)
    if one is None or two is None:
        return None
    view = Interval(*span) if span else chosen_span([one, two])
    found = over or crossings(one, two, view) or (view.low, view.high)
    reasons = (stretches(each, (found[0], found[-1]), held) for each in (other, function))
    return next(filter(None, reasons), None)


# ── a point on a curve ────────────────────────────────────────────────────────────────────────────────────────────────


def _of_point(check: Callable[[OneVariable, float], Reason], reach: float = 0.0) -> Callable[..., Reason]:
    """A need of a point: `check` is given the curve, and where the point is; where no step says it, where the picture
    puts it. The picture grows until it holds the point, and what is `reach` beside it.
    """

    def asked(picture: _Picture, at: float | None = None) -> Reason:
        place = good_start(picture.one, picture.view()) if at is None else at
        return check(picture.one, place) or _lost(picture, place, place + reach)

    return _of_picture(asked, own=1)


def _from_point(check: Callable[[float, OneVariable, float], Reason]) -> Callable[..., Reason]:
    """A need of a number at a point: `check` is given the number, too."""
    return lambda subject, *picture: _of_point(partial(check, subject))(*picture)


def _lost(picture: _Picture, *places: float) -> Reason:
    """Why the curve is not seen any more once the picture has grown until it holds these places."""
    one, view = picture.one, picture.view()
    whole = Interval(min(view.low, *places), max(view.high, *places))
    if whole == view or not all(map(isfinite, whole)) or not _is_crowded(one, whole):
        return None
    return f"found {one.key}, which turns up and down too often to be seen {over_words([whole])}"


def _has_slope(one: OneVariable, place: float) -> bool:
    return isfinite(slope_at(one.function, one.variable, {**one.held(), one.variable: place}))


def _stands(one: OneVariable, place: float) -> Reason:
    return None if isfinite(one(place)) else f"found {one.variable} = {shown(place)}, where {one.key} has no value"


def _touched(one: OneVariable, place: float) -> Reason:
    return None if _has_slope(one, place) else f"found {one.variable} = {shown(place)}, where {one.key} has no slope"


def _reaches(reach: float, one: OneVariable, place: float) -> Reason:
    if reach == 0:
        return _touched(one, place)
    if abs(reach) < SAME_GAP * abs(place):
        return f"found a line from {shown(place)} that is {shown(reach)} long, which no picture can tell from a point"
    if isfinite(one(place)) and isfinite(one(place + reach)):
        return None
    return f"found a line from {shown(place)} to {shown(place + reach)}, where {one.key} does not have two values"


def _leaves(reach: float, one: OneVariable, place: float) -> Reason:
    ends = _tangent_ends(reach, one, place)
    if ends is None or abs(ends[1] - ends[0] - ends[2]) > SAME_GAP * max(map(abs, ends)):
        return None
    return f"found {shown(place + reach)}, where {one.key} lies on its tangent at {shown(place)}"


def _tangent_ends(reach: float, one: OneVariable, place: float) -> tuple[float, float, float] | None:
    """The heights at both ends, and how far the tangent rises between them; None without values or slope, which
    `reaches` and `touched` tell.
    """
    if not _has_slope(one, place) or not isfinite(one(place + reach)):
        return None
    slope = slope_at(one.function, one.variable, {**one.held(), one.variable: place})
    return one(place), one(place + reach), slope * reach


def _gapped(called: ModelFunction, reach: float, one: OneVariable, place: float) -> Reason:
    if len(called.variables) != 1 or (ends := _tangent_ends(reach, one, place)) is None:
        return None
    off, worth = ends[1] - ends[0] - ends[2], float(called.value(reach))
    if abs(worth - off) <= SAME_GAP * max(map(abs, ends)):
        return None
    return f"found {called.key}({shown(reach)}) = {shown(worth)}, but there {one.key} is {shown(off)} off its tangent"


def _expands(degree: float, one: OneVariable, place: float) -> Reason:
    of = one
    for order in range(int(degree) + 1):
        if not isfinite(of(place)) or (order < degree and not _has_slope(of, place)):
            lacks = f"no derivative of order {order + 1}" if order or isfinite(of(place)) else "no value"
            return f"found {one.variable} = {shown(place)}, where {one.key} has {lacks}"
        of = of.derivative
    return None


def _leads(steps: float, one: OneVariable, place: float, to: Callable[[float], float]) -> Reason:
    """Each of so many steps ends on the curve."""
    for number in range(1, int(steps) + 1):
        there = to(place)
        if not isfinite(there) or abs(there) > FARTHEST or not isfinite(one(there)):
            return f"found {steps} steps, of which step {number}, from {shown(place)}, leads nowhere on {one.key}"
        place = there
    return None


def _newtons(steps: float, one: OneVariable, place: float) -> Reason:
    return _leads(steps, one, place, lambda at: at - one(at) / slope if (slope := one.derivative(at)) else inf)


def _repeats(steps: float, one: OneVariable, place: float) -> Reason:
    return _leads(steps, one, place, one)


def _rolls_down(
    _count: int,
    function: ModelFunction,
    starts: tuple[float, ...],
    rate: float,
    steps: int,
    held: Coordinates | None = None,
) -> Reason:
    one = free_one(function, held)
    if one is None:
        return None
    reasons = (_leads(steps, one, start, lambda at: at - rate * one.derivative(at)) for start in starts)
    return next(filter(None, reasons), None)


# ── limits ────────────────────────────────────────────────────────────────────────────────────────────────────────────


class _Level(NamedTuple):
    """The height to which a curve comes at a place, if there is one; and the window in which that is seen."""

    one: OneVariable
    at: float
    height: float | None
    across: Interval
    up: Interval


def _of_level(check: Callable[[float, _Level], Reason]) -> Callable[..., Reason]:
    """A need of a number beside the height to which a curve comes."""

    def asked(  # noqa: PLR0913, PLR0917 - a place, and the picture of it
        subject: float,
        function: ModelFunction,
        at: float,
        span: Ends | None = None,
        heights: Ends | None = None,
        held: Coordinates | None = None,
        others: Others | None = None,
    ) -> Reason:
        one = free_one(function, held)
        if one is None:
            return None
        picture = _Picture(one, span, held, others)
        across = picture.view()
        up = Interval(*heights) if heights else chosen_heights(picture.drawn(), across)
        return check(subject, _Level(one, at, level_at(one, at, across, up), across, up))

    return asked


def _approached(limit: float, level: _Level) -> Reason:
    if level.height is not None and abs(level.height - limit) <= SAME * level.up.length:
        return None
    comes_to = sides_at(level.one, level.at, level.across) if level.height is None else (level.height,)
    found = " and ".join(map(shown, comes_to)) or "no value"
    return f"found {shown(limit)}, where the curve comes to {found}"


def _kept(within: float, level: _Level) -> Reason:
    one, at = level.one, level.at
    if within <= 0:
        return None
    if level.height is None:
        return f"found {one.variable} = {shown(at)}, where both sides of {one.key} come to no height, or to two"
    if widest(one, at, level.height, within, level.across) > 0:
        return None
    return f"found {shown(within)}, so narrow a band around {shown(level.height)} that no strip keeps {one.key} in it"


def _beside(gap: float, function: ModelFunction, at: float, held: Coordinates | None = None) -> Reason:
    one = free_one(function, held)
    for place in (at - gap, at + gap):
        if one is not None and not isfinite(one(place)):
            return f"found {shown(gap)}, which leads to {shown(place)}, where {function.key} has no value"
    return None


VIEWS: Mapping[NeedName, Callable[..., Reason]] = {
    "seen": _of_picture(_seen),
    "crosses": _of_picture(_crosses),
    "turns": _of_picture(_turns, own=1),
    "settles": _of_picture(_settles),
    "one_way": _of_picture(_one_way),
    "meets": _meets,
    "encloses": _encloses,
    "stands": _of_point(_stands),
    "touched": _of_point(_touched),
    "held_in_sight": lambda at, *picture: _of_picture(lambda one: _lost(one, at))(*picture),
    "reaches": lambda reach, *picture: _of_point(partial(_reaches, reach), reach)(*picture),
    "leaves": _from_point(_leaves),
    "gapped": lambda called, function, reach, *picture: _of_point(partial(_gapped, called, reach))(function, *picture),
    "expands": _from_point(_expands),
    "newtons": lambda _count, function, steps, *picture: _from_point(_newtons)(steps, function, *picture),
    "repeats": lambda _count, function, steps, *picture: _from_point(_repeats)(steps, function, *picture),
    "rolls_down": _rolls_down,
    "approached": _of_level(_approached),
    "kept": _of_level(_kept),
    "beside": _beside,
}
