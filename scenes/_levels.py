"""What level sets are drawn with: the surface over its map, their rings, the flat map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from manim import (
    FadeIn,
    FadeOut,
    GrowFromPoint,
    ValueTracker,
    VGroup,
    VMobject,
)

from mathora.stage import LessonScene, Region, brings
from mathora.stage.map.contour_plot import ContourPlot, height_colours
from mathora.stage.map.level_values import LevelValues
from mathora.stage.map.marks import (
    map_place,
    marker,
    opposite,
    scale_key,
)
from mathora.stage.map.ways import part_of, steepest_way
from mathora.stage.motion import move
from mathora.stage.space.contours import cosine, evenly_spaced, level_curves, levels_through, well_chosen_levels
from mathora.stage.space.figure import SurfaceFigure, rgb
from mathora.stage.space.view import SpaceBall, SpaceCurve
from mathora.stage.text.terms import gradient, times

HOVER = 0.6
AZIMUTH, ELEVATION, ELEVATION_BESIDE = -58.0, 24.0, 40.0
DRIFT = -3.5
NAME = 0.46  # em of the names in scene units
PERPENDICULAR = "the gradient is perpendicular to its level set on screen"
RIGHT_ANGLE = "the tangent and the gradient meet at a right angle on screen"
OPPOSITE = "the way down starts against the gradient"
ON_LEVEL = "the walk stays on its level"


class LevelPicture(LessonScene):
    """A surface that hovers over its map."""

    def begin(self) -> None:
        """Builds the surface that hovers over its map; only the actions show it."""
        names = tuple(self.symbol(key, NAME) for key in (*self.function.variables, self.function.key))
        self.marked = evenly_spaced(self.heights) or well_chosen_levels(self.function, self.span, self.span)
        body = self.layout.body
        room = Region(body.left, body.bottom, body.right, self.layout.title.bottom)
        figure = SurfaceFigure(self.function, self.span, self.span, room, theme=self.theme, names=names, hover=HOVER)
        self.figure = figure
        self.home = figure.pose(self.layout.figure.inset(0.2), AZIMUTH, ELEVATION)
        figure.stand(figure.pose(self.layout.figure.inset(0.2), AZIMUTH - 14, ELEVATION))
        figure.plane_axis, figure.plane_colour = 2, rgb(self.theme.foreground)
        for tracker in (figure.rise, figure.furniture, figure.names_seen, figure.numbers_seen, figure.opacity):
            tracker.set_value(0)
        self.lit, self.fallen = dict[float, ValueTracker](), dict[float, ValueTracker]()
        self.values = LevelValues(self.span, self.theme, self._on_map)
        self.floor_seen, self.path = ValueTracker(1), np.zeros((2, 2))
        self.board: ContourPlot | None = None
        self.field = []  # arrows, each with the ring on which it stands
        self.marks, self.walker, self.key = VGroup(), None, VGroup()
        self.rolled, self.ball_seen = ValueTracker(0), ValueTracker(0)
        for height in self.marked:
            self._mark(height)
        figure.exhibit(self._track_on_surface)
        figure.exhibit(self._ball_on_surface)

    @brings("surface")
    def _stand_surface(self) -> None:
        figure = self.figure
        if figure.picture in self.mobjects or self.board is not None:
            return
        figure.stand(self.home)
        for tracker in (figure.rise, figure.furniture, figure.names_seen, figure.opacity):
            tracker.set_value(1)
        self.add(figure.picture, figure.labels)

    def _mark(self, height: float) -> None:
        """Exhibits the rings of a height on the surface, and their copies that fall to the floor."""
        self.lit[height], self.fallen[height] = ValueTracker(0), ValueTracker(0)
        for branch in level_curves(self.function, self.span, self.span, height):
            coarse = np.concatenate([branch[:-1:4], branch[-1:]])
            self.figure.exhibit(lambda points=coarse: self._ring_on_surface(points, height))
            self.figure.exhibit(lambda points=coarse: self._ring_on_floor(points, height))

    def _mark_through(self, height: float) -> None:
        """The rings keep equal steps when one more is asked for; those that the script lists stay as they are."""
        if height not in self.marked:
            shown = [one for one in self.marked if self.lit[one].get_value() > 0]
            listed = evenly_spaced((*self.marked, height)) if self.heights else ()
            self.marked = listed or levels_through([*shown, height], self.function, self.span, self.span)
            for one in set(self.marked) - set(self.lit):
                self._mark(one)

    def _ring_on_surface(self, points: np.ndarray, height: float) -> SpaceCurve | None:
        seen = self.lit[height].get_value() * self.figure.opacity.get_value()
        return self._ring(points, height, height, seen, ghost=0.4) if seen > 0 else None

    def _ring_on_floor(self, points: np.ndarray, height: float) -> SpaceCurve | None:
        share = self.fallen[height].get_value()
        place = height + (self.figure.box.low[2] - height) * share
        seen = self.floor_seen.get_value() * min(1.0, share * 4)
        return self._ring(points, height, place, seen) if seen > 0 else None

    def _ring(self, branch: np.ndarray, height: float, place: float, seen: float, ghost: float = 0.0) -> SpaceCurve:
        """The ring of a height, drawn at the height `place`."""
        points = np.column_stack([branch, np.full(len(branch), place)])
        width = 4.0 * min(1.0, self.figure.present().scale / self.home.scale)
        colour = rgb(height_colours(self.theme, self.marked)[height])
        return SpaceCurve(points, colour, width, seen, ghost=ghost)

    def _label(self, height: float) -> None:
        """The ring's value on the map, on a patch of the background that interrupts the line."""
        branches = level_curves(self.function, self.span, self.span, height)
        flat = map_place(self.layout.figure)
        unit = min(flat.width, flat.height) / self.span.length  # of the flat map that comes later
        views = (self._on_floor, lambda places: unit * places)
        self.values.write(height, branches, height_colours(self.theme, self.marked), views)

    def _on_floor(self, places: np.ndarray) -> np.ndarray:
        """Where points (n, 2) of the map are drawn on the floor of the surface, as it is seen now."""
        return self.figure.scene_points(np.column_stack([places, np.full(len(places), self.figure.box.low[2])]))

    def _on_map(self, place: np.ndarray) -> np.ndarray:
        """Where a point of the map is drawn: on the floor of the surface, or on the flat map."""
        if self.board is not None:
            return self.board.point(*place)
        return self.figure.scene_points(np.array([*place, self.figure.box.low[2]]))

    def _build_board(self) -> ContourPlot:
        """The flat map, just where the floor is seen from straight above."""
        low, high = (self.figure.scene_points(np.array([end, end, self.figure.box.low[2]])) for end in self.span)
        region = Region(float(low[0]), float(low[1]), float(high[0]), float(high[1]))
        names = tuple(self.symbol(key, NAME) for key in self.function.variables)
        settings = {"heights": self.marked, "names": names, "width": 3.0}
        self.board = board = ContourPlot(self.function, region, self.span, self.theme, **settings)
        self.values.keep_clear(board, [*board.numbers, *board.names])
        self.invariant("equal units on both axes of the map", board.unevenness, 1e-6)
        return board

    @brings("rings", needs="surface")
    def _stand_rings(self) -> None:
        for height in self.marked:
            self.lit[height].set_value(1)
            self.fallen[height].set_value(1)
            if height not in self.values:
                self._label(height)
                self.add(self.values[height])

    @brings("board")
    def _stand_board(self) -> None:
        if self.board is not None:
            return
        self.need("rings")
        self.figure.stand(self.figure.overhead(map_place(self.layout.figure)))
        board = self._build_board()
        self.remove(self.figure.picture, self.figure.labels)
        self.figure.opacity.set_value(0)
        self.add(board, *self.values.values())

    def _start(self) -> np.ndarray:
        return np.array([self.at[key] for key in self.function.variables])

    def _dot(self, place: Any) -> VMobject:  # noqa: ANN401 - a function without arguments
        """The point that stands at `place()` on the map."""
        dot = marker(self.theme)
        dot.add_updater(lambda one: one.move_to(self._on_map(place())))
        return dot.update()

    def _key(self, board: ContourPlot) -> list[FadeIn]:
        """The scale of all arrows on the map comes up, if it does not stand yet."""
        if self.key not in self.mobjects:
            product = self.label(times(board.arrow_scale, gradient(self.function)), NAME)
            standing = [*board.numbers, *board.names, *self.values.values()]
            self.key = scale_key(product, self._gradient_colour(), self.layout.figure, standing)
        return [FadeIn(self.key)] if self.key not in self.mobjects else []

    def _gradient_colour(self) -> str:
        return self.colour_of(gradient(self.function))

    def _clear(self, board: ContourPlot, coming: Sequence[FadeIn] = ()) -> None:
        """The marks of the right angle and the axes' numbers leave."""
        if len(self.marks):
            self.invariants.release(RIGHT_ANGLE)
        leaving = [*self.marks, *(board.numbers if board.numbers in board.submobjects else ())]
        board.remove(board.numbers)
        self.marks = VGroup()
        if leaving or coming:
            self.play(*map(FadeOut, leaving), *coming, run_time=0.4)

    def _roll(self, board: ContourPlot) -> None:
        self.path = steepest_way(self.function, self._start(), self.span)
        self.rolled.set_value(0)
        track = VMobject(stroke_color=self._gradient_colour(), stroke_width=5, fill_opacity=0)
        track.add_updater(lambda one: board.trace(one, self._run()), call_updater=True)
        dot = self._dot(lambda: self._run()[-1])
        self.play(FadeIn(dot, scale=2), move(self.ball_seen, 1), run_time=0.6)
        uphill, _ = board.arrow(self.path[0], self._gradient_colour())
        self.downhill = opposite(uphill)
        self.play(GrowFromPoint(self.downhill, uphill.tail), run_time=0.8)
        self.invariant(OPPOSITE, lambda: cosine(self.downhill.vector, uphill.vector) + 1, 1e-9)
        self.add(track)
        self.bring_to_front(dot)
        self.play(move(self.rolled, 1, 3.6), FadeOut(self.downhill))

    def _run(self) -> np.ndarray:
        """The part of the track behind the ball."""
        return part_of(self.path, self.rolled.get_value())

    def _track_on_surface(self) -> SpaceCurve | None:
        if self.ball_seen.get_value() <= 0 or self.rolled.get_value() <= 0:
            return None
        points = self.figure.on_surface(*self._run().T)
        return SpaceCurve(points, rgb(self._gradient_colour()), 5.0, 1.0, ghost=0.5)

    def _ball_on_surface(self) -> SpaceBall | None:
        seen = self.ball_seen.get_value()
        if seen <= 0:
            return None
        return SpaceBall(self.figure.on_surface(*self._run()[-1]), rgb(self.theme.foreground), opacity=seen)
