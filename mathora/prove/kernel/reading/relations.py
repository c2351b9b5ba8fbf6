"""Relations read as signs: `a ≤ x < b` is x − a ≥ 0 and b − x > 0.

Owns: `ORDERS`, `links` (of a chain of orders, or of a membership in an interval), `equations_of`, and `facts_of`, what
is declared.

Law: a relation that cannot be read as signs is no fact; a fact holds for all values that a variable may have.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from mathora.formula import Model, Name, symbol_key, tree
from mathora.formula.tree.signs import infinite_sign
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.exact.algebra import Atom, Ratio
from mathora.prove.kernel.reading.values import added, entries, entrywise
from mathora.prove.kernel.signs.facts import Facts
from mathora.prove.kernel.signs.ranges import Fact

if TYPE_CHECKING:
    from mathora.prove.kernel.reading.meaning import TreeReading

ORDERS = {"<": (">", True), r"\le": ("≥", True), ">": (">", False), r"\ge": ("≥", False), r"\ne": ("≠", False)}
"""Each sign of order as `difference kind 0`, and whether the difference is turned round."""
WHOLE = frozenset({"natural", "integer"})
_SIGNS = {"positive": ">", "nonnegative": "≥", "natural": "≥"}
SETS = {r"\mathbb{R}": None, r"\mathbb{Q}": None, r"\mathbb{Z}": "integer", r"\mathbb{N}": "natural"}


def links(reading: TreeReading, relation: tree.Node) -> Iterator[Fact]:
    """The links of a chain of orders, each as `sign, ratio`; raises Refused for anything else."""
    match relation:
        case tree.Group(body=body) | tree.Annotated(body=body):
            yield from links(reading, body)
        case tree.Logic(operators=operators, operands=operands) if set(operators) <= tree.AND | {"with"}:
            for one in operands:
                yield from links(reading, one)
        case tree.Relation(operands=(left, tree.IntervalSet() as where), operators=(r"\in",)):
            yield from _within(reading, reading.number(left), where)
        case tree.Relation(operands=(_, tree.Constant(name=r"\mathbb{R}")), operators=(r"\in",)):
            return
        case tree.Relation():
            for left, sign, right in relation.links:
                if sign not in ORDERS:
                    raise Refused("a domain that is no order")
                kind, turned = ORDERS[sign]
                difference = reading.number(left) - reading.number(right)
                yield kind, -difference if turned else difference
        case _:
            raise Refused("a domain that is no relation")


def _within(reading: TreeReading, value: Ratio, where: tree.IntervalSet) -> Iterator[Fact]:
    if not infinite_sign(where.lower):
        yield ">" if where.left == "(" else "≥", value - reading.number(where.lower)
    if not infinite_sign(where.upper):
        yield ">" if where.right == ")" else "≥", reading.number(where.upper) - value


def facts_of(model: Model, names: frozenset[str], reading: TreeReading) -> Facts:
    """What the model declares of names, read by a reading that knows nothing yet."""
    known: list[Fact] = []
    equations: list[Ratio] = []
    whole: set[Atom] = set()
    for key in sorted(names):
        name = model.get(key)
        if name is None:
            continue
        atom = Atom("variable", key)
        if name.body is None and not name.parameters:
            if name.kind in _SIGNS:
                known.append((_SIGNS[name.kind], Ratio.atom(atom)))
            if name.kind in WHOLE:
                whole.add(atom)
        for relation in relations_of(model, name):
            try:
                known += list(links(reading, relation))
            except Refused:
                with suppress(Refused):
                    equations += [one for one in equations_of(reading, relation) if one.constant is None]
    return Facts(tuple(dict.fromkeys(known)), tuple(equations), frozenset(whole))


def equations_of(reading: TreeReading, relation: tree.Node) -> tuple[Ratio, ...]:
    """What is zero where both sides are equal, entry by entry; 0 is the zero vector, too."""
    match relation:
        case tree.Relation(operands=(left, right), operators=("=" | r"\equiv",)):
            one, other = reading.of(left), reading.of(right)
            if isinstance(other, Ratio) and not other.above:
                other = entrywise(one, lambda _: Ratio.number(0))
            gap = added(one, entrywise(other, lambda entry: -entry))
            return (gap,) if isinstance(gap, Ratio) else entries(gap)
        case _:
            raise Refused("an equation is expected")


def relations_of(model: Model, name: Name) -> tuple[tree.Node, ...]:
    """A name's own relations; those of the only function whose parameter it is."""
    if name.parameters:
        return ()
    if not name.implicit:
        return name.domain if name.body is None else ()
    owners = [one for one in model.names.values() if name.key in map(symbol_key, one.parameters)]
    speaking = {tuple(one for one in owner.domain if _speaks_of(one, name.key)) for owner in owners}
    return speaking.pop() if len(speaking) == 1 else ()


def _speaks_of(relation: tree.Node, key: str) -> bool:
    return any(isinstance(part, tree.Symbol) and symbol_key(part) == key for _, part in tree.walk(relation))
