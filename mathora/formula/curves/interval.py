"""Intervals, and the round numbers in them.

Owns: `Interval`, `nice_ticks`, `axis_ticks`, `share_of_pi`, `round_step`.
"""

from __future__ import annotations

import math
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

TURNS = tuple(Fraction(*step) for step in ((1, 12), (1, 6), (1, 4), (1, 2), (1, 1), (2, 1), (5, 1), (10, 1), (20, 1)))
"""How far ticks that are multiples of π stand apart, in π."""

MOST_TWELFTHS = 1200  # beyond so many twelfths of π a number that is near to one may be so by chance


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


def axis_ticks(interval: Interval, about: int = 5) -> list[float]:
    """The numbers of an axis: round ones, or multiples of π if it ends at such."""
    ends, length = [share_of_pi(end) for end in interval], interval.length / math.pi
    step = next((one for one in TURNS if float(one) * about >= length * 0.999), None)
    if None in ends or not any(ends) or step is None:
        return nice_ticks(interval, about)
    low, high = (share for share in ends if share is not None)
    return [float(index * step) * math.pi for index in range(math.ceil(low / step), math.floor(high / step) + 1)]


def share_of_pi(value: float) -> Fraction | None:
    """How many π a number is, if it is a whole count of twelfths.

    >>> share_of_pi(-math.pi / 2), share_of_pi(1.57)
    (Fraction(-1, 2), None)
    """
    twelfths = round(12 * value / math.pi) if math.isfinite(value) else MOST_TWELFTHS + 1
    near = abs(twelfths) <= MOST_TWELFTHS and math.isclose(value, twelfths * math.pi / 12, rel_tol=1e-12)
    return Fraction(twelfths, 12) if near else None


def round_step(least: float) -> Decimal:
    """The smallest of 1, 2 and 5 times a power of ten that is `least` or more (or less by a rounding error)."""
    power = Decimal(1).scaleb(math.floor(math.log10(least)))
    return next(factor * power for factor in (1, 2, 5, 10) if float(factor * power) >= least * 0.999)


def one_digit(most: float) -> float:
    """The largest number with a single digit, such as 0.4 or 30, that is `most` or less."""
    power = Decimal(1).scaleb(math.floor(math.log10(most)))
    return float(math.floor(most / float(power) * 1.000001) * power)
