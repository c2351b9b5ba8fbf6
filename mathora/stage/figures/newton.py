"""Newton's steps on a curve: down the tangent to the axis, then upright back to the curve.

Owns: `NewtonSteps`, `StepsState`.

Law (`off_tangent`, measured on the drawn points): each line leaves the curve with its slope, and ends on the axis.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from manim import VMobject

from mathora.stage.figures.curve import FunctionCurve
from mathora.stage.figures.figure import Figure, Numbers
from mathora.stage.parameters import Unfit
from mathora.stage.plane.graph import dashed


@dataclass(frozen=True)
class StepsState(Numbers):
    """How many steps are drawn; of one that is under way, the part."""

    shown: float = 0.0


class NewtonSteps(Figure[StepsState]):
    """The steps from `start` on, on the curve; `places` are where they lead, in model units."""

    def __init__(self, curve: FunctionCurve, start: float, colour: str) -> None:
        super().__init__(StepsState(), curve)
        self.curve, self.plot, self.colour, self.places = curve, curve.plot, colour, [start]
        self.tangents: list[VMobject] = []

    def next_place(self) -> float:
        """Where the tangent at the last place meets the axis. Raises `Unfit` where it is level or there is no value."""
        at = self.places[-1]
        height, slope = self.curve.function(at), self.curve.function.derivative(at)
        there = at - height / slope if slope else np.nan
        if not np.isfinite(there) or not np.isfinite(self.curve.function(there)):
            key = self.curve.function.key
            raise Unfit(
                f"found no step from {at:.4g}: the tangent there does not lead to a place where {key} has a value"
            )
        return float(there)

    def draw(self, state: StepsState) -> None:
        """Each tangent down to the axis, then the dashed way to the curve."""
        parts, self.tangents = [], []
        for k in range(min(int(np.ceil(state.shown)), len(self.places) - 1)):
            share, (at, there) = min(state.shown - k, 1.0), self.places[k : k + 2]
            start, foot = self.plot.point(at, self.curve.function(at)), self.plot.point(there, 0.0)
            line = VMobject(stroke_color=self.colour, stroke_width=4, fill_opacity=0)
            line.set_points_as_corners(np.array([start, start + min(1.0, 2 * share) * (foot - start)]))
            self.tangents.append(line)
            if share > 1 / 2:
                top = self.plot.point(there, self.curve.function(there))
                parts.append(dashed(foot, foot + (2 * share - 1) * (top - foot), self.plot.theme.muted))
        self.picture.set(submobjects=[*parts, *self.tangents])

    def off_tangent(self) -> float:
        """How far the drawn lines that are whole end from the axis, or leave the slope: a share of the window."""
        off, graph, window = [0.0], self.plot.graph, self.plot.state
        for k, line in enumerate(self.tangents[: int(self.state.shown)]):
            (x0, y0), (x1, y1) = (graph.model_of(line.points[end]) for end in (0, -1))
            slope = self.curve.function.derivative(self.places[k])
            off += [abs(y1) / window.y.length, abs(y1 - y0 - slope * (x1 - x0)) / window.y.length]
        return float(max(off))
