"""Congruences, and whether a number divides another.

Owns: `congruent`, `whole`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mathora.formula import tree
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.exact.algebra import Ratio

if TYPE_CHECKING:
    from mathora.prove.kernel.reading.meaning import TreeReading


def congruent(reading: TreeReading, chain: tree.Relation, modulus: tree.Node) -> str:
    """Each difference is a multiple of the modulus."""
    if set(chain.operators) - {"=", r"\equiv"}:
        raise Refused("a congruence of this kind")
    values = [reading.number(one) for one in chain.operands]
    below = reading.number(modulus)
    for one, other in pairwise(values):
        whole(reading, one - other, below)
    return "multiples"


def whole(reading: TreeReading, above: Ratio, below: Ratio) -> str:
    """`below` divides `above`: whole numbers whose quotient is whole."""
    if not all(reading.facts.is_whole(one) for one in (above, below)) or not below.constant:
        raise Refused("a multiple of what is no whole number")
    if not reading.facts.is_whole(above.scaled(1 / below.constant)):
        raise Refused("this is no multiple")
    return "multiples"
