r"""What a statement is made of where it is written short: `a, b ⇒ c, d`, `∀ a, b ∈ M`, `∃! x`.

Owns: `regrouped`, `together`.
"""

from __future__ import annotations

from dataclasses import replace

from mathora.formula.tree.node import Node, replaced, walk
from mathora.formula.tree.statements import ARROWS, Logic, LogicSign, Quantified, Relation
from mathora.formula.tree.terms import Listing, Symbol


def regrouped(node: Node) -> Node:
    """`a, b ⇒ c, d`: a comma binds closer than an arrow, so that all premises belong to all conclusions.

    `∀ a, b` is one quantifier for each name, and `∃!` says that there is one and no other.
    """
    if isinstance(node, Quantified):
        return _one_by_one(node)
    if not isinstance(node, Listing):
        return node
    arrows = [(place, one) for place, one in enumerate(node.items) if isinstance(one, Logic) and _has_arrow(one)]
    match arrows:
        case [(place, Logic(operators=operators, operands=(premise, conclusion)))]:
            premises, conclusions = (*node.items[:place], premise), (conclusion, *node.items[place + 1 :])
            return Logic((together(premises), together(conclusions)), operators)
        case _:
            return node


def _one_by_one(node: Quantified) -> Node:
    """A quantifier over one name, the others inside."""
    head = node.bound.operands[0] if isinstance(node.bound, Relation) else node.bound
    if isinstance(head, Listing):
        first, rest = (
            _binding(node.bound, one)
            for one in (head.items[0], head.items[1] if len(head.items) == 2 else Listing(head.items[1:]))  # noqa: PLR2004
        )
        return Quantified(node.quantifier, first, _one_by_one(Quantified(node.quantifier, rest, node.body)))
    if node.quantifier != r"\exists!" or not isinstance(head, Symbol):
        return node
    other = replace(head, accents=("tilde", *head.accents))
    if any(part == other for _, part in walk(node.body)):
        return node
    alike = Logic((replaced(node.body, head, other), Relation((other, head), ("=",))), (r"\Rightarrow",))
    single = Quantified(r"\forall", _binding(node.bound, other), alike)
    return Quantified(r"\exists", node.bound, Logic((node.body, single), ("and",)))


def _binding(bound: Node, name: Node) -> Node:
    """The same bound of another name."""
    return Relation((name, *bound.operands[1:]), bound.operators) if isinstance(bound, Relation) else name


def together(items: tuple[Node, ...]) -> Node:
    """One statement that says all of these."""
    words = tuple[LogicSign, ...]("and" for _ in items[1:])
    return items[0] if len(items) == 1 else Logic(items, words)


def _has_arrow(node: Logic) -> bool:
    return bool(ARROWS & set(node.operators))
