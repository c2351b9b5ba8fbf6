"""The side of a level set on a graph: where a function is at most a level, or at least, is filled.

Law: the side ends where the level set is drawn, to within half a line's width, and at the graph's own edges.
"""

from __future__ import annotations

import numpy as np
from manim import VMobject

from mathora.stage.arrays import Array
from mathora.stage.plane.graph import Graph
from mathora.stage.space.contours import Partial, heights
from mathora.stage.space.field import parts_below

LINES = 241


class LevelSide(VMobject):
    """The side of a level set on `graph`, as pale as `opacity`; it stands nowhere yet."""

    def __init__(self, graph: Graph, colour: str, opacity: float) -> None:
        super().__init__(stroke_width=0, fill_color=colour, fill_opacity=opacity)
        self.graph = graph

    def stand(self, function: Partial, level: float, *, above: bool = False) -> None:
        """Fills where the function of both coordinates is at most `level`, or at least (`above`)."""
        xs, ys = (np.linspace(*one, LINES) for one in (self.graph.x, self.graph.y))
        sign = -1.0 if above else 1.0
        self.set_points(np.zeros((0, 3)))
        for ring in parts_below(xs, ys, sign * heights(function, xs, ys), sign * level):
            corners: Array = self.graph.points_of(ring[:, 0], ring[:, 1])
            self.start_new_path(corners[0])
            self.add_points_as_corners(corners[1:])
