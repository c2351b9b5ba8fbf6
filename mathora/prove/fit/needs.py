"""Whether values are what a scene needs: for each need of `lesson.NEEDS` one function.

Owns: `unmet`, which says what was found and what is expected.

Laws:
- A function of the table takes the subject and what it is held against, as numbers, and gives the reason why the need
  is not met, or None.
- Nothing is drawn and nothing is proved here: regions are looked at on a grid.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import isfinite, nan
from typing import Any

import numpy as np

from mathora.formula import Model, ModelFunction
from mathora.lesson import Need, NeedName
from mathora.prove.fit.along import ALONG
from mathora.prove.fit.counts import COUNTS, from_to
from mathora.prove.fit.data import DATA, column
from mathora.prove.fit.descent import DESCENT
from mathora.prove.fit.laws import LAWS
from mathora.prove.fit.level_sets import LEVEL_SETS
from mathora.prove.fit.places import bends, gap_in, runs_along, slope_at, value_at, values_over, where_words
from mathora.prove.fit.steps import STEPS
from mathora.prove.fit.values import AS_WRITTEN, Coordinates, Ends, bound, numbers, region, said, shown, shown_ends
from mathora.prove.fit.views import SMALLEST, VIEWS

LEAST_SEEN = 0.01  # a function that has values on less than this share of what is drawn is not seen
LEVEL = 1e-12  # values that differ by no more than this share of them are one

CHANCES_FROM = {"left": 2, "leaf_of": 1}  # needs of chances, which are formulas: from which argument on
EVEN = 1e-6
EXTREMUM_SAMPLES = 2001

Reason = str | None


OF_NUMBERS = frozenset({"given", "variables", "one_free", "settled", "other_than", "distinct"})
"""The needs that are asked of a name of the model which depends on nothing, too."""


def unmet(need: Need, model: Model) -> tuple[str, str] | None:
    """What was found and what is expected, and the variable (TeX) of a point that it is about; None if all is well. A
    number of the model that is given as a function is told where it is given.
    """
    subject, given = bound(need.subject, model), [bound(one, model) for one in need.given]
    if need.name not in OF_NUMBERS and any(map(_is_number, (subject, *given))):
        key = subject.key if isinstance(subject, ModelFunction) and _is_number(subject) else ""
        return (f"found {key}, which is a number; expected a function", "") if key else None
    return _unmet(need, subject, given, model)


def _is_number(one: Any) -> bool:  # noqa: ANN401 - a value of any kind
    return isinstance(one, ModelFunction) and not one.variables


def _unmet(need: Need, subject: Any, given: list[Any], model: Model) -> tuple[str, str] | None:  # noqa: ANN401 - as above
    """As `unmet`, of values that are bound."""
    if need.name in DATA:
        columns = (column(one, model) if isinstance(one, str) else one for one in (subject, *given))
        return None if (reason := DATA[need.name](*columns)) is None else (reason, "")
    if need.name in {"called", "own_letter"}:
        given.append(said(str(given[0]), model))
    if need.name in AS_WRITTEN:
        subject = AS_WRITTEN[need.name](need.subject, model)
    if first := CHANCES_FROM.get(need.name):
        given = [*given[:first], *(numbers(one, model) for one in need.given[first:])]
    apart = need.name in {"inside", "within", "from_to", "holds"}  # each end, or coordinate, by itself
    if apart and isinstance(subject, Mapping):
        for key, at in subject.items():
            if reason := TABLE[need.name](at, *given, key):
                return f"found {key} = {reason.removeprefix('found ')}", key
        return None
    for one in subject if apart and isinstance(subject, tuple) else (subject,):
        if reason := TABLE[need.name](one, *given):
            return reason, ""
    return None


# ── functions ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _named(function: ModelFunction) -> str:
    return f"{function.key}({', '.join(function.variables)})" if function.variables else function.key


def _variables(function: ModelFunction, *numbers: int) -> Reason:
    if len(function.variables) in numbers:
        return None
    counts = " or ".join(("no", "one", "two", "three")[one] for one in numbers)
    return f"found {_named(function)}, expected a function of {counts} variable{'s' * (numbers[-1] > 1)}"


def _bounded(function: ModelFunction) -> Reason:
    free = [one for one in function.variables if one not in region(function, None)]
    if not free:
        return None
    return f"found {_named(function)}, whose {free[0]} has no bounded domain; expected one with two ends"


def _place_words(where: dict[str, Ends]) -> str:
    return ", ".join(f"{key} from {shown(low)} to {shown(high)}" for key, (low, high) in where.items()) or "any place"


def _somewhere(function: ModelFunction, span: Ends | None = None) -> Reason:
    where = region(function, span)
    is_open = all(low < high for low, high in where.values())
    share = float(np.isfinite(values_over(function, where)).mean()) if is_open else 0.0
    if share >= LEAST_SEEN:
        return None
    few = "no value" if share == 0 else "values on less than a hundredth of what is drawn"
    return f"found {_named(function)}, which has {few} for {_place_words(where)}"


def _everywhere(function: ModelFunction, span: Ends | None = None) -> Reason:
    where = region(function, span)
    place = gap_in(function, where)
    if place is None:
        return None
    at = where_words(place, function)
    return f"found {_named(function)}, which has no value at {at}; expected one everywhere for {_place_words(where)}"


def _varies(function: ModelFunction, span: Ends | None = None) -> Reason:
    where = region(function, span)
    values = values_over(function, where)
    values = values[np.isfinite(values)]
    most = float(np.abs(values).max(initial=0.0))
    if 0 < most < SMALLEST:
        return f"found {_named(function)}, which has no value beyond {shown(most)}: too small to be read"
    if not values.size or float(np.ptp(values)) > LEVEL * most:
        return None
    return f"found {_named(function)}, which is {shown(float(values[0]))} everywhere for {_place_words(where)}"


def _flows(up: ModelFunction, span: Ends, heights: Ends, across: ModelFunction | None = None) -> Reason:
    """A field of slopes has a direction where it has a value, one of components where they are not both zero."""
    where = dict(zip(up.variables, (span, heights), strict=False))
    if len(up.variables) != len((span, heights)) or (across and across.variables != up.variables):
        return None  # told by `variables` and `same_variables`
    speeds = np.hypot(values_over(up, where), values_over(across, where) if across else 1.0)
    if (speeds[np.isfinite(speeds)] > 0).any():
        return None
    return f"found a field with no direction anywhere for {_place_words(where)}"


def _levels_out(function: ModelFunction) -> Reason:
    """A highest or lowest point inside the domain, found on a grid: where the slope changes its sign there."""
    where = region(function, None)
    if len(function.variables) != 1 or not where:
        return None  # told by `variables` and `bounded`
    (variable,) = where
    x = np.linspace(*where[variable], EXTREMUM_SAMPLES)
    values, slopes = function.value(x), function.partial(variable).value(x)
    for index in (int(np.nanargmax(values)), int(np.nanargmin(values))) if np.isfinite(values).any() else ():
        near = slopes[max(index - 1, 0) : index + 2]
        flat = float(np.abs(near).min()) <= EVEN * float(np.ptp(values[np.isfinite(values)]))
        turns = bool((near.min() <= 0 <= near.max()) and np.isfinite(near).all())
        if (turns or flat) and isfinite(slope_at(function, variable, {variable: float(x[index])})):
            return None
    return f"found {_named(function)}, which has no highest or lowest point with a level tangent on its domain"


# ── places ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _inside(at: float, span: Ends | None, _key: str = "") -> Reason:
    return (reason := from_to(at, span)) and f"{reason}, which is what is drawn"


def _framed(point: Coordinates, function: ModelFunction, *spans: Ends) -> Reason:
    for key, span in zip(function.variables, spans, strict=False):
        if key in point and (reason := _inside(point[key], span)) is not None:
            return f"found {key} = {reason.removeprefix('found ')}"
    return None


def _on_axes(point: Coordinates, *spans: Ends | None) -> Reason:
    found = (_inside(at, span) for at, span in zip(point.values(), spans, strict=False))
    return next(filter(None, found), None)


def _within(at: float, function: ModelFunction, key: str | None = None, held: Coordinates | None = None) -> Reason:
    """A number is a value of `key`, else of the first that is held, else of the function's first variable."""
    key = key or next(iter(held or function.variables))
    low, high = function.domain(key) or (-np.inf, np.inf)
    left_out = function.leaves_out(key)
    if at in left_out:
        return f"found {shown(at)}, which the domain of {function.key} leaves out"
    if low <= at <= high:
        return None
    ends = f"above {shown(low)}" if low in left_out and high == np.inf else shown_ends(low, high)
    return f"found {shown(at)}, expected a value {ends}, the domain of {function.key}"


def _same_variables(one: ModelFunction, other: ModelFunction) -> Reason:
    if one.variables == other.variables:
        return None
    return f"found {_named(one)}, expected a function of {', '.join(other.variables)} like {_named(other)}"


def _coordinates(point: Coordinates, function: ModelFunction) -> Reason:
    return _same_names(tuple(point), function.variables, f"the variables of {_named(function)}")


def _freezes(point: Coordinates, function: ModelFunction, moves: str) -> Reason:
    held = tuple(one for one in function.variables if one != moves)
    if set(point) == set(held):
        return None
    return f"found a value for {_listed(point)}, expected one for {_listed(held)}, which {moves} leaves to be held"


def _same_names(found: tuple[str, ...], wanted: tuple[str, ...], what: str) -> Reason:
    if set(found) == set(wanted):
        return None
    return f"found values for {_listed(found)}, expected one for each of {what}"


def _listed(names: Any) -> str:  # noqa: ANN401 - any collection of names
    return ", ".join(names) or "nothing"


def _among(variable: str, known: tuple[str, ...]) -> Reason:
    return None if variable in known else f"found {variable}, expected one of {_listed(known)}"


def _full_place(
    subject: float | Coordinates, function: ModelFunction, moves: str | None, held: Coordinates | None
) -> dict[str, float]:
    """A number is a place of the variable that moves (else of the only one); the others are held."""
    if isinstance(subject, Mapping):
        return {**(held or {}), **subject}
    return {**(held or {}), moves or function.variables[0]: subject}


def _value(
    subject: float | Coordinates, function: ModelFunction, moves: str | None = None, held: Coordinates | None = None
) -> Reason:
    place = _full_place(subject, function, moves, held)
    if not set(function.variables) <= set(place) or isfinite(value_at(function, place)):
        return None  # what is missing is told by `coordinates`
    return f"found {where_words(place, function)}, where {function.key} has no value"


def _slope(
    subject: float | Coordinates, function: ModelFunction, moves: str | None = None, held: Coordinates | None = None
) -> Reason:
    place = _full_place(subject, function, moves, held)
    if not set(function.variables) <= set(place):
        return None
    for variable in (moves,) if moves else function.variables:
        if variable in function.variables and not isfinite(slope_at(function, variable, place)):
            lacks = "has no value" if not isfinite(value_at(function, place)) else f"has no slope along {variable}"
            return f"found {where_words(place, function)}, where {function.key} {lacks}"
    return None


# ── heights, lists and steps ──────────────────────────────────────────────────────────────────────────────────────────


def _reached(height: float, function: ModelFunction, span: Ends | None) -> Reason:
    values = values_over(function, region(function, span))
    low, high = (float(one(values)) if np.isfinite(values).any() else nan for one in (np.nanmin, np.nanmax))
    if low < height < high:
        return None
    where = _place_words(region(function, span))
    return f"found {shown(height)}, but {function.key} goes from {shown(low)} to {shown(high)} for {where}"


def _laddered(height: float, listed: tuple[float, ...], so_far: tuple[float, ...]) -> Reason:
    """Listed heights and what joins them have equal steps; without a list the steps are multiples of the least."""
    rising = np.array(sorted({*listed, *so_far}))
    steps = np.diff(rising)
    if not len(steps):
        return None
    whole = steps / float(steps.min())
    off = np.abs(whole - 1) if listed else np.abs(whole - np.rint(whole))
    if float(off.max()) <= EVEN:
        return None
    return f"found {shown(height)}, which makes the heights {', '.join(map(shown, rising))}, with unequal steps"


def _line_of(number: int, program: str) -> Reason:
    lines = len(program.split("\n"))
    return None if 1 <= number <= lines else f"found line {number} of a program of {lines} lines"


def _fewer(items: tuple[object, ...], layers: tuple[int, ...]) -> Reason:
    most = max(len(layers) - 1, 0)
    return None if len(items) <= most else f"found {len(items)} of them, expected at most {most}"


def _distinct(items: tuple[float | str | ModelFunction, ...], *beside: float | ModelFunction) -> Reason:
    items = (*beside, *items)
    named = [shown(one) if isinstance(one, (int, float)) else getattr(one, "key", f"'{one}'") for one in items]
    twice = next((one for index, one in enumerate(items) if one in items[:index]), None)
    return None if twice is None else f"found {named[items.index(twice)]} twice, expected different ones"


def _settled(function: ModelFunction, at: Coordinates | None = None, first: int = 1) -> Reason:
    if len(function.variables) < first:
        return f"found {_named(function)} with {len(function.variables)} variables, expected {first} or more"
    missing = [one for one in function.variables[first:] if one not in (at or {})]
    if held := [one for one in function.variables[:first] if one in (at or {})]:
        return f"found {_named(function)} with a number for {_listed(held)}, along which it is drawn"
    return f"found {_named(function)} without a number for {_listed(missing)}" if missing else None


def _nonnegative(function: ModelFunction, at: Coordinates | None = None, span: Ends | None = None) -> Reason:
    first, *others = function.variables
    where = {key: (at[key], at[key]) for key in others if at and key in at}
    where |= {key: ends for key, ends in region(function, span).items() if key == first}
    if len(where) < len(function.variables):
        return None
    values = values_over(function, where)
    if not np.isfinite(values).any():
        return f"found {_named(function)}, which has no value for {_place_words(where)}"
    if (lowest := float(np.nanmin(values))) >= 0:
        return None
    return f"found {_named(function)}, which is {shown(lowest)} somewhere; expected nothing below 0"


def _free(function: ModelFunction, held: Coordinates | None) -> list[str]:
    return [one for one in function.variables if one not in (held or {})]


def _one_free(function: ModelFunction, held: Coordinates | None = None) -> Reason:
    free = _free(function, held)
    if len(free) == 1:
        return None
    return f"found {_named(function)} with {len(free)} variables that may change, expected 1"


def _on_curve(at: float, function: ModelFunction, held: Coordinates | None = None) -> Reason:
    free = _free(function, held)
    return (_within(at, function, free[0]) or _value(at, function, free[0], held)) if len(free) == 1 else None


def _touches(at: float, function: ModelFunction, held: Coordinates | None = None) -> Reason:
    free = _free(function, held)
    return (_within(at, function, free[0]) or _slope(at, function, free[0], held)) if len(free) == 1 else None


def _even(numbers: tuple[float, ...]) -> Reason:
    rising = sorted(set(numbers))
    steps = np.diff(rising)
    if len(steps) < 2 or float(np.ptp(steps)) <= EVEN * float(steps.max()):  # noqa: PLR2004 - two steps can differ
        return None
    return f"found {', '.join(map(shown, rising))}, with unequal steps between them"


TABLE: Mapping[NeedName, Callable[..., Reason]] = {
    **ALONG,
    **VIEWS,
    **LAWS,
    **LEVEL_SETS,
    **COUNTS,
    **DATA,
    **DESCENT,
    **STEPS,
    "variables": _variables,
    "bounded": _bounded,
    "somewhere": _somewhere,
    "everywhere": _everywhere,
    "varies": _varies,
    "flows": _flows,
    "inside": _inside,
    "framed": _framed,
    "on_axes": _on_axes,
    "same_variables": _same_variables,
    "within": _within,
    "coordinates": _coordinates,
    "freezes": _freezes,
    "of": lambda variable, function: _among(variable, function.variables),
    "among": _among,
    "value": _value,
    "slope": _slope,
    "bends": bends,
    "runs_along": runs_along,
    "positive": lambda number: None if number > 0 else f"found {shown(number)}, expected a number above zero",
    "laddered": _laddered,
    "distinct": _distinct,
    "line_of": _line_of,
    "fewer": _fewer,
    "settled": _settled,
    "parameter": lambda variable, function: _among(variable, function.variables[1:]),
    "nonnegative": _nonnegative,
    "one_free": _one_free,
    "on_curve": _on_curve,
    "touches": _touches,
    "follows": lambda at, function, line, held=None: None if line == "secant" else _touches(at, function, held),
    "reached": _reached,
    "even": _even,
    "given": lambda *_: None,  # a thing of the script alone: `script` tells it
    "levels_out": _levels_out,
}
