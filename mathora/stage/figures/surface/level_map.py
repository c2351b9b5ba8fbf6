"""The map of a surface that hovers over it: values of the rings, a point, arrows across the rings, a ball that rolls.

Owns: `LevelMap`, and the names of what it claims.

Laws:
- The map lies just where the surface's floor is seen from straight above.
- A ball that is released starts against the gradient, and stands at one point of the model on map and surface.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from manim import (
    RIGHT,
    UP,
    Animation,
    Create,
    FadeIn,
    FadeOut,
    GrowFromPoint,
    LaggedStart,
    Mobject,
    Transform,
    ValueTracker,
    VGroup,
    VMobject,
)

from mathora.stage.arrays import Array
from mathora.stage.figures.surface.close_up import CloseUp
from mathora.stage.figures.surface.hovering_surface import NAME, HoveringSurface
from mathora.stage.figures.surface.travelling_gradient import TravellingGradient
from mathora.stage.map.contour_plot import HALO, ContourPlot
from mathora.stage.map.level_values import LevelValues
from mathora.stage.map.marks import (
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
from mathora.stage.motion import late, move
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.scene import LessonScene
from mathora.stage.space.contours import LevelCurve, cosine, level_curves, onto_level
from mathora.stage.space.figure import rgb
from mathora.stage.space.view import SpaceBall, SpaceCurve
from mathora.stage.text.terms import gradient, times, value_of

WALKED, ESCORTED = 4.0, 9.0  # the seconds of a walk, alone and with the gradient

EVEN = "equal units on both axes of the map"
PERPENDICULAR = "the gradient is perpendicular to its level set on screen"
RIGHT_ANGLE = "the tangent and the gradient meet at a right angle on screen"
OPPOSITE = "the way down starts against the gradient"
AT_REST = "a gradient of zero is a dot at its point"
ON_LEVEL = "the walk stays on its level"


class LevelMap:
    """The map under `surface`; it stands when the camera looks straight down (`build`).

    The scene is what plays: what stands on the map is added to it.
    """

    def __init__(self, scene: LessonScene, surface: HoveringSurface) -> None:
        self.scene, self.surface, self.function, self.theme = scene, surface, surface.function, scene.theme
        self.colour = scene.colour_of(gradient(surface.function))
        self.values = LevelValues(surface.span, self.theme, self.place_of)
        self.board: ContourPlot | None = None
        self.field: list[tuple[ArrowMobject, LevelCurve]] = []
        self.marks, self.key = VGroup(), VGroup()
        self.claimed = RIGHT_ANGLE
        self.walker: VMobject | None = None
        self.track = VGroup()
        self.close: CloseUp | None = None
        self.rolled, self.ball_seen = ValueTracker(0), ValueTracker(0)
        self.path: Array = np.zeros((2, 2))
        surface.exhibit(self._track_on_surface)
        surface.exhibit(self._ball_on_surface)

    def place_of(self, place: Array) -> Array:
        """Where a point (2,) of the map is drawn: on the floor of the surface, or on the flat map."""
        return self.board.point(*place) if self.board is not None else self.surface.on_floor(place[None])[0]

    def write_value(self, height: float) -> None:
        """The ring's value on the map, on a patch of the background that interrupts the line."""
        surface = self.surface
        branches = level_curves(surface.function, surface.span, surface.span, height)
        flat = map_place(self.scene.layout.figure, surface.span)
        unit = min(flat.width, flat.height) / surface.span.length  # of the flat map that comes later
        self.values.write(height, branches, surface.colours, (surface.on_floor, lambda places: unit * places))

    def missing_values(self) -> list[VMobject]:
        """The values of the marked rings that have none yet."""
        fresh = [height for height in self.surface.marked if height not in self.values]
        for height in fresh:
            self.write_value(height)
        return [self.values[height] for height in fresh]

    def build(self) -> ContourPlot:
        """The flat map, just where the floor is seen from straight above."""
        names = tuple(self.scene.symbol(key, NAME) for key in self.function.variables)
        settings: dict[str, Any] = {"heights": self.surface.marked, "names": names, "width": 3.0}
        place, span = self.surface.floor_place(), self.surface.span
        self.board = board = ContourPlot(self.function, place, span, self.theme, **settings)
        self.values.keep_clear(board, [*board.numbers, *board.names])
        self.scene.invariant(EVEN, board.unevenness, 1e-6)
        if self.surface.ball_fallen.get_value() > 0:  # its point stays in sight
            self.walker = dot = self.dot(lambda: self.surface.at)
            self.scene.add(dot)
        return board

    def standing(self) -> list[Mobject]:
        """The map, and all that stands on it now."""
        arrows = (arrow for arrow, _ in self.field)
        walker = [self.walker] if self.walker else []
        parts = [self.board, *self.values.values(), *arrows, *self.marks, self.key, *self.track, *walker]
        seen = {id(one) for top in self.scene.mobjects for one in top.get_family()}
        return [one for one in parts if id(one) in seen]

    def leaves(self) -> None:
        """The map leaves with all that stands on it, and the surface beside it; nothing is claimed of them any more."""
        self.look_from_afar()
        surface = self.surface
        beside = [move(one, 0) for one in (*surface.parts, surface.floor_seen, self.ball_seen, surface.ball_seen)]
        self.scene.play(*map(FadeOut, self.standing()), *beside, run_time=0.6)
        self.scene.remove(surface.picture, surface.labels)
        of_parts = {PERPENDICULAR: self.field, OPPOSITE: self.track, self.claimed: self.marks}
        self.scene.invariants.release(EVEN, *(claim for claim, parts in of_parts.items() if len(parts)))

    def look_closely(self, board: ContourPlot, at: Array) -> None:
        """What is near `at`, a model point (2,), takes the map's place; ways to the next level set are compared."""
        self.close = near = CloseUp(self.scene, board, at, self.scene.layout.figure.inset(0.45), self.colour)
        near.comes(self.standing())
        near.compares()

    def look_from_afar(self) -> None:
        """If a point was seen from near, the whole map stands again."""
        if self.close is not None:
            self.close.leaves()
            self.close = None

    # ── what stands on it ─────────────────────────────────────────────────────────────────────────────────────────────

    def dot(self, place: Callable[[], Array]) -> VMobject:
        """The point that stands at `place()`, a model point (2,)."""
        dot = marker(self.theme)
        dot.add_updater(lambda one: one.move_to(self.place_of(place())))
        return dot.update()

    def scaled(self, board: ContourPlot, scale: float) -> list[Animation]:
        """The animations in which the arrows that stand come to another scale, as all that follow have it."""
        if scale == board.arrow_scale:
            return []
        board.arrow_scale = scale
        fresh = [board.arrow(np.array(board.model_of(arrow.tail)), self.colour)[0] for arrow, _ in self.field]
        return [Transform(arrow, one) for (arrow, _), one in zip(self.field, fresh, strict=True)]

    def scale_comes(self, board: ContourPlot) -> list[FadeIn]:
        """The scale of all arrows on the map comes up, if it does not stand yet."""
        if self.key in self.scene.mobjects:
            return []
        product = self.scene.label(times(board.arrow_scale, gradient(self.function)), NAME)
        standing = [*board.numbers, *board.names, *self.values.values()]
        self.key = scale_key(product, self.colour, self.scene.layout.figure, standing)
        return [FadeIn(self.key)]

    def clear(self, board: ContourPlot, coming: Sequence[Animation] = ()) -> None:
        """The marks of the point where the gradient stood and the axes' numbers leave."""
        leaving = [*self._unmarked(), *(board.numbers if board.numbers in board.submobjects else ())]
        board.remove(board.numbers)
        self.scene.play(*map(FadeOut, leaving), *coming, run_time=0.4)

    def _unmarked(self) -> VGroup:
        """The marks of the point where the gradient stood, which leave; nothing is claimed of them any more."""
        if len(self.marks):
            self.scene.invariants.release(self.claimed)
        leaving, self.marks = self.marks, VGroup()
        return leaving

    def clear_arrows(self) -> list[FadeOut]:
        """Arrows, their scale and the point leave."""
        standing = [self.key] if self.key in self.scene.mobjects else []
        gone = [*(arrow for arrow, _ in self.field), *([self.walker] if self.walker else []), *standing]
        if self.field:
            self.scene.invariants.release(PERPENDICULAR)
            self.field = []
        return [FadeOut(one) for one in gone]

    def fill(self, board: ContourPlot) -> None:
        """Arrows come ring by ring, the lowest first; the axes' numbers make room for them."""
        self.clear(board, [*self.scaled(board, board.field_scale), *self.scale_comes(board)])
        self.stay_perpendicular()
        for height, ring in board.rings.items():
            feet = board.feet(height, (*board.names, *self.values.values()), [arrow for arrow, _ in self.field])
            fresh = [board.arrow(foot, self.colour)[0] for foot in feet]
            if fresh:
                self.field += [(arrow, ring) for arrow in fresh]
                growing = (GrowFromPoint(one, one.tail) for one in fresh)
                self.scene.play(LaggedStart(*growing, lag_ratio=0.08), run_time=0.9)

    def stay_perpendicular(self) -> None:
        """From now on every arrow stands at a right angle to its level set."""
        self.scene.invariant(PERPENDICULAR, self._slant, 2e-3)

    def _slant(self) -> float:
        return worst_slant(self.field)

    def walk(self, board: ContourPlot, start: Array, name: VMobject | None = None) -> None:
        """A point walks once round the level set through `start`, a model point (2,); the value is read out. With a
        `name` of the way, an arrow points ahead, and the gradient goes along; both stay where the walk ends.
        """
        scene = self.scene
        route, share = board.route(start), ValueTracker(0)
        level = float(self.function.value(*start))
        here = lambda: onto_level(self.function, part_of(route, share.get_value())[-1:], level)[0]  # noqa: E731 - on each frame
        dot = self.dot(here)
        trail = VMobject(stroke_color=self.theme.foreground, stroke_width=6, fill_opacity=0)
        trail.add_updater(lambda one: board.trace(one, part_of(route, share.get_value())), call_updater=True)
        measured = value_of(self.function, lambda: board.model_of(dot.get_center()))
        reading = scene.reading(measured, self.theme.sizes.formula, decimals=2)
        put_over(reading, scene.layout.figure, board.names)
        coming = [FadeIn(dot, scale=2)] if self.walker is None else []
        scene.remove(*([self.walker] if self.walker else []))
        scene.add(dot)
        scene.play(*coming, FadeIn(reading), *map(FadeOut, self._unmarked() if name else ()), run_time=0.6)

        high = float(self.surface.box.high[2] - self.surface.box.low[2])

        def off() -> float:
            drawn = (board.model_of(one) for one in (dot.get_center(), trail.points[-1]))
            return max(abs(float(self.function.value(*one)) - level) for one in drawn) / high

        scene.invariant(ON_LEVEL, off, 5e-4)  # as a share of how high the surface is
        scene.add(trail)
        if name:
            self._escort(board, route, here, name)
        scene.bring_to_front(dot)
        scene.play(move(share, 1), run_time=ESCORTED if name else WALKED)
        scene.invariants.release(ON_LEVEL)
        trail.clear_updaters()
        if isinstance(self.marks, TravellingGradient):
            self.marks.rest([*board.numbers, *board.names, *self.values.values()])
        scene.play(FadeOut(trail), FadeOut(reading), run_time=0.5)
        self.walker = dot

    def _escort(self, board: ContourPlot, route: Array, here: Callable[[], Array], name: VMobject) -> None:
        """The gradient at a walk's point, with its right angle to the way, goes along from now on."""
        scene = self.scene
        board.arrow_scale = board.scale_at(route[:: len(route) // 24])
        product = scene.label(times(board.arrow_scale, gradient(self.function)))
        along = TravellingGradient(board, here, route[1] - route[0], self.colour, (product, name), self.theme)
        scene.play(
            FadeIn(along), *self.values.making_way(board, [along.uphill, along.onward, *along.names]), run_time=0.7
        )
        self.values.settle()
        self.marks, self.claimed = along, RIGHT_ANGLE
        scene.invariant(RIGHT_ANGLE, along.off_square, 2e-2)

    def _stands_at(self, place: Array) -> VMobject:
        """The point, which stands at `place` (2,) from now on."""
        self.scene.remove(*([self.walker] if self.walker else []))
        self.walker = self.dot(lambda: place)
        return self.walker

    def cross(self, board: ContourPlot, place: Array, tangent_name: VMobject | None) -> None:
        """At `place`, a model point (2,): a short tangent, the gradient's arrow, their right angle and names."""
        scene = self.scene
        feet = [np.array(board.model_of(arrow.tail)) for arrow, _ in self.field]
        scene.play(*self.scaled(board, board.scale_at([*feet, place])), *map(FadeOut, self._unmarked()), run_time=0.5)
        arrow, ring = board.arrow(place, self.colour)
        tangent, mark = right_angle(arrow, ring, self.theme.foreground)
        dot = self._stands_at(place)
        scene.play(Create(tangent), run_time=0.7)
        scene.add(arrow, dot)
        scene.play(GrowFromPoint(arrow, arrow.tail), Create(mark, rate_func=late), run_time=1.0)
        spelled = [scene.label(times(board.arrow_scale, gradient(self.function)))]
        spelled += [tangent_name] if tangent_name else []
        standing = [*self.values.values(), *board.names, *board.numbers]
        names = names_beyond(spelled, arrow, tangent, self.theme, standing)
        aside = self.values.making_way(board, [arrow, tangent, mark, names])
        scene.play(FadeIn(names), *aside, run_time=0.5)
        self.values.settle()
        scene.bring_to_front(dot)
        self.field.append((arrow, ring))
        self.marks, self.claimed = VGroup(tangent, mark, *names), RIGHT_ANGLE
        self.stay_perpendicular()
        scene.invariant(RIGHT_ANGLE, lambda: cosine(arrow.vector, tangent.points[-1] - tangent.points[0]), 2e-3)

    def rest(self, board: ContourPlot, place: Array) -> None:
        """At `place`, a model point (2,), where the gradient is zero: it is a dot, and has its name."""
        scene = self.scene
        self._stands_at(place)
        point = marker(self.theme).set_fill(self.colour).move_to(self.walker)
        name = scene.label(gradient(self.function)).next_to(point, UP + RIGHT, buff=0.08)
        name.set_stroke(self.theme.background, HALO, background=True)
        aside = self.values.making_way(board, [point, name])
        scene.play(FadeIn(point, scale=3), run_time=0.7)
        scene.play(FadeIn(name), *aside, run_time=0.5)
        self.values.settle()
        self.marks, self.claimed = VGroup(point, name), AT_REST
        scene.invariant(AT_REST, lambda: float(np.abs(board.model_of(point.get_center()) - place).max()), 1e-6)

    # ── the ball ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def roll(self, board: ContourPlot, start: Array) -> None:
        """A ball is released at `start`, a model point (2,), and rolls down on map and surface."""
        self.path = steepest_way(self.function, start, self.surface.span)
        board.arrow_scale = board.scale_at([start])
        self.rolled.set_value(0)
        track = VMobject(stroke_color=self.colour, stroke_width=5, fill_opacity=0)
        track.add_updater(lambda one: board.trace(one, self._run()), call_updater=True)
        dot = self.dot(lambda: self._run()[-1])
        self.scene.play(FadeIn(dot, scale=2), move(self.ball_seen, 1), run_time=0.6)
        uphill, _ = board.arrow(self.path[0], self.colour)
        self.downhill = downhill = opposite(uphill)
        self.scene.play(GrowFromPoint(self.downhill, uphill.tail), run_time=0.8)
        self.scene.invariant(OPPOSITE, lambda: cosine(downhill.vector, uphill.vector) + 1, 1e-9)
        self.scene.add(track)
        self.scene.bring_to_front(dot)
        self.track = VGroup(track, dot)
        self.scene.play(move(self.rolled, 1, 3.2), FadeOut(self.downhill))

    def _run(self) -> Array:
        """The part of the track behind the ball."""
        return part_of(self.path, self.rolled.get_value())

    def _track_on_surface(self) -> SpaceCurve | None:
        if self.ball_seen.get_value() <= 0 or self.rolled.get_value() <= 0:
            return None
        points = self.surface.on_surface(*self._run().T)
        return SpaceCurve(points, rgb(self.colour), 5.0, 1.0, ghost=0.5)

    def _ball_on_surface(self) -> SpaceBall | None:
        seen = self.ball_seen.get_value()
        if seen <= 0:
            return None
        at = self.surface.on_surface(*self._run()[-1])
        return SpaceBall(at, rgb(self.theme.foreground), opacity=seen)
