"""The mean of all draws so far, over how many they are: one line for each row of draws.

Owns: `RunOfMeans`.

Law (`misplaced`, measured on the drawn corners): over each number of draws the line is at their mean.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from manim import VMobject

from mathora.stage.arrays import Array
from mathora.stage.figures.curve.plot import Plot
from mathora.stage.figures.elements.figure import Figure, Numbers
from mathora.stage.map.marks import marker

WIDTH, PALE = 4.0, 0.45  # of the line; how clearly one is seen when another runs


@dataclass(frozen=True)
class RunState(Numbers):
    """How many draws there are, how clearly the line is seen, and how clearly the dot at its end, from 0 to 1."""

    count: float = 0.0
    seen: float = 1.0
    dot: float = 0.0


class RunOfMeans(Figure[RunState]):
    """The means of `draws` (n,) on a plot, in a colour."""

    def __init__(self, plot: Plot, draws: Array, colour: str) -> None:
        super().__init__(RunState(), plot)
        self.plot, self.draws = plot, draws
        self.means = np.cumsum(draws) / np.arange(1, len(draws) + 1)
        self.line = VMobject(stroke_color=colour, stroke_width=WIDTH, fill_opacity=0)
        self.end = marker(plot.theme, 0.1).set_fill(colour)
        self.picture.add(self.line, self.end)

    @property
    def mean(self) -> float:
        """Of the draws so far."""
        return float(self.means[max(round(self.state.count), 1) - 1])

    def draw(self, state: RunState) -> None:
        """The line so far, and the dot at its end."""
        count = round(state.count)
        points = self.plot.graph.points_of(np.arange(1.0, count + 1), self.means[:count])
        if count > 1:
            self.line.set_points_as_corners(points)
        else:
            self.line.clear_points()
        self.line.set_stroke(opacity=state.seen)
        if count:
            self.end.move_to(points[-1])
        self.end.set_opacity(state.dot * bool(count))

    def misplaced(self) -> float:
        """How far a corner of the line is from the mean of the draws until there, as a share of the window's height."""
        if not len(self.line.points):
            return 0.0
        ends = np.concatenate([self.line.points[::4], self.line.points[-1:]])
        at, means = self.plot.graph.models_of(ends).T
        told = np.array([self.draws[: round(count)].mean() for count in at[:: max(1, len(at) // 20)]])
        return float(np.abs(means[:: max(1, len(at) // 20)] - told).max() / self.plot.state.y.length)
