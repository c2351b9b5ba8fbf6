r"""What a displayed decimal says about how it was rounded.

Owns: `last_place`: the value of one unit in the last place of a literal.
"""

from __future__ import annotations

from fractions import Fraction

from mathora.formula import tree


def last_place(node: tree.Node) -> Fraction | None:  # noqa: PLR0911 - a row per kind
    r"""One unit of the literal's last place: 0.1 for `9.8`, 10⁸ for `3 \times 10^8`, 10³ for `10^3`, 0.001 for
    `63.2\%`; None if it is none.

    A whole number's last place is its ones, thousands set apart or not.
    """
    match node:
        case tree.Number(decimals=decimals):
            return Fraction(1, 10**decimals)
        case tree.Signed(sign="-" | "+", operand=operand) | tree.Group(body=operand) | tree.Annotated(body=operand):
            return last_place(operand)
        case tree.Percent(operand=operand):
            unit = last_place(operand)
            return None if unit is None else unit / 100
        case tree.Quantity(value=value):
            return last_place(value)
        case tree.Product(factors=(mantissa, tree.Quantity(value=raised)), operators=operators):
            return last_place(tree.Product((mantissa, raised), operators))
        case tree.Product(factors=(mantissa, tree.Power(base=tree.Number(text="10"), exponent=exponent))):
            unit, power = last_place(mantissa), _whole(exponent)
            return None if unit is None or power is None else unit * Fraction(10) ** power
        case tree.Power(base=tree.Number(text="10"), exponent=exponent):
            power = _whole(exponent)
            return None if power is None else Fraction(10) ** power
        case _:
            return None


def _whole(node: tree.Node) -> int | None:
    match node:
        case tree.Number(text=text) if text.isdigit() and len(text) <= 3:  # noqa: PLR2004 - powers up to 999
            return int(text)
        case tree.Signed(sign="-", operand=operand) | tree.Group(body=tree.Signed(sign="-", operand=operand)):
            inner = _whole(operand)
            return None if inner is None else -inner
        case _:
            return None
