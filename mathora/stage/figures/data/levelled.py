"""The squares of residuals as columns of one width, which level out: their common height is the mean.

Law (`claims`): each column has the area of its square, or, as far as they have levelled out, of the mean of all.
"""

from __future__ import annotations

import numpy as np
from manim import DOWN, LEFT, Rectangle, ValueTracker, VGroup

from mathora.stage.arrays import Array
from mathora.stage.figures.data.fit import FitFigure
from mathora.stage.invariants import Claims
from mathora.stage.layout import Region

FREE = 0.12  # of the region's height stays free over the columns
LEAST = 5e-5  # scene units squared: a column of nothing keeps so much area


class LevelledSquares(VGroup):
    """A column for each square of `fit`, beside each other in a region; `level` goes from 0 to 1 as they level out."""

    def __init__(self, fit: FitFigure, region: Region) -> None:
        self.fit, self.level = fit, ValueTracker(0.0)
        self.scale_of_areas, count, high = 1.0, len(fit.squares), (1 - FREE) * region.height
        largest = float(self._areas().max())
        if largest * count > high * region.width:  # squares so large have no room as columns
            self.scale_of_areas = high * region.width / (largest * count)
        self.wide = max(min(region.width / count, 0.5), self.scale_of_areas * largest / high)
        self.foot = region.at(0.5, 0.0) + count * self.wide / 2 * LEFT
        columns = [Rectangle(stroke_color=fit.theme.wrong, stroke_width=2) for _ in fit.squares]
        super().__init__(*(one.set_fill(fit.theme.wrong, 0.22) for one in columns))
        self.add_updater(lambda one: one.put(), call_updater=True)

    def _areas(self) -> Array:
        """The squares' areas now, in scene units, all to one scale."""
        sides = [np.ptp(one.points[:, :2], axis=0) for one in self.fit.squares.update()]
        return np.array([self.scale_of_areas * one.prod() for one in sides])

    def _levelled(self) -> Array:
        """The columns' areas, as far as they have levelled out."""
        areas, share = self._areas(), self.level.get_value()
        return np.asarray((1 - share) * areas + share * areas.mean())

    def where_squares_are(self) -> VGroup:
        """The columns as the squares that they are made of."""
        pairs = zip(self.copy().clear_updaters(), self.fit.squares, strict=True)
        return VGroup(*(column.replace(square, stretch=True) for column, square in pairs))

    def put(self) -> None:
        """The columns get their heights of now."""
        for place, (column, area) in enumerate(zip(self, self._levelled(), strict=True)):
            column.stretch_to_fit_width(self.wide).stretch_to_fit_height(max(float(area), LEAST) / self.wide)
            column.move_to(self.foot + np.array([place * self.wide, 0.0, 0.0]), aligned_edge=LEFT + DOWN)

    @property
    def claims(self) -> Claims:
        """Name, residual and tolerance of what is true of the columns on every frame."""
        return (("each column covers as much as its square, or as their mean", self.off_area, 2 * LEAST),)

    def off_area(self) -> float:
        """By how much, at most, a column's area differs from what it shows, in scene units squared."""
        drawn = np.array([one.width * one.height for one in self])
        return float(np.abs(drawn - self._levelled()).max())
