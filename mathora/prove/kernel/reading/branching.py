"""Case distinctions: which row holds where a formula is read.

Owns: `chosen` (the row), `Undistinguished` (what is raised where no row is known to hold) and `Branch`, one reading of
a case distinction: its conditions at the values that its names have there.

Laws:
- f(0) and f(1) are two branches of f's cases, and so are f(x) and f(y).
- A branch on what is bound by a sum, an integral or a limit is none: each of its values has a row of its own.
- Behind `≤` a derivative holds inside of the row only: what is zero at the row's edge is noted as not zero.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mathora.formula import tree
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.exact.algebra import Atom, Ratio
from mathora.prove.kernel.exact.calculus import substituted
from mathora.prove.kernel.exact.functions import NOTHING, Conditions
from mathora.prove.kernel.reading.relations import equations_of, links
from mathora.prove.kernel.signs.facts import Facts
from mathora.prove.kernel.signs.ranges import Fact

if TYPE_CHECKING:
    from mathora.prove.kernel.reading.meaning import TreeReading

FRESH = "#"
"""In the name of a variable that no formula can name."""
_OPPOSITE = {">": "≥", "≥": ">"}


@dataclass(frozen=True)
class Branch:
    """The conditions of each row; None is "otherwise". `key` tells one reading from another."""

    key: tuple[tree.Cases, str]
    rows: tuple[tuple[Fact, ...] | None, ...]

    def at(self, change: Mapping[Atom, Ratio]) -> Branch:
        """The same conditions with other values put in."""
        put = Conditions(NOTHING)
        rows = (
            None if row is None else tuple((sign, substituted(ratio, change, put)) for sign, ratio in row)
            for row in self.rows
        )
        return replace(self, rows=tuple(rows))

    @property
    def is_bound(self) -> bool:
        """Whether a condition speaks of what is bound."""
        return any(FRESH in one.name for row in self.rows for _, ratio in row or () for one in ratio.variables)

    def facts(self, known: Facts, place: int) -> Facts:
        """What is known in a row. "Otherwise", the rows before it, if each is one order, do not hold; rows with
        conditions of their own may overlap, and then each of them has to be right.
        """
        row = self.rows[place]
        if row is not None:
            return known.with_(*row)
        for before in self.rows[:place]:
            if before is None or len(before) != 1:
                continue
            ((sign, ratio),) = before
            known = known.with_(equations=(ratio,)) if sign == "≠" else known.with_((_OPPOSITE[sign], -ratio))
        return known


class Undistinguished(Refused):
    """A case distinction of which no row is known to hold."""

    def __init__(self, branch: Branch) -> None:
        super().__init__("a case distinction")
        self.branch = branch


def chosen(reading: TreeReading, node: tree.Cases) -> tree.Node:
    """The value of the row that holds, or that a rule has chosen; raises Undistinguished if there is none."""
    rows = []
    for row in node.rows:
        condition = _condition(row)
        rows.append(None if condition is None else tuple(_facts(reading, condition)))
    told = ["otherwise" if row is None else ", ".join(f"{ratio.text} {sign}" for sign, ratio in row) for row in rows]
    branch = Branch((node, "; ".join(told)), tuple(rows))
    place = reading.branches.get(branch.key)
    if place is None:
        place = _known(branch, reading.facts)
    here = branch.rows[place]
    reading.edges.extend(ratio for sign, ratio in here or () if sign == "≥")
    if here is None:
        reading.edges.extend(ratio for before in branch.rows[:place] for _, ratio in before or ())
    return node.rows[place].value


def _known(branch: Branch, facts: Facts) -> int:
    """The first row whose conditions are shown, if those of the rows before it are shown not to hold."""
    for place, row in enumerate(branch.rows):
        if row is None or all(facts.shows(ratio, sign) for sign, ratio in row):
            return place
        if not any(facts.denies(sign, ratio) for sign, ratio in row):
            break
    else:
        raise Refused("a case distinction of which no row holds")
    raise Undistinguished(branch)


def _facts(reading: TreeReading, condition: tree.Node) -> Iterator[Fact]:
    """A condition's links; where both sides are equal, neither is above the other."""
    match condition:
        case tree.Relation(operators=("=",)):
            yield from (("≥", one) for gap in equations_of(reading, condition) for one in (gap, -gap))
        case _:
            yield from links(reading, condition)


def _condition(row: tree.Case) -> tree.Node | None:
    """When a row holds; None for `otherwise`."""
    match row.condition:
        case None | tree.UprightWords():
            return None
        case tree.Logic(operands=(tree.Blank(), condition)) | condition:
            return condition
