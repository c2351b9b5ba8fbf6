"""Steepest descent: steps against the gradient on a surface and its map; too long steps diverge."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from manim import LEFT, RIGHT, Circle, FadeIn, FadeOut, GrowFromPoint, Rotate, ValueTracker, VGroup, VMobject

from mathora.formula import Formula, read, read_model
from mathora.lesson import Declaration, ModelSource, Text
from mathora.stage import Count, Function, Interval, LessonScene, Number, Point, Region, StepView, action
from mathora.stage.map.level_map import LevelMap, marker
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.space.contours import well_chosen_levels
from mathora.stage.space.figure import SurfaceFigure, rgb
from mathora.stage.space.view import SpaceBall, SpaceCurve
from mathora.stage.text.value_label import ValueLabel, equals_sign

NAME = 0.46  # em of the names in scene units
AZIMUTH, ELEVATION = -56.0, 42.0
LONGEST = 1.7
"""How long the gradient may be drawn before it shrinks to the step, in scene units."""

HOP_SECONDS = (1.3, 0.55)
"""How long a single step takes, and each of several."""


class SteepestDescent(LessonScene):
    """A ball steps downhill against the gradient, on the surface and on its map; too long a step leaves the map."""

    function: Function
    start: Point
    rate: Number
    span: Interval = Interval(-2, 2)
    function_variables = 2

    def begin(self) -> None:
        """Builds map and surface; only the actions show them."""
        self.eta = ValueTracker(self.rate)
        self.x, self.y = (ValueTracker(self.start[key]) for key in self.function.variables)
        self.ball_seen = ValueTracker(0)
        self.colour = self.colour_of(rf"\nabla {self.function.key}")
        self.places = [self._here()]
        self.diverged = False
        self.placed = False
        self._build_surface()
        self._build_map()
        self._build_readings()
        self.marks = VGroup()
        self.ghosts = VGroup()
        self.trail_colour = self.colour
        self.arrow: ArrowMobject | None = None
        self.invariant("equal units on both axes of the map", self.board.unevenness, 1e-6)
        self.invariant("the ball stands at the same point on the map and on the surface", self._apart, 1e-6)
        self.invariant("each hop ends at w − η∇ of where it began", self._missed, 1e-6)

    # ── what it is made of ────────────────────────────────────────────────────────────────────────────────────────────

    def _regions(self) -> tuple[Region, Region, Region]:
        """Where the surface, the read-outs and the map stand."""
        figure = self.layout.figure
        if figure.is_upright:
            above, below = figure.split_rows(0.38, 0.62)
            left, right = above.split_columns(0.6, 0.4)
            return left, right, Region(below.left + 0.6, below.bottom + 0.3, below.right - 0.6, below.top - 0.4)
        left, right = figure.split_columns(0.43, 0.57)
        above, below = left.split_rows(0.62, 0.38)
        return above, below, Region(right.left + 0.25, right.bottom + 0.3, right.right - 0.55, right.top - 0.55)

    def _build_surface(self) -> None:
        place, _, _ = self._regions()
        names = tuple(self.tex_mobject(key, 0.36) for key in (*self.function.variables, self.function.key))
        self.figure = SurfaceFigure(
            self.function, self.span, self.span, self.layout.figure, theme=self.theme, names=names
        )
        self.figure.stand(self.figure.pose(place.inset(0.02), AZIMUTH, ELEVATION))
        self.figure.numbers_seen.set_value(0)
        self.figure.exhibit(self._track_on_surface)
        self.figure.exhibit(self._ball_on_surface)

    def _build_map(self) -> None:
        _, _, place = self._regions()
        names = tuple(self.tex_mobject(key, NAME) for key in self.function.variables)
        levels = well_chosen_levels(self.function, self.span, self.span, 7)
        self.board = LevelMap(
            self.function, place, self.span, theme=self.theme, heights=levels, names=names, ring_width=2.6
        )
        self.dot = marker(self.theme, 0.11)
        self.dot.add_updater(lambda dot: dot.move_to(self.board.point(*self._here())))
        self.dot.update()

    def _build_readings(self) -> None:
        _, place, _ = self._regions()
        size = self.theme.sizes.formula
        rate = ValueLabel(
            self.formula_mobject(_symbol(r"\eta"), size),
            self.readout(self.rate, decimals=2, digits=1, size=size),
            self.eta.get_value,
            sign=equals_sign(self.theme.foreground, size),
        )
        loss = ValueLabel(
            self.tex_mobject(self.function.key, size),
            self.readout(0, decimals=2, digits=3, size=size),
            lambda: float(self.function.value(*self._here())),
            sign=equals_sign(self.theme.foreground, size),
        )
        right = place.at(0.72, 0.5)[0]
        for label, height in ((rate, 0.66), (loss, 0.28)):
            label.shift(
                np.array([right - label.number.cell.get_right()[0], place.at(0, height)[1] - label.middle()[1], 0.0])
            )
        self.readings = VGroup(rate, loss)

    def _here(self) -> np.ndarray:
        return np.array([self.x.get_value(), self.y.get_value()])

    def _inside(self, place: np.ndarray) -> bool:
        return bool(((place >= self.span.low) & (place <= self.span.high)).all())

    def _apart(self) -> float:
        """How far the point drawn on the map is from the ball painted on the surface, in model units."""
        balls = self.figure.view().balls
        if not balls or not self.placed:
            return 0.0
        return float(np.linalg.norm(np.array(self.board.model_of(self.dot.get_center())) - balls[0].at[:2]))

    def _missed(self) -> float:
        """How far, in model units, a drawn hop ends from w − η∇ of its drawn beginning (or the map's frame on the way),
        with the η that is read out; the largest of all hops.
        """
        rate = float(self.readings[0].number.value)
        hops = [
            [np.array(self.board.model_of(end)) for end in (leg.get_start(), leg.get_end())] for leg in self.marks[::2]
        ]
        return max((self._miss(start, end, rate) for start, end in hops), default=0.0)

    def _miss(self, start: np.ndarray, end: np.ndarray, rate: float) -> float:
        goal = start - rate * self.board.gradient_at(start)
        return float(np.linalg.norm(end - (goal if self._inside(goal) else self.board.frame_exit(start, goal))))

    # ── what happens ──────────────────────────────────────────────────────────────────────────────────────────────────

    @action(
        "A map with level sets beside the small surface; the ball lies at {start}; step size and loss are read out."
    )
    def place(self, step: StepView) -> None:
        """Surface, map, ball, numbers."""
        figure = self.figure
        figure.opacity.set_value(0)
        figure.furniture.set_value(0)
        figure.names_seen.set_value(0)
        self.add(figure.picture, figure.labels)
        self.play(FadeIn(self.board), run_time=0.9)
        self.play(
            *(tracker.animate.set_value(1) for tracker in (figure.opacity, figure.furniture, figure.names_seen)),
            run_time=0.9,
        )
        self.play(FadeIn(self.dot, scale=2), self.ball_seen.animate.set_value(1), run_time=0.6)
        self.play(FadeIn(self.readings), run_time=0.5)
        self.placed = True
        self.show_formulas(step)

    def _need_place(self) -> None:
        if self.placed:
            return
        self.placed = True
        self.ball_seen.set_value(1)
        self.add(self.figure.picture, self.figure.labels, self.board, self.dot, self.readings)

    @action(
        "The gradient at the ball, uphill; it turns round to point downhill, and shrinks to the length of the step."
    )
    def aim(self, step: StepView) -> None:
        """Uphill, half a turn, shorter."""
        self._need_place()
        foot, slope = self.board.point(*self._here()), self.board.gradient_at(self._here())
        unit = self.board.units()
        full = np.array([slope[0] * unit[0], slope[1] * unit[1], 0.0])
        shown = full * self._room(foot, full)
        arrow = ArrowMobject(foot, foot + shown, self.colour, 0.07)
        self.add(arrow, self.dot)
        self.play(GrowFromPoint(arrow, foot), run_time=0.9)
        self.play(Rotate(arrow, angle=self._half_turn(foot, full), about_point=foot), run_time=1.2)
        length = ValueTracker(1.0)
        target = -self.eta.get_value() * full
        arrow.add_updater(lambda one: one.put(foot, foot - shown + (target + shown) * (1 - length.get_value())))
        self.play(length.animate.set_value(0), run_time=0.9)
        arrow.clear_updaters()
        self.arrow = arrow
        self.bring_to_front(self.dot)
        self.invariant("the step points against the gradient", self._off_course, 1e-6)
        self.show_formulas(step)

    def _half_turn(self, foot: np.ndarray, way: np.ndarray) -> float:
        """Half a turn, in radians, in the sense that swings `way` through the map's middle."""
        inward = self.board.frame.get_center() - foot
        return float(np.pi if way[0] * inward[1] - way[1] * inward[0] >= 0 else -np.pi)

    def _room(self, foot: np.ndarray, way: np.ndarray) -> float:
        """The share of `way` that stays in the figure, uphill and downhill."""
        figure = self.layout.figure.inset(0.15)
        low, high = figure.at(0, 0), figure.at(1, 1)
        limits = [
            ((high if sign * way[axis] > 0 else low)[axis] - foot[axis]) / (sign * way[axis])
            for axis in range(2)
            for sign in (1, -1)
            if abs(way[axis]) > 1e-9
        ]
        return float(min([*limits, 1.0, LONGEST / max(float(np.linalg.norm(way)), 1e-9)]))

    def _off_course(self) -> float:
        """The sine of the angle between the drawn step and −∇ at its tail, on screen; 2 if it points uphill."""
        if self.arrow is None or np.linalg.norm(self.arrow.vector) < 1e-9:
            return 0.0
        way = -self.board.gradient_at(np.array(self.board.model_of(self.arrow.tail)))
        drawn = self.arrow.vector[:2] / np.linalg.norm(self.arrow.vector)
        way = way / max(float(np.linalg.norm(way)), 1e-12)
        return float(drawn[0] * way[1] - drawn[1] * way[0]) if drawn @ way > 0 else 2.0

    @action("{count} steps against the gradient, each a hop along its arrow that leaves a dot, on map and surface.")
    def descend(self, step: StepView, count: Count = 1) -> None:
        """Hop after hop; a step that leaves the map ends at its frame."""
        self._need_place()
        for _ in range(count):
            if self.diverged:
                break
            self._hop(HOP_SECONDS[0] if count == 1 else HOP_SECONDS[1])
        self.show_formulas(step)

    def _hop(self, seconds: float) -> None:
        here = self._here()
        target = here - self.eta.get_value() * self.board.gradient_at(here)
        rising = float(self.function.value(*target)) > float(self.function.value(*here))
        self.trail_colour = self.theme.wrong if rising else self.colour
        self._point_at(here, target, seconds)
        goal = target if self._inside(target) else self.board.frame_exit(here, target)
        foot = self._mark(here)
        leg = VMobject(stroke_color=self.trail_colour, stroke_width=4, fill_opacity=0)
        leg.add_updater(
            lambda one: one.set_points_as_corners(np.array([self.board.point(*here), self.board.point(*self._here())]))
        )
        leg.update()
        self.add(leg, foot)
        self.bring_to_front(self.dot)
        self.places.append(here)
        self.play(self.x.animate.set_value(goal[0]), self.y.animate.set_value(goal[1]), run_time=seconds * 0.6)
        leg.clear_updaters()
        self.marks.add(leg, foot)
        if self.arrow is not None:
            self.remove(self.arrow)
            self.arrow = None
        if not self._inside(target):
            self._diverge()

    def _point_at(self, here: np.ndarray, target: np.ndarray, seconds: float) -> None:
        """The step's arrow, −η∇, from the ball to where it will land (or the map's frame)."""
        end = target if self._inside(target) else self.board.frame_exit(here, target)
        tail, tip = self.board.point(*here), self.board.point(*end)
        if self.arrow is None:
            self.arrow = ArrowMobject(tail, tip, self.trail_colour, 0.06)
            self.add(self.arrow)
            self.bring_to_front(self.dot)
            self.play(GrowFromPoint(self.arrow, tail), run_time=seconds * 0.4)
        self.invariant("the step points against the gradient", self._off_course, 1e-6)

    def _mark(self, place: np.ndarray) -> Circle:
        """The dot that a step leaves where it began."""
        dot = Circle(radius=0.06, fill_color=self.trail_colour, fill_opacity=1, stroke_width=0)
        return dot.move_to(self.board.point(*place))

    def _diverge(self) -> None:
        """The ball has left the map: it stops at the frame."""
        self.diverged = True
        word = self.words_mobject(
            self.words.picture.diverges, size=self.theme.sizes.formula, colour=self.theme.wrong, weight="semibold"
        )
        word.set_stroke(self.theme.background, 8, background=True)
        figure = self.layout.figure.inset(0.1)
        beside = self.dot.get_right()[0] + 0.15 + word.width < figure.right
        word.next_to(self.dot, RIGHT if beside else LEFT, buff=0.15)
        low, high = figure.bottom - word.get_bottom()[1], figure.top - word.get_top()[1]
        word.shift(np.array([0.0, max(low, 0.0) + min(high, 0.0), 0.0]))
        self.word = word
        self.play(FadeIn(word), run_time=0.5)

    @action("The old track fades, the ball is back at its start, and the step size is now {rate}.")
    def restart(self, step: StepView, rate: Number) -> None:
        """Back to the start with another step size."""
        self._need_place()
        leaving = [FadeOut(self.word)] if self.diverged else []
        self.diverged = False
        if self.arrow is not None:
            leaving.append(FadeOut(self.arrow))
            self.arrow = None
        old, self.marks = self.marks, VGroup()
        self.play(
            *leaving, *([FadeOut(self.ghosts)] if len(self.ghosts) else []), old.animate.set_opacity(0.28), run_time=0.6
        )
        self.ghosts = old
        self.bring_to_front(self.dot)
        self.places = []
        back = [self.start[key] for key in self.function.variables]
        self.play(self.x.animate.set_value(back[0]), self.y.animate.set_value(back[1]), run_time=0.9)
        self.play(self.eta.animate.set_value(rate), run_time=0.9)
        self.places = []
        self.show_formulas(step)

    # ── the same on the surface ───────────────────────────────────────────────────────────────────────────────────────

    def _track_on_surface(self) -> SpaceCurve | None:
        """The way so far, lying on the surface."""
        corners = np.array([*self.places, self._here()])
        if (corners == corners[0]).all():
            return None
        share = np.linspace(0, 1, 13)[:-1, None]
        legs = [a * (1 - share) + b * share for a, b in pairwise(corners)]
        points = np.concatenate([*legs, corners[-1:]])
        return SpaceCurve(
            self.figure.on_surface(points[:, 0], points[:, 1]), rgb(self.trail_colour), 3.5, 1.0, ghost=0.5
        )

    def _ball_on_surface(self) -> SpaceBall | None:
        seen = self.ball_seen.get_value()
        if seen <= 0:
            return None
        return SpaceBall(self.figure.on_surface(*self._here()), rgb(self.theme.foreground), radius=0.15, opacity=seen)


def _symbol(tex: str) -> Formula:
    """A symbol as a formula, whether or not the lesson's model declares it."""
    name = Text.written(tex, "<label>")
    return read(name, read_model(ModelSource(declarations=(Declaration(head=name),))))
