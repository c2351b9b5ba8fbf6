"""Sets and statements in spoken words: relations, logic, cases; one speaker a node kind, all in `STATEMENTS`."""

from __future__ import annotations

from collections.abc import Mapping

from mathora.formula import tree as t
from mathora.formula.speech.calculus import condition
from mathora.formula.speech.phrases import MORE, NOTHING, Follows, Say, Speaker, argument, closed, enumerated
from mathora.formula.typeset.glyphs import OPERATORS, RELATIONS

_VERBS = {
    r"\approx": "is approximately equal to",
    r"\leftarrow": "becomes",
    r"\to": "goes to",
    r"\mapsto": "maps to",
}
"""Relations that a statement says otherwise than their sign alone."""


# ── sets ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _interval(node: t.Interval, follows: Follows, say: Say) -> str:
    low, high = say(node.lower, NOTHING), say(node.upper, NOTHING)
    match node.left, node.right:
        case "[", "]":
            words = f"the closed interval from {low} to {high}"
        case "(", ")":
            words = f"the open interval from {low} to {high}"
        case "[", _:
            words = f"the interval from {low}, included, to {high}, excluded"
        case _:
            words = f"the interval from {low}, excluded, to {high}, included"
    return closed(words, "interval", follows, simple=True)


def _set_literal(node: t.SetLiteral, follows: Follows, say: Say) -> str:
    if not node.items:
        return "the empty set"
    return closed(f"the set of {enumerated(node.items, say)}", "set", follows, simple=False)


def _set_builder(node: t.SetBuilder, follows: Follows, say: Say) -> str:
    words = f"the set of all {condition(node.element, say)} such that {say(node.condition, NOTHING)}"
    return closed(words, "set", follows, simple=False)


def _set_operation(node: t.SetOperation, follows: Follows, say: Say) -> str:
    words = say(node.operands[0], MORE)
    for index, (sign, operand) in enumerate(zip(node.operators, node.operands[1:], strict=True), start=2):
        words += f" {OPERATORS[sign].spoken} {say(operand, follows if index == len(node.operands) else MORE)}"
    return words


# ── statements ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _relation(node: t.Relation, _follows: Follows, say: Say) -> str:
    words = say(node.operands[0], NOTHING)
    for index, (sign, operand) in enumerate(zip(node.operators, node.operands[1:], strict=True)):
        verb = _VERBS.get(sign, RELATIONS[sign].spoken)
        chained = ", which " if index and verb.startswith("is ") else " "
        words += f"{chained}{verb} {say(operand, NOTHING)}"
    return words


def _listing(node: t.Listing, _follows: Follows, say: Say) -> str:
    return enumerated(node.items, say)


def _signature(node: t.Signature, _follows: Follows, say: Say) -> str:
    return f"{say(node.function, NOTHING)} maps {say(node.domain, NOTHING)} to {say(node.codomain, NOTHING)}"


def _logic(node: t.Logic, _follows: Follows, say: Say) -> str:
    words = say(node.operands[0], NOTHING)
    for sign, operand in zip(node.operators, node.operands[1:], strict=True):
        spoken = RELATIONS[sign].spoken if sign.startswith("\\") else sign
        pause = "," if sign.endswith("arrow") else ""
        words += f"{pause} {spoken} {say(operand, NOTHING)}"
    return words


def _negation(node: t.Negation, _follows: Follows, say: Say) -> str:
    return f"not {say(node.operand, NOTHING)}"


def _quantified(node: t.Quantified, _follows: Follows, say: Say) -> str:
    opening, joint = {r"\forall": ("for all", ","), r"\exists": ("there exists", " such that")}[node.quantifier]
    return f"{opening} {condition(node.bound, say)}{joint} {say(node.body, NOTHING)}"


def _aligned(node: t.Aligned, _follows: Follows, say: Say) -> str:
    return enumerated(node.rows, say)


def _case(node: t.Case, _follows: Follows, say: Say) -> str:
    value = say(node.value, NOTHING)
    if node.condition is None:
        return value
    return f"{value}{' ' if isinstance(node.condition, t.Words) else ' if '}{say(node.condition, NOTHING)}"


def _cases(node: t.Cases, follows: Follows, say: Say) -> str:
    return closed(enumerated(node.rows, say), "cases", follows, simple=False)


def _annotated(node: t.Annotated, follows: Follows, say: Say) -> str:
    body = say(node.body, follows)
    if node.kind == "cancel":
        return f"crossed out {argument(node.body, say, follows)}"
    return body if node.note is None else f"{body}, which is {say(node.note, NOTHING)},"


STATEMENTS: Mapping[type[t.Node], Speaker] = {
    t.Interval: _interval,
    t.SetLiteral: _set_literal,
    t.SetBuilder: _set_builder,
    t.SetOperation: _set_operation,
    t.Relation: _relation,
    t.Listing: _listing,
    t.Signature: _signature,
    t.Logic: _logic,
    t.Negation: _negation,
    t.Quantified: _quantified,
    t.Aligned: _aligned,
    t.Case: _case,
    t.Cases: _cases,
    t.Annotated: _annotated,
}
"""The speaker of each node kind."""
