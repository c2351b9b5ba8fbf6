r"""Propositions joined by `\equiv` and `\to`, as logic writes them.

Law: `\equiv` binds weakest, then `\leftrightarrow`, `\to`, `\lor`, `\land`; so read, a chain says each of its links. A
formula without `\lnot`, `\land` or `\lor`, or `\equiv` beside an arrow, is left as it is: `x \to a` is no implication.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from mathora.formula import tree as t
from mathora.formula.inspection.truth import truth_said
from mathora.formula.tree.model import Model
from mathora.formula.tree.regrouping import denied

_LEVELS: Final[tuple[tuple[frozenset[str], t.LogicSign], ...]] = (
    (t.EQUIVALENT | {r"\equiv"}, r"\Leftrightarrow"),
    (frozenset({r"\leftrightarrow"}), r"\Leftrightarrow"),
    (frozenset({r"\to", r"\Rightarrow"}), r"\Rightarrow"),
    (t.OR, r"\lor"),
    (t.AND, r"\land"),
)


def proposition(node: t.Node, model: Model) -> t.Node | None:
    r"""`p \to q \equiv \lnot p \lor q` with `\Rightarrow` and `\Leftrightarrow`; None if it is no such statement."""
    parts = [part for _, part in t.walk(node)]
    signs = {one for part in parts if isinstance(part, t.Relation) for one in part.operators}
    joining = signs & {r"\equiv", r"\to", r"\leftrightarrow"}
    nested = any(isinstance(part, t.Relation) and any(map(_is_arrow, part.operands)) for part in parts)
    if not joining or not (any(isinstance(part, t.Logic | t.Negation) for part in parts) or len(joining) > 1 or nested):
        return None
    return _read(node, model)


def without_truths(node: t.Logic) -> t.Node:
    r"""`x^2 < 0 \Leftrightarrow \bot` as `x^2 \ge 0`, and `\top \Rightarrow x^2 \ge 0`; else the very same."""
    match node:
        case t.Logic((one, other), (r"\Rightarrow" | r"\Leftrightarrow" as sign,)):
            before, behind = truth_said(one), truth_said(other)
        case _:
            return node
    if before is not None and (before or sign == r"\Leftrightarrow"):
        return other if before else denied(other) or node
    if behind is not None and (not behind or sign == r"\Leftrightarrow"):
        return one if behind else denied(one) or node
    return node


def _is_arrow(node: t.Node) -> bool:
    return isinstance(node, t.Group) and isinstance(node.body, t.Relation) and node.body.operators == (r"\to",)


def _read(node: t.Node, model: Model) -> t.Node | None:
    match node:
        case t.Symbol():
            name = model.named(node)
            free = name is not None and name.body is None and not name.parameters and name.kind == "real"
            return node if free else None
        case t.Constant() | t.UprightWords() if truth_said(node) is not None:
            return node
        case t.Group(body):
            inner = _read(body, model)
            return None if inner is None else t.Group(inner)
        case t.Negation(operand) if not isinstance(operand, t.Logic | t.Relation):
            inner = _read(operand, model)
            return None if inner is None else t.Negation(inner)
        case t.Logic() | t.Relation() | t.Negation():
            return _parted(*_spliced(node), model)
        case _:
            return None


def _spliced(node: t.Node) -> tuple[list[t.Node], list[str]]:
    r"""All operands without brackets around them, with the signs between them; `\lnot` is of the first only."""
    if isinstance(node, t.Negation):
        (first, *others), signs = _spliced(node.operand)
        return [t.Negation(first), *others], signs
    if not isinstance(node, t.Logic | t.Relation):
        return [node], []
    operands, signs = list[t.Node](), list[str]()
    for place, one in enumerate(node.operands):
        if place:
            signs.append(node.operators[place - 1])
        inner, between = _spliced(one)
        operands += inner
        signs += between
    return operands, signs


def _parted(operands: Sequence[t.Node], signs: Sequence[str], model: Model) -> t.Node | None:
    """The whole, parted at its weakest signs first."""
    if not signs:
        return _read(operands[0], model)
    for some, sign in _LEVELS:
        places = [at for at, one in enumerate(signs) if one in some]
        if not places:
            continue
        starts, ends = [0, *(at + 1 for at in places)], [*places, len(signs)]
        found = t.all_known(_parted(operands[a : b + 1], signs[a:b], model) for a, b in zip(starts, ends, strict=True))
        if found is None or (sign == r"\Rightarrow" and len(found) > 2):  # noqa: PLR2004 - p → q → r: of two
            return None
        known = tuple(map(t.Group, found))
        if sign == r"\Leftrightarrow":
            links = tuple(t.Logic(pair, (sign,)) for pair in pairwise(known))
            return t.together(links if len(links) == 1 else tuple(map(t.Group, links)))
        return t.Logic(known, tuple(sign for _ in places))
    return None
