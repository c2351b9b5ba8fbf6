r"""Derivatives by one of the numbers that a sum runs over.

Owns: `with_member_slopes`.

| written | said |
| --- | --- |
| `\frac{\partial}{\partial x_j} \sum_{k=1}^{n} x_k^2` | `\left.\frac{d}{dt} \left(\sum_{k=1}^n x_k^2 - x_j^2 + t^2\right)\right|_{t = x_j}` |
| the same of L^2, where the model says that L is the sum | the same |

Laws:
- A letter j is one of the numbers that k runs over: who differentiates by `x_j` says so. A number has to be one; of a
  letter of which more is said, by the model or elsewhere in the formula, nothing is known.
- All that depends on the family is written out; what a function, or another family, hides of it leaves the slope open.
- Sums that run between other ends are not both said to have it. The mean of the family hides how it depends on one.
- Of the family only the members that a sum's own index names, and the one that is differentiated by, may stand there:
  whether `x_i` is `x_j` nobody says. Of a sum within a sum nothing is said.
"""  # noqa: E501 - rows of a table

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from mathora.formula import tree as t
from mathora.formula.tree.model import Model
from mathora.formula.tree.rational import rational
from mathora.formula.tree.substitution import substituted

_MOVED: Final = t.Symbol("t", accents=("tilde",))
"""The member while it moves, which no formula names."""
_MOST_NAMES: Final = 20


def with_member_slopes(node: t.Node, model: Model) -> t.Node:
    """A formula in which derivatives of sums by one of their members are said; else the very same."""
    return _said(node, frozenset(_free_letters(node)), model)


def _said(node: t.Node, spoken: frozenset[t.Symbol], model: Model) -> t.Node:
    if isinstance(node, t.Derivative):
        return _by_member(node, spoken, model) or node  # within one that is not clear, none is
    return t.with_each(node, lambda one: _said(one, spoken, model))


def _free_letters(node: t.Node) -> Iterator[t.Symbol]:
    """The names of a formula, but not those that stand below others."""
    if isinstance(node, t.Symbol):
        yield node
        return
    for one in node.children:
        yield from _free_letters(one)


def _by_member(node: t.Derivative, spoken: frozenset[t.Symbol], model: Model) -> t.Node | None:
    """The derivative of a sum by one of its members; None where something hides how it depends on the member."""
    match node:
        case t.Derivative(variables=(t.Symbol(subscript=t.Node() as index) as member,), orders=(1,), operand=operand):
            name = model.named(index) if isinstance(index, t.Symbol) else None
            if index in spoken or (name is not None and (name.body is not None or name.domain)):
                return None  # more is said of the index than that it is one of those of the sum
            operand = _opened(operand, member, model)
        case _:
            return None
    parts = [part for _, part in t.walk(operand)]
    hidden = any(_hides(part, member, model) for part in parts)
    sums = [part for part in parts if isinstance(part, t.Big) and _speaks_of(part, member)]
    apart = isinstance(index, t.Symbol) and len({(one.start, one.over) for one in sums}) > 1
    moved = _moved(operand, member, index, None) if sums and not hidden and not apart else None
    if moved is None or not t.mentions(moved, _MOVED):
        return None
    slope = t.Derivative("d", t.Group(moved), (_MOVED,), (1,), inline=False)
    return t.Group(t.Evaluated(slope, t.Relation((_MOVED, member), ("=",)), None))


def _opened(operand: t.Node, member: t.Symbol, model: Model) -> t.Node:
    """What is differentiated, with the names written out by which the model speaks of the family."""
    for _ in range(_MOST_NAMES):
        for _, part in t.walk(operand):
            name = model.named(part) if isinstance(part, t.Symbol) else None
            if (
                name is not None
                and name.body is not None
                and not name.parameters
                and _reaches(name.body, member, model)
            ):
                operand = t.replaced(operand, part, t.Group(name.body))
                break
        else:
            break
    return operand


def _hides(part: t.Node, member: t.Symbol, model: Model) -> bool:
    """Whether a part may depend on the member in a way that is not written: by a slope, a function, another family."""
    if isinstance(part, t.Derivative | t.Prime | t.Nabla | t.Evaluated):
        return True
    if isinstance(part, t.Symbol) and part.accents[:1] in {("bar",), ("overline",)} and part.name == member.name:
        return True  # their mean, if the model does not say what else it is
    if not isinstance(part, t.Symbol) or _bare(part) == _bare(member):
        return False
    owners = [one for one in model.names.values() if one.body is not None and _bare(one.symbol) == _bare(part)]
    return any(_reaches(one.body, member, model) for one in owners if one.body is not None)


def _reaches(body: t.Node, member: t.Symbol, model: Model) -> bool:
    """Whether a formula speaks of the family, or of what the model says in terms of it."""
    keys = model.spoken_of((body,))
    bodies = [body, *(one.body for key in keys if (one := model.get(key)) is not None and one.body is not None)]
    return any(_speaks_of(one, member) for one in bodies)


def _bare(symbol: t.Symbol) -> t.Symbol:
    return replace(symbol, subscript=None)


def _moved(node: t.Node, member: t.Symbol, index: t.Node, letter: t.Symbol | None) -> t.Node | None:
    """A part in which the member alone moves, within a sum over the letter; None where it is not clear which of the
    family it speaks of.
    """
    match node:
        case t.Symbol() if node == member:
            return _MOVED
        case t.Symbol() if _bare(node) == _bare(member):
            return node if node.subscript == letter else None
        case t.Big() if _speaks_of(node, member):
            return _member_moved(node, member, index) if letter is None else None
        case _:
            return t.with_each_known(node, lambda one: _moved(one, member, index, letter))


def _member_moved(node: t.Big, member: t.Symbol, index: t.Node) -> t.Node | None:
    """A sum in which the term of the member moves."""
    letter = node.index
    if node.operator != r"\sum" or not isinstance(letter, t.Symbol) or letter == index or not _runs_over(node, index):
        return None
    body = _moved(node.body, member, index, letter)
    here = None if body is None else substituted(body, letter, index)
    if body is None or here is None:
        return None
    there = t.replaced(here, member, _MOVED)
    whole = replace(node, body=body)
    return whole if here == there else t.Group(t.Addition((whole, t.Group(here), t.Group(there)), ("-", "+")))


def _speaks_of(node: t.Node, member: t.Symbol) -> bool:
    return any(isinstance(part, t.Symbol) and _bare(part) == _bare(member) for _, part in t.walk(node))


def _runs_over(node: t.Big, index: t.Node) -> bool:
    """Whether a sum runs over an index: a letter by what is written, a number between its ends."""
    if isinstance(index, t.Symbol):
        return node.start is not None and node.over is not None
    place, low, high = (None if one is None else rational(one) for one in (index, node.start, node.over))
    if place is None or low is None or high is None:
        return False
    return place.denominator == 1 and low <= place <= high
