"""A second, independent look at a verdict before it is believed.

Owns: `looked_at_again`.

Laws:
- It reads the formula by the kernel's own reading, not by the translation that the verdict rests on, and computes with
  balls at points of the domain, among them its ends, zeros, negative and large values.
- What contradicts a verdict is a fault of ours, and is told as one; what cannot be computed contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

from flint import arb, ctx, fmpq

from mathora.formula import tree
from mathora.prove.kernel import Claim, Refused
from mathora.prove.kernel.algebra import Atom, Ratio
from mathora.prove.kernel.domains import range_of
from mathora.prove.kernel.functions import Conditions, substituted
from mathora.prove.kernel.meaning import ORDERS, TreeReading
from mathora.prove.verdict import Verdict, Witness, undecided

PRECISION = 160
MOST_POINTS = 14
PLACES = tuple(map(Fraction, ("1", "0", "-1", "2", "1/3", "-5/2", "7", "-300", "1000", "1/1000", "-1/7", "13/4")))

OURS = "our own checks contradict each other on this formula, which is a mistake of Mathora's: please report it"


def looked_at_again(claim: Claim, verdict: Verdict) -> Verdict:
    """The verdict; undecided where a proved formula is false at a point, or a refuted one true at its witness."""
    if claim.givens or any(isinstance(part, tree.Logic) for _, part in tree.walk(claim.node)):
        return verdict
    if verdict.kind == "proved" and any(_is_false(claim, *link) for link in _links(claim.node)):
        return undecided(OURS)
    if verdict.kind in {"refuted", "mistake"} and verdict.witness is not None and _holds_there(claim, verdict.witness):
        return undecided(OURS)
    return verdict


def _holds_there(claim: Claim, witness: Witness) -> bool:
    """Whether the only link of an equation is exactly true at a witness against it."""
    links = list(_links(claim.node))
    if len(links) != 1 or links[0][1] != "=":
        return False
    reading = TreeReading(claim.model)
    try:
        sides = [reading.number(side) for side in (links[0][0], links[0][2])]
        change = {Atom("variable", name): Ratio.number(Fraction(value)) for name, value in witness.at}
        difference = substituted(sides[0] - sides[1], change, Conditions())
    except (Refused, RecursionError, ValueError, ZeroDivisionError):
        return False
    return difference.constant == 0


def _links(node: tree.Node) -> Iterator[tuple[tree.Node, str, tree.Node]]:
    for part in tree.statements(node):
        if isinstance(part, tree.Relation):
            yield from zip(part.operands, part.operators, part.operands[1:], strict=False)


def _is_false(claim: Claim, left: tree.Node, sign: str, right: tree.Node) -> bool:
    if sign not in {"=", r"\equiv", *ORDERS}:
        return False
    reading = TreeReading(claim.model)
    try:
        sides = [reading.of(side) for side in (left, right)]
    except (Refused, RecursionError):
        return False
    if not all(isinstance(side, Ratio) for side in sides):
        return False
    difference = sides[0] - sides[1]  # type: ignore[operator] # both are ratios
    atoms = sorted(
        {atom for one in (difference, *_conditions(reading)) for atom in one.atoms if atom.kind == "variable"}
    )
    with ctx.workprec(PRECISION):
        return any(
            _meets(reading, point) and _fails(_value(difference, point), sign)
            for point in islice(_points(claim, atoms), MOST_POINTS)
        )


def _conditions(reading: TreeReading) -> Iterator[Ratio]:
    yield from (ratio for _, ratio in (*reading.conditions.found, *reading.conditions.declared))


def _points(claim: Claim, atoms: list[Atom]) -> Iterator[dict[Atom, arb]]:
    """Exact points inside of each variable's range; what the model declares otherwise may rule a point out."""
    lists = []
    for atom in atoms:
        name = claim.model.get(atom.name)
        where = range_of(claim.model, atom)
        ends = [end for end in (where.low, where.high) if end is not None]
        middle = [where.inner] if where.inner is not None else []
        whole = name is None or name.kind in {"integer", "natural"}
        if name is not None and any(not _plain(claim, one) for one in name.domain):
            return
        found = [one for one in dict.fromkeys((*PLACES, *ends, *middle)) if where.contains(one)]
        lists.append([one for one in found if not whole or one.denominator == 1])
    if any(not one for one in lists):
        return
    for step in range(MOST_POINTS if lists else 1):
        yield {
            atom: arb(fmpq(value.numerator, value.denominator))
            for at, (atom, options) in enumerate(zip(atoms, lists, strict=True))
            for value in (options[(step * (1 + 2 * at) + at) % len(options)],)
        }


def _plain(claim: Claim, relation: tree.Node) -> bool:
    """Whether a declared relation is an order that the range of one variable says fully."""
    try:
        links = list(TreeReading(claim.model).links(relation))
    except Refused:
        return False
    return all(sign != "≠" and len(ratio.atoms) <= 1 for sign, ratio in links)


def _meets(reading: TreeReading, point: dict[Atom, arb]) -> bool:
    """Whether all conditions surely hold at the point."""
    for sign, ratio in (*reading.conditions.found, *reading.conditions.declared):
        found = _value(ratio, point)
        if found is None or not {"≠": found != 0, ">": found > 0, "≥": found >= 0}[sign]:
            return False
    return True


def _fails(difference: arb | None, sign: str) -> bool:
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


def _value(ratio: Ratio, point: dict[Atom, arb]) -> arb | None:
    parts = []
    for polynomial in (ratio.above, ratio.below):
        total = arb(0)
        for monomial, number in polynomial.items():
            term = arb(fmpq(number.numerator, number.denominator))
            for atom, power in monomial:
                value = _atom(atom, point)
                if value is None:
                    return None
                term *= value**power
            total += term
        parts.append(total)
    return None if parts[1].contains(0) else parts[0] / parts[1]


def _atom(atom: Atom, point: dict[Atom, arb]) -> arb | None:  # noqa: PLR0911 - a row for each kind
    if atom.kind == "variable":
        return point.get(atom)
    if atom.kind == "constant":
        return {"π": arb.pi, "e": arb.const_e}[atom.name]()
    inner = None if atom.argument is None else _value(atom.argument, point)
    if inner is None:
        return None
    if atom.kind == "root":
        odd = atom.degree % 2 == 1
        if inner < 0 and odd:
            return -((-inner).root(atom.degree))
        return inner.root(atom.degree) if inner >= 0 else None
    if atom.kind == "ln":
        return inner.log() if inner > 0 else None
    method = {"sin": "sin", "cos": "cos", "exp": "exp", "abs": "__abs__", "arctan": "atan"}.get(atom.kind)
    return None if method is None else getattr(inner, method)()
