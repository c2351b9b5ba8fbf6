"""Where steps against the gradient lead.

Owns: `stray`.
"""

from __future__ import annotations

from math import isfinite

from mathora.formula import ModelFunction
from mathora.prove.fit.places import slope_at, value_at
from mathora.prove.fit.values import Coordinates, Ends

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
