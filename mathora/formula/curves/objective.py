"""A function that is to become small: its lowest place, and the steps that lead there.

Owns: `lowest`, `descended`, `steepness`, `Lowest`.

Laws:
- Gradients and second derivatives are the model's own, exact.
- A place is called lowest only where the gradient vanishes and every second derivative along an axis of the bowl is
  positive. It is found by Newton's method with Levenberg's damping (Levenberg 1944), from where the search begins.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from mathora.formula.curves.pieces import Array
from mathora.formula.meaning.model_function import ModelFunction

TURNS = 300
FLAT = 1e-12  # a bowl's least curvature is larger than this share of its greatest
NOISE = 1e-13  # such a share is what rounding leaves of a zero
LEVEL = 1e-9  # a gradient is zero if it is this share of the steepness that a step of the bowl's size would bring


class Lowest(NamedTuple):
    """A lowest place, shape (n,), the function there, and its second derivatives (n, n)."""

    at: Array
    value: float
    curvature: Array


def lowest(function: ModelFunction, start: Array) -> Lowest | None:
    """The lowest place that a search from `start` (n,) leads to; None if it leads to none."""
    place, damping = np.array(start, dtype=float), 1e-3
    value = _value(function, place)
    for _ in range(TURNS):
        slope, bend = gradient_at(function, place), curvature_at(function, place)
        if not (np.isfinite(slope).all() and np.isfinite(bend).all()):
            return None
        if _is_level(slope, bend, place) and _is_bowl(bend):
            return Lowest(_without_noise(place, start), value, bend)
        scale = max(float(abs(np.diag(bend)).max()), 1e-12)
        try:
            step = np.linalg.solve(bend + damping * scale * np.eye(len(place)), -slope)
        except np.linalg.LinAlgError:
            step = np.full(len(place), np.nan)
        there = _value(function, place + step) if np.isfinite(step).all() else np.inf
        if there <= value:
            place, value, damping = place + step, there, damping / 10
        else:
            damping = max(damping, 1e-9) * 10
        if damping > 1e12:  # noqa: PLR2004 - no step is small enough
            return None
    return None


def _without_noise(place: Array, start: Array) -> Array:
    """A coordinate that is nothing beside all others, and beside where the search began, is 0."""
    return np.where(np.abs(place) <= NOISE * max(np.abs(place).max(), np.abs(start).max()), 0.0, place)


def _is_bowl(bend: Array) -> bool:
    """Whether it rises in every direction; one in which it stays as it is has none lowest, whatever rounding says."""
    curvatures = np.linalg.eigvalsh(bend)
    return bool(curvatures[0] > FLAT * curvatures[-1] > 0)


def descended(function: ModelFunction, start: Array, rate: float, steps: int) -> Array:
    """The places of gradient descent, shape (steps + 1, n): from each, `rate` times the gradient back."""
    way = [np.array(start, dtype=float)]
    for _ in range(steps):
        way.append(way[-1] - rate * gradient_at(function, way[-1]))
    return np.array(way)


def gradient_at(function: ModelFunction, place: Array) -> Array:
    """The gradient, shape (n,)."""
    with np.errstate(all="ignore"):
        return np.array([float(function.partial(key).value(*place)) for key in function.variables])


def curvature_at(function: ModelFunction, place: Array) -> Array:
    """The second derivatives, shape (n, n)."""
    with np.errstate(all="ignore"):
        rows = [
            [float(function.partial(one).partial(other).value(*place)) for other in function.variables]
            for one in function.variables
        ]
    return np.array(rows)


def steepness(function: ModelFunction, place: Array, low: Lowest) -> float:
    """How steep a function is at a place (n,), as a share of its slope one unit (or its own size) beside the lowest."""
    reach = np.abs(np.diag(low.curvature)) * np.maximum(np.abs(low.at), 1.0)
    return float((np.abs(gradient_at(function, place)) / reach).max())


def _value(function: ModelFunction, place: Array) -> float:
    with np.errstate(all="ignore"):
        value = float(function.value(*place))
    return value if np.isfinite(value) else float("inf")


def _is_level(slope: Array, bend: Array, place: Array) -> bool:
    """Whether Newton's next step would be nothing beside the place and the size of the bowl."""
    reach = np.abs(np.diag(bend)) * np.maximum(np.abs(place), 1e-6)
    return bool((np.abs(slope) <= LEVEL * np.maximum(reach, np.abs(bend).max() * 1e-6)).all())
