"""Where steps against the gradient lead.

Owns: `DESCENT`, a function for each of these needs; it gives the reason why the need is not met, or None. `stray`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from mathora.formula import ModelFunction, Node, UncomputableError, model_field
from mathora.lesson import NeedName
from mathora.prove.fit.places import slope_at, value_at
from mathora.prove.fit.values import Coordinates, Ends, shown

FARTHEST = 100.0
"""So many times as far from the map's middle as at its start a track may lead: its first steps must still be seen."""

PIECES = 240  # steps of which the way of a ball is made


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


def aims(start: Coordinates, function: ModelFunction, rate: float, span: Ends | None) -> str | None:
    """The arrow of a step is seen: it does not leave the map by more than the map's own size."""
    if not set(function.variables) <= set(start):
        return None
    low, high = span or (-1.0, 1.0)
    middle, half = (low + high) / 2, (high - low) / 2
    far = 3 * max(half, *(abs(at - middle) for at in start.values()))
    steps = {key: -rate * slope_at(function, key, start) for key in function.variables}
    if not any(abs(start[key] + step - middle) > far for key, step in steps.items()):
        return None
    found = ", ".join(f"{key} = {shown(start[key] + step)}" for key, step in steps.items())
    return f"found a first step to {found}, far off a map from {shown(low)} to {shown(high)}"


def rolls_over(far: float, function: ModelFunction, at: Coordinates, ways: Sequence[Node], span: Ends) -> str | None:
    """Balls that follow their ways so far stay on the map; where a field ends, a ball comes to rest."""
    for way in ways:
        try:
            field = model_field(way, function.model, function.variables)
            here = np.array([at[one] for one in function.variables])
        except (UncomputableError, KeyError):
            return None  # told by `heads` and `coordinates`
        for step in range(PIECES):
            half = here + _onward(field.at(here)) * far / PIECES / 2
            here = here + _onward(field.at(half)) * far / PIECES
            if (here < span[0]).any() or (here > span[1]).any():
                gone = far * step / PIECES
                return f"found {shown(far)}, but a ball is off the map after about {shown(float(f'{gone:.1g}'))}"
    return None


def _onward(vector: NDArray[np.float64]) -> NDArray[np.float64]:
    length = float(np.linalg.norm(vector))
    return vector / length if 0 < length < np.inf else 0 * np.nan_to_num(vector)


DESCENT: Mapping[NeedName, Callable[..., str | None]] = {"descends": descends, "aims": aims, "rolls_over": rolls_over}
