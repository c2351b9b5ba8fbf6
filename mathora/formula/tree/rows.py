"""The signs of a row of `Aligned`, before one of which its `&` stands. Owns: `sign_at`, `sign_places`."""

from __future__ import annotations

from mathora.formula.tree.node import Node
from mathora.formula.tree.statements import Logic, Relation


def sign_at(row: Node, mark: int) -> tuple[tuple[int, ...], int]:
    """Where a row's sign number `mark` stands, of those of its statements from the left: path to its node, and which of
    the node's. Raises `IndexError` where there are fewer.
    """
    return _signs(row, ())[mark]


def sign_places(row: Node) -> list[int]:
    """Where in the source the right sides of a row's signs begin, from the left."""
    nodes = [(_at(row, path), index) for path, index in _signs(row, ())]
    return [node.children[index + 1].span.start for node, index in nodes]


def _signs(node: Node, path: tuple[int, ...]) -> list[tuple[tuple[int, ...], int]]:
    if not isinstance(node, Relation | Logic):
        return []
    found = _signs(node.operands[0], (*path, 0))
    for index in range(len(node.operators)):
        found += [(path, index), *_signs(node.operands[index + 1], (*path, index + 1))]
    return found


def _at(node: Node, path: tuple[int, ...]) -> Node:
    return _at(node.children[path[0]], path[1:]) if path else node
