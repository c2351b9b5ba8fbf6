"""Bells that stand across a curve among data: how likely which value is at each point's place, if errors are normal.

Laws (`claims`, measured on the drawn points):
- Each bell is widest on the curve, and one `deviation` above and below it 1/√e as wide; all are to one scale.
- From each point a line reaches as far as the bell does at its height.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from manim import VGroup, VMobject

from mathora.stage.arrays import Array
from mathora.stage.figures.data.fit import FitFigure
from mathora.stage.invariants import Claims

REACH, SAMPLES = 3.0, 81  # deviations that a bell is drawn, up and down; its places
ROOM, WIDEST, LEAST = 0.8, 0.9, 0.25  # of the way to the next point, and in scene units at most and at least


class Bells(VGroup):
    """A bell for each point, `deviation` wide in the data's units, that follows the curve of `fit`."""

    def __init__(self, fit: FitFigure, deviation: float, colour: str) -> None:
        self.fit, self.deviation = fit, deviation
        across = sorted({float(one[0]) for one in fit.scatter.graph.points_of(fit.scatter.x, fit.scatter.y)})
        gap = min((after - before for before, after in pairwise(across)), default=WIDEST)
        self.width_ = float(np.clip(ROOM * gap, LEAST, WIDEST))
        self.bells = [VMobject(stroke_color=colour, stroke_width=3).set_fill(colour, 0.2) for _ in fit.scatter.x]
        self.lines = [VMobject(stroke_color=fit.theme.foreground, stroke_width=4) for _ in fit.scatter.x]
        super().__init__(*self.bells, *self.lines)
        self.add_updater(lambda one: one.stand(), call_updater=True)

    def likely(self, y: Array | float, middle: float) -> Array:
        """How far to the right a bell reaches at heights y, scene units."""
        return self.width_ * np.exp(-(((np.asarray(y) - middle) / self.deviation) ** 2) / 2)

    def stand(self) -> None:
        """Each bell on the curve as it is now, inside of the axes."""
        scatter, graph = self.fit.scatter, self.fit.scatter.graph
        for bell, line, x, y, middle in zip(
            self.bells, self.lines, scatter.x, scatter.y, self.fit.heights(), strict=True
        ):
            low, high = (float(np.clip(middle + far * self.deviation, *graph.y)) for far in (-REACH, REACH))
            heights = np.linspace(low, high, SAMPLES)
            foot = graph.points_of(np.full(SAMPLES, x), heights)
            out = foot + np.stack([self.likely(heights, middle), *np.zeros((2, SAMPLES))], axis=1)
            bell.set_points_as_corners(np.concatenate([foot[:1], out, foot[-1:], foot[:1]]))
            here = graph.point(float(x), float(y))
            line.set_points_as_corners(np.array([here, here + np.array([float(self.likely(y, middle)), 0.0, 0.0])]))

    @property
    def claims(self) -> Claims:
        """Name, residual and tolerance of what is true on every frame."""
        return (
            ("a bell is widest on the curve", self._off_curve, 1e-6),
            ("a point's line is as long as its bell is wide there", self._off_bell, 1e-6),
        )

    def _off_curve(self) -> float:
        """How far the drawn bells' widest places are from the curve, beyond the step between two places."""
        worst, graph = 0.0, self.fit.scatter.graph
        for bell, middle in zip(self.bells, self.fit.heights(), strict=True):
            if graph.y.low < middle < graph.y.high:
                widest = bell.points[int(np.argmax(bell.points[:, 0]))]
                step = 2 * REACH * self.deviation / (SAMPLES - 1)
                worst = max(worst, (abs(graph.model_of(widest)[1] - middle) - step) / graph.y.length)
        return worst

    def _off_bell(self) -> float:
        """How much the drawn lines' lengths differ from the bells' widths, scene units."""
        each = zip(self.lines, self.fit.scatter.y, self.fit.heights(), strict=True)
        return max(abs(float(np.ptp(one.points[:, 0])) - float(self.likely(y, middle))) for one, y, middle in each)
