"""A surface that hovers over its map: rings of equal height light up on it, and their copies fall to the floor.

Laws:
- A ring is the level set of its height; its copy on the floor has the same points.
- Heights that are marked keep equal steps, also when one more is asked for, unless the script lists others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np
from manim import ValueTracker

from mathora.formula import ModelFunction
from mathora.formula.curves.interval import Interval
from mathora.stage.arrays import Array
from mathora.stage.layout import Layout, Region
from mathora.stage.map.contour_plot import height_colours
from mathora.stage.space.contours import level_curves, levels_through, well_chosen_levels
from mathora.stage.space.figure import SurfaceFigure, rgb
from mathora.stage.space.view import BALL, SpaceBall, SpaceCurve
from mathora.stage.writing import Writing

HOVER = 0.6
AZIMUTH, ELEVATION, ELEVATION_BESIDE = -58.0, 24.0, 40.0
DRIFT = -3.5

NAME = 0.46  # the em of names, in scene units
FALLEN = 0.6 * BALL  # the radius of the ball's copy that falls with the ring, in scene units


class HoveringSurface(SurfaceFigure):
    """The surface of `function` over `span` both ways, and the rings of `heights` (none: well-chosen ones).

    Nothing of it is seen yet. `lit` is how far the ring of each height is seen on the surface, `fallen` how far its
    copy has fallen to the floor; `ball_seen` and `ball_fallen` the same of a ball `at` (2,) a point of the map.
    """

    function: ModelFunction

    def __init__(  # noqa: PLR0913 - what is drawn, over which part of the floor, and where
        self,
        function: ModelFunction,
        span: Interval,
        heights: Sequence[float],
        layout: Layout,
        write: Writing,
        *,
        at: Array,
    ) -> None:
        names = tuple(write.symbol(key, NAME) for key in (*function.variables, function.key))
        body = layout.body
        room = Region(body.left, body.bottom, body.right, layout.title.bottom)
        super().__init__(function, span, span, room, theme=write.theme, names=names, hover=HOVER)
        self.at, self.span, self.heights = at, span, heights
        self.marked: Sequence[float] = tuple(sorted(set(heights))) or well_chosen_levels(function, span, span)
        self.home = self.pose(layout.figure.inset(0.2), AZIMUTH, ELEVATION)
        self.stand(self.pose(layout.figure.inset(0.2), AZIMUTH - 14, ELEVATION))
        self.plane_axis, self.plane_colour = 2, rgb(write.theme.foreground)
        for tracker in self.parts:
            tracker.set_value(0)
        self.lit, self.fallen = dict[float, ValueTracker](), dict[float, ValueTracker]()
        self.floor_seen = ValueTracker(1)
        for height in self.marked:
            self._mark(height)
        self.ball_seen, self.ball_fallen = ValueTracker(0), ValueTracker(0)
        self.exhibit(self._ball)
        self.exhibit(self._fallen_ball)

    def stand_whole(self) -> None:
        """The surface stands without motion."""
        self.stand(self.home)
        for tracker in self.parts:
            tracker.set_value(1)

    def light(self, heights: Sequence[float]) -> None:
        """The rings of these heights are seen on the surface, as soon as it is."""
        for height in heights:
            self.mark_through(height)
            self.lit[height].set_value(1)

    def stand_rings(self) -> None:
        """All rings are seen, on the surface and on the floor."""
        for height in self.marked:
            self.lit[height].set_value(1)
            self.fallen[height].set_value(1)

    def _mark(self, height: float) -> None:
        """Exhibits the rings of a height on the surface, and their copies that fall to the floor."""
        self.lit[height], self.fallen[height] = ValueTracker(0), ValueTracker(0)
        for branch in level_curves(self.function, self.span, self.span, height):
            coarse = np.concatenate([branch[:-1:4], branch[-1:]])
            self.exhibit(partial(self._ring_on_surface, coarse, height))
            self.exhibit(partial(self._ring_on_floor, coarse, height))

    def mark_through(self, height: float) -> None:
        """The rings keep equal steps when one more is asked for; those that the script lists stay as they are."""
        if height not in self.marked:
            shown = [one for one in self.marked if self.lit[one].get_value() > 0]
            listed = tuple(sorted({*self.marked, height})) if self.heights else ()
            self.marked = listed or levels_through([*shown, height], self.function, self.span, self.span)
            for one in set(self.marked) - set(self.lit):
                self._mark(one)

    @property
    def colours(self) -> Mapping[float, str]:
        """The colour of each marked height."""
        return height_colours(self.theme, self.marked)

    def _ring_on_surface(self, points: Array, height: float) -> SpaceCurve | None:
        seen = self.lit[height].get_value() * self.opacity.get_value()
        return self._ring(points, height, height, seen, ghost=0.4) if seen > 0 else None

    def _ring_on_floor(self, points: Array, height: float) -> SpaceCurve | None:
        share = self.fallen[height].get_value()
        place = height + (self.box.low[2] - height) * share
        seen = self.floor_seen.get_value() * min(1.0, share * 4)
        return self._ring(points, height, place, seen) if seen > 0 else None

    def _ball(self) -> SpaceBall | None:
        seen = float(self.ball_seen.get_value() * self.opacity.get_value())
        return self._ball_at(self.height_at, BALL, seen) if seen > 0 else None

    def _fallen_ball(self) -> SpaceBall | None:
        share = float(self.ball_fallen.get_value())
        place = self.height_at + (self.box.low[2] - self.height_at) * share
        seen = float(self.floor_seen.get_value()) * min(1.0, share * 4)
        return self._ball_at(place, FALLEN, seen) if seen > 0 else None

    def _ball_at(self, height: float, radius: float, seen: float) -> SpaceBall:
        return SpaceBall(np.append(self.at, height), rgb(self.theme.foreground), radius, seen)

    @property
    def height_at(self) -> float:
        """How high the surface is where the ball stands, in model units."""
        return float(self.function.value(*self.at))

    def _ring(self, branch: Array, height: float, place: float, seen: float, ghost: float = 0.0) -> SpaceCurve:
        """The ring of a height, drawn at the height `place`."""
        points = np.column_stack([branch, np.full(len(branch), place)])
        width = 4.0 * min(1.0, self.present().scale / self.home.scale)
        return SpaceCurve(points, rgb(self.colours[height]), width, seen, ghost=ghost)

    def on_floor(self, places: Array) -> Array:
        """Where points (n, 2) of the map are drawn on the floor, as it is seen now; scene points (n, 3)."""
        return self.scene_points(np.column_stack([places, np.full(len(places), self.box.low[2])]))

    def floor_place(self) -> Region:
        """Where the floor is drawn, seen from straight above; in scene units."""
        low, high = self.on_floor(np.array([[end, end] for end in self.span]))
        return Region(float(low[0]), float(low[1]), float(high[0]), float(high[1]))
