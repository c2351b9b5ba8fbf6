"""How a function behaves at a place and over a region: has it values, slopes, differences?

Owns: `values_over`, `steepest`, `gap_in`, `value_at`, `slope_at`, `bends`, `runs_along`, `where_words`.

Laws:
- Slopes are the model's exact derivatives; whether one exists is looked at from both sides, at three distances: where
  the function is smooth the sides' difference goes with the distance, at a kink it stays, at a jump it grows.
- A region is looked at on an even grid, edges included, of about `CELLS` points in all.
"""

from __future__ import annotations

from math import hypot, isfinite

import numpy as np
from numpy.typing import NDArray

from mathora.formula import ModelFunction
from mathora.prove.fit.values import Coordinates, Ends, shown

CELLS = 4000
MOST_AXES = 6  # of more variables an even grid would be too coarse; points are spread over their region instead
DISTANCES = (1e-3, 1e-4, 1e-5)  # from a place to its sides, as shares of its distance from the origin (at least 1)
FINER = (1e-4, 1e-8, 1e-12)  # so much nearer is looked where a function turns within these distances
CLEAR = 0.1  # of a difference of slopes; where rounding is less, it is seen whether the difference stays
STAYS = 0.3  # a difference of the sides' slopes that keeps so much of itself at a hundredth of the distance is a kink's
LEAP = 0.05  # a difference of neighbours larger than this share of the usual values is looked at more closely

HALVINGS = 40

USUAL = 0.98  # the share of a region that counts when one place is held against the others

NOISE = 256 * float(np.finfo(float).eps)
SAME = 1e-6  # slopes that differ by no more than this share of them are one

Array = NDArray[np.float64]


def grid(region: dict[str, Ends], variables: tuple[str, ...]) -> list[Array]:
    """The coordinates of an even grid, an array for each variable; a variable without a region is at 1."""
    if len(region) > MOST_AXES:
        return _lattice(region, variables)
    side = max(3, round(CELLS ** (1 / max(1, len(region))))) | 1  # odd: the middle is looked at, too
    axes = [np.linspace(*region[one], side) if one in region else np.array([1.0]) for one in variables]
    return list(np.meshgrid(*axes, indexing="ij"))


def _lattice(region: dict[str, Ends], variables: tuple[str, ...]) -> list[Array]:
    """`CELLS` points spread evenly over a region of many variables: additive recurrences with the powers of the root of
    g^(d + 1) = g + 1 (Roberts 2018).
    """
    count, root = np.arange(CELLS), 2.0
    for _ in range(50):
        root = (1 + root) ** (1 / (len(variables) + 1))
    shares = [(count * root ** -(index + 1.0)) % 1 for index in range(len(variables))]
    ends = [region.get(one, (1.0, 1.0)) for one in variables]
    return [low + (high - low) * share for (low, high), share in zip(ends, shares, strict=True)]


def values_over(function: ModelFunction, region: dict[str, Ends]) -> Array:
    """The function on the grid of a region, NaN where it has no finite value."""
    found = function.value(*grid(region, function.variables))
    return np.where(np.isfinite(found), found, np.nan)


def steepest(function: ModelFunction, region: dict[str, Ends]) -> float:
    """The length of the gradient that only the steepest places of a region have: those beside a pole are left out."""
    axes = grid(region, function.variables)
    slopes = [np.broadcast_to(function.partial(one).value(*axes), axes[0].shape) for one in function.variables]
    lengths = np.sqrt(sum(slope**2 for slope in slopes))
    lengths = lengths[np.isfinite(lengths)]
    return float(np.quantile(lengths, USUAL)) if lengths.size else 0.0


def gap_in(function: ModelFunction, region: dict[str, Ends]) -> dict[str, float] | None:
    """A place of the region where the function has no value; of a function of one variable also a pole or a jump."""
    axes = grid(region, function.variables)
    lacking = ~np.isfinite(function.value(*axes))
    if bool(lacking.any()):
        return {key: float(axis[lacking][0]) for key, axis in zip(function.variables, axes, strict=True)}
    if len(function.variables) > 1:
        return None
    x, y = axes[0], function.value(*axes)
    leaps = np.flatnonzero(np.abs(np.diff(y)) > LEAP * float(np.ptp(np.quantile(y, (0.1, 0.9)))))
    found = (_leap(function, float(x[one]), float(x[one + 1])) for one in leaps)
    at = next((one for one in found if one is not None), None)
    return None if at is None else {function.variables[0]: at}


def _leap(function: ModelFunction, low: float, high: float) -> float | None:
    """Where, between two neighbours, a difference stays or grows however near to each other they are taken."""
    ends = [float(function.value(one)) for one in (low, high)]
    whole = abs(ends[1] - ends[0])
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        at = float(function.value(middle))
        if not isfinite(at):
            return middle
        if abs(at - ends[0]) > abs(ends[1] - at):
            high, ends = middle, [ends[0], at]
        else:
            low, ends = middle, [at, ends[1]]
    return middle if abs(ends[1] - ends[0]) > whole / 2 else None


def value_at(function: ModelFunction, place: Coordinates) -> float:
    """The value at a place; NaN if there is none."""
    found = float(function.value(*(place[one] for one in function.variables)))
    return found if isfinite(found) else float("nan")


def slope_at(function: ModelFunction, variable: str, place: Coordinates) -> float:
    """The partial derivative at a place; NaN at a kink, a jump or a pole."""
    found = float(function.partial(variable).value(*(place[one] for one in function.variables)))
    if not isfinite(found) or not isfinite(value_at(function, place)) or _breaks(function, variable, place, found):
        return float("nan")
    return found


def _breaks(function: ModelFunction, variable: str, place: Coordinates, slope: float) -> bool:
    """Whether the slopes towards both sides differ, however near they are taken.

    Where a function turns within the usual distances, as sin(10⁹ x) does, much nearer ones tell, if rounding lets them.
    """
    found = _apart(function, variable, place, 1.0)
    if found is None:
        return False  # the domain ends here: the derivative towards its inside is what there is
    far, near, noise = found
    if near <= STAYS * far or near <= noise + SAME * abs(slope):
        return False
    finer = (_apart(function, variable, place, nearer) for nearer in FINER)
    return not any(one and one[1] <= STAYS * one[0] and one[2] < CLEAR * one[0] for one in finer)


def _apart(
    function: ModelFunction, variable: str, place: Coordinates, nearer: float
) -> tuple[float, float, float] | None:
    """By how much the slopes towards both sides differ, at the farthest and the nearest of the distances, and how much
    of the latter may be rounding; None if one of them is outside of the domain, or too near to be told from the place.
    """
    here, scale = value_at(function, place), nearer * max(1.0, abs(place[variable]))
    if DISTANCES[-1] * scale <= NOISE * abs(place[variable]):
        return None  # no number is so near
    gaps, noise = [], 0.0
    for share in DISTANCES:
        step = share * scale
        left, right = (value_at(function, {**place, variable: place[variable] + way * step}) for way in (-1, 1))
        if not (isfinite(left) and isfinite(right)):
            return None
        gaps.append(abs((right - here) / step - (here - left) / step))
        noise = NOISE * max(abs(here), abs(left), abs(right)) / step
    return gaps[0], gaps[-1], noise


def bends(by: Coordinates, function: ModelFunction, at: Coordinates) -> str | None:
    """A surface leaves its tangent plane over a step, and over half of it; both have values, and the first a slope."""
    if not set(function.variables) <= {*by} & {*at}:
        return None  # told by `coordinates`
    here, rise = value_at(function, at), sum(slope_at(function, key, at) * by[key] for key in function.variables)
    for share in (1.0, 0.5):
        there = {key: at[key] + share * by[key] for key in function.variables}
        off = value_at(function, there) - here - share * rise
        if not isfinite(off):
            return f"found a step to {where_words(there, function)}, where {function.key} has no value"
        if abs(off) <= SAME * max(abs(here), abs(rise)):
            return f"found a step to {where_words(there, function)}, where {function.key} lies on its tangent plane"
    return None


def runs_along(
    along: ModelFunction, function: ModelFunction, at: Coordinates, by: Coordinates, span: Ends
) -> str | None:
    """A function of one variable h is the surface's height so far along the step: f(at + h by/‖by‖), over the span."""
    if len(along.variables) != 1 or not set(function.variables) <= {*by} & {*at}:
        return None  # told by `variables`, `coordinates`
    length = hypot(*(by[key] for key in function.variables))
    for h in np.linspace(*span, 9):
        told = value_at(along, {along.variables[0]: float(h)})
        high = value_at(function, {key: at[key] + float(h) * by[key] / length for key in function.variables})
        if not abs(told - high) <= SAME * max(1.0, abs(high)):
            return f"found {shown(told)} at {along.variables[0]} = {shown(h)}, where {function.key} is {shown(high)}"
    return None


def where_words(place: Coordinates, function: ModelFunction) -> str:
    """A place in the function's variables, in words: `x = 1, y = 2`."""
    return ", ".join(f"{key} = {shown(place[key])}" for key in function.variables)
