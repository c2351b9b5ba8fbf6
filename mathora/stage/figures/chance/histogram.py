"""Draws from a distribution, falling one by one into a histogram over it.

Owns: `Histogram`, `HistogramBars`, `usual_bins`, `bins_of_means`.

Laws:
- It fills the outlines of what is expected: each draw lifts its bar by the same amount, on the same scale.
- After all draws, a bar is as high as the share of the draws in it, by its width: over a density in the outcome's unit,
  over bars in theirs. So areas are to one scale, that of the distribution.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from manim import Polygon, ValueTracker, VGroup, VMobject

from mathora.stage.arrays import Array
from mathora.stage.figures.chance.chance import Masses
from mathora.stage.figures.chance.distribution import BAR, DistributionFigure
from mathora.stage.figures.elements.figure import FollowingGroup

BINS = 24
FALLING = 14  # how many draws are seen falling at a time
FALLS = 90  # if there are more draws than this, only so many are seen falling
FINE = 0.35  # how wide a bar of means is, by their standard deviation, if it can be
MOST = 120  # more bars are not drawn


@dataclass(frozen=True, eq=False)
class HistogramBars:
    """Where bars stand, `middles` (n,), the `width` of what they count, half of what is drawn, and the width at which
    a bar is as high as its share (`unit`).
    """

    middles: Array
    width: float
    half: float
    unit: float


def usual_bins(figure: DistributionFigure) -> HistogramBars:
    """A bar over each outcome, or `BINS` over what is shown of a density."""
    law = figure.law()
    if isinstance(law, Masses):
        return HistogramBars(law.outcomes, law.gap, BAR / 2 * law.gap, law.gap)
    width = figure.span.length / BINS
    return HistogramBars(np.asarray(figure.span.low + width * (np.arange(BINS) + 0.5)), width, width / 2, 1.0)


def bins_of_means(figure: DistributionFigure, means: Array, size: int) -> HistogramBars:
    """Bars for means of `size` draws: as fine as their spread asks for, over evenly spaced outcomes one for each place
    where a mean can be, or for an odd number of them.
    """
    law, span = figure.law(), figure.shown
    width = max(FINE * float(means.std()), span.length / MOST / 2)
    middle, unit = float(means.mean()), 1.0
    if isinstance(law, Masses):
        unit = law.gap
        if np.allclose(np.diff(law.outcomes), law.gap):
            apart = law.gap / size
            width = apart * (2 * max(0, round((width / apart - 1) / 2)) + 1)
            middle = float(law.outcomes[0]) + apart * round((middle - float(law.outcomes[0])) / apart)
    elif np.isfinite(law.range[0]):  # no bar reaches below the least value there can be
        middle = law.range[0] + width * (round((middle - law.range[0]) / width - 0.5) + 0.5)
    low, high = max(span.low, float(means.min())), min(span.high, float(means.max()))
    first, last = (round((end - middle) / width) for end in (low, high))
    return HistogramBars(np.asarray(middle + width * np.arange(first, last + 1)), width, 0.47 * width, unit)


class Histogram(FollowingGroup):
    """The bars that the first `counted` of some `draws` (n,) fill, over a distribution; and `rain`, the next draws."""

    def __init__(self, figure: DistributionFigure, draws: Array, bins: HistogramBars, colour: str) -> None:
        self.figure, self.draws, self.counted = figure, draws, ValueTracker(0)
        self.middles, self.half = bins.middles, bins.half
        self.lift = bins.unit / bins.width / len(draws)
        self.edges = np.append(self.middles - bins.width / 2, self.middles[-1] + bins.width / 2)
        style = {"fill_color": colour, "fill_opacity": 0.8, "stroke_width": 0}
        super().__init__(*(VMobject(**style) for _ in self.middles))
        self.rain = self._rain()
        self.add_updater(self._fill, call_updater=True)

    def _fill(self, _: VMobject) -> None:
        for bar, middle, many in zip(self, self.middles, self.counts(), strict=True):
            self.figure.box(bar, float(middle), self.half, float(many) * self.lift)

    def counts(self) -> Array:
        """How many of the draws so far are in each bin."""
        return np.asarray(np.histogram(self.draws[: round(self.counted.get_value())], self.edges)[0])

    @property
    def highest(self) -> float:
        """How high the highest bar becomes."""
        return float(np.histogram(self.draws, self.edges)[0].max() * self.lift)

    def miscounted(self) -> float:
        """How many draws too many stand in the bars that are drawn, or how many too few."""
        drawn = sum(self.figure.height(bar.points[3]) / self.lift for bar in self)
        taken = self.draws[: round(self.counted.get_value())]
        return float(drawn) - np.count_nonzero((taken >= self.edges[0]) & (taken <= self.edges[-1]))

    def _rain(self) -> VGroup:
        """The next draws, falling to where they belong."""
        figure, pace = self.figure, max(1.0, len(self.draws) / FALLS)
        drops = VGroup(*(Polygon(*np.eye(3), stroke_width=0) for _ in range(FALLING)))
        angle = np.linspace(0, 2 * np.pi, 13)
        circle = 0.06 * np.column_stack([np.cos(angle), np.sin(angle), 0 * angle])

        def follow(group: VGroup) -> None:
            now = self.counted.get_value()
            for place, drop in enumerate(group):
                index = int((int(now / pace) + place + 1) * pace)
                ahead = (index - now) / pace / FALLING
                falls = now > 0 and index < len(self.draws) and 0 <= ahead <= 1
                falls = falls and self.edges[0] <= self.draws[index] <= self.edges[-1]
                at = float(self.draws[index]) if falls else figure.span.low
                drop.set_points_as_corners(figure.point(at, figure.top.get_value() * 1.05 * ahead**0.6) + circle)
                drop.set_fill(figure.theme.foreground, opacity=0.9 if falls else 0.0)

        drops.add_updater(follow, call_updater=True)
        return drops
