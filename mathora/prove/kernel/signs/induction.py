"""Orders of what a whole number counts, by the first case and the next one.

Law: D(n) > 0 (or ≥ 0) for each whole n from a first one on if D is so there, and D(n + 1) − m D(n) ≥ 0 with m > 0
(or ≥ 0) for all of these n. Of n nothing else is used, and D has a value for each of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mathora.prove.kernel.exact import calculus
from mathora.prove.kernel.exact.algebra import ONE, Atom, Ratio
from mathora.prove.kernel.exact.factors import cancelled
from mathora.prove.kernel.signs.facts import Facts

MOST_FIRST = 4  # first cases that are looked at one by one before the next one has to follow from the one before


def by_induction(ratio: Ratio, kind: str, facts: Facts) -> bool:
    """Whether `ratio > 0` or `≥ 0` follows for a whole number of it."""
    return any(_by(number, ratio, kind, facts) for number in ratio.variables if number in facts.whole)


def _by(number: Atom, ratio: Ratio, kind: str, facts: Facts) -> bool:
    where, one = facts.range_of(number), Ratio.atom(number)
    if where.low is None or any(number in equation.atoms for equation in facts.equations):
        return False
    first = int(where.low)
    apart = replace(facts, known=tuple(one for one in facts.known if number not in one[1].atoms), near=None, _seen={})
    own = [fact for fact in facts.known if fact not in apart.known]
    counting = apart.with_(("≥", one - Ratio.number(first)))
    if not all(counting.shows(known, sign) for sign, known in (*own, ("≠", Ratio(ratio.below, ONE)))):
        return False
    for start in range(first, first + MOST_FIRST):
        if not apart.shows(calculus.placed(ratio, {number: Ratio.number(start)}, apart), kind):
            return False
        further = apart.with_(("≥", one - Ratio.number(start)))
        following = calculus.placed(ratio, {number: one + Ratio.number(1)}, further)
        for factor in _factors(ratio, number, further):
            gap = further.resolved(cancelled(following - factor * ratio))
            if further.shows(factor, kind) and further.shows(gap, "≥"):
                return True
    return False


def _factors(ratio: Ratio, number: Atom, facts: Facts) -> Iterator[Ratio]:
    """1, and by what each power of the ratio grows."""
    yield Ratio.number(1)
    for one in map(Ratio.atom, sorted(ratio.own_atoms - {number})):
        if number in one.atoms:
            yield cancelled(calculus.placed(one, {number: Ratio.atom(number) + Ratio.number(1)}, facts).over(one))
