r"""Sets: memberships, inclusions and equalities.

Owns: `of_sets` and `is_set`.

| rule | what it needs |
| --- | --- |
| elements | each element of one set is an element of the other |

Law: inside of sets nothing is assumed to have a value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mathora.formula import tree
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.equality import equal
from mathora.prove.kernel.exact.algebra import Ratio
from mathora.prove.kernel.logic import strictly
from mathora.prove.kernel.reading.relations import SETS, links
from mathora.prove.kernel.reading.values import entries

if TYPE_CHECKING:
    from mathora.prove.kernel.rules import Judging

OF_SETS = frozenset({r"\in", r"\subset", r"\subseteq"})


def is_set(node: tree.Node) -> bool:
    """Whether a side is written as a set."""
    return isinstance(node, tree.SetLiteral) or (
        isinstance(node, tree.Product) and all(isinstance(one, tree.SetLiteral) for one in node.factors)
    )


def of_sets(judging: Judging, left: tree.Node, sign: str, right: tree.Node) -> str:
    """A membership, an inclusion or an equality of sets."""
    if sign == r"\in":
        _element(judging, left, right)
    elif sign in {"=", r"\subset", r"\subseteq"}:
        one, other = _listed(judging, left), _listed(judging, right)
        ways = ((one, other), (other, one)) if sign == "=" else ((one, other),)
        for inner, outer in ways:
            for element in inner:
                _among(judging, element, outer)
        if sign == r"\subset" and len(one) >= len(other):
            raise Refused("an inclusion that may be no proper one")
    else:
        raise Refused("a relation of sets of this kind")
    return "elements"


Element = tuple[Ratio, ...]


def _listed(judging: Judging, node: tree.Node) -> list[Element]:
    match node:
        case tree.SetLiteral(items=items):
            values = [judging.reading.of(item) for item in items]
            return [entries(one) or (one,) for one in values]  # type: ignore[misc]
        case tree.Product(factors=factors, operators=operators) if set(operators) == {r"\times"}:
            total: list[Element] = [()]
            for factor in factors:
                total = [(*before, *one) for before in total for one in _listed(judging, factor)]
            return total
        case _:
            raise Refused("a set that is not listed")


def _among(judging: Judging, element: Element, others: list[Element]) -> None:
    facts = judging.reading.facts
    for other in others:
        if len(other) == len(element):
            try:
                for a, b in zip(element, other, strict=True):
                    equal(a, b, facts)
            except Refused:
                continue
            return
    raise Refused("an element that is not shown to be in the other set")


def _element(judging: Judging, left: tree.Node, right: tree.Node) -> None:
    reading = judging.reading
    match right:
        case tree.IntervalSet():
            with strictly(judging), reading.apart() as conditions:
                found = list(links(reading, tree.Relation((left, right), (r"\in",))))
            if not all(
                reading.facts.shows(ratio, sign) for sign, ratio in (*found, *conditions.found, *conditions.declared)
            ):
                raise Refused("it is not shown to be in the interval")
        case tree.SetLiteral():
            value = reading.of(left)
            _among(judging, entries(value) or (value,), _listed(judging, right))  # type: ignore[arg-type]
        case tree.Constant(name=name) if name in SETS:
            value = reading.number(left)
            kind = SETS[name]
            if name == r"\mathbb{Q}" and value.constant is None:
                raise Refused("it is not shown to be a fraction")
            if kind and not reading.facts.is_whole(value):
                raise Refused("it is not shown to be whole")
            if kind == "natural" and not reading.facts.shows(value, "≥"):
                raise Refused("it is not shown to be natural")
        case _:
            raise Refused("a membership of this kind")
