r"""Sums over a family of names, to a letter: polynomials in its member as sums of powers.

Owns: `family_sum`.

Law: Σ_{i=1}^{n} x_i^p is one quantity for each p; nothing is known of it but that a sum is linear, and that Σ 1 = n.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mathora.formula import tree
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.chance.known import RANDOM
from mathora.prove.kernel.exact.algebra import ONE, Atom, Ratio

if TYPE_CHECKING:
    from mathora.prove.kernel.reading.meaning import TreeReading


def family_sum(reading: TreeReading, body: tree.Node, index: str, count: Ratio) -> Ratio | None:
    """Σ from 1 to `count` (whole, not negative) of a body that depends on the index by a family's member alone.

    None if the body is of another kind.
    """
    members = _members(reading, body, index)
    if (
        not members
        or reading.is_bound(index)
        or not reading.facts.is_whole(count)
        or not reading.facts.shows(count, "≥")
    ):
        return None
    try:
        with reading.apart() as inner:
            value = reading.number(body)
    except Refused:
        return None
    speaking = {atom for atom in value.atoms if _speaks(atom, index)}
    conditions = (*inner.found, *inner.declared, *inner.obligations)
    if (
        any(atom.name == index for atom in value.atoms)
        or any(speaking & one.atoms for _, one in conditions)
        or inner.obligations
        or len(speaking) > 1
        or speaking & Ratio(value.below, ONE).atoms
    ):
        return None
    for sign, ratio in (*inner.found, *inner.declared):
        reading.conditions.require(sign, ratio)
    total = Ratio.number(0)
    for monomial, number in value.above.items():
        powers = [(atom, power) for atom, power in monomial if atom in speaking]
        rest = Ratio({tuple(one for one in monomial if one not in powers): number}, ONE)
        if rest.atoms & speaking:
            return None
        total += rest * (_sum_of(reading, *powers[0], count) if powers else count)
    reading.hints.use("powers of a family")
    return total.over(Ratio(value.below, ONE))


def _members(reading: TreeReading, body: tree.Node, index: str) -> set[str]:
    """The names whose subscript is the index alone; none if the index stands anywhere else."""
    found: dict[str, tree.Symbol] = {}
    subscripts, spoken = 0, 0
    for _, part in tree.walk(body):
        if not isinstance(part, tree.Symbol):
            continue
        spoken += symbol_key(part) == index
        if isinstance(part.subscript, tree.Symbol) and symbol_key(part.subscript) == index:
            subscripts += 1
            found[symbol_key(part)] = part
        elif any(_is_index(one, index) for _, one in tree.walk(part.subscript or tree.Blank())):
            return set()
    elsewhere = any(name is not None and name.body is not None for name in map(reading.model.get, found))
    return set() if elsewhere or spoken != subscripts else set(found)


def _is_index(node: tree.Node, index: str) -> bool:
    return isinstance(node, tree.Symbol) and symbol_key(node) == index


def _speaks(atom: Atom, index: str) -> bool:
    """Whether an atom is the family's member, or made of it."""
    return atom.name.endswith(f"_{index}") or f"_{index}'" in atom.name or f"_{index}]" in atom.name


def _sum_of(reading: TreeReading, atom: Atom, power: int, count: Ratio) -> Ratio:
    arguments = (count,) if count.variables else ()
    if not atom.name.startswith(RANDOM):
        return Ratio.atom(Atom("variable", f"Σ {atom.name}^{power} to {count.text}", arguments))
    found = Atom("variable", f"{RANDOM}Σ {atom.name}^{power} to {count.text}", arguments)
    reading.chance.sums[found] = (atom.name.removeprefix(RANDOM), power, count)
    return Ratio.atom(found)
