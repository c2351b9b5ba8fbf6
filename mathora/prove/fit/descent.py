"""Where steps against the gradient lead.

Owns: `descends`, a need of a count of steps; `stray`.
"""

from __future__ import annotations

from math import isfinite

from mathora.formula import ModelFunction
from mathora.prove.fit.places import slope_at, value_at
from mathora.prove.fit.values import Coordinates, Ends, shown

FARTHEST = 100.0
"""So many times as far from the map's middle as at its start a track may lead: its first steps must still be seen."""


def stray(  # noqa: PLR0913, PLR0917 - what a descent is
    function: ModelFunction, start: Coordinates, rate: float, count: int, span: Ends, momentum: float = 0.0
) -> int | None:
    """The first of `count` steps of −rate·∇ that leads where there is no value, or too far; None if none does. With
    `momentum` each step goes so much of the last one farther.

    `span` is what the map shows, both ways, at the start.
    """
    middle, half = (span[1] + span[0]) / 2, (span[1] - span[0]) / 2
    here = {one: start[one] for one in function.variables}
    reach = FARTHEST * max(half, *(abs(at - middle) for at in here.values()))
    last = dict.fromkeys(here, 0.0)
    for number in range(1, count + 1):
        last = {one: momentum * last[one] - rate * slope_at(function, one, here) for one in here}
        here = {one: at + last[one] for one, at in here.items()}
        if not isfinite(value_at(function, here)) or any(not abs(at - middle) <= reach for at in here.values()):
            return number
        if any(not isfinite(slope_at(function, one, here)) for one in here) and number < count:
            return number + 1
    return None


def descends(  # noqa: PLR0913, PLR0917 - what a descent is
    _count: int,
    function: ModelFunction,
    start: Coordinates,
    rate: float,
    steps: int,
    span: Ends | None,
    momentum: float | None = None,
) -> str | None:
    """Why so many steps cannot be drawn; None if they can."""
    if not set(function.variables) <= set(start):
        return None
    number = stray(function, start, rate, steps, span or (-1.0, 1.0), momentum or 0.0)
    if number is None:
        return None
    found = f"found {steps} step{'s' * (steps > 1)} with a step size of {shown(rate)}"
    return f"{found}, of which step {number} leads to where {function.key} has no value or slope, or far off the map"
