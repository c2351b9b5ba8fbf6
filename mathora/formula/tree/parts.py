r"""The nodes of what is marked as a whole, and of what is taken out of one. See `tree` for the laws of all nodes."""

from __future__ import annotations

from dataclasses import dataclass

from mathora.formula.tree.node import Node


@dataclass(frozen=True, slots=True)
class Overline(Node):
    r"""`\overline{z w}`: the conjugate of a number, the complement of a set or an event."""

    body: Node


@dataclass(frozen=True, slots=True)
class Component(Node):
    r"""`(AB)_{12}`, `(Ax)_i`: an entry of what stands in brackets; `index` is one number, or several."""

    body: Node
    index: Node
