r"""What leaves open which of several values a name has, within a statement: `x \in \{1, 2\}`, `x = \pm 2`.

Owns: `opened`.

Law: where two parts of a statement have `\pm`, their signs belong together, and nothing is taken apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from mathora.formula.tree.node import Node
from mathora.formula.tree.signs import has_both_signs
from mathora.formula.tree.statements import EQUIVALENT, Logic, LogicSign, Relation
from mathora.formula.tree.terms import Addition, Group, Number, Quotient, Root, SetLiteral, Sign, Signed, Symbol

_UPPER = {r"\pm": "+", r"\mp": "-"}
_LOWER = {r"\pm": "-", r"\mp": "+"}


def opened(node: Logic) -> Node:
    r"""A statement whose parts have their values one by one; `P \iff x = \pm 2` says one thing each way."""
    parts = tuple(map(_of_set, node.operands))
    signed = [place for place, one in enumerate(parts) if has_both_signs(one)]
    split = tuple(_of_signs(one) if [place] == signed else one for place, one in enumerate(parts))
    match node.operators, signed:
        case (sign,), [place] if sign in EQUIVALENT and split != parts:
            there = Logic((parts[1 - place], parts[place]), (r"\Rightarrow",))
            back = Logic((split[place], parts[1 - place]), (r"\Rightarrow",))
            return Logic((Group(there), Group(back)), ("and",))
        case ((r"\Rightarrow",), [0]) | ((r"\Leftarrow",), [1]):
            return Logic(split, node.operators)
        case _:
            return Logic(parts, node.operators)


def _of_set(node: Node) -> Node:
    match node:
        case Relation(operands=(Symbol() as name, SetLiteral(items=items)), operators=(r"\in",)) if items and all(
            isinstance(one, Number | Signed | Quotient | Root) for one in items
        ):
            return _either(name, items)
        case _:
            return node


def _of_signs(node: Node) -> Node:
    match node:
        case Relation(operands=(Symbol() as name, value), operators=("=",)) if has_both_signs(value):
            return _either(name, (_signed(value, _UPPER), _signed(value, _LOWER)))
        case _:
            return node


def _either(name: Symbol, values: Sequence[Node]) -> Node:
    alike = tuple(Relation((name, one), ("=",)) for one in values)
    return alike[0] if len(alike) == 1 else Logic(alike, tuple[LogicSign, ...]("or" for _ in alike[1:]))


def _signed(node: Node, signs: dict[str, str]) -> Node:
    """A value with one of its two signs; `+a` is `a`."""
    match node:
        case Signed(sign=(r"\pm" | r"\mp") as sign, operand=operand):
            inner = _signed(operand, signs)
            return inner if signs[sign] == "+" else Signed("-", inner)
        case Addition(terms=terms, operators=operators):
            chosen = tuple(cast("Sign", signs.get(one, one)) for one in operators)
            return replace(node, terms=tuple(_signed(one, signs) for one in terms), operators=chosen)
        case _ if node.children:
            return node.with_children([_signed(one, signs) for one in node.children])
        case _:
            return node
