r"""What all nodes of a formula's tree have in common: spans, children, paths, and the walks over a tree.

Owns: `Node`, `Span`, `Path` and the walks; the vocabulary itself is `tree`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cache
from typing import Any, Self, TypeVar

Path = tuple[int, ...]  # child indices from the root; `()` is the root
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Span:
    """The characters `start`…`stop` (0-based, half open) of the formula's source text."""

    start: int
    stop: int


NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Node:
    """A part of a formula. Subclasses' fields that hold nodes (or tuples of nodes) are its children, in field order."""

    span: Span = field(default=NOWHERE, compare=False, repr=False, kw_only=True)

    @property
    def children(self) -> tuple[Node, ...]:
        """The node's parts, in the order of its fields."""
        found: list[Node] = []
        for name in _part_names(type(self)):  # type: ignore[arg-type] # mypy finds no class hashable
            _collect(getattr(self, name), found)
        return tuple(found)

    def with_children(self, children: Sequence[Node]) -> Self:
        """The same node with other parts, as many as it has."""
        remaining = iter(children)
        names = _part_names(type(self))  # type: ignore[arg-type] # as above
        changed: dict[str, Any] = {name: _refill(getattr(self, name), remaining) for name in names}
        return replace(self, **changed)


@cache
def _part_names(kind: type[Node]) -> tuple[str, ...]:
    """The fields that may hold children: those whose annotation speaks of nodes."""
    words = ("Node", "Differential", "Case")
    return tuple(one.name for one in fields(kind) if any(word in str(one.type) for word in words))


def _collect(value: object, found: list[Node]) -> None:
    if isinstance(value, Node):
        found.append(value)
    elif isinstance(value, tuple):
        for item in value:
            _collect(item, found)


def _refill(value: object, remaining: Iterator[Node]) -> object:
    if isinstance(value, Node):
        return next(remaining)
    if isinstance(value, tuple):
        return tuple(_refill(item, remaining) for item in value)
    return value


def with_each(node: Node, change: Callable[[Node], Node]) -> Node:
    """The node with each of its parts changed; the very same where none is."""
    changed = [change(one) for one in node.children]
    return node if all(a is b for a, b in zip(changed, node.children, strict=True)) else node.with_children(changed)


def with_each_known(node: Node, change: Callable[[Node], Node | None]) -> Node | None:
    """The node with each of its parts changed; None if one cannot be."""
    changed = all_known(map(change, node.children))
    return None if changed is None else node.with_children(changed)


def all_known(values: Iterable[T | None]) -> tuple[T, ...] | None:
    """All of the values; None if one of them is not known."""
    found = list[T]()
    for one in values:
        if one is None:
            return None
        found.append(one)
    return tuple(found)


def through(first: Node, last: Node) -> Span:
    """From the first to the last."""
    return Span(first.span.start, last.span.stop)


def walk(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Every node with its path, a node before its children."""
    waiting = [(path, node)]
    while waiting:
        path, node = waiting.pop()
        yield path, node
        waiting += reversed([((*path, index), child) for index, child in enumerate(node.children)])


def mentions(node: Node, part: Node) -> bool:
    """Whether a part stands in a tree."""
    return any(one == part for _, one in walk(node))


def at(node: Node, path: Path) -> Node:
    """The node that `path` addresses; raises `IndexError` if there is none."""
    for index in path:
        node = node.children[index]
    return node


def leaves(node: Node) -> Iterator[tuple[Path, Node]]:
    """The nodes without children, from left to right, with their paths."""
    return ((path, part) for path, part in walk(node) if not part.children)


def replaced(node: Node, old: Node, new: Node) -> Node:
    """The tree with `new` in place of every part that is `old`."""
    return new if node == old else node.with_children([replaced(one, old, new) for one in node.children])


def replace_at(node: Node, path: Path, new: Node) -> Node:
    """The tree with `new` in place of the node that `path` addresses."""
    if not path:
        return new
    children = list(node.children)
    children[path[0]] = replace_at(children[path[0]], path[1:], new)
    return node.with_children(children)
