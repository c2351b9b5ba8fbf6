"""How far a tangent is from its curve, some way from where it touches: a bracket between both.

Owns: `TangentGap`, `GapState`.

Laws, measured on the drawn points: the bracket reaches from the tangent to the curve (`off_ends`), and is as long as it
is called (`off_length`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from manim import VMobject

from mathora.formula import ModelFunction
from mathora.stage.arrays import Array
from mathora.stage.figures.curve.point import PointOnCurve
from mathora.stage.figures.elements.figure import Figure, Numbers
from mathora.stage.plane.graph import HALO, along, dashed

LIP, ASIDE = 0.1, 0.16  # half the width of the bracket's ends; from it to its name; in scene units


@dataclass(frozen=True)
class GapState(Numbers):
    """How far from the point the bracket stands, in model units, and how much of it is seen."""

    reach: float
    seen: float = 0.0


class TangentGap(Figure[GapState]):
    """The way across from the `spot` and up to its tangent, dashed, and from there a bracket to the curve; `names` are
    those of the way across and of the bracket, whose length is `called` a function of that way.
    """

    def __init__(
        self,
        spot: PointOnCurve,
        reach: float,
        names: tuple[VMobject | None, VMobject | None],
        called: ModelFunction | None = None,
    ) -> None:
        super().__init__(GapState(reach), spot)
        self.spot, self.plot, self.names, self.called = spot, spot.plot, names, called
        self.bracket = VMobject(stroke_color=spot.theme.foreground, stroke_width=3.5, fill_opacity=0)
        self.plot.lines.append(self._ways)
        for name in filter(None, names):
            name.set_stroke(spot.theme.background, HALO, background=True)

    def _corners(self) -> Array:
        """Model points (4, 2): the point, so far beside it, the tangent there, the curve there."""
        at, height, reach = self.spot.state.at, self.spot.height, self.state.reach
        there = at + reach
        ends = (height, height, height + self.spot.slope * reach, self.spot.curve.function(there))
        return np.column_stack([(at, there, there, there), ends])

    def _ways(self) -> Array:
        """Model points (n, 2) along all that is drawn."""
        return along(*self._corners()) if self.state.seen else np.empty((0, 2))

    def draw(self, state: GapState) -> None:
        """The ways as far as they are seen, then the bracket and the names."""
        places = self._corners()
        if state.seen == 0 or not all(self.plot.shows(*one) for one in places):
            self.picture.set(submobjects=[])
            return
        point, foot, low, high = (self.plot.point(*one) for one in places)
        ink, side = self.spot.theme.muted, np.sign(state.reach)
        ways = [dashed(one, one + (end - one) * state.seen, ink) for one, end in ((point, foot), (foot, low))]
        lip = np.array([LIP, 0.0, 0.0])
        corners = [low - lip, low + lip, low, high, high - lip, high + lip]
        self.bracket.set_points_as_corners(np.array(corners)).set_stroke(opacity=state.seen)
        parts: list[VMobject] = [*ways, self.bracket]
        across, name = self.names
        if across is not None:  # on the side of the way across where neither line goes
            off = (ASIDE + across.height / 2) * (1 if min(low[1], high[1]) < foot[1] else -1)
            parts.append(across.move_to((point + foot) / 2 + np.array([0.0, off, 0.0])))
        if name is not None:  # beyond the curve, on the side of the point, where neither line goes
            up = np.sign(high[1] - low[1])
            off = np.array([-side * (LIP + name.width / 2), up * (ASIDE + name.height / 2), 0.0])
            parts.append(name.move_to(high + off))
        for one in parts[3:]:
            one.set_opacity(state.seen).set_stroke(self.spot.theme.background, opacity=state.seen, background=True)
        self.picture.set(submobjects=parts)

    def _ends(self) -> tuple[Array, Array] | None:
        """Model points (2,) of the bracket's ends, if it stands."""
        if self.bracket not in self.picture.submobjects:
            return None
        _, low = (np.array(self.plot.graph.model_of(self.bracket.points[k])) for k in (0, 8))
        return low, np.array(self.plot.graph.model_of(self.bracket.points[12]))

    def off_ends(self) -> float:
        """How far the bracket's ends are from tangent and curve, as a share of the window's height."""
        if (ends := self._ends()) is None:
            return 0.0
        (at, low), (_, high) = ends
        spot = self.spot
        line = spot.height + spot.slope * (at - spot.state.at)
        return float(max(abs(low - line), abs(high - spot.curve.function(at))) / self.plot.state.y.length)

    def off_length(self) -> float:
        """How far its length is from what it is called there, likewise."""
        if self.called is None or (ends := self._ends()) is None:
            return 0.0
        (at, low), (_, high) = ends
        worth = float(self.called.value(at - self.spot.state.at))
        return float(abs(high - low - worth) / self.plot.state.y.length)
