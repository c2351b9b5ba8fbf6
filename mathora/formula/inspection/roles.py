r"""What a part of a formula is there for: a term, an index, an exponent, what is derived, an argument, a bound.

Owns: `PartRole` and `roles`.

Laws:
- A part has the role of the nearest part around it that gives one; at the root everything is a term.
- What is one name to a reader (`w_1`, `\log_2`, `dx`) is one part: nothing inside of it has a role of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from mathora.formula import tree as t
from mathora.formula.tree import Node, Path

PartRole = Literal["term", "exponent", "derived", "by", "head", "argument", "bound", "degree"]

NAMES = (t.Symbol, t.FunctionName, t.Differential, t.Placeholder, t.Blank)
"""Nodes that are read as one: their parts never stand for themselves."""


def roles(root: Node) -> Iterator[tuple[Path, Node, PartRole, Node | None]]:
    """Every part that stands for itself: its path, itself, its role and the part around it (None for the root)."""
    return _roles(root, (), "term", None)


def _roles(
    node: Node, path: Path, role: PartRole, around: Node | None
) -> Iterator[tuple[Path, Node, PartRole, Node | None]]:
    if isinstance(node, t.Blank):
        return
    yield path, node, role, around
    if isinstance(node, NAMES):
        return
    for index, child in enumerate(node.children):
        yield from _roles(child, (*path, index), _given(node, child) or role, node)


def _given(node: Node, child: Node) -> PartRole | None:  # noqa: PLR0911 - a row a kind
    """The role that a node gives to one of its parts, if it gives one."""
    match node:
        case t.Power():
            return "exponent" if child is node.exponent else None
        case t.Derivative() | t.NthDerivative():
            return "by" if child is not node.operand else "derived" if node.inline else None
        case t.Prime() | t.NthPrime() | t.Nabla() | t.Directional():
            return "derived"
        case t.Application():
            return "head" if child is node.head else "exponent" if child is node.power else "argument"
        case t.Root():
            return "degree" if child is node.degree else None
        case t.Big() | t.Integral() | t.Limit() | t.Extremum() | t.Evaluated() | t.Quantified():
            return "bound" if child is not node.body else None
    return None
