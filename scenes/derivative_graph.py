"""A curve, and below it the curve of its slopes: the derivative, traced by a point that runs along."""

from __future__ import annotations

from dataclasses import replace

from curve import Curve
from manim import linear

from mathora.stage import Interval, Number, StepView, action
from mathora.stage.curves import chosen_heights
from mathora.stage.figures.curve.curve import FunctionCurve
from mathora.stage.figures.curve.plot import Plot
from mathora.stage.figures.curve.point import PointOnCurve
from mathora.stage.text.terms import primed


class DerivativeGraph(Curve):
    """A function's curve and, on axes of its own below, its derivative: the height there is the slope here."""

    def begin(self) -> None:
        """Two pairs of axes over one another, with the same span."""
        above, below = self.layout.figure.split_rows(1.1, 1)
        self.layout = replace(self.layout, figure=above)
        super().begin()
        slope, ink = self.main.derivative, self.spot.accent
        names = (self.symbol(self.main.variable), self.label(primed(self.function), base=ink))
        self.lower = Plot(below, self.seen_span, chosen_heights([slope], self.seen_span), self.theme, names)
        self.lower.keep_off(slope)
        self.plots.append(self.lower)
        self.slopes = FunctionCurve(self.lower, slope, ink)
        self.tracer = PointOnCurve(self.slopes, self.spot.state.at, self.theme, ink, self.spot.legs)
        self.followers.append(self.tracer)
        self.add(self.lower.picture, self.slopes.picture, self.lower.numbers, self.tracer.picture)
        self.invariant("the lower curve is the derivative", self.slopes.residual, 2e-3)
        self.invariant("the lower point lies on the derivative", self.tracer.off_curve, 1e-6)
        self.invariant("the lower point stands below the upper one", self._aside, 1e-6)

    def _aside(self) -> float:
        """How far to the side of the upper point the lower one is drawn, in scene units."""
        drawn = [one.dot.get_center()[0] for one in (self.spot, self.tracer) if one.dot in one.picture.submobjects]
        return float(max(drawn) - min(drawn)) if drawn else 0.0

    @action("The point runs along the curve; on axes below, a second one draws how steep it is: the derivative.")
    def trace(self, step: StepView, to: Number | None = None) -> None:
        """One run from left to right, and back to where the point stood; or only so far, from where the last run
        ended: the next step goes on.
        """
        self.need("draw")
        state, window = self.spot.state, self.plot.state
        end = window.right if to is None else min(max(to, window.left), window.right)
        self.tell("slope")
        if 0 < self.slopes.state.drawn < 1:
            self.go_to(window.left + self.slopes.state.drawn * (window.right - window.left))
        else:
            self.play(*self.spot.to(point=1, line=1, drops=0, second=0, triangle=0, reach=0), run_time=0.6)
            self.play(*self.spot.to(at=window.left), *self.tracer.to(at=window.left), run_time=1.0)
            self.slopes.stand(drawn=0)
            self.play(*self.tracer.to(point=1), run_time=0.3)
        drawn = (end - window.left) / (window.right - window.left)
        seconds = max(0.5, 5.0 * (drawn - self.slopes.state.drawn))
        runs = [*self.spot.to(seconds, linear, at=end), *self.tracer.to(seconds, linear, at=end)]
        self.play(*runs, *self.slopes.to(seconds, linear, drawn=drawn))
        if to is None:
            self.go_to(state.at)
        self.show_formulas(step)

    def look_at(self, span: Interval, heights: Interval | None = None, *motions: object) -> None:
        """Both windows move together."""
        low, high = chosen_heights([self.main.derivative], span)
        lower = self.lower.to(left=span.low, right=span.high, low=low, high=high)
        shown = self.lower.state.numbers
        self.play(*self.lower.to(numbers=0), run_time=0.3)
        super().look_at(span, heights, *motions, *lower)
        self.play(*self.lower.to(numbers=shown), run_time=0.3)
