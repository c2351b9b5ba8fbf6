"""One variable of a surface is frozen: a plane cuts it, and the slice becomes an ordinary curve with its tangent."""

from __future__ import annotations

from typing import ClassVar

from manim import FadeIn, FadeOut, linear, rate_functions, smooth, squish_rate_func

from mathora.stage import Function, Interval, LessonScene, LoopMotion, Number, Point, StepView, Variable, action, brings
from mathora.stage.figures.surface.cut_surface import FROZEN, CutSurface, beside_slice
from mathora.stage.figures.surface.lifted_slice import LiftedSlice, SliceTangent
from mathora.stage.motion import come, move, soon


class FreezeVariable(LessonScene):
    """A surface, a plane through it where one variable is frozen, and the slice as a curve with its tangent."""

    late_formulas = "corner"
    function: Function
    frozen: Point
    moves: Variable
    span: Interval = Interval(-2, 2)

    needs: ClassVar = (
        ("function", "variables(2), somewhere(span)", "it is drawn as a surface over span"),
        ("moves, other.moves", "of(function)", "the slice runs along it"),
        ("freeze.function, other.function", "seen(span, frozen)", "the curve along which the plane cuts glows"),
        ("ball.at", "coordinates(function), inside(span), value(function)", "the ball stands on the surface"),
        ("frozen, other.frozen", "freezes(function, moves), inside(span)", "a plane cuts the surface there"),
        ("tangent.at", "inside(span), slope(function, other.moves, other.frozen)", "the tangent touches the curve"),
        ("slide.to", "inside(span), slope(function, other.moves, other.frozen)", "the tangent follows the point"),
    )
    movable = ("slice", {"function": "function", "frozen": "frozen", "moves": "moves", "span": "span"})

    def begin(self) -> None:
        """Builds the surface and all that will stand on it; only the actions show it."""
        self.whole = self.layout
        self.figure = CutSurface(self.function, self.span, self.layout.figure, self)
        self.figure.hold(self.frozen, self.moves)
        self.lifted: LiftedSlice | None = None
        self.touching: SliceTangent | None = None

    def lives(self) -> tuple[LoopMotion, ...]:
        """The camera breathes while the surface is seen."""
        return self.figure.breathing() if self.figure.picture in self.mobjects else ()

    @brings("surface")
    def _stand_surface(self) -> None:
        if self.figure.picture not in self.mobjects:
            self.figure.stand_whole()
            self.add(self.figure.picture, self.figure.labels)

    @action("A surface rises over a floor whose two directions are the variables; the camera turns a little around it.")
    def surface(self, step: StepView) -> None:
        """Floor and axes, then the surface grows out of the floor, then the camera swings."""
        figure = self.figure
        self._let_down()
        self.add(figure.picture, figure.labels)
        come(self, figure.furniture, *figure.lettering)
        shown = move(figure.opacity, 1, rate=rate_functions.rush_from)  # a flat surface would cover the floor at once
        self.play(shown, move(figure.rise, 1, rate=rate_functions.ease_in_out_cubic), run_time=1.8)
        self.play(*figure.swinging(), run_time=2.6)

    @action("A ball lands on the surface at {at}; thin lines lead to the floor and both axes, its height is read out.")
    def ball(self, step: StepView, at: Point) -> None:
        """The ball falls, then its coordinates and its height appear."""
        self.need("surface")
        figure = self.figure
        if figure.is_cut:  # the ball may land anywhere, the plane holds it no more
            self._unfreeze()
            self.play(*figure.returning(), run_time=1.3)
        if figure.readings:
            self.play(*figure.farewell(), move(figure.ball_seen, 0), move(figure.drops_seen, 0), run_time=0.4)
        for tracker, key in zip(figure.place, self.function.variables, strict=True):
            tracker.set_value(at[key])
        figure.fall.set_value(1)
        self.play(move(figure.ball_seen, 1, rate=linear), run_time=0.25)
        self.play(figure.falling())
        self.play(move(figure.drops_seen, 1), move(figure.numbers_seen, 0), run_time=0.8)
        self.play(*map(FadeIn, figure.read_out()), run_time=0.6)

    @brings("cut", needs="surface")
    def _stand_cut(self) -> None:
        if not self.figure.is_cut:
            self._cut_surface(at_once=not self.done)

    @action(
        "A plane glides through the surface to where {frozen} is held; the curve along which it cuts glows.",
        moves=("cut",),
    )
    def freeze(self, step: StepView) -> None:
        """The plane glides in, what stands before it clears away, and the cut glows."""
        self.need("surface")
        self._let_down()
        self.starts("cut")
        self._cut_surface()

    def _cut_surface(self, *, at_once: bool = False) -> None:
        if at_once:
            self.figure.stand_cut()
        else:
            self.play(*self.figure.height_leaves(), self.figure.cutting())
        self.invariant(FROZEN, self.figure.drift, 1e-9)

    @action("The curve returns into the surface, the camera turns, and a plane freezes the other variable: {frozen}.")
    def other(self, step: StepView, frozen: Point, moves: Variable) -> None:
        """All goes back, and the other variable is held."""
        self.need("surface")
        self._unfreeze(keeps_ball=self.figure.ball_is_at(frozen, moves))
        self.figure.hold(frozen, moves)
        self.show_formulas(step)
        self.play(*self.figure.returning(), run_time=1.6)
        self._cut_surface()

    def _let_down(self) -> None:
        """A slice that stands beside the surface goes back into it, and the surface to its place."""
        if self.lifted is not None:
            self._unfreeze()
            self.play(*self.figure.returning(), run_time=1.6)

    def _unfreeze(self, *, keeps_ball: bool = False) -> None:
        """Curve, tangent and plane leave; the whole surface is there again, with its ball if that is kept."""
        figure = self.figure
        leaving = [*self.panel_leaving(), *self.figure.farewell()]
        if leaving or self.touching:
            fading = [FadeOut(part) for part in self.touching or ()]
            self.play(*leaving, *fading, move(figure.drops_seen, 0), run_time=0.5)
            self._clear_tangent()
        if self.lifted is not None:
            self.play(move(self.lifted.share, 0), FadeOut(self.lifted.graph, rate_func=soon), run_time=0.8)
            self.remove(self.lifted.curve)
            self.lifted = None
        if figure.is_cut:
            self.invariants.release(FROZEN)
        self.layout = self.whole
        self.play(*figure.mending(keeps_ball=keeps_ball), run_time=0.6)
        figure.mark_free()

    @brings("graph", needs="cut")
    def _stand_graph(self) -> None:
        if self.done:
            self.lift(StepView(()))
        elif self.lifted is None:
            self.layout, small, place = beside_slice(self.whole)
            self.figure.stand(self.figure.facing(small))
            self.figure.without_small_print()
            self.lifted = LiftedSlice(self.figure, place, self, close=self.host is not None)
            self.lifted.stand()
            self.add(self.lifted.graph, self.lifted.curve)

    @action("The slice leaves the surface and becomes an ordinary curve on two axes.")
    def lift(self, step: StepView) -> None:
        """The surface steps aside, the slice flies over, and axes appear where it lands."""
        self.need("cut")
        if self.lifted is None:
            figure = self.figure
            self.layout, small, place = beside_slice(self.whole)
            self.play(*(move(seen, 0) for seen in figure.small_print), *figure.farewell(), run_time=0.4)
            self.play(*figure.move(figure.facing(small)), *self.panel_refitted(), run_time=1.3)
            lifted = self.lifted = LiftedSlice(figure, place, self, close=self.host is not None)
            self.add(lifted.curve)
            landing = squish_rate_func(smooth, 0.7, 1)  # the curve flies through no number
            self.play(FadeIn(lifted.graph, run_time=1.8, rate_func=landing), move(lifted.share, 1, 1.8))

    @action("A secant becomes the tangent at {at}; its slope is read out, and the ball marks the point on the surface.")
    def tangent(self, step: StepView, at: Number) -> None:
        """Point, tangent and slope on the curve, the point on the surface, too."""
        self.need("graph")
        figure = self.figure
        if figure.ball_seen.get_value() > 0 and figure.free.get_value() != at:
            self.lifted.runs_to(at, 1.0, self, self.touching)
        figure.free.set_value(at)
        touching = self._touch()
        self.play(FadeIn(touching.dot, scale=2), move(figure.ball_seen, 1), run_time=0.6)
        touching.draw(self)

    @action("The point runs along the curve to {to}; tangent, slope and the ball on the surface follow.", needs="graph")
    def slide(self, step: StepView, to: Number) -> None:
        """The free variable moves; the frozen one does not."""
        if not self.touching:
            self.play(*map(FadeIn, self._touch()), move(self.figure.ball_seen, 1), run_time=0.8)
        self.touching.slope.rest_at(self.figure.cut.slope(to))
        share = min(1.0, abs(to - self.figure.free.get_value()) / self.span.length * 2)
        if self.lifted.runs_to(to, 1.4 + 1.6 * share, self, self.touching):
            self.show_formulas(step)
        else:
            self.tangent(step, to)

    def _touch(self) -> SliceTangent:
        """A point on the curve, with its tangent, in place of the one that stands."""
        self._clear_tangent()
        self.touching = SliceTangent(self.lifted)
        self.promise(self.touching.claims)
        return self.touching

    def _clear_tangent(self) -> None:
        if self.touching:
            self.invariants.release(*(name for name, *_ in self.touching.claims))
            self.remove(*self.touching)
            self.touching = None
