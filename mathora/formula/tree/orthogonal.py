r"""`u \perp v` of vectors: their product is zero.

Owns: `orthogonal`. Of random quantities the same sign says that they are independent.
"""

from __future__ import annotations

from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model
from mathora.formula.tree.node import Node
from mathora.formula.tree.statements import Relation
from mathora.formula.tree.terms import Number, Product, Symbol, Tuple


def orthogonal(node: Node, model: Model) -> Node | None:
    r"""`u \cdot v = 0` for `u \perp v` of two vectors; None for anything else."""
    match node:
        case Relation(operands=(one, other), operators=(r"\perp",)) if all(
            _is_vector(side, model) for side in (one, other)
        ):
            return Relation((Product((one, other), (r"\cdot",)), Number("0")), ("=",))
        case _:
            return None


def _is_vector(node: Node, model: Model) -> bool:
    name = model.get(symbol_key(node)) if isinstance(node, Symbol) else None
    return isinstance(node, Tuple) or (name is not None and (name.kind == "vector" or isinstance(name.body, Tuple)))
