"""The mean of some draws, made before the eyes, and the bell curve to which such means come.

Owns: `MeanOfDraws`, `bell`, `off_bell`.

Laws:
- Each draw is a dot at its outcome; on the way to their mean all dots go the same share of their way, so that at each
  moment they balance on it.
- The bell is the normal density of the distribution's mean and of its deviation by the root of the number of draws, on
  the same scale as the distribution: an area is a probability.
"""

from __future__ import annotations

import numpy as np
from manim import Dot, ValueTracker, VMobject

from mathora.stage.arrays import Array
from mathora.stage.figures.chance.chance import Masses
from mathora.stage.figures.chance.distribution import DistributionFigure
from mathora.stage.figures.elements.figure import FollowingGroup

RADIUS, LAST_RADIUS = 0.075, 0.13  # scene units: of a draw, and of the mean
STACKS = 40  # into so many stacks the draws fall, over a density
FAR = 4.5  # so many deviations to both sides the bell is drawn


class MeanOfDraws(FollowingGroup):
    """The `draws` (n,) of one mean: `fallen` from 0 to 1 they come down one by one, `gathered` they go to it."""

    def __init__(self, figure: DistributionFigure, draws: Array, colour: str, end: str) -> None:
        self.figure, self.draws = figure, draws
        self.fallen, self.gathered = ValueTracker(0), ValueTracker(0)
        law, low = figure.law(), figure.span.low
        wide = law.gap if isinstance(law, Masses) else figure.span.length / STACKS
        stack = np.round((draws - low) / wide)
        below = np.array([np.count_nonzero(stack[:index] == one) for index, one in enumerate(stack)])
        highest = figure.graph.frame.height * 0.9
        self.rows = below * min(2.2 * RADIUS, highest / (below.max() + 1)) + 2 * RADIUS
        super().__init__(*(Dot(radius=RADIUS, color=colour) for _ in draws))
        self.colours = (colour, end)
        self.add_updater(self._stand, call_updater=True)

    def _stand(self, _: VMobject) -> None:
        """Each dot falls from the top in its turn, then slides to the mean."""
        figure, count, share = self.figure, len(self.draws), self.gathered.get_value()
        fallen = np.clip(self.fallen.get_value() * (count + 3) - np.arange(count), 0, 3) / 3
        places = self.draws + share * (self.draws.mean() - self.draws)
        top = figure.top.get_value()
        for dot, x, row, down in zip(self, places, self.rows * (1 - share) + 2 * RADIUS * share, fallen, strict=True):
            foot, high = figure.point(float(x), 0.0), figure.point(float(x), top)
            up = (high[1] - foot[1]) * (1 - down**2) + row * down**2
            dot.move_to(foot + np.array([0.0, up, 0.0])).set_opacity(1.0 if down > 0 else 0.0)
            dot.scale_to_fit_height(2 * (RADIUS + (LAST_RADIUS - RADIUS) * share))
            dot.set_color(self.colours[int(share > 0.98)])  # noqa: PLR2004 - when they are one

    def unbalanced(self) -> float:
        """By how much the dots that are drawn do not balance on the draws' mean, as a share of the axis."""
        across = [self.figure.graph.model_of(dot.get_center())[0] for dot in self]
        return float(np.mean(across) - self.draws.mean()) / self.figure.shown.length


def bell(figure: DistributionFigure, size: int, colour: str) -> VMobject:
    """The normal curve of the means of `size` draws, redrawn to the scale of the axis."""
    law = figure.law()
    spread, unit = law.deviation / np.sqrt(size), law.gap if isinstance(law, Masses) else 1.0
    low, high = max(figure.shown.low, law.mean - FAR * spread), min(figure.shown.high, law.mean + FAR * spread)
    x = np.linspace(low, high, 181)
    y = unit / spread / np.sqrt(2 * np.pi) * np.exp(-(((x - law.mean) / spread) ** 2) / 2)
    curve = VMobject(stroke_color=colour, stroke_width=5, fill_opacity=0)
    return curve.set_points_as_corners(figure.points(x, y))


def off_bell(figure: DistributionFigure, curve: VMobject, size: int) -> float:
    """By how much mean or deviation of the drawn curve, where all of it is drawn, is not that of the means."""
    law = figure.law()
    x, y = figure.graph.models_of(curve.points[::4]).T
    spread = law.deviation / np.sqrt(size)
    if x[-1] - x[0] < 1.99 * FAR * spread:
        return 0.0
    middles, weights = (x[1:] + x[:-1]) / 2, np.diff(x) * (y[1:] + y[:-1]) / 2
    mean = float(middles @ weights / weights.sum())
    found = float(np.sqrt((middles - mean) ** 2 @ weights / weights.sum()))
    return float(max(abs(mean - law.mean), abs(found - spread)) / spread)
