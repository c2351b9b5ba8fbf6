r"""Entries of a vector or a matrix that a function is applied to.

Owns: `by_parameters`.

| the model says | f is |
| --- | --- |
| `f(u) = u_1^2 + u_2` of a vector u | `(u)_1^2 + (u)_2`, so that `f(v)` speaks of `v_1`, and of no u |
| `f(u) = \sum_{i=1}^2 u_i^2`, `\sum_i u_i^2` | `(u)_1^2 + (u)_2^2` |

Laws:
- An entry that the model has as a name of its own is this name.
- A sum over what a condition says, `\sum_{i > 1} u_i`, is not one over all entries: it is left.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathora.formula import tree as t
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model
from mathora.formula.tree.substitution import substituted

MOST_TERMS: Final = 8  # of a longer sum, an entry below a letter has no value


def by_parameters(body: t.Node, parameters: tuple[t.Symbol, ...], model: Model) -> t.Node:
    """A function's formula in which entries of its parameters are parts of them."""
    if isinstance(body, t.Symbol):
        array = _array_of(body, parameters, model)
        return body if array is None else t.Component(t.Group(array), body.subscript or t.Blank())
    if isinstance(body, t.Big) and (terms := _terms(body, parameters, model)):
        body = t.Group(t.added(terms))
    return t.with_each(body, lambda one: by_parameters(one, parameters, model))


def _terms(node: t.Big, parameters: tuple[t.Symbol, ...], model: Model) -> tuple[t.Node, ...]:
    """The terms of a sum over all entries, or as many as it says; none of any other."""
    match node:
        case t.Big(r"\sum", t.Symbol() as index, None):
            first, last = Fraction(1), Fraction(0)
        case t.Big(r"\sum", t.Relation((t.Symbol() as index, t.Number() as low), ("=",)), t.Number() as high):
            first, last = low.value, high.value
        case _:
            return ()
    symbols = (part for part in t.symbols(node.body) if part.subscript == index)
    arrays = {one for part in symbols if (one := _array_of(part, parameters, model)) is not None}
    sizes = {name.shape[0] for one in arrays if (name := model.named(one)) is not None and name.shape is not None}
    last = last if node.over is not None else Fraction(max(sizes, default=0))
    if not arrays or not 1 <= first <= last <= MOST_TERMS or first.denominator * last.denominator > 1:
        return ()
    places = range(int(first), int(last) + 1)
    put = [substituted(node.body, index, t.Number(str(place))) for place in places]
    return tuple(t.Group(one) for one in put if one is not None) if None not in put else ()


def _array_of(symbol: t.Symbol, parameters: tuple[t.Symbol, ...], model: Model) -> t.Symbol | None:
    """The parameter of which a name with an index is an entry: `u_1` of u and of a bold u, `a_{12}` of A."""
    if symbol.subscript is None or symbol_key(symbol) in model:
        return None
    plain = replace(symbol, subscript=None)
    spelled = [plain, replace(plain, style="mathbf"), replace(plain, style="boldsymbol")]
    spelled += [replace(plain, name=plain.name.upper())] if plain.name.islower() else []
    kinds = ((one, model.named(one)) for one in spelled if one in parameters)
    return next((one for one, name in kinds if name is not None and _is_array(name.kind, name.shape)), None)


def _is_array(kind: str, shape: object) -> bool:
    return kind in {"vector", "matrix"} or shape is not None
