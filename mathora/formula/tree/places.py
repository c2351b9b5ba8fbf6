r"""Whether a formula holds everywhere, or speaks of one place.

Owns: `speaks_of_one_place`.
"""

from __future__ import annotations

from mathora.formula.tree import Application, Node, Symbol, walk


def speaks_of_one_place(node: Node) -> bool:
    r"""Whether a function, or its derivative, is taken at numbers in it: `L(1, 1) = 4`, `V'(0.35) \approx 20.7`."""
    return any(
        isinstance(part, Application)
        and any(isinstance(leaf, Symbol) for _, leaf in walk(part.head))
        and not any(isinstance(leaf, Symbol) for argument in part.arguments for _, leaf in walk(argument))
        for _, part in walk(node)
    )
