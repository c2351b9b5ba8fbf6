r"""Orders of matrices and vectors, as relations of numbers.

Owns: `definite`, `minors`, `quadratic_form`, `shape`, `DEFINITE`.

| written | said |
| --- | --- |
| `A \succ 0` | `A^\top = A`, and its leading minors are positive |
| `A \succeq B`, `A \preceq B` | all principal minors of `A - B`, or `B - A`, are at least 0 |
| `x \succeq 0` of a vector | each entry is at least 0 |
| `x^\top A x > 0 \quad \text{for all } x \ne 0` | `A + A^\top \succ 0` |
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from mathora.formula.linear_algebra.vectors import ZEROS, shape_of
from mathora.formula.tree.node import Node
from mathora.formula.tree.parts import Component
from mathora.formula.tree.regrouping import together
from mathora.formula.tree.statements import CONDITIONS, Logic, Quantified, Relation, RelationSign
from mathora.formula.tree.terms import (
    Addition,
    Group,
    Matrix,
    Number,
    Power,
    Product,
    Signed,
    Symbol,
    Transpose,
    Tuple,
    side_by_side,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mathora.formula.tree.model import Model

DEFINITE: Final = frozenset({r"\succ", r"\succeq", r"\prec", r"\preceq"})
_ZERO: Final = Number("0")
_MANY_ROWS: Final = 4


def whole_of(node: Node) -> Node:
    """A matrix in brackets where it is made of several."""
    return node if isinstance(node, Symbol | Matrix | Group) else Group(node)


def definite(left: Node, right: Node, sign: str, model: Model) -> Node | None:
    """What an order of matrices, or of vectors entry by entry, says; None where nothing says how large they are."""
    above, strict = sign.startswith(r"\succ"), not sign.endswith("eq")
    shapes = [shape(one, model) for one in (left, right) if one != _ZERO]
    if not shapes or shapes[0] is None or len({*shapes}) > 1:
        return None
    rows, columns = shapes[0]
    whole = left if right == _ZERO else right if left == _ZERO else Addition((left, right), ("-",))
    above = above if left != _ZERO else not above
    if columns == 1:
        signs: RelationSign = (">" if strict else r"\ge") if above else ("<" if strict else r"\le")
        entries = (Component(Group(whole), Number(str(one))) for one in range(1, rows + 1))
        return together(tuple(Relation((one, _ZERO), (signs,)) for one in entries))
    return minors(whole, rows, strict=strict, above=above) if rows == columns <= _MANY_ROWS else None


def quadratic_form(node: Node, model: Model) -> Node | None:
    r"""`x^\top A x > 0` of all x but 0, as what it says of A; None of anything else."""
    match node:
        case Logic(operands=(Relation() as form, Relation() as bound), operators=(word,)) if word in CONDITIONS:
            pass
        case Quantified(quantifier=r"\forall", bound=Relation() as bound, body=Relation() as form):
            pass
        case _:
            return None
    match form, bound:
        case (
            Relation(
                operands=(Product(factors=(Transpose(operand=one), *inner, other)), zero),
                operators=(">" | "<" as sign,),
            ),
            Relation(operands=(vector, but), operators=(r"\ne",)),
        ) if one == other == vector and inner and zero == _ZERO and but in ZEROS:
            middle: Node = inner[0] if len(inner) == 1 else Group(side_by_side(inner))
            twice = Group(Addition((middle, Transpose(whole_of(middle), r"\top")), ("+",)))
            size = shape(middle, model)
            fits = size is not None and size[0] == size[1] <= _MANY_ROWS
            return minors(twice, size[0], strict=True, above=sign == ">") if fits and size else None
        case _:
            return None


def shape(node: Node, model: Model) -> tuple[int, int] | None:  # noqa: PLR0911 - a row per kind
    """The rows and columns of a value as its form and the model say them; None if they say nothing."""
    match node:
        case Matrix(rows=rows):
            return len(rows), len(rows[0])
        case Tuple(items=items):
            return len(items), 1
        case Group(body=body) | Signed(operand=body) | Power(base=body):
            return shape(body, model)
        case Transpose(operand=body):
            turned = shape(body, model)
            return None if turned is None else (turned[1], turned[0])
        case Product(factors=factors, operators=signs) if not any(signs):
            shapes = [one for part in factors if (one := shape(part, model)) is not None]
            return (shapes[0][0], shapes[-1][1]) if shapes else None
        case Addition(terms=(first, *_)):
            return shape(first, model)
        case _:
            return shape_of(node, model)


def minors(whole: Node, size: int, *, strict: bool, above: bool) -> Node:
    """That it is symmetric, and what its principal minors are by J. J. Sylvester's criterion."""
    signed = Group(whole if above else Signed("-", whole_of(whole)))
    places = range(1, size + 1)
    chosen = [tuple(range(1, last + 1)) for last in places]
    if not strict:
        chosen = [one for count in places for one in combinations(places, count)]
    sign: RelationSign = ">" if strict else r"\ge"
    minors = tuple(Relation((_minor(signed, one), _ZERO), (sign,)) for one in chosen)
    symmetric = Relation((Transpose(whole_of(whole), r"\top"), whole), ("=",))
    return together((symmetric, *minors))


def _minor(whole: Node, chosen: Sequence[int]) -> Node:
    rows = tuple(tuple(Component(whole, Number(f"{row}{column}")) for column in chosen) for row in chosen)
    return rows[0][0] if len(rows) == 1 else Matrix(rows, "vmatrix")
