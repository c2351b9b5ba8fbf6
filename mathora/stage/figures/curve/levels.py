"""How high a strip of an area is: level lines to the axis from its lowest, its mean and its highest height.

Owns: `Levels`.

Law (`off_levels`, measured on the drawn points): the outer lines are as high as the bars below and above the curve; the
middle one is as high as a bar with the strip's width and its area.
"""

from __future__ import annotations

import numpy as np
from manim import VGroup, VMobject

from mathora.stage.figures.curve.area import CoveredArea
from mathora.stage.figures.elements.figure import Figure, Seen
from mathora.stage.plane.graph import HALO, dashed

APART, BESIDE = 0.03, 0.2  # how far a name is above or below its line, and beyond the line's end, in scene units


class Levels(Figure[Seen]):
    """Lines from the axis to the right end of the one strip of `area`; `names` are those of the lowest and the highest,
    `colour` is that of the mean height.
    """

    def __init__(self, area: CoveredArea, names: tuple[VMobject, VMobject], colour: str) -> None:
        super().__init__(Seen(), area)
        self.area, self.plot, self.names, self.colour = area, area.plot, names, colour
        self.lines = VGroup()
        for name in names:
            name.set_stroke(self.plot.theme.background, HALO, background=True)

    def heights(self) -> tuple[float, float, float]:
        """Of the strip: its lowest, its mean, its highest."""
        area = self.area
        return area.sum / area.width, area.worth / area.width, area.upper_sum / area.width

    @property
    def texts(self) -> list[VMobject]:
        """The names."""
        return [*self.names]

    def draw(self, state: Seen) -> None:
        """Each line from the axis, as far as it is seen; the names beside their ends, apart from each other."""
        if state.seen == 0:
            self.picture.set(submobjects=[])
            return
        theme, across = self.plot.theme, (self.plot.graph.origin[0], self.area.state.high)
        self.lines = VGroup()
        for height, colour in zip(self.heights(), (theme.foreground, self.colour, theme.foreground), strict=True):
            axis, end = (self.plot.point(at, height) for at in across)
            self.lines.add(dashed(end, end + (axis - end) * state.seen, colour))
        for name, line, side in zip(self.names, (self.lines[0], self.lines[2]), (-1, 1), strict=True):
            off = np.array([BESIDE + name.width / 2, side * (APART + name.height / 2), 0.0])
            name.move_to(line.points[0] + off).set_opacity(state.seen)
            name.set_stroke(theme.background, opacity=state.seen, background=True)
        self.picture.set(submobjects=[self.lines, *self.names])

    def off_levels(self) -> float:
        """How far the lines are from these heights, as a share of the window's height."""
        if not self.picture.submobjects:
            return 0.0
        drawn = [self.plot.graph.model_of(line.points[0])[1] for line in self.lines]
        return float(np.abs(np.subtract(drawn, self.heights())).max() / self.plot.state.y.length)
