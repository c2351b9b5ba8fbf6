"""Lines of least squares through points in groups, each from the first of its points to the last.

Owns: `TrendLines`.

Law (`off_least`, measured on the drawn ends): what the points are above and below their line adds up to nothing, also
weighed by how far right each of them is: no other line has less squared error.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import VGroup, VMobject

from mathora.stage.arrays import Array
from mathora.stage.figures.data.data_points import Scatter
from mathora.stage.invariants import Claims
from mathora.stage.plane.graph import dashed

WIDE = 0.15  # the share of its way across by which a line goes on beyond its points, on both sides


class TrendLines(VGroup):
    """A line for each of `parts`, which are indices of points, in its colour, with `dashes` if that is wanted; points
    that stand straight above each other have none.
    """

    def __init__(self, scatter: Scatter, parts: Sequence[Array], colours: Sequence[str], *, dashes: bool) -> None:
        self.scatter, self.dashes = scatter, dashes
        self.parts, self.colours, self.laws = list[Array](), list[str](), list[tuple[float, float]]()
        for part, colour in zip(parts, colours, strict=True):
            x, y = scatter.x[part] - scatter.x[part].mean(), scatter.y[part]
            if x @ x > 0:
                slope = float(x @ y / (x @ x))
                self.parts.append(part)
                self.colours.append(colour)
                self.laws.append((slope, float(y.mean() - slope * scatter.x[part].mean())))
        super().__init__(*(VMobject(stroke_color=one, stroke_width=3.5, fill_opacity=0) for one in self.colours))
        self.add_updater(lambda one: one.follow(), call_updater=True)

    def follow(self) -> None:
        """Each line on the axes as they stand."""
        for line, part, (slope, height), colour in zip(self, self.parts, self.laws, self.colours, strict=True):
            low, high = float(self.scatter.x[part].min()), float(self.scatter.x[part].max())
            low, high = low - WIDE * (high - low), high + WIDE * (high - low)
            ends = np.array([self.scatter.graph.point(at, height + slope * at) for at in (low, high)])
            drawn = dashed(ends[0], ends[1], colour, 3.5) if self.dashes else VMobject().set_points_as_corners(ends)
            line.set_points(drawn.points)

    @property
    def claims(self) -> Claims:
        """Name, residual and tolerance of what is true of the picture on every frame."""
        return (("no other line has less squared error", self.off_least, 1e-6),)

    def off_least(self) -> float:
        """The largest of both sums, by how much all of it could be."""
        worst, graph = 0.0, self.scatter.graph
        for line, part in zip(self, self.parts, strict=True):
            (x0, y0), (x1, y1) = (graph.model_of(line.points[k]) for k in (0, -1))
            x, y = self.scatter.x[part], self.scatter.y[part]
            over, way = y - y0 - (y1 - y0) / (x1 - x0) * (x - x0), x - x.mean()
            size = graph.y.length * len(x)
            worst = max(worst, abs(over.sum()) / size, abs(over @ way) / size / float(np.abs(way).max()))
        return float(worst)
