"""How high a strip of an area is: level lines to the axis from its lowest, its mean and its highest height.

Owns: `Levels`; `NamedBar`, whose height and width are named.

Laws, measured on the drawn points:
- The outer lines are as high as the bars below and above the curve; the middle one is as high as a bar with the strip's
  width and its area (`off_levels`).
- What is named is as high and as wide as the bar (`off_bar`).
"""

from __future__ import annotations

import numpy as np
from manim import VGroup, VMobject

from mathora.stage.figures.curve.area import CoveredArea
from mathora.stage.figures.elements.figure import Figure, Seen
from mathora.stage.plane.graph import HALO, ON_FILL, dashed
from mathora.stage.plane.shapes import around

APART, BESIDE, LIP = 0.03, 0.2, 0.08
"""How far a name is above or below its line, and beyond the line's end; half of a bracket's ends; in scene units."""


LIT = 0.22  # how much brighter than the others the bar is that is named


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


class NamedBar(Figure[Seen]):
    """One of the bars of `area`, that at the place `at`, with brackets along its height and its width; `names` are
    those of both.
    """

    def __init__(self, area: CoveredArea, at: float, names: tuple[VMobject, VMobject]) -> None:
        super().__init__(Seen(), area)
        self.area, self.plot, self.at, self.names = area, area.plot, at, names
        ink = self.plot.theme.foreground
        self.outline, self.upright, self.across = (
            VMobject(stroke_color=ink, stroke_width=3.5, fill_opacity=0) for _ in range(3)
        )
        self.outline.set_fill(ink, 1)
        names[0].set_fill(ink)  # it stands on the bar beside this one
        for name in names:
            name.set_stroke(self.plot.theme.background, ON_FILL, background=True)

    @property
    def texts(self) -> list[VMobject]:
        """The names."""
        return [*self.names]

    def corners(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """The model points of the bar's foot at the left, and of its top at the right."""
        heights = self.area.standing_heights
        edges = self.area.edges(len(heights))
        k = int(np.clip(np.searchsorted(edges, self.at, side="right") - 1, 0, len(heights) - 1))
        return (float(edges[k]), 0.0), (float(edges[k + 1]), float(heights[k]))

    def draw(self, state: Seen) -> None:
        """The outline, both brackets outside of it, and the names beside these."""
        low, high = (self.plot.point(*one) for one in self.corners())
        theme, right, up = self.plot.theme, np.array([1.0, 0.0, 0.0]), np.array([0.0, 1.0, 0.0])
        self.outline.set_points_as_corners(around(low, high)).set_stroke(opacity=state.seen)
        self.outline.set_fill(opacity=LIT * state.seen)
        ways = (
            (self.upright, np.array([high[0], low[1], 0.0]) + BESIDE * right, high + BESIDE * right, right),
            (self.across, np.array([low[0], high[1], 0.0]) + BESIDE * up, high + BESIDE * up, up),
        )
        for name, (bracket, one, other, out) in zip(self.names, ways, strict=True):
            corners = [one - LIP * out, one + LIP * out, one, other, other - LIP * out, other + LIP * out]
            bracket.set_points_as_corners(np.array(corners)).set_stroke(opacity=state.seen)
            half = np.array([name.width, name.height, 0.0]) / 2
            name.move_to((one + other) / 2 + (BESIDE + half) * out).set_opacity(state.seen)
            name.set_stroke(theme.background, opacity=state.seen, background=True)
        parts = [self.outline, self.upright, self.across, *self.names]
        self.picture.set(submobjects=parts if state.seen > 0 else [])

    def off_bar(self) -> float:
        """How far the brackets are from the bar's height and width, as shares of the window."""
        if not self.picture.submobjects:
            return 0.0
        (left, _), (right, height) = self.corners()
        model, window = self.plot.graph.model_of, self.plot.state
        (_, foot), (_, top) = (model(self.upright.points[k]) for k in (8, 12))
        (one, _), (other, _) = (model(self.across.points[k]) for k in (8, 12))
        return float(max(abs(top - foot - height) / window.y.length, abs(other - one - right + left) / window.x.length))
