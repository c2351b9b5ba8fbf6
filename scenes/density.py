"""A continuous distribution as the curve of its density; probabilities are areas under it."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from _samples import _Sampled

from mathora.stage import Function, Interval, StepView, action
from mathora.stage.curves import usual_span, well_chosen_heights
from mathora.stage.figures.chance.chance import DensityLaw
from mathora.stage.figures.chance.moving_law import MovingLaw


class Density(_Sampled):
    """The curve of a density; probabilities as areas, mean, deviation and draws from it."""

    function: Function

    needs: ClassVar = (
        ("function, become.function, slide.function", "nonnegative(at after slide, span)", "a density"),
        ("function, become.function, slide.function", "area_of_one(at after slide, span)", "a density"),
        ("span", "in_sight(function, at)", "the axis shows it"),
        ("slide.function", "stays(at after slide, at, span)", "it moves along the axis"),
        ("area.only", "without(function)", "a density has a height at one value, and no probability"),
        ("mean.function", "moment(1, at after slide, span)", "the picture balances there"),
        ("spread.function", "moment(2, at after slide, span)", "it is read out"),
        ("average.function", "moment(2, at after slide, span, normal)", "the means come to a bell curve"),
    )
    movable = ("density", {"function": "function", "at": "at", "span": "span"})
    claims = (
        ("function", r"\int_{least}^{greatest} value \, d variable = 1", "measured"),
        ("function", r"value \ge 0", "measured"),
    )

    def begin(self) -> None:
        """Axes and curve; the first action shows them."""
        self.law = MovingLaw(self.function, self.at, self.law_of)
        self.seen = self.span or usual_span(lambda x: self.law.values(self.function, x), self._range(self.function))
        self.stand(self.symbol(self.function.variables[0]))

    def law_of(self, function: Function) -> DensityLaw:
        """The density of a function of the model; outside of the range it is nothing."""
        return DensityLaw(lambda x: self.law.values(function, x), self._range(function), self.seen)

    @staticmethod
    def _range(function: Function) -> tuple[float, float]:
        return function.domain(function.variables[0]) or (-np.inf, np.inf)

    def shown(self, law: DensityLaw) -> Interval:
        """What the axis shows."""
        return law.span

    def highest(self, law: DensityLaw) -> float:
        """The height that the axis has to reach."""
        parts = law.pieces(*law.span)
        return well_chosen_heights(parts, 0.0).high

    @action("The curve of the density is drawn over its axis; the area under it is 1.")
    def curve(self, step: StepView) -> None:
        """The axes, then the curve from the left."""
        self.appear(1.8, alone=not step.shown)
