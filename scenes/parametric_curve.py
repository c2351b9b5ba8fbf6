"""A point that moves in the plane by two functions of one parameter: circles and waves, spirals, orbits."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from _filled import SIDES
from _unrolled import UnrolledOrbit
from manim import FadeIn, linear

from mathora.stage import Count, Number, Prose, StepView, action, brings
from mathora.stage.curves import round_step
from mathora.stage.figures.chance.chance import uniform_numbers
from mathora.stage.figures.curve.darts import Darts
from mathora.stage.figures.curve.path_points import PathPoints
from mathora.stage.figures.curve.speedometer import Speedometer, dial_numbers
from mathora.stage.map.marks import scale_key
from mathora.stage.text.terms import plainly, symbol, times

MOST = 2000  # so many points can be told apart
NEEDLE = "the needle points at the speed"
VELOCITY = r"\vec{v}"  # what the velocity arrow is called where its scale has to be told


class ParametricCurve(UnrolledOrbit):
    """A point that moves in the plane by two functions of one parameter; its path, velocity, and what it traces."""

    movable = ("curve", {"function": "up", "span": "span"})
    needs: ClassVar = (("points.at", "inside(span)", "the path is drawn there"),)
    limits: ClassVar = (
        ("len(points.at)", 2, 24, "each is a dot"),
        ("darts.count", 1, 2000, "each is a point"),
        ("darts.seed", 0, 1000000, "it only tells one row of points from another"),
    )

    def begin(self) -> None:
        """The path's picture; no set is filled yet."""
        super().begin()
        self.dial: Speedometer | None = None

    @brings("draw")
    def _stand_path(self) -> None:
        for plot in self.plots:
            plot.stand(**self.furniture)
        self.orbit.stand(drawn=self.span.high)
        if self.filled:
            self.fill(at_once=True)

    @action("Axes with equal units; a point runs along its path and draws it, over the whole of the span.", quiet=True)
    def draw(self, step: StepView) -> None:
        """The axes, also those on which a coordinate will be traced, then the path from its start to its end."""
        self.play(*(one for plot in self.plots for one in plot.to(**self.furniture)), run_time=0.8)
        self.play(*self.orbit.to(4.0, linear, drawn=self.span.high), run_time=4.0)
        if self.filled:
            self.fill()

    @action("A point stands on the path, at {at}, with an arrow from the origin; its coordinates are read out.")
    def point(self, step: StepView, at: Number | None = None) -> None:
        """The point, its arrow, its readings."""
        self.need("draw")
        if not self.orbit.state.point:
            aside = 0.0 if self.mark == "car" else float(round_step(self.span.length / 10))  # off an axis
            self.orbit.stand(at=self.span.low + aside if at is None else at)
            self.play(*self.orbit.to(point=1, arrow=1), run_time=0.8)
            self._tell()
        elif at is not None:
            self._run(at)

    @action("Points stand on the path, at {at}, and stay; straight lines join them, the last one with the first.")
    def points(self, step: StepView, at: tuple[Number, ...]) -> None:
        """A polygon, such as the roots of a complex number."""
        self.need("draw")
        figure = PathPoints(self.orbit, at, self.theme.palette["orange"])
        self.mobjects.insert(self.mobjects.index(self.orbit.picture) + 1, figure.picture)
        self.play(*figure.to(2.0, linear, seen=1), *self.formulas_during(step), run_time=2.0)
        self.invariant("each of the points stands on the path", figure.off_path, 1e-6)

    @action("The point runs along the path to {to}; what belongs to it follows.", needs="point")
    def slide(self, step: StepView, to: Number) -> None:
        """The point moves."""
        self._run(to)

    @action("The two coordinates of the point are drawn as legs: across from the origin, then up to the point.")
    def legs(self, step: StepView) -> None:
        """As in a right triangle."""
        self.need("point")
        self.play(*self.orbit.to(legs=1), run_time=0.8)

    @action("An arrow at the point shows its velocity: the way it goes now, and how fast.", needs="point")
    def velocity(self, step: StepView) -> None:
        """The derivative of both coordinates, to one scale for all of the path."""
        key = []
        if self.orbit.scale != 1 and not self.orbit.state.velocity:
            taken = [*self.orbit.boxes(), *self.plot.texts]
            product = self.label(times(self.orbit.scale, symbol(self.model, VELOCITY)), self.theme.sizes.small)
            key = [FadeIn(scale_key(product, self.theme.palette["yellow"], self.plot.place, taken))]
        self.play(*self.orbit.to(velocity=1), *key, run_time=0.8)

    @action("Above the path a dial says how fast the point goes, in {unit}; a trace beside it has its tangent.")
    def speedometer(self, step: StepView, unit: Prose) -> None:
        """The dial stands in the free room above a road, and follows from now on."""
        self.need("point")
        numbers, place, small = dial_numbers(self.orbit), self.plot.place, self.theme.sizes.small
        road = min(self.plot.point(0.0, 0.0)[1] + 0.7 * self.orbit.dot.height, place.top - 1.0)
        labels = [self.label(plainly(one), small) for one in numbers]
        written = self.prose_mobject(unit, size=small, colour=self.theme.muted)
        if self.dial is not None:
            self.invariants.release(NEEDLE)
            self.remove(self.dial.picture)
        dial = self.dial = Speedometer(self.orbit, replace(place, bottom=road), numbers, labels, written)
        self.invariant(NEEDLE, dial.off_speed, 1e-6)
        self.add(dial.picture)
        tangent = self.traced.to(tangent=1) if self.traced else ()
        self.play(*dial.to(seen=1), *tangent, *self.formulas_coming(step), run_time=0.8)

    @action("On axes beside it a second point draws {trace_of} over the parameter, while the point runs to {to}.")
    def trace(self, step: StepView, to: Number | None = None) -> None:
        """The second point comes, then both run together."""
        self.need("point")
        if not self.traced.state.seen:
            self._run(self.span.low)
            steep = self.steep.to(seen=1) if self.steep else ()
            self.play(*self.traced.to(seen=1), *steep, run_time=0.5)
        self._run(self.span.high if to is None else to)

    @action(
        "What the path goes around is filled; a segment joins its points at {first} and {second}, red where it is "
        "outside.",
        needs="draw",
        quiet=True,
    )
    def segment(self, step: StepView, first: Number, second: Number) -> None:
        """The set, then the segment; one that stands moves."""
        figure = self.fill()
        if not figure.state.drawn:
            figure.stand(first=first, second=second)
            self.play(*figure.to(drawn=1), run_time=0.8)
        self.play(*self.enclosed.to(first=first, second=second), *self.formulas_during(step), run_time=2.0)

    @action(
        "In the box around the path {count} points fall at random, red if outside; the share inside is read out, and "
        "what it says of the area.",
        needs="draw",
    )
    def darts(self, step: StepView, count: Count = 400, seed: Count = 1) -> None:
        """The first ones slowly; more of them go on from those that stand."""
        if self.thrown is None:
            shares = uniform_numbers(seed, 2 * MOST).reshape(MOST, 2)
            darts = self.thrown = Darts(self.fill(), shares, self.sides)
            self.invariant(SIDES, darts.off_side, 1e-9)
            self.plot.lie_on_fills()
            self.mobjects.insert(self.mobjects.index(self.plot.numbers), darts.picture)
            self.play(*darts.to(seen=1), run_time=0.5)
        self.tell_darts(self.thrown)
        self.rest_darts(self.thrown, count)
        self.play(*self.thrown.to(4.0, thrown=count), *self.formulas_during(step), run_time=4.0)
