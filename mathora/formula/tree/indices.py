r"""The symbols of a tree, and the indices of one: what stands below it, and in brackets above it: `x_i`, `W^{[l]}`.

Owns: `symbols`, `indices`, `with_indices`, `is_member`, `says_member`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeGuard

from mathora.formula.tree.node import Node, walk
from mathora.formula.tree.statements import Relation
from mathora.formula.tree.terms import Layer, Number, Symbol


def symbols(node: Node) -> list[Symbol]:
    """The symbols that stand in a tree, each as often as it does, in their order."""
    return [one for _, one in walk(node) if isinstance(one, Symbol)]


def indices(symbol: Symbol) -> tuple[Node, ...]:
    """What runs below and above a name, where something stands there."""
    above = symbol.superscript
    both = (symbol.subscript, above.index if isinstance(above, Layer) else above)
    return tuple(one for one in both if one is not None)


def is_member(node: Node, family: Node) -> TypeGuard[Symbol]:
    """Whether a name with something below it belongs to a family: `a_3` to a."""
    return isinstance(node, Symbol) and node.subscript is not None and replace(node, subscript=None) == family


def says_member(node: Node, law: Node) -> bool:
    r"""Whether a value is said of a numbered member of the sequence that a law is of: `F_n = 2 F_{n-1}`, `F_6 = 8`."""
    match law, node:
        case Relation(operands=(Symbol() as one, *_)), Relation(operands=(Symbol(subscript=Number()) as other, *_)):
            running = one.subscript is not None and not isinstance(one.subscript, Number)
            return running and is_member(other, replace(one, subscript=None))
        case _:
            return False


def with_indices(symbol: Symbol, value: Callable[[Node], Node | None]) -> Symbol:
    """The name with values for its indices; None leaves one as it is."""
    below, above = symbol.subscript, symbol.superscript
    if isinstance(above, Layer):
        above = replace(above, index=value(above.index) or above.index)
    else:
        above = above and (value(above) or above)
    below = below and (value(below) or below)
    return replace(symbol, subscript=below, superscript=above)
