r"""The rules for environments (aligned, matrices, cases) and for what is drawn around a formula and over a sign.

Laws:
- Rows of a matrix have one length; a row of aligned steps has at most one `&` before its relation, and `&&` before a
  remark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from mathora.formula import tree as t
from mathora.formula.reader import commands
from mathora.formula.reader.cursor import RELATION
from mathora.formula.reader.terms import argument, arrow, listing, relation, script_argument
from mathora.formula.reader.tokens import END

if TYPE_CHECKING:
    from mathora.formula.reader.cursor import Cursor
    from mathora.formula.reader.tokens import Token
    from mathora.formula.tree import Node


def environment(cursor: Cursor, token: Token) -> Node:
    r"""`\begin{…}`: its rows, by what kind of environment it is."""
    word = token.text
    with cursor.within(word):
        if word in commands.ALIGNMENTS:
            node = _aligned(cursor, token)
        elif word in commands.MATRICES:
            node = _matrix(cursor, token, word, 0)
        elif word == "array":
            ruled = _before_rule(cursor)
            goal = cursor.token.text.strip().lower() in t.SOUGHT
            node = _aligned(cursor, token) if goal else _matrix(cursor, token, "matrix", ruled)
        elif word == "cases":
            node = _cases(cursor, token)
        else:
            cursor.fail(
                token,
                "unknown-command",
                f"unknown environment {word}",
                "leave it out" if word.rstrip("*") in ("equation", "displaymath", "math") else _KNOWN,
            )
    return node


_KNOWN = "known: aligned, cases, bmatrix, pmatrix, vmatrix, array"


def _end(cursor: Cursor, token: Token) -> t.Span:
    closer = cursor.take()
    if closer.kind != "end" or closer.text != token.text:
        cursor.fail(
            closer,
            "syntax",
            rf"expected \end{{{token.text}}}, found {cursor.found(closer)}",
            r"each \begin{…} ends with its own \end{…}",
        )
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
        cursor.fail(token, "syntax", "an environment without rows", r"write rows, parted by \\")
    return t.Aligned(tuple(rows), tuple(marks), span=span)


def _row(cursor: Cursor) -> tuple[Node, int | None]:
    r"""One row: `f(x) &= a`, `&= b`, `&\Rightarrow x = 3`, `\Rightarrow x &= 3`, `x &= 2 \text{ or } x = 3`."""
    at, start = _take_ampersand(cursor), cursor.token
    blank = t.Blank(span=t.Span(start.start, start.start))
    if cursor.token.text in t.ARROWS:
        row = cursor.behind(arrow(cursor, blank))
    elif cursor.token.text in commands.RELATIONS:
        row = cursor.behind(relation(cursor, blank))
    else:
        row = cursor.expression()
        row = listing(cursor, row) if isinstance(row, t.Symbol) and cursor.token.text == "," else row
    if not isinstance(row, t.Relation | t.Logic | t.Quantified) and start.text not in _GOALS:
        cursor.fail(start, "syntax", "a row without a relation", "a row of steps begins with its relation: &= …")
    if cursor.accept("&"):  # && \text{divide by } 2
        cursor.accept("&")
        if cursor.token.kind != "text":
            cursor.fail(cursor.token, "syntax", "no words behind &&", r"write && \text{divide by } 2, or leave && out")
        row = cursor.behind(row)
    begins = t.sign_places(row)
    return row, None if at is None or not begins else sum(place <= at for place in begins)


def _take_ampersand(cursor: Cursor) -> int | None:
    """Where the sign before which the row's & stands begins; the & is gone then. None without one, or at the start."""
    depth = 0
    for index in range(cursor.index, len(cursor.tokens) - 1):
        token, after = cursor.tokens[index : index + 2]
        depth += {"begin": 1, "end": -1}.get(token.kind, 0)
        if depth < 0 or (depth == 0 and token.text == r"\\"):
            break
        if depth == 0 and token.text == "&":
            sign = after.text in commands.RELATIONS | t.ARROWS
            if index > cursor.index and (after.text == "&" or after.kind == "text"):
                return None
            if not sign and _states_problem(cursor):
                del cursor.tokens[index]
                return None
            if not sign and index > cursor.index:
                cursor.fail(token, "syntax", "& stands before the relation of its row", "write f(x) &= …")
            del cursor.tokens[index]
            return after.start if sign else None
    return None


_GOALS = frozenset({r"\min", r"\max"})


def _states_problem(cursor: Cursor) -> bool:
    r"""Whether a row begins with what is sought or what it is subject to: behind it, & parts no statement."""
    words = cursor.token.text.strip().lower()
    return cursor.token.text in _GOALS or words in {*t.SOUGHT, "s.t.", "subject to"}


def _cells(cursor: Cursor) -> list[Node]:
    cells = [_cell(cursor)]
    while cursor.accept("&"):
        cells.append(_cell(cursor))
    return cells


def _cell(cursor: Cursor) -> Node:
    if cursor.token.text in ("&", r"\\") or _at_end(cursor):
        return t.Blank(span=t.Span(cursor.token.start, cursor.token.start))
    return cursor.expression()


def _before_rule(cursor: Cursor) -> int:
    r"""How many columns `{cc|c}` has before its rule; 0 without one."""
    cursor.expect("{", r"behind \begin{array}")
    columns, rules = 0, list[int]()
    while (token := cursor.token).text in {"l", "c", "r", "|"}:
        cursor.take()
        rules += [columns] if token.text == "|" else []
        columns += token.text != "|"
    if len(rules) > 1 or 0 in rules or columns in rules:
        cursor.fail(token, "syntax", "an array has one vertical rule, between two columns", "write {cc|c}")
    cursor.expect("}", "behind the columns: l, c, r and | for a vertical rule")
    return rules[0] if rules else 0


def _matrix(cursor: Cursor, token: Token, word: str, ruled: int) -> Node:
    rows = []
    while not _at_end(cursor):
        rows.append(tuple(_cells(cursor)))
        if not cursor.accept(r"\\"):
            break
    span = _end(cursor, token)
    lengths = sorted({len(row) for row in rows})
    if len(lengths) != 1:
        cursor.fail(
            token,
            "shape",
            f"a matrix whose rows have {' and '.join(map(str, lengths)) or 'no'} entries",
            "write as many entries in each row, parted by &",
        )
    if ruled >= max(lengths):
        cursor.fail(token, "shape", f"a rule behind column {ruled}, and {lengths[0]} columns", "write {cc|c}")
    return t.Matrix(tuple(rows), cast("t.MatrixBracket", word), ruled, span=span)


def _cases(cursor: Cursor, token: Token) -> Node:
    rows = []
    while not _at_end(cursor):
        start = cursor.token
        value = cursor.expression()
        cursor.accept(",")
        condition = cursor.expression() if cursor.accept("&") else None
        cursor.accept(",", ";", ".")
        rows.append(t.Case(value, condition, span=cursor.span(start)))
        if not cursor.accept(r"\\"):
            break
    span = _end(cursor, token)
    if not rows:
        cursor.fail(token, "syntax", "cases without rows", r"write x & x \ge 0 \\ -x & x < 0")
    return t.Cases(tuple(rows), span=span)


def annotated(cursor: Cursor, token: Token) -> Node:
    r"""`\boxed{x}`, `\underbrace{x}_{n}`."""
    kind = cast("t.AnnotationKind", token.text[1:])
    body = argument(cursor)
    note = None
    mark = {"underbrace": "_", "overbrace": "^"}.get(kind)
    if mark and cursor.accept(mark):
        note = _label(cursor) or script_argument(cursor, mark)
    return t.Annotated(kind, body, note, span=cursor.span(token))


def _label(cursor: Cursor) -> Node | None:
    r"""`= 5`, `\ge 0`, `3 \text{ times}`: what stands at a brace and is no formula by itself; None for all else."""
    start = cursor.index
    if not cursor.accept("{"):
        return None
    token = cursor.token
    if token.text in commands.RELATIONS:
        note = relation(cursor, t.Blank(span=t.Span(token.start, token.start)))
    elif cursor.ahead(1).kind == "text":
        count = cursor.factor()
        words = cursor.take()
        note = t.Product((count, t.UprightWords(words.text, span=cursor.span(words))), ("",), span=cursor.span(token))
    else:
        cursor.index = start
        return None
    cursor.expect("}", "to close the label")
    return note


def noted(cursor: Cursor, left: Node) -> Node:
    r"""`\xrightarrow{d}`, `\overset{\text{iid}}{\sim}`: a note over the sign of a relation."""
    token = cursor.take()
    note = _demand(cursor)
    if note is None:
        cursor.indexing += 1  # letters are labels here
        note = _around(cursor)
        cursor.indexing -= 1
    sign = r"\to"
    if token.text != r"\xrightarrow":
        braced = cursor.accept("{")
        sign = cursor.take().text
        if sign not in commands.RELATIONS:
            hint = r"write \overset{\text{iid}}{\sim}"
            cursor.fail(token, "syntax", f"{token.text} stands over the sign of a relation, found '{sign}'", hint)
        if braced:
            cursor.expect("}", "behind the sign")
    right = cursor.expression(RELATION)
    return t.Noted(left, note, right, cast("t.RelationSign", sign), span=t.through(left, right))


def _around(cursor: Cursor) -> Node:
    r"""What stands over a sign, with what an arrow has under it: `\xrightarrow[n \to \infty]{d}` is one note."""
    if not cursor.accept("["):
        return argument(cursor)
    with cursor.within("]"):
        under = cursor.expression()
    cursor.expect("]", "behind what stands under the arrow")
    if (cursor.token.text, cursor.ahead(1).text) == ("{", "}"):
        cursor.index += 2
        return under
    over = argument(cursor)
    return t.Listing((over, under), span=t.through(over, under))


def _demand(cursor: Cursor) -> Node | None:
    r"""`\overset{!}{=}`: the mark of what is demanded; None where no mark stands."""
    mark = cursor.ahead(1)
    if (cursor.ahead(0).text, cursor.ahead(2).text) != ("{", "}") or mark.text not in t.DEMANDS:
        return None
    for _ in range(3):
        cursor.take()
    return t.UprightWords(mark.text, span=cursor.span(mark))
