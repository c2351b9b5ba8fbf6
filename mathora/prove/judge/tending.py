r"""Where a sequence is said to tend to, held against the law that says each member by those before it.

Owns: `tends_otherwise`.

| law | contradicted by |
| --- | --- |
| `x_{k+1} = \frac{x_k}{2}` | `x_k \to 1`: the limit would be half of itself |
| `x_{k+1} = \frac12 \left(x_k + \frac{2}{x_k}\right)` | `\lim_{k \to \infty} x_k = 2` |

Law: a law that is made of sums, products, quotients and powers of members goes on in the limit; of others nothing is said.
"""  # noqa: E501 - a table

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from mathora.formula import tree
from mathora.formula.tree.canonical_latex import write_latex
from mathora.formula.tree.indices import is_member
from mathora.formula.tree.signs import infinite_sign
from mathora.prove.verdict import Verdict, refuted

_CONTINUOUS = tree.Addition | tree.Product | tree.Quotient | tree.Power | tree.Group | tree.Signed | tree.Number
_BY_REMAINDER = r"\bmod"


def tends_otherwise(
    node: tree.Node, givens: Sequence[tree.Node], judged: Callable[[tree.Node], Verdict]
) -> Verdict | None:
    """The refutation of a limit that the law of its sequence does not leave as it is; None if nothing speaks so."""
    relations = [part for one in (node, *givens) for _, part in tree.walk(one) if isinstance(part, tree.Relation)]
    for family, limit in (one for relation in relations for one in _limits(relation)):
        for law in relations:
            match law:
                case tree.Relation(operands=(left, right), operators=("=" | ":=",)) if is_member(left, family):
                    kept = _kept(right, family, limit)
                case _:
                    continue
            if kept is None or kept == right:
                continue
            if judged(tree.Relation((limit, kept), ("=",))).kind == "refuted":
                return refuted(f"by {write_latex(law)}, it would be {write_latex(limit)} = {write_latex(kept)}")
    return None


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
    if not isinstance(node, _CONTINUOUS) or _BY_REMAINDER in getattr(node, "operators", ()):
        return None
    parts = [_kept(one, family, limit) for one in node.children]
    known = [one for one in parts if one is not None]
    return node.with_children(known) if len(known) == len(parts) else None
