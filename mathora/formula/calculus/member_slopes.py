r"""Derivatives by one of the numbers that a sum runs over.

Owns: `by_member`.

| written | said |
| --- | --- |
| `\frac{\partial}{\partial x_j} \sum_{k=1}^{n} x_k^2` | `\left.\frac{d}{dt} \left(\sum_{k=1}^n x_k^2 - x_j^2 + t^2\right)\right|_{t = x_j}` |
| the same of L^2, where the model says that L is the sum | the same |

Laws:
- A letter j is one of the numbers that k runs over: who differentiates by `x_j` says so. A number has to be one.
- Of the family only the members that a sum's own index names, and the one that is differentiated by, may stand there:
  whether `x_i` is `x_j` nobody says. Of a sum within a sum nothing is said.
"""  # noqa: E501 - rows of a table

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from mathora.formula.tree.node import Node, mentions, replaced, walk
from mathora.formula.tree.rational import rational
from mathora.formula.tree.statements import Big, Derivative, Evaluated, Relation
from mathora.formula.tree.substitution import substituted
from mathora.formula.tree.terms import Addition, Group, Symbol

if TYPE_CHECKING:
    from mathora.formula.tree.model import Model

_MOVED: Final = Symbol("t", accents=("tilde",))
"""The member while it moves, which no formula names."""


def by_member(node: Node, model: Model) -> Node | None:
    """The derivative of a sum by one of its members; None of anything else."""
    match node:
        case Derivative(variables=(Symbol(subscript=Node() as index) as member,), orders=(1,), operand=operand):
            for _, part in walk(operand):
                name = model.named(part) if isinstance(part, Symbol) else None
                if name is not None and name.body is not None and not name.parameters and _speaks_of(name.body, member):
                    operand = replaced(operand, part, Group(name.body))
            has_sum = any(isinstance(part, Big) for _, part in walk(operand))
            moved = _moved(operand, member, index, None) if has_sum else None
        case _:
            return None
    if moved is None or not mentions(moved, _MOVED):
        return None
    slope = Derivative("d", Group(moved), (_MOVED,), (1,), inline=False)
    return Group(Evaluated(slope, Relation((_MOVED, member), ("=",)), None))


def _moved(node: Node, member: Symbol, index: Node, letter: Symbol | None) -> Node | None:
    """A part in which the member alone moves, within a sum over the letter; None where it is not clear which of the
    family it speaks of.
    """
    match node:
        case Symbol() if node == member:
            return _MOVED
        case Symbol() if replace(node, subscript=None) == replace(member, subscript=None):
            return node if node.subscript == letter else None
        case Big() if _speaks_of(node, member):
            return _member_moved(node, member, index) if letter is None else None
        case _:
            parts = [_moved(one, member, index, letter) for one in node.children]
            return None if None in parts else node.with_children([one for one in parts if one is not None])


def _member_moved(node: Big, member: Symbol, index: Node) -> Node | None:
    """A sum in which the term of the member moves."""
    letter = node.index
    if node.operator != r"\sum" or not isinstance(letter, Symbol) or letter == index or not _runs_over(node, index):
        return None
    body = _moved(node.body, member, index, letter)
    here = None if body is None else substituted(body, letter, index)
    if body is None or here is None:
        return None
    there = replaced(here, member, _MOVED)
    whole = replace(node, body=body)
    return whole if here == there else Group(Addition((whole, Group(here), Group(there)), ("-", "+")))


def _speaks_of(node: Node, member: Symbol) -> bool:
    family = replace(member, subscript=None)
    return any(isinstance(part, Symbol) and replace(part, subscript=None) == family for _, part in walk(node))


def _runs_over(node: Big, index: Node) -> bool:
    """Whether a sum runs over an index: a letter by what is written, a number between its ends."""
    if isinstance(index, Symbol):
        return node.start is not None and node.over is not None
    place, low, high = (None if one is None else rational(one) for one in (index, node.start, node.over))
    return place is not None and low is not None and high is not None and low <= place <= high
