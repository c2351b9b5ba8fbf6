"""A loss beside what it judges: over one parameter its curve, over two its level sets, and where we stand on it.

Laws:
- It shows the lowest place, where the search from the start leads to one, and reaches as far around it as the level set
  through the start does.
- The point stands at the parameters of now; on a curve also at the height of the loss.
- Level sets have equal steps.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from manim import VGroup, VMobject

from mathora.formula import ModelFunction
from mathora.formula.curves.fitted import loss_spans, room_for
from mathora.formula.curves.objective import Lowest
from mathora.stage.arrays import Array
from mathora.stage.invariants import Claims
from mathora.stage.map.contour_plot import HALO, height_colours
from mathora.stage.map.marks import marker
from mathora.stage.plane.graph import Graph
from mathora.stage.space.contours import LevelCurve, level_curves, well_chosen_levels

if TYPE_CHECKING:
    from mathora.stage.layout import Region
    from mathora.stage.writing import Writing

LEVELS, BELOW = 6, 3  # how many level sets there are, and how many steps lead from the lowest place to the start


class LossPicture:
    """A loss of one or two parameters around its lowest place; `here` gives the parameters of now."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it shows
        self,
        loss: ModelFunction,
        low: Lowest | None,
        start: Array,
        here: Callable[[], Array],
        region: Region,
        write: Writing,
    ) -> None:
        self.loss, self.here, self.write = loss, here, write
        self.spans = loss_spans(loss, low, start)
        theme = write.theme
        if len(self.spans) == 1:
            x = np.linspace(*self.spans[0], 121)
            values = np.broadcast_to(loss.value(x), x.shape)
            heights = room_for(values[np.isfinite(values)], zero=True)
            names = (write.symbol(loss.variables[0]), write.symbol(loss.key))
            self.graph = Graph(region, self.spans[0], heights, theme, names=names)
            curve = self.graph.curve(lambda at: np.asarray(loss.value(at)), theme.contour)
            self.ground = VGroup(curve)
        else:
            names = (write.symbol(loss.variables[0]), write.symbol(loss.variables[1]))
            x_span, y_span = self.spans
            self.graph = Graph(region, x_span, y_span, theme, names=names)
            self.graph.numbers.set_stroke(theme.background, HALO, background=True)
            levels = _levels(loss, low, start) or well_chosen_levels(loss, x_span, y_span, LEVELS)
            drawn = [(one, level_curves(loss, x_span, y_span, one)) for one in levels]
            inks = height_colours(theme, levels)
            self.ground = VGroup(*(LevelCurve(self.graph, curves, one, inks[one]) for one, curves in drawn))
        self.dot = marker(theme, 0.11)
        self.dot.add_updater(lambda dot: dot.move_to(self.place_of(self.here())), call_updater=True)
        self.trail = VGroup()

    def place_of(self, parameters: Array) -> Array:
        """Where parameters (n,) stand; a scene point (3,)."""
        if len(self.spans) == 1:
            return self.graph.point(float(parameters[0]), float(self.loss.value(*parameters)))
        return self.graph.point(*map(float, parameters))

    def leave_trail(self) -> VGroup:
        """A mark where the point stands now, and a line from there that follows it until the next one is left."""
        self.trail.clear_updaters()
        start = self.dot.get_center()
        mark = marker(self.write.theme, 0.06).move_to(start)
        line = VMobject(stroke_color=self.write.theme.foreground, stroke_width=3, fill_opacity=0)
        line.add_updater(lambda one: one.set_points_as_corners(np.array([start, self.dot.get_center()])))
        self.trail.add(mark, line)
        return VGroup(line, mark)

    @property
    def claims(self) -> Claims:
        """Name, residual and tolerance of what is true of the picture on every frame."""
        return (
            ("the point on the loss stands at the parameters", self._misplaced, 1e-6),
            ("a level set has one value of the loss", self._uneven, 1e-6),
        )

    def _misplaced(self) -> float:
        """How far the drawn point is from the parameters, and from the loss there, as a share of the axes."""
        at = np.array(self.graph.model_of(self.dot.get_center()))
        here = self.here()
        true = np.array([here[0], float(self.loss.value(*here))]) if len(self.spans) == 1 else here
        return float((np.abs(at - true) / [self.graph.x.length, self.graph.y.length]).max())

    def _uneven(self) -> float:
        """How much, at most, the loss differs along a drawn level set, as a share of its steps."""
        curves = [one for one in self.ground if isinstance(one, LevelCurve) and len(one.points)]
        step = max((abs(a.level - b.level) for a, b in pairwise(curves)), default=1.0)
        worst = 0.0
        for curve in curves:
            anchors = np.array([self.graph.model_of(point) for point in curve.points[::4]])
            worst = max(worst, float(np.abs(self.loss.value(*anchors.T) - curve.level).max()) / step)
        return worst


def _levels(loss: ModelFunction, low: Lowest | None, start: Array) -> tuple[float, ...]:
    """Levels of equal steps, the start's among them; none if the start is the lowest place."""
    above = 0.0 if low is None else float(loss.value(*start)) - low.value
    if low is None or above <= 0:
        return ()
    return tuple(low.value + above * step / BELOW for step in range(1, LEVELS + 1))
