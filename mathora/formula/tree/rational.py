"""Numbers that are written out.

Owns: `rational`, `worked_out`, `line_of`, `in_digits`, `is_false`, `COMPARED`, `TURNED`.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import factorial, prod
from operator import eq, ge, gt, le, lt, mul, ne
from typing import Final

from mathora.formula.tree.node import Node, all_known, mentions, replaced, walk
from mathora.formula.tree.statements import Relation, RelationSign
from mathora.formula.tree.terms import (
    Absolute,
    Addition,
    Factorial,
    Group,
    Number,
    Power,
    Product,
    Quotient,
    Signed,
    Symbol,
)

COMPARED: Final[dict[str, Callable[[Fraction, Fraction], bool]]] = {
    "=": eq, r"\ne": ne, "<": lt, ">": gt, r"\le": le, r"\ge": ge,
}  # fmt: skip
"""What a relation says of two numbers."""
TURNED: Final[dict[str, RelationSign]] = {"<": ">", ">": "<", r"\le": r"\ge", r"\ge": r"\le"}
"""Each order as it is read from the right."""
MOST_DIGITS = 1_000  # of a number that is worked out


def rational(node: Node) -> Fraction | None:
    r"""The number that digits, a minus and a fraction say: `-\frac{3}{4}`, `0.25`; None of anything else."""
    match node:
        case Number():
            return node.value
        case Group(body=body):
            return rational(body)
        case Signed(sign="-", operand=operand):
            value = rational(operand)
            return None if value is None else -value
        case Quotient(numerator=above, denominator=below):
            over, under = rational(above), rational(below)
            return None if over is None or not under else over / under
        case _:
            return None


def in_digits(value: Fraction | int) -> Node:
    """A number as it is written out."""
    above, below = abs(value.numerator), value.denominator
    size = Number(str(above)) if below == 1 else Quotient(Number(str(above)), Number(str(below)))
    return size if value >= 0 else Signed("-", size)


def worked_out(node: Node) -> Fraction | None:
    """The number that sums, products, fractions and whole powers of numbers make; None if it is none, or too long."""
    match node:
        case Group(body=body):
            found = worked_out(body)
        case Signed(sign="-" | "+", operand=operand):
            size = worked_out(operand)
            found = -size if size is not None and node.sign == "-" else size
        case Absolute(body=body):
            size = worked_out(body)
            found = None if size is None else abs(size)
        case Addition(terms=terms, operators=signs) if set(signs) <= {"+", "-"}:
            values = all_known(map(worked_out, terms))
            ways = (-1 if sign == "-" else 1 for sign in ("+", *signs))
            found = None if values is None else sum(map(mul, ways, values), start=Fraction(0))
        case Product(factors=factors, operators=signs) if set(signs) <= {"", r"\cdot", r"\times"}:
            values = all_known(map(worked_out, factors))
            found = None if values is None else prod(values, start=Fraction(1))
        case Quotient(numerator=above, denominator=below):
            over, under = worked_out(above), worked_out(below)
            found = None if over is None or not under else over / under
        case Power(base=base, exponent=exponent):
            below_it, times = worked_out(base), worked_out(exponent)
            found = _power(below_it, times)
        case Factorial(operand=operand, marks="!"):
            size = worked_out(operand)
            whole = size is not None and size.denominator == 1 and 0 <= size <= MOST_DIGITS
            found = Fraction(factorial(int(size))) if whole and size is not None else None
        case _:
            found = rational(node)
    return found if found is None or len(str(found)) <= MOST_DIGITS else None


def line_of(node: Node, letter: Node) -> tuple[Fraction, Fraction] | None:
    """How steep it is, and how much at 0, where it is of first degree in a letter that stands there once; else None."""
    parts = [part for _, part in walk(node)]
    plain = (Symbol, Number, Group, Signed, Addition, Product, Quotient)
    if parts.count(letter) != 1 or not all(isinstance(part, plain) for part in parts):
        return None
    if any(isinstance(part, Quotient) and mentions(part.denominator, letter) for part in parts):
        return None
    ends = all_known(worked_out(replaced(node, letter, Group(in_digits(place)))) for place in (0, 1))
    return None if ends is None else (ends[1] - ends[0], ends[0])


def _power(base: Fraction | None, times: Fraction | None) -> Fraction | None:
    if base is None or times is None or times.denominator != 1 or (not base and times <= 0):
        return None
    return base ** int(times) if abs(times) * len(str(base)) <= MOST_DIGITS else None


def is_false(order: Node) -> bool:
    """Whether relations of numbers do not hold."""
    for left, sign, right in order.links if isinstance(order, Relation) else ():
        one, other = worked_out(left), worked_out(right)
        if one is not None and other is not None and sign in COMPARED and not COMPARED[sign](one, other):
            return True
    return False
