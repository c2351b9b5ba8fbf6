"""Forms that a side of a relation is written in.

Owns: `infinity`, `has_both_signs`, `both_zero`.
"""

from __future__ import annotations

from mathora.formula import tree
from mathora.prove.kernel.reading import units


def infinity(node: tree.Node) -> int:
    """1 for ∞, −1 for −∞, else 0."""
    match node:
        case tree.Constant(name=r"\infty") | tree.Signed(sign="+", operand=tree.Constant(name=r"\infty")):
            return 1
        case tree.Signed(sign="-", operand=tree.Constant(name=r"\infty")):
            return -1
        case _:
            return 0


def has_both_signs(node: tree.Node) -> bool:
    """Whether ± stands in a side."""
    both = {r"\pm", r"\mp"}
    return any(
        (isinstance(part, tree.Signed) and part.sign in both)
        or (isinstance(part, tree.Addition) and bool(both & set(part.operators)))
        for _, part in tree.walk(node)
    )


def both_zero(left: tree.Node, right: tree.Node) -> bool:
    """0 m and 0 km: zeros of one dimension."""
    match left, right:
        case (
            tree.Quantity(value=tree.Number(value=none), unit=measure),
            tree.Quantity(value=tree.Number(value=zero), unit=other),
        ):
            if none or zero:
                return False
            return units.dimension(units.unit(measure)) == units.dimension(units.unit(other))
        case _:
            return False
