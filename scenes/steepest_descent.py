"""Steepest descent: steps against the gradient on a surface and its map; too long steps lead uphill."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from _descent import HOP_SECONDS, DescentPicture
from manim import FadeIn, FadeOut, ValueTracker, VGroup

from mathora.stage import Count, Function, Interval, Number, Point, StepView, action
from mathora.stage.map.zoom import half_turn, span_around, turned
from mathora.stage.motion import move
from mathora.stage.plane.arrow import ArrowMobject


class SteepestDescent(DescentPicture):
    """A ball steps downhill against the gradient, on the surface and on its map, which grows with steps too long."""

    function: Function
    start: Point
    rate: Number
    span: Interval = Interval(-2, 2)
    limits = (("descend.count", 1, 50, "each step is drawn; of more than fifty none can be followed"),)
    needs: ClassVar = (
        ("function", "variables(2)", "it is drawn as a surface beside its map"),
        ("function", "somewhere(span)", "the surface stands over span"),
        ("function", "varies(span)", "a level ground has no way down"),
        ("start", "coordinates(function)", "the ball starts there"),
        ("start", "value(function)", "the ball starts there"),
        ("rate, restart.rate", "positive()", "a step goes downhill"),
        ("aim.start", "slope(function)", "the gradient stands there"),
        (
            "descend.count",
            "descends(function, start, restart.rate, count since restart, span)",
            "each step is drawn, on a map that holds them all",
        ),
    )
    movable = ("map", {"function": "function", "start": "start", "rate": "rate", "span": "span"})

    # ── what happens ──────────────────────────────────────────────────────────────────────────────────────────────────

    @action(
        "A map with level sets beside the small surface; the ball lies at {start}; step size and loss are read out."
    )
    def place(self, step: StepView) -> None:
        """Surface, map, ball, numbers."""
        for tracker in self._surface_seen():
            tracker.set_value(0)
        self.add(self.figure.picture, self.figure.labels)
        self.play(FadeIn(self.board), run_time=0.9)
        self.play(*(move(one, 1) for one in self._surface_seen()), run_time=0.9)
        self.play(FadeIn(self.dot, scale=2), move(self.ball_seen, 1), run_time=0.6)
        self.play(FadeIn(self.readings), run_time=0.5)
        self.placed = True
        self.show_formulas(step)

    @action(
        "The gradient at the ball, uphill; it turns round to point downhill, and shrinks to the length of the step. "
        "The map draws back as far as the gradient is long, and comes closer again."
    )
    def aim(self, step: StepView) -> None:
        """Uphill, half a turn, shorter: three arrows on one scale, the map's."""
        self.need("place")
        self.remove(*([self.arrow] if self.arrow else []))
        self.arrow = self.aimed = None
        here = self._here()
        slope, near = self.board.gradient_at(here), self.board.span
        self._zoom(span_around(near, np.array([here + slope, here - slope])))
        length, angle = ValueTracker(0.0), ValueTracker(0.0)
        arrow = ArrowMobject(self.dot.get_center(), self.dot.get_center(), self.colour, 0.07)

        def follow(one: ArrowMobject) -> None:
            tip = here + length.get_value() * turned(slope, angle.get_value())
            one.put(self.board.point(*here), self.board.point(*tip))

        arrow.add_updater(follow)
        self.add(arrow)
        self.play(move(length, 1), run_time=0.9)
        self.play(move(angle, half_turn(self.board, here, slope)), run_time=1.2)
        self.aimed = arrow.vector[:2] / self.board.units()
        self.play(move(length, self.eta.get_value()), run_time=0.9)
        self.arrow = arrow
        self._zoom(near)
        self.bring_to_front(self.dot)
        arrow.clear_updaters()
        self.invariant("the step points against the gradient", self._off_course, 1e-6)
        self.show_formulas(step)

    @action("{count} steps against the gradient, each a hop along its arrow that leaves a dot, on map and surface.")
    def descend(self, step: StepView, count: Count = 1) -> None:
        """Hop after hop, all of them, on a map that holds them all."""
        self.need("place")
        way = self._foreseen(count)
        self._forget_word()
        self._zoom(span_around(self.board.span, way), surface=True)
        self.readings[1].rest_at(*map(self._loss, way))
        for _ in range(count):
            self._hop(HOP_SECONDS[0] if count == 1 else HOP_SECONDS[1])
        if self.trail_colour == self.theme.wrong:
            self._say_overshoots()
        self.show_formulas(step)

    @action("The old track fades, the ball is back at its start, and the step size is now {rate}.")
    def restart(self, step: StepView, rate: Number) -> None:
        """Back to the start, and to the map around it, with another step size."""
        self.need("place")
        self._forget_word()
        leaving = [*([self.ghosts] if len(self.ghosts) else []), *([self.arrow] if self.arrow else [])]
        self.arrow, self.aimed, old, self.marks = None, None, self.marks, VGroup()
        self.play(*map(FadeOut, leaving), old.animate.set_opacity(0.28), run_time=0.6)
        self.ghosts = old
        self.bring_to_front(self.dot)
        self.places = []
        back = [self.start[key] for key in self.function.variables]
        self.play(move(self.x, back[0]), move(self.y, back[1]), run_time=0.9)
        if self.board.span != self.home:
            self.play(FadeOut(self.ghosts), run_time=0.4)
            self.ghosts = VGroup()
            self._zoom(self.home, surface=True)
        self.readings[0].rest_at(rate)
        self.readings[1].rest_at(self._loss(self._here()))
        self.play(move(self.eta, rate), run_time=0.9)
        self.show_formulas(step)
