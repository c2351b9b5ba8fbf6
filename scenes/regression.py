"""A curve is fitted to data: residuals, their squares, and the loss that they make."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from manim import Create, FadeIn, LaggedStart, VGroup

from mathora.stage import Count, Function, Interval, LessonScene, Number, Point, StepView, Variable, action, move
from mathora.stage.curves import descended, heights_for, lowest, room_for, steepness
from mathora.stage.figures.data.data_points import Scatter, axes_room, base_of, numbers_of, row_of_readings
from mathora.stage.figures.data.fit import FitFigure
from mathora.stage.figures.data.loss import LossPicture
from mathora.stage.text.terms import value_of

RUN = 6.0  # seconds; of many steps each takes as much less time


class Regression(LessonScene):
    """A curve of the model among points of data; its parameters move, and so does the loss beside it."""

    x: Variable
    y: Variable
    function: Function
    at: Point
    loss_of: Function | None = None
    span: Interval | None = None
    heights: Interval | None = None

    kept_beside = 0.38
    needs = (
        ("x, y", "data()", "its points are drawn"),
        ("y", "as_many(x)", "each point has one"),
        ("function", "has_parameters(), settled(at)", "its curve is drawn, and turned"),
        ("at", "fits(function, x)", "each point has its residual"),
        ("loss_of", "of_parameters(function)", "it says how good they are"),
        ("loss.loss_of, best.loss_of, descend.loss_of", "given(), variables(1, 2)", "it is drawn over the parameters"),
        ("best.loss_of", "lowest(at)", "the parameters move to where it is lowest"),
        ("best.at", "among_data(function, x, y, span, heights, at, loss_of)", "each residual is inside of the axes"),
        ("slide.to", "parameters(function)", "the curve turns with them"),
        (
            "slide.to, residuals.at",
            "among_data(function, x, y, span, heights, at, loss_of, at after slide)",
            "each residual is inside of the axes",
        ),
        (
            "descend.count",
            "rolls_on(function, x, y, span, heights, at, loss_of, at after slide, rate, count since slide)",
            "each step stands on the picture of the loss",
        ),
        ("squares.loss_of", "of_squares(function, x, y, at)", "the squares make it up"),
    )
    movable = ("fit", {"function": "function", "at": "at", "x": "x", "y": "y", "loss": "loss_of"})
    limits = (("descend.count", 1, 60, "each step is drawn"),)

    def begin(self) -> None:
        """The points' graph, the curve and the readings; nothing stands on the stage yet."""
        names, start = self.function.variables[1:], self.at.mapping()
        self.start = np.array([start[key] for key in names])
        self.low = None if self.loss_of is None else lowest(self.loss_of, self.start)
        if self.loss_of is None and self.opening.formulas == "never":
            self.layout = self.layout.without_formulas(0)
        _, place = self.layout.figure.split_rows(0.12, 0.88)
        self.place = axes_room(place)
        self.scatter = self._scatter()
        colour = self.colour_of(self.function.key)
        ink = colour if colour != self.theme.foreground else self.theme.palette["blue"]
        self.fit = FitFigure(self.scatter, self.function, start, self.theme, ink)
        self.readings = self._readings()
        self.picture: LossPicture | None = None
        self.resting = False

    def _scatter(self) -> Scatter:
        x, y = numbers_of(self.model, self.x), numbers_of(self.model, self.y)
        across, ends = self.span or room_for(x, zero=True), [self.start, *([self.low.at] if self.low else [])]
        up = self.heights or heights_for(y, self.function, across, ends)
        return Scatter(x, y, self.place, (across, up), (base_of(self.model, self.x), base_of(self.model, self.y)), self)

    def _readings(self) -> VGroup:
        """The parameters, and the loss, in one line over the graph."""
        size = self.theme.sizes.label
        each = [
            self.reading(self.coordinate(key, tracker.get_value), size, decimals=2, colour=self.colour_of(key))
            for key, tracker in self.fit.parameters.items()
        ]
        if self.loss_of is not None:
            loss = self.reading(value_of(self.loss_of, lambda: self.fit.here()), size, decimals=2)  # noqa: PLW0108
            each.append(loss)
        row_of_readings(each, self.scatter.graph)
        self.loss_reading = VGroup(each[-1]) if self.loss_of is not None else VGroup()
        return VGroup(*each[: len(self.fit.parameters)])

    # ── actions ───────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("The data as points over two axes.")
    def points(self, step: StepView) -> None:
        """Axes, then the points one after the other."""
        self.scatter.enter(self, step)

    @action("The curve of {function} at {at} among the points; its parameters are read out.", needs="points")
    def line(self, step: StepView) -> None:
        """The curve is drawn under the points."""
        self.scatter.make_way(self)
        self.promise(self.fit.curve_claims)
        self.play(Create(self.fit.curve), FadeIn(self.readings), run_time=1.4)
        self.bring_to_front(self.scatter.dots)
        self.show_formulas(step)

    @action("From each point a vertical line to the curve: its residual.", needs="line")
    def residuals(self, step: StepView) -> None:
        """One after the other."""
        self.play(LaggedStart(*map(Create, self.fit.residuals.update()), lag_ratio=0.15), run_time=1.4)
        self.promise(self.fit.residual_claims)
        self.remove(*self.fit.residuals)
        self.add(self.fit.residuals)
        self.bring_to_front(self.scatter.dots)
        self.show_formulas(step)

    @action("On each residual stands a square, as wide as it is long; the loss is read out.", needs="residuals")
    def squares(self, step: StepView) -> None:
        """Squares grow out of their residuals; the loss counts them."""
        self.promise(self.fit.square_claims)
        self.play(LaggedStart(*map(FadeIn, self.fit.squares.update()), lag_ratio=0.15), run_time=1.4)
        self.remove(*self.fit.squares)
        self.add(self.fit.squares, self.fit.curve, self.fit.residuals, self.scatter.dots)
        self.play(FadeIn(self.loss_reading.update()), run_time=0.4)
        self.show_formulas(step)

    @action("Beside the points the loss over the parameters, and a point on it where they stand now.", needs="line")
    def loss(self, step: StepView) -> None:
        """The loss takes the upper part of the formulas' place, or all of it if there are none."""
        panel = self.layout.panel
        split = panel.split_rows(0.72, 0.28) if panel.is_upright else panel.split_columns(0.5, 0.5)
        self.layout = replace(self.layout, panel=split[1].inset(0.2))
        place = panel if self.opening.formulas == "never" else split[0]
        self.picture = LossPicture(self.loss_of, self.low, self.start, self.fit.here, axes_room(place), self)
        self.promise(self.picture.claims)
        leaving = self.panel_leaving()
        self.play(*leaving, run_time=0.4)
        self.play(FadeIn(self.picture.ground, lag_ratio=0.1), FadeIn(self.picture.graph), run_time=1.0)
        self.play(FadeIn(self.picture.dot, scale=2), FadeIn(self.loss_reading.update()), run_time=0.6)
        self.show_formulas(step)

    @action("The parameters move to {to}; curve, residuals and loss follow.", needs="line")
    def slide(self, step: StepView, to: Point) -> None:
        """All that stands follows."""
        here = dict(zip(self.fit.parameters, self.fit.here(), strict=True))
        self.show_formulas(step)  # those of the place that is left do not stand beside a curve that turns
        self._go(np.array(list({**here, **to.mapping()}.values())), 1.8)

    @action("The parameters move to where the loss is lowest: there its gradient is zero.", needs="line")
    def best(self, step: StepView) -> None:
        """The lowest place, where the gradient vanishes."""
        self.leave_place()
        self._go(self.low.at, 2.0)
        self.resting = True
        self.invariant("where the curve fits best, the gradient of the loss is zero", self._steepness, 1e-6)
        self.show_formulas(step)

    @action("{count} steps of gradient descent with step size {rate}: the curve turns, the point on the loss sinks.")
    def descend(self, step: StepView, rate: Number, count: Count = 1) -> None:
        """Step by step, on both pictures."""
        self.need("line")
        if self.picture is None:
            self.loss(StepView(()))
        for place in descended(self.loss_of, self.fit.here(), rate, count)[1:]:
            self.add(self.picture.leave_trail(), self.picture.dot)
            self._go(place, 1.0 if count == 1 else min(0.45, RUN / count))
        self.show_formulas(step)

    # ── its parts ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _go(self, there: np.ndarray, seconds: float) -> None:
        """The parameters move; readings get digits enough for where they come to rest."""
        self.resting = False
        known = [self.start, *([self.low.at] if self.low else []), there]  # beside them rounding errors are zero
        for label, values in zip(self.readings, np.transpose(known), strict=True):
            label.rest_at(*map(float, values))
        if self.loss_of is not None:
            self.loss_reading[0].rest_at(float(self.loss_of.value(*there)))
        moves = [
            move(one, float(value), seconds) for one, value in zip(self.fit.parameters.values(), there, strict=True)
        ]
        self.play(*moves, run_time=seconds)

    def _steepness(self) -> float:
        """How steep the loss is at the parameters now; 0 where they do not claim to be best."""
        return steepness(self.loss_of, self.fit.here(), self.low) if self.resting else 0.0
