"""The level sets of a surface: rings that drop onto a map, gradient arrows across them, and a ball that rolls down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

import numpy as np
from manim import (
    Create,
    FadeIn,
    FadeOut,
    GrowFromPoint,
    LaggedStart,
    ValueTracker,
    VGroup,
    VMobject,
    smooth,
    squish_rate_func,
)

from mathora.stage import Formula, Function, Interval, LessonScene, Number, Point, Region, StepView, action, brings
from mathora.stage.map.contour_plot import ContourPlot, height_colours
from mathora.stage.map.level_values import LevelValues
from mathora.stage.map.marks import (
    beside_surface,
    map_place,
    marker,
    names_beyond,
    opposite,
    put_over,
    right_angle,
    scale_key,
    worst_slant,
)
from mathora.stage.map.ways import part_of, steepest_way
from mathora.stage.motion import move
from mathora.stage.space.contours import cosine, evenly_spaced, level_curves, levels_through, well_chosen_levels
from mathora.stage.space.figure import SurfaceFigure, rgb
from mathora.stage.space.view import SpaceBall, SpaceCurve
from mathora.stage.text.terms import gradient, times, value_of

HOVER = 0.6
AZIMUTH, ELEVATION, ELEVATION_BESIDE = -58.0, 24.0, 40.0
DRIFT = -3.5
NAME = 0.46  # em of the names in scene units
PERPENDICULAR = "the gradient is perpendicular to its level set on screen"
RIGHT_ANGLE = "the tangent and the gradient meet at a right angle on screen"
OPPOSITE = "the way down starts against the gradient"
ON_LEVEL = "the walk stays on its level"


class ContourMap(LessonScene):
    """A surface above its map: level sets drop onto it, gradients stand perpendicular on them, a ball rolls down."""

    function: Function
    at: Point
    heights: tuple[Number, ...] = ()  # of the rings; empty: well-chosen ones
    span: Interval = Interval(-2, 2)

    needs: ClassVar = (
        ("function", "variables(2), somewhere(span), varies(span)", "it is drawn as level sets over span"),
        ("heights", "even(), reached(function, span)", "each is a ring; rings that crowd say that it is steep"),
        ("level.height", "reached(function, span)", "where the plane meets the surface a ring lights up"),
        ("at", "coordinates(function), inside(span), value(function)", "a point of the map"),
        ("walk.at, release.at", "slope(function), steep(function)", "only where the ground slopes there is a way"),
        ("arrow.at", "coordinates(function), inside(span), slope(function), steep(function)", "an arrow stands there"),
    )

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

    @action("A surface hovers over its floor, which is its map.")
    def surface(self, step: StepView) -> None:
        """Floor and axes, then the surface rises above it."""
        figure = self.figure
        self.add(figure.picture, figure.labels)
        self.play(move(figure.furniture, 1), move(figure.names_seen, 1), run_time=0.8)
        figure.opacity.set_value(1)
        self.play(move(figure.rise, 1), *figure.move(self.home), run_time=2.4)
        self.show_formulas(step)

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

    @action("A level plane stops at the height {height}; where it meets the surface a ring lights up, then drops.")
    def level(self, step: StepView, height: Number) -> None:
        """The plane comes down, the ring glows, its copy falls onto the map."""
        self.need("surface")
        self._mark_through(height)
        figure = self.figure
        figure.plane_at.set_value(figure.box.high[2])
        coming = (move(figure.plane_seen, 1, 0.4), move(figure.plane_at, height, 1.4), move(self.lit[height], 1, 0.7))
        self.play(figure.turning(DRIFT, *coming))
        self.play(figure.turning(DRIFT, move(figure.plane_seen, 0, 0.5), move(self.fallen[height], 1, 1.2)))
        self._label(height)
        self.play(FadeIn(self.values[height]), run_time=0.4)
        self.show_formulas(step)

    @action(
        "All the other level sets appear as rings, one after another, and drop onto the map; each carries its value."
    )
    def levels(self, step: StepView) -> None:
        """The other rings light up and fall, the lowest first."""
        self.need("surface")
        waiting = [height for height in self.marked if self.fallen[height].get_value() < 1]
        if waiting:
            self.play(LaggedStart(*(move(self.lit[height], 1) for height in waiting), lag_ratio=0.25), run_time=1.6)
            self.play(LaggedStart(*(move(self.fallen[height], 1) for height in waiting), lag_ratio=0.3), run_time=2.0)
            for height in waiting:
                self._label(height)
            self.play(FadeIn(VGroup(*(self.values[height] for height in waiting))), run_time=0.5)
        self.show_formulas(step)

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

    @action("The camera tips over until it looks straight down, and only the map is left.")
    def map(self, step: StepView) -> None:
        """The surface fades while the camera climbs; the floor becomes the map."""
        self.need("rings")
        figure, place = self.figure, map_place(self.layout.figure)
        half, (x, y, _) = figure.present().scale * figure.box.size[0] / 2, place.centre
        self.play(FadeOut(VGroup(*self.values.values())), run_time=0.3)
        above = figure.overhead(Region(x - half, y - half, x + half, y + half))
        self.play(
            *figure.move(above),
            move(figure.opacity, 0, rate=squish_rate_func(smooth, 0.33, 1)),
            run_time=2.4,
        )
        bare = [move(tracker, 0) for tracker in (figure.furniture, figure.names_seen, figure.numbers_seen)]
        self.play(*figure.move(figure.overhead(place)), *bare, run_time=0.9)  # one pair of axes at a time
        self.play(FadeIn(self._build_board()), run_time=0.6)
        self.play(move(self.floor_seen, 0), run_time=0.2)  # under the map's own rings
        self.remove(figure.picture, figure.labels)
        self.floor_seen.set_value(1)
        self.play(FadeIn(VGroup(*self.values.values())), run_time=0.3)
        self.show_formulas(step)

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

    @action("A point walks once round the level set through {at}; the value read out does not change by a digit.")
    def walk(self, step: StepView) -> None:
        """Once round, at an even pace."""
        self.need("board")
        board = self.board
        route, share = board.route(self._start()), ValueTracker(0)
        dot = self._dot(lambda: part_of(route, share.get_value())[-1])
        trail = VMobject(stroke_color=self.theme.foreground, stroke_width=6, fill_opacity=0)
        trail.add_updater(lambda one: board.trace(one, part_of(route, share.get_value())), call_updater=True)
        level = float(self.function.value(*route[0]))
        measured = value_of(self.function, lambda: board.model_of(dot.get_center()))
        reading = self.reading(measured, self.theme.sizes.formula, decimals=2)
        put_over(reading, self.layout.figure, board.names)
        self.play(FadeIn(dot, scale=2), FadeIn(reading), run_time=0.6)
        self.invariant(ON_LEVEL, lambda: float(self.function.value(*board.model_of(dot.get_center()))) - level, 5e-3)
        self.add(trail)
        self.bring_to_front(dot)
        self.play(move(share, 1), run_time=4)
        self.invariants.release(ON_LEVEL)
        trail.clear_updaters()
        self.play(FadeOut(trail), FadeOut(reading), run_time=0.5)
        self.walker = dot
        self.show_formulas(step)

    def _start(self) -> np.ndarray:
        return np.array([self.at[key] for key in self.function.variables])

    def _dot(self, place: Any) -> VMobject:  # noqa: ANN401 - a function without arguments
        """The point that stands at `place()` on the map."""
        dot = marker(self.theme)
        dot.add_updater(lambda one: one.move_to(self._on_map(place())))
        return dot.update()

    @action(
        "At {at} the gradient stands perpendicular on its level set and points uphill; a right-angle mark shows it."
    )
    def arrow(self, step: StepView, at: Point, tangent_name: Formula | None = None) -> None:
        """A short tangent, the arrow, the mark between them, and their names."""
        self.need("board")
        board = self.board
        place = np.array([at[key] for key in self.function.variables])
        arrow, ring = board.arrow(place, self._gradient_colour())
        tangent, mark = right_angle(arrow, ring, self.theme.foreground)
        self.walker = dot = self._dot(lambda: place) if self.walker is None else self.walker
        self.play(Create(tangent), run_time=0.7)
        self.add(arrow, dot)
        self.play(GrowFromPoint(arrow, arrow.tail), run_time=1.0)
        spelled = [self.label(gradient(self.function))]
        spelled += [self.formula_mobject(tangent_name, NAME)] if tangent_name else []
        names = names_beyond(spelled, arrow, tangent, self.theme, [*self.values.values(), *board.names])
        key = self._key(board)
        aside = self.values.making_way(board, [arrow, tangent, mark, names, self.key])
        self.play(Create(mark), FadeIn(names), *key, *aside, run_time=0.5)
        self.values.settle()
        self.bring_to_front(dot)
        self.field.append((arrow, ring))
        self.marks = VGroup(tangent, mark, *names)
        self.invariant(PERPENDICULAR, lambda: worst_slant(self.field), 2e-3)
        self.invariant(RIGHT_ANGLE, lambda: cosine(arrow.vector, tangent.points[-1] - tangent.points[0]), 2e-3)
        self.show_formulas(step)

    def _key(self, board: ContourPlot) -> list[FadeIn]:
        """The scale of all arrows on the map comes up, if it does not stand yet."""
        if self.key not in self.mobjects:
            product = self.label(times(board.arrow_scale, gradient(self.function)), NAME)
            standing = [*board.numbers, *board.names, *self.values.values()]
            self.key = scale_key(product, self._gradient_colour(), self.layout.figure, standing)
        return [FadeIn(self.key)] if self.key not in self.mobjects else []

    def _gradient_colour(self) -> str:
        return self.colour_of(gradient(self.function))

    @action("Arrows stand on all level sets: perpendicular everywhere, and as long as the slope is steep.")
    def arrows(self, step: StepView) -> None:
        """Arrows ring by ring, the lowest first; the axes' numbers make room for them."""
        self.need("board")
        board = self.board
        self._clear(board, self._key(board))
        self.invariant(PERPENDICULAR, lambda: worst_slant(self.field), 2e-3)
        for height, ring in board.rings.items():
            labels = (*board.names, *self.values.values())
            feet = board.feet(height, labels, [arrow for arrow, _ in self.field])
            fresh = [board.arrow(foot, self._gradient_colour())[0] for foot in feet]
            if fresh:
                self.field += [(arrow, ring) for arrow in fresh]
                self.play(LaggedStart(*(GrowFromPoint(one, one.tail) for one in fresh), lag_ratio=0.08), run_time=0.9)
        self.show_formulas(step)

    def _clear(self, board: ContourPlot, coming: Sequence[FadeIn] = ()) -> None:
        """The marks of the right angle and the axes' numbers leave."""
        if len(self.marks):
            self.invariants.release(RIGHT_ANGLE)
        leaving = [*self.marks, *(board.numbers if board.numbers in board.submobjects else ())]
        board.remove(board.numbers)
        self.marks = VGroup()
        if leaving or coming:
            self.play(*map(FadeOut, leaving), *coming, run_time=0.4)

    @action("Surface and map side by side: a ball released at {at} rolls down against the gradient on both.")
    def release(self, step: StepView) -> None:
        """The surface comes back beside the map; the ball rolls on both."""
        self.need("board")
        board, figure = self.board, self.figure
        left, right = beside_surface(self.layout.figure)
        self._clear(board)
        gone = [*(arrow for arrow, _ in self.field), *([self.walker] if self.walker else [])]
        leaving = [FadeOut(one) for one in (*gone, *([self.key] if self.key in self.mobjects else []))]
        if self.field:
            self.invariants.release(PERPENDICULAR)
            self.field = []
        if leaving:
            self.play(*leaving, run_time=0.6)
        size = min(right.width / board.width, right.height / board.height, 1.0)
        self.play(board.resized(size, right.centre), run_time=1.3)
        figure.stand(figure.pose(left, AZIMUTH, ELEVATION_BESIDE))
        for tracker in (seen := (figure.opacity, figure.furniture, figure.names_seen, self.floor_seen)):
            tracker.set_value(0)
        self.add(figure.picture, figure.labels)
        self.play(*(move(tracker, 1) for tracker in seen), run_time=0.9)
        self._roll(board)
        self.show_formulas(step)

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
