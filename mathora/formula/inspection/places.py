r"""What a formula speaks of: one place, or what holds everywhere; slopes.

Owns: `speaks_of_one_place`, `speaks_of_slopes`.
"""

from __future__ import annotations

from mathora.formula import tree as t


def speaks_of_one_place(node: t.Node) -> bool:
    r"""Whether a function, or its derivative, is taken at numbers in it: `L(1, 1) = 4`, `V'(0.35) \approx 20.7`."""
    return any(
        isinstance(part, t.Application)
        and any(isinstance(leaf, t.Symbol) for _, leaf in t.walk(part.head))
        and not any(isinstance(leaf, t.Symbol) for argument in part.arguments for _, leaf in t.walk(argument))
        for _, part in t.walk(node)
    )


def speaks_of_slopes(node: t.Node) -> bool:
    r"""Whether a derivative stands in it: `f'`, `\frac{dy}{dx}`, `\nabla L`."""
    return any(isinstance(part, t.Prime | t.Derivative | t.Nabla) for _, part in t.walk(node))
