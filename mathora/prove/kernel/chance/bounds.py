r"""Bounds of probabilities by moments.

| rule | what it needs |
| --- | --- |
| Markov's bound | P(U ≥ a) ≤ b, where U ≥ 0, a > 0 and E[U]/a ≤ b; for any U, and for its size, of U² and a² |

Source: P. L. Chebyshev (1867), A. A. Markov (1884).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from mathora.formula import tree
from mathora.formula.tree.chance import measure_of
from mathora.formula.tree.rational import TURNED
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.chance.moments import mean
from mathora.prove.kernel.equality import ordered
from mathora.prove.kernel.exact.algebra import Ratio

if TYPE_CHECKING:
    from mathora.prove.kernel.reading.meaning import TreeReading


def by_markov(reading: TreeReading, larger: tree.Node, smaller: tree.Node) -> str:
    """`smaller ≤ larger`, where one of them is the probability of a deviation. Raises Refused."""
    for side, is_upper in ((smaller, False), (larger, True)):
        match side:
            case tree.Application(arguments=(tree.Relation(operators=(sign,)) as event,)) if (
                measure_of(side, reading.model) == "P"
            ):
                pass
            case _:
                continue
        if (sign in {"<", r"\le"}) != is_upper:
            event = tree.Relation(event.operands[::-1], (TURNED.get(sign, sign),))
            if (event.operators[0] in {"<", r"\le"}) != is_upper:
                continue
        most = Ratio.number(1) - reading.number(smaller) if is_upper else reading.number(larger)
        for bound in _bounds(reading, event):
            try:
                ordered(most, bound, "≥", reading.facts.with_(*reading.conditions.found))
            except Refused:
                continue
            return "Markov's bound"
    raise Refused("no bound shows this order")


def _bounds(reading: TreeReading, event: tree.Relation) -> Iterator[Ratio]:
    """What P(U ≥ a) is at most, for an event `U ≥ a` or its opposite `U < a`."""
    left, right = event.operands
    level = reading.number(right)
    if not reading.facts.shows(level, ">") or reading.chance.keys_of(level):
        return
    body = left.body if isinstance(left, tree.Absolute) else left
    value = reading.number(body)
    if body is left and reading.facts.shows(value, "≥"):
        yield mean(reading, value).over(level)
    yield mean(reading, value * value).over(level * level)
