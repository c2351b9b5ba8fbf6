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

from mathora.formula import tree as t
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.chance import names_divergence
from mathora.formula.tree.model import Model
from mathora.formula.tree.rational import rational

_ENTROPY: Final = t.Symbol("H")


def of_known_chances(node: t.Relation, model: Model) -> t.Relation | None:
    """The relation with a measure on its left as a sum; None where it has no value, or is said to be something."""
    left, *others = node.operands
    logarithms = {part for one in others for _, part in t.walk(one) if _is_logarithm(part)}
    if len(logarithms) != 1 or node.operators[0] != "=" or not has_value(left, others[0], model):
        return None
    chances = [_chances(one, model) for one in _spoken(left, model)]
    total = _total(chances, logarithms.pop(), is_divergence=names_divergence(left.children[0]))
    return None if total is None else t.Relation((total, *others), node.operators)


def has_value(left: t.Node, right: t.Node, model: Model) -> bool:
    """Whether what stands left is a measure of distributions that are known, of which the right side does not speak."""
    spoken = _spoken(left, model)
    said = t.symbols(right)
    return bool(spoken) and not any(replace(part, subscript=None) in spoken or part in spoken for part in said)


def speaks_of_both(left: t.Node, right: t.Node) -> bool:
    """Whether what says a divergence speaks of the distributions that it is of, and of no divergence."""
    spoken = {part.name for one in left.children[1:] for part in t.symbols(one)}
    parts = [part for _, part in t.walk(right)]
    own = any(isinstance(one, t.Application) and names_divergence(one.head) for one in parts)
    return not own and any(isinstance(one, t.Symbol) and one.name in spoken for one in parts)


def _spoken(node: t.Node, model: Model) -> tuple[t.Node, ...]:
    """The distributions of which a measure speaks; none where the model has a function of its name."""
    if not isinstance(node, t.Application) or node.power is not None or not isinstance(node.head, t.Symbol):
        return ()
    if symbol_key(node.head) in model:
        return ()
    match node.arguments:
        case (t.Parted(left=one, right=other, sign=r"\|"),) if names_divergence(node.head):
            spoken: tuple[t.Node, ...] = (one, other)
        case (_,) | (_, _) if node.head == _ENTROPY:
            spoken = node.arguments
        case _:
            return ()
    return spoken if all(_body(one, model) is not None for one in spoken) else ()


def _body(node: t.Node, model: Model) -> t.Tuple | None:
    name = model.named(node)
    body = node if name is None else name.body
    return body if isinstance(body, t.Tuple) else None


def _chances(node: t.Node, model: Model) -> tuple[tuple[t.Node, Fraction], ...]:
    """The chances of a distribution with their values; none of anything else."""
    body = _body(node, model)
    items = () if body is None else body.items
    values = [rational(one) for one in items]
    known = [one for one in values if one is not None and one >= 0]
    return tuple(zip(items, known, strict=True)) if len(known) == len(values) and sum(known) == 1 else ()


def _is_logarithm(node: t.Node) -> bool:
    return isinstance(node, t.FunctionName) and node.name in {"ln", "log", "lg", "lb"}


def _total(
    chances: list[tuple[tuple[t.Node, Fraction], ...]], logarithm: t.Node, *, is_divergence: bool
) -> t.Node | None:
    first, last = chances[0], chances[-1]
    if not first or len(first) != len(last):
        return None
    if any(value > 0 and other == 0 for (_, value), (_, other) in zip(first, last, strict=True)):
        return None
    terms: list[t.Node] = []
    for (p, value), (q, _) in zip(first, last, strict=True):
        share: t.Node = t.Quotient(t.Group(p), t.Group(q)) if is_divergence else t.Group(q)
        if value > 0:
            terms.append(t.side_by_side((t.Group(p), t.Application(logarithm, None, (share,)))))
    whole = t.Group(t.added(terms))
    return whole if is_divergence else t.Signed("-", whole)
