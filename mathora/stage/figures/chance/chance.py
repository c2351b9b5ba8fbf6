"""Distributions as something to compute with: their sums and integrals, mean, deviation, and draws from them.

Owns: `Masses` (a discrete distribution), `DensityLaw` (a continuous one), `uniform_numbers`.

Laws:
- Everything is in the outcome's own units; a probability is a number from 0 to 1.
- Draws come from the distribution by its inverse, from numbers that the seed alone decides: the same on every machine.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from mathora.formula.curves.integral import integral, panels
from mathora.formula.curves.interval import Interval
from mathora.formula.curves.pieces import SAMPLES, pieces
from mathora.stage.arrays import Array

CELLS = 4000  # into so many cells a density is divided for draws


def uniform_numbers(seed: int, count: int) -> Array:
    """So many numbers from 0 up to 1, decided by the seed alone: 53 bits each of the generator PCG64."""
    bits = np.random.PCG64(seed).random_raw(count)
    return np.asarray((bits >> np.uint64(11)) * 2.0**-53)


@dataclass(frozen=True, eq=False)
class Masses:
    """A discrete distribution: outcomes (n,) in rising order, and the share of each, (n,).

    `rest` are the outcomes and shares, (m,) each, of one without an end that are not drawn: its mean has them, too.
    """

    outcomes: Array
    shares: Array
    rest: tuple[Array, Array] = (np.zeros(0), np.zeros(0))

    @property
    def _total(self) -> float:
        """1, but for what a span cuts off."""
        return float(self.shares.sum() + self.rest[1].sum())

    @property
    def mean(self) -> float:
        """Where all of it balances."""
        return float(self.outcomes @ self.shares + self.rest[0] @ self.rest[1]) / self._total

    @property
    def deviation(self) -> float:
        """The standard deviation."""
        drawn, rest = (self.outcomes - self.mean) ** 2 @ self.shares, (self.rest[0] - self.mean) ** 2 @ self.rest[1]
        return float(np.sqrt(max(0.0, float(drawn + rest)) / self._total))

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
        rest = (self.rest[0], (1 - share) * self.rest[1] + share * other.rest[1])
        return Masses(self.outcomes, (1 - share) * self.shares + share * other.shares, rest)


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

    def pieces(self, low: float, high: float, samples: int = SAMPLES) -> list[tuple[Array, Array]]:
        """The pieces of its curve from low to high, as far as the range goes."""
        low, high = max(low, self.range[0]), min(high, self.range[1])
        return pieces(self.value, Interval(low, high), samples) if high > low else []

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
        below = np.concatenate([[0.0], np.cumsum(np.maximum(panels(self.value, left, right), 0.0))])
        return np.asarray(np.interp(uniform_numbers(seed, count), below / below[-1], edges))

    def mixed(self, other: DensityLaw, share: float) -> DensityLaw:
        """The density that is `other` in a share of the cases; it may be where one of both may be."""
        low, high = zip(self.range, other.range, strict=True)
        value = lambda x: (1 - share) * self.inside(x) + share * other.inside(x)  # noqa: E731 - a density by its formula
        return _Mixed(value, (min(low), max(high)), self.span, ((1 - share, self), (share, other)))

    def inside(self, x: Array) -> Array:
        """The density, 0 where it may not be."""
        return np.where((x >= self.range[0]) & (x <= self.range[1]), self.value(x), 0.0)


@dataclass(frozen=True, eq=False)
class _Mixed(DensityLaw):
    """Each of the `parts` in a share of the cases; it leaps where one of them ends, so that each is asked by itself."""

    parts: tuple[tuple[float, DensityLaw], ...]

    def between(self, low: float, high: float) -> float:
        """The probability from low to high."""
        return sum(share * law.between(low, high) for share, law in self.parts)

    def pieces(self, low: float, high: float, samples: int = SAMPLES) -> list[tuple[Array, Array]]:
        """The pieces of its curve from low to high, parted where one of the parts ends."""
        low, high = max(low, self.range[0]), min(high, self.range[1])
        ends = sorted({low, high, *(end for _, law in self.parts for end in law.range if low < end < high)})
        inner = ((np.nextafter(one, other), np.nextafter(other, one)) for one, other in pairwise(ends))
        return [piece for one, other in inner for piece in pieces(self.value, Interval(one, other), samples)]

    @cached_property
    def mean(self) -> float:
        """Where the area balances."""
        return sum(share * law.mean for share, law in self.parts)

    @cached_property
    def deviation(self) -> float:
        """The standard deviation."""
        squares = sum(share * (law.deviation**2 + law.mean**2) for share, law in self.parts)
        return float(np.sqrt(max(0.0, squares - self.mean**2)))
