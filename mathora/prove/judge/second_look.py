"""A second, independent look at a verdict before it is believed.

Owns: `looked_at_again`; `points_of` a domain, whether a point `meets` conditions and a relation `fails` there.

Laws:
- It reads the formula by the kernel's own reading, not by the translation that the verdict rests on, and computes with
  balls at points of the domain, among them its ends, zeros, negative and large values.
- What contradicts a verdict is a fault of ours, and is told as one; what cannot be computed contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

from flint import arb, ctx

from mathora.formula import tree
from mathora.prove.kernel import Claim, Refused
from mathora.prove.kernel.certificate import HintBook
from mathora.prove.kernel.exact.algebra import Atom, Ratio
from mathora.prove.kernel.exact.calculus import substituted
from mathora.prove.kernel.exact.functions import Conditions
from mathora.prove.kernel.exact.numbers import ball as value_at
from mathora.prove.kernel.exact.numbers import exact
from mathora.prove.kernel.reading.meaning import TreeReading
from mathora.prove.kernel.reading.relations import ORDERS, facts_of, links, relations_of
from mathora.prove.kernel.signs.facts import Facts
from mathora.prove.kernel.signs.ranges import Fact
from mathora.prove.verdict import Verdict, Witness, undecided

PRECISION = 160
MOST_POINTS = 14
PLACES = tuple(map(Fraction, ("1", "0", "-1", "2", "1/3", "-5/2", "7", "-300", "1000", "1/1000", "-1/7", "13/4")))

OURS = "our own checks contradict each other on this formula, which is a mistake of Mathora's: please report it"


def looked_at_again(claim: Claim, verdict: Verdict) -> Verdict:
    """The verdict; undecided where a proved formula is false at a point, or a refuted one true at its witness."""
    if claim.givens or any(isinstance(part, tree.Logic) for _, part in tree.walk(claim.node)):
        return verdict
    if verdict.kind == "proved" and any(_fails_somewhere(claim, *link) for link in links_of(claim.node)):
        return undecided(OURS)
    if verdict.kind in {"refuted", "mistake"} and verdict.witness is not None and _holds_there(claim, verdict.witness):
        return undecided(OURS)
    return verdict


def _reading(claim: Claim) -> TreeReading | None:
    """A reading that knows what is declared; None if some of that is no sign, so that points may not be allowed."""
    names = claim.model.spoken_of((claim.node,))
    plain = TreeReading(claim.model, HintBook(()), Facts())
    known = (name for key in names if (name := claim.model.get(key)) is not None)
    relations = [one for name in known for one in relations_of(claim.model, name)]
    try:
        for relation in relations:
            list(links(plain, relation))
    except Refused:
        return None
    return TreeReading(claim.model, HintBook(()), facts_of(claim.model, names, plain))


def _holds_there(claim: Claim, witness: Witness) -> bool:
    """Whether the only link of an equation is exactly true at a witness against it, and all that the reading needs."""
    links_ = list(links_of(claim.node))
    reading = _reading(claim)
    if len(links_) != 1 or links_[0][1] != "=" or reading is None:
        return False
    try:
        sides = [reading.number(side) for side in (links_[0][0], links_[0][2])]
        change = {Atom("variable", name): Ratio.number(Fraction(value)) for name, value in witness.at}
        difference = substituted(sides[0] - sides[1], change, Conditions(Facts()))
    except (Refused, RecursionError, ValueError, ZeroDivisionError):
        return False
    point = {atom: exact(value.constant) for atom, value in change.items() if value.constant is not None}
    needed = (*reading.conditions.found, *reading.conditions.obligations)
    return difference.constant == 0 and meets(needed, point)


def links_of(node: tree.Node) -> Iterator[tuple[tree.Node, str, tree.Node]]:
    """The links of a formula's relations."""
    for part in tree.statements(node):
        if isinstance(part, tree.Relation):
            yield from part.links


def _fails_somewhere(claim: Claim, left: tree.Node, sign: str, right: tree.Node) -> bool:
    if sign not in {"=", r"\equiv", *ORDERS}:
        return False
    reading = _reading(claim)
    if reading is None:
        return False
    try:
        sides = [reading.of(side) for side in (left, right)]
    except (Refused, RecursionError):
        return False
    if not all(isinstance(side, Ratio) for side in sides):
        return False
    difference = sides[0] - sides[1]  # type: ignore[operator] # both are ratios
    conditions = (*reading.conditions.found, *reading.conditions.declared, *reading.facts.known)
    atoms = sorted({atom for one in (difference, *(ratio for _, ratio in conditions)) for atom in one.variables})
    with ctx.workprec(PRECISION):
        return any(
            meets(conditions, point) and fails(value_at(difference, point), sign)
            for point in islice(points_of(reading.facts, atoms), MOST_POINTS)
        )


def points_of(facts: Facts, atoms: list[Atom]) -> Iterator[dict[Atom, arb]]:
    """Exact points inside of each variable's range."""
    lists = []
    for atom in atoms:
        where = facts.range_of(atom)
        ends = [end for end in (where.low, where.high) if end is not None]
        middle = [where.inner] if where.inner is not None else []
        found = [one for one in dict.fromkeys((*PLACES, *ends, *middle)) if where.contains(one)]
        lists.append([one for one in found if atom not in facts.whole or one.denominator == 1])
    if any(not one for one in lists):
        return
    for step in range(MOST_POINTS if lists else 1):
        yield {
            atom: exact(value)
            for at, (atom, options) in enumerate(zip(atoms, lists, strict=True))
            for value in (options[(step * (1 + 2 * at) + at) % len(options)],)
        }


def meets(conditions: tuple[Fact, ...], point: dict[Atom, arb]) -> bool:
    """Whether all conditions surely hold at the point."""
    for sign, ratio in conditions:
        found = value_at(ratio, point)
        if found is None or not {"≠": found != 0, ">": found > 0, "≥": found >= 0}[sign]:
            return False
    return True


def fails(difference: arb | None, sign: str) -> bool:
    """Whether the relation is surely false for this difference."""
    if difference is None or not difference.is_finite():
        return False
    return bool(
        {
            "=": not difference.contains(0),
            r"\equiv": not difference.contains(0),
            "<": difference >= 0,
            r"\le": difference > 0,
            ">": difference <= 0,
            r"\ge": difference < 0,
            r"\ne": difference.is_zero(),
        }[sign]
    )
