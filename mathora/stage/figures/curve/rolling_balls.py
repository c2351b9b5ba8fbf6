"""Balls on a curve that descend it: each step as long as the slope is steep, times a rate.

Laws:
- Each ball has gone from one dot to the next by −rate × slope, and all dots stand on the curve (`off_steps`, measured
  on what is drawn).
- A step is a leap: it goes straight from one place of the curve to the next, and takes no value between.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from manim import VMobject

from mathora.stage.figures.curve.curve import FunctionCurve
from mathora.stage.figures.elements.figure import Figure, Numbers
from mathora.stage.map.marks import marker

TRAIL = 0.07  # the radius of a dot that a ball leaves, in scene units
LANDED = 1e-6  # the share of a step from which it has landed
LEAP, FAINT = 2.5, 0.8  # the line that a leap leaves: its width, and how much of it is seen


@dataclass(frozen=True)
class BallsState(Numbers):
    """How many steps are done, of one under way a part; how much of the balls is seen, from 0 to 1."""

    shown: float = 0.0
    seen: float = 0.0


class RollingBalls(Figure[BallsState]):
    """Balls at `starts`; `ways` are where each has been, in model units, `rates` what each step was times the slope."""

    def __init__(self, curve: FunctionCurve, starts: Sequence[float], colours: Sequence[str]) -> None:
        super().__init__(BallsState(), curve)
        self.curve, self.plot = curve, curve.plot
        self.ways, self.rates = [[one] for one in starts], list[float]()
        theme = curve.plot.theme
        self.heads = [marker(theme, 0.13).set_fill(colour) for colour in colours]
        self.colours, self.trails = colours, list[list[VMobject]]()

    def step(self, rate: float) -> None:
        """Each ball's next place."""
        self.rates.append(rate)
        for way in self.ways:
            way.append(float(way[-1] - rate * self.curve.function.derivative(way[-1])))

    def at(self, ball: int) -> float:
        """Where a ball has landed last."""
        return self.ways[ball][int(self.state.shown + LANDED)]

    def draw(self, state: BallsState) -> None:
        """The dots that were left, and the balls."""
        self.trails, heads, leaps = [], [], []
        for way, head, colour in zip(self.ways, self.heads, self.colours, strict=True):
            landings = np.array([self._point(at) for at in way])
            left = landings[: int(np.ceil(state.shown))]
            dots = [marker(self.plot.theme, TRAIL).set_fill(colour).move_to(at) for at in left]
            self.trails.append([dot.set_opacity(0.75 * state.seen) for dot in dots])
            here = np.array([np.interp(state.shown, np.arange(len(way)), along) for along in landings.T])
            if self._inside(head.move_to(here)):
                heads.append(head.set_opacity(state.seen))
            gone = VMobject(stroke_color=colour, stroke_width=LEAP, stroke_opacity=FAINT * state.seen)
            for start, end in pairwise([*left, here]):
                if self._shows(start) and self._shows(end):
                    gone.start_new_path(start).add_line_to(end)
            leaps.append(gone)
        dots = [dot for trail in self.trails for dot in trail if self._inside(dot)]
        self.picture.set(submobjects=[*leaps, *dots, *heads] if state.seen > 0 else [])

    def _point(self, at: float) -> np.ndarray:
        return self.plot.point(at, self.curve.function(at))

    def _inside(self, dot: VMobject) -> bool:
        return self._shows(dot.get_center())

    def _shows(self, point: np.ndarray) -> bool:
        return self.plot.shows(*self.plot.graph.model_of(point))

    def off_steps(self) -> float:
        """How far a drawn dot is from where its step leads, or from the curve: a share of the window."""
        off, window = [0.0], self.plot.state
        for trail in self.trails if self.state.seen > 0 else []:
            places = [self.plot.graph.model_of(dot.get_center()) for dot in trail]
            off += [abs(self.curve.function(x) - y) / window.y.length for x, y in places]
            for (x, _), (there, _), rate in zip(places, places[1:], self.rates, strict=False):
                off.append(abs(there - x + rate * self.curve.function.derivative(x)) / window.x.length)
        return float(max(off))
