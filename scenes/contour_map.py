"""The level sets of a surface: rings that drop onto a map, gradient arrows across them, and a ball that rolls down."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from _levels import AZIMUTH, DRIFT, ELEVATION_BESIDE, NAME, ON_LEVEL, PERPENDICULAR, RIGHT_ANGLE, LevelPicture
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

from mathora.stage import Formula, Function, Interval, Number, Point, Region, StepView, action
from mathora.stage.map.marks import beside_surface, map_place, names_beyond, put_over, right_angle, worst_slant
from mathora.stage.map.ways import part_of
from mathora.stage.motion import move
from mathora.stage.space.contours import cosine
from mathora.stage.text.terms import gradient, value_of


class ContourMap(LevelPicture):
    """A surface above its map: level sets drop onto it, gradients stand perpendicular on them, a ball rolls down."""

    function: Function
    at: Point
    heights: tuple[Number, ...] = ()  # of the rings; empty: well-chosen ones
    span: Interval = Interval(-2, 2)

    needs: ClassVar = (
        ("function", "variables(2), somewhere(span), varies(span)", "it is drawn as level sets over span"),
        ("heights", "even(), reached(function, span)", "each is a ring; rings that crowd say that it is steep"),
        ("level.height", "reached(function, span), laddered(heights, height so far)", "a ring lights up there"),
        ("at", "coordinates(function), inside(span), value(function)", "a point of the map"),
        ("walk.at, release.at", "slope(function), steep(function)", "only where the ground slopes there is a way"),
        ("arrow.at", "coordinates(function), inside(span), slope(function), steep(function)", "an arrow stands there"),
    )

    @action("A surface hovers over its floor, which is its map.")
    def surface(self, step: StepView) -> None:
        """Floor and axes, then the surface rises above it."""
        figure = self.figure
        self.add(figure.picture, figure.labels)
        self.play(move(figure.furniture, 1), move(figure.names_seen, 1), run_time=0.8)
        figure.opacity.set_value(1)
        self.play(move(figure.rise, 1), *figure.move(self.home), run_time=2.4)
        self.show_formulas(step)

    @action("A level plane stops at {height}; where it cuts, a ring lights up, then drops.", moves=("ring", "drop"))
    def level(self, step: StepView, height: Number) -> None:
        """The plane comes down, the ring glows, its copy falls onto the map."""
        self.need("surface")
        self._mark_through(height)
        figure = self.figure
        figure.plane_at.set_value(figure.box.high[2])
        coming = (move(figure.plane_seen, 1, 0.4), move(figure.plane_at, height, 1.4), move(self.lit[height], 1, 0.7))
        self.starts("ring")
        self.play(figure.turning(DRIFT, *coming))
        self.starts("drop")
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

    @action("At {at} the gradient stands perpendicular on its level set, uphill; a mark shows the right angle.")
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
