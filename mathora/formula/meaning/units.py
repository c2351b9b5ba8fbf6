r"""Units as SymPy: a quantity is a number times powers of base units, and base units are positive symbols.

Owns: the table of units and their translation. Sources: the SI brochure (BIPM, 9th edition, 2019), tables 4 to 8.
"""

from __future__ import annotations

import sympy

from mathora.formula import tree
from mathora.formula.meaning.scope import Scope, UnitMismatch, Untranslatable
from mathora.formula.meaning.types import Expr


def quantity(node: tree.Quantity, scope: Scope) -> Expr:
    """A value times its unit, in base units."""
    return scope.of(node.value) * unit(node.unit, scope)


def unit(node: tree.Node, scope: Scope) -> Expr:
    """A unit as a number times powers of base units (positive symbols)."""
    match node:
        case tree.UnitName(text=text):
            return _base_units(text)
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


def _base_units(text: str) -> Expr:
    found = UNITS.get(text)
    if found is None:
        raise Untranslatable(f"the unit {text} is not known")
    factor, powers = found
    return sympy.Rational(factor) * sympy.Mul(*(base_unit(one) ** power for one, power in powers.items()))


def base_unit(name: str) -> Expr:
    """A base unit as a positive symbol that no lesson can name."""
    return sympy.Symbol(f"unit:{name}", positive=True)


def require_one_unit(left: Expr, right: Expr, what: str, *, numbers: bool = False) -> None:
    """Raises UnitMismatch if both are certain multiples of different units, none of them zero.

    `numbers`: a number beside a unit does not fit either.
    """
    one, other = _unit_of(left), _unit_of(right)
    if None in (one, other) or one == other:
        return
    if numbers or 1 not in (one, other):
        raise UnitMismatch(f"{_written(one)} and {_written(other)} {what}")


def _unit_of(value: Expr) -> Expr:
    """The product of base units that a value is a multiple of; 1 for a number; None where that is not certain."""
    if not isinstance(value, sympy.Expr):
        return None
    symbols = [one for one in value.free_symbols if one.name.startswith("unit:")]
    factor, measure = value.as_independent(*symbols, as_Add=False)
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


def _scaled(base: str, prefixes: dict[str, str], powers: dict[str, int], factor: str = "1") -> dict[str, Expr]:
    return {
        prefix + base: (sympy.Rational(factor) * sympy.Rational(scale), powers) for prefix, scale in prefixes.items()
    }


_SMALL = {"": "1", "m": "1/1000", "c": "1/100", "d": "1/10", "k": "1000"}
_LARGE = {"": "1", "k": "1000", "M": "1000000", "G": "1000000000"}

UNITS: dict[str, Expr] = {
    **_scaled("m", _SMALL, {"m": 1}),
    "nm": ("1/1000000000", {"m": 1}),
    **_scaled("g", {"": "1", "m": "1/1000", "k": "1000"}, {"kg": 1}, "1/1000"),
    "t": ("1000", {"kg": 1}),
    **_scaled("s", {"": "1", "m": "1/1000"}, {"s": 1}),
    "min": ("60", {"s": 1}),
    "h": ("3600", {"s": 1}),
    "d": ("86400", {"s": 1}),
    **_scaled("N", {"": "1", "k": "1000"}, {"kg": 1, "m": 1, "s": -2}),
    **_scaled("J", {"": "1", "k": "1000"}, {"kg": 1, "m": 2, "s": -2}),
    **_scaled("W", {"": "1", "k": "1000", "M": "1000000"}, {"kg": 1, "m": 2, "s": -3}),
    **_scaled("Pa", {"": "1", "h": "100", "k": "1000"}, {"kg": 1, "m": -1, "s": -2}),
    "bar": ("100000", {"kg": 1, "m": -1, "s": -2}),
    **_scaled("V", {"": "1", "m": "1/1000", "k": "1000"}, {"kg": 1, "m": 2, "s": -3, "A": -1}),
    **_scaled("A", {"": "1", "m": "1/1000"}, {"A": 1}),
    "C": ("1", {"A": 1, "s": 1}),
    "F": ("1", {"A": 2, "s": 4, "kg": -1, "m": -2}),
    **_scaled("Hz", _LARGE, {"s": -1}),
    "K": ("1", {"K": 1}),
    "mol": ("1", {"mol": 1}),
    "cd": ("1", {"cd": 1}),
    "rad": ("1", {}),
    "sr": ("1", {}),
    **_scaled("L", {"": "1", "m": "1/1000"}, {"m": 3}, "1/1000"),
    **_scaled("l", {"": "1", "m": "1/1000"}, {"m": 3}, "1/1000"),
    "m/s": ("1", {"m": 1, "s": -1}),
    "km/h": ("5/18", {"m": 1, "s": -1}),
    "$": ("1", {"$": 1}),
    "€": ("1", {"€": 1}),
    "px": ("1", {"px": 1}),
    "bit": ("1", {"bit": 1}),
    **_scaled("B", _LARGE, {"bit": 1}, "8"),
}
"""Each unit as a factor and powers of base units. °C is no multiple of K and so is not here."""
