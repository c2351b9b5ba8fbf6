r"""Signs that are seen in a tree: ∞ and −∞, and ± with its two readings; two roots, and for which numbers they are."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from mathora.formula.tree.node import Node, mentions, walk
from mathora.formula.tree.statements import Relation
from mathora.formula.tree.terms import Addition, Constant, Group, Listing, Number, Signed, Symbol

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


def roots_named(node: Node) -> tuple[list[Symbol], list[Node]]:
    r"""The names that `x_{1,2} = 1 \pm 2` speaks of, and both values; nothing of anything else."""
    match node:
        case Relation((Symbol(subscript=Listing(at)) as name, right), ("=",)) if has_both_signs(right):
            return [replace(name, subscript=one) for one in at], [Group(with_sign(right, one)) for one in ("+", "-")]
        case _:
            return [], []


ZERO_VECTOR = Constant(r"\mathbf{0}")


def without_zero_vectors(node: Addition) -> Node:
    r"""`v + \mathbf{0} - w` as `v - w`."""
    kept = [(sign, term) for sign, term in zip(("+", *node.operators), node.terms, strict=True) if term != ZERO_VECTOR]
    if not kept or len(kept) == len(node.terms):
        return node if kept else ZERO_VECTOR
    (sign, first), *rest = kept
    first = first if sign == "+" else Signed(sign, first)
    return Addition((first, *(term for _, term in rest)), tuple(sign for sign, _ in rest)) if rest else first


def worked_root(node: Node) -> tuple[Node, ...]:
    r"""`x = 1 \pm \sqrt{4} = 1 \pm 2` as its first and its last equation, and both readings of what is in between."""
    match node:
        case Relation(operands=(Symbol() as name, first, *others, last), operators=("=", *signs)) if has_both_signs(
            first
        ) and {*signs} == {"="}:
            steps = Relation((first, *others, last), tuple(signs))
            ends = (Relation((name, one), ("=",)) for one in (first, last))
            return (*ends, with_sign(steps, "+"), with_sign(steps, "-"))
        case _:
            return ()


def is_parameter(node: Node, premise: Node, conclusion: Node) -> bool:
    r"""Whether `a \ne 0` behind `ax = b \Rightarrow x = \frac{b}{a}` is of a number that is not the one looked for."""
    match node, conclusion:
        case Relation(operands=(Symbol() as name, Number()), operators=(r"\ne" | ">",)), Relation(
            operands=(Symbol() as found, value), operators=(_,)
        ):
            return name != found and mentions(premise, name) and mentions(premise, found) and mentions(value, name)
        case _:
            return False
