"""A formula's numbers as a language writes them.

Law: the tree keeps its shape, and so its paths: what is set from it has the same glyphs in the same order but for the
sign. It is for setting alone: its numbers have no value.
"""

from __future__ import annotations

from mathora.formula.tree import Node
from mathora.formula.tree.terms import Number

POINT = "."
THOUSANDS = "\N{THIN SPACE}"  # between thousands where the comma is the decimal sign


def with_decimal(node: Node, decimal: str) -> Node:
    """The formula with this sign between whole and broken part of its numbers."""
    if decimal == POINT:
        return node
    if isinstance(node, Number):
        whole, point, decimals = node.text.partition(POINT)
        digits = f"{int(whole):,}".replace(",", THOUSANDS) if node.grouped else whole
        return Number(digits + (decimal if point else "") + decimals)
    children = tuple(with_decimal(child, decimal) for child in node.children)
    return node if children == node.children else node.with_children(children)
