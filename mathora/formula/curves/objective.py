"""A function that is to become small: its lowest place, and the steps that lead there.

Owns: `lowest`, `least_squares`, `descended`, `steepness`, `steepness_of_squares`, `Lowest`.

Laws:
- Gradients and second derivatives are the model's own, exact.
- A place is called lowest only where the gradient vanishes and every second derivative along an axis of the bowl is
  positive. It is found by Newton's method with Levenberg's damping (Levenberg 1944), from where the search begins.
- Where squares of residuals are least together is found by Gauss's steps, damped likewise: of a function that is linear
  in its parameters, with one.
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
        if there <= value + NOISE * abs(value):  # so near to the bottom a lower value cannot be told
            place, value, damping = place + step, there, damping / 10
        else:
            damping = max(damping, 1e-9) * 10
        if damping > 1e12:  # noqa: PLR2004 - no step is small enough
            return None
    return None


def least_squares(function: ModelFunction, x: Array, y: Array, start: Array) -> Lowest | None:
    """The parameters behind the function's first variable at which the mean of (y − f(x))² is least, and that mean;
    None if the search from `start` (n,) leads to none that alone are best.
    """
    place, damping = np.array(start, dtype=float), 0.0
    for _ in range(TURNS):
        off, slopes = _residuals(function, x, y, place)
        if not (np.isfinite(off).all() and np.isfinite(slopes).all()):
            return None
        scale = np.linalg.norm(slopes, axis=0)
        if not scale.all() or np.linalg.matrix_rank(slopes / scale, tol=NOISE) < len(place):
            return None
        # damping as so many more rows: a QR decomposition keeps the digits that normal equations lose
        rows = np.concatenate([slopes / scale, np.sqrt(damping) * np.eye(len(place))])
        step = np.linalg.lstsq(rows, np.concatenate([off, np.zeros(len(place))]), rcond=None)[0] / scale
        if (np.abs(step) <= LEVEL * np.maximum(np.abs(place), NOISE)).all():
            return Lowest(_without_noise(place, start), float((off**2).mean()), 2 * slopes.T @ slopes / len(x))
        then, _ = _residuals(function, x, y, place + step)
        if (then**2).sum() <= (off**2).sum() * (1 + LEVEL):
            place, damping = place + step, damping / 10 if damping > LEVEL else 0.0
        else:
            damping = max(10 * damping, 1e-3)
        if damping > 1e12:  # noqa: PLR2004 - no step is small enough
            return None
    return None


def _residuals(function: ModelFunction, x: Array, y: Array, place: Array) -> tuple[Array, Array]:
    """Y − f(x), shape (points,), and how f grows there with each parameter, (points, n)."""
    with np.errstate(all="ignore"):
        each = [function.partial(key) for key in function.variables[1:]]
        values = [np.broadcast_to(one.value(x, *place), x.shape) for one in (function, *each)]
    return y - values[0], np.array(values[1:], dtype=float).T


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
    return _share_of_slope(gradient_at(function, place), low)


def steepness_of_squares(function: ModelFunction, x: Array, y: Array, place: Array, low: Lowest) -> float:
    """Likewise, of the mean of (y − f(x))² at parameters (n,)."""
    off, slopes = _residuals(function, x, y, place)
    return _share_of_slope(2 * slopes.T @ off / len(x), low)


def _share_of_slope(gradient: Array, low: Lowest) -> float:
    reach = np.abs(np.diag(low.curvature)) * np.maximum(np.abs(low.at), 1.0)
    return float((np.abs(gradient) / reach).max())


def _value(function: ModelFunction, place: Array) -> float:
    with np.errstate(all="ignore"):
        value = float(function.value(*place))
    return value if np.isfinite(value) else float("inf")


def _is_level(slope: Array, bend: Array, place: Array) -> bool:
    """Whether Newton's next step would be nothing beside the place and the size of the bowl."""
    reach = np.abs(np.diag(bend)) * np.maximum(np.abs(place), 1e-6)
    return bool((np.abs(slope) <= LEVEL * np.maximum(reach, np.abs(bend).max() * 1e-6)).all())
