"""The area below a curve as it is collected by a point of the curve above, and the strip that comes next.

Owns: `Collected`, `Strip`, `StripState`; `place_said`.

Laws (`Strip.off_height`, measured on the drawn points):
- The area ends where the point stands: both are one motion.
- A strip that is levelled is as large as before (`Strip.off_size`).
- The bar below the point is as high as the area is large; the bar beside it as high as the strip is large.
- The strip is contained in the larger of both rectangles, and contains the smaller one, if the curve only rises or only
  falls there, whether it lies after the point or before it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from manim import VMobject

from mathora.formula import Formula, tree
from mathora.formula.curves.interval import Interval
from mathora.stage.arrays import Array
from mathora.stage.figures.curve.area import AreaState, CoveredArea, integral, outlined
from mathora.stage.figures.curve.curve import FunctionCurve
from mathora.stage.figures.curve.point import PointOnCurve
from mathora.stage.figures.elements.figure import Figure, Numbers
from mathora.stage.plane.shapes import signed_area
from mathora.stage.text.terms import Term, plainly

BAR = 11.0  # the width of the bars that carry an area, as strokes have it
FINE = 160  # places along the edge of a strip


class Collected(CoveredArea):
    """The area below `slopes` from `low` to where the `spot` of the curve above stands."""

    def __init__(self, slopes: FunctionCurve, spot: PointOnCurve) -> None:
        self.spot = spot
        super().__init__(slopes, Interval(spot.state.at, spot.state.at), spot.theme)
        self._on += (spot,)

    @property
    def state(self) -> AreaState:
        """Its end is the point's place."""
        return replace(super().state, high=self.spot.state.at)

    def _stretches(self, state: AreaState) -> list[tuple[Array, Array, Array]]:
        """No farther to the left than the window."""
        return super()._stretches(replace(state, low=min(state.high, max(state.low, self.plot.state.left))))


@dataclass(frozen=True)
class StripState(Numbers):
    """How much is seen of the bar below the point, of the strip with its bar, and of both rectangles; and how far the
    strip's top is `levelled`, from the curve to one height.
    """

    stem: float = 0.0
    strip: float = 0.0
    box: float = 0.0
    inner: float = 0.0
    levelled: float = 0.0


class Strip(Figure[StripState]):
    """What comes to the `area` next, from the point on as far as its `reach`: a strip below, above it a rise.

    Two rectangles hold the strip, as high as the curve is at its ends: the `box`, and an `inner` one, which is lower.
    What the strip lacks of the box has a colour.
    """

    def __init__(self, area: Collected, colours: tuple[str, str]) -> None:
        super().__init__(StripState(), area)
        self.area, self.spot, self.slopes = area, area.spot, area.curve
        new, lacking = colours
        self.fill = VMobject(fill_color=new, stroke_width=0)
        self.sliver = VMobject(fill_color=lacking, stroke_width=0)
        self.box = VMobject(stroke_color=self.spot.theme.foreground, stroke_width=2.5, fill_opacity=0)
        self.inner = self.box.copy()
        self.stem = VMobject(stroke_color=self.spot.curve.colour, stroke_width=BAR, fill_opacity=0)
        self.rise = VMobject(stroke_color=new, stroke_width=BAR, fill_opacity=0)
        self.picture.add(self.fill, self.sliver, self.box, self.inner, self.stem, self.rise)

    def draw(self, state: StripState) -> None:
        """The strip on the axes below, and both bars on those above."""
        spot, lower = self.spot.state, self.slopes.plot
        ends = (spot.at, spot.at + spot.reach)
        x = np.clip(np.linspace(*ends, FINE), *lower.state.x)
        curve = self.slopes.function.value(x)
        mean = self.spot.rise / (spot.reach or 1.0)
        top = curve + (mean - curve) * state.levelled
        inner, outer = (np.full(FINE, one) for one in sorted(map(self.slopes.function, ends), key=abs))
        seen = state.strip > 0 and spot.reach != 0
        for shape, low, high, shown in (
            (self.fill, np.zeros(FINE), top, state.strip),
            (self.sliver, top, outer, state.box),
            (self.box, np.zeros(FINE), outer, state.box),
            (self.inner, np.zeros(FINE), inner, state.inner),
        ):
            edges = np.clip(np.concatenate([low, high[::-1]]), *lower.state.y)
            outlined(shape, [lower.graph.points_of(np.concatenate([x, x[::-1]]), edges)] if seen and shown else [])
        self.fill.set_fill(opacity=0.75 * state.strip)
        self.sliver.set_fill(opacity=0.75 * state.box)
        self.box.set_stroke(opacity=state.box)
        self.inner.set_stroke(opacity=state.inner)
        base = self.spot.curve.function(self.area.state.low)
        self._upright(self.stem, ends[0], (base, base + state.stem * (self.spot.height - base)), state.stem)
        self._upright(self.rise, ends[1], (self.spot.height, self.spot.height + self.spot.rise), state.strip)

    def _upright(self, bar: VMobject, at: float, ends: tuple[float, float], shown: float) -> None:
        """A bar from one height to another, as far as the window reaches; one that it cuts off tells no height, and
        fades: it is gone when half of it is out of sight.
        """
        plot = self.spot.plot
        low, high = np.clip(ends, *plot.state.y)
        bar.clear_points()
        if shown and low != high and plot.state.left <= at <= plot.state.right:
            bar.set_points_as_corners(np.array([plot.point(at, low), plot.point(at, high)]))
        sight = (high - low) / (ends[1] - ends[0]) if low != high else 1.0
        bar.set_stroke(opacity=0.85 * shown * max(0.0, 2 * sight - 1))

    def off_size(self) -> float:
        """How far the drawn strip is from the rise above it, as a share of the lower window, which holds it."""
        spot, lower, curve = self.spot.state, self.slopes.plot, self.slopes.function
        ends = spot.at, spot.at + spot.reach
        if not len(self.fill.points) or not all(lower.shows(at, up) for at in ends for up in (0.0, curve(at))):
            return 0.0
        across, up = lower.graph.units()
        size = abs(signed_area(self.fill.points[::4, :2])) / (across * up)
        return float(abs(size - abs(self.spot.rise)) / (lower.state.x.length * lower.state.y.length))

    def off_height(self) -> float:
        """How far the drawn bars are from the areas that they carry, as a share of the window's height; one that the
        window cuts off, or that is on its way, is not looked at.
        """
        spot, state, window = self.spot, self.state, self.spot.plot.state
        ends = Interval(spot.state.at, spot.state.at + spot.state.reach)
        worths = (self.area.worth, integral(self.slopes.function.value, ends) if spot.state.reach else 0.0)
        off = 0.0
        for bar, worth, shown in zip((self.stem, self.rise), worths, (state.stem, state.strip), strict=True):
            if shown == 1 and len(bar.points):
                low, high = (spot.plot.graph.model_of(bar.points[k])[1] for k in (0, -1))
                if window.low < low < window.high and window.low < high < window.high:
                    off = max(off, abs(high - low - worth) / window.y.length)
        return off


def place_said(called: Formula | None, at: float, step: Term, way: float) -> Term | None:
    """`v(1)` of a function that is `called` v(t); a `step` farther `v(1 + h)`, or `v(1 - h)`, by the sign of the way;
    None for an expression that calls no function by its variable.
    """
    if called is None or not isinstance(called.tree, tree.Application) or called.tree.power is not None:
        return None
    place = plainly(at).tree
    if way:
        place = tree.Addition((place, step.tree), ("+" if way > 0 else "-",))
    return Term(replace(called.tree, arguments=(place,)))
