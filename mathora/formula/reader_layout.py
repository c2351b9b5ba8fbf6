r"""The rules for environments (aligned, matrices, cases) and for what is drawn around a formula.

Laws:
- Rows of a matrix have one length; a row of aligned steps has at most one `&`, before its relation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from mathora.formula import names
from mathora.formula import tree as t
from mathora.formula.reader_terms import argument, arrow, relation, script_argument
from mathora.formula.tokens import END

if TYPE_CHECKING:
    from mathora.formula.cursor import Cursor
    from mathora.formula.tokens import Token
    from mathora.formula.tree import Node


def environment(cursor: Cursor, token: Token) -> Node:
    r"""`\begin{…}`: its rows, by what kind of environment it is."""
    word = token.text
    with cursor.within(word):
        if word in names.ALIGNMENTS:
            node = _aligned(cursor, token)
        elif word in names.MATRICES:
            node = _matrix(cursor, token, word)
        elif word == "cases":
            node = _cases(cursor, token)
        else:
            cursor.fail(
                token,
                "unknown-command",
                f"unknown environment {word}",
                "known: aligned, cases, bmatrix, pmatrix, vmatrix",
            )
    return node


def _end(cursor: Cursor, token: Token) -> t.Span:
    closer = cursor.take()
    if closer.kind != "end" or closer.text != token.text:
        cursor.fail(closer, "syntax", rf"expected \end{{{token.text}}}, found {cursor.found(closer)}")
    return cursor.span(token)


def _at_end(cursor: Cursor) -> bool:
    return cursor.token.kind in ("end", END)


def _aligned(cursor: Cursor, token: Token) -> Node:
    rows: list[Node] = []
    marks: list[int | None] = []
    while not _at_end(cursor):
        row, mark = _row(cursor)
        rows.append(row)
        marks.append(mark)
        if not cursor.accept(r"\\"):
            break
    span = _end(cursor, token)
    if not rows:
        cursor.fail(token, "syntax", "an environment without rows")
    return t.Aligned(tuple(rows), tuple(marks), span=span)


def _row(cursor: Cursor) -> tuple[Node, int | None]:
    r"""One row: `f(x) &= a`, `&= b`, `&\Rightarrow x = 3`, `f(x) = a`."""
    start = cursor.token
    left: Node = t.Blank(span=t.Span(start.start, start.start))
    if start.text != "&" and start.text not in names.RELATIONS and start.text not in names.ARROWS:
        left = cursor.expression()
    if cursor.token.text == "&":
        ampersand = cursor.take()
        operator = cursor.token
        before = len(left.operators) if isinstance(left, t.Relation | t.Logic) else 0
        if operator.text in names.RELATIONS:
            node = relation(cursor, left)
            row = _joined(left, node)
        elif operator.text in names.ARROWS:
            row = arrow(cursor, left)
        elif isinstance(left, t.Blank):
            return cursor.expression(), None
        else:
            cursor.fail(ampersand, "syntax", "& stands before the relation of its row", "write f(x) &= …")
        if cursor.token.text in names.ARROWS:
            row = arrow(cursor, row)
            before = 0 if not isinstance(left, t.Logic) else before
        return row, before
    if isinstance(left, t.Blank) and start.text in names.RELATIONS:
        return relation(cursor, left), None
    if isinstance(left, t.Blank):
        return arrow(cursor, left), None
    return left, None


def _joined(left: Node, node: Node) -> Node:
    """`a = b &= c` is one chain."""
    if isinstance(left, t.Relation) and isinstance(node, t.Relation):
        return t.Relation(left.operands + node.operands[1:], left.operators + node.operators, span=node.span)
    return node


def _cells(cursor: Cursor) -> list[Node]:
    cells = [_cell(cursor)]
    while cursor.accept("&"):
        cells.append(_cell(cursor))
    return cells


def _cell(cursor: Cursor) -> Node:
    if cursor.token.text in ("&", r"\\") or _at_end(cursor):
        return t.Blank(span=t.Span(cursor.token.start, cursor.token.start))
    return cursor.expression()


def _matrix(cursor: Cursor, token: Token, word: str) -> Node:
    rows = []
    while not _at_end(cursor):
        rows.append(tuple(_cells(cursor)))
        if not cursor.accept(r"\\"):
            break
    span = _end(cursor, token)
    lengths = sorted({len(row) for row in rows})
    if len(lengths) != 1:
        cursor.fail(token, "shape", f"a matrix whose rows have {' and '.join(map(str, lengths)) or 'no'} entries")
    return t.Matrix(tuple(rows), cast("t.MatrixBracket", word), span=span)


def _cases(cursor: Cursor, token: Token) -> Node:
    rows = []
    while not _at_end(cursor):
        start = cursor.token
        value = cursor.expression()
        cursor.accept(",")
        condition = cursor.expression() if cursor.accept("&") else None
        rows.append(t.Case(value, condition, span=cursor.span(start)))
        if not cursor.accept(r"\\"):
            break
    span = _end(cursor, token)
    if not rows:
        cursor.fail(token, "syntax", "cases without rows")
    return t.Cases(tuple(rows), span=span)


def annotated(cursor: Cursor, token: Token) -> Node:
    r"""`\boxed{x}`, `\underbrace{x}_{n}`."""
    kind = cast("t.AnnotationKind", token.text[1:])
    body = argument(cursor)
    note = None
    mark = {"underbrace": "_", "overbrace": "^"}.get(kind)
    if mark and cursor.accept(mark):
        note = script_argument(cursor, mark)
    return t.Annotated(kind, body, note, span=cursor.span(token))
