r"""Spans, kernels and their dimensions, as ranks and products.

| written | said |
| --- | --- |
| `v \in \operatorname{span}\{u, w\}` | the matrix of u, w, v has the rank of that of u, w |
| `\operatorname{span}\{u\} = \operatorname{span}\{w\}` | both have the rank of all their vectors |
| `\operatorname{span}\{u, w\} = \mathbb{R}^2` | the rank of u, w is 2 |
| `v \in \ker A` | `Av = 0` |
| `\ker A = \operatorname{span}\{u, w\}` | `Au = 0`, `Aw = 0`, and the ranks of A and of u, w make the columns of A |
| `\ker A = \{0\}`, `\dim \ker A` | the rank of A is its columns; these less the rank |
| `\dim \operatorname{span}\{u, w\}` | the rank of u, w |

Law: nothing is said of what has no shape.
"""

from __future__ import annotations

from mathora.formula.linear_algebra.orders import shape, whole_of
from mathora.formula.tree.model import Model
from mathora.formula.tree.node import Node
from mathora.formula.tree.parts import Component
from mathora.formula.tree.regrouping import together
from mathora.formula.tree.statements import Application, Relation
from mathora.formula.tree.terms import (
    Addition,
    Constant,
    FunctionName,
    Group,
    Matrix,
    Number,
    Power,
    Product,
    SetLiteral,
    Tuple,
)


def of_spans(node: Node, model: Model) -> Node | None:
    """What a statement, or a dimension, says; None of anything else."""
    match node:
        case Relation(operands=(one, other), operators=("=" | r"\in" as sign,)):
            said = _equal(one, other, model) if sign == "=" else _member(one, other, model)
            return None if said is None else together(said)
        case Application(head=FunctionName(name="dim"), arguments=(of,)):
            if (spanned := _spanned(of, model)) is not None:
                return _rank(spanned)
            return None if (kernel := _kernel(of, model)) is None else Group(_nullity(*kernel))
        case _:
            return None


def _member(vector: Node, where: Node, model: Model) -> tuple[Node, ...] | None:
    if (kernel := _kernel(where, model)) is not None:
        return (_vanishes(kernel[0], vector),)
    spanned, own = _spanned(where, model), _rows((vector,), model)
    if spanned is None or own is None or len(own[0]) != len(spanned[0]):
        return None
    return (Relation((_rank((*spanned, *own)), _rank(spanned)), ("=",)),)


def _equal(one: Node, other: Node, model: Model) -> tuple[Node, ...] | None:
    first, second = _spanned(one, model), _spanned(other, model)
    match first, other:
        case (row, *_), Power(base=Constant(name=r"\mathbb{R}"), exponent=Number(text=size)) if str(len(row)) == size:
            return (Relation((_rank(first), Number(size)), ("=",)),)
        case _:
            pass
    if first is not None and second is not None and len(first[0]) == len(second[0]):
        return (Relation((_rank(first), _rank((*first, *second)), _rank(second)), ("=", "=")),)
    kernel = _kernel(one, model)
    match kernel, _vectors(other):
        case (matrix, columns), (Number(text="0") | Constant(name=r"\mathbf{0}"),):
            return (Relation((_rank_of(matrix), Number(str(columns))), ("=",)),)
        case (matrix, columns), (_, *_) as vectors if second is not None:
            total = Addition((_rank(second), _rank_of(matrix)), ("+",))
            return (*(_vanishes(matrix, each) for each in vectors), Relation((total, Number(str(columns))), ("=",)))
        case _:
            return None


def _kernel(node: Node, model: Model) -> tuple[Node, int] | None:
    """A matrix of which something is the kernel, and how many columns it has."""
    match node:
        case Group(body=body):
            return _kernel(body, model)
        case Application(head=FunctionName(name="ker"), arguments=(matrix,)):
            known = shape(matrix, model)
            return None if known is None else (matrix, known[1])
        case _:
            return None


def _vectors(node: Node) -> tuple[Node, ...]:
    """What stands in the braces of a span, or in a set."""
    match node:
        case Application(head=FunctionName(name="span"), arguments=(Group(body=inner),)):
            return _vectors(inner)
        case Application(head=FunctionName(name="span"), arguments=(SetLiteral(items=items),)):
            return items
        case Application(head=FunctionName(name="span"), arguments=arguments):
            return arguments
        case SetLiteral(items=items):
            return items
        case _:
            return ()


def _spanned(node: Node, model: Model) -> tuple[tuple[Node, ...], ...] | None:
    is_span = isinstance(node, Application) and node.head == FunctionName("span")
    return _rows(_vectors(node), model) if is_span else None


def _rows(vectors: tuple[Node, ...], model: Model) -> tuple[tuple[Node, ...], ...] | None:
    """The vectors' entries, a row each; None where they are not vectors of one length."""
    shapes = [shape(one, model) for one in vectors]
    lengths = {one[0] for one in shapes if one is not None and one[1] == 1}
    if None in shapes or len(lengths) != 1 or any(one is not None and one[1] != 1 for one in shapes):
        return None
    places = range(1, lengths.pop() + 1)
    return tuple(
        one.items if isinstance(one, Tuple) else tuple(Component(Group(one), Number(str(at))) for at in places)
        for one in vectors
    )


def _rank(rows: tuple[tuple[Node, ...], ...]) -> Node:
    return _rank_of(Matrix(rows, "pmatrix"))


def _rank_of(matrix: Node) -> Node:
    return Application(FunctionName("rank"), None, (matrix,))


def _nullity(matrix: Node, columns: int) -> Node:
    return Addition((Number(str(columns)), _rank_of(matrix)), ("-",))


def _vanishes(matrix: Node, vector: Node) -> Node:
    return Relation((Product((whole_of(matrix), whole_of(vector)), ("",)), Number("0")), ("=",))
