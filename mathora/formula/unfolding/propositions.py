r"""Propositions joined by `\equiv` and `\to`, as logic writes them.

Law: `\equiv` binds weakest, then `\leftrightarrow`, `\to`, `\lor`, `\land`; so read, a chain says each of its links. A
formula without `\lnot`, `\land` or `\lor`, or `\equiv` beside an arrow, is left as it is: `x \to a` is no implication.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model
from mathora.formula.tree.node import Node, walk
from mathora.formula.tree.regrouping import together
from mathora.formula.tree.statements import AND, EQUIVALENT, OR, Logic, LogicSign, Negation, Relation
from mathora.formula.tree.terms import Group, Symbol

_LEVELS: Final[tuple[tuple[frozenset[str], LogicSign], ...]] = (
    (EQUIVALENT | {r"\equiv"}, r"\Leftrightarrow"),
    (frozenset({r"\leftrightarrow"}), r"\Leftrightarrow"),
    (frozenset({r"\to", r"\Rightarrow"}), r"\Rightarrow"),
    (OR, r"\lor"),
    (AND, r"\land"),
)


def proposition(node: Node, model: Model) -> Node | None:
    r"""`p \to q \equiv \lnot p \lor q` with `\Rightarrow` and `\Leftrightarrow`; None if it is no such statement."""
    parts = [part for _, part in walk(node)]
    signs = {one for part in parts if isinstance(part, Relation) for one in part.operators}
    joining = signs & {r"\equiv", r"\to", r"\leftrightarrow"}
    nested = any(isinstance(part, Relation) and any(map(_is_arrow, part.operands)) for part in parts)
    if not joining or not (any(isinstance(part, Logic | Negation) for part in parts) or len(joining) > 1 or nested):
        return None
    return _read(node, model)


def _is_arrow(node: Node) -> bool:
    return isinstance(node, Group) and isinstance(node.body, Relation) and node.body.operators == (r"\to",)


def _read(node: Node, model: Model) -> Node | None:
    match node:
        case Symbol():
            name = model.get(symbol_key(node))
            free = name is not None and name.body is None and not name.parameters and name.kind == "real"
            return node if free else None
        case Group(body=body):
            inner = _read(body, model)
            return None if inner is None else Group(inner)
        case Negation(operand=operand) if not isinstance(operand, Logic | Relation):
            inner = _read(operand, model)
            return None if inner is None else Negation(inner)
        case Logic() | Relation() | Negation():
            return _parted(*_spliced(node), model)
        case _:
            return None


def _spliced(node: Node) -> tuple[list[Node], list[str]]:
    r"""All operands without brackets around them, with the signs between them; `\lnot` is of the first only."""
    if isinstance(node, Negation):
        (first, *others), signs = _spliced(node.operand)
        return [Negation(first), *others], signs
    if not isinstance(node, Logic | Relation):
        return [node], []
    operands, signs = list[Node](), list[str]()
    for place, one in enumerate(node.operands):
        if place:
            signs.append(node.operators[place - 1])
        inner, between = _spliced(one)
        operands += inner
        signs += between
    return operands, signs


def _parted(operands: Sequence[Node], signs: Sequence[str], model: Model) -> Node | None:
    """The whole, parted at its weakest signs first."""
    if not signs:
        return _read(operands[0], model)
    for some, sign in _LEVELS:
        places = [at for at, one in enumerate(signs) if one in some]
        if not places:
            continue
        starts, ends = [0, *(at + 1 for at in places)], [*places, len(signs)]
        found = [_parted(operands[a : b + 1], signs[a:b], model) for a, b in zip(starts, ends, strict=True)]
        known = [Group(one) for one in found if one is not None]
        if len(known) < len(found) or (sign == r"\Rightarrow" and len(known) > 2):  # noqa: PLR2004 - p → q → r: of two
            return None
        if sign == r"\Leftrightarrow":
            links = tuple(Logic(pair, (sign,)) for pair in pairwise(known))
            return together(links if len(links) == 1 else tuple(map(Group, links)))
        return Logic(tuple(known), tuple(sign for _ in places))
    return None
