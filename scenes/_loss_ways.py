"""Bells at points, and ways on the map of a loss: round a ring, a step with its parts, a look at where steps lead."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from _among_points import AmongPoints
from manim import Create, FadeIn, FadeOut, LaggedStart, Mobject, ValueTracker

from mathora.stage import Count, Number, StepView, action, move
from mathora.stage.curves import descended
from mathora.stage.figures.data.bells import Bells
from mathora.stage.figures.data.loss import LossPicture
from mathora.stage.figures.data.loss_ways import StepArrows, ring_through, stretched
from mathora.stage.plane.arrow import grow
from mathora.stage.text.terms import gradient


class LossWays(AmongPoints):
    """A curve among points, and the map of its loss, on which its parameters go."""

    needs: ClassVar = (
        ("ring.loss_of, closer.loss_of, downhill.loss_of", "given(), variables(2)", "it is a way on the loss"),
        ("bells.deviation", "positive()", "a bell is wide"),
        ("closer.rate, downhill.rate", "positive()", "a step goes downhill"),
    )
    limits: ClassVar = (("closer.count", 1, 60, "the map holds each step"),)

    @action(
        "At each point's place a bell stands across the curve, {deviation} wide: how likely which value is there.",
        quiet=True,
    )
    def bells(self, step: StepView, deviation: Number) -> None:
        """Normal errors of this standard deviation; from each point a line as long as its bell is wide there."""
        if self.fit is self.first:
            self.need("line")
        old, self.errors = self.errors, Bells(self.fit, deviation, self.theme.palette["purple"])
        leaving = [FadeOut(one) for one in (old, *self.fit.errors) if one in self.mobjects]
        self.play(*leaving, LaggedStart(*map(FadeIn, self.errors.bells), lag_ratio=0.15), run_time=1.6)
        self.play(*map(Create, self.errors.lines), run_time=0.8)
        self.remove(*self.errors)
        self.add(self.errors, self.fit.curve, self.scatter.dots)
        self._claim(self.errors, self.errors.claims)

    @action("The parameters go once round the ring through their point on the map; the loss stays.", needs="loss")
    def ring(self, step: StepView) -> None:
        """At an even pace, and back to where they began."""
        self.play(*self._unstepped(), run_time=0.4)
        route, share, leader = ring_through(self.picture), ValueTracker(0), Mobject()
        places = np.linspace(0, 1, len(route))

        def lead(_: Mobject) -> None:
            for k, one in enumerate(self.fit.parameters.values()):
                one.set_value(float(np.interp(share.get_value(), places, route[:, k])))

        self.mobjects.insert(0, leader.add_updater(lead))  # before all that follows the parameters
        self.play(move(share, 1, 6.0), *self.formulas_during(step), run_time=6.0)
        self.remove(leader)

    @action("The map is stretched until it holds just the next {count} steps of size {rate}.", needs="loss")
    def closer(self, step: StepView, rate: Number, count: Count = 1) -> None:
        """The same rings on other axes; what was drawn on the map leaves. The loss, told again, is the whole map."""
        way = descended(self.loss_of, self.fit.here(), rate, count)
        self._stretch(LossPicture(self.loss_of, None, self.start, self.fit.here, self.map_place, self, way))

    @action("From the point an arrow for each slope, against it, then the step of size {rate} of both.", needs="loss")
    def downhill(self, step: StepView, rate: Number) -> None:
        """As long as the step is; they leave when it is taken."""
        self.play(*self._unstepped(), run_time=0.4)
        colours = [*(self.colour_of(key) for key in self.fit.parameters), self.colour_of(gradient(self.loss_of))]
        self.arrows = StepArrows(self.picture, rate, colours)
        self._claim(self.arrows, (("an arrow ends where its step does", self.arrows.off_step, 1e-6),))
        for arrow in self.arrows:
            self.play(grow(arrow), *self.formulas_coming(step), run_time=0.9)
        self.remove(*self.arrows)
        self.add(self.arrows, self.picture.dot)

    def _unstepped(self) -> list[FadeOut]:
        """The arrows of a step leave."""
        return [FadeOut(self.arrows)] if self.arrows in self.mobjects else []

    def _stretch(self, fresh: LossPicture) -> None:
        """Another map of the same loss takes the place of the one that stands."""
        old = self.picture
        moving, ways = stretched(old, fresh)
        self.remove(old.dot)
        self.play(*self._unstepped(), *ways, run_time=2.2)
        self.remove(moving, *moving)
        self.add(fresh.ground, fresh.graph, fresh.dot)
        self.picture = fresh
        self._claim(fresh.dot, fresh.claims)
