"""The terms of a sequence over their indices; a band around a level; bars that add them up to a series.

Owns: `Terms`, `TermsState`.

Laws (measured on the drawn points):
- Each term stands over its index, at its value; when they are added up, at the sum of all terms so far (`misplaced`).
- A term has the colour of what is near just if it is in the band; from the marked index on, every drawn one is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from manim import VGroup, VMobject
from numpy.typing import NDArray

from mathora.stage.arrays import Array
from mathora.stage.figures.curve.plot import Plot
from mathora.stage.figures.elements.figure import Figure, Numbers
from mathora.stage.map.marks import marker
from mathora.stage.plane.graph import dashed

FILL = 0.22
BAR = 0.42  # how far a bar reaches to both sides of its index
DOT, SMALLEST = 0.12, 0.05  # the radius of a term's dot where there is room, and where there are many; scene units

SAME = 1e-9


AHEAD = 4000  # so many terms are looked at before it is said that all further ones are in a band


@dataclass(frozen=True)
class TermsState(Numbers):
    """How many terms stand, how far they are added up, the band's half height in model units; the rest is how much of
    a part is seen, from 0 to 1.
    """

    count: float = 0.0
    summed: float = 0.0
    bars: float = 0.0
    within: float = 1.0
    level: float = 0.0
    band: float = 0.0
    index: float = 0.0


class Terms(Figure[TermsState]):
    """The terms `values(count)` from index `first` on. `colours`: of a term, of what is in the band, of what is not.

    `at` is the level of the line and of the band.
    """

    def __init__(self, plot: Plot, values: Callable[..., Array], first: int, colours: tuple[str, str, str]) -> None:
        super().__init__(TermsState(), plot)
        self.plot, self.values, self.first, self.colours = plot, values, first, colours
        self.at = 0.0
        self.shade = VMobject(stroke_width=0, fill_color=colours[1])
        self.dots: VGroup = VGroup()

    @property
    def standing(self) -> tuple[object, ...]:
        """Its state, the plot's, the level and the values."""
        return (*super().standing, self.at, self.values().tobytes())

    def heights(self, summed: float, count: int | None = None) -> Array:
        """Where the terms' dots stand, (n,): at the terms, at the sums of all so far, or between; of so many terms."""
        values = self.values(count)
        return np.asarray((1 - summed) * values + summed * np.cumsum(values))

    def inside(self, summed: float, within: float, count: int | None = None) -> NDArray[np.bool_]:
        """Which of all terms, or of so many, are in the band, (n,)."""
        heights = self.heights(summed, count)
        return np.asarray(np.abs(heights - self.at) <= within * (1 + SAME))

    def settled(self, summed: float, within: float) -> int | None:
        """The index from which on all are in the band, as far as `AHEAD`; None if none of those that are seen is."""
        outside = np.flatnonzero(~self.inside(summed, within, AHEAD))
        last = int(outside[-1]) + 1 if len(outside) else 0
        return self.first + last if last < len(self.values()) else None

    def draw(self, state: TermsState) -> None:
        """Band, line and mark below; then the bars, the dots on top."""
        heights, values = self.heights(state.summed), self.values()
        count = min(int(np.ceil(state.count - SAME)), len(values))
        below = [*self._band(state), *self._mark(state)]
        bars, dots = [], VGroup()
        radius = float(np.clip(0.3 * self.plot.graph.units()[0], SMALLEST, DOT))
        near = self.inside(state.summed, state.within)
        for k in range(count):
            seen = float(np.clip(state.count - k, 0.0, 1.0))
            colour = self.colours[0] if state.band < 1 else self.colours[1] if near[k] else self.colours[2]
            at, high = float(self.first + k), float(heights[k])
            if not self.plot.shows(at, high):
                continue
            if state.bars > 0:
                bars.append(self._bar(at, high - float(values[k]), high, state.bars * seen))
            elif self.plot.shows(at, 0.0):
                foot = self.plot.point(at, 0.0)
                bars.append(dashed(foot, self.plot.point(at, high), self.plot.theme.line, 1.8))
                bars[-1].set_stroke(opacity=seen)
            dots.add(marker(self.plot.theme, radius).set_fill(colour, seen).move_to(self.plot.point(at, high)))
        self.dots = dots
        self.picture.set(submobjects=[*below, *bars, dots])

    def _bar(self, at: float, low: float, high: float, seen: float) -> VMobject:
        corners = [(at - BAR, low), (at + BAR, low), (at + BAR, high), (at - BAR, high), (at - BAR, low)]
        bar = VMobject(stroke_color=self.colours[0], stroke_width=1.5, fill_color=self.colours[0])
        bar.set_points_as_corners(np.array([self.plot.point(*corner) for corner in corners]))
        return bar.set_fill(opacity=0.35 * seen).set_stroke(opacity=seen)

    def _band(self, state: TermsState) -> list[VMobject]:
        window, theme, parts = self.plot.state, self.plot.theme, []
        if state.band > 0:
            low, high = max(self.at - state.within, window.low), min(self.at + state.within, window.high)
            sides = (window.left, low), (window.right, low), (window.right, high), (window.left, high)
            points = [self.plot.point(*corner) for corner in (*sides, sides[0])]
            self.shade.set_points_as_corners(np.array(points)).set_fill(opacity=FILL * state.band)
            parts.append(self.shade)
        if state.level > 0 and window.low <= self.at <= window.high:
            left, right = self.plot.point(window.left, self.at), self.plot.point(window.right, self.at)
            parts.append(dashed(left, right, theme.foreground).set_stroke(opacity=state.level))
        return parts

    def _mark(self, state: TermsState) -> list[VMobject]:
        """An upright line before the first term from which on all are in the band, if there is one."""
        found = self.settled(state.summed, state.within) if state.index > 0 else None
        window = self.plot.state
        if found is None or not window.left <= found - 0.5 <= window.right:
            return []
        low, high = (self.plot.point(found - 0.5, end) for end in window.y)
        return [dashed(low, high, self.plot.theme.muted).set_stroke(opacity=state.index)]

    # ── what it claims ────────────────────────────────────────────────────────────────────────────────────────────────

    def misplaced(self) -> float:
        """How far, at most, a drawn dot is from its term, as a share of the window."""
        state, window = self.state, self.plot.state
        heights = self.heights(state.summed)
        places = np.array([self.plot.graph.model_of(dot.get_center()) for dot in self.dots]).reshape(-1, 2)
        at = np.rint(places[:, 0] - self.first).astype(int).clip(0, len(heights) - 1)
        off = np.abs(places - np.column_stack([self.first + at, heights[at]])) / [window.x.length, window.y.length]
        return float(off.max(initial=0.0))

    def missing(self) -> float:
        """How many terms in the window that should stand are not drawn."""
        state = self.state
        count = min(int(np.ceil(state.count - SAME)), len(self.values()))
        heights = self.heights(state.summed)
        wanted = sum(self.plot.shows(float(self.first + k), float(heights[k])) for k in range(count))
        return float(abs(wanted - len(self.dots)))
