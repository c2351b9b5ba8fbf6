"""What is a whole number by its form.

Owns: `is_whole`.

Law: a name whose value is known is looked at elsewhere; of it nothing is said here.
"""

from __future__ import annotations

from mathora.formula import tree as t
from mathora.formula.tree.model import Model


def is_whole(node: t.Node, model: Model, *running: t.Node) -> bool:
    """Whether it is made of whole numbers, names of such and letters that run over such by sums, products, powers."""
    match node:
        case t.Symbol():
            name = model.named(node)
            counts = name is not None and name.kind in {"natural", "integer"}
            return node in running or (counts and name is not None and name.body is None and not name.parameters)
        case t.Number(value=value):
            return value.denominator == 1
        case t.Power(base, t.Number(value=above)):
            return above.denominator == 1 and is_whole(base, model, *running)
        case t.Product(_, signs) if not {*signs} <= {"", r"\cdot", r"\times"}:
            return False
        case t.Addition() | t.Product() | t.Signed() | t.Group():
            return all(is_whole(one, model, *running) for one in node.children)
        case _:
            return False
