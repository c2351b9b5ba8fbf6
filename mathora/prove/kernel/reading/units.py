"""Units of the kernel: a quantity is a number times powers of base units, and these are positive atoms.

Owns: `in_unit`, `from_zero` (a temperature) and `dimension`.

Law: what is added or compared has one dimension, and a zero in a unit, which would lose it, is refused.
"""

from __future__ import annotations

from math import prod

from mathora.formula import tree
from mathora.formula.symbols.units import UNITS, Unit
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.exact.algebra import ONE, Atom, Monomial, Ratio

NONE: tuple[Monomial, ...] = ((), ())  # the dimension of a number


class MixedUnits(Refused):
    """What is added or compared is measured in different units."""

    def __init__(self) -> None:
        super().__init__("units are mixed")


def in_unit(value: Ratio, measure: tree.Node) -> Ratio:
    """A value in a unit, in base units."""
    if not value.above:
        raise Refused("a zero with a unit")
    return value * unit(measure)


def from_zero(value: Ratio, measure: tree.Node) -> Ratio:
    """A temperature in °C or °F, counted from the zero of its base unit."""
    row = _row(measure)
    return (value.scaled(row.factor) + Ratio.number(row.zero)) * _base(row)


def unit(node: tree.Node) -> Ratio:  # noqa: PLR0911 - a row for each kind
    """A unit as a number times powers of base units."""
    match node:
        case tree.UnitName():
            row = _row(node)
            if row.zero:
                raise Refused("a temperature within a larger term")
            return Ratio.number(row.factor) * _base(row)
        case tree.Product(factors=factors):
            return prod(map(unit, factors), start=Ratio.number(1))
        case tree.Quotient(numerator=above, denominator=below):
            return unit(above).over(unit(below))
        case tree.Power(base=base, exponent=tree.Number(value=power)) if power.denominator == 1:
            return unit(base).power(int(power))
        case tree.Power(base=base, exponent=tree.Signed(sign="-", operand=tree.Number(value=power))) if (
            power.denominator == 1
        ):
            return unit(base).power(-int(power))
        case tree.Group(body=body):
            return unit(body)
        case tree.Number(value=value) if value:
            return Ratio.number(value)
        case _:
            raise Refused("a unit of this kind")


def _row(node: tree.Node) -> Unit:
    row = UNITS.get(node.text) if isinstance(node, tree.UnitName) else None
    if row is None:
        raise Refused("a unit that is not known")
    return row


def is_temperature(measure: tree.Node) -> bool:
    """Whether a unit counts from another zero than its base unit."""
    return isinstance(measure, tree.UnitName) and measure.text in UNITS and UNITS[measure.text].zero != 0


def _base(row: Unit) -> Ratio:
    return prod(
        (Ratio.atom(Atom("unit", key)).power(power) for key, power in row.powers.items()), start=Ratio.number(1)
    )


def dimension(value: Ratio) -> tuple[Monomial, ...]:
    """The powers of units above and below; raises Refused if terms differ in them."""
    found = []
    for part in (value.above, value.below):
        dimensions = {tuple((a, power) for a, power in monomial if _measured(a)) for monomial in part}
        if len(dimensions) > 1:
            raise MixedUnits
        found.append(next(iter(dimensions), ()))
    return tuple(found)


def _measured(atom: Atom) -> bool:
    if atom.arguments and any(one.kind == "unit" for part in atom.arguments for one in part.atoms):
        raise Refused("a function of what has a unit")
    return atom.kind == "unit"


def fit(one: Ratio, other: Ratio, *, numbers: bool) -> None:
    """Raises MixedUnits unless both have one dimension; `numbers`: a number beside a unit does not fit either."""
    if not numbers:
        terms = (
            Ratio({monomial: number}, ONE).over(Ratio(part.below, ONE))
            for part in (one, other)
            for monomial, number in part.above.items()
        )
        found = {dimension(term) for term in terms}
        if len(found - {NONE}) > 1:
            raise MixedUnits
    elif not (one.above and other.above) or dimension(one) != dimension(other):
        raise MixedUnits


def both_zero(left: tree.Node, right: tree.Node) -> bool:
    """0 m and 0 km: zeros of one dimension."""
    match left, right:
        case (
            tree.Quantity(value=tree.Number(value=none), unit=measure),
            tree.Quantity(value=tree.Number(value=zero), unit=other),
        ):
            if none or zero:
                return False
            return dimension(unit(measure)) == dimension(unit(other))
        case _:
            return False
