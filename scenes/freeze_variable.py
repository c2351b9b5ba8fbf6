"""One variable of a surface is frozen: a plane cuts it, and the slice becomes an ordinary curve with its tangent."""

from __future__ import annotations

from typing import ClassVar

from _slice import AZIMUTHS, DRIFTS, ELEVATION, SlicePicture
from manim import FadeIn, linear, rate_functions

from mathora.stage import Function, Interval, Number, Point, StepView, Variable, action
from mathora.stage.motion import move


class FreezeVariable(SlicePicture):
    """A surface, a plane through it where one variable is frozen, and the slice as a curve with its tangent."""

    function: Function
    frozen: Point
    moves: Variable
    span: Interval = Interval(-2, 2)

    needs: ClassVar = (
        ("function", "variables(2), somewhere(span)", "it is drawn as a surface over span"),
        ("moves", "of(function)", "the slice runs along it"),
        ("frozen", "freezes(function, moves), inside(span)", "a plane cuts the surface there"),
        ("ball.at", "coordinates(function), inside(span), value(function)", "the ball stands on the surface"),
        ("other.moves", "of(function)", "the slice runs along it"),
        ("other.frozen", "freezes(function, moves), inside(span)", "a plane cuts the surface there"),
        ("tangent.at", "inside(span), slope(function, other.moves, other.frozen)", "the tangent touches the curve"),
        ("slide.to", "inside(span), slope(function, other.moves, other.frozen)", "the tangent follows the point"),
    )

    @action("A surface rises over a floor whose two directions are the variables; the camera turns a little around it.")
    def surface(self, step: StepView) -> None:
        """Floor and axes, then the surface grows out of the floor, then the camera swings."""
        figure = self.figure
        self.add(figure.picture, figure.labels)
        self.play(move(figure.furniture, 1), move(figure.names_seen, 1), move(figure.numbers_seen, 1), run_time=0.9)
        figure.opacity.set_value(1)
        self.play(move(figure.rise, 1, rate=rate_functions.ease_in_out_cubic), run_time=1.8)
        self.play(*figure.move(figure.pose(self.inner, AZIMUTHS[1], ELEVATION)), run_time=2.6)
        self.show_formulas(step)

    @action("A ball lands on the surface at {at}; thin lines lead to the floor and both axes, its height is read out.")
    def ball(self, step: StepView, at: Point) -> None:
        """The ball falls, then its coordinates and its height appear."""
        self.need("surface")
        if self.glow.get_value() > 0:  # the ball may land anywhere, the plane holds it no more
            self._unfreeze()
            self.play(*self.figure.move(self.figure.pose(self.inner, AZIMUTHS[self.cut.axis], ELEVATION)), run_time=1.3)
        if self.marks:
            self.play(*self._farewell(), move(self.ball_seen, 0), move(self.drops_seen, 0), run_time=0.4)
        for tracker, key in zip(self.place, self.function.variables, strict=True):
            tracker.set_value(at[key])
        self.drop.set_value(1)
        self.play(move(self.ball_seen, 1, rate=linear), run_time=0.25)
        self.play(self.figure.turning(-DRIFTS[1], move(self.drop, 0, 1.5, rate_functions.ease_out_bounce)))
        self.marks = [self._coordinate(0), self._coordinate(1), self._height_reading()]
        self.play(move(self.drops_seen, 1), move(self.figure.numbers_seen, 0), run_time=0.8)
        self.play(*(FadeIn(mark) for mark in self.marks), run_time=0.6)
        self.show_formulas(step)

    @action(
        "A plane glides through the surface to where {frozen} is held; the curve along which it cuts glows.",
        moves=("cut",),
    )
    def freeze(self, step: StepView) -> None:
        """The plane glides in, what stands before it clears away, and the cut glows."""
        self.need("surface")
        self.starts("cut")
        self._cut_surface()
        self.show_formulas(step)

    @action("The slice leaves the surface and becomes an ordinary curve on two axes.")
    def lift(self, step: StepView) -> None:
        """The surface steps aside, axes appear, and the slice flies over to them."""
        self.need("cut")
        if self.graph is None:
            small, _ = self._places()
            self.play(move(self.figure.numbers_seen, 0), move(self.drops_seen, 0), *self._farewell(), run_time=0.4)
            self.play(*self.figure.move(self.figure.pose(small, AZIMUTHS[self.cut.axis], ELEVATION)), run_time=1.3)
            self._build_graph()
            self.play(FadeIn(self.graph), run_time=0.7)
            self.add(self.curve)
            self.play(move(self.lifted, 1), run_time=1.8)
        self.show_formulas(step)

    @action(
        "A tangent touches the curve at {at}; its slope is read out, and the ball marks the same point on the surface."
    )
    def tangent(self, step: StepView, at: Number) -> None:
        """Point, tangent and slope, on the curve and on the surface."""
        self.need("graph")
        if self.ball_seen.get_value() > 0 and self._free().get_value() != at:
            self.play(move(self._free(), at), run_time=1.0)
        self._free().set_value(at)
        self._build_tangent()
        self.play(FadeIn(self.dot, scale=2), move(self.ball_seen, 1), run_time=0.6)
        self.play(FadeIn(self.line), move(self.link, 1), run_time=0.8)
        self.play(FadeIn(self.slope_label), run_time=0.5)
        self.show_formulas(step)

    @action("The point runs along the curve to {to}; tangent, slope and the ball on the surface follow.")
    def slide(self, step: StepView, to: Number) -> None:
        """The free variable moves; the frozen one does not."""
        self.need("graph")
        if not len(self.on_graph):
            self._build_tangent()
            self.ball_seen.set_value(1)
            self.link.set_value(1)
            self.add(*self.on_graph)
        share = min(1.0, abs(to - self._free().get_value()) / self.span.length * 2)
        self.slope_label.rest_at(self.cut.slope(to))
        self.play(move(self._free(), to), run_time=1.4 + 1.6 * share)
        self.show_formulas(step)

    @action("The curve returns into the surface, the camera turns, and a plane freezes the other variable: {frozen}.")
    def other(self, step: StepView, frozen: Point, moves: Variable) -> None:
        """All goes back, and the other variable is held."""
        self.need("surface")
        self._unfreeze()
        figure, self.cut = self.figure, self._slice(frozen, moves)
        self.play(*figure.move(figure.pose(self.inner, AZIMUTHS[self.cut.axis], ELEVATION)), run_time=2.2)
        self._cut_surface()
        self.show_formulas(step)
