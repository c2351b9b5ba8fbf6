r"""The nodes of what is marked as a whole, and of what is taken out of one. See `tree` for the laws of all nodes."""

from __future__ import annotations

from dataclasses import dataclass

from mathora.formula.tree.node import Node
from mathora.formula.tree.statements import DerivativeSign, DerivativeStyle


@dataclass(frozen=True, slots=True)
class Overline(Node):
    r"""`\overline{z w}`: the conjugate of a number, the complement of a set or an event."""

    body: Node


@dataclass(frozen=True, slots=True)
class NthDerivative(Node):
    r"""`\frac{d^n}{dx^n} e^{2x}`, `\frac{d^n y}{dx^n}`: of an order that is a name; else as `Derivative`."""

    sign: DerivativeSign
    operand: Node
    variable: Node
    order: Node
    inline: bool = True
    style: DerivativeStyle = "frac"


@dataclass(frozen=True, slots=True)
class Component(Node):
    r"""`(AB)_{12}`, `(Ax)_i`: an entry of what stands in brackets; `index` is one number, or several."""

    body: Node
    index: Node
