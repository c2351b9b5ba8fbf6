"""A curve turned around the axis across: discs, each as high as the curve at its middle, whose volumes add up.

Owns: `Revolved`.

Law (`off_curve`, measured on the drawn rims): each disc's rim is as far above the axis as the curve is at the disc's
middle, above or below, and as far below it.
"""

from __future__ import annotations

import numpy as np
from manim import VMobject

from mathora.formula import Model
from mathora.formula.curves.interval import Interval
from mathora.stage.arrays import Array
from mathora.stage.figures.curve.curve import FunctionCurve
from mathora.stage.figures.elements.figure import Figure, Seen
from mathora.stage.text.terms import Measured, symbol

DEPTH = 0.16  # how wide a rim is seen, as a share of its radius
FILL, FACE = 0.3, 0.3  # of a disc's side and of the face at the right end
OUTLINED = 40  # of more discs the rims are thin
HALF = np.linspace(-np.pi / 2, np.pi / 2, 25)


class Revolved(Figure[Seen]):
    """`count` discs of a curve over a stretch, seen a little from the right; they open downwards as they are `seen`."""

    def __init__(self, curve: FunctionCurve, over: Interval, count: int, colour: str) -> None:
        super().__init__(Seen(), curve)
        self.curve, self.plot, self.over, self.colour = curve, curve.plot, over, colour
        edges = np.linspace(*over, count + 1)
        self.ends = np.column_stack([edges[:-1], edges[1:]])
        self.radii = np.array([abs(curve.function(at)) for at in self.ends.mean(axis=1)])
        width = 2.0 if count <= OUTLINED else 0.7
        style = {"stroke_color": colour, "stroke_width": width, "fill_color": colour}
        self.sides, self.faces = ([VMobject(**style) for _ in self.radii] for _ in "ab")

    @property
    def volume(self) -> float:
        """Of all discs together, in the model's units."""
        return float(np.pi * (self.radii**2 * np.diff(self.ends, axis=1)[:, 0]).sum())

    def measured(self, model: Model) -> Measured:
        """The volume, to be read."""
        return Measured(symbol(model, "V"), lambda: self.volume)

    def draw(self, state: Seen) -> None:
        """The discs from the left to the right; of each the side that is turned to the right is filled."""
        parts: list[VMobject] = []
        for k, ((left, right), radius) in enumerate(zip(self.ends, self.radii, strict=True)):
            rims = [self._rim(float(at), float(radius), state.seen) for at in (left, right)]
            near = len(HALF)
            outline = np.concatenate([rims[1][:near], rims[0][:near][::-1], rims[1][:1]])
            last = k == len(self.radii) - 1
            self.sides[k].set_points_as_corners(outline).set_opacity(0).set_fill(opacity=FILL * state.seen)
            self.faces[k].set_points_as_corners(rims[1]).set_fill(opacity=(FACE if last else 0.0) * state.seen)
            self.faces[k].set_stroke(opacity=state.seen)
            parts += [self.sides[k], self.faces[k]]
        self.picture.set(submobjects=parts if state.seen > 0 else [])

    def _rim(self, at: float, radius: float, seen: float) -> Array:
        """Scene points (n, 3) around a rim: its near half down the right side, then up the left one."""
        top, foot = self.plot.point(at, radius), self.plot.point(at, -radius * seen)
        middle, half = (top + foot) / 2, (top[1] - foot[1]) / 2
        angle = np.concatenate([HALF[::-1], HALF[::-1] - np.pi])
        across, up = DEPTH * half * np.cos(angle), half * np.sin(angle)
        return np.asarray(middle + np.column_stack([across, up, 0 * up]))

    def off_curve(self) -> float:
        """How far a rim's ends are from the curve's height at the middle of its disc, as a share of the window."""
        worst = 0.0
        for face, (left, right) in zip(self.faces, self.ends, strict=True):
            if face in self.picture.submobjects and self.state.seen == 1:
                heights = self.plot.graph.models_of(face.points[::4])[:, 1]
                wanted = abs(self.curve.function((left + right) / 2))
                worst = max(worst, abs(heights.max() - wanted), abs(heights.min() + wanted))
        return worst / self.plot.state.y.length
