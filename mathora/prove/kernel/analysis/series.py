"""Expansions in powers of a step h > 0 that tends to 0, with factors that outgrow every power.

Owns: `Series`, `Scaled` (series with exponential factors), their arithmetic, and `Target`.

Laws:
- A series is known below its order; what is cut off raises the order's bound and never a term.
- A leading coefficient is used only where its sign, or that it is not zero, is shown for all values of the parameters.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.exact.algebra import ONE, Atom, Ratio
from mathora.prove.kernel.signs.facts import Facts

LOG = Atom("variable", "ln h#")
"""ln h: far below zero, and slower than every power."""

Key = tuple[tuple[Fraction, Ratio], ...]
"""The exponent of a factor e^(Σ c h^q) with q < 0.

A c may hold ln h. At q = 0 stands what number a power of 1/h has that no fraction is: (0, a) is the factor h^(−a).
"""


@dataclass(frozen=True)
class Infinite:
    """∞ or −∞."""

    sign: int


def finite(found: Ratio | Infinite) -> Ratio:
    """The value, if it is a number."""
    if isinstance(found, Infinite):
        raise Refused("something infinite within an expression")
    return found


@dataclass(frozen=True)
class Target:
    """The variable and where it goes: to `place` from above (1) or below (−1), or to ±∞ where `place` is None."""

    variable: Atom
    place: Ratio | None
    side: int


class TooFewOrders(Refused):
    """Too few orders to see a leading term."""


@dataclass(frozen=True)
class Series:
    """Σ c_q h^q, known below the power `order` (None: exact)."""

    terms: dict[Fraction, Ratio]
    order: Fraction | None = None

    @property
    def lead(self) -> Fraction:
        """The lowest power; raises TooFewOrders where none is seen."""
        if not self.terms:
            if self.order is None:
                raise Refused("a leading term of zero")
            raise TooFewOrders("the leading terms cancel")
        return min(self.terms)


Scaled = dict[Key, Series]
ZERO = Fraction(0)


class Arithmetic:
    """Sums, products and quotients of scaled series, for one target and to so many orders."""

    def __init__(self, target: Target, facts: Facts, orders: int) -> None:
        self.target, self.facts, self.orders = target, facts, Fraction(orders)

    def sign_of_lead(self, series: Series, *, nonzero: bool = False) -> int:
        """The sign of the leading coefficient; ln h is far below 0."""
        coefficient = series.terms[series.lead]
        if self.target.variable in coefficient.atoms:
            raise Refused("what swings has no leading term")
        degree, coefficient = in_logarithm(coefficient)
        turn, coefficient = -1 if degree % 2 else 1, self.facts.resolved(coefficient)
        if self.facts.shows(coefficient, ">"):
            return turn
        if self.facts.shows(-coefficient, ">"):
            return -turn
        if nonzero and self.facts.shows(coefficient, "≠"):
            return 1
        raise Refused("a leading coefficient whose sign is not known")

    def growth(self, key: Key, *leads: Series) -> int:
        """1, 0 or −1: whether an exponential factor grows, is none, or falls; a power of h does so beside its series.

        Of a quotient of two factors, both series are given.
        """
        if not key:
            return 0
        exponent = dict(key)
        if is_power(key):
            lead = sum((one.lead * (-1) ** at for at, one in enumerate(leads)), ZERO)
            exponent[ZERO] -= Ratio.number(lead)
        return self.sign_of_lead(Series(exponent))

    def fastest(self, found: Scaled) -> Key:
        """The key that outgrows all others."""
        kept = [key for key, one in found.items() if one.terms or one.order is not None]
        best = kept[0]
        for key in kept[1:]:
            if self.growth(joined(key, best, -1), found[key], found[best]) > 0:
                best = key
        return best

    # ---- arithmetic

    def sum(self, one: Scaled, other: Scaled) -> Scaled:
        """The sum of two scaled series."""
        total = dict(one)
        for key, series in other.items():
            total[key] = self.added(total[key], series) if key in total else series
        return total

    def added(self, one: Series, other: Series) -> Series:
        """The sum of two series."""
        terms = dict(one.terms)
        for power, coefficient in other.terms.items():
            terms[power] = terms[power] + coefficient if power in terms else coefficient
        return self.kept(terms, least(one.order, other.order))

    def kept(self, terms: dict[Fraction, Ratio], order: Fraction | None) -> Series:
        """A series of these terms, without those that vanish or lie beyond the order."""
        found = {}
        for power, coefficient in terms.items():
            if order is None or power < order:
                plain = self.facts.resolved(coefficient)
                if not plain.vanishes:
                    found[power] = plain
        return Series(found, order)

    def product(self, one: Scaled, other: Scaled) -> Scaled:
        """The product of two scaled series."""
        total: Scaled = {}
        for left, a in one.items():
            for right, b in other.items():
                key = joined(left, right, 1)
                product = self.times(a, b)
                total[key] = self.added(total[key], product) if key in total else product
        return total

    def times(self, one: Series, other: Series) -> Series:
        """The product of two series."""
        if (not one.terms and one.order is None) or (not other.terms and other.order is None):
            return Series({})
        leads = [min(s.terms) if s.terms else s.order for s in (one, other)]
        ends = [s.order + leads[1 - at] for at, s in enumerate((one, other)) if s.order is not None]  # type: ignore[operator]
        first = leads[0] + leads[1]  # type: ignore[operator]
        order = min(ends) if ends else None
        terms: dict[Fraction, Ratio] = {}
        for p, a in one.terms.items():
            for q, b in other.terms.items():
                power = p + q
                if power - first > self.orders * 2:
                    order = least(order, power)
                elif order is None or power < order:
                    terms[power] = terms[power] + a * b if power in terms else a * b
        return self.kept(terms, order)

    def split(self, found: Scaled) -> tuple[Key, Fraction, Ratio, Series]:
        """e^D h^q c (1 + v): the leading term and the rest v."""
        key = self.fastest(found)
        series = found[key]
        lead = series.lead
        coefficient = series.terms[lead]
        if self.target.variable in coefficient.atoms or not self.surely(coefficient):
            raise Refused("a leading coefficient that may be zero")
        rest = {power - lead: one.over(coefficient) for power, one in series.terms.items() if power != lead}
        order = None if series.order is None else series.order - lead
        if len(found) > 1:  # what is exponentially smaller is beyond every power
            if any(is_power(joined(other, key, -1)) for other in found):
                raise Refused("powers of which the smaller is not known")
            order = least(order, self.orders * 2)
        return key, lead, coefficient, Series(rest, order)

    def surely(self, coefficient: Ratio) -> bool:
        """Whether a leading coefficient is shown not to be zero."""
        return self.facts.shows(in_logarithm(coefficient)[1], "≠")

    def inverse(self, found: Scaled) -> Scaled:
        """1 over a scaled series."""
        key, lead, coefficient, rest = self.split(found)
        powers = self.composed([Ratio.number((-1) ** n) for n in range(self.count(rest))], rest)
        shifted = self.times(powers, Series({-lead: Ratio.number(1).over(coefficient)}))
        return {joined((), key, -1): shifted}

    def count(self, rest: Series) -> int:
        """How many powers of a series reach the order wanted."""
        if not rest.terms:
            return 2
        step = min(rest.terms)
        if step <= 0:
            raise Refused("terms that do not fall")
        return int(self.orders / step) + 2

    def composed(self, coefficients: list[Ratio], rest: Series) -> Series:
        """Σ c_n v^n for a v that tends to 0."""
        total, power = Series({}), Series({ZERO: Ratio.number(1)})
        for one in coefficients:
            total = self.added(total, self.times(power, Series({ZERO: one} if one.above else {})))
            power = self.times(power, rest)
        ends = (min(rest.terms) * len(coefficients) if rest.terms else rest.order, total.order)
        return self.kept(total.terms, least(*ends))


def least(*orders: Fraction | None) -> Fraction | None:
    """The lowest order; None is that of what is exact."""
    return min((one for one in orders if one is not None), default=None)


def in_logarithm(coefficient: Ratio) -> tuple[int, Ratio]:
    """What a coefficient is like as ln h falls: c (ln h)^n, as n and c."""
    if LOG not in coefficient.atoms:
        return 0, coefficient
    above, below = (Ratio(part, ONE).coefficients(LOG) for part in (coefficient.above, coefficient.below))
    if any(LOG in one.atoms for one in (*above.values(), *below.values())):
        raise Refused("a logarithm of the step below")
    return max(above) - max(below), above[max(above)].over(below[max(below)])


def is_power(key: Key) -> bool:
    """Whether a factor is a power of h, of which no series in h is smaller or larger for certain."""
    return bool(key) and key[0][0] == 0


def plus_one(rest: Series) -> Series:
    """1 + v."""
    return Series({ZERO: Ratio.number(1), **rest.terms}, rest.order)


def joined(one: Key, other: Key, sign: int) -> Key:
    """The product or quotient of two exponential factors."""
    total = dict(one)
    for power, coefficient in other:
        total[power] = total.get(power, Ratio.number(0)) + coefficient.scaled(sign)
    return tuple(sorted(((q, c) for q, c in total.items() if not c.vanishes), key=lambda each: each[0]))
