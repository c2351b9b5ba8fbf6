"""Factorials, binomial coefficients and powers of matrices to a letter, read by the kernel.

Owns: `factorial`, `binomial` and `power_of_matrix`.
"""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING

from mathora.formula import symbol_key, tree
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.exact import calculus, circular
from mathora.prove.kernel.exact.algebra import Atom, Ratio
from mathora.prove.kernel.exact.factors import cancelled
from mathora.prove.kernel.exact.functions import Conditions
from mathora.prove.kernel.reading.branching import chosen
from mathora.prove.kernel.reading.values import ExactValue, added, entries, entrywise, identity, multiplied, shape

if TYPE_CHECKING:
    from mathora.prove.kernel.reading.meaning import TreeReading

LARGEST_CHOICE = 24
LARGEST_STEP = 8


def factorial(reading: TreeReading, node: tree.Factorial) -> Ratio:
    """N! as Γ(n + 1)."""
    if node.marks != "!":
        raise Refused("a double factorial")
    return circular.gamma(reading.number(node.operand) + Ratio.number(1), reading.conditions)


def binomial(reading: TreeReading, node: tree.Binomial) -> Ratio:
    """By k factors where k is a number; else by factorials, for −1 ≤ k ≤ n + 1 and n ≥ 0 (0 at both ends).

    Where whole n ≥ 0 and k do not say which of them is more, both are looked at: it is 0 for k > n.
    """
    upper, lower = reading.number(node.upper), reading.number(node.lower)
    choice = lower.constant
    if choice is not None and choice.denominator == 1 and 0 <= choice <= LARGEST_CHOICE:
        steps = ((upper - Ratio.number(step)).scaled(Fraction(1, step + 1)) for step in range(int(choice)))
        return prod(steps, start=Ratio.number(1))
    one, below, quiet = Ratio.number(1), Ratio.number(1), Conditions(reading.facts)
    whole = all(map(reading.facts.is_whole, (upper, lower))) and reading.facts.shows(upper, "≥")
    if whole and not reading.facts.shows(upper - lower + one, "≥"):
        above = tree.Addition((node.upper, tree.Number("1")), ("+",))
        order = ((node, (node.lower, node.upper)), (tree.Number("0"), (above, node.lower)))
        rows = tuple(tree.Case(value, tree.Relation(sides, (r"\le",))) for value, sides in order)
        if chosen(reading, tree.Cases(rows)) != node:
            return Ratio.number(0)
    if whole and reading.facts.denies("≥", lower):
        return Ratio.number(0)
    for part in (upper - lower, lower):
        if reading.facts.shows(part, "≥") or not reading.facts.is_whole(part):
            reading.conditions.oblige("≥", part)
            below *= circular.gamma(part + one, quiet)
        else:  # 1/k! = (k + 1)/(k + 1)!, which is 0 at k = −1
            reading.conditions.oblige("≥", part + one)
            reading.conditions.oblige("≥", upper)
            below *= circular.gamma(part + one + one, quiet).over(part + one)
    return circular.gamma(upper + one, quiet).over(below)


def power_of_matrix(reading: TreeReading, node: tree.Power, base: ExactValue, exponent: Ratio) -> ExactValue:
    """A^n for a whole n, by a hint; without one, A^{n + c} as A^n, of which nothing is known but what it is worked out
    from, and c factors more.
    """
    index, more = exponent.letter_and_number or (Atom("variable", ""), Fraction(-1))
    letter, facts = Ratio.atom(index), reading.facts
    if index not in facts.whole or more not in range(LARGEST_STEP) or not facts.shows(letter, "≥"):
        raise Refused("a power of a matrix of this kind")
    if not more:
        with suppress(Refused):
            return _by_hint(reading, node, base, exponent)
    given, side = (*entries(base), letter), range(shape(base)[0])
    total: ExactValue = tuple(tuple(calculus.unknown(f"power {at} {by}", given) for by in side) for at in side)
    for _ in range(int(more)):
        total = multiplied(total, base, "")
    return total


def _by_hint(reading: TreeReading, node: tree.Power, base: ExactValue, exponent: Ratio) -> ExactValue:
    """M(n), if M(0) is the identity, or M(1) is A where n ≥ 1; and M(n + 1) = M(n) A."""
    form, key = reading.hints.value(node, reading.model), symbol_key(node.exponent)
    index, facts = reading.fresh(key), reading.facts
    place, one = Ratio.atom(index), Ratio.number(1)
    first = (one, base) if facts.shows(exponent - one, "≥") else (one - one, identity(shape(base)[0], one))
    known = facts.with_(("≥", place - first[0]), whole=frozenset({index}))
    start, before, behind = (reading.within(form, {key: at}, known, index) for at in (first[0], place, place + one))
    steps = ((start, first[1]), (behind, multiplied(before, base, "")))
    gaps = [entry for a, b in steps for entry in entries(added(a, entrywise(b, lambda entry: -entry)))]
    if not facts.shows(exponent - first[0], "≥") or not all(known.resolved(cancelled(gap)).vanishes for gap in gaps):
        raise Refused("a closed form that is not this power")
    reading.hints.use("powers of a matrix")
    return reading.within(form, {key: exponent}, facts, index)
