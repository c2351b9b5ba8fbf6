"""A constraint whose level moves, and the place that is best on it all along.

Law: the place is worked out on the constraint of each of `FRAMES` levels; its way is a line through all of them.
"""

from __future__ import annotations

import numpy as np
from manim import ValueTracker, VMobject

from mathora.stage.arrays import Array
from mathora.stage.figures.surface.constrained import ConstraintCurve

FRAMES = 90


class Tightened:
    """From the level of `start` to another; `sign` is 1 if largest values are sought, −1 if smallest."""

    def __init__(self, start: ConstraintCurve, to: float, sign: int, colours: tuple[str, str]) -> None:
        (self.colour, way), self.gone = colours, ValueTracker(0)  # from 0 to 1
        levels = np.linspace(start.level, to, FRAMES + 1)
        self.curves = [ConstraintCurve(start.board, start.constraint, float(one)) for one in levels]
        self.shares, places, place = list[float](), list[Array](), None
        for one in self.curves:  # of several best places always the one beside the last
            self.shares.append(one.extremum(sign, place))
            place = one.place(self.shares[-1])
            places.append(start.board.point(*place))
        self.places = np.array(places)
        self.way = VMobject(stroke_color=way, stroke_width=5)
        self.way.add_updater(self.lead, call_updater=True)

    @property
    def best(self) -> float:
        """The function at the last place."""
        return self.curves[-1].value(self.shares[-1])

    def stand(self, line: VMobject) -> tuple[ConstraintCurve, float]:
        """Draws the line as it is now; the constraint now, and the place on it."""
        line.set_points(self.curves[self._now].curve(self.colour).points)
        return self.curves[self._now], self.shares[self._now]

    def lead(self, way: VMobject) -> None:
        """Draws the way up to where it has come."""
        way.set_points_as_corners(self.places[[0, *range(self._now + 1)]])

    def rest(self, line: VMobject) -> None:
        """Line and way stay as they are."""
        for one in (line, self.way):
            one.clear_updaters()

    @property
    def _now(self) -> int:
        return round(float(self.gone.get_value()) * FRAMES)
