r"""Softmax, which is the same function everywhere.

Owns: `is_softmax_otherwise`.

| written | is |
| --- | --- |
| `\operatorname{softmax}(z)_i` | `\frac{e^{z_i}}{\sum_j e^{z_j}}`, `\frac{e^{z_i - m}}{\sum_j e^{z_j - m}}`, `\frac{1}{\sum_j e^{z_j - z_i}}` |
| `\operatorname{softmax}(z)_1` | `\frac{e^{z_1}}{e^{z_1} + e^{z_2}}`, `\frac{1}{1 + e^{z_2 - z_1}}` |
| `\operatorname{softmax}(z)` | a list or a column of these, `\frac{e^z}{\sum_j e^{z_j}}` |

Laws:
- Each term below is what stands above, with z at another place: of each place one, and of its own place.
- Where it is known how many places z has, there are as many terms, and shares.
"""  # noqa: E501 - a table

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from math import prod

from mathora.formula import tree as t
from mathora.formula.linear_algebra.orders import shape
from mathora.formula.tree.model import Model
from mathora.formula.tree.rational import rational
from mathora.formula.unfolding.exponentials import exponent_of


def is_softmax_otherwise(left: t.Node, right: t.Node, model: Model) -> bool:
    """Whether a softmax is said to be something else than it is."""
    for end in {part.over for _, part in t.walk(right) if isinstance(part, t.Big)}:
        if isinstance(end, t.Symbol) and (name := model.named(end)) is not None and name.body is not None:
            left, right = (t.replaced(side, end, name.body) for side in (left, right))
    match left:
        case t.Component(t.Application(t.Symbol() as head, arguments=(t.Symbol() as z,)), index=index):
            return _is_softmax(head) and not _is_share(right, z, index, _places(z, model))
        case t.Application(t.Symbol() as head, arguments=(t.Symbol(subscript=t.Node() as index) as entry,)):
            z = replace(entry, subscript=None)
            return _is_softmax(head) and not _is_share(right, z, index, _places(z, model))
        case t.Application(t.Symbol() as head, arguments=(t.Symbol() as z,)):
            return _is_softmax(head) and not _is_vector_of_shares(right, z, _places(z, model))
        case _:
            return False


def _is_softmax(head: t.Symbol) -> bool:
    return head.name.lower() == "softmax"


def _places(z: t.Symbol, model: Model) -> int | None:
    """How many places a vector has, where this is known."""
    return prod(known) if (known := shape(z, model)) else None


def _is_vector_of_shares(node: t.Node, z: t.Symbol, places: int | None) -> bool:
    match _bare(node):
        case t.Tuple(items=items):
            return places in {None, len(items)} and _are_shares(items, z)
        case t.Matrix(rows=rows):
            column = {len(row) for row in rows} == {1} and places in {None, len(rows)}
            return column and _are_shares(tuple(one for (one,) in rows), z)
        case t.Quotient(numerator=above, denominator=below):
            terms, bound = _terms(below, places)
            exponents = [_exponent(one) for one in (above, *terms)]
            return bound is not None and exponents == [Counter([z]), Counter([_at(z, bound)])]
        case _:
            return False


def _are_shares(items: tuple[t.Node, ...], z: t.Symbol) -> bool:
    return all(_is_share(one, z, t.Number(str(place)), len(items)) for place, one in enumerate(items, 1))


def _is_share(node: t.Node, z: t.Symbol, index: t.Node, places: int | None) -> bool:
    """Whether a term is the share of one place of the sum of exponentials."""
    match _bare(node):
        case t.Quotient(numerator=above, denominator=below):
            pass
        case t.Product(factors=(t.Quotient(numerator=t.Number("1"), denominator=below), above)):
            pass
        case _:
            return False
    terms, bound = _terms(below, places)
    own, exponents = _exponent(above), [_exponent(one) for one in terms]
    if own is None or (bound is not None and any(t.mentions(one, bound) for one in (index, *own))):
        return False
    found = {_place(one, own, z, index) for one in exponents}
    whole = found == {bound} if bound is not None else index in found and len(found) == len(terms) > 1
    return whole and None not in found


def _terms(node: t.Node, places: int | None) -> tuple[tuple[t.Node, ...], t.Node | None]:
    """The terms of a sum, and the letter that runs over all places, if one does; none where it is of fewer or more."""
    match _bare(node):
        case t.Big(operator=r"\sum", body=body, under=t.Symbol() as bound):
            return (body,), bound
        case t.Big(r"\sum", t.Relation((t.Symbol() as bound, t.Number("0" | "1") as first), ("=",)), last, body):
            end = None if last is None else rational(last)
            whole = end is None or places is None or end == first.value + places - 1
            return ((body,), bound) if whole else ((), None)
        case t.Addition(terms=terms, operators=signs) if {*signs} == {"+"} and places in {None, len(terms)}:
            return terms, None
        case _:
            return (), None


def _place(exponent: Counter[t.Node] | None, own: Counter[t.Node], z: t.Symbol, index: t.Node) -> t.Node | None:
    """The k of which an exponent is that of a share's own place, with `z_k` for `z_i`."""
    if exponent is None:
        return None
    subscripts = {one.subscript for one in (*exponent, *own) if isinstance(one, t.Symbol)}
    for place in (index, *(one for one in subscripts if one is not None)):
        sides = exponent.copy(), own.copy()
        sides[0][_at(z, index)] += 1
        sides[1][_at(z, place)] += 1
        if sides[0] == sides[1]:
            return place
    return None


def _at(z: t.Symbol, place: t.Node) -> t.Symbol:
    return replace(z, subscript=place, style="")


def _exponent(node: t.Node) -> Counter[t.Node] | None:
    r"""The terms of the exponent of `e^{z_i - m}` and of `\exp(z_i - m)`, with how often each stands there."""
    found, bare = Counter[t.Node](), _bare(node)
    match exponent_of(bare):
        case None:
            return found if bare == t.Number("1") else None
        case t.Addition(terms=(first, *rest), operators=signs) if {*signs} <= {"+", "-"}:
            for sign, one in (("+", first), *zip(signs, rest, strict=True)):
                _count(found, one, 1 if sign == "+" else -1)
        case alone:
            _count(found, alone, 1)
    return found


def _count(found: Counter[t.Node], node: t.Node, times: int) -> None:
    match node:
        case t.Signed(sign="-", operand=inner):
            found[inner] -= times
        case t.Symbol(subscript=t.Node()):
            found[replace(node, style="")] += times
        case _:
            found[node] += times


def _bare(node: t.Node) -> t.Node:
    return _bare(node.body) if isinstance(node, t.Group) else node
