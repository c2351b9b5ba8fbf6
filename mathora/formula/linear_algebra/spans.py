r"""Spans, kernels and their dimensions, as ranks and products.

| written | said |
| --- | --- |
| `v \in \operatorname{span}\{u, w\}` | the matrix of u, w, v has the rank of that of u, w |
| `\operatorname{span}\{u\} = \operatorname{span}\{w\}` | both have the rank of all their vectors |
| `\operatorname{span}\{u, w\} = \mathbb{R}^2` | the rank of u, w is 2 |
| `v \in \ker A` | `Av = 0` |
| `\ker A = \operatorname{span}\{u, w\}` | `Au = 0`, `Aw = 0`, and the ranks of A and of u, w make the columns of A |
| `\ker A = \{0\}`, `\dim \ker A` | the rank of A is its columns; these less the rank |
| `\dim N(A)`, `\dim C(A)`, `\operatorname{nullity}(A)` | the columns of A less its rank, its rank, as `\dim \ker A` |
| `\dim \operatorname{span}\{u, w\}` | the rank of u, w |

Law: nothing is said of what has no shape.
"""

from __future__ import annotations

from typing import Final

from mathora.formula import tree as t
from mathora.formula.linear_algebra.orders import shape, whole_of
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model


def of_spans(node: t.Node, model: Model) -> t.Node | None:
    """What a statement, or a dimension, says; None of anything else."""
    match node:
        case t.Relation((one, other), ("=" | r"\in" as sign,)):
            said = _equal(one, other, model) if sign == "=" else _member(one, other, model)
            return None if said is None else t.together(said)
        case t.Application(t.FunctionName("dim"), arguments=(of,)):
            if (spanned := _spanned(of, model)) is not None:
                return _rank(spanned)
            if (matrix := _of_columns(of, model)) is not None:
                return _rank_of(matrix)
            return None if (kernel := _kernel(of, model)) is None else t.Group(_nullity(*kernel))
        case t.Application(t.Symbol("nullity") as head, None, (matrix,)) if symbol_key(head) not in model:
            return of_spans(t.Application(t.FunctionName("dim"), None, (_kernel_of(matrix),)), model)
        case _:
            return None


def _member(vector: t.Node, where: t.Node, model: Model) -> tuple[t.Node, ...] | None:
    if (kernel := _kernel(where, model)) is not None:
        return (_vanishes(kernel[0], vector),)
    spanned, own = _spanned(where, model), _rows((vector,), model)
    if spanned is None or own is None or len(own[0]) != len(spanned[0]):
        return None
    return (t.Relation((_rank((*spanned, *own)), _rank(spanned)), ("=",)),)


def _equal(one: t.Node, other: t.Node, model: Model) -> tuple[t.Node, ...] | None:
    first, second = _spanned(one, model), _spanned(other, model)
    match first, other:
        case (row, *_), t.Power(t.Constant(r"\mathbb{R}"), t.Number(size)) if str(len(row)) == size:
            return (t.Relation((_rank(first), t.Number(size)), ("=",)),)
        case _:
            pass
    if first is not None and second is not None and len(first[0]) == len(second[0]):
        return (t.Relation((_rank(first), _rank((*first, *second)), _rank(second)), ("=", "=")),)
    kernel = _kernel(one, model)
    match kernel, _vectors(other):
        case (matrix, columns), (t.Number("0") | t.Constant(r"\mathbf{0}"),):
            return (t.Relation((_rank_of(matrix), t.Number(str(columns))), ("=",)),)
        case (matrix, columns), (_, *_) as vectors if second is not None:
            total = t.Addition((_rank(second), _rank_of(matrix)), ("+",))
            return (*(_vanishes(matrix, each) for each in vectors), t.Relation((total, t.Number(str(columns))), ("=",)))
        case _:
            return None


def _kernel(node: t.Node, model: Model) -> tuple[t.Node, int] | None:
    """A matrix of which something is the kernel, and how many columns it has."""
    match node:
        case t.Group(body):
            return _kernel(body, model)
        case t.Application(t.FunctionName("ker"), arguments=(matrix,)):
            known = shape(matrix, model)
            return None if known is None else (matrix, known[1])
        case t.Application(t.Symbol(name) as head, None, (matrix,)) if (
            name in KERNELS and symbol_key(head) not in model
        ):
            return _kernel(_kernel_of(matrix), model)
        case _:
            return None


def _kernel_of(matrix: t.Node) -> t.Node:
    return t.Application(t.FunctionName("ker"), None, (matrix,))


def _of_columns(node: t.Node, model: Model) -> t.Node | None:
    """A matrix with a shape whose columns, or rows, are as many dimensions as something has."""
    match node:
        case t.Group(body):
            return _of_columns(body, model)
        case t.Application(t.Symbol(name) as head, None, (matrix,)) if name in IMAGES and symbol_key(head) not in model:
            return matrix if shape(matrix, model) is not None else None
        case _:
            return None


KERNELS: Final = frozenset({"N", "null", "Null", "Nul", "nul"})
IMAGES: Final = frozenset({"C", "R", "Col", "col", "row", "Row", "range", "Range", "im", "Im"})
"""What the kernel of a matrix is called, and the spans of its columns and rows, which have as many dimensions."""


def _vectors(node: t.Node) -> tuple[t.Node, ...]:
    """What stands in the braces of a span, or in a set."""
    match node:
        case t.Application(t.FunctionName("span"), arguments=(t.Group(inner),)):
            return _vectors(inner)
        case t.Application(t.FunctionName("span"), arguments=(t.SetLiteral(items),)):
            return items
        case t.Application(t.FunctionName("span"), arguments=arguments):
            return arguments
        case t.SetLiteral(items):
            return items
        case _:
            return ()


def _spanned(node: t.Node, model: Model) -> tuple[tuple[t.Node, ...], ...] | None:
    is_span = isinstance(node, t.Application) and node.head == t.FunctionName("span")
    return _rows(_vectors(node), model) if is_span else None


def _rows(vectors: tuple[t.Node, ...], model: Model) -> tuple[tuple[t.Node, ...], ...] | None:
    """The vectors' entries, a row each; None where they are not vectors of one length."""
    shapes = [shape(one, model) for one in vectors]
    lengths = {one[0] for one in shapes if one is not None and one[1] == 1}
    if None in shapes or len(lengths) != 1 or any(one is not None and one[1] != 1 for one in shapes):
        return None
    places = range(1, lengths.pop() + 1)
    return tuple(
        one.items if isinstance(one, t.Tuple) else tuple(t.Component(t.Group(one), t.Number(str(at))) for at in places)
        for one in vectors
    )


def _rank(rows: tuple[tuple[t.Node, ...], ...]) -> t.Node:
    return _rank_of(t.Matrix(rows, "pmatrix"))


def _rank_of(matrix: t.Node) -> t.Node:
    if isinstance(matrix, t.Transpose) and matrix.mark[0] != "-":  # a matrix has as many as its rows
        return _rank_of(matrix.operand)
    return t.Application(t.FunctionName("rank"), None, (matrix,))


def _nullity(matrix: t.Node, columns: int) -> t.Node:
    return t.Addition((t.Number(str(columns)), _rank_of(matrix)), ("-",))


def _vanishes(matrix: t.Node, vector: t.Node) -> t.Node:
    return t.Relation((t.Product((whole_of(matrix), whole_of(vector)), ("",)), t.Number("0")), ("=",))
