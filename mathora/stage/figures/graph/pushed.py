"""A small change of inputs on its way through a graph: by how much each name changes, and what each edge brings.

Owns: `Pushed`.

Laws:
- What stands at a box is the model's: its value after the change less its value before, to three digits; behind ≈
  where it has more.
- Where changes meet, each edge says what it brings: its slope times the change it comes from. Within the digits that
  are told they add up to the box's change (`off_sum`); a change for which they do not is no small one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from math import floor, log10

from manim import DOWN, LEFT, UP, VGroup, VMobject

from mathora.stage.figures.graph.computation import Edge
from mathora.stage.figures.graph.compute_graph import ComputeGraphFigure
from mathora.stage.plane.graph import touch
from mathora.stage.text.terms import value

DIGITS = 3
"""Of a change, and of what an edge brings of it."""

KNOWN = 12
"""Digits of a computed value; of a change, all that is smaller than the last of them is a rounding error."""

ABOVE = 0.1
"""From a box up to its change, in scene units."""


class Pushed:
    """The inputs of a graph that change `by` so much, each."""

    def __init__(self, graph: ComputeGraphFigure, by: Mapping[str, float]) -> None:
        computation, at = graph.computation, graph.inputs()
        self.graph, self.before = graph, computation.values(at)
        after = computation.values({key: number + by.get(key, 0.0) for key, number in at.items()})
        self.changes = {key: _change(self.before[key], after[key]) for key in after}
        self.waves = computation.after(by)

    def told(self, key: str, *, sloped: bool) -> VGroup:
        """What stands above a box, or below it where another box is too near or the title is: Δu = 0.08. Below the
        slope, if one is told there (`sloped`).
        """
        write = self.graph.write
        read = replace(write.coordinate(rf"\Delta {key}", lambda: self.changes[key]), digits=DIGITS)
        label = write.stated(read, self.graph.scale * write.theme.sizes.label, self.graph.accent)
        box, side = self.graph.boxes[key], {"aligned_edge": LEFT} if self.graph.upright else {}
        label.next_to(box.card, UP, buff=ABOVE, **side)
        if label.get_top()[1] > self.graph.region.top + ABOVE or self._is_covered(label, key):
            below = label.copy().next_to(box.room if sloped else box.card, DOWN, buff=ABOVE, **side)
            label.move_to(label if self._is_covered(below, key) else below)
        return VGroup(label)

    def _is_covered(self, label: VMobject, key: str) -> bool:
        """Whether a label of one box touches another box."""
        others = (other.room for name, other in self.graph.boxes.items() if name != key)
        return any(touch(label, one) for one in others)

    def brought(self, edge: Edge) -> float:
        """An edge's part of the change at its end."""
        return self.graph.computation.local_slopes(self.before)[edge] * self.changes[edge.source]

    def off_sum(self) -> float:
        """How far what edges bring is from the change where they meet, in halves of the last digit that is told."""
        meeting = [[edge for edge in wave if edge.target == key] for wave in self.waves for key in _targets(wave)]
        return max((self._off(edges) for edges in meeting if len(edges) > 1), default=0.0)

    def _off(self, edges: list[Edge]) -> float:
        change, brought = self.changes[edges[0].target], [self.brought(edge) for edge in edges]
        noise = max(map(abs, (change, *brought))) * 10.0 ** (3 - KNOWN)
        told = 0.5 * 10.0 ** (floor(log10(abs(change))) - DIGITS + 1) if change else 0.0
        return abs(sum(brought) - change) / max(told, noise) if noise else 0.0

    def shares(self, wave: tuple[Edge, ...]) -> list[VGroup]:
        """What stands on the edges of a wave that meet others, in the place of their slopes."""
        return [self._share(edge) for edge in wave if _targets(wave)[edge.target] > 1]

    def _share(self, edge: Edge) -> VGroup:
        write, back = self.graph.write, self.graph.links[edge].local[0].copy().clear_updaters()
        size = self.graph.scale * write.theme.sizes.label
        label = write.label(value(float(f"{self.brought(edge):.{DIGITS}g}")), size, self.graph.accent).move_to(back)
        return VGroup(back.stretch_to_fit_width(label.width + 2 * ABOVE), label).set_z_index(1)


def _targets(wave: tuple[Edge, ...]) -> Counter[str]:
    """The names at which edges of a wave end, and how many do."""
    return Counter(edge.target for edge in wave)


def _change(before: float, after: float) -> float:
    """From one computed value to another, without their rounding errors."""
    size = max(abs(before), abs(after))
    return round(after - before, KNOWN - 1 - floor(log10(size))) if size else 0.0
