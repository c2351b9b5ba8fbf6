"""Intervals around means of draws, one row above the other: most of them hold the mean of the distribution.

Owns: `Intervals`.

Laws (`off`, measured on the drawn segments): each is around the mean of its own draws, and as wide as is said, but ends
where the axis does; one that does not hold the distribution's mean has the other colour.
"""

from __future__ import annotations

import numpy as np
from manim import Dot, Line, ValueTracker, VMobject

from mathora.stage.arrays import Array
from mathora.stage.figures.chance.distribution import DistributionFigure
from mathora.stage.figures.elements.figure import FollowingGroup
from mathora.stage.plane.graph import dashed

LOWEST, HIGHEST = 0.08, 0.96  # shares of the axis's height between which the rows stand


class Intervals(FollowingGroup):
    """Around each of the `means` (n,) an interval `reach` to both sides; the first `shown` of them stand."""

    def __init__(self, figure: DistributionFigure, means: Array, reach: float, colours: tuple[str, str]) -> None:
        self.figure, self.means, self.reach, self.colours = figure, means, reach, colours
        self.shown = ValueTracker(0)
        self.true = figure.law().mean
        super().__init__()
        foot, top = figure.point(self.true, 0.0), figure.point(self.true, figure.top.get_value())
        self.middle = dashed(foot, top, figure.theme.foreground)
        self.rows = np.linspace(HIGHEST, LOWEST, len(means)) if len(means) > 1 else np.array([(HIGHEST + LOWEST) / 2])
        self.add_updater(self._stand, call_updater=True)

    @property
    def holding(self) -> list[bool]:
        """Which of the shown intervals hold the distribution's mean."""
        held: list[bool] = (np.abs(self.means - self.true) <= self.reach).tolist()
        return held[: round(self.shown.get_value())]

    @property
    def share(self) -> float:
        """How many of those do, as a share of them."""
        return float(np.mean(self.holding)) if self.holding else 0.0

    @property
    def share_of_all(self) -> float:
        """The share when all of them stand."""
        return float(np.mean(np.abs(self.means - self.true) <= self.reach))

    def _stand(self, _: VMobject) -> None:
        figure, top, parts = self.figure, self.figure.top.get_value(), [self.middle]
        for mean, row, holds in zip(self.means, self.rows, self.holding, strict=False):
            ends = (figure.point(end, top * row) for end in self._ends(float(mean)))
            colour = self.colours[int(not holds)]
            line = Line(*ends, stroke_color=colour, stroke_width=4)
            seen = figure.shown.low <= mean <= figure.shown.high
            dot = Dot(figure.point(float(mean), top * row), radius=0.05, color=colour)
            parts += [line, dot if seen else VMobject()]
        self.set(submobjects=parts)

    def _ends(self, mean: float) -> tuple[float, float]:
        """Where an interval begins and ends on the axis: beside it stands what is read."""
        low, high = np.clip([mean - self.reach, mean + self.reach], *self.figure.shown)
        return float(low), float(high)

    def off(self) -> float:
        """The largest gap of a drawn end from where it belongs, as a share of the axis; 1 where a colour is wrong."""
        worst = 0.0
        for line, mean in zip(self.submobjects[1::2], self.means, strict=False):
            low, high = (self.figure.graph.model_of(line.points[k])[0] for k in (0, -1))
            ends = self._ends(float(mean))
            worst = max(worst, abs(low - ends[0]), abs(high - ends[1]))
            wrong = line.get_stroke_color().to_hex().lower() != self.colours[int(not low <= self.true <= high)].lower()
            worst = max(worst, float(wrong) * self.figure.shown.length)
        return worst / self.figure.shown.length
