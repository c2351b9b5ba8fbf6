r"""Sums and integrals over all values of a quantity.

| rule | an example |
| --- | --- |
| all values | \\sum_y P(X = x, Y = y) = P(X = x), \\int p(x | z) p(z) dz = p(x), \\sum_x P(X = x) = 1 |

Law: a sum or an integral over a bare letter runs over all values of what the letter is a value of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mathora.formula import tree
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.chance.events import of_letters
from mathora.prove.kernel.chance.letters import Letter
from mathora.prove.kernel.exact.algebra import ONE, Atom, Ratio

if TYPE_CHECKING:
    from mathora.prove.kernel.reading.meaning import TreeReading


def marginal(reading: TreeReading, body: tree.Node, key: str) -> Ratio:
    """The sum, or the integral, of a body over all values of a letter, which stands in one probability of each term."""
    name = reading.model.get(key)
    if reading.is_bound(key) or (name is not None and (name.body is not None or name.kind in {"event", "random"})):
        raise Refused("a sum over what is no letter")
    value = reading.number(body)
    products = reading.chance.products
    running = {atom for atom in value.atoms if any(_runs(one, key) for one in products.get(atom, ()))}
    own = Atom("variable", key)
    conditions = (*reading.conditions.found, *reading.conditions.obligations)
    for _, ratio in conditions:
        if own in ratio.atoms - running and not running & ratio.own_atoms:
            raise Refused("a condition on what a sum runs over")
    if running & Ratio(value.below, ONE).atoms or own in Ratio(value.below, ONE).atoms:
        raise Refused("a sum of quotients")
    total = Ratio.number(0)
    for monomial, number in value.above.items():
        inside = [(atom, power) for atom, power in monomial if atom in running]
        rest = Ratio({tuple(one for one in monomial if one not in inside): number}, ONE)
        if [power for _, power in inside] != [1] or own in rest.atoms:
            raise Refused("a sum over all values of what is not one probability")
        letters = products[inside[0][0]]
        gone = [one for one in letters if _runs(one, key)]
        if len(gone) != 1 or any(one.keys & gone[0].keys for one in letters - frozenset(gone)):
            raise Refused("a sum over all values of what is not one probability")
        total += rest * of_letters(reading, letters - frozenset(gone))
    reading.hints.use("all values")
    return total.over(Ratio(value.below, ONE))


def _runs(letter: Letter, key: str) -> bool:
    """Whether a letter is `Y = y`, or the bare y of a density."""
    if not letter.sign:
        return letter.name == key
    return letter.sign == "=" and letter.bound is not None and letter.bound == Ratio.atom(Atom("variable", key))
