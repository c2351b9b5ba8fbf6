r"""Points that a formula turns: `(1, 2)^\top` is the column that nearly all courses mean by it.

Owns: `with_points_turned`, `as_column`.

| in a formula | stands for |
| --- | --- |
| `x = (1, 2)^\top`, `A (1, 2)^\top`, `\|(3, 4)^\top\|` | `x = (1, 2)`, … : a point is a column already |
| `x^\top = (1, 2)`, `(1, 2)^\top A = (7, 10)` | `x^\top = (1, 2)^\top`, … : beside a row, also of a matrix, it is one |
| `(1, 2)^\top (3, 4)`, `(1, 2)^\top A` | the same: what multiplies from the left is a row |
| `[1, 2]^\top` | `(1, 2)^\top`: nothing turns an interval |

Law: nothing else is turned, and what is displayed keeps its sign.
"""

from __future__ import annotations

from typing import Literal

from mathora.formula import tree as t
from mathora.formula.tree.model import Model

Lie = Literal["row", "column"]


def with_points_turned(node: t.Node, model: Model) -> t.Node:
    """A formula whose points lie as what stands beside them; the very same if nothing in it is turned."""
    rows = (part for _, part in t.walk(node) if isinstance(part, t.Matrix) and _lie(part, model) == "row")
    if next(rows, None) is None and not any(isinstance(part, t.Transpose) for _, part in t.walk(node)):
        return node
    node = t.with_each(node, lambda one: with_points_turned(one, model))
    match node:
        case t.Transpose(t.IntervalSet(low, high, "[", "]")):
            return t.Transpose(t.Tuple((low, high)), node.mark, span=node.span)
        case t.Relation(operands):
            lies = {_lie(one, model) for one in operands}
            row = "row" in lies and "column" not in lies
            return t.with_each(node, lambda one: _turned(one, model, row=row))
        case t.Norm() | t.Application() | t.SetLiteral():
            return t.with_each(node, lambda one: as_column(one, model))
        case _:
            return node


def as_column(node: t.Node, model: Model) -> t.Node:
    r"""A value with its points as columns: `2(1, 2)` for `2(1, 2)^\top`."""
    return _turned(node, model, row=False)


def _turned(node: t.Node, model: Model, *, row: bool) -> t.Node:
    match node:
        case t.Tuple() if row:
            return t.Transpose(node, r"\top")
        case t.Transpose(t.Tuple() as point):
            return node if row else point
        case t.Group() | t.Signed() | t.Addition():
            return t.with_each(node, lambda one: _turned(one, model, row=row))
        case t.Product(factors, signs) if {*signs} <= {r"\cdot", r"\times"} and all(
            _is_point(one, model) for one in factors
        ):
            return t.with_each(node, lambda one: as_column(one, model))
        case t.Product((*before, last)) if not any(
            _is_point(one, model) or (row and _is_matrix(one, model)) for one in before
        ):
            return t.with_each(node, lambda one: _turned(one, model, row=row) if one is last else one)
        case _:
            return node


def _is_point(node: t.Node, model: Model) -> bool:
    points = t.Tuple | t.Transpose | t.Group
    return _lie(node, model) is not None or (isinstance(node, points) and isinstance(node.children[0], t.Tuple))


def _lie(node: t.Node, model: Model) -> Lie | None:  # noqa: PLR0911 - a row for each kind of side
    """How a side lies, as it is written; None of a number, a point, a square matrix, and what is not known."""
    match node:
        case t.Transpose(operand):
            lie = _lie(operand, model)
            return None if lie is None else "column" if lie == "row" else "row"
        case t.Matrix(((first, _, *_),)) if (name := model.named(first)) is not None and name.is_array:
            return None  # columns side by side
        case t.Matrix(rows):
            return _of_shape(len(rows), len(rows[0]))
        case t.Nabla("gradient"):
            return "column"
        case t.Group() | t.Signed() | t.Addition():
            return next((lie for one in node.children if (lie := _lie(one, model))), None)
        case t.Product((t.Transpose(t.Tuple()), *_, last)) if _is_matrix(last, model):
            return "row"
        case t.Product(factors):
            lies = [lie for one in factors if (lie := _lie(one, model))]
            return lies[0] if len(lies) == 1 else None
        case _:
            name = model.named(node)
            if name is None or name.function:
                return None
            return _of_shape(*name.shape) if name.shape else "column" if name.kind == "vector" else None


def _is_matrix(node: t.Node, model: Model) -> bool:
    return (isinstance(node, t.Matrix) or model.kind_of(node) == "matrix") and _lie(node, model) is None


def _of_shape(rows: int, columns: int) -> Lie | None:
    return None if (rows == 1) == (columns == 1) else "row" if rows == 1 else "column"
