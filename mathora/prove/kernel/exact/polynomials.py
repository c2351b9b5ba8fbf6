"""Polynomials in one variable with rational coefficients: division, Sturm's count of roots, signs on an interval.

Owns: `Coefficients` and their arithmetic, `Enclosure`, `nonnegative` and `without_root`.

Laws:
- Exact: Python's fractions only.
- A polynomial keeps its sign where Sturm's count finds no root of odd order; one value then tells which sign.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

Coefficients = list[Fraction]  # a polynomial in one variable, the constant first, without zeros at the end


def trimmed(numbers: Iterable[Fraction]) -> Coefficients:
    """Without zeros at the end."""
    kept = list(numbers)
    while kept and not kept[-1]:
        kept.pop()
    return kept


def value_at(polynomial: Coefficients, place: Fraction) -> Fraction:
    """Horner's scheme."""
    total = Fraction(0)
    for number in reversed(polynomial):
        total = total * place + number
    return total


def divided(polynomial: Coefficients, divisor: Coefficients) -> tuple[Coefficients, Coefficients]:
    """Quotient and remainder."""
    rest, quotient = list(polynomial), [Fraction(0)] * max(0, len(polynomial) - len(divisor) + 1)
    while len(rest) >= len(divisor):
        factor, shift = rest[-1] / divisor[-1], len(rest) - len(divisor)
        quotient[shift] = factor
        rest = trimmed(one - (factor * divisor[at - shift] if at >= shift else 0) for at, one in enumerate(rest))
    return trimmed(quotient), rest


def slope(polynomial: Coefficients) -> Coefficients:
    """The derivative."""
    return trimmed(power * number for power, number in enumerate(polynomial) if power)


def square_free(polynomial: Coefficients) -> Coefficients:
    """The polynomial with each root once."""
    return divided(polynomial, greatest_common_divisor(polynomial, slope(polynomial)))[0]


def odd_part(polynomial: Coefficients) -> Coefficients:
    """The product of the factors of odd multiplicity, with the same sign everywhere else (Yun 1976)."""
    total = [Fraction(1)] if len(polynomial) > 1 else polynomial
    common = greatest_common_divisor(polynomial, slope(polynomial))
    rest, turn = divided(polynomial, common)[0], 1
    while len(rest) > 1:
        shared = greatest_common_divisor(rest, common)
        if turn % 2:
            total = multiplied(total, divided(rest, shared)[0])
        rest, common, turn = shared, divided(common, shared)[0], turn + 1
    return total


def greatest_common_divisor(one: Coefficients, other: Coefficients) -> Coefficients:
    """Euclid's algorithm; the result is monic."""
    while other:
        one, other = other, divided(one, other)[1]
    return [number / one[-1] for number in one]


def multiplied(one: Coefficients, other: Coefficients) -> Coefficients:
    """The product."""
    total = [Fraction(0)] * (len(one) + len(other) - 1)
    for at, a in enumerate(one):
        for shift, b in enumerate(other):
            total[at + shift] += a * b
    return trimmed(total)


def roots_between(polynomial: Coefficients, low: Fraction | None, high: Fraction | None) -> int:
    """How many different real roots lie in (low, high]; None is unbounded (Sturm 1829)."""
    first = square_free(polynomial)
    chain = [first, slope(first)]
    while chain[-1]:
        chain.append([-number for number in divided(chain[-2], chain[-1])[1]])
    chain = [one for one in chain if one]
    return _changes(chain, low, below=True) - _changes(chain, high, below=False)


def _changes(chain: list[Coefficients], place: Fraction | None, *, below: bool) -> int:
    if place is None:
        signs = [one[-1] * (-1 if below and len(one) % 2 == 0 else 1) for one in chain]
    else:
        signs = [value_at(one, place) for one in chain]
    kept = [sign > 0 for sign in signs if sign]
    return sum(one != other for one, other in pairwise(kept))


# ── signs on an interval ──────────────────────────────────────────────────────────────────────────────────────────────


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


def without_root(polynomial: list[Fraction], where: Enclosure) -> bool:
    """Whether a polynomial has no root in the range."""
    if not polynomial:
        return False
    if len(polynomial) == 1:
        return True
    ends = ((where.low, where.low_open), (where.high, where.high_open))
    for end, is_open in ends:
        if end is not None and not value_at(polynomial, end):
            if not is_open:
                return False
            while not value_at(polynomial, end):
                polynomial = divided(polynomial, [-end, Fraction(1)])[0]
    return len(polynomial) == 1 or roots_between(polynomial, where.low, where.high) == 0
