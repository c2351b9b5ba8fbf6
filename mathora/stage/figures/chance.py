"""Distributions as something to compute with: their sums and integrals, mean, deviation, and draws from them.

Owns: `Masses` (a discrete distribution), `DensityLaw` (a continuous one), `integral`, `usual_span`, `uniform_numbers`.

Laws:
- Everything is in the outcome's own units; a probability is a number from 0 to 1.
- Draws come from the distribution by its inverse, from numbers that the seed alone decides: the same on every machine.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from mathora.stage.arrays import Array
from mathora.stage.parameters import Interval

NODES, WEIGHTS = np.polynomial.legendre.leggauss(8)
PANELS, HALVINGS, PRECISION = 16, 40, 1e-11
LONG_TAIL = 8
"""So many times the middle half of the probability is drawn on either side of it, and no more."""

CELLS = 4000
"""Into so many cells a density is divided for draws."""


def integral(function: Callable[[Array], Array], low: float, high: float, scale: float = 1.0) -> float:
    """The integral of a function (arrays in, arrays out) from low to high, either of which may be infinite.

    Gauss's rule on panels, each halved until its halves say the same as the whole: so jumps are found. `scale` is a
    length on which the function changes; beyond it, infinity is brought near by x = a + scale · t/(1 - t).
    """
    if high < low:
        return -integral(function, high, low, scale)
    if np.isinf(low):
        cut = min(high, 0.0)
        return integral(lambda x: function(-x), -cut, np.inf, scale) + integral(function, cut, high, scale)
    if np.isinf(high):
        return integral(lambda t: function(low + scale * t / (1 - t)) * scale / (1 - t) ** 2, 0.0, 1 - 1e-12)
    edges = np.linspace(low, high, PANELS + 1)
    left, right = edges[:-1], edges[1:]
    whole, total = _panels(function, left, right), 0.0
    for _ in range(HALVINGS):
        middle = (left + right) / 2
        halves = _panels(function, left, middle), _panels(function, middle, right)
        rough = np.abs(halves[0] + halves[1] - whole) > PRECISION * max(abs(total), float(np.abs(whole).sum()), 1e-300)
        total += float((halves[0] + halves[1])[~rough].sum())
        if not rough.any():
            return total
        left, right = np.concatenate([left[rough], middle[rough]]), np.concatenate([middle[rough], right[rough]])
        whole = np.concatenate([halves[0][rough], halves[1][rough]])
    return total + float(whole.sum())


def _panels(function: Callable[[Array], Array], left: Array, right: Array) -> Array:
    half = ((right - left) / 2)[:, None]
    at = (left + right)[:, None] / 2 + half * NODES
    with np.errstate(all="ignore"):
        values = np.broadcast_to(function(at), at.shape)
    return np.asarray((np.where(np.isfinite(values), values, 0.0) * WEIGHTS * half).sum(axis=1))


def uniform_numbers(seed: int, count: int) -> Array:
    """So many numbers from 0 up to 1, decided by the seed alone: 53 bits each of the generator PCG64."""
    bits = np.random.PCG64(seed).random_raw(count)
    return np.asarray((bits >> np.uint64(11)) * 2.0**-53)


@dataclass(frozen=True, eq=False)
class Masses:
    """A discrete distribution: outcomes (n,) in rising order, and the share of each, (n,)."""

    outcomes: Array
    shares: Array

    @property
    def mean(self) -> float:
        """Where the bars balance."""
        return float(self.outcomes @ self.shares)

    @property
    def deviation(self) -> float:
        """The standard deviation."""
        return float(np.sqrt(max(0.0, float((self.outcomes - self.mean) ** 2 @ self.shares))))

    @property
    def gap(self) -> float:
        """The least distance of two outcomes."""
        return float(np.diff(self.outcomes).min()) if len(self.outcomes) > 1 else 1.0

    def within(self, low: float, high: float) -> Array:
        """How much of each bar stands between two edges, from 0 to 1; a bar is as wide as the least gap."""
        reach = np.minimum(high - self.outcomes, self.outcomes - low) / self.gap + 0.5
        return np.asarray(np.clip(reach, 0.0, 1.0))

    def between(self, low: float, high: float) -> float:
        """The probability of the bars between two edges, those at the edges in part."""
        return float(self.within(low, high) @ self.shares)

    def draws(self, seed: int, count: int) -> Array:
        """So many outcomes, drawn one after the other; shape (count,)."""
        below = np.cumsum(self.shares) / self.shares.sum()
        return np.asarray(self.outcomes[np.searchsorted(below[:-1], uniform_numbers(seed, count), side="right")])

    def mixed(self, other: Masses, share: float) -> Masses:
        """The distribution that is `other` in a share of the cases: on the way from this one to the other."""
        return Masses(self.outcomes, (1 - share) * self.shares + share * other.shares)


@dataclass(frozen=True, eq=False)
class DensityLaw:
    """A continuous distribution: its density (arrays in, arrays out), where it may be (`range`), and what is drawn of
    it (`span`).
    """

    value: Callable[[Array], Array]
    range: tuple[float, float]
    span: Interval

    def between(self, low: float, high: float) -> float:
        """The probability from low to high, as far as the range goes."""
        low, high = max(low, self.range[0]), min(high, self.range[1])
        return integral(self.value, low, high, self.span.length / 4) if high > low else 0.0

    @cached_property
    def mean(self) -> float:
        """Where the area balances."""
        return integral(lambda x: x * self.value(x), *self.range, self.span.length / 4)

    @cached_property
    def deviation(self) -> float:
        """The standard deviation."""
        mean, scale = self.mean, self.span.length / 4
        return float(np.sqrt(max(0.0, integral(lambda x: (x - mean) ** 2 * self.value(x), *self.range, scale))))

    def draws(self, seed: int, count: int) -> Array:
        """So many numbers, drawn one after the other; shape (count,). The range is cut where almost nothing is left."""
        far = self.span.length
        low, high = max(self.range[0], self.span.low - far), min(self.range[1], self.span.high + far)
        edges = np.linspace(low, high, CELLS + 1)
        left, right = edges[:-1], edges[1:]
        below = np.concatenate([[0.0], np.cumsum(np.maximum(_panels(self.value, left, right), 0.0))])
        return np.asarray(np.interp(uniform_numbers(seed, count), below / below[-1], edges))

    def mixed(self, other: DensityLaw, share: float) -> DensityLaw:
        """The density that is `other` in a share of the cases."""
        return DensityLaw(lambda x: (1 - share) * self.value(x) + share * other.value(x), self.range, self.span)


def usual_span(value: Callable[[Array], Array], range_: tuple[float, float]) -> Interval:
    """Where all but a thousandth of a density lies, long tails cut, with round ends; the range itself, where that is
    finite.
    """
    if np.isfinite(range_).all():
        return Interval(*range_)
    grid = np.sinh(np.linspace(-50, 50, 40001)) * 1e-12
    grid = np.concatenate([grid, [end for end in range_ if np.isfinite(end)]])
    grid = np.unique(grid[(grid >= range_[0]) & (grid <= range_[1])])
    with np.errstate(all="ignore"):
        heights = np.nan_to_num(np.broadcast_to(value(grid), grid.shape), posinf=0.0, neginf=0.0)
    cells = np.maximum(heights[1:] + heights[:-1], 0.0) * np.diff(grid) / 2
    below = np.concatenate([[0.0], np.cumsum(cells)])
    *ends, first, third = np.interp([0.0005, 0.9995, 0.25, 0.75], below / max(below[-1], 1e-300), grid)
    ends = [max(ends[0], first - LONG_TAIL * (third - first)), min(ends[1], third + LONG_TAIL * (third - first))]
    power = 10.0 ** np.floor(np.log10(max(ends[1] - ends[0], 1e-300))) / 2
    low, high = np.floor(ends[0] / power) * power, np.ceil(ends[1] / power) * power
    return Interval(float(max(low, range_[0])), float(min(high, range_[1])))
