"""The level sets of a surface: rings that drop onto a map, gradient arrows across them, and a ball that rolls down."""

from __future__ import annotations

from math import isclose
from typing import ClassVar

import numpy as np
from manim import FadeIn, FadeOut, LaggedStart, VGroup, rush_from, smooth, squish_rate_func

from mathora.stage import Formula, Function, Interval, LessonScene, Number, Point, Region, StepView, action, brings
from mathora.stage.figures.surface.hovering_surface import AZIMUTH, DRIFT, ELEVATION_BESIDE, NAME, HoveringSurface
from mathora.stage.figures.surface.level_map import LevelMap
from mathora.stage.map.marks import beside_surface, map_place
from mathora.stage.motion import come, move


class ContourMap(LessonScene):
    """A surface above its map: level sets drop onto it, gradients stand perpendicular on them, a ball rolls down."""

    late_formulas = "corner"

    function: Function
    at: Point
    heights: tuple[Number, ...] = ()  # of the rings; empty: well-chosen ones
    span: Interval = Interval(-2, 2)

    needs: ClassVar = (
        ("function", "variables(2), somewhere(span), varies(span)", "it is drawn as level sets over span"),
        ("heights", "distinct(), even(), reached(function, span)", "each is a ring; where rings crowd it is steep"),
        ("level.height", "reached(function, span), laddered(heights, height so far)", "a ring lights up there"),
        ("at", "coordinates(function), inside(span), value(function)", "a point of the map"),
        ("walk.at, release.at", "slope(function), steep(function)", "only where the ground slopes there is a way"),
        (
            "close_up.at, arrow.at",
            "coordinates(function), inside(span), slope(function), discernible(function, span)",
            "the gradient is seen there",
        ),
        ("close_up.at", "steep(function)", "level sets have a direction where the ground slopes"),
    )
    movable = ("map", {"function": "function", "start": "at", "span": "span"})

    def begin(self) -> None:
        """Builds the surface that hovers over its map; only the actions show it."""
        self.figure = HoveringSurface(self.function, self.span, self.heights, self.layout, self, at=self._start())
        self.below = LevelMap(self, self.figure)

    @brings("surface")
    def _stand_surface(self) -> None:
        if self.below.board is not None:
            self.surface(StepView(()))
        elif self.figure.picture not in self.mobjects:
            self.figure.stand_whole()
            self.add(self.figure.picture, self.figure.labels)

    @brings("rings", needs="surface")
    def _stand_rings(self) -> None:
        if self.done:
            self.levels(StepView(()))
        else:
            self.figure.stand_rings()
            self.add(*self.below.missing_values())

    @brings("board")
    def _stand_board(self) -> None:
        self.below.look_from_afar()
        if self.below.board is not None:
            return
        self.need("rings")
        if self.done:
            self.map(StepView(()))
        else:
            self.figure.stand(self.figure.overhead(map_place(self.layout.figure, self.span)))
            board = self.below.build()
            self.remove(self.figure.picture, self.figure.labels)
            self.figure.opacity.set_value(0)
            self.add(board, *self.below.values.values())

    @action("A surface hovers over its floor, which is its map.")
    def surface(self, step: StepView) -> None:
        """Floor and axes, then the surface rises above it; the map leaves before, and its rings drop once more."""
        if told := self.below.board is not None:
            self.below.leaves()
            rings = self.figure.marked
            self.begin()
            self.figure.light(rings)
        figure = self.figure
        self.add(figure.picture, figure.labels)
        come(self, figure.furniture, *figure.lettering)
        shown = move(figure.opacity, 1, rate=rush_from)  # a flat surface would cover the floor at once
        self.play(shown, move(figure.rise, 1), *figure.move(self.figure.home), run_time=2.4)
        if told:
            self.levels(StepView(()))

    @action("A level plane stops at {height}; where it cuts, a ring lights up, then drops.", moves=("ring", "drop"))
    def level(self, step: StepView, height: Number) -> None:
        """The plane comes down, the ring glows, its copy falls onto the map; a ball with it that stands so high."""
        self.need("surface")
        self.figure.mark_through(height)
        figure = self.figure
        through = isclose(height, figure.height_at)
        if through:
            self.play(move(figure.ball_seen, 1), run_time=0.5)
        figure.plane_at.set_value(figure.box.high[2])
        coming = move(figure.plane_seen, 1, 0.4), move(figure.plane_at, height, 1.4), move(figure.lit[height], 1, 0.7)
        self.starts("ring")
        self.play(figure.turning(DRIFT, *coming))
        self.starts("drop")
        falling = (move(one, 1, 1.2) for one in (figure.fallen[height], *[figure.ball_fallen] * through))
        self.play(figure.turning(DRIFT, move(figure.plane_seen, 0, 0.5), *falling))
        if height not in self.below.values:
            self.below.write_value(height)
            self.play(FadeIn(self.below.values[height]), run_time=0.4)

    @action(
        "All the other level sets appear as rings, one after another, and drop onto the map; each carries its value."
    )
    def levels(self, step: StepView) -> None:
        """The other rings light up and fall, the lowest first."""
        self.need("surface")
        figure = self.figure
        waiting = [height for height in figure.marked if figure.fallen[height].get_value() < 1]
        if waiting:
            lit, fallen = ([tracker[height] for height in waiting] for tracker in (figure.lit, figure.fallen))
            self.play(LaggedStart(*(move(one, 1) for one in lit), lag_ratio=0.25), run_time=1.6)
            self.play(LaggedStart(*(move(one, 1) for one in fallen), lag_ratio=0.3), run_time=2.0)
            self.play(FadeIn(VGroup(*self.below.missing_values())), run_time=0.5)

    @action("The camera tips over until it looks straight down, and only the map is left.")
    def map(self, step: StepView) -> None:
        """The surface fades while the camera climbs; the floor becomes the map."""
        if self.below.board is not None and self.figure.picture not in self.mobjects:  # it stands there alone
            return
        self.need("rings")
        figure, place = self.figure, map_place(self.layout.figure, self.span)
        half, (x, y, _) = figure.present().scale * figure.box.size[0] / 2, place.centre
        self.play(FadeOut(VGroup(*self.below.values.values())), run_time=0.3)
        above = figure.overhead(Region(x - half, y - half, x + half, y + half))
        self.play(*figure.move(above), move(figure.opacity, 0, rate=squish_rate_func(smooth, 0.33, 1)), run_time=2.4)
        bare = [move(tracker, 0) for tracker in (figure.furniture, *figure.lettering)]
        self.play(*figure.move(figure.overhead(place)), *bare, run_time=0.9)  # one pair of axes at a time
        self.play(FadeIn(self.below.build()), run_time=0.6)
        self.play(move(self.figure.floor_seen, 0), run_time=0.2)  # under the map's own rings
        self.remove(figure.picture, figure.labels)
        self.figure.floor_seen.set_value(1)
        self.play(FadeIn(VGroup(*self.below.values.values())), run_time=0.3)

    @action("A point walks once round the level set through {at}; with a `tangent_name`, its gradient goes along.")
    def walk(self, step: StepView, tangent_name: Formula | None = None) -> None:
        """Once round, at an even pace."""
        self.need("board")
        self.show_formulas(step)
        name = tangent_name and self.formula_mobject(tangent_name, self.theme.sizes.formula)
        self.below.walk(self.below.board, self._start(), name)

    @action("A closer look at {at}: level sets become parallel lines; the shortest way to the next is straight across.")
    def close_up(self, step: StepView, at: Point) -> None:
        """The map comes near, ways to the next line fan out, and the shortest is marked."""
        self.need("board")
        self.below.look_closely(self.below.board, np.array([at[key] for key in self.function.variables]))

    @action("At {at} the gradient stands perpendicular on its level set, uphill; where it is zero, it is a dot.")
    def arrow(self, step: StepView, at: Point, tangent_name: Formula | None = None) -> None:
        """A short tangent, the arrow, the mark between them, and their names; or the dot."""
        self.need("board")
        place = np.array([at[key] for key in self.function.variables])
        if self.function.gradient(at).any():
            name = self.formula_mobject(tangent_name, NAME) if tangent_name else None
            self.below.cross(self.below.board, place, name)
        else:
            self.below.rest(self.below.board, place)

    @action("Arrows stand on all level sets: perpendicular everywhere, and as long as the slope is steep.")
    def arrows(self, step: StepView) -> None:
        """Ring by ring, the lowest first."""
        self.need("board")
        self.below.fill(self.below.board)

    @action("Surface and map side by side: a ball released at {at} rolls down against the gradient on both.")
    def release(self, step: StepView) -> None:
        """The surface comes back beside the map; the ball rolls on both."""
        self.need("board")
        board, figure = self.below.board, self.figure
        self.below.clear(board)
        self.play(*self.below.clear_arrows(), run_time=0.3)
        self.widen_figure(step)
        left, right = beside_surface(self.layout.figure)
        size = min(right.width / board.width, right.height / board.height, 1.0)
        self.play(board.resized(size, right.centre), run_time=1.3)
        self.play(*map(FadeOut, self.below.values.crowded()), run_time=0.3)
        figure.stand(figure.pose(left, AZIMUTH, ELEVATION_BESIDE))
        coming = (figure.opacity, figure.furniture, figure.names_seen, figure.heights_seen, figure.floor_seen)
        for tracker in (*coming, figure.numbers_seen):
            tracker.set_value(0)
        self.add(figure.picture, figure.labels)
        self.play(*(move(tracker, 1) for tracker in coming), run_time=0.9)
        self.below.roll(board, self._start())

    def _start(self) -> np.ndarray:
        return np.array([self.at[key] for key in self.function.variables])
