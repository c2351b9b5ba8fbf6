r"""What a formula speaks of: one place, or what holds everywhere; slopes.

Owns: `speaks_of_one_place`, `speaks_of_slopes`.
"""

from __future__ import annotations

from mathora.formula.tree import Application, Derivative, Nabla, Node, Prime, Symbol, walk


def speaks_of_one_place(node: Node) -> bool:
    r"""Whether a function, or its derivative, is taken at numbers in it: `L(1, 1) = 4`, `V'(0.35) \approx 20.7`."""
    return any(
        isinstance(part, Application)
        and any(isinstance(leaf, Symbol) for _, leaf in walk(part.head))
        and not any(isinstance(leaf, Symbol) for argument in part.arguments for _, leaf in walk(argument))
        for _, part in walk(node)
    )


def speaks_of_slopes(node: Node) -> bool:
    r"""Whether a derivative stands in it: `f'`, `\frac{dy}{dx}`, `\nabla L`."""
    return any(isinstance(part, Prime | Derivative | Nabla) for _, part in walk(node))
