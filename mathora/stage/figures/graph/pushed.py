"""A small change of inputs on its way through a graph: by how much each name changes, and what each edge brings.

Owns: `Pushed`.

Laws:
- What stands at a box is the model's: its value after the change less its value before, to three digits; behind ≈
  where it has more.
- A change runs on from what changes alone: an edge from a name that stays brings nothing.
- Where changes meet, each edge says what it brings: its slope times the change it comes from. Within the digits that
  are told they add up to the box's change (`off_sum`); a change for which they do not is no small one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from math import floor, log10

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, VGroup, VMobject

from mathora.stage.figures.graph.computation import Edge
from mathora.stage.figures.graph.compute_graph import ComputeGraphFigure
from mathora.stage.plane.graph import along, half_of, meets, touch
from mathora.stage.text.terms import value

DIGITS = 3
"""Of a change, and of what an edge brings of it."""

KNOWN = 12
"""Digits of a computed value; of a change, all that is smaller than the last of them is a rounding error."""

APART = 0.1
"""From a box to its change, in scene units."""


class Pushed:
    """The inputs of a graph that change `by` so much, each."""

    def __init__(self, graph: ComputeGraphFigure, by: Mapping[str, float]) -> None:
        computation, at = graph.computation, graph.inputs()
        self.graph, self.before = graph, computation.values(at)
        after = computation.values({key: number + by.get(key, 0.0) for key, number in at.items()})
        self.changes = {key: _change(self.before[key], after[key]) for key in after}
        moved = (tuple(edge for edge in wave if self.changes[edge.source]) for wave in computation.after(by))
        self.waves = tuple(filter(None, moved))

    def told(self, key: str, *, sloped: bool) -> VGroup:
        """What stands at a box: Δu = 0.08; on a side that no edge leaves or meets, where that is free, else below or
        above; below the slope that is told there (`sloped`).
        """
        write, box = self.graph.write, self.graph.boxes[key]
        read = replace(write.coordinate(rf"\Delta {key}", lambda: self.changes[key]), digits=DIGITS)
        label = write.stated(read, self.graph.scale * write.theme.sizes.label, self.graph.accent)
        sides = [(box.card, UP), (box.room if sloped else box.card, DOWN), (box.card, RIGHT), (box.card, LEFT)]
        sides = sides[2:] + sides[:2] if self.graph.upright else sides
        places = [label.copy().next_to(beside, way, buff=APART) for beside, way in sides]
        return VGroup(next((place for place in places if self._is_free(place, key)), places[0]))

    def _is_free(self, label: VMobject, key: str) -> bool:
        """Whether the label of one box is in the graph's region, off the other boxes and off all edges."""
        region, (left, right) = self.graph.region, (label.get_left()[0], label.get_right()[0])
        if label.get_top()[1] > region.top + APART or left < region.left or right > region.right:
            return False
        lines = np.concatenate([along(*link.line.points[:, :2]) for link in self.graph.links.values()])
        others = (other.room for name, other in self.graph.boxes.items() if name != key)
        return not (
            meets(lines, label.get_center()[:2], half_of(label)) or any(touch(label, other) for other in others)
        )

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
        return VGroup(back.stretch_to_fit_width(label.width + 2 * APART), label).set_z_index(1)


def _targets(wave: tuple[Edge, ...]) -> Counter[str]:
    """The names at which edges of a wave end, and how many do."""
    return Counter(edge.target for edge in wave)


def _change(before: float, after: float) -> float:
    """From one computed value to another, without their rounding errors."""
    size = max(abs(before), abs(after))
    return round(after - before, KNOWN - 1 - floor(log10(size))) if size else 0.0
