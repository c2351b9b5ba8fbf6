"""Lines between points of a curve: chords in a row, whose lengths add up.

Owns: `Chords`, `ChordsState`.

Law, measured on the drawn points: each end of a chord stands on the curve, or on its way there from the chord before
(`off_curve`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from manim import VMobject

from mathora.formula import Model
from mathora.formula.curves.interval import Interval
from mathora.stage.figures.curve.curve import FunctionCurve
from mathora.stage.figures.elements.figure import Figure, Numbers
from mathora.stage.map.marks import marker
from mathora.stage.text.terms import Measured, symbol

DOTTED = 24  # of more chords the ends have no dots


@dataclass(frozen=True)
class ChordsState(Numbers):
    """How far the ends are on their way from the chords before to the curve, and how much is seen, from 0 to 1."""

    split: float = 1.0
    seen: float = 0.0


class Chords(Figure[ChordsState]):
    """`count` chords of a curve over a stretch, equally wide; more of them grow out of those that stand."""

    def __init__(self, curve: FunctionCurve, over: Interval, count: int, colour: str) -> None:
        super().__init__(ChordsState(), curve)
        self.curve, self.plot, self.over = curve, curve.plot, over
        self.line = VMobject(stroke_color=colour, stroke_width=4, fill_opacity=0)
        self.places, self.heights = np.array([*over]), np.zeros(2)
        self.split(count)
        self.before = self.heights

    def split(self, count: int) -> None:
        """So many chords from now on; their ends begin on the chords that stand."""
        places = np.linspace(*self.over, count + 1)
        self.before = np.interp(places, self.places, self.heights)
        self.places = places
        self.heights = np.array([self.curve.function(at) for at in places])
        self.dots = [marker(self.plot.theme, 0.07) for _ in places] if count <= DOTTED else []

    def measured(self, model: Model) -> Measured:
        """How long all chords are together, where they stand now."""
        return Measured(symbol(model, r"\ell"), lambda: self.length(self.state.split))

    def length(self, split: float = 1.0) -> float:
        """How long all chords are together, so far on their way."""
        heights = self.before + split * (self.heights - self.before)
        return float(np.hypot(np.diff(self.places), np.diff(heights)).sum())

    def draw(self, state: ChordsState) -> None:
        """The chords, from the left, and a dot at each end."""
        heights = self.before + state.split * (self.heights - self.before)
        points = self.plot.graph.points_of(self.places, heights)
        self.line.set_points_as_corners(points).set_stroke(opacity=state.seen)
        for dot, at in zip(self.dots, points, strict=False):
            dot.move_to(at).set_opacity(state.seen)
        self.picture.set(submobjects=[self.line, *self.dots] if state.seen > 0 else [])

    def off_curve(self) -> float:
        """How far an end is from the curve where all have come to it, as a share of the window's height."""
        if not self.state.seen or self.state.split < 1:
            return 0.0
        x, y = self.plot.graph.models_of(np.array([*self.line.points[::4], self.line.points[-1]])).T
        return float(np.abs([self.curve.function(at) for at in x] - y).max() / self.plot.state.y.length)
