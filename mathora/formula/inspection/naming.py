"""Which names of the model a tree mentions, and trees and declarations without their places in a source.

Owns: `LANDAU`, `LOG`, `is_landau`, `is_order`, `without_spans`, `mapped`, `trees_of`, `keys_in`, `all_keys_in`,
`base_of`, `free_letter`. Pure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final, TypeGuard

from mathora.formula import tree as t
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model, Name

LOG = t.FunctionName("log")
LANDAU: Final = frozenset({("O", ""), ("o", ""), ("O", "mathcal"), (r"\Theta", ""), (r"\Omega", "")})
"""What an order of growth is called: `O(n^2)`, `o(h)`, `\\mathcal{O}(1)`."""


def is_landau(head: t.Node) -> TypeGuard[t.Symbol]:
    """Whether orders of growth are called so."""
    return isinstance(head, t.Symbol) and (head.name, head.style) in LANDAU


def is_order(node: t.Node, model: Model) -> bool:
    r"""`O(x^5)`, `o(h)`: an order of growth, where the model has no such name."""
    return isinstance(node, t.Application) and is_landau(node.head) and symbol_key(node.head) not in model


def without_spans(tree: t.Node) -> t.Node:
    """The same tree without the places of its parts in a source."""
    return replace(tree.with_children([without_spans(child) for child in tree.children]), span=t.NOWHERE)


def base_of(symbol: t.Symbol) -> str:
    """The key of a symbol without index and marks: `x` of `x_i`."""
    return symbol_key(replace(symbol, subscript=None, superscript=None, marks=""))


def keys_in(
    tree: t.Node, owners: Callable[[t.Symbol], Iterable[str]] = lambda symbol: (symbol_key(symbol),)
) -> Iterator[str]:
    """The keys of the symbols in a tree, and of a logarithm without a base, which a model may declare."""
    for _, node in t.walk(tree):
        if isinstance(node, t.Symbol):
            yield from owners(node)
        elif node == LOG:
            yield r"\log"


def free_letter(nodes: Iterable[t.Node], model: Model) -> t.Symbol | None:
    """The first usual letter that stands in none of these and that the model does not name; None if all are taken."""
    taken = {part for node in nodes for part in t.symbols(node)}
    return next((one for one in map(t.Symbol, _LETTERS) if one not in taken and model.named(one) is None), None)


_LETTERS: Final = ("t", "s", "u", "w", "z", r"\tau", r"\rho", r"\xi")


def trees_of(name: Name) -> Iterator[t.Node]:
    """All that a declaration names."""
    ends = (end for _, one in name.ranges for end in (one.low, one.high))
    yield from (tree for tree in (*name.parameters, name.body, *name.domain, name.unit, *ends) if tree is not None)


def all_keys_in(trees: Iterable[t.Node], model: Model) -> frozenset[str]:
    """The keys of the symbols in trees, and of all that the model says these are made of."""
    pending, found = list(trees), set[str]()
    while pending:
        for key in set(keys_in(pending.pop())) - found:
            found.add(key)
            pending += trees_of(model.names[key]) if key in model else ()
    return frozenset(found)


def _known_chance(quantity: t.Application, change: Callable[[t.Node], t.Node]) -> t.Application:
    """A known probability with its tree changed."""
    changed = change(quantity)
    assert isinstance(changed, t.Application)  # noqa: S101 - for the types: a change keeps the kind
    return changed


def mapped(name: Name, change: Callable[[t.Node], t.Node]) -> Name:
    """A declaration with each of its trees changed."""

    def perhaps(tree: t.Node | None) -> t.Node | None:
        return None if tree is None else change(tree)

    def symbol(one: t.Symbol) -> t.Symbol:
        changed = change(one)
        assert isinstance(changed, t.Symbol)  # noqa: S101 - for the types: a change keeps the kind
        return changed

    return replace(
        name,
        symbol=symbol(name.symbol),
        quantity=name.quantity and _known_chance(name.quantity, change),
        parameters=tuple(map(symbol, name.parameters)),
        body=perhaps(name.body),
        domain=tuple(map(change, name.domain)),
        ranges=tuple((key, replace(one, low=perhaps(one.low), high=perhaps(one.high))) for key, one in name.ranges),
        unit=perhaps(name.unit),
    )
