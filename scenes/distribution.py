"""A discrete distribution as bars, given by numbers or by a function of the model."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from _samples import _Sampled
from manim import ValueTracker, VGroup

from mathora.stage import Function, Interval, Number, Prose, StepView, action, move
from mathora.stage.figures.chance.chance import Masses
from mathora.stage.figures.chance.distribution import USUAL
from mathora.stage.figures.chance.moving_law import MovingLaw

MOST = 60
ENDLESS = 3000  # so many outcomes behind the last bar count for the mean of a distribution without an end


class Distribution(_Sampled):
    """The bars of a discrete distribution; events, mean, deviation and draws from it."""

    outcomes: tuple[Number, ...] = ()
    probabilities: tuple[Number, ...] = ()
    names: tuple[Prose, ...] = ()
    others: tuple[Number, ...] = ()

    needs: ClassVar = (
        ("function", "given(probabilities)", "the bars are of one of them"),
        ("function, become.function, slide.function", "nonnegative(at after slide, span)", "each bar is a probability"),
        ("function, become.function, slide.function", "outcomes(span, at after slide, names)", "each has a bar"),
        (
            "function, become.function, slide.function",
            "sum_of_one(span, at after slide, at, scene.function)",
            "bars are probabilities",
        ),
        ("other.others", "given()", "the bars move to them"),
        ("others", "without(function)", "they are of the same outcomes"),
        ("area.only", "without(over)", "one part of it lights up"),
        ("outcomes", "distinct()", "each has its own bar"),
        ("probabilities, outcomes", "without(function)", "the bars are of one of them"),
        (
            "area.over, area.above, area.below, area.only",
            "some_outcome(outcomes, probabilities, function, span, above, below)",
            "its bars light up",
        ),
        ("mean.names, spread.names, average.names", "numbered(outcomes, function)", "it is worked out with numbers"),
        ("average.probabilities", "spread_out(normal)", "the means come to a bell curve"),
        ("mean.function", "balances(1, at after slide, span)", "the picture balances there"),
        ("spread.function", "balances(2, at after slide, span)", "it is read out"),
        ("average.function", "balances(2, at after slide, span, normal)", "the means come to a bell curve"),
    )
    claims = (
        ("function", r"\sum_{variable=least}^{greatest} value = 1", "measured"),
        ("probabilities", "total(probabilities) = 1"),
        ("probabilities", r"0 \le probabilities"),
        ("others", "total(others) = 1"),
        ("others", r"0 \le others"),
        ("others", "count(others) = count(probabilities)"),
        ("outcomes", "count(outcomes) = count(probabilities)"),
        ("names", "count(names) = count(probabilities)"),
    )
    movable = ("bars", {"function": "function", "at": "at", "span": "span"})
    limits: ClassVar = (("len(probabilities)", 1, 60, "each bar needs its room"),)

    def begin(self) -> None:
        """Axes and bars; the first action shows them."""
        self.given, self.way = [self.probabilities, self.others], ValueTracker(0)
        self.law = MovingLaw(self.function, self.at, self.law_of)
        self.order, self.rest = np.zeros(0, dtype=int), np.zeros(0)
        self.places = self._places()
        under = [
            self.prose_mobject(self.names[at], size=self.theme.sizes.small) for at in self.order[: len(self.names)]
        ]
        key = self.function.variables[0] if self.function else None
        self.stand(self.symbol(key) if key else None, VGroup(*under) if under else None)

    def _places(self) -> np.ndarray:
        """The outcomes, in rising order."""
        if self.function is None:
            given = np.array(self.outcomes or range(1, len(self.probabilities) + 1), dtype=float)
            self.order = np.argsort(given)
            return given[self.order]
        low, high = self.span or self.function.domain(self.function.variables[0]) or (0, np.inf)
        places = np.arange(np.ceil(low), (high if np.isfinite(high) else low + MOST) + 1e-9)
        if not np.isfinite(high):
            enough = np.searchsorted(np.cumsum(self.law.values(self.function, places)), USUAL) + 1
            places = places[: max(2, int(enough))]
            self.rest = places[-1] + np.arange(1.0, ENDLESS)
        self.order = np.arange(len(places))
        return places

    def law_of(self, function: Function | None) -> Masses:
        """The bars of a function, or those that the script gives; on the way to its others, the mixture of both."""
        if function is None:
            share, (now, then) = self.way.get_value(), (np.array(one, dtype=float) for one in self.given)
            return Masses(self.places, ((1 - share) * now + share * then if share else now)[self.order])
        low, high = function.domain(function.variables[0]) or (-np.inf, np.inf)
        values = np.asarray(self.law.values(function, self.places), dtype=float)
        shares = np.where((low <= self.places) & (self.places <= high), values, 0.0)  # elsewhere, it cannot happen
        rest = np.nan_to_num(self.law.values(function, self.rest), posinf=0.0) if len(self.rest) else self.rest
        return Masses(self.places, shares, (self.rest, rest))

    def shown(self, law: Masses) -> Interval:
        """From the first bar to the last."""
        return Interval(float(law.outcomes[0]), float(law.outcomes[-1]))

    def highest(self, law: Masses) -> float:
        """The height of the highest bar."""
        return float(law.shares.max())

    def claim(self) -> None:
        """Also: each bar is as high as its probability, and together they are what is drawn of 1."""
        super().claim()
        self.invariant("each bar is as high as its probability", self._worst_bar, 1e-6)

    def _worst_bar(self) -> float:
        figure = self.figure
        shares = figure.law().shares * figure.rise.get_value()
        return float(np.abs(figure.bar_heights() - shares).max()) / figure.top.get_value()

    @action("Bars rise over the outcomes, each as high as its probability.")
    def bars(self, step: StepView) -> None:
        """The axes, then all bars at once, to one scale."""
        self.appear(1.6, alone=not step.shown)

    @action("The bars move to {others}, other probabilities of the same outcomes; an outline stays where they were.")
    def other(self, step: StepView) -> None:
        """Once more, and they move back."""
        self.change(step, max(self.given[1]), lambda: [move(self.way, 1)], keep=True)
        self.given = self.given[::-1]
        self.way.set_value(0)
