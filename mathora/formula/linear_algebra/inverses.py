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

from mathora.formula import tree as t
from mathora.formula.linear_algebra.orders import shape
from mathora.formula.tree.model import Model

_INVERSE: Final = t.Signed("-", t.Number("1"))


def by_inverse(node: t.Node, model: Model) -> t.Node | None:
    """The identities from which it follows; None of anything else."""
    match node:
        case t.Logic(
            (
                t.Relation((t.Product((matrix, x), ("",)), b), ("=",)),
                t.Relation((solution, t.Product((t.Power(base, exponent), right), ("",))), ("=",)),
            ),
            (sign,),
        ) if sign in {r"\Rightarrow", *t.EQUIVALENT}:
            pass
        case _:
            return None
    size = shape(matrix, model)
    fits = (base, exponent, solution, right) == (matrix, _INVERSE, x, b) and size is not None and size[0] == size[1]
    if not fits or size[0] == 1:  # type: ignore[index] # fits
        return None
    inverse = t.Power(matrix, _INVERSE)
    forward = t.Relation((t.side_by_side((inverse, t.Group(t.side_by_side((matrix, x))))), x), ("=",))
    back = t.Relation((t.side_by_side((matrix, t.Group(t.side_by_side((inverse, b))))), b), ("=",))
    return t.together((forward, back)) if sign in t.EQUIVALENT else forward
