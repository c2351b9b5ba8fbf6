"""Points that stay on a path in the plane, joined by straight lines, the last one with the first.

Owns: `PathPoints`.

Law (`off_path`, measured on the drawn dots and corners): each stands where the path is at its parameter.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import VMobject

from mathora.stage.arrays import Array
from mathora.stage.figures.curve.orbit import Orbit
from mathora.stage.figures.elements.figure import Figure, Seen
from mathora.stage.map.marks import marker


class PathPoints(Figure[Seen]):
    """The points of an orbit's path at these `parameters`."""

    def __init__(self, orbit: Orbit, parameters: Sequence[float], colour: str) -> None:
        super().__init__(Seen(), orbit)
        self.orbit, self.plot, self.parameters = orbit, orbit.plot, parameters
        self.line = VMobject(stroke_color=colour, stroke_width=3.5, fill_opacity=0)
        self.dots = [marker(self.plot.theme, 0.11).set_fill(colour) for _ in parameters]

    def _corners(self) -> Array:
        return np.array([self.plot.point(*self.orbit.path.at(one)) for one in self.parameters])

    def draw(self, state: Seen) -> None:
        """The dots, and what of the way around them is seen."""
        corners = self._corners()
        around = np.array([*corners, corners[0]])
        ways = np.linalg.norm(np.diff(around, axis=0), axis=1).cumsum()
        upto = state.seen * ways[-1]
        whole = int(np.searchsorted(ways, upto - 1e-9))
        before = ways[whole - 1] if whole else 0.0
        share = (upto - before) / max(float(ways[whole] - before), 1e-9)
        end = around[whole] + share * (around[whole + 1] - around[whole])
        self.line.set_points_as_corners(np.array([*around[: whole + 1], end])).set_stroke(opacity=0.8)
        for dot, at in zip(self.dots, corners, strict=True):
            dot.move_to(at).set_opacity(state.seen)
        self.picture.set(submobjects=[self.line, *self.dots] if state.seen > 0 else [])

    def off_path(self) -> float:
        """How far a dot, or a corner of the whole line, is from the path, as a share of the window."""
        if self.state.seen < 1:
            return 0.0
        drawn = [*(dot.get_center() for dot in self.dots), *self.line.points[::4]]
        wanted = [self.orbit.path.at(one) for one in self.parameters] * 2
        ways = [np.subtract(self.plot.graph.model_of(one), at) for one, at in zip(drawn, wanted, strict=False)]
        return float(np.abs(ways).max() / self.plot.state.x.length)
