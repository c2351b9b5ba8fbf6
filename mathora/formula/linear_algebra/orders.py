r"""Orders of matrices and vectors, as relations of numbers.

Owns: `definite`, `minors`, `quadratic_form`, `shape`, `DEFINITE`.

| written | said |
| --- | --- |
| `A \succ 0` | `A^\top = A`, and its leading minors are positive |
| `A \succeq B`, `A \preceq B` | all principal minors of `A - B`, or `B - A`, are at least 0 |
| `x \succeq 0` of a vector | each entry is at least 0 |
| `x^\top A x > 0 \quad \text{for all } x \ne 0` | `A + A^\top \succ 0` |
| `x^\top A x = 2x_1^2 + x_2^2 > 0 \quad \text{for } x \ne 0` | the same, and the first link |
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from mathora.formula import tree as t
from mathora.formula.linear_algebra.vectors import ZEROS, shape_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mathora.formula.tree.model import Model

DEFINITE: Final = frozenset({r"\succ", r"\succeq", r"\prec", r"\preceq"})
_ZERO: Final = t.Number("0")
_MANY_ROWS: Final = 4


def whole_of(node: t.Node) -> t.Node:
    """A matrix in brackets where it is made of several."""
    return node if isinstance(node, t.Symbol | t.Matrix | t.Group) else t.Group(node)


def definite(left: t.Node, right: t.Node, sign: str, model: Model) -> t.Node | None:
    """What an order of matrices, or of vectors entry by entry, says; None where nothing says how large they are."""
    above, strict = sign.startswith(r"\succ"), not sign.endswith("eq")
    shapes = [shape(one, model) for one in (left, right) if one != _ZERO]
    if not shapes or shapes[0] is None or len({*shapes}) > 1:
        return None
    rows, columns = shapes[0]
    whole = left if right == _ZERO else right if left == _ZERO else t.Addition((left, right), ("-",))
    above = above if left != _ZERO else not above
    if columns == 1:
        signs: t.RelationSign = (">" if strict else r"\ge") if above else ("<" if strict else r"\le")
        entries = (t.Component(t.Group(whole), t.Number(str(one))) for one in range(1, rows + 1))
        return t.together(tuple(t.Relation((one, _ZERO), (signs,)) for one in entries))
    return minors(whole, rows, strict=strict, above=above) if rows == columns <= _MANY_ROWS else None


def quadratic_form(node: t.Node, model: Model) -> t.Node | None:
    r"""`x^\top A x > 0` of all x but 0, as what it says of A; None of anything else."""
    match node:
        case t.Logic((t.Relation() as form, t.Relation() as bound), (word,)) if word in t.CONDITIONS:
            pass
        case t.Quantified(r"\forall", t.Relation() as bound, t.Relation() as form):
            pass
        case _:
            return None
    if len(form.operators) > 1 and {*form.operators[:-1]} == {"="}:
        chain = t.Relation(form.operands[:-1], form.operators[:-1])
        ends = t.Relation((form.operands[0], form.operands[-1]), form.operators[-1:])
        last = quadratic_form(t.replaced(node, form, ends), model)
        return None if last is None else t.together((chain, last))
    match form, bound:
        case (
            t.Relation((t.Product((t.Transpose(one), *inner, other)), zero), (">" | "<" as sign,)),
            t.Relation((vector, but), (r"\ne",)),
        ) if one == other == vector and inner and zero == _ZERO and but in ZEROS:
            middle: t.Node = inner[0] if len(inner) == 1 else t.Group(t.side_by_side(inner))
            twice = t.Group(t.Addition((middle, t.Transpose(whole_of(middle), r"\top")), ("+",)))
            size = shape(middle, model)
            fits = size is not None and size[0] == size[1] <= _MANY_ROWS
            return minors(twice, size[0], strict=True, above=sign == ">") if fits and size else None
        case _:
            return None


def shape(node: t.Node, model: Model) -> tuple[int, int] | None:  # noqa: PLR0911 - a row per kind
    """The rows and columns of a value as its form and the model say them; None if they say nothing."""
    match node:
        case t.Matrix(rows):
            return len(rows), len(rows[0])
        case t.Tuple(items):
            return len(items), 1
        case t.Group(body) | t.Signed(operand=body) | t.Power(body):
            return shape(body, model)
        case t.Transpose(body):
            turned = shape(body, model)
            return None if turned is None else (turned[1], turned[0])
        case t.Product(factors, signs) if not any(signs):
            shapes = [one for part in factors if (one := shape(part, model)) is not None]
            return (shapes[0][0], shapes[-1][1]) if shapes else None
        case t.Addition((first, *_)) | t.Product((first, _), (r"\times",)):
            return shape(first, model)
        case _:
            return shape_of(node, model)


def minors(whole: t.Node, size: int, *, strict: bool, above: bool) -> t.Node:
    """That it is symmetric, and what its principal minors are by J. J. Sylvester's criterion."""
    signed = t.Group(whole if above else t.Signed("-", whole_of(whole)))
    places = range(1, size + 1)
    chosen = [tuple(range(1, last + 1)) for last in places]
    if not strict:
        chosen = [one for count in places for one in combinations(places, count)]
    sign: t.RelationSign = ">" if strict else r"\ge"
    minors = tuple(t.Relation((_minor(signed, one), _ZERO), (sign,)) for one in chosen)
    symmetric = t.Relation((t.Transpose(whole_of(whole), r"\top"), whole), ("=",))
    return t.together((symmetric, *minors))


def _minor(whole: t.Node, chosen: Sequence[int]) -> t.Node:
    rows = tuple(tuple(t.Component(whole, t.Number(f"{row}{column}")) for column in chosen) for row in chosen)
    return rows[0][0] if len(rows) == 1 else t.Matrix(rows, "vmatrix")
