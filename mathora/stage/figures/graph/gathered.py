"""What comes back to a name, added up one after the other: 96, then 96 + 48.

Owns: `gathered`, `balance`.

Law: what stands is the sum of its parts, each rounded to as many digits as the graph tells, where the slope will stand.
"""

from __future__ import annotations

from collections.abc import Sequence

from manim import VMobject

from mathora.formula import tree
from mathora.stage.figures.graph.compute_graph import ComputeGraphFigure
from mathora.stage.text.terms import Measured, Term, value

DECIMALS = 2


def gathered(graph: ComputeGraphFigure, name: str, parts: Sequence[float]) -> VMobject:
    """The sum of these parts of the output's slope by this name."""
    told = balance([round(one, DECIMALS) for one in parts]).term
    label = graph.write.label(told, graph.scale * graph.write.theme.sizes.label, graph.accent)
    slope = graph.boxes[name].slope
    label.move_to(slope)
    return label.shift([slope.get_left()[0] - label.get_left()[0], 0.0, 0.0])


def balance(parts: Sequence[float]) -> Measured:
    """Numbers added as they are written; a negative one behind another is taken away."""
    sizes = [value(abs(one) if at else one).tree for at, one in enumerate(parts)]
    signs = tuple[tree.Sign, ...]("-" if one < 0 else "+" for one in parts[1:])
    return Measured(Term(tree.Addition((*sizes,), signs) if signs else sizes[0]), lambda: sum(parts))
