"""Intervals, and the round numbers in them.

Owns: `Interval`, `nice_ticks`, `round_step`.
"""

from __future__ import annotations

import math
from decimal import Decimal
from typing import NamedTuple


class Interval(NamedTuple):
    """The closed interval from `low` to `high`, in model units; it unpacks into its ends."""

    low: float
    high: float

    @property
    def length(self) -> float:
        """From low to high."""
        return self.high - self.low

    @property
    def middle(self) -> float:
        """Half way."""
        return (self.low + self.high) / 2

    def wider(self, share: float) -> Interval:
        """With so much of its length more at both ends."""
        return Interval(self.low - share * self.length, self.high + share * self.length)


def nice_ticks(interval: Interval, about: int = 5) -> list[float]:
    """Round numbers inside the interval, about so many, a step of 1, 2 or 5 times a power of ten apart.

    >>> nice_ticks(Interval(-2, 2), 4)
    [-2.0, -1.0, 0.0, 1.0, 2.0]
    """
    step = round_step(interval.length / about)
    first = math.ceil(interval.low / float(step) - 1e-9)
    last = math.floor(interval.high / float(step) + 1e-9)
    return [float(index * step) for index in range(first, last + 1)]


def round_step(least: float) -> Decimal:
    """The smallest of 1, 2 and 5 times a power of ten that is `least` or more (or less by a rounding error)."""
    power = Decimal(1).scaleb(math.floor(math.log10(least)))
    return next(factor * power for factor in (1, 2, 5, 10) if float(factor * power) >= least * 0.999)


def one_digit(most: float) -> float:
    """The largest number with a single digit, such as 0.4 or 30, that is `most` or less."""
    power = Decimal(1).scaleb(math.floor(math.log10(most)))
    return float(math.floor(most / float(power) * 1.000001) * power)
