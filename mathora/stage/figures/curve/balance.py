"""Points of a curve with weights: their centre of gravity, and below or above it the curve at the mean place.

Laws (measured on the drawn points):
- `off_mean`: the centre stands at the weighted means of places and heights.
- `off_curve`: the other dot stands on the curve straight above or below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from manim import VMobject

from mathora.formula import Model
from mathora.stage.arrays import Array
from mathora.stage.figures.curve.curve import FunctionCurve
from mathora.stage.figures.elements.figure import Figure, Numbers
from mathora.stage.map.marks import marker
from mathora.stage.plane.graph import dashed
from mathora.stage.text.terms import Measured, symbol

SMALL, LARGE = 0.06, 0.2  # the radius of a point's dot, of no weight and of all of it


@dataclass(frozen=True)
class BalanceState(Numbers):
    """How far the weights have moved to the new ones; how much is seen of the points, and of what is between them."""

    turned: float = 1.0
    seen: float = 0.0
    middle: float = 0.0


class Balance(Figure[BalanceState]):
    """The points of `curve` at `places`, joined; `weigh` gives them weights."""

    def __init__(self, curve: FunctionCurve, places: Sequence[float], colours: tuple[str, str]) -> None:
        super().__init__(BalanceState(), curve)
        self.curve, self.plot, self.places = curve, curve.plot, np.array(places, dtype=float)
        self.before = self.after = np.full(len(places), 1 / len(places))
        theme, (self.ink, gap) = curve.plot.theme, colours
        self.dots = [marker(theme) for _ in places]
        self.hull = VMobject(stroke_color=self.ink, stroke_width=3).set_fill(self.ink, 0.12)
        self.centre, self.below = marker(theme, 0.11).set_fill(self.ink), marker(theme, 0.11)
        self.gap = VMobject(stroke_color=gap, stroke_width=6)

    def weigh(self, weights: Sequence[float]) -> None:
        """New weights, of which each has its share; the state tells how far they have come from those of now."""
        self.before, self.after = self.weights, np.array(weights, dtype=float) / sum(weights)

    @property
    def weights(self) -> Array:
        """The weights now, shape (n,), 1 in all."""
        share = self.state.turned
        return np.asarray((1 - share) * self.before + share * self.after)

    @property
    def mean(self) -> float:
        """The weighted mean of the places."""
        return float(self.weights @ self.places)

    @property
    def heights(self) -> Array:
        """The curve's heights at the places, shape (n,)."""
        return np.array([self.curve.function(at) for at in self.places])

    @property
    def mean_height(self) -> float:
        """The weighted mean of the heights."""
        return float(self.weights @ self.heights)

    @property
    def height_at_mean(self) -> float:
        """The curve's height at the mean place."""
        return self.curve.function(self.mean)

    def measured(self, name: str, model: Model) -> Measured:
        """`mean`, `mean_height` or `height_at_mean`, to be read on the picture."""
        return Measured(symbol(model, "E"), lambda: float(getattr(self, name)))

    def draw(self, state: BalanceState) -> None:
        """What joins the points, the points, the centre and the gap to the curve."""
        points = [self.plot.point(float(at), float(up)) for at, up in zip(self.places, self.heights, strict=True)]
        for dot, at, weight in zip(self.dots, points, self.weights, strict=True):
            radius = SMALL + (LARGE - SMALL) * float(np.sqrt(weight))
            dot.set(width=2 * radius).move_to(at).set_opacity(state.seen)
        order = np.argsort(self.places)
        self.hull.set_points_as_corners(np.array([points[k] for k in (*order, order[0])]))
        self.hull.set_stroke(opacity=state.seen).set_fill(opacity=0.12 * state.seen)
        parts: list[VMobject] = [self.hull, *self.dots] if state.seen > 0 else []
        if state.middle > 0:
            up, low = self.plot.point(self.mean, self.mean_height), self.plot.point(self.mean, self.height_at_mean)
            foot = self.plot.point(self.mean, float(np.clip(0.0, *self.plot.state.y)))
            self.gap.set_points_as_corners(np.array([low, low + state.middle * (up - low)]))
            self.centre.move_to(up).set_opacity(state.middle)
            self.below.move_to(low).set_opacity(state.middle)
            parts += [dashed(low, foot, self.plot.theme.muted), self.gap, self.centre, self.below]
        self.picture.set(submobjects=parts)

    def off_mean(self) -> float:
        """How far the drawn centre is from the drawn points' weighted mean, as a share of the window."""
        if not self.state.middle:
            return 0.0
        points = np.array([self.plot.graph.model_of(dot.get_center()) for dot in self.dots])
        off = np.abs(self.weights @ points - np.array(self.plot.graph.model_of(self.centre.get_center())))
        return float((off / [self.plot.state.x.length, self.plot.state.y.length]).max())

    def off_curve(self) -> float:
        """How far the other dot is from the curve, and from below the centre, as a share of the window."""
        if not self.state.middle:
            return 0.0
        x, y = self.plot.graph.model_of(self.below.get_center())
        over = self.plot.graph.model_of(self.centre.get_center())[0]
        window = self.plot.state
        return max(abs(self.curve.function(x) - y) / window.y.length, abs(over - x) / window.x.length)
