r"""Sums to a letter of what depends on the index by the names that run over it: `x_i`, `w x_i - y_i`, `e^{z_i}`.

Owns: `family_sum`, and `summed`, of a term that is read already; `by_cauchy`.

Laws:
- Σ t(i) is linear: what does not speak of the index stands before it, Σ 1 = n, and each product that is left is one
  quantity, by its text with dots for the index: the more, the further out the sum stands. Nothing else is known of
  it but its sign, where each term has one, and Cauchy's inequality.
- The index itself, and indices such as i + 1, are not taken apart.
- Where a term has a value only for some indices, that it has one for each is a condition, of which nothing follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations_with_replacement
from typing import TYPE_CHECKING

from mathora.formula import symbol_key, tree
from mathora.formula.tree.indices import indices
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.chance.known import RANDOM
from mathora.prove.kernel.exact.algebra import ONE, Atom, Ratio
from mathora.prove.kernel.signs.ranges import Fact

if TYPE_CHECKING:
    from mathora.prove.kernel.reading.meaning import TreeReading


def family_sum(reading: TreeReading, body: tree.Node, index: str, count: Ratio) -> Ratio | None:
    """Σ from 1 to `count` (whole, not negative) of a body; None if it is of another kind."""
    known = reading.facts
    if reading.is_bound(index) or not _runs(body, index) or not (known.is_whole(count) and known.shows(count, "≥")):
        return None
    try:
        with reading.apart(smooth=True) as inner:
            value = reading.number(body)
    except Refused:
        return None
    if inner.obligations or any(known.denies(*one) for one in (*inner.found, *inner.declared)):
        return None
    for sign, ratio in (*inner.found, *inner.declared):
        each = Ratio.atom(Atom("variable", f"{ratio.text} for each {index}"))
        if not known.shows(ratio, sign):
            reading.conditions.require(sign, each if _speaks(reading, ratio, index) else ratio)
    reading.hints.use("powers of a family")
    return summed(reading, value, index, count)


def summed(reading: TreeReading, value: Ratio, index: str, count: Ratio) -> Ratio | None:
    """Σ from 1 to `count` of a value at the index; None where it speaks of the index itself."""
    if any(atom.name == index for atom in value.atoms):
        return None
    below = Ratio(value.below, ONE)
    inside = _speaks(reading, below, index)
    total = Ratio.number(0)
    for monomial, number in value.above.items():
        own = tuple(one for one in monomial if _speaks(reading, Ratio.atom(one[0]), index))
        term = Ratio.monomial(own).over(below) if inside else Ratio.monomial(own)
        rest = Ratio({tuple(one for one in monomial if one not in own): number}, ONE)
        total += rest * (_sum_of(reading, term, index, count) if own or inside else count)
    return total if inside else total.over(below)


def by_cauchy(reading: TreeReading) -> Iterator[Fact]:
    """(Σ p)² ≤ Σ u Σ v of the sums that were read, where p² = uv, and u and v are not negative (A.-L. Cauchy)."""
    sums, one = reading.chance.known_sums, Ratio.number(1)
    for middle, (p, index, count) in sums.items():
        alike = [(Ratio.atom(atom), u) for atom, (u, *others) in sums.items() if others == [index, count]]
        sizes = [(total, u) for total, u in (*alike, (count, one)) if reading.facts.shows(u, "≥")]
        for (first, u), (second, v) in combinations_with_replacement(sizes, 2):
            if not (p * p - u * v).above:
                yield "≥", first * second - Ratio.atom(middle).power(2)


def _runs(body: tree.Node, index: str) -> bool:
    """Whether the index is the whole index of some names, and stands nowhere else."""
    names = tree.symbols(body)
    places = [place for one in names for place in indices(one)]
    spoken = sum(symbol_key(one) == index for one in names)
    return 0 < spoken == sum(isinstance(one, tree.Symbol) and symbol_key(one) == index for one in places)


def _speaks(reading: TreeReading, ratio: Ratio, index: str) -> bool:
    """Whether an atom, or what it is made of, runs over the index; the moments of what is alike do not."""
    ends = re.compile(rf"(?:_|\^{{[(\[]){re.escape(index)}(?![A-Za-z0-9])")
    keys = {one: set(re.findall(rf"{RANDOM}([^']+)'", one.name)) for one in ratio.own_atoms if one.name[:2] == "E["}
    fixed = [one for one, found in keys.items() if len(found) == 1 and found <= reading.chance.alike]
    return any(ends.search(a.name) for one in ratio.own_atoms if one not in fixed for a in Ratio.atom(one).atoms)


def _sum_of(reading: TreeReading, term: Ratio, index: str, count: Ratio) -> Ratio:
    random = any(atom.name.startswith(RANDOM) for atom in term.atoms)
    dots = max(re.findall("•+", term.text), default="") + "•"  # more than those of the sums inside
    text = re.sub(rf"(_|\^{{[(\[]){re.escape(index)}(?=\W)", rf"\g<1>{dots}", term.text)
    free = map(Ratio.atom, (*term.variables, *count.variables))
    others = (one for one in free if not _speaks(reading, one, index))
    facts = reading.facts
    sign = next((kind for kind in (">", "≥") if not random and facts.shows(term, kind)), "")
    many = sign == ">" and facts.shows(count - Ratio.number(1), "≥")
    kind = "variable" if random or not sign else "sum" if many else "sum of sizes"
    found = Atom(kind, f"{RANDOM if random else ''}Σ {text} to {count.text}", tuple(others))
    sums = reading.chance.sums if random else reading.chance.known_sums
    sums[found] = (term, index, count)
    return Ratio.atom(found)
