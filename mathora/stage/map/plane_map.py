"""A function of two variables seen from straight above: equal units, level sets, gradient arrows.

Owns: `PlaneMap`.

Law: both axes have the same unit length, so that a gradient arrow stands perpendicular on its level set on screen too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from manim import VGroup, VMobject

from mathora.stage.layout import Region
from mathora.stage.parameters import Function, Interval, Point, Unfit
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.plane.graph import Graph, nice_ticks
from mathora.stage.space.contours import LevelCurve, level_curves, well_chosen_levels

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from mathora.stage.theme import Theme


class PlaneMap(Graph):
    """The map of `function` over `span` both ways (or over `up` the second way), with its level sets behind the axes.

    `fills` widens the longer direction of the region beyond `span` until the map fills it. `rings` are the level
    sets, a
    `LevelCurve` for each level.
    """

    def __init__(  # noqa: PLR0913 - what a map is
        self,
        function: Function,
        region: Region,
        span: Interval,
        theme: Theme,
        *,
        names: tuple[VMobject | None, VMobject | None] = (None, None),
        levels: Sequence[float] = (),
        ring_colour: str | None = None,
        label_size: float | None = None,
        fills: bool = False,
        up: Interval | None = None,
    ) -> None:
        if len(function.variables) != 2:  # noqa: PLR2004 - a map has two directions
            names_of = ", ".join(function.variables)
            raise Unfit(f"found {function.key}({names_of}), expected a function of two variables for a map")
        x, y = _widened(region, span) if fills else (span, up or span)
        ticks = (nice_ticks(span), nice_ticks(up or span))
        super().__init__(region, x, y, theme, equal=True, names=names, label_size=label_size, ticks=ticks)
        self.function = function
        chosen = tuple(levels) or well_chosen_levels(function, x, y)
        self.rings = VGroup(*(self.ring(level, ring_colour or theme.contour) for level in chosen))
        self.submobjects.insert(1, self.rings)

    def ring(self, level: float, colour: str, width: float = 2.6) -> LevelCurve:
        """The level set of one value, drawn on this map."""
        return LevelCurve(self, level_curves(self.function, self.x, self.y, level), level, colour, width)

    def ring_through(self, point: Point, colour: str, width: float = 2.6) -> LevelCurve:
        """The level set on which a point lies."""
        here = [np.array(point[key]) for key in self.function.variables]
        return self.ring(float(self.function.value(*here)), colour, width)

    def place(self, point: Point) -> NDArray[np.float64]:
        """The scene point of a point of the function's variables."""
        return self.point(*(point[key] for key in self.function.variables))

    def gradient(self, point: Point) -> NDArray[np.float64]:
        """The gradient at a point, in model units, as a vector of shape (3,)."""
        return np.append(self.function.gradient(point.mapping()), 0.0)

    def gradient_arrow(
        self, point: Point, colour: str, scale: float, sign: int = 1, width: float = 0.07
    ) -> ArrowMobject:
        """The arrow of ±∇ at a point, `scale` scene units long for each unit of slope; −∇ is hollow."""
        tail = self.place(point)
        return ArrowMobject(tail, tail + sign * scale * self.gradient(point), colour, width, hollow=sign < 0)

    def room(self, point: Point, sign: int = 1) -> float:
        """The largest `scale` at which the arrow of ±∇ at a point stays inside the map's frame."""
        return room_along(self.frame, self.place(point), sign * self.gradient(point))


def _widened(region: Region, span: Interval) -> tuple[Interval, Interval]:
    """Both intervals, one of them widened evenly about its middle, so that equal units fill the region."""
    unit = min(region.width, region.height) / span.length
    across, up = (max(side / unit / span.length, 1.0) for side in (region.width, region.height))
    return tuple(  # type: ignore[return-value] # two of them
        Interval(span.middle - factor * span.length / 2, span.middle + factor * span.length / 2)
        for factor in (across, up)
    )


def room_along(frame: VMobject, start: NDArray[np.float64], way: NDArray[np.float64]) -> float:
    """The largest factor by which `way` may be taken from `start` inside the box of `frame`; 1 for no way at all."""
    low, high = frame.points.min(axis=0), frame.points.max(axis=0)
    limits = [((high if way[k] > 0 else low)[k] - start[k]) / way[k] for k in (0, 1) if abs(way[k]) > 1e-9]  # noqa: PLR2004
    return float(min(limits, default=1.0))
