"""How far a curve is above another: a bracket between them runs along, and a bar as long draws their difference.

Owns: `Apart`, `ApartState`.

Laws (`off_length`, `off_drawn`, measured on the drawn points):
- The bracket between both curves is as long as the bar that stands on the axis: as the one function is more than the
  other there.
- What the bar's end draws is the difference of both functions, as far as the window shows it; a bar that would leave
  the window is not seen.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from manim import VMobject

from mathora.formula.curves.pieces import clipped
from mathora.stage.arrays import Array
from mathora.stage.figures.curve.curve import FunctionCurve
from mathora.stage.figures.elements.figure import Figure, Numbers
from mathora.stage.map.marks import marker

FINE = 240  # places along what is drawn
BAR, LIP = 11.0, 0.1  # the width of the bar on the axis, as strokes have it; half that of the bracket's ends


@dataclass(frozen=True)
class ApartState(Numbers):
    """Where both stand and from where to where the difference is drawn, in model units; how much is seen."""

    at: float
    low: float
    high: float
    seen: float = 0.0


class Apart(Figure[ApartState]):
    """By how much `upper` is above `lower` at one place, twice: between both, and on the axis, where its end draws."""

    def __init__(self, upper: FunctionCurve, lower: FunctionCurve, at: float, colour: str) -> None:
        super().__init__(ApartState(at, at, at), upper, lower)
        self.curves, self.plot = (upper, lower), upper.plot
        ink = upper.plot.theme.foreground
        self.between = VMobject(stroke_color=ink, stroke_width=3.5, fill_opacity=0)
        self.stands, self.line = (VMobject(stroke_color=colour, stroke_width=w, fill_opacity=0) for w in (BAR, 4.5))
        self.dot = marker(upper.plot.theme)
        self.plot.lines.append(self._ways)

    def difference(self, x: Array) -> Array:
        """How far the one function is above the other, shape (n,)."""
        upper, lower = (one.function.value(x) for one in self.curves)
        return np.asarray(upper - lower)

    def _ways(self) -> Array:
        """Model points (n, 2) of what is drawn so far, and of the bar on the axis."""
        state = self.state
        x = np.linspace(state.low, state.high, FINE)
        up = np.linspace(0.0, float(self.difference(np.array([state.at]))[0]), FINE)
        bar = np.column_stack([np.full(FINE, state.at), up])
        return np.concatenate([np.column_stack([x, self.difference(x)]), bar] if state.seen else [np.empty((0, 2))])

    def draw(self, state: ApartState) -> None:
        """The difference so far, the bar and the bracket, and the dot at the end that draws."""
        top, foot = (one.function(state.at) for one in self.curves)
        ways = ((foot, top), (0.0, (top - foot) * state.seen))
        shown = all(self.plot.shows(state.at, one) for one in (foot, top, top - foot))
        (low, high), stands = ([self.plot.point(state.at, one) for one in way] for way in ways)
        lip = np.array([LIP, 0.0, 0.0])
        self.between.set_points_as_corners(np.array([low - lip, low + lip, low, high, high - lip, high + lip]))
        self.between.set_stroke(opacity=state.seen)
        self.stands.set_points_as_corners(np.array(stands)).set_stroke(opacity=0.85 * state.seen)
        self.dot.move_to(self.plot.point(state.at, (top - foot) * state.seen)).set_opacity(state.seen)
        window, parts = self.plot.state, [self.stands, self.between, self.dot] if shown else []
        x = np.linspace(max(state.low, window.left), max(state.low, min(state.high, window.right)), FINE)
        if x[-1] > x[0] and (seen := clipped([(x, self.difference(x))], window.y)):
            pieces = [(at, self.difference(at)) for at, _ in seen]
            self.line.set_points(self.plot.graph.polylines(pieces, self.line.get_stroke_color().to_hex()).points)
            parts = [self.line.set_stroke(opacity=state.seen), *parts]
        self.picture.set(submobjects=parts if state.seen > 0 else [])

    def off_length(self) -> float:
        """By how much bar and bracket differ from the difference, as a share of the window's height."""
        if self.state.seen < 1 or self.stands not in self.picture.submobjects:
            return 0.0
        off, worth = [], float(self.difference(np.array([self.state.at]))[0])
        for bar in (self.between, self.stands):
            low, high = (self.plot.graph.model_of(bar.points[k])[1] for k in (0, -1))
            off.append(abs(high - low - worth))
        return max(off) / self.plot.state.y.length

    def off_drawn(self) -> float:
        """How far what is drawn is from the difference, likewise."""
        if self.line not in self.picture.submobjects:
            return 0.0
        x, y = self.plot.graph.models_of(self.line.points[::4]).T
        return float(np.abs(self.difference(x) - y).max() / self.plot.state.y.length)
