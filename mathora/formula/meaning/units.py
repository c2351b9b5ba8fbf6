r"""Units as SymPy: a quantity is a number times powers of base units, and base units are positive symbols.

Owns: the translation of units. Law: a temperature in °C or °F is a point of a scale, so it stands alone on its side.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final, TypeGuard

import sympy

from mathora.formula import tree
from mathora.formula.meaning.scope import Scope, UnitMismatch, Untranslatable
from mathora.formula.meaning.types import Expr
from mathora.formula.symbols.units import UNITS, Unit
from mathora.formula.tree.canonical_latex import symbol_key


def quantity(node: tree.Quantity, scope: Scope) -> Expr:
    """A value with its unit, in base units."""
    return measured(scope.of(node.value), node.unit, scope)


def measured(value: Expr, measure: tree.Node, scope: Scope) -> Expr:
    """A value in a unit, in base units: a multiple, and for a temperature in °C or °F counted from its zero."""
    if not _from_its_own_zero(measure):
        return value * unit(measure, scope)
    row = UNITS[measure.text]
    return (value * _rational(row.factor) + _rational(row.zero)) * _base_units(row)


def unit(node: tree.Node, scope: Scope) -> Expr:
    """A unit as a number times powers of base units (positive symbols)."""
    match node:
        case tree.UnitName(text=text):
            return _size(text)
        case tree.Product(factors=factors):
            return sympy.Mul(*(unit(factor, scope) for factor in factors))
        case tree.Quotient(numerator=above, denominator=below):
            return unit(above, scope) / unit(below, scope)
        case tree.Power(base=base, exponent=exponent):
            return unit(base, scope) ** scope.scalar(exponent)
        case tree.Group(body=body):
            return unit(body, scope)
        case _:
            return scope.scalar(node)


def _size(text: str) -> Expr:
    row = UNITS.get(text)
    if row is None:
        raise Untranslatable(f"the unit {text} is not known")
    if row.zero:
        raise Untranslatable(f"{text} within a larger unit: write K")
    return _rational(row.factor) * _base_units(row)


def _base_units(row: Unit) -> Expr:
    return sympy.Mul(*(base_unit(one) ** power for one, power in row.powers.items()))


def _rational(number: Fraction) -> Expr:
    return sympy.Rational(number.numerator, number.denominator)


def _from_its_own_zero(measure: tree.Node | None) -> TypeGuard[tree.UnitName]:
    return isinstance(measure, tree.UnitName) and measure.text in UNITS and UNITS[measure.text].zero != 0


def signed_temperature(node: tree.Signed) -> tree.Node:
    """`-5 °C` is the temperature −5 in °C, not the opposite of 5 °C."""
    inner = node.operand
    if isinstance(inner, tree.Quantity) and _from_its_own_zero(inner.unit):
        return tree.Quantity(tree.Signed(node.sign, inner.value), inner.unit, span=node.span)
    return node


def refuse_temperatures_in_terms(node: tree.Node, scope: Scope) -> None:
    """In a sum or a product °C may mean a temperature or a difference of two. Raises Untranslatable."""
    for path, part in tree.walk(node):
        if not path or not _is_temperature(part, scope):
            continue
        for length in range(len(path)):
            around = tree.at(node, path[:length])
            sign = isinstance(around, tree.Signed) and length == len(path) - 1 and isinstance(part, tree.Quantity)
            if not (sign or isinstance(around, _AROUND_TEMPERATURES)):
                raise Untranslatable("a temperature in °C or °F within a larger term: write it in K")


_AROUND_TEMPERATURES: Final = (tree.Relation, tree.Logic, tree.Listing, tree.Group, tree.Annotated, tree.Aligned)


def _is_temperature(part: tree.Node, scope: Scope) -> bool:
    if isinstance(part, tree.Quantity):
        return _from_its_own_zero(part.unit)
    return isinstance(part, tree.Symbol) and _from_its_own_zero(scope.measure(symbol_key(part)))


def base_unit(name: str) -> Expr:
    """A base unit as a positive symbol that no lesson can name."""
    return sympy.Symbol(f"unit:{name}", positive=True)


def require_one_unit(left: Expr, right: Expr, what: str, *, numbers: bool = False) -> None:
    """Raises UnitMismatch if both are certain multiples of different units, none of them zero.

    `numbers`: a number beside a unit does not fit either.
    """
    if not (_base_units_of(left) or _base_units_of(right)):
        return
    one, other = _unit_of(left), _unit_of(right)
    if None in (one, other) or one == other:
        return
    if numbers or 1 not in (one, other):
        found = other if one == 1 else one
        mend = (
            f": say what its names are measured in, unit: {_written(found)} in the model" if 1 in (one, other) else ""
        )
        raise UnitMismatch(f"{_written(one)} and {_written(other)} {what}{mend}")


def _base_units_of(value: Expr) -> list[Expr]:
    return [one for one in getattr(value, "free_symbols", ()) if one.name.startswith("unit:")]


def _unit_of(value: Expr) -> Expr:
    """The product of base units that a value is a multiple of; 1 for a number; None where that is not certain."""
    if not isinstance(value, sympy.Expr):
        return None
    factor, measure = value.as_independent(*_base_units_of(value), as_Add=False)
    return measure if factor.is_nonzero and all(one.is_Symbol for one in measure.as_powers_dict() if one != 1) else None


def _written(measure: Expr) -> str:
    """`m/s`, `kg m^2/s^2`, in base units."""
    powers = sorted(
        (one.name.removeprefix("unit:"), power) for one, power in measure.as_powers_dict().items() if one != 1
    )
    above, below = (
        " ".join(name + (f"^{abs(power)}" if abs(power) != 1 else "") for name, power in powers if power * side > 0)
        for side in (1, -1)
    )
    return f"{above or 1}/{below}" if below else above or "a number"
