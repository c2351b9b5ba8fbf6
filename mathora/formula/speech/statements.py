"""Sets and statements in spoken words: relations, logic, cases; one speaker a node kind, all in `STATEMENTS`."""

from __future__ import annotations

from collections.abc import Mapping

from mathora.formula import tree as t
from mathora.formula.speech.calculus import condition
from mathora.formula.speech.phrases import MORE, NOTHING, Follows, Say, Speaker, argument, closed, enumerated
from mathora.formula.symbols.glyphs import OPERATORS, RELATIONS

_VERBS = {r"\approx": "is approximately equal to", r"\leftarrow": "becomes", r"\to": "goes to", r"\mapsto": "maps to"}
"""Relations that a statement says otherwise than their sign alone."""


# ── sets ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _interval(node: t.IntervalSet, follows: Follows, say: Say) -> str:
    low, high = say(node.lower, NOTHING), say(node.upper, NOTHING)
    match node.left, node.right:
        case "[", "]":
            pattern = "the closed interval from {low} to {high}"
        case "(", ")":
            pattern = "the open interval from {low} to {high}"
        case "[", _:
            pattern = "the interval from {low}, included, to {high}, excluded"
        case _:
            pattern = "the interval from {low}, excluded, to {high}, included"
    return closed(say.phrase(pattern, low=low, high=high), "interval", follows, say, simple=True)


def _set_literal(node: t.SetLiteral, follows: Follows, say: Say) -> str:
    if not node.items:
        return say.word("the empty set")
    words = say.phrase("the set of {items}", items=enumerated(node.items, say))
    return closed(words, "set", follows, say, simple=False)


def _set_builder(node: t.SetBuilder, follows: Follows, say: Say) -> str:
    what, which = condition(node.element, say), say(node.condition, NOTHING)
    words = say.phrase("the set of all {what} such that {which}", what=what, which=which)
    return closed(words, "set", follows, say, simple=False)


def _set_operation(node: t.SetOperation, follows: Follows, say: Say) -> str:
    words = say(node.operands[0], MORE)
    for index, (sign, operand) in enumerate(zip(node.operators, node.operands[1:], strict=True), start=2):
        words += f" {say.word(OPERATORS[sign].spoken)} {say(operand, follows if index == len(node.operands) else MORE)}"
    return words


# ── statements ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _relation(node: t.Relation, _follows: Follows, say: Say) -> str:
    words = say(node.operands[0], NOTHING)
    for index, (sign, operand) in enumerate(zip(node.operators, node.operands[1:], strict=True)):
        verb = _VERBS.get(sign, RELATIONS[sign].spoken)
        chained = index and verb.startswith("is ")
        pattern = "{words}, which {verb} {operand}" if chained else "{words} {verb} {operand}"
        words = say.phrase(pattern, words=words, verb=say.word(verb), operand=say(operand, NOTHING))
    return words


def _noted(node: t.Noted, _follows: Follows, say: Say) -> str:
    verb = say.word(_VERBS.get(node.sign, RELATIONS[node.sign].spoken))
    left, note, right = say(node.left, NOTHING), _note(node.note, say), say(node.right, NOTHING)
    if isinstance(node.note, t.UprightWords) and node.note.text in t.DEMANDS:
        return say.phrase("{left} {verb}, as is demanded, {right}", left=left, verb=verb, right=right)
    return say.phrase("{left} {verb}, with the note {note}, {right}", left=left, verb=verb, note=note, right=right)


def _note(node: t.Node, say: Say) -> str:
    match node:
        case t.Relation(operators=(r"\leftrightarrow",), operands=(one, other)):
            return say.phrase("{one} exchanged with {other}", one=say(one, NOTHING), other=say(other, NOTHING))
        case _:
            return say(node, NOTHING)


def _signature(node: t.Signature, _follows: Follows, say: Say) -> str:
    said = {"name": node.function, "domain": node.domain, "codomain": node.codomain}
    return say.phrase("{name} maps {domain} to {codomain}", **{name: say(one, NOTHING) for name, one in said.items()})


def _logic(node: t.Logic, _follows: Follows, say: Say) -> str:
    words = say(node.operands[0], NOTHING)
    for sign, operand in zip(node.operators, node.operands[1:], strict=True):
        spoken = RELATIONS[sign].spoken if sign.startswith("\\") else _CONDITIONS.get(sign, sign)
        spoken = "says" if sign == ":" and isinstance(node.operands[0], t.Symbol) else spoken
        pause = "," if sign.endswith("arrow") or not sign else ""
        words += f"{pause} {say.word(spoken) if sign else ''} {say(operand, NOTHING)}"
    return words


_CONDITIONS = {"()": "if", ",": "for", ":": "implies", "s.t.": "subject to", "iff": "if and only if", "vs.": "against"}
"""What is said for signs that are none, or no words."""


def _congruence(node: t.Congruence, _follows: Follows, say: Say) -> str:
    chain, modulus = say(node.chain, NOTHING), say(node.modulus, NOTHING)
    return say.phrase("{chain}, modulo {modulus}", chain=chain, modulus=modulus)


def _quantified(node: t.Quantified, _follows: Follows, say: Say) -> str:
    pattern = {
        r"\forall": "for all {bound}, {body}",
        r"\exists": "there exists {bound} such that {body}",
        r"\exists!": "there is exactly one {bound} such that {body}",
    }
    return say.phrase(pattern[node.quantifier], bound=condition(node.bound, say), body=say(node.body, NOTHING))


def _case(node: t.Case, _follows: Follows, say: Say) -> str:
    value = say(node.value, NOTHING)
    if node.condition is None:
        return value
    condition = say(node.condition, NOTHING)
    if isinstance(node.condition, t.UprightWords):
        return f"{value} {condition}"
    return say.phrase("{value} if {condition}", value=value, condition=condition)


def _annotated(node: t.Annotated, follows: Follows, say: Say) -> str:
    body = say(node.body, follows)
    if node.kind == "cancel":
        return say.phrase("crossed out {body}", body=argument(node.body, say, follows))
    if node.note is None:
        return body
    return say.phrase("{body}, which is {note},", body=body, note=say(node.note, NOTHING))


STATEMENTS: Mapping[type[t.Node], Speaker] = {
    t.IntervalSet: _interval,
    t.SetLiteral: _set_literal,
    t.SetBuilder: _set_builder,
    t.SetOperation: _set_operation,
    t.Relation: _relation,
    t.Noted: _noted,
    t.Listing: lambda node, _follows, say: enumerated(node.items, say),
    t.Signature: _signature,
    t.Logic: _logic,
    t.Negation: lambda node, _follows, say: f"{say.word('not')} {say(node.operand, NOTHING)}",
    t.Quantified: _quantified,
    t.Congruence: _congruence,
    t.Aligned: lambda node, _follows, say: enumerated(node.rows, say),
    t.Case: _case,
    t.Cases: lambda node, follows, say: closed(enumerated(node.rows, say), "cases", follows, say, simple=False),
    t.Annotated: _annotated,
}
"""The speaker of each node kind."""
