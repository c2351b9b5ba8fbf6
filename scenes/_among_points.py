"""What all pictures of a curve among points of data share: the points, its curve, residuals and their squares."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

import numpy as np
from manim import Create, FadeIn, FadeOut, LaggedStart, VGroup, VMobject

from mathora.stage import Flag, Function, Interval, LessonScene, Number, Point, StepView, Variable, action
from mathora.stage.curves import heights_for, least_squares, lowest, room_for, steepness_of_squares
from mathora.stage.figures.data.data_points import Scatter, axes_room, base_of, numbers_of, row_of_readings
from mathora.stage.figures.data.fit import FitFigure
from mathora.stage.figures.data.springs import Springs
from mathora.stage.invariants import Claims
from mathora.stage.text.terms import value_of

SHARE = 0.8  # of the graph's width that readings take at most, if what nobody named is among them
FEW = 3  # so many parameters are read out; of more, the line of readings would leave the picture


class AmongPoints(LessonScene):
    """A curve of the model among points of data."""

    x: Variable
    y: Variable
    function: Function
    at: Point
    loss_of: Function | None = None
    span: Interval | None = None
    heights: Interval | None = None
    share: Number = 0.38

    kept_beside = 0.38
    claims: ClassVar = (("share", r"0 \le share \le 0.7"),)
    needs: ClassVar = (
        ("x, y", "data()", "its points are drawn"),
        ("x", "sighted(y, span, heights)", "its points are drawn"),
        ("y", "as_many(x)", "each point has one"),
        ("function", "has_parameters(), settled(at)", "its curve is drawn, and turned"),
        ("at", "fits(function, x)", "each point has its residual"),
        ("loss_of", "of_parameters(function)", "it says how good they are"),
        ("refit.function", "has_parameters(), least(x, y)", "its curve is where the squares are least"),
        (
            "residuals.at",
            "among_data(function, x, y, span, heights, at, loss_of, at after slide)",
            "each residual is inside of the axes",
        ),
        ("squares.loss_of", "of_squares(function, x, y, at)", "the squares make it up"),
    )

    def begin(self) -> None:
        """The points' graph, the curve and the readings; nothing stands on the stage yet."""
        names, start = self.function.variables[1:], self.at.mapping()
        self.start = np.array([start[key] for key in names])
        self.data = numbers_of(self.model, self.x), numbers_of(self.model, self.y)
        by_loss = self.loss_of is not None
        self.low = lowest(self.loss_of, self.start) if by_loss else least_squares(self.function, *self.data, self.start)
        if (self.share == 0 or self.opening.quiet) and self.opening.formulas == "never":
            self.layout = self.layout.without_formulas(0)
        self.layout = self.layout.divided(self.share) if self.share > self.kept_beside else self.layout
        self.crowded = len(names) == FEW and not by_loss
        over = 0.2 if self.crowded else 0.12
        self.place = axes_room(self.layout.figure.split_rows(over, 1 - over)[1])
        self.scatter = self._scatter()
        self.scatter.alone = self.share <= self.kept_beside
        ink = self.colour_of(self.function.key, "blue")
        self.fit = self.first = FitFigure(self.scatter, self.function, start, self.theme, ink)
        self.readings, self.loss_reading = self.own_readings = self._readings()
        self.picture, self.loss_place, self.kept = None, self.layout.panel, list[VMobject]()
        self.resting, self.errors, self.columns, self.arrows = False, VGroup(), VGroup(), VGroup()

    def _scatter(self) -> Scatter:
        x, y = self.data
        across, ends = self.span or room_for(x, zero=True), [self.start, *([self.low.at] if self.low else [])]
        up = self.heights or heights_for(y, self.function, across, ends)
        return Scatter(x, y, self.place, (across, up), (base_of(self.model, self.x), base_of(self.model, self.y)), self)

    def _readings(self) -> tuple[VGroup, VGroup]:
        """The parameters, if they are few, and how good they are, over the graph: in one line, or in two."""
        size, own = self.theme.sizes.label, self.fit is self.first
        each = [
            self.reading(self.coordinate(key, tracker.get_value), size, decimals=2, colour=self.colour_of(key))
            for key, tracker in self.fit.parameters.items()
            if own and len(self.fit.parameters) <= FEW
        ]
        if own and self.loss_of is not None:
            loss = self.reading(value_of(self.loss_of, self.fit.here), size, decimals=2)
        else:
            said = self.words_mobject(self.words.picture.squared_error, size=size)
            loss = self.reading(self.fit.mean_square(self.model), size, said=said, decimals=2)
        told = self.crowded or self.loss_of is not None
        told = told or sum(one.width for one in (*each, loss)) < SHARE * self.place.width
        rows = [[loss], each] if self.crowded else [[*each, *([loss] if told else [])]]
        for number, row in enumerate(rows):
            row_of_readings(row, self.scatter.graph, number)
        return VGroup(*each), VGroup(*([loss] if told else []))

    def go_home(self) -> None:
        """The graph goes to where there is room beside it."""
        self.scatter.make_way(self, *self.kept)

    # ── actions ───────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("The data as points over two axes.", quiet=True)
    def points(self, step: StepView) -> None:
        """Axes, then the points one after the other."""
        self.scatter.enter(self, step)

    @action(
        "From a beam hang springs, on each a weight, {x}, that stretches it by {y}; the picture turns over, and their "
        "ends are the points.",
        quiet=True,
    )
    def springs(self, step: StepView) -> None:
        """Unless the points stand already."""
        if self.scatter.graph not in self.mobjects:
            Springs(self.scatter, self.theme).measure(self, step)
            self.done.add("points")

    @action(
        "The curve of {function} at {at} among the points; its parameters are read out.", needs="points", quiet=True
    )
    def line(self, step: StepView) -> None:
        """The curve is drawn under the points."""
        self._take(self.first)
        self.play(Create(self.fit.curve), FadeIn(self.readings), *self.formulas_coming(step), run_time=1.4)
        self.bring_to_front(self.scatter.dots)

    @action(
        "A curve of {function} takes the place of the one before; no other of its kind has less squared error.",
        quiet=True,
    )
    def refit(self, step: StepView, function: Function, *, keep: Flag = False) -> None:
        """As near to the points as it can be; with `keep`, the one before stays behind, pale."""
        self.need("points")
        names = function.variables[1:]
        best = least_squares(function, *self.data, np.ones(len(names)))
        ink = self.colour_of(function.key, "orange")
        fit = FitFigure(self.scatter, function, dict(zip(names, best.at, strict=True)), self.theme, ink)
        self._take(fit, keep=keep)
        steep = partial(steepness_of_squares, function, *self.data)
        off = lambda: steep(fit.here(), best)  # noqa: E731 - on each frame
        self._claim(fit.curve, (("no curve of its kind has less squared error", off, 1e-6),))
        self.play(Create(fit.curve), FadeIn(self.loss_reading), run_time=1.6)
        self.bring_to_front(self.scatter.dots)

    @action("From each point a vertical line to the curve: its residual.", quiet=True)
    def residuals(self, step: StepView) -> None:
        """One after the other."""
        if self.fit is self.first:
            self.need("line")
        lines = LaggedStart(*map(Create, self.fit.residuals.update()), lag_ratio=0.15)
        signs = [] if self.fit.squares in self.mobjects else [FadeIn(self.fit.signs.update())]
        self.play(lines, *signs, *self.formulas_coming(step), run_time=1.4)
        self.remove(*self.fit.residuals)
        self.add(self.fit.residuals)
        self._claim(self.fit.residuals, self.fit.residual_claims)
        self.bring_to_front(self.scatter.dots)

    @action("On each residual stands a square, as wide as it is long; the loss is read out.", quiet=True)
    def squares(self, step: StepView) -> None:
        """Squares grow out of their residuals; the loss counts them."""
        if self.fit.residuals not in self.mobjects:
            self.residuals(StepView(()))
        self._claim(self.fit.squares, self.fit.square_claims)
        squares = LaggedStart(*map(FadeIn, self.fit.squares.update()), lag_ratio=0.15)
        self.play(squares, *self.fit.unsigned(self.mobjects), run_time=1.4)
        self.remove(*self.fit.squares)
        self.add(self.fit.squares, self.fit.curve, self.fit.residuals, self.scatter.dots)
        if self.loss_reading not in self.mobjects:
            self.play(FadeIn(self.loss_reading.update()), *self.formulas_coming(step), run_time=0.8)

    def _claim(self, group: VGroup, claims: Claims) -> None:
        """What is true of a group while it stands whole."""
        for name, residual, tolerance in claims:
            self.invariant(name, partial(lambda off: off() if group in self.mobjects else 0.0, residual), tolerance)

    def _take(self, fit: FitFigure, *, keep: bool = False) -> None:
        """A curve takes the place of the one that stands, with readings of its own; what belongs to that leaves."""
        self._claim(fit.curve, fit.curve_claims)
        if fit is self.fit:
            return
        old, loss, self.fit, self.picture, self.resting = self.fit, self.picture, fit, None, False
        standing = [old.curve, *old.errors, *self.columns, self.errors, self.readings, self.loss_reading]
        standing += [loss.ground, loss.graph, loss.dot, loss.trail, *loss.flat] if loss else []
        if keep:
            self.kept.append(old.curve.copy().clear_updaters().set_stroke(self.theme.line))
            self.add(self.kept[-1], self.scatter.dots)
        self.readings, self.loss_reading = self.own_readings if fit is self.first else self._readings()
        self.play(*(FadeOut(one) for one in standing if one in self.mobjects), run_time=0.4)

    def _come_back(self) -> None:
        """The section's own curve stands again."""
        if self.fit is not self.first:
            self.line(StepView(()))
