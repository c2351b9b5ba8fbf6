"""An integral over a box, as integrals inside each other."""

from __future__ import annotations

from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.node import Node
from mathora.formula.tree.statements import Differential, Integral
from mathora.formula.tree.terms import IntervalSet, Number, Power, Product


def iterated(node: Integral) -> Integral | None:
    """The inner integrals; the sides of the box belong to the names in their order. None for other regions."""
    match node.lower:
        case Power(base=IntervalSet() as side, exponent=Number(text="2")):
            sides: tuple[Node, ...] = (side, side)
        case Product(factors=factors, operators=(r"\times",)):
            sides = factors
        case _:
            return None
    names = sorted((one.variable for one in node.differentials), key=symbol_key)
    body = node.body or Number("1")
    for name, one in zip(names, sides, strict=True):
        if not isinstance(one, IntervalSet):
            return None
        body = Integral(r"\int", one.lower, one.upper, body, (Differential(name),))
    return body if isinstance(body, Integral) else None
