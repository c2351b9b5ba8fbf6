"""A set of the plane, all that a path goes around, and a segment between two points of the path: is it in the set?

Owns: `Enclosed`, `EnclosedState`; `Ring`, what a path that grows goes around anew.

Laws (measured on the drawn points):
- The segment's ends stand on the path (`off_ends`).
- A part of it has the colour of the set if it is inside, and stands out if it is not (`off_side`).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from manim import VMobject

from mathora.stage.arrays import Array
from mathora.stage.figures.curve.orbit import Orbit
from mathora.stage.figures.elements.figure import Figure, Numbers
from mathora.stage.map.marks import marker
from mathora.stage.plane.graph import along

FILL, LIT, WIDTH = 0.18, 0.5, 7
AROUND, ACROSS = 240, 8  # places around a ring and across it that are looked at
SAMPLES = 801  # places on the segment that are looked at
ON_EDGE = 1e-6  # so near to an edge, as a share of the window, a point is on it
NEAR = 1e-3  # so near to an end of a piece, as a share of the window, both sides are right


@dataclass(frozen=True)
class EnclosedState(Numbers):
    """The parameters of the segment's ends; how much of the set and of the segment is seen, from 0 to 1."""

    first: float
    second: float
    seen: float = 0.0
    drawn: float = 0.0


class Enclosed(Figure[EnclosedState]):
    """The set within the path of an `orbit`, closed by a straight line if the path is not; `colours` inside and outside
    of it.
    """

    def __init__(self, orbit: Orbit, ends: tuple[float, float], colours: tuple[str, str]) -> None:
        super().__init__(EnclosedState(*ends), orbit)
        self.orbit, self.plot = orbit, orbit.plot
        self.fill = VMobject(stroke_width=0, fill_color=orbit.colours[0])
        self.sides = [VMobject(stroke_color=colour, stroke_width=WIDTH, fill_opacity=0) for colour in colours]
        self.dots = [marker(orbit.plot.theme, 0.1) for _ in ends]
        self.plot.lines.append(self._whole)

    def _whole(self) -> Array:
        """Model points (n, 2) along the segment."""
        state = self.state
        return along(*(self.orbit.path.at(one) for one in (state.first, state.second)))[: SAMPLES if state.drawn else 0]

    def holds(self, points: Array) -> Array:
        """Whether each of the model points (n, 2) is in the set: an odd number of edges is to its right."""
        edge = self.orbit.edge()
        (x, y), (u, v) = edge.T, np.roll(edge, -1, axis=0).T
        across = (y > points[:, 1:]) != (v > points[:, 1:])
        with np.errstate(divide="ignore", invalid="ignore"):
            at = x + (points[:, 1:] - y) / (v - y) * (u - x)
        return np.asarray((across & (points[:, :1] < at)).sum(axis=1) % 2 == 1)

    def _on_edge(self, points: Array) -> Array:
        """Whether each of the model points (n, 2) lies on the straight line that closes the path: it is of the set."""
        edge = self.orbit.edge()
        start, way = edge[-1], edge[0] - edge[-1]
        if not (length := float(way @ way)):
            return np.zeros(len(points), dtype=bool)
        share = np.clip((points - start) @ way / length, 0, 1)
        off = np.linalg.norm(points - start - share[:, None] * way, axis=1)
        return np.asarray(off < ON_EDGE * self.plot.state.x.length)

    def parts(self, state: EnclosedState) -> list[tuple[bool, Array]]:
        """The segment's parts, from end to end: whether each is inside, and its two ends (2, 2), in model units."""
        ends = np.array([self.orbit.path.at(one) for one in (state.first, state.second)])
        shares = np.linspace(0, 1, SAMPLES)
        places = ends[0] + (shares[1:-1, None]) * (ends[1] - ends[0])
        inside = np.logical_or(self.holds(places), self._on_edge(places))
        turns = np.flatnonzero(inside[1:] != inside[:-1]) + 1
        cuts = [0.0, *((shares[turns] + shares[turns + 1]) / 2), 1.0]
        found = []
        for first, second in pairwise(cuts):
            place = int(np.clip(round((first + second) / 2 * (SAMPLES - 1)) - 1, 0, len(inside) - 1))
            found.append((bool(inside[place]), ends[0] + np.array([[first], [second]]) * (ends[1] - ends[0])))
        return found

    def draw(self, state: EnclosedState) -> None:
        """The set, and the segment as far as it is drawn."""
        points = self.plot.graph.points_of(*self.orbit.edge().T)
        self.fill.set_points_as_corners(np.concatenate([points, points[:1]])).set_fill(opacity=FILL * state.seen)
        parts: list[VMobject] = [self.fill] if state.seen > 0 else []
        pieces = self.parts(state) if state.drawn > 0 else []
        for side, line in zip((True, False), self.sides, strict=True):
            line.clear_points()
            for start, end in (self.plot.graph.points_of(*ends.T) for inside, ends in pieces if inside is side):
                line.start_new_path(start)
                line.add_line_to(end)
            line.set_stroke(opacity=state.drawn)
            parts += [line] if len(line.points) else []
        for dot, at in zip(self.dots, (state.first, state.second), strict=True):
            dot.move_to(self.plot.point(*self.orbit.path.at(at))).set_opacity(state.drawn)
        self.picture.set(submobjects=[*parts, *(self.dots if state.drawn > 0 else ())])

    def off_ends(self) -> float:
        """How far the drawn ends are from the path, as a share of the window."""
        if self.dots[0] not in self.picture.submobjects:
            return 0.0
        drawn = np.array([self.plot.graph.model_of(dot.get_center()) for dot in self.dots])
        told = np.array([self.orbit.path.at(at) for at in (self.state.first, self.state.second)])
        return float(np.abs(drawn - told).max() / self.plot.state.x.length)

    def off_side(self) -> float:
        """The share of the drawn parts' middles that have the colour of the other side, by how often the path winds
        around them.
        """
        edge = self.orbit.edge()
        wrong, closed = [], np.concatenate([edge, edge[:1]])
        for side, line in zip((True, False), self.sides, strict=True):
            pairs = line.points.reshape(-1, 4, 3)[:, [0, 3]] if line in self.picture.submobjects else []
            for start, end in pairs:
                if np.linalg.norm(end - start) < NEAR * self.plot.place.width:
                    continue
                middle = self.plot.graph.models_of(np.array([(start + end) / 2]))[0]
                across, up = (closed - middle).T
                turned = np.unwrap(np.arctan2(up, across))
                held = round((turned[-1] - turned[0]) / (2 * np.pi)) % 2 == 1 or bool(self._on_edge(middle[None])[0])
                wrong.append(float(held is not side))
        return float(np.mean(wrong)) if wrong else 0.0


class Ring(VMobject):
    """What lies between an `orbit` and how it was, `before` (n, 2) in model units, on each frame; `places` are model
    points (n, 2) all over it.
    """

    def __init__(self, orbit: Orbit, before: Array, colour: str) -> None:
        super().__init__(stroke_width=0, fill_color=colour, fill_opacity=LIT)

        def between(one: VMobject) -> None:
            graph = orbit.plot.graph
            now = graph.points_of(*orbit.edge().T)
            was = graph.points_of(*before[::-1].T)
            one.clear_points()
            for edge in (now, was):
                one.start_new_path(edge[0])
                one.add_points_as_corners([*edge[1:], edge[0]])

        def places() -> Array:
            was, now = (one[np.linspace(0, len(one) - 1, AROUND).astype(int)] for one in (before, orbit.edge()))
            return np.concatenate([was + (now - was) * share for share in np.linspace(0, 1, ACROSS)])

        self.add_updater(between, call_updater=True)
        self.places = places
