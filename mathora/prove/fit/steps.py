"""A function as the steps that the model computes it by: what goes in, and whether each step has a value and slopes.

Owns: `STEPS`, a function for each need of a computation; `broken`.

Law: a variable that the model defines as a function is the step before; any other is an input.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from math import floor, isfinite, log10

from mathora.formula import ModelFunction, model_function
from mathora.lesson import NeedName
from mathora.prove.fit.places import slope_at, value_at
from mathora.prove.fit.values import Coordinates, shown

MOST_STEPS, MOST_IN_A_ROW, MOST_INPUTS = 200, 3, 8
SEVERAL, TOLD, NOISE = 2, 3, 1e-11
LONGEST = 100.0  # so many times as long as it was a side may become: beside it, the first rectangle is still seen
"""Changes that meet; digits of a change that are told; the share of a value below which a change is an error."""

ON_THE_WAY = 16  # places at which a change that grows is looked at
LARGEST = 1e9  # numbers from here on have no room at a box, and more digits than a computed one knows


def _before(function: ModelFunction) -> Iterator[tuple[str, ModelFunction | None]]:
    """The variables of a function; each with the step that computes it, if the model has one."""
    for key in function.variables:
        name = function.model.get(key)
        yield key, None if name is None or name.body is None else model_function(function.model, key)


def _order(function: ModelFunction, seen: tuple[str, ...] = ()) -> dict[str, ModelFunction | None]:
    """Inputs (None) and steps, each behind what it needs. Raises `LookupError` for a circle."""
    if function.key in seen or len(seen) > MOST_STEPS:
        raise LookupError(f"{function.key} is computed from itself")
    found: dict[str, ModelFunction | None] = {}
    for key, step in _before(function):
        found |= {key: None} if step is None else _order(step, (*seen, function.key))
    return found | {function.key: function}


def inputs_of(function: ModelFunction) -> tuple[str, ...]:
    """What goes in."""
    return tuple(key for key, step in _order(function).items() if step is None)


def names_of(function: ModelFunction) -> tuple[str, ...]:
    """All that the function is computed from."""
    return tuple(key for key in _order(function) if key != function.key)


def broken(function: ModelFunction, at: Coordinates) -> str | None:
    """What keeps the steps from being computed at some inputs; None if nothing does."""
    missing = [key for key in inputs_of(function) if key not in at]
    if missing:
        return f"found no number for {', '.join(missing)}, expected one for each input"
    if (number := len(inputs_of(function))) > MOST_INPUTS:
        return f"found {number} inputs, expected at most {MOST_INPUTS}: each box needs its room"
    values = dict(at)
    for key, step in _order(function).items():
        if step is None:
            continue
        values[key] = value_at(step, values)
        if not isfinite(values[key]) or not all(isfinite(slope_at(step, one, values)) for one in step.variables):
            where = ", ".join(f"{one} = {shown(values[one])}" for one in step.variables)
            return f"found {where}, where {key} has no value or no slope"
    slopes = {function.key: 1.0}
    for key, step in reversed(_order(function).items()):
        if step is None:
            continue
        for one in step.variables:
            slopes[one] = slopes.get(one, 0.0) + slopes[key] * slope_at(step, one, values)
    largest = max(map(abs, (*values.values(), *slopes.values())))
    return f"found numbers up to {shown(largest)}, expected numbers below 10⁹" if largest >= LARGEST else None


def _goes_on(point: Coordinates, function: ModelFunction, at: Coordinates) -> str | None:
    """Other numbers for some of the inputs."""
    return broken(function, {**at, **point})


def _inputs(point: Coordinates, function: ModelFunction) -> str | None:
    known = inputs_of(function)
    strange = [one for one in point if one not in known]
    return f"found {', '.join(strange)}, expected inputs: {', '.join(known) or 'nothing'}" if strange else None


def _used(variable: str, function: ModelFunction) -> str | None:
    known = names_of(function)
    return None if variable in known else f"found {variable}, expected one of {', '.join(known)}"


def _in_a_row(function: ModelFunction) -> str | None:
    """One step after the other, each from the one before alone."""
    steps = [step for step in _order(function).values() if step is not None]
    wide = next((step for step in steps if len(step.variables) > 1), None)
    if wide is not None:
        return f"found {wide.key}({', '.join(wide.variables)}), expected steps of one variable"
    return f"found {len(steps)} steps, expected at most {MOST_IN_A_ROW}" if len(steps) > MOST_IN_A_ROW else None


def _carries(run: float, function: ModelFunction, at: Coordinates) -> str | None:
    """All of a change of the only input, which is seen to grow."""
    ways = (run * share / ON_THE_WAY for share in range(1, ON_THE_WAY + 1))
    broke = (broken(function, {key: number + way for key, number in at.items()}) for way in ways)
    return next(filter(None, broke), None)


def _adds_up(by: Coordinates, function: ModelFunction, at: Coordinates, slid: Coordinates | None = None) -> str | None:
    """Where several changes meet, each times its slope: the sum is the change there, to the digits that are told."""
    start = {**at, **(slid or {})}
    end = {key: number + by.get(key, 0.0) for key, number in start.items()}
    if why := broken(function, end):
        return why
    before, after = _values(function, start), _values(function, end)
    for key, step in _order(function).items():
        changed = [one for one in step.variables if after[one] != before[one]] if step else []
        if step is None or len(changed) < SEVERAL:
            continue
        change = after[key] - before[key]
        parts = [slope_at(step, one, before) * (after[one] - before[one]) for one in changed]
        noise = NOISE * max(map(abs, (before[key], after[key], *parts)))
        told = 0.5 * 10.0 ** (floor(log10(abs(change))) - TOLD + 1) if abs(change) > noise else 0.0
        if abs(sum(parts) - change) > told + noise:
            return f"found that {key} changes by {shown(change)}, where what reaches it adds up to {shown(sum(parts))}"
    return None


def _values(function: ModelFunction, at: Coordinates) -> dict[str, float]:
    """The value of each name, from its inputs on."""
    values = dict(at)
    for key, step in _order(function).items():
        if step is not None:
            values[key] = value_at(step, values)
    return values


def _sides_of_area(at: Coordinates, *sides: ModelFunction) -> str | None:
    """Both functions have a value above zero there, and nothing else is given."""
    known = [one for side in sides for one in side.variables]
    if strange := [one for one in at if one not in known] or [one for one in known if one not in at]:
        return (
            f"found {', '.join(at)} and not {strange[0]}"
            if strange[0] not in at
            else f"found {strange[0]}, expected {', '.join(dict.fromkeys(known))}"
        )
    for side in sides:
        if not (found := value_at(side, at)) > 0:
            return (
                f"found that {side.key} is {shown(found)}" if isfinite(found) else f"found that {side.key} has no value"
            )
    return None


def _lengthens(by: Coordinates, across: ModelFunction, up: ModelFunction, at: Coordinates) -> str | None:
    """Both functions are larger after the change than before it, and what was before it is still seen."""
    after = {key: number + by.get(key, 0.0) for key, number in at.items()}
    if (why := _sides_of_area(at, across, up)) or (why := _sides_of_area({**by, **after}, across, up)):
        return why
    for side in (across, up):
        start, end = value_at(side, at), value_at(side, after)
        if not start < end <= LONGEST * start:
            return f"found that {side.key} goes from {shown(start)} to {shown(end)}"
    return None


STEPS: Mapping[NeedName, Callable[..., str | None]] = {
    "computes": broken,
    "goes_on": _goes_on,
    "inputs": _inputs,
    "used": _used,
    "in_a_row": _in_a_row,
    "carries": _carries,
    "adds_up": _adds_up,
    "sides_of_area": _sides_of_area,
    "lengthens": _lengthens,
}
