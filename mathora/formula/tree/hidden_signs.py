r"""Signs that a name of the model hides, in a tree that was not read with this model, such as what a picture claims.

Owns: `unhidden`.

| sign | beside the name | is written |
| --- | --- | --- |
| `\frac{d}{dx}`, `dx` | d | `\frac{\mathrm{d}}{\mathrm{d}x}`, `\mathrm{d}x` |
| `e`, `i` | e, i | `\mathrm{e}`, `\mathrm{i}` |

Law: what it means stays the same, and what is written of it is read with the model as this very tree.
"""

from __future__ import annotations

from dataclasses import replace

from mathora.formula.tree.model import Model
from mathora.formula.tree.node import Node
from mathora.formula.tree.parts import NthDerivative
from mathora.formula.tree.statements import Derivative, Differential
from mathora.formula.tree.terms import Constant


def unhidden(node: Node, model: Model) -> Node:
    """The tree with each sign that is a name of the model as the upright letter that is none."""
    match node.with_children([unhidden(one, model) for one in node.children]):
        case (Derivative(sign="d") | NthDerivative(sign="d") | Differential(sign="d")) as slope if "d" in model:
            return replace(slope, sign=r"\mathrm{d}")
        case Constant(name="e" | "i") as number if number.name in model:
            return replace(number, upright=True)
        case same:
            return same
