r"""The rules for quantifiers: `\forall x, y > 0 : …`, `\exists x\, P(x)`.

Law: behind a colon a quantifier reaches as far as it can; without one, over one relation or what is in brackets, and
what it binds is not spoken of behind that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from mathora.formula import tree as t
from mathora.formula.reader.cursor import WORD, Cursor
from mathora.formula.reader.names_read import declared_name
from mathora.formula.tree.canonical_latex import symbol_key, write_latex

if TYPE_CHECKING:
    from mathora.formula.reader.tokens import Token
    from mathora.formula.tree import Node


def quantified(cursor: Cursor, token: Token) -> Node:
    r"""`\forall x > 0 : …`, `\exists x\, P(x)`."""
    sole = "!" if token.text == r"\exists" and cursor.accept("!") else ""
    seen = len(cursor.unknown)
    alone = _is_alone(cursor)
    bound = declared_name(cursor) if alone else _bound(cursor)
    if alone and symbol_key(bound) not in cursor.model:
        cursor.unknown.append((symbol_key(bound), cursor.span(token)))
    fresh = {key for key, _ in cursor.unknown[seen:]}
    introduced = [part for part in t.symbols(bound) if symbol_key(part) in fresh]
    nested = cursor.token.text in (r"\forall", r"\exists")
    if not nested and not alone and not cursor.accept(":", r"\colon", ","):
        cursor.fail(
            cursor.token,
            "syntax",
            f"expected : behind what {token.text} introduces, found {cursor.found(cursor.token)}",
            r"write \forall x > 0 : …",
        )
    with cursor.binding(introduced):
        body = cursor.expression(WORD) if alone or nested else cursor.expression()
    if (alone or nested) and (rest := _speaks_on(cursor, bound)):
        hint = rf"put all that is said into brackets: {token.text} {write_latex(bound)}\, (…)"
        cursor.fail(rest, "syntax", f"{token.text} without : reaches to here", hint)
    sign = cast("t.Quantifier", token.text + sole)
    return t.Quantified(sign, bound, body, not alone, span=cursor.span(token))


def _is_alone(cursor: Cursor) -> bool:
    r"""Whether a letter is followed by what is said of it: `\forall x\, P(x)`, `\exists x\, (…)`."""
    said, behind = cursor.ahead(1), cursor.ahead(2)
    predicate = said.kind == "letter" and behind.text == "("
    return cursor.token.kind == "letter" and (said.text in ("(", r"\lnot") or predicate)


def _speaks_on(cursor: Cursor, bound: Node) -> Token | None:
    """Where the statement speaks of the letter behind what a quantifier without a colon reaches over."""
    depth, head = 0, bound.operands[0] if isinstance(bound, t.Relation) else bound
    names = {symbol_key(one) for one in t.symbols(head)}
    for at in range(cursor.index, len(cursor.tokens)):
        here, before = cursor.tokens[at], cursor.tokens[at - 1]
        depth += (here.text == "(") - (here.text == ")")
        if depth < 0 or (here.text in names and before.text in (r"\forall", r"\exists")):
            return None
        if here.text in names:
            return here
    return None


def _bound(cursor: Cursor) -> Node:
    r"""`x`, `x > 0`, or several names: `a, b \in \mathbb{R}`."""
    bound = cursor.expression(WORD)
    names = [bound]
    while isinstance(names[-1], t.Symbol) and cursor.token.text == ",":
        start, unknown = cursor.index, list(cursor.unknown)
        cursor.take()
        further = cursor.expression(WORD)
        head = further.operands[0] if isinstance(further, t.Relation) else further
        if not isinstance(head, t.Symbol) or cursor.token.text not in (",", ":", r"\colon", r"\forall", r"\exists"):
            cursor.index, cursor.unknown = start, unknown
            break
        names.append(further)
    if len(names) == 1:
        return bound
    last = names[-1]
    heads = (*names[:-1], last.operands[0] if isinstance(last, t.Relation) else last)
    listed = t.Listing(heads, span=t.through(heads[0], heads[-1]))
    if not isinstance(last, t.Relation):
        return listed
    return t.Relation((listed, *last.operands[1:]), last.operators, span=t.through(listed, last))
