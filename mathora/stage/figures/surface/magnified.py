"""A surface under a lens: the piece that is seen closes in on a point, and is drawn as large as the whole was.

Owns: `Magnified`.

Laws:
- Each moment enlarges by the same factor; what is seen is always the surface itself, never a picture of it.
- The net lies on the surface: from near its lines are seen to become straight.
"""

from __future__ import annotations

from functools import partial

import numpy as np
from manim import ValueTracker

from mathora.formula.curves.interval import Interval
from mathora.stage.arrays import Array
from mathora.stage.motion import evenly_nearer
from mathora.stage.space.contours import below_poles
from mathora.stage.space.figure import MESH, STYLES, SurfaceFigure, rgb
from mathora.stage.space.painter import SurfacePainter
from mathora.stage.space.projection import ModelBox
from mathora.stage.space.rim import rim_of
from mathora.stage.space.view import BALL, SpaceBall, SpaceCurve, SurfaceView

FINER, LINES = 5, 4  # how many times narrower each net is than the one before; its lines on each side of the point
FINE = 41  # the points of a line of a net


class Magnified(SurfaceFigure):
    """The surface of `far`, with a ball at `at` (2,), in `far`'s box at first, and in `near`'s where `closeness` is 1.

    `net` is how far its nets are seen.
    """

    def __init__(self, far: SurfaceFigure, near: SurfaceFigure, at: Array) -> None:
        super().__init__(far.function, far.x, far.y, far.picture.region, theme=far.theme, names=())
        self.at, self.closeness, self.net = at, ValueTracker(0), ValueTracker(0)
        self.boxes = far.box, near.box
        self._shown = 0.0
        self.opacity.set_value(0)
        for axis, (wide, narrow) in enumerate(((far.x, near.x), (far.y, near.y))):
            spacing = narrow.length / FINER
            while spacing < wide.length / LINES:
                for count in range(-LINES, LINES + 1):
                    self.exhibit(partial(self._line, axis, float(at[axis]) + spacing * count, LINES * spacing))
                spacing *= FINER
        self.exhibit(self._ball)

    def view(self) -> SurfaceView:
        """What is seen now: the piece is sampled anew when it has become smaller."""
        if (share := float(self.closeness.get_value())) != self._shown:
            self._shown = share
            self._take(share)
        return super().view()

    def _take(self, share: float) -> None:
        """The piece that is seen after a share of the way."""
        ends = list(zip(*((box.low, box.high) for box in self.boxes), strict=True))
        (wide_low, narrow_low), (wide_high, narrow_high) = ends
        lows, highs = [], []
        for axis in range(3):
            low, high = wide_low[axis], wide_high[axis]
            gone = evenly_nearer(share, (narrow_high[axis] - narrow_low[axis]) / (high - low))
            lows.append(low + gone * (narrow_low[axis] - low))
            highs.append(high + gone * (narrow_high[axis] - high))
        self.x, self.y = Interval(lows[0], highs[0]), Interval(lows[1], highs[1])
        xs, ys = np.linspace(*self.x, MESH), np.linspace(*self.y, MESH)
        value, grid = below_poles(self.function, xs, ys)
        lows[2], highs[2] = np.nanmin([lows[2], *grid.flat]), np.nanmax([highs[2], *grid.flat])
        self.box = ModelBox((*lows,), (*highs,), self.box.size)
        self.picture.painter = SurfacePainter(xs, ys, grid, STYLES[self.theme.name], rim_of(value, xs, ys, grid))

    def _line(self, axis: int, held: float, reach: float) -> SpaceCurve | None:
        """A line of a net on which one variable is `held`, as much of it as is seen."""
        (own, other), seen = ((self.x, self.y), (self.y, self.x))[axis], float(self.net.get_value())
        if not seen or not own.low <= held <= own.high:
            return None
        middle = float(self.at[1 - axis])
        along = np.linspace(max(other.low, middle - reach), min(other.high, middle + reach), FINE)
        places = (np.full(FINE, held), along) if axis == 0 else (along, np.full(FINE, held))
        return SpaceCurve(self.on_surface(*places), rgb(self.theme.foreground), 1.6, 0.5 * seen, ghost=0.0)

    def _ball(self) -> SpaceBall | None:
        seen = min(1.0, 2 * float(self.opacity.get_value()))
        return SpaceBall(self.on_surface(*self.at), rgb(self.theme.foreground), BALL, seen) if seen else None
