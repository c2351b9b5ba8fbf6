"""Signs of a polynomial on an interval.

Owns: `Enclosure` and `nonnegative`.

Law: a polynomial keeps its sign where Sturm's count finds no root of odd order; one value then tells which sign.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from mathora.prove.kernel.algebra import Coefficients, divided, odd_part, roots_between, value_at


@dataclass(frozen=True)
class Enclosure:
    """An interval; `None` is unbounded."""

    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False

    def contains(self, number: Fraction) -> bool:
        """Whether a number lies in it."""
        above = self.low is None or number > self.low or (number == self.low and not self.low_open)
        below = self.high is None or number < self.high or (number == self.high and not self.high_open)
        return above and below

    @property
    def inner(self) -> Fraction | None:
        """A point strictly inside; None if there is none."""
        if self.low is None:
            return Fraction(0) if self.high is None else self.high - 1
        if self.high is None:
            return self.low + 1
        return (self.low + self.high) / 2 if self.low < self.high else None


def nonnegative(polynomial: Coefficients, where: Enclosure, *, strictly: bool = False) -> bool:
    """Whether a polynomial is ≥ 0 (or > 0, `strictly`) on the whole range.

    For ≥ only the factors of odd multiplicity count. Factors of the ends are divided out; what is left may have no root
    strictly inside, and one positive value inside settles the sign.
    """
    inner = where.inner
    if inner is None:
        return False
    if not polynomial:
        return not strictly
    rest = polynomial if strictly else odd_part(polynomial)
    for end in {where.low, where.high} - {None}:
        while end is not None and len(rest) > 1 and not value_at(rest, end):
            rest = divided(rest, [-end, Fraction(1)])[0]
            if end == where.high:
                rest = [-number for number in rest]
    if strictly and any(
        end is not None and not is_open and not value_at(polynomial, end)
        for end, is_open in ((where.low, where.low_open), (where.high, where.high_open))
    ):
        return False
    if len(rest) > 1 and roots_between(rest, where.low, where.high):
        return False
    return value_at(rest, inner) > 0
