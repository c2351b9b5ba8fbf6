r"""Laws of quantifiers: statements of predicates of which nothing is known, without quantifiers.

Owns: `law_of_quantifiers`.

| written, with predicates `P(x)` that the model says nothing of | judged |
| --- | --- |
| `\forall x\, P(x) \Rightarrow \exists x\, P(x)` | `P(1) \land P(2) \Rightarrow P(1) \lor P(2)` |
| the same with `\equiv`, which binds weakest between statements | the same |
| `\lnot \forall x\, \exists y\, P(x, y) \iff \exists x\, \forall y\, \lnot P(x, y)` | `P(1) \iff P(1)` |

Laws (there is at least one thing; nothing says that two things are the same, so that each may be there twice):
- With k predicates of one variable, what holds of 2^k things holds of any number of them.
- So does what holds of m things, where m quantifiers ask for all, and none of these stands behind one for some.
- Of other statements equal parts are one letter, to prove; two things are a counterexample, to refute; or it is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise
from typing import Final

from mathora.formula import tree as t
from mathora.formula.inspection.truth import MOST_LETTERS, is_true, letters_of, rows_of
from mathora.formula.tree.model import Model

_FORCE: Final = {r"\forall": True, r"\exists": False}
_OTHER: Final[dict[t.Quantifier, t.Quantifier]] = {r"\forall": r"\exists", r"\exists": r"\forall"}


def law_of_quantifiers(node: t.Node, model: Model) -> t.Node | None:
    """The statement in letters that decides a law of quantifiers; None of anything else, or where none does."""
    if not any(isinstance(part, t.Quantified) for _, part in t.walk(node)):
        return None
    sides = _around_equivalence(node)
    whole = node if sides is None else t.Logic(sides, (r"\Leftrightarrow",))
    plain = _plain(whole, holds=True, bound=frozenset(), model=model)
    if plain is None:
        return None
    atoms = {(part.head, len(part.arguments)) for _, part in t.walk(plain) if isinstance(part, t.Application)}
    if all(arity == 1 for _, arity in atoms):
        return _of_things(plain, 2 ** len(atoms), model)
    named = _with_letters(plain, {}, model)
    if named is not None and all(is_true(named, row) for row in rows_of(letters_of(named, model) or ())):
        return named
    asked = _most(plain)
    decided = None if asked is None else _of_things(plain, max(asked, 1), model)
    if decided is not None:
        return decided
    pair = _of_things(plain, 2, model)
    false = pair is not None and not all(is_true(pair, row) for row in rows_of(letters_of(pair, model) or ()))
    return pair if false else None


def _around_equivalence(node: t.Node) -> tuple[t.Node, t.Node] | None:
    r"""The sides of `\lnot \forall x\, P(x) \equiv \exists x\, \lnot P(x)`, where the sign binds weakest; else None."""
    match node:
        case t.Relation((left, t.Quantified() | t.Negation() | t.Logic() as right), (r"\equiv",)):
            return left, right
        case t.Quantified(body=body) if (sides := _around_equivalence(body)) is not None:
            return replace(node, body=sides[0]), sides[1]
        case t.Negation(operand) if (sides := _around_equivalence(operand)) is not None:
            return t.Negation(sides[0]), sides[1]
        case t.Logic(operands, signs):
            for at, one in enumerate(operands):
                if (sides := _around_equivalence(one)) is not None:
                    before, behind = (*operands[:at], sides[0]), (sides[1], *operands[at + 1 :])
                    return _as_one(before, signs[:at]), _as_one(behind, signs[at:])
    return None


def _as_one(parts: tuple[t.Node, ...], signs: tuple[t.LogicSign, ...]) -> t.Node:
    return t.Logic(parts, signs) if signs else parts[0]


def _plain(node: t.Node, holds: bool, bound: frozenset[t.Symbol], model: Model) -> t.Node | None:  # noqa: FBT001, PLR0911 - rows
    """The statement, or its opposite, with nothing but predicates denied; None of what has other parts."""
    match node:
        case t.Group(t.Relation(links, (r"\to",))):  # beside others it binds weaker than it is read
            return _plain(t.Logic(links, (r"\Rightarrow",)), holds, bound, model)
        case t.Group(body):
            return _plain(body, holds, bound, model)
        case t.Negation(operand):
            return _plain(operand, not holds, bound, model)
        case t.Quantified(quantifier, t.Symbol() as name, body) if quantifier in _FORCE:
            inner = _plain(body, holds, bound | {name}, model)
            sign = quantifier if holds else _OTHER[quantifier]
            return (
                None
                if inner is None or name in bound
                else replace(node, quantifier=sign, body=t.Group(inner), colon=True)
            )
        case t.Logic(operands, signs):
            parts = t.all_known(_links(operands, signs, holds, bound, model))
            return _joined(parts, r"\land" if ({*signs} <= t.OR) != holds else r"\lor") if parts else None
        case t.Application(t.Symbol() as head, None, arguments):
            of = model.named(head)
            known = of is None or of.body is not None or of.domain or len(of.parameters) != len(arguments)
            return None if known or not {*arguments} <= bound else node if holds else t.Negation(node)
        case t.Symbol() if node not in bound and letters_of(node, model):
            return node if holds else t.Negation(node)
        case _:
            return None


def _links(
    operands: tuple[t.Node, ...],
    signs: tuple[str, ...],
    holds: bool,  # noqa: FBT001 - as above
    bound: frozenset[t.Symbol],
    model: Model,
) -> Iterator[t.Node | None]:
    """What is joined: the operands, or the links between them."""
    if {*signs} <= t.AND or {*signs} <= t.OR:
        yield from (_plain(one, holds, bound, model) for one in operands)
        return
    for sign, (left, right) in zip(signs, pairwise(operands), strict=True):
        ways = [(left, right), (right, left)] if sign in t.EQUIVALENT else [(left, right)]
        if sign not in t.EQUIVALENT and sign != r"\Rightarrow":
            yield None
        for premise, conclusion in ways:
            both = t.all_known((_plain(premise, not holds, bound, model), _plain(conclusion, holds, bound, model)))
            yield None if both is None else _joined(both, r"\lor" if holds else r"\land")


def _joined(parts: Sequence[t.Node], sign: str) -> t.Node:
    return reduce(lambda one, other: t.Logic((t.Group(one), t.Group(other)), (sign,)), parts)  # type: ignore[arg-type]


def _of_things(node: t.Node, count: int, model: Model) -> t.Node | None:
    """The statement of so many things; None where that takes more letters than a truth table has."""
    atoms = {(part.head, len(part.arguments)) for _, part in t.walk(node) if isinstance(part, t.Application)}
    if sum(count**arity for _, arity in atoms) > MOST_LETTERS:
        return None
    found = _put(node, {}, count)
    return found if letters_of(found, model) else None


def _put(node: t.Node, places: Mapping[t.Node, t.Number], count: int) -> t.Node:
    match node:
        case t.Quantified(quantifier, bound, body):
            each = [_put(body, {**places, bound: t.Number(str(one + 1))}, count) for one in range(count)]
            return _joined(each, r"\land" if _FORCE[quantifier] else r"\lor")
        case t.Application(arguments=arguments):
            return replace(node, arguments=tuple(places[one] for one in arguments))
        case _:
            return node.with_children([_put(one, places, count) for one in node.children]) if node.children else node


def _most(node: t.Node) -> int | None:
    """How many quantifiers ask for all in one of several statements that all have to hold."""
    match node:
        case t.Group(body):
            return _most(body)
        case t.Logic(operands, operators) if {*operators} <= t.AND:
            known = t.all_known(map(_most, operands))
            return None if known is None else max(known)
        case _:
            return _asking(node, behind=False)


def _asking(node: t.Node, *, behind: bool) -> int | None:
    """How many quantifiers ask for all; None where one of them stands behind one that asks for some."""
    match node:
        case t.Quantified(r"\forall") if behind:
            return None
        case t.Quantified(quantifier, body=body):
            inner = _asking(body, behind=behind or not _FORCE[quantifier])
            return None if inner is None else inner + _FORCE[quantifier]
        case _:
            known = t.all_known(_asking(one, behind=behind) for one in node.children)
            return None if known is None else sum(known)


def _with_letters(node: t.Node, letters: dict[t.Node, t.Node], model: Model) -> t.Node | None:
    """The statement with one letter for what is quantified, and its opposite where that is denied."""
    match node:
        case t.Quantified():
            key = _put_names(node, {})
            opposite = _plain(key, holds=False, bound=frozenset(), model=model)
            if opposite is not None and (opposite := _put_names(opposite, {})) in letters:
                return t.Negation(letters[opposite])
            heads = (part.head for _, part in t.walk(node) if isinstance(part, t.Application))
            return letters.setdefault(key, t.Application(next(heads), None, (t.Number(str(len(letters) + 1)),)))
        case t.Application():
            return None
        case _:
            return t.with_each_known(node, lambda one: _with_letters(one, letters, model))


def _put_names(node: t.Node, names: Mapping[t.Node, t.Symbol]) -> t.Node:
    """The same with bound names that tell only how deep they stand."""
    match node:
        case t.Quantified(bound=bound, body=body):
            name = t.Symbol("x", subscript=t.Number(str(len(names) + 1)))
            return replace(node, bound=name, body=_put_names(body, {**names, bound: name}))
        case t.Application(arguments=arguments):
            return replace(node, arguments=tuple(names[one] for one in arguments))
        case _:
            return node.with_children([_put_names(one, names) for one in node.children]) if node.children else node
