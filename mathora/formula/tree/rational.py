"""Numbers that are written out.

Owns: `rational`.
"""

from __future__ import annotations

from fractions import Fraction

from mathora.formula.tree.node import Node
from mathora.formula.tree.terms import Group, Number, Quotient, Signed


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
