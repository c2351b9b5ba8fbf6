r"""The identity matrix, which a formula of matrices need not declare.

Owns: `identities`, the names that are one; `with_identities`.

| written, and not declared | stands for |
| --- | --- |
| `I_3`, `\mathbf{I}_2`, `I_n` where the model says what n is | the matrix |
| `I A`, `2 A I` beside what has a shape | `A`, `2 A` |
| `\mathbf{I}` | `I`, which is as large as what it is added to or compared with |

Law: what the model declares, or `:=` defines, is what they say.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from mathora.formula import tree as t
from mathora.formula.linear_algebra.orders import shape
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model
from mathora.formula.tree.substitution import bound_names

_LARGEST: Final = 6


def identities(node: t.Node, model: Model) -> frozenset[t.Symbol]:
    """The undeclared names of a formula of matrices that are an identity matrix."""
    parts = [part for _, part in t.walk(node)]
    shapes = (shape(part, model) for part in parts if isinstance(part, t.Matrix | t.Symbol))
    if not any(one and one[1] > 1 for one in shapes):
        return frozenset()
    bound = {one for part in parts for one in (*bound_names(part), *getattr(part, "variables", ()))}
    return frozenset(
        one for one in parts if isinstance(one, t.Symbol) and one not in bound and _is_identity(one, model)
    )


def _is_identity(symbol: t.Symbol, model: Model) -> bool:
    spelled = symbol == replace(t.Symbol("I", symbol.style), subscript=symbol.subscript)
    upright = symbol.style in {"", "mathbf", "boldsymbol"} and symbol_key(symbol) not in model
    return spelled and upright and (symbol.subscript is None or _size(symbol, model) > 1)


def _size(symbol: t.Symbol, model: Model) -> int:
    """The rows of `I_3`; 0 where nothing says it."""
    below = getattr(model.named(symbol.subscript), "body", None) or symbol.subscript
    digits = below.text if isinstance(below, t.Number) else ""
    return int(digits) if digits.isdigit() and int(digits) <= _LARGEST else 0


def with_identities(node: t.Node, model: Model) -> t.Node:
    """A formula in which they are written out, or left out where they change nothing."""
    if isinstance(node, t.Relation) and node.operators[0] == ":=":
        return node
    found = identities(node, model)
    whole = _written_out(node, found, model) if found else node
    match whole:
        case t.Relation((t.Symbol() as first, *others)) if node.children[0] in found:
            return replace(whole, operands=(t.Group(first), *others))  # it is compared, and not defined
        case _:
            return whole


def _written_out(node: t.Node, found: frozenset[t.Symbol], model: Model) -> t.Node:
    match node:
        case t.Symbol() if node in found and (size := _size(node, model)):
            return t.Matrix(
                tuple(tuple(t.Number(str(int(i == j))) for j in range(size)) for i in range(size)), "pmatrix"
            )
        case t.Symbol() if node in found:
            return t.Symbol("I")
        case t.Product(factors, signs) if not any(signs) and (
            places := [at for at, one in enumerate(factors) if one in found and _acts(at, factors, model)]
        ):
            rest = [one for at, one in enumerate(factors) if at not in places]
            return _written_out(t.side_by_side(rest) if rest[1:] else rest[0], found, model)
        case _:
            return node.with_children([_written_out(one, found, model) for one in node.children])


def _acts(at: int, factors: tuple[t.Node, ...], model: Model) -> bool:
    """Whether an identity matrix of any size stands beside rows or columns that it leaves as they are."""
    if isinstance(unit := factors[at], t.Symbol) and _size(unit, model):
        return False
    before = [one for part in factors[max(at - 1, 0) : at] if (one := shape(part, model))]
    behind = [one for part in factors[at + 1 : at + 2] if (one := shape(part, model))]
    return any(columns > 1 for _, columns in before) or any(rows > 1 for rows, _ in behind)
