"""The numbers of axes whose window moves: those of before leave, those of afterwards arrive, each where it belongs.

Owns: `MovingNumbers`.

Laws:
- A number stands at the place that it tells, on every frame; one beyond the axes' ends is not seen.
- What both windows tell stays. Of the others, those of before have left when the first one of afterwards is seen; none
  is seen while it stands closer to the next one than in its own window.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

import numpy as np
from manim import VMobject

from mathora.formula.curves.interval import Interval
from mathora.stage.arrays import Array
from mathora.stage.plane.graph import Graph

LEFT_AT, COMES_AT = 0.4, 0.6  # of the way: until when numbers of before leave, and from when others arrive
CROWDED = 4.0  # how fast numbers go as they crowd: at 2^(1/4) of their own density none is seen
BEYOND = 0.03  # of an axis: so far beyond its end a number is gone
SAME = 1e-9  # of an axis: places so near are one
TICK = 0.07  # half a tick's length, in scene units


class _Told:
    """One number of a window: its `axis` (0 across, 1 up) and `value`, and how far it stands from its tick (3,)."""

    def __init__(self, graph: Graph, number: VMobject, axis: int, value: float) -> None:
        self.number, self.axis, self.value, self.own = number, axis, value, (graph.x, graph.y)[axis]
        self.off = number.get_center() - _at(graph, axis, value)
        self.tick = VMobject(stroke_color=graph.theme.line, stroke_width=2.5, fill_opacity=0)

    def put(self, graph: Graph, seen: float) -> float:
        """Moves it and its tick to their place on other axes; returns how much of `seen` is left there."""
        now = (graph.x, graph.y)[self.axis]
        place, half = _at(graph, self.axis, self.value), np.eye(3)[1 - self.axis] * TICK
        self.number.move_to(place + self.off)
        self.tick.set_points_as_corners(np.array([place - half, place + half]))
        beyond = max(now.low - self.value, self.value - now.high, 0.0) / now.length
        crowd = max(0.0, log2(now.length / self.own.length))
        return seen * max(0.0, 1 - beyond / BEYOND) * max(0.0, 1 - CROWDED * crowd)


class MovingNumbers:
    """What two graphs of the same axes tell, on the way from the first to the second; only `told` numbers are seen."""

    def __init__(self, *ends: tuple[Graph, Sequence[VMobject]]) -> None:
        self.windows = [(graph.x, graph.y) for graph, _ in ends]
        before, after = ([*_told(graph, told)] for graph, told in ends)
        stay = [one for one in before if any(_is_one(one, other) for other in after)]
        self.stay, self.leave = stay, [one for one in before if one not in stay]
        self.come = [one for one in after if not any(_is_one(one, other) for other in stay)]

    def share(self, x: Interval, y: Interval) -> float:
        """How far on the way a window is, from 0 to 1: by that end of it which goes farthest."""
        starts, goals, now = (np.ravel(one) for one in (*self.windows, (x, y)))
        lengths = np.repeat([one.length for one in self.windows[0]], 2)
        most = int(np.argmax(np.abs(goals - starts) / lengths))
        return float((now[most] - starts[most]) / (goals[most] - starts[most]))

    def put(self, graph: Graph) -> tuple[list[tuple[VMobject, float]], list[VMobject]]:
        """The numbers with how much is seen of each, and their ticks, at their places on the axes as they stand."""
        share = self.share(graph.x, graph.y)
        parts = (1.0, self.stay), (1 - share / LEFT_AT, self.leave), ((share - COMES_AT) / (1 - COMES_AT), self.come)
        seen = [(one, one.put(graph, part)) for part, some in parts if part > 0 for one in some]
        for one, opacity in seen:
            one.tick.set_stroke(opacity=opacity)
        return [(one.number, part) for one, part in seen if part > 0], [one.tick for one, part in seen if part > 0]


def _at(graph: Graph, axis: int, value: float) -> Array:
    """Where an axis has a value, a scene point (3,)."""
    x, y = graph.origin
    return graph.point(value, y) if axis == 0 else graph.point(x, value)


def _told(graph: Graph, told: Sequence[VMobject]) -> list[_Told]:
    pairs = enumerate(zip(graph.numbers, graph.values, strict=True))
    return [_Told(graph, one, int(at >= graph.across), value) for at, (one, value) in pairs if one in told]


def _is_one(one: _Told, other: _Told) -> bool:
    return one.axis == other.axis and abs(one.value - other.value) <= SAME * one.own.length
