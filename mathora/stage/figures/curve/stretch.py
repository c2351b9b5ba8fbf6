"""A part of the axis that is spoken of: a band over it, from the floor of the window to its ceiling, with words.

Law (`off_ends`, measured on the drawn corners): it reaches from one end to the other, as far as the window does.

The words stand at the top of it, or lower where a curve or a number would cross them there.
"""

from __future__ import annotations

from itertools import product

import numpy as np
from manim import Rectangle, VMobject

from mathora.formula.curves.interval import Interval
from mathora.stage.figures.curve.plot import Plot
from mathora.stage.figures.elements.figure import Figure, Seen
from mathora.stage.figures.elements.naming import clearance
from mathora.stage.plane.graph import HALO
from mathora.stage.plane.shapes import around

FILL, EDGE = 0.09, 0.12  # of the band; scene units between its ceiling and the words
ROWS = np.linspace(0, 1, 9)  # shares of the way from the ceiling to the floor at which the words may stand
COLUMNS = (0.5, 0.0, 1.0)  # likewise from the left end to the right


class Stretch(Figure[Seen]):
    """The band over `over` on a plot, in a colour; what it says is drawn with it."""

    def __init__(self, plot: Plot, over: Interval, colour: str) -> None:
        super().__init__(Seen(), plot)
        self.plot, self.over = plot, over
        self.band = Rectangle(stroke_width=0, fill_color=colour)
        self.words, self.share = VMobject(), (0.0, 0.5)

    def overlaps(self, over: Interval) -> bool:
        """Whether both have more than an end in common."""
        return max(self.over.low, over.low) < min(self.over.high, over.high)

    def say(self, words: VMobject) -> None:
        """Words, where nothing that stands crosses them; rather a line than a text."""
        self.words = words.set_stroke(self.plot.theme.background, HALO, background=True)
        points = np.concatenate([self.plot.line_points(), self.plot.axes_points[:, :2]])
        half = np.array([words.width, words.height]) / 2
        shares = [*product(ROWS, COLUMNS)]
        off_texts = {one: clearance(self._place(*one), half, points[:0], self.plot.texts) for one in shares}
        clear = {one: min(off_texts[one], clearance(self._place(*one), half, points, ())) for one in shares}
        good = [share for share, room in clear.items() if room > EDGE]
        self.share = good[0] if good else max(shares, key=lambda one: (off_texts[one] > EDGE, clear[one]))

    def _place(self, down: float, along: float) -> np.ndarray:
        """The middle (2,) of the words at these shares of the band."""
        (left, right), window = self._ends(), self.plot.state
        low, high = self.plot.point(left, window.low)[:2], self.plot.point(right, window.high)[:2]
        inner = np.minimum(np.array([self.words.width, self.words.height]) / 2 + EDGE, (high - low) / 2)
        return np.asarray(low + inner + np.array([along, 1 - down]) * (high - low - 2 * inner))

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
        self.band.set_points_as_corners(around(low, high)).set_fill(opacity=FILL * state.seen)
        self.words.move_to(np.append(self._place(*self.share), 0.0)).set_opacity(state.seen)
        self.picture.set(submobjects=[self.band, self.words])

    def off_ends(self) -> float:
        """How far the drawn band's ends are from those of the part, as a share of the window."""
        if self.band not in self.picture.submobjects:
            return 0.0
        drawn = [self.plot.graph.model_of(self.band.points[k])[0] for k in (0, 4)]
        return max(abs(one - end) for one, end in zip(drawn, self._ends(), strict=True)) / self.plot.state.x.length
