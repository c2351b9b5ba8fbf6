"""A part of the axis that is spoken of: a band over it, from the floor of the window to its ceiling, with words.

Law (`off_ends`, measured on the drawn corners): it reaches from one end to the other, as far as the window does.
"""

from __future__ import annotations

import numpy as np
from manim import Rectangle, VMobject

from mathora.formula.curves.interval import Interval
from mathora.stage.figures.curve.notes import Seen
from mathora.stage.figures.curve.plot import Plot
from mathora.stage.figures.elements.figure import Figure

FILL, EDGE = 0.09, 0.12  # of the band; scene units between its ceiling and the words


class Stretch(Figure[Seen]):
    """The band over `over` on a plot, in a colour, and its `words` at the top of it."""

    def __init__(self, plot: Plot, over: Interval, words: VMobject, colour: str) -> None:
        super().__init__(Seen(), plot)
        self.plot, self.over, self.words = plot, over, words
        self.band = Rectangle(stroke_width=0, fill_color=colour)

    def room(self) -> float:
        """How wide the band is in the window, in scene units."""
        ends = self._ends()
        return float(self.plot.point(ends[1], 0.0)[0] - self.plot.point(ends[0], 0.0)[0])

    def _ends(self) -> tuple[float, float]:
        window = self.plot.state
        return max(self.over.low, window.left), min(self.over.high, window.right)

    def draw(self, state: Seen) -> None:
        """Band and words, if any of it is in the window; it lies below the plot, which therefore has to move first."""
        self.plot.follow()
        (left, right), window = self._ends(), self.plot.state
        if left >= right or state.seen <= 0:
            self.picture.set(submobjects=[])
            return
        low, high = self.plot.point(left, window.low), self.plot.point(right, window.high)
        corners = np.array([low, [high[0], low[1], 0], high, [low[0], high[1], 0], low])
        self.band.set_points_as_corners(corners).set_fill(opacity=FILL * state.seen)
        place = [(low[0] + high[0]) / 2, high[1] - EDGE - self.words.height / 2, 0.0]
        self.picture.set(submobjects=[self.band, self.words.move_to(place).set_opacity(state.seen)])

    def off_ends(self) -> float:
        """How far the drawn band's ends are from those of the part, as a share of the window."""
        if self.band not in self.picture.submobjects:
            return 0.0
        drawn = [self.plot.graph.model_of(self.band.points[k])[0] for k in (0, 4)]
        return max(abs(one - end) for one, end in zip(drawn, self._ends(), strict=True)) / self.plot.state.x.length
