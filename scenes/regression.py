"""A curve is fitted to data: residuals, their squares, and the loss that they make."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar

import numpy as np
from _loss_ways import LossWays
from manim import Animation, Create, FadeIn, FadeOut, ReplacementTransform, VGroup, VMobject

from mathora.stage import Count, Number, Point, StepView, Variable, action, brings, move
from mathora.stage.curves import descended, steepness, steepness_of_squares
from mathora.stage.figures.data.data_points import axes_room
from mathora.stage.figures.data.levelled import LevelledSquares
from mathora.stage.figures.data.loss import LossPicture

RUN = 6.0  # seconds; of many steps each takes as much less time


class Regression(LossWays):
    """A curve of the model among points of data; its parameters move, and so does the loss beside it."""

    needs: ClassVar = (
        ("loss.loss_of, descend.loss_of", "given(), variables(1, 2)", "it is drawn over the parameters"),
        ("loss.share, descend.share", "positive()", "the loss is drawn there"),
        ("flat.loss_of", "given(), variables(2)", "the line is drawn on the map of the loss"),
        ("flat.by", "of(loss_of)", "the slope by it is zero there"),
        ("tangent.loss_of", "given(), variables(1)", "it touches the curve of the loss"),
        ("best.loss_of", "lowest(at)", "the parameters move to where it is lowest"),
        ("best.function", "least(x, y, at, loss_of)", "the curve moves to where the squares are least"),
        ("best.at", "among_data(function, x, y, span, heights, at, loss_of)", "each residual is inside of the axes"),
        ("light.of", "place_of(x)", "its square is lit"),
        ("slide.to", "parameters(function)", "the curve turns with them"),
        (
            "slide.to",
            "among_data(function, x, y, span, heights, at, loss_of, at after slide)",
            "each residual is inside of the axes",
        ),
        (
            "descend.count",
            "rolls_on(function, x, y, span, heights, at, loss_of, at after slide, rate, count since slide)",
            "each step stands on the picture of the loss",
        ),
    )
    movable = ("fit", {"function": "function", "at": "at", "x": "x", "y": "y", "loss": "loss_of"})
    limits = (("descend.count", 1, 60, "each step is drawn"),)

    # ── actions ───────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("The squares become columns of one width, beside them, and level out to their mean.")
    def mean(self, step: StepView) -> None:
        """As much area as before, first in columns, then on one level, which follows the squares from now on."""
        self.go_home()
        if self.fit.squares not in self.mobjects:
            self.squares(StepView(()))
        self.layout = replace(self.layout, panel=(rows := self.layout.panel.split_rows(0.45, 0.55))[0])
        columns = LevelledSquares(self.fit, rows[1].inset(0.3 if self.picture is None else 0.05))
        coming = self.formulas_coming(step) if step.shown else self.panel_refitted()
        copies, there = columns.where_squares_are(), columns.copy().clear_updaters()
        self.play(*map(FadeOut, self.columns), ReplacementTransform(copies, there), *coming, run_time=1.6)
        self.remove(there)
        self.add(columns)
        self._claim(columns, columns.claims)
        self.columns = VGroup(columns)
        self.play(move(columns.level, 1), run_time=1.6)

    @action("Beside the points the loss over the parameters, and a point on it where they stand now.", needs="line")
    def loss(self, step: StepView) -> None:
        """The loss takes the upper part of the formulas' place, or all of it if there are none."""
        self._come_back()
        self.go_home()
        if self.picture is not None:
            self._stretch(LossPicture(self.loss_of, self.low, self.start, self.fit.here, self.map_place, self))
            return
        share = 0.72 if self.scatter.alone else 0.78
        place, self.layout = replace(self.layout, panel=self.loss_place).with_picture(share)
        self.map_place = axes_room(self.loss_place if self.opening.formulas == "never" else place)
        self.picture = LossPicture(self.loss_of, self.low, self.start, self.fit.here, self.map_place, self)
        self._claim(self.picture.dot, self.picture.claims)
        columns, self.columns = self.columns, VGroup()
        self.play(*self.panel_leaving(), *map(FadeOut, columns), run_time=0.4)
        if len(self.picture.spans) == 1:
            self._trace()
        else:
            self.play(FadeIn(self.picture.ground, lag_ratio=0.1), FadeIn(self.picture.graph), run_time=1.0)
        coming = [FadeIn(one) for one in (self.picture.dot, self.loss_reading.update()) if one not in self.mobjects]
        self.play(*coming, *self.formulas_coming(step), run_time=0.8)

    def _trace(self) -> None:
        """The parameter runs through all that the axes show, and its loss leaves a curve behind it."""
        picture, (turned,) = self.picture, self.fit.parameters.values()
        here, (curve, *_), (low, high) = float(turned.get_value()), picture.ground, picture.spans[0]
        whole, across = curve.copy(), curve.points[::4, 0]
        shares = np.linspace(0, 1, len(across) + 1)

        def follow(one: VMobject) -> None:
            ends = np.append(across, whole.points[-1, 0])
            one.pointwise_become_partial(whole, 0, float(np.interp(picture.dot.get_x(), ends, shares)))

        self.play(FadeIn(picture.graph), FadeIn(picture.dot, self.loss_reading.update()), run_time=0.6)
        self.play(move(turned, low), run_time=0.8)
        self.add(curve.add_updater(follow, call_updater=True), picture.dot)
        self.play(move(turned, high), run_time=3.0)
        curve.clear_updaters().become(whole)
        self.play(move(turned, here), run_time=1.2)

    @brings("loss", needs="line")
    def _stand_loss(self) -> None:
        """The loss, beside the section's own curve."""
        self._come_back()
        if self.picture is None:
            self.loss(StepView(()))

    @action("On the map of the loss appears the line on which its slope by {by} is zero.", needs="loss")
    def flat(self, step: StepView, by: Variable) -> None:
        """In the colour of the parameter; the lines of both cross at the lowest place."""
        line = self.picture.flat_by(by.key, self.colour_of(by.key, "yellow"))
        self.add(line, self.picture.dot)
        self.play(Create(line), *self.picture.receding(), *self.formulas_coming(step), run_time=1.4)
        if (crossing := self.picture.crossing()) is not None:
            self.play(FadeIn(crossing, scale=3), run_time=0.6)
            self.bring_to_front(self.picture.dot)
        steep = partial(self.picture.steepness_on, line, by.key)
        self._claim(line, ((f"slope by {by.key} is zero on its line", steep, 1e-6),))

    @action(
        "Of the squares the one on the point at {of} is lit, the others step back; without it, all are.", quiet=True
    )
    def light(self, step: StepView, of: Number | None = None) -> None:
        """One is spoken of, then all are again."""
        if self.fit.squares not in self.mobjects:
            self.squares(StepView(()))
        self.play(*self.fit.lighting(of), *self.formulas_coming(step), run_time=0.8)

    @action("The tangent touches the loss where the parameter stands, and turns with it.", needs="loss")
    def tangent(self, step: StepView) -> None:
        """It lies level where the loss is lowest."""
        line = self.picture.tangent(self.theme.palette["yellow"])
        self.picture.flat.add(line)
        self.play(Create(line), *self.formulas_coming(step), run_time=1.0)
        self._claim(line, (("the tangent has the slope of the loss", partial(self.picture.tilt, line), 1e-6),))
        self.bring_to_front(self.picture.dot)

    @action("The parameters move to {to}; curve, residuals and loss follow.", needs="line", quiet=True)
    def slide(self, step: StepView, to: Point) -> None:
        """All that stands follows."""
        self._come_back()
        self.show_formulas(step)  # those of the place that is left do not stand beside a curve that turns
        self._go(np.array([to.mapping().get(*k) for k in zip(self.fit.parameters, self.fit.here(), strict=True)]), 1.8)

    @action("The parameters move to where the loss is lowest: there its gradient is zero.", needs="line", quiet=True)
    def best(self, step: StepView) -> None:
        """The lowest place, where the gradient vanishes."""
        self._come_back()
        self.leave_place()
        self._go(self.low.at, 2.0)
        if self.loss_of is None and self.loss_reading not in self.mobjects:
            self.play(FadeIn(self.loss_reading.update()), run_time=0.4)
        self.resting = True
        self.invariant("where the curve fits best, the gradient of the loss is zero", self._steepness, 1e-6)

    @action(
        "{count} steps of gradient descent with step size {rate}: the curve turns, the point on the loss sinks.",
        needs="loss",
    )
    def descend(self, step: StepView, rate: Number, count: Count = 1) -> None:
        """Step by step, on both pictures."""
        for place in descended(self.loss_of, self.fit.here(), rate, count)[1:]:
            self.add(self.picture.leave_trail(), self.picture.dot)
            self._go(place, min(1.0, RUN / count), *self.formulas_during(step))

    # ── its parts ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _go(self, there: np.ndarray, seconds: float, *coming: Animation) -> None:
        """The parameters move; readings get digits enough for where they come to rest."""
        self.resting = False
        self.play(*self._unstepped(), run_time=0.4)
        known = [self.start, *([self.low.at] if self.low else []), there]  # beside them rounding errors are zero
        for label, values in zip(self.readings, np.transpose(known), strict=False):
            label.rest_at(*map(float, values))
        good = self.fit.total(there) / len(self.data[0]) if self.loss_of is None else self.loss_of.value(*there)
        for label in self.loss_reading:
            label.rest_at(float(good))
        moves = [
            move(one, float(value), seconds) for one, value in zip(self.fit.parameters.values(), there, strict=True)
        ]
        self.play(*moves, *coming, run_time=seconds)

    def _steepness(self) -> float:
        """How steep the loss is at the parameters now; 0 where they do not claim to be best."""
        if not self.resting:
            return 0.0
        if self.loss_of is not None:
            return steepness(self.loss_of, self.first.here(), self.low)
        return steepness_of_squares(self.function, *self.data, self.first.here(), self.low)
