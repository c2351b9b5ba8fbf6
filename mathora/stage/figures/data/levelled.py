"""The squares of residuals as columns of one width, which level out: their common height is the mean.

Laws (`claims`): a column has the area of its square, and levelled they have the same area together.
"""

from __future__ import annotations

import numpy as np
from manim import DOWN, LEFT, Rectangle, ValueTracker, VGroup

from mathora.stage.arrays import Array
from mathora.stage.figures.data.fit import FitFigure
from mathora.stage.invariants import Claims
from mathora.stage.layout import Region

FREE = 0.12  # of the region's height stays free over the columns


class LevelledSquares(VGroup):
    """A column for each square of `fit`, beside each other in a region; `level` goes from 0 to 1 as they level out."""

    def __init__(self, fit: FitFigure, region: Region) -> None:
        self.fit, self.level = fit, ValueTracker(0.0)
        areas, count = self._areas(), len(fit.squares)
        self.wide = max(min(region.width / count, 0.5), float(areas.max()) / ((1 - FREE) * region.height))
        self.foot = region.at(0.5, 0.0) + count * self.wide / 2 * LEFT
        columns = [Rectangle(stroke_color=fit.theme.wrong, stroke_width=2) for _ in fit.squares]
        super().__init__(*(one.set_fill(fit.theme.wrong, 0.22) for one in columns))
        self.add_updater(lambda one: one.put(), call_updater=True)

    def _areas(self) -> Array:
        """The squares' areas now, in scene units."""
        return np.array([np.ptp(one.points[:, :2], axis=0).prod() for one in self.fit.squares.update()])

    def where_squares_are(self) -> VGroup:
        """The columns as the squares that they are made of."""
        pairs = zip(self.copy().clear_updaters(), self.fit.squares, strict=True)
        return VGroup(*(column.replace(square, stretch=True) for column, square in pairs))

    def put(self) -> None:
        """The columns get their heights of now."""
        areas, share = self._areas(), self.level.get_value()
        heights = ((1 - share) * areas + share * areas.mean()) / self.wide
        for place, (column, high) in enumerate(zip(self, heights, strict=True)):
            column.stretch_to_fit_width(self.wide).stretch_to_fit_height(max(float(high), 1e-4))
            column.move_to(self.foot + np.array([place * self.wide, 0.0, 0.0]), aligned_edge=LEFT + DOWN)

    @property
    def claims(self) -> Claims:
        """Name, residual and tolerance of what is true of the columns on every frame."""
        return (("the columns cover as much as the squares together", self.off_area, 1e-3),)

    def off_area(self) -> float:
        """By how much the columns' area differs from the squares', in scene units."""
        return float(sum(one.width * one.height for one in self) - self._areas().sum())
