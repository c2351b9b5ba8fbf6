"""Sums of binomial coefficients.

Law: t(s + j) = t(s) r^j binom(N, j) for j = 0 … N, seen from the quotient of neighbours, sums up to t(s) (1 + r)^N.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mathora.formula import tree
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.exact import calculus, functions
from mathora.prove.kernel.exact.algebra import ONE, Atom, Ratio
from mathora.prove.kernel.exact.factors import cancelled
from mathora.prove.kernel.exact.functions import Conditions
from mathora.prove.kernel.signs.facts import Facts

if TYPE_CHECKING:
    from mathora.prove.kernel.reading.meaning import TreeReading

MOST_ZEROS = 2  # first terms that may be zero, as of k binom(n, k)


def binomial_sum(reading: TreeReading, body: tree.Node, key: str, low: int, high: Ratio) -> Ratio | None:
    """The sum from `low` to `high`, whole numbers in their order; None if its terms are not of this kind."""
    index, facts = reading.fresh(key), reading.facts
    if not any(isinstance(part, tree.Binomial | tree.Factorial) for _, part in tree.walk(body)):
        return None
    if not facts.is_whole(high) or not facts.shows(high - Ratio.number(low - 1), "≥"):
        return None
    least = low if facts.shows(high - Ratio.number(low), "≥") else low - 1
    k, one = Ratio.atom(index), Ratio.number(1)
    known = facts.with_(("≥", k - Ratio.number(low)), ("≥", high - k), whole=frozenset({index}))
    with reading.knowing(known), reading.apart(smooth=True) as inner, reading.binding({key: k}):
        term = reading.number(body)
    if not all(known.shows(ratio, sign) for sign, ratio in (*inner.found, *inner.declared, *inner.obligations)):
        raise Refused("a term that does not have a value everywhere")
    for start in range(low, low + MOST_ZEROS + 1):
        first, rest = _put(term, index, Ratio.number(start), known), high - Ratio.number(start)
        if not first.above:
            continue
        grown = _put(term, index, k + one, known).over(term)
        factor = cancelled(grown * (k + one - Ratio.number(start)).over(high - k))
        if index in factor.atoms:
            return None
        if facts.shows(rest, "≥"):
            return _total(reading, first, factor, rest)
        with reading.knowing(facts.with_(("≥", rest))):
            total = _total(reading, first, factor, rest)
        return total if total is not None and _is_zero_before(total, high, range(least, start), facts) else None
    return None


def _is_zero_before(total: Ratio, high: Ratio, ends: range, facts: Facts) -> bool:
    """Whether a total is zero for ends before the first term that is not."""
    if high.letter_and_number is None:
        return False
    letter, shift = high.letter_and_number
    return all(_put(total, letter, Ratio.number(end - shift), facts).vanishes for end in ends)


def _put(term: Ratio, index: Atom, place: Ratio, facts: Facts) -> Ratio:
    return calculus.substituted(term, {index: place}, Conditions(facts))


def _total(reading: TreeReading, first: Ratio, factor: Ratio, rest: Ratio) -> Ratio | None:
    """t(s) (1 + r)^N; where r has no value it is the limit, if the total still has one."""
    base = factor + Ratio.number(1)
    reading.hints.use("binomial theorem")
    if not base.above:
        return Ratio.number(0) if reading.facts.shows(rest, ">") else None
    above, below = (functions.powered(Ratio(part, ONE), rest, reading.conditions) for part in (base.above, base.below))
    total = cancelled((first * above).over(below))
    if not reading.facts.shows(Ratio(total.below, ONE), "≠"):
        reading.conditions.require("≠", Ratio(factor.below, ONE))
    return total
