r"""At which places a law of a sequence says members: whole ones, from where its letter begins.

Owns: `least_place`, `least_of`, `last_of`, `Beginnings`, `bound_in`.

| index | known to be whole, and at least |
| --- | --- |
| `n`, the law's own letter | where the model lets it begin |
| `k`, natural in the model | the same of k |
| `k` of `\sum_{k=2}^m`, of `k \in \mathbb{N}` | 2, 0 |
| `n + 2`, `2k`, `k + n` | what comes out of these |
| `x` of an integral, `x` of `x \to 0`, real letters | – |
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from mathora.formula import tree as t
from mathora.formula.tree.model import Model
from mathora.formula.tree.rational import worked_out
from mathora.formula.tree.signs import infinite_sign

Beginnings = Mapping[t.Symbol, int | None]
"""For each bound letter its least value, if it runs through whole numbers from there on; else None."""

_NATURAL: Final = t.Constant(r"\mathbb{N}")


def bound_in(node: t.Node, model: Model, bound: Beginnings) -> Beginnings:
    """What is known of the letters within a part, where `bound` is known around it."""
    match node:
        case t.Big(start=t.Node() as start, index=t.Symbol() as name):
            return {**bound, name: least_place(start, model, bound)}
        case (
            t.Big(under=t.Relation((t.Symbol() as name, domain), (r"\in",)))
            | t.Quantified(bound=t.Relation((t.Symbol() as name, domain), (r"\in",)))
        ) if domain == _NATURAL:
            return {**bound, name: 0}
        case t.Limit(target=target) if infinite_sign(target) > 0:
            return bound
        case t.Limit(binds) | t.Quantified(bound=binds) | t.Big(under=t.Node() as binds):
            return {**bound, **_unknown(binds)}
        case t.Integral(differentials=differentials):
            return {**bound, **{name: None for one in differentials for name in _unknown(one.variable)}}
        case _:
            return bound


def _unknown(binds: t.Node) -> Beginnings:
    return dict.fromkeys(t.symbols(binds))


def least_place(index: t.Node, model: Model, bound: Beginnings, letter: t.Symbol | None = None) -> int | None:
    """The least value of an index that is known to be whole; `letter` is one that counts without being declared."""
    value = worked_out(index)
    if value is not None:
        return int(value) if value.denominator == 1 else None
    match index:
        case t.Group(body):
            return least_place(body, model, bound, letter)
        case t.Symbol():
            return bound[index] if index in bound else _of_free(index, model, letter)
        case t.Addition(parts, signs) if {*signs} <= {"+", "-"}:
            low = [least_place(one, model, bound, letter) for one in parts]
            added = t.all_known(_taken(*one) for one in zip(low, parts, ("+", *signs), strict=True))
            return None if added is None else sum(added)
        case t.Product(parts, signs) if {*signs} <= {"", r"\cdot", r"\times"}:
            low = [least_place(one, model, bound, letter) for one in parts]
            return None if any(one is None or one < 0 for one in low) else math.prod(one or 0 for one in low)
        case _:
            return None


def _of_free(name: t.Symbol, model: Model, letter: t.Symbol | None) -> int | None:
    known = model.named(name)
    counts = name == letter if known is None else known.kind == "natural" and known.body is None
    return least_of(name, model) if counts else None


def _taken(low: int | None, term: t.Node, sign: str) -> int | None:
    """What a term adds at least; one that is taken away has to be a number."""
    return low if sign == "+" or low is None else -low if worked_out(term) is not None else None


def least_of(letter: t.Symbol, model: Model) -> int:
    r"""Where a letter that counts begins: 0, or where its domain says, `n \ge 2`."""
    least, name = 0, model.named(letter)
    for one in name.domain if name is not None else ():
        match one:
            case t.Relation((low, other), (r"\le" | "<" as sign,)) if other == letter:
                least = _raised(least, low, strict=sign == "<")
            case t.Relation((other, low), (r"\ge" | ">" as sign,)) if other == letter:
                least = _raised(least, low, strict=sign == ">")
    return least


def _raised(least: int, low: t.Node, *, strict: bool) -> int:
    value = worked_out(low)
    return least if value is None else max(least, math.floor(value) + 1 if strict else math.ceil(value))


def last_of(letter: t.Symbol, model: Model) -> t.Node | None:
    """The greatest whole number that a letter may be: a sequence that ends there tends to its last member."""
    name = model.named(letter)
    within = name.range_of(name.key) if name is not None and name.kind in {"natural", "integer"} else None
    return within.high if within is not None else None
