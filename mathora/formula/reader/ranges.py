r"""The exact intervals that relations state of names: `a \le x < b`, `x \in [a, b]`.

Owns: `ranges`, `is_exact`.

Laws: an end is exact, so that no name stands in it; infinity is no end.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from mathora.formula import tree as t
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Range
from mathora.formula.tree.rational import TURNED

if TYPE_CHECKING:
    from mathora.formula.tree import Node


def ranges(relations: Iterable[Node]) -> tuple[tuple[str, Range], ...]:
    r"""The intervals that relations of the forms `a \le x < b` and `x \in [a, b]` state, by variable."""
    found: dict[str, Range] = {}
    for relation in relations:
        parts = relation.items if isinstance(relation, t.Listing) else (relation,)
        for part in parts:
            if isinstance(part, t.Relation):
                for left, operator, right in part.links:
                    _narrow(found, left, operator, right)
    return tuple(found.items())


def _narrow(found: dict[str, Range], left: Node, operator: str, right: Node) -> None:
    """Takes one link of a chain into the ranges."""
    if operator == r"\in":
        for variable in left.items if isinstance(left, t.Listing) else (left,):
            if isinstance(right, t.IntervalSet) and isinstance(variable, t.Symbol):
                found[symbol_key(variable)] = Range(
                    _finite(right.lower), _finite(right.upper), right.left == "(", right.right == ")"
                )
        return
    if operator not in TURNED:
        return
    if isinstance(left, t.Listing):
        for variable in left.items:
            _narrow(found, variable, operator, right)
    if isinstance(left, t.Symbol) and is_exact(right):
        left, operator, right = right, TURNED[operator], left
    if not (isinstance(right, t.Symbol) and is_exact(left)):
        return
    key = symbol_key(right)
    before = found.get(key, Range())
    if operator in ("<", r"\le"):
        found[key] = replace(before, low=_finite(left), low_open=operator == "<")
    else:
        found[key] = replace(before, high=_finite(left), high_open=operator == ">")


def _finite(node: Node) -> Node | None:
    """An end of an interval; infinity is no end."""
    core = node
    while isinstance(core, t.Signed | t.Group):
        core = core.operand if isinstance(core, t.Signed) else core.body
    return None if core == t.Constant(r"\infty") else node


def is_exact(node: Node) -> bool:
    """Whether no name stands in a value."""
    return not any(isinstance(part, t.Symbol) for _, part in t.walk(node))
