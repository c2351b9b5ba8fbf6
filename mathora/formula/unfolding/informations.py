r"""Entropies and divergences of distributions that are known by their chances.

Owns: `of_known_chances`; `has_value`, whether a measure has one already; `speaks_of_both`.

| written, of p and q that the model says to be tuples | stands for |
| --- | --- |
| `H(p)`, `H(p, q)` | `-\sum_i p_i \ln p_i`, `-\sum_i p_i \ln q_i` |
| `D_{KL}(p \| q)` | `\sum_i p_i \ln \frac{p_i}{q_i}` |

Laws:
- The logarithm is the one that the formula writes; without one there is no saying what the value is.
- `0 \ln 0` is 0; chances are numbers, not negative, that come to 1, and q is nowhere 0 where p is not.
- A right side that speaks of p itself says what the measure is.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.chance import Parted, names_divergence
from mathora.formula.tree.model import Model
from mathora.formula.tree.node import Node, walk
from mathora.formula.tree.rational import rational
from mathora.formula.tree.statements import Application, Relation
from mathora.formula.tree.terms import FunctionName, Group, Quotient, Signed, Symbol, Tuple, added, side_by_side

_ENTROPY: Final = Symbol("H")


def of_known_chances(node: Relation, model: Model) -> Relation | None:
    """The relation with a measure on its left as a sum; None where it has no value, or is said to be something."""
    left, *others = node.operands
    logarithms = {part for one in others for _, part in walk(one) if _is_logarithm(part)}
    if len(logarithms) != 1 or node.operators[0] != "=" or not has_value(left, others[0], model):
        return None
    chances = [_chances(one, model) for one in _spoken(left, model)]
    total = _total(chances, logarithms.pop(), is_divergence=names_divergence(left.children[0]))
    return None if total is None else Relation((total, *others), node.operators)


def has_value(left: Node, right: Node, model: Model) -> bool:
    """Whether what stands left is a measure of distributions that are known, of which the right side does not speak."""
    spoken = _spoken(left, model)
    said = (part for _, part in walk(right) if isinstance(part, Symbol))
    return bool(spoken) and not any(replace(part, subscript=None) in spoken or part in spoken for part in said)


def speaks_of_both(left: Node, right: Node) -> bool:
    """Whether what says a divergence speaks of the distributions that it is of, and of no divergence."""
    spoken = {part.name for one in left.children[1:] for _, part in walk(one) if isinstance(part, Symbol)}
    parts = [part for _, part in walk(right)]
    own = any(isinstance(one, Application) and names_divergence(one.head) for one in parts)
    return not own and any(isinstance(one, Symbol) and one.name in spoken for one in parts)


def _spoken(node: Node, model: Model) -> tuple[Node, ...]:
    """The distributions of which a measure speaks; none where the model has a function of its name."""
    if not isinstance(node, Application) or node.power is not None or not isinstance(node.head, Symbol):
        return ()
    if symbol_key(node.head) in model:
        return ()
    match node.arguments:
        case (Parted(left=one, right=other, sign=r"\|"),) if names_divergence(node.head):
            spoken: tuple[Node, ...] = (one, other)
        case (_,) | (_, _) if node.head == _ENTROPY:
            spoken = node.arguments
        case _:
            return ()
    return spoken if all(_body(one, model) is not None for one in spoken) else ()


def _body(node: Node, model: Model) -> Tuple | None:
    name = model.named(node)
    body = node if name is None else name.body
    return body if isinstance(body, Tuple) else None


def _chances(node: Node, model: Model) -> tuple[tuple[Node, Fraction], ...]:
    """The chances of a distribution with their values; none of anything else."""
    body = _body(node, model)
    items = () if body is None else body.items
    values = [rational(one) for one in items]
    known = [one for one in values if one is not None and one >= 0]
    return tuple(zip(items, known, strict=True)) if len(known) == len(values) and sum(known) == 1 else ()


def _is_logarithm(node: Node) -> bool:
    return isinstance(node, FunctionName) and node.name in {"ln", "log", "lg", "lb"}


def _total(chances: list[tuple[tuple[Node, Fraction], ...]], logarithm: Node, *, is_divergence: bool) -> Node | None:
    first, last = chances[0], chances[-1]
    if not first or len(first) != len(last):
        return None
    if any(value > 0 and other == 0 for (_, value), (_, other) in zip(first, last, strict=True)):
        return None
    terms: list[Node] = []
    for (p, value), (q, _) in zip(first, last, strict=True):
        share: Node = Quotient(Group(p), Group(q)) if is_divergence else Group(q)
        if value > 0:
            terms.append(side_by_side((Group(p), Application(logarithm, None, (share,)))))
    whole = Group(added(terms))
    return whole if is_divergence else Signed("-", whole)
