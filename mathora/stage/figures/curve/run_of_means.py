"""The mean of all draws so far, or their sum, over how many they are: one line for each row of draws.

Owns: `RunOfMeans`, `Deviations`; `deviations`.

Law (`misplaced`, measured on the drawn corners): over each number of draws the line is at their mean, or their sum.
Law (`Deviations.misplaced`, likewise): the dashes are one standard deviation from what is expected.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from manim import VMobject

from mathora.stage.arrays import Array
from mathora.stage.figures.curve.plot import Plot
from mathora.stage.figures.elements.figure import Figure, Numbers, Seen
from mathora.stage.map.marks import marker

WIDTH, PALE = 4.0, 0.45  # of the line; how clearly one is seen when another runs
DASHES = 40  # of a dashed curve


@dataclass(frozen=True)
class RunState(Numbers):
    """How many draws there are, how clearly the line is seen, and how clearly the dot at its end, from 0 to 1."""

    count: float = 0.0
    seen: float = 1.0
    dot: float = 0.0


class RunOfMeans(Figure[RunState]):
    """The means of `draws` (n,) on a plot, in a colour; or their `sums`, which begin at 0."""

    def __init__(self, plot: Plot, draws: Array, colour: str, *, sums: bool = False) -> None:
        super().__init__(RunState(), plot)
        self.plot, self.draws, self.sums = plot, draws, sums
        totals = np.cumsum(draws)
        self.counts = np.arange(0.0 if sums else 1.0, len(draws) + 1)
        self.values = np.append(0.0, totals) if sums else totals / self.counts
        self.line = VMobject(stroke_color=colour, stroke_width=WIDTH, fill_opacity=0)
        self.end = marker(plot.theme, 0.1).set_fill(colour)
        self.picture.add(self.line, self.end)

    @property
    def value(self) -> float:
        """The mean of the draws so far, or their sum."""
        return float(self.values[max(round(self.state.count) - round(self.counts[0]), 0)])

    def places(self) -> Array:
        """Model points (n, 2) of all that is drawn: the numbers of the axes keep off."""
        seen = self.counts <= self.state.count
        return np.column_stack([self.counts[seen], self.values[seen]])

    def draw(self, state: RunState) -> None:
        """The line so far, and the dot at its end."""
        points = self.plot.graph.points_of(*self.places().T)
        count = len(points)
        if count > 1:
            self.line.set_points_as_corners(points)
        else:
            self.line.clear_points()
        self.line.set_stroke(opacity=state.seen)
        if count:
            self.end.move_to(points[-1])
        self.end.set_opacity(state.dot * bool(count))

    def misplaced(self) -> float:
        """How far a corner of the line is from what the draws until there say, as a share of the window's height."""
        if not len(self.line.points):
            return 0.0
        ends = np.concatenate([self.line.points[::4], self.line.points[-1:]])
        at, values = self.plot.graph.models_of(ends[:: max(1, len(ends) // 20)]).T
        parts = [self.draws[: round(count)] for count in at]
        told = np.array([part.sum() if self.sums else part.mean() for part in parts])
        return float(np.abs(values - told).max() / self.plot.state.y.length)


def deviations(mean: float, deviation: float, counts: Array, *, sums: bool) -> tuple[Array, Array]:
    """One standard deviation below and above the mean of so many draws, or below and above their sum: (n,) each.

    `mean` and `deviation` are those of one draw.
    """
    middle = mean * (counts if sums else np.ones_like(counts))
    way = deviation * np.sqrt(counts if sums else 1 / counts)
    return middle - way, middle + way


class Deviations(Figure[Seen]):
    """Two dashed curves over the number of draws, up to `count` of them: one deviation below and above the middle."""

    def __init__(self, plot: Plot, mean: float, deviation: float, count: int, *, sums: bool) -> None:
        super().__init__(Seen(), plot)
        self.plot, self.mean, self.deviation, self.sums = plot, mean, deviation, sums
        self.counts = np.linspace(0.0 if sums else 1.0, count**0.5, 2 * DASHES) ** 2
        self.sides = deviations(mean, deviation, self.counts, sums=sums)
        self.lines = [VMobject(stroke_color=plot.theme.foreground, stroke_width=2.5, fill_opacity=0) for _ in "ab"]
        self.picture.add(*self.lines)

    def places(self) -> Array:
        """Model points (n, 2) along what is seen: the numbers of the axes keep off."""
        seen = round(self.state.seen) * len(self.counts)
        return np.concatenate([np.column_stack([self.counts, side])[:seen] for side in self.sides])

    def draw(self, state: Seen) -> None:
        """The first dashes of both curves."""
        upto = 2 * round(state.seen * DASHES)
        for line, side in zip(self.lines, self.sides, strict=True):
            ends = self.plot.graph.points_of(self.counts[:upto], side[:upto]).reshape(-1, 2, 3)
            thirds = [(1 - share) * ends[:, 0] + share * ends[:, 1] for share in np.linspace(0, 1, 4)]
            line.set_points(np.stack(thirds, axis=1).reshape(-1, 3))

    def misplaced(self) -> float:
        """How far an end of a dash is from where it belongs, as a share of the window's height."""
        worst = 0.0
        for line, sign in zip(self.lines, (-1, 1), strict=True):
            at, heights = self.plot.graph.models_of(line.points[::4]).T
            power, middle = (0.5, self.mean * at) if self.sums else (-0.5, self.mean)
            told = middle + sign * self.deviation * np.maximum(at, 0.0) ** power
            worst = max(worst, float(np.abs(heights - told).max(initial=0.0)))
        return worst / self.plot.state.y.length
