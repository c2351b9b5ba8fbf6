r"""Known distributions: moments, probabilities and entropies by the rows of one table.

Owns: `moment`, `mass`, `below`, `generating`, `few_values`, `logarithm`. What a row says (`symbols.distributions`) is
read as a formula.

Laws:
- A row's formulas are the kernel's axioms of chance; a test holds them against each other (sums, integrals, slopes).
- What a row asks of its parameters is confined to: outside of it nothing is said.
- A moment is the row's own, or the slope of the generating function at 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from math import prod
from typing import TYPE_CHECKING

from mathora.formula import Model, Name, tree
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.chance.known import DistributedAs
from mathora.prove.kernel.exact import calculus
from mathora.prove.kernel.exact.algebra import Atom, Ratio
from mathora.prove.kernel.exact.factors import cancelled
from mathora.prove.kernel.exact.functions import Conditions
from mathora.prove.kernel.signs.ranges import Fact

if TYPE_CHECKING:
    from mathora.prove.kernel.reading.meaning import TreeReading

MOST_VALUES = 200
MOST_FEW = 12
HIGHEST_MOMENT = 8
LETTERS = ("m", "v", "a", "b", "r", "n", "p", "t", "x", "k", "N", "K")


@cache
def _formula(latex: str) -> tree.Node:
    from mathora.formula import read  # noqa: PLC0415 - the reader is needed for rows only
    from mathora.lesson import Text  # noqa: PLC0415

    names = {key: Name(key, tree.Symbol(key)) for key in LETTERS}
    return read(Text.written(latex), Model(names)).tree


def _values(reading: TreeReading, law: DistributedAs) -> dict[str, Ratio]:
    """The parameters' values, and what the row asks of them noted."""
    values = dict(zip(law.row.parameters, (reading.number(one) for one in law.arguments), strict=True))
    for demand in law.row.asks:
        for sign, ratio in _signs(reading, demand, values):
            reading.conditions.confine(sign, ratio)
    return values


def _signs(reading: TreeReading, latex: str, values: Mapping[str, Ratio]) -> list[Fact]:
    from mathora.prove.kernel.reading.relations import links  # noqa: PLC0415 - they need each other

    with reading.inside(values):
        return list(links(reading, _formula(latex)))


def _put(reading: TreeReading, latex: str, values: Mapping[str, Ratio]) -> Ratio:
    """A row's formula at the parameters' values."""
    known = reading.facts.with_(*reading.conditions.found, *reading.conditions.declared)
    with reading.knowing(known), reading.inside(values):
        return reading.number(_formula(latex))


def _law(reading: TreeReading, key: str) -> DistributedAs:
    law = reading.chance.law_of(key)
    if law is None:
        raise Refused(f"the distribution of {key} is not known")
    return law


def is_discrete(reading: TreeReading, key: str) -> bool:
    """Whether all values are whole numbers."""
    law = reading.chance.law_of(key)
    return law is not None and bool(law.row.mass)


def is_continuous(reading: TreeReading, key: str) -> bool:
    """Whether no single value has a probability."""
    law = reading.chance.law_of(key)
    return law is not None and not law.row.mass


def few_values(reading: TreeReading, key: str) -> list[Ratio] | None:
    """The values of a table, or those of a law whose bounds are numbers; None if they are many, or not known."""
    if key in reading.chance.tables:
        return list(reading.chance.tables[key])
    law = reading.chance.law_of(key)
    if law is None or not law.row.mass or not law.row.last:
        return None
    with reading.apart():
        last = _put(reading, law.row.last, _values(reading, law)).constant
    if last is None or last.denominator != 1 or not 0 <= last <= MOST_FEW:
        return None
    return [Ratio.number(one) for one in range(int(law.row.first), int(last) + 1)]


# ── moments ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def moment(reading: TreeReading, law: DistributedAs, order: int) -> Ratio:
    """E[X^order]."""
    if order > HIGHEST_MOMENT:
        raise Refused("a moment of a high order")
    values = _values(reading, law)
    if law.row.step:
        steps = (_put(reading, law.row.step, values | {"k": Ratio.number(one)}) for one in range(order))
        return prod(steps, start=Ratio.number(1))
    if 0 < order <= len(law.row.moments):
        return _put(reading, law.row.moments[order - 1], values)
    if not law.row.generating:
        if law.row.moments:
            raise Refused("a moment that the table does not have")
        low, high = values["a"], values["b"]
        parts = (low.power(power) * high.power(order - power) for power in range(order + 1))
        return sum(parts, Ratio.number(0)).scaled(Fraction(1, order + 1))
    time = Atom("variable", "t#moment")
    with reading.apart() as inner:
        slope = _put(reading, law.row.generating, values | {"t": Ratio.atom(time)})
        for _ in range(order):
            slope = cancelled(calculus.derivative(slope, time, inner))
    return cancelled(calculus.substituted(slope, {time: Ratio.number(0)}, Conditions(reading.facts)))


def generating(reading: TreeReading, key: str, factor: Ratio) -> Ratio:
    """E[e^{sX}] for a number s for which it exists."""
    law = _law(reading, key)
    if not law.row.generating:
        raise Refused("a law without a generating function")
    values = _values(reading, law) | {"t": factor}
    for demand in law.row.converges:
        for sign, ratio in _signs(reading, demand, values):
            if reading.facts.shows(-ratio, "≥"):
                raise Refused("an expectation that does not exist")
            reading.conditions.require(sign, ratio)
    return _put(reading, law.row.generating, values)


# ── probabilities ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _outside(reading: TreeReading, law: DistributedAs, values: Mapping[str, Ratio]) -> Ratio | None:
    """P(X ≤ x) for an x that is shown to lie below the support (0) or above it (1); None if x is shown inside."""
    for place, demand in enumerate(law.row.support):
        for sign, ratio in _signs(reading, demand, values):
            if reading.facts.shows(ratio, sign):
                continue
            if reading.facts.shows(-ratio, "≥" if sign == ">" else ">"):
                return Ratio.number(min(place, 1))
            if not place or not law.row.vanishes:
                raise Refused("a place that may lie beyond all values")
            reading.conditions.require(sign, ratio)
    return None


def mass(reading: TreeReading, key: str, place: Ratio) -> Ratio:
    """P(X = place) of a discrete quantity."""
    law = _law(reading, key)
    values = _values(reading, law) | {"x": place}
    if not reading.facts.is_whole(place):
        if place.constant is not None:
            return Ratio.number(0)
        raise Refused("a value that may be no whole number")
    return _put(reading, law.row.mass, values) if _outside(reading, law, values) is None else Ratio.number(0)


def below(reading: TreeReading, key: str, bound: Ratio) -> Ratio:
    """P(X < bound)."""
    law = _law(reading, key)
    if not law.row.mass:
        return _area(reading, law, bound)
    if bound.constant is not None:
        last = -(-bound.constant.numerator // bound.constant.denominator)
        if last - int(law.row.first) > MOST_VALUES:
            raise Refused("very many values")
        masses = (mass(reading, key, Ratio.number(one)) for one in range(int(law.row.first), last))
        return sum(masses, Ratio.number(0))
    if not law.row.below or not reading.facts.is_whole(bound):
        raise Refused("a sum to a letter")
    return _area(reading, law, bound - Ratio.number(1), shift=1)


def _area(reading: TreeReading, law: DistributedAs, place: Ratio, shift: int = 0) -> Ratio:
    """The row's own formula for P(X ≤ place); it holds from one below the first value on."""
    if not law.row.below:
        raise Refused("a probability that the table does not have")
    values = _values(reading, law) | {"x": place}
    outside = _outside(reading, law, values | {"x": place + Ratio.number(shift)})
    return _put(reading, law.row.below, values) if outside is None else outside


# ── divergence and entropy ────────────────────────────────────────────────────────────────────────────────────────────


def logarithm(reading: TreeReading, law: DistributedAs, place: Ratio) -> Ratio:
    """The logarithm of the density, or of the probability, at a place of the support."""
    if not law.row.logarithm:
        raise Refused("a law whose logarithm is not in the table")
    return _put(reading, law.row.logarithm, _values(reading, law) | {"x": place})
