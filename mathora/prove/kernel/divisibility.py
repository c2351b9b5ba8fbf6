"""Congruences, and whether a number divides another.

Owns: `congruent`, `whole`, and `multiple`, what a premise of this kind says.
"""

from __future__ import annotations

from itertools import pairwise, product
from math import prod
from typing import TYPE_CHECKING

from mathora.formula import tree
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.equality import modulo
from mathora.prove.kernel.exact.algebra import Ratio
from mathora.prove.kernel.exact.factors import cancelled
from mathora.prove.kernel.signs.facts import Facts

if TYPE_CHECKING:
    from mathora.prove.kernel.reading.meaning import TreeReading

MOST_REMAINDERS = 3000


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
    facts = reading.facts
    if not all(facts.is_whole(one) for one in (above, below)) or not below.above:
        raise Refused("a multiple of what is no whole number")
    if facts.is_whole(cancelled(modulo(above, facts).over(below))):
        return "multiples"
    if below.constant is None or not _leaves_no_rest(above, abs(int(below.constant))):
        raise Refused("this is no multiple")
    return "all remainders"


def _leaves_no_rest(polynomial: Ratio, modulus: int) -> bool:
    """Whether a polynomial with whole coefficients is a multiple for all remainders of its variables."""
    variables = sorted(polynomial.own_atoms)
    if modulus ** len(variables) > MOST_REMAINDERS or any(one.kind != "variable" for one in variables):
        return False
    return all(
        sum(
            int(number) * prod(pow(row[atom], power, modulus) for atom, power in monomial)
            for monomial, number in polynomial.above.items()
        )
        % modulus
        == 0
        for rests in product(range(modulus), repeat=len(variables))
        for row in (dict(zip(variables, rests, strict=True)),)
    )


def multiple(reading: TreeReading, above: Ratio, below: Ratio) -> Facts:
    """The facts with `below` dividing `above`: above = q · below with a whole q."""
    quotient = reading.fresh("q")
    equation = above - below * Ratio.atom(quotient)
    return reading.facts.with_(equations=(equation,), whole=frozenset({quotient}))
