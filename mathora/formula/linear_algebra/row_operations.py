r"""Row operations that are written over an arrow between two matrices, as equations.

| written | said |
| --- | --- |
| `A \xrightarrow{R_2 - 3R_1} B`, `A \overset{R_2 \to R_2 - 3R_1}{\sim} B` | A with this as its second row `= B` |
| `A \xrightarrow{R_1 \leftrightarrow R_2} B` | A with both rows exchanged `= B` |
| `A \xrightarrow{R_2 - R_1, R_3 - R_1} B` | one after the other |

Laws:
- Rows are R, r, Z or L with a number. Which row changes is said (`\to`, `\leftarrow`, `=`), or it is the only one of
  those named in which the matrices differ, or else the first that is named.
- A row is changed by multiples of rows, of which it is one, and not by 0 times itself; what is no such operation says
  nothing. Source: H. Anton, "Elementary Linear Algebra", section 1.1.
"""

from __future__ import annotations

from typing import Final

from mathora.formula import tree as t
from mathora.formula.tree.substitution import substituted

_ROWS: Final = frozenset("RrZL")
_SAYS_ROW: Final = frozenset({"=", ":=", r"\to", r"\leftarrow"})


def row_operations_said(node: t.Node) -> tuple[t.Relation, ...]:
    """What the arrows of a chain of matrices claim; empty if there is one over which no row operation stands."""
    said = list[t.Relation]()
    while isinstance(node, t.Noted):
        before, after = node.left.right if isinstance(node.left, t.Noted) else node.left, node.right
        done = None
        if isinstance(before, t.Matrix) and isinstance(after, t.Matrix) and node.sign in {r"\to", r"\sim"}:
            done = _after(before, node.note, after)
        if done is None:
            return ()
        said.insert(0, t.Relation((done, after), ("=",)))
        node = node.left
    return tuple(said)


def _after(matrix: t.Matrix, note: t.Node, found: t.Matrix) -> t.Matrix | None:
    """The matrix after the operations of a note; None if these are none."""
    result: t.Matrix | None = matrix
    operations = t.taken_apart(note)
    for one in operations:
        result = _operated(result, one, found) if result is not None else None
    return result


def _operated(matrix: t.Matrix, note: t.Node, found: t.Matrix) -> t.Matrix | None:
    match note:
        case (
            t.Relation(operators=(r"\leftrightarrow",), operands=(one, other))
            | t.Logic(operators=(r"\Leftrightarrow",), operands=(one, other))
        ):
            places = [_row(one, matrix), _row(other, matrix)]
            if None in places:
                return None
            rows = list(matrix.rows)
            first, second = (at for at in places if at is not None)
            rows[first], rows[second] = rows[second], rows[first]
            return t.Matrix(tuple(rows), matrix.bracket, matrix.ruled)
        case t.Relation(operators=(sign,), operands=(target, change)) if sign in _SAYS_ROW:
            return _changed(matrix, _row(target, matrix), change)
        case t.Addition() | t.Signed() | t.Product() | t.Quotient():
            named = list(dict.fromkeys(at for at in (_row(part, matrix) for _, part in t.walk(note)) if at is not None))
            changed = [at for at in named if found.rows[at : at + 1] != matrix.rows[at : at + 1]]
            return _changed(matrix, next(iter(changed if len(changed) == 1 else named), None), note)
        case _:
            return None


def _changed(matrix: t.Matrix, place: int | None, change: t.Node) -> t.Matrix | None:
    """The matrix with another row in a place: the change, read entry by entry."""
    terms = change.terms if isinstance(change, t.Addition) else (change,)
    names = [name for one in terms for name in [_multiple(one, matrix)] if name is not None]
    if place is None or len(names) < len(terms) or place not in {_row(one, matrix) for one in names}:
        return None
    entries = []
    for column in range(len(matrix.rows[place])):
        entry: t.Node | None = change
        for name in names:
            value = matrix.rows[_row(name, matrix) or 0][column]
            entry = substituted(entry, name, value) if entry is not None else None
        if entry is None:
            return None
        entries.append(entry)
    rows = [tuple(entries) if at == place else row for at, row in enumerate(matrix.rows)]
    return t.Matrix(tuple(rows), matrix.bracket, matrix.ruled)


def _multiple(term: t.Node, matrix: t.Matrix) -> t.Symbol | None:
    """The row of which a term is a multiple, by something that is not written as zero; None if it is of none."""
    match term:
        case t.Signed(operand=operand):
            return _multiple(operand, matrix)
        case t.Quotient(above):
            return _multiple(above, matrix)
        case t.Product((*factors, last)) if not any(
            isinstance(part, t.Symbol) and _row(part, matrix) is not None for one in factors for _, part in t.walk(one)
        ):
            zero = any(isinstance(one, t.Number) and one.value == 0 for one in factors)
            return None if zero else _multiple(last, matrix)
        case t.Symbol():
            return term if _row(term, matrix) is not None else None
        case _:
            return None


def _row(node: t.Node, matrix: t.Matrix) -> int | None:
    """The place of the row that a name stands for, from 0."""
    match node:
        case t.Symbol(name, subscript=t.Number(text)) if name in _ROWS and text.isdigit():
            return int(text) - 1 if 0 < int(text) <= len(matrix.rows) else None
        case _:
            return None
