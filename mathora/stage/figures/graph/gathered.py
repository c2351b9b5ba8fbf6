"""What comes back to a name, added up one after the other: 96, then 96 + 48.

Owns: `gathered`.

Law: what stands is the sum of its parts, each rounded to as many digits as the graph tells, where the slope will stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from manim import VMobject

from mathora.stage.text.terms import exactly, sum_of

if TYPE_CHECKING:
    from mathora.stage.figures.graph.compute_graph import ComputeGraphFigure

DECIMALS = 2


def gathered(graph: ComputeGraphFigure, name: str, parts: Sequence[float]) -> VMobject:
    """The sum of these parts of the output's slope by this name."""
    told = sum_of([exactly(round(one, DECIMALS)) for one in parts]).term
    label = graph.write.label(told, graph.scale * graph.write.theme.sizes.label, graph.accent)
    slope = graph.boxes[name].slope
    label.move_to(slope)
    return label.shift([slope.get_left()[0] - label.get_left()[0], 0.0, 0.0])
