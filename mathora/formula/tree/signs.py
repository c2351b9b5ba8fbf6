r"""Signs that are seen in a tree: ∞ and −∞, and ± with its two readings."""

from __future__ import annotations

from typing import Literal

from mathora.formula.tree.node import Node, walk
from mathora.formula.tree.terms import Addition, Constant, Signed

BOTH = frozenset({r"\pm", r"\mp"})


def infinite_sign(node: Node) -> int:
    r"""1 for `\infty` and `+\infty`, −1 for `-\infty`, else 0."""
    match node:
        case Constant(name=r"\infty") | Signed(sign="+", operand=Constant(name=r"\infty")):
            return 1
        case Signed(sign="-", operand=Constant(name=r"\infty")):
            return -1
        case _:
            return 0


def has_both_signs(node: Node) -> bool:
    r"""Whether `\pm` or `\mp` stands in it."""
    return any(
        (isinstance(part, Signed) and part.sign in BOTH)
        or (isinstance(part, Addition) and bool(BOTH & set(part.operators)))
        for _, part in walk(node)
    )


def with_sign(node: Node, sign: Literal["+", "-"]) -> Node:
    r"""The reading of `\pm` as this sign, and of `\mp` as the other."""
    other: Literal["+", "-"] = "-" if sign == "+" else "+"
    read = {r"\pm": sign, r"\mp": other}
    parts = [with_sign(one, sign) for one in node.children]
    match node.with_children(parts):
        case Signed(sign=both, operand=operand) if both in read:
            return operand if read[both] == "+" else Signed("-", operand)
        case Addition(terms=terms, operators=operators):
            return Addition(terms, tuple(read.get(one, one) for one in operators))
        case whole:
            return whole


ZERO_VECTOR = Constant(r"\mathbf{0}")


def without_zero_vectors(node: Addition) -> Node:
    r"""`v + \mathbf{0} - w` as `v - w`."""
    kept = [(sign, term) for sign, term in zip(("+", *node.operators), node.terms, strict=True) if term != ZERO_VECTOR]
    if not kept or len(kept) == len(node.terms):
        return node if kept else ZERO_VECTOR
    (sign, first), *rest = kept
    first = first if sign == "+" else Signed(sign, first)
    return Addition((first, *(term for _, term in rest)), tuple(sign for sign, _ in rest)) if rest else first
