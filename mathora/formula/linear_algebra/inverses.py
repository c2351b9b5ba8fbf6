r"""Equations that are solved by the inverse of a matrix.

Owns: `by_inverse`.

| written | said |
| --- | --- |
| `A x = b \Rightarrow x = A^{-1} b` | `A^{-1} (A x) = x` |
| `A x = b \iff x = A^{-1} b` | this, and `A (A^{-1} b) = b` |

Law: what is put in for b, or for x, is what the equation says it is; so each way follows from its identity.
"""

from __future__ import annotations

from typing import Final

from mathora.formula.linear_algebra.orders import shape
from mathora.formula.tree.model import Model
from mathora.formula.tree.node import Node
from mathora.formula.tree.regrouping import together
from mathora.formula.tree.statements import EQUIVALENT, Logic, Relation
from mathora.formula.tree.terms import Group, Number, Power, Product, Signed, side_by_side

_INVERSE: Final = Signed("-", Number("1"))


def by_inverse(node: Node, model: Model) -> Node | None:
    """The identities from which it follows; None of anything else."""
    match node:
        case Logic(
            operands=(
                Relation(operands=(Product(factors=(matrix, x), operators=("",)), b), operators=("=",)),
                Relation(
                    operands=(solution, Product(factors=(Power(base=base, exponent=exponent), right), operators=("",))),
                    operators=("=",),
                ),
            ),
            operators=(sign,),
        ) if sign in {r"\Rightarrow", *EQUIVALENT}:
            pass
        case _:
            return None
    size = shape(matrix, model)
    fits = (base, exponent, solution, right) == (matrix, _INVERSE, x, b) and size is not None and size[0] == size[1]
    if not fits or size[0] == 1:  # type: ignore[index] # fits
        return None
    inverse = Power(matrix, _INVERSE)
    forward = Relation((side_by_side((inverse, Group(side_by_side((matrix, x))))), x), ("=",))
    back = Relation((side_by_side((matrix, Group(side_by_side((inverse, b))))), b), ("=",))
    return together((forward, back)) if sign in EQUIVALENT else forward
