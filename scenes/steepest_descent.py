"""Steepest descent: steps against the gradient on a surface and its map; too long steps lead uphill."""

from __future__ import annotations

from typing import ClassVar

from manim import FadeIn, FadeOut, ValueTracker, VGroup

from mathora.stage import Count, Function, Interval, LessonScene, Number, Point, StepView, action, brings
from mathora.stage.figures.surface.descent import CORNER, DOWNHILL, HOP_SECONDS, Descent
from mathora.stage.map.zoom import half_turn, span_around, turned
from mathora.stage.motion import come, move
from mathora.stage.plane.arrow import ArrowMobject, grow

SCALES = (1.0, *(digit / 10**power for power in range(1, 13) for digit in (5, 2, 1)))
"""How much of a gradient an arrow shows, at most, in the map's units."""


class SteepestDescent(LessonScene):
    """A ball steps downhill against the gradient, on the surface and on its map, which grows with steps too long."""

    function: Function
    start: Point
    rate: Number
    momentum: Number = 0.0
    span: Interval = Interval(-2, 2)
    heights: tuple[Number, ...] = ()  # of the map's rings, which then carry their values; empty: well-chosen ones
    limits = (("descend.count", 1, 50, "each step is drawn; of more than fifty none can be followed"),)
    needs: ClassVar = (
        ("function", "variables(2)", "it is drawn as a surface beside its map"),
        ("function", "somewhere(span)", "the surface stands over span"),
        ("function", "varies(span)", "a level ground has no way down"),
        ("heights", "distinct(), reached(function, span)", "each is a ring that a step can cross"),
        ("start", "coordinates(function)", "the ball starts there"),
        ("start", "value(function)", "the ball starts there"),
        ("rate, restart.rate", "positive()", "a step goes downhill"),
        ("rate, restart.rate", r"called(the \eta)", "it is read out by that name"),
        ("momentum, restart.momentum", "from_to(0 to 1)", "so much of the last step is kept"),
        ("momentum, restart.momentum", r"called(the \beta)", "it is read out by that name"),
        ("aim.start", "slope(function), aims(function, restart.rate, span)", "gradient and step are arrows there"),
        (
            "descend.count",
            "descends(function, start, restart.rate, count since restart, span, restart.momentum)",
            "each step is drawn, on a map that holds them all",
        ),
    )
    movable = (
        "map",
        {"function": "function", "start": "start", "rate": "rate", "momentum": "momentum", "span": "span"},
    )

    def begin(self) -> None:
        """Builds map and surface; only the actions show them."""
        self.layout = self.layout.cornered(*CORNER)
        self.descent = Descent(self, self.function, self.start, self.rate, self.span, self.momentum, self.heights)

    @brings("place")
    def _stand_place(self) -> None:
        if not self.descent.placed:
            self.descent.stand()

    @action(
        "A map with level sets beside the small surface; the ball lies at {start}; step size and loss are read out."
    )
    def place(self, step: StepView) -> None:
        """Surface, map, ball, numbers."""
        descent = self.descent
        for tracker in descent.surface_seen():
            tracker.set_value(0)
        self.add(descent.figure.picture, descent.figure.labels)
        come(self, descent.board)
        self.play(*(move(one, 1) for one in descent.surface_seen()), run_time=0.9)
        self.play(FadeIn(descent.dot, scale=2), move(descent.ball_seen, 1), run_time=0.6)
        self.play(FadeIn(descent.readings), run_time=0.5)
        descent.placed = True

    @action(
        "The gradient at the ball, uphill; its negative, hollow, turns out of it and becomes as long as the step. "
        "Where the gradient is too long for the map, a part of it stands there, and says so."
    )
    def aim(self, step: StepView) -> None:
        """Uphill, half a turn, as long as the step; both arrows are on one scale, which the name of the first says."""
        self.need("place")
        self.show_formulas(step)
        descent = self.descent
        self.remove(*([descent.arrow] if descent.arrow else []))
        descent.arrow = descent.aimed = None
        here = descent.here()
        slope = descent.board.gradient_at(here)
        scale = next((one for one in SCALES if descent.sees(here + one * slope, here - one * slope)), SCALES[-1])
        length, angle = ValueTracker(0.0), ValueTracker(0.0)
        foot = descent.board.point(*here)
        uphill = ArrowMobject(foot, descent.board.point(*(here + scale * slope)), descent.colour, 0.07)
        name = descent.named(scale, uphill)
        arrow = ArrowMobject(foot, foot, descent.colour, 0.07, hollow=True)

        def follow(one: ArrowMobject) -> None:
            tip = here + length.get_value() * turned(slope, angle.get_value())
            one.put(descent.board.point(*here), descent.board.point(*tip))

        self.play(grow(uphill), run_time=0.9)
        self.play(FadeIn(name), run_time=0.4)
        length.set_value(scale)
        arrow.add_updater(follow, call_updater=True)
        self.add(arrow)
        self.play(move(angle, half_turn(descent.board, here, slope)), run_time=1.2)
        descent.aimed = arrow.vector[:2] / descent.board.units() / scale
        self.play(move(length, descent.eta.get_value()), FadeOut(VGroup(uphill, name)), run_time=0.9)
        descent.arrow, descent.foot = arrow, here
        self.bring_to_front(descent.dot)
        arrow.clear_updaters()
        self.invariant(DOWNHILL, descent.off_course, 1e-6)

    @action("{count} steps against the gradient, each a hop along its arrow that leaves a dot, on map and surface.")
    def descend(self, step: StepView, count: Count = 1) -> None:
        """Hop after hop, all of them, on a map that holds them all."""
        self.need("place")
        descent = self.descent
        way = descent.foreseen(count)
        descent.forget_word()
        descent.zoom(span_around(descent.board.span, way), surface=True)
        descent.readings[1].rest_at(*map(descent.loss, way))
        for _ in range(count):
            descent.hop(HOP_SECONDS[0] if count == 1 else HOP_SECONDS[1])
        if descent.trail_colour == self.theme.wrong:
            descent.say_overshoots()

    @action("The old track fades, the ball is back at its start, and the step size is now {rate}.", needs="place")
    def restart(self, step: StepView, rate: Number, momentum: Number | None = None) -> None:
        """Back to the start, and to the map around it, with another step size, or another momentum."""
        descent = self.descent
        descent.forget_word()
        leaving = [*([descent.ghosts] if len(descent.ghosts) else []), *([descent.arrow] if descent.arrow else [])]
        descent.arrow, descent.aimed, old, descent.marks = None, None, descent.marks, VGroup()
        self.play(*map(FadeOut, leaving), old.animate.set_opacity(0.28), run_time=0.6)
        descent.ghosts = old
        self.bring_to_front(descent.dot)
        descent.track = []
        back = [self.start[key] for key in self.function.variables]
        self.play(move(descent.x, back[0]), move(descent.y, back[1]), run_time=0.9)
        descent.landed = descent.here()
        descent.readings[1].update()
        if descent.board.span != descent.home:
            self.play(FadeOut(descent.ghosts), run_time=0.4)
            descent.ghosts = VGroup()
            descent.zoom(descent.home, surface=True)
        descent.readings[0].rest_at(rate)
        descent.readings[1].rest_at(descent.loss(descent.here()))
        beta = descent.beta.get_value() if momentum is None else momentum
        self.play(move(descent.eta, rate), move(descent.beta, beta), *descent.told(beta), run_time=0.9)
