"""A small change of inputs on its way through a graph: by how much each name changes, and what each edge brings.

Owns: `Pushed`.

Laws:
- What stands at a box is the model's: its value after the change less its value before, to three digits.
- Where changes meet, each edge says what it brings: its slope times the change it comes from. They add up to the box's
  change but for what is small of second order.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from manim import LEFT, UP, VGroup

from mathora.stage.figures.graph.computation import Edge
from mathora.stage.text.terms import value

if TYPE_CHECKING:
    from mathora.stage.figures.graph.compute_graph import ComputeGraphFigure

DIGITS = 3
"""Of a change, and of what an edge brings of it."""

ABOVE = 0.1
"""From a box up to its change, in scene units."""


class Pushed:
    """The inputs of a graph that change `by` so much, each."""

    def __init__(self, graph: ComputeGraphFigure, by: Mapping[str, float]) -> None:
        computation, at = graph.computation, graph.inputs()
        self.graph, self.before = graph, computation.values(at)
        after = computation.values({key: number + by.get(key, 0.0) for key, number in at.items()})
        self.changes = {key: after[key] - self.before[key] for key in after}
        self.waves = computation.after(by)

    def told(self, key: str) -> VGroup:
        """What stands above a box: Δu = 0.08."""
        write, change = self.graph.write, _rounded(self.changes[key])
        read = write.coordinate(rf"\Delta {key}", lambda: change)
        label = write.stated(read, self.graph.scale * write.theme.sizes.label, self.graph.accent)
        side = {"aligned_edge": LEFT} if self.graph.upright else {}
        return VGroup(label.next_to(self.graph.boxes[key].card, UP, buff=ABOVE, **side))

    def brought(self, edge: Edge) -> float:
        """An edge's part of the change at its end."""
        return self.graph.computation.local_slopes(self.before)[edge] * self.changes[edge.source]

    def shares(self, wave: tuple[Edge, ...]) -> list[VGroup]:
        """What stands on the edges of a wave that meet others, in the place of their slopes."""
        return [self._share(edge) for edge in wave if [one.target for one in wave].count(edge.target) > 1]

    def _share(self, edge: Edge) -> VGroup:
        write, back = self.graph.write, self.graph.links[edge].local[0].copy().clear_updaters()
        size = self.graph.scale * write.theme.sizes.label
        label = write.label(value(_rounded(self.brought(edge))), size, self.graph.accent).move_to(back)
        return VGroup(back.stretch_to_fit_width(label.width + 2 * ABOVE), label).set_z_index(1)


def _rounded(change: float) -> float:
    """Of what is small of second order nothing is told."""
    return float(f"{change:.{DIGITS}g}")
