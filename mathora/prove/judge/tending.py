r"""Where a sequence is said to tend to, held against the law that says each member by those before it.

Owns: `tends_otherwise`.

| law | contradicted by |
| --- | --- |
| `x_{k+1} = \frac{x_k}{2}` | `x_k \to 1`: the limit would be half of itself |
| `x_{k+1} = \frac12 \left(x_k + \frac{2}{x_k}\right)` | `\lim_{k \to \infty} x_k = 2` |

Laws:
- A law that is made of sums, products, quotients, roots and powers of members goes on in the limit, where that has a value;
  of other laws nothing is said.
- Nor of a law or a limit that speaks of any number: `a_n \to L`, `a_{n+1} = a_n + \frac{1}{n^2}`.
"""  # noqa: E501 - a table

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from mathora.formula import tree
from mathora.formula.tree.canonical_latex import write_latex
from mathora.formula.tree.indices import is_member
from mathora.formula.tree.model import Model
from mathora.formula.tree.signs import infinite_sign
from mathora.prove.verdict import Verdict, refuted

_CONTINUOUS = tree.Addition | tree.Product | tree.Quotient | tree.Power | tree.Root | tree.Group | tree.Signed
_NUMBERS = tree.Number | tree.Constant
_BY_REMAINDER = r"\bmod"


def tends_otherwise(
    node: tree.Node, givens: Sequence[tree.Node], model: Model, judged: Callable[[tree.Node], Verdict]
) -> Verdict | None:
    """The refutation of a limit that the law of its sequence does not leave as it is; None if nothing speaks so."""
    relations = [said for one in (node, *givens) for part in tree.statements(one) for said in _said_of_all(part)]
    for family, limit in (one for relation in relations for one in _limits(relation)):
        for law in relations:
            match law:
                case tree.Relation(operands=(left, right), operators=("=" | ":=",)):
                    sides = (_kept(left, family, limit), _kept(right, family, limit))
                case _:
                    continue
            if None in sides or sides == (left, right) or any(model.speaks_of_any(one) for one in sides if one):
                continue
            kept = tuple(one for one in sides if one is not None)
            has_values = all(judged(tree.Relation((one, one), ("=",))).kind == "proved" for one in kept)
            if has_values and judged(tree.Relation(kept, ("=",))).kind == "refuted":
                return refuted(f"by {write_latex(law)}, it would be {' = '.join(map(write_latex, kept))}")
    return None


def _said_of_all(node: tree.Node) -> Iterator[tree.Relation]:
    r"""The relation that a statement is, also with `\text{as } n \to \infty` behind it."""
    match node:
        case tree.Relation():
            yield node
        case tree.Logic(
            operands=(tree.Relation() as said, tree.Relation(operands=(_, end), operators=(r"\to",))),
            operators=("as" | "for",),
        ) if infinite_sign(end) > 0:
            yield said
        case _:
            return


def _limits(relation: tree.Relation) -> Iterator[tuple[tree.Node, tree.Node]]:
    """The sequence of which a relation says the limit, and the number that it says."""
    match relation:
        case tree.Relation(operands=(tree.Symbol(subscript=tree.Symbol()) as member, limit), operators=(r"\to",)):
            pass
        case tree.Relation(
            operands=(tree.Limit(target=target, body=tree.Symbol(subscript=tree.Symbol()) as member), limit),
            operators=("=",),
        ) if infinite_sign(target):
            pass
        case _:
            return
    if not infinite_sign(limit):
        yield replace(member, subscript=None), tree.Group(limit)


def _kept(node: tree.Node, family: tree.Node, limit: tree.Node) -> tree.Node | None:
    """What stands right of a law with the limit for each member; None if this need not be its limit."""
    if is_member(node, family):
        return None if isinstance(node.subscript, tree.Number) else limit
    if isinstance(node, tree.Symbol):
        return None if node.subscript is not None else node
    if isinstance(node, _NUMBERS):
        return node
    if not isinstance(node, _CONTINUOUS) or _BY_REMAINDER in getattr(node, "operators", ()):
        return None
    raised = isinstance(node, tree.Power) and not isinstance(node.base, _NUMBERS)
    if raised and any(is_member(part, family) for _, part in tree.walk(node.children[1])):
        return None  # what tends to 0 to a power that tends to 0 may tend to any number
    parts = [_kept(one, family, limit) for one in node.children]
    known = [one for one in parts if one is not None]
    return node.with_children(known) if len(known) == len(parts) else None
