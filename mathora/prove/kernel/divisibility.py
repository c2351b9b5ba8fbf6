"""Congruences, and whether a number divides another.

Owns: `congruent`, `whole`, and `multiple`, what a premise of this kind says.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, product
from math import gcd, prod
from typing import TYPE_CHECKING

from mathora.formula import tree
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.equality import modulo
from mathora.prove.kernel.exact.algebra import ONE, Atom, Ratio
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
    for one, other in pairwise(values):
        whole(reading, one - other, reading.number(modulus))
    return "multiples"


def whole(reading: TreeReading, above: Ratio, below: Ratio) -> str:
    """`below` divides `above`: whole numbers whose quotient is whole."""
    facts = reading.facts
    if not facts.is_whole(below) or not below.above or not _is_whole(above, facts):
        raise Refused("a multiple of what is no whole number")
    if facts.is_whole(cancelled(modulo(above, facts).over(below))):
        return "multiples"
    if below.constant is None or not _leaves_no_rest(above, abs(int(below.constant)), facts):
        raise Refused("this is no multiple")
    return "all remainders"


def _is_whole(ratio: Ratio, facts: Facts) -> bool:
    """Whether it is made of whole numbers, and of powers of such to natural numbers."""
    atoms = (one for monomial in ratio.above for one in monomial)
    numbers = all(number.denominator == 1 for number in ratio.above.values()) and ratio.below == ONE
    return numbers and all(power > 0 and (one in facts.whole or _power(one, facts)) for one, power in atoms)


def _power(atom: Atom, facts: Facts) -> tuple[Atom, int] | None:
    """(n, b) where an atom is b^n for a natural n."""
    for monomial, number in atom.argument.above.items() if atom.kind == "exp" and atom.degree == 1 else ():
        parts = {one.kind: one for one, power in monomial if power == 1}
        name, base = parts.get("variable"), parts["ln"].argument.constant if "ln" in parts else None
        plain = atom.argument == Ratio({monomial: number}, ONE) and len(parts) == len(monomial) == 2  # noqa: PLR2004
        if plain and base and name in facts.whole and facts.shows(Ratio.atom(name), "≥"):
            found = Fraction(base ** int(number)) if number.denominator == 1 else Fraction(0)
            return (name, int(found)) if found > 0 and found.denominator == 1 else None
    return None


def _leaves_no_rest(claim: Ratio, modulus: int, facts: Facts) -> bool:
    """Whether a number is a multiple for all remainders of its variables for which all that is known to be zero is one.

    From n = log₂ m on, the remainders of n and of each b^n come again after m φ(m) steps (L. Euler).
    """
    numbers = [
        [(monomial, int(number)) for monomial, number in one.above.items() if number % modulus]
        for one in (claim, *(one for one in facts.equations if _is_whole(one, facts)))
    ]
    atoms = sorted({atom for one in numbers for monomial, _ in one for atom, _ in monomial})
    powers = {one: found for one in atoms if one not in facts.whole and (found := _power(one, facts))}
    above = {name for name, _ in powers.values()}
    period = modulus.bit_length() + modulus * sum(gcd(one, modulus) == 1 for one in range(modulus))
    rests = {one: range(period if one in above else modulus) for one in (*(set(atoms) - powers.keys()), *above)}
    if prod(map(len, rests.values())) > MOST_REMAINDERS:
        return False
    met = False
    for row in (dict(zip(rests, values, strict=True)) for values in product(*rests.values())):
        row |= {one: pow(base, row[name], modulus) for one, (name, base) in powers.items()}
        first, *others = (
            sum(number * prod(pow(row[atom], power, modulus) for atom, power in monomial) for monomial, number in one)
            for one in numbers
        )
        if not any(other % modulus for other in others):
            met = True
            if first % modulus:
                return False
    return met


def multiple(reading: TreeReading, above: Ratio, below: Ratio) -> Facts:
    """The facts with `below` dividing `above`: above = q · below with a whole q."""
    quotient = reading.fresh("q")
    equation = above - below * Ratio.atom(quotient)
    return reading.facts.with_(equations=(equation,), whole=frozenset({quotient}))
