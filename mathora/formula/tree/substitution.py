r"""A value in the place of a name, wherever the name is free.

Owns: `substituted`, `bound_names`.

Laws:
- No name of the value is caught by a sum, an integral, a limit or a quantifier: what these bind makes way.
- Where one of these binds the very name (`\int_0^x x \, dx`), nothing is put in: it has two meanings there.
"""

from __future__ import annotations

from dataclasses import replace

from mathora.formula.tree.node import Node, replaced, walk
from mathora.formula.tree.statements import Big, Integral, Limit, Quantified, Relation
from mathora.formula.tree.terms import Group, Number, Power, Symbol


def substituted(node: Node, name: Symbol, value: Node) -> Node | None:
    """The tree with a value for a name, in brackets if it is no number or name itself; None if it binds the name."""
    if any(name in bound_names(part) for _, part in walk(node)):
        return None
    return _put(node, name, value if isinstance(value, Number | Symbol) else Group(value))


def _put(node: Node, name: Symbol, value: Node) -> Node:
    if node == name:
        return value
    for one in bound_names(node):
        if any(part == one for _, part in walk(value)):
            node = replaced(node, one, replace(one, accents=("tilde", *one.accents)))
    if isinstance(node, Power) and node.exponent == name and isinstance(value, Group):
        return Power(_put(node.base, name, value), value.body)  # x^{(k)} is a name
    return node.with_children([_put(one, name, value) for one in node.children])


def bound_names(node: Node) -> tuple[Symbol, ...]:
    """The names that a sum, an integral, a limit or a quantifier binds."""
    match node:
        case Big(index=Symbol() as name) | Limit(variable=Symbol() as name):
            return (name,)
        case Quantified(bound=Symbol() as name) | Quantified(bound=Relation(operands=(Symbol() as name, *_))):
            return (name,)
        case Integral(differentials=differentials):
            return tuple(one.variable for one in differentials if isinstance(one.variable, Symbol))
        case _:
            return ()
