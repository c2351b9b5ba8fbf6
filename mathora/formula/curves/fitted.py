"""A curve that is fitted to data, and the loss that judges it: how far their pictures reach, and what they agree in.

Owns: `room_for`, `heights_for`, `loss_spans`, `share_of_squares`.

Law: what is drawn and what `check` says of it come from here; parameters have the order of the function's variables.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from mathora.formula.curves.interval import Interval
from mathora.formula.curves.objective import Lowest
from mathora.formula.curves.pieces import Array
from mathora.formula.meaning.model_function import ModelFunction

MARGIN = 0.12  # what stays free around the data, as a share of their range
AROUND = 1.18  # how much farther than the start's level set the picture of a loss reaches
SKEW, NARROW = 0.5, 0.3
"""A level set is nearly an ellipse if at the ends of that the loss differs by less than this share; else the picture
reaches at least so large a share of the ellipse."""

SAME = 1e-9  # as a share of the larger, two numbers may differ by this
NEAR = 0.5  # zero is near values that begin at less than this share of their range

TRIED = ((0.3, -0.7), (1.1, 0.4), (-0.6, 0.9))
"""Shifts of the parameters at which a loss is compared with the squares' total."""


def room_for(*values: Array | Sequence[float], zero: bool = False) -> Interval:
    """An interval with a margin around all of these values; `zero` is among them if it lies near."""
    every = np.concatenate([np.ravel(one) for one in values])
    low, high = float(every.min()), float(every.max())
    if high - low <= 1e-9 * max(abs(low), abs(high)) or high == low:
        half = max(abs(low), 1.0) / 2
        low, high = low - half, high + half
    reach = high - low
    if zero:
        low, high = (0.0 if -SAME < low / reach < NEAR else low), (0.0 if -NEAR < high / reach < SAME else high)
    return Interval(low - (0.0 if zero and low == 0.0 else MARGIN * reach),
                    high + (0.0 if zero and high == 0.0 else MARGIN * reach))  # fmt: skip


def heights_for(y: Array, function: ModelFunction, across: Interval, all_parameters: Sequence[Array]) -> Interval:
    """How far the picture reaches upwards: around the data, and around the curves as far as they are near."""
    reach, grid = float(np.ptp(y)) or 1.0, np.linspace(*across, 41)
    curves = [fitted(function, grid, one) for one in all_parameters]
    near = [np.clip(one[np.isfinite(one)], y.min() - reach, y.max() + reach) for one in curves]
    return room_for(y, *near, zero=True)


def fitted(function: ModelFunction, x: Array, parameters: Array) -> Array:
    """The curve's heights at some places, shape (n,)."""
    with np.errstate(all="ignore"):
        return np.array(np.broadcast_to(function.value(x, *parameters), x.shape), dtype=float)


def loss_spans(loss: ModelFunction, low: Lowest | None, start: Array) -> tuple[Interval, ...]:
    """How far the picture of a loss reaches in each parameter: as far as the level set through the start, if that is
    nearly an ellipse; else little farther than the start, for that level set may be endless.
    """
    if low is None:
        return tuple(Interval(at - 2 * max(abs(at), 1.0), at + 2 * max(abs(at), 1.0)) for at in map(float, start))
    above = max(float(loss.value(*start)) - low.value, 0.0)
    inverse = np.linalg.inv(low.curvature)
    bowl = np.sqrt(2 * above * np.diag(inverse))
    ends = [
        low.at + side * inverse[:, k] * 2 * above / bowl[k] for k in range(len(bowl)) if bowl[k] for side in (1, -1)
    ]
    with np.errstate(all="ignore"):
        rises = np.array([float(loss.value(*one)) - low.value for one in ends])
    if not (np.abs(rises - above) <= SKEW * above).all():
        bowl = bowl * NARROW
    half = AROUND * np.maximum(np.maximum(bowl, np.abs(start - low.at)), 0.05 * np.maximum(np.abs(low.at), 1.0))
    return tuple(Interval(float(at - one), float(at + one)) for at, one in zip(low.at, half, strict=True))


def share_of_squares(loss: ModelFunction, function: ModelFunction, x: Array, y: Array, here: Array) -> float | None:
    """What a loss is times the squares' total; None if that depends on the parameters."""
    shares = []
    for shift in TRIED:
        there = here + np.resize(shift, len(here)) * np.maximum(np.abs(here), 1.0)
        total, value = float(((y - fitted(function, x, there)) ** 2).sum()), float(loss.value(*there))
        if np.isfinite(value) and np.isfinite(total) and total > 0:
            shares.append(value / total)
    level = bool(shares) and np.ptp(shares) <= SAME * max(map(abs, shares))
    return shares[0] if level else None
