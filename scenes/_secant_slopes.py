"""Below a curve, how steep all its secants with one step are: a curve that settles onto the derivative."""

from __future__ import annotations

from typing import ClassVar

from _lifted import LiftedOver
from manim import linear

from mathora.stage import Number, StepView, action
from mathora.stage.figures.curve.curve import FunctionCurve
from mathora.stage.figures.curve.point import PointOnCurve
from mathora.stage.figures.curve.secant_slopes import SecantSlopes

SECONDS = 5.0  # in which a secant runs along the whole of its curve


class OverSecantSlopes(LiftedOver):
    """A curve over its derivative, and over the slopes of its secants."""

    needs: ClassVar = (
        ("secant_slopes.reach", "nonzero()", "the line goes through two points"),
        (
            "secant_slopes.reach",
            "reaches(function, {place}, span, held after vary)",
            "the line has the slope between both points",
        ),
    )

    def begin(self) -> None:
        """The slopes of secants, as far apart as the second point is from the first; not seen yet."""
        super().begin()
        point, main = self.spot, self.main
        held = lambda: {**main.held(), "reach": point.state.reach}  # noqa: E731 - read on each frame
        slopes = SecantSlopes(main.function, main.variable, held, lambda: point.state.reach)
        spare = self.free_colours("orange", "green")[0]
        colour = self.theme.palette[spare] if self.step is None else self.colour_of(self.step.key, spare)
        self.approximate = FunctionCurve(self.lower, slopes, colour)
        self.nearly = PointOnCurve(self.approximate, point.state.at, self.theme, colour, point.legs)
        self.followers.append(self.nearly)
        self.lower.keep_off(slopes)
        self.invariant("the slopes of secants are those of the curve", self.approximate.residual, 2e-3)
        at = self.mobjects.index(self.slopes.picture)
        self.mobjects[at:at] = [self.approximate.picture, self.nearly.picture]

    def go_to(self, at: float, seconds: float = 2.0, **others: float) -> None:
        """As on all slopes; a point that no run took along takes no time."""
        self.nearly.stand(at=self.spot.state.at)
        super().go_to(at, seconds, **others)

    @action("A secant with the step {reach} runs along; below, a curve of its own draws how steep it is, beside f'.")
    def secant_slopes(self, step: StepView, reach: Number = 1) -> None:
        """The derivative stands; then the run, and back. As the second point comes nearer, the curve settles on it."""
        self.need("draw")
        at, window = self.spot.state.at, self.plot.state
        self.play(*self.lower.to(axes=1, numbers=1), *self.slopes.to(drawn=1), run_time=0.8)
        self.tell(self.legs[0], "secant")
        self.play(*self.spot.to(triangle=0, drops=0, line=0, second=0), *self.nearly.to(point=0), run_time=0.4)
        self.approximate.stand(drawn=0)
        first, last = window.left - min(reach, 0.0), window.right - max(reach, 0.0)
        self.go_to(first, 1.0, reach=reach)
        self.play(*self.spot.to(point=1, second=1, line=1), *self.nearly.to(point=1), run_time=0.7)
        self._rest_at(last, reach)
        run = SECONDS, linear
        drawn = (last - window.left) / window.x.length
        self.approximate.stand(drawn=(first - window.left) / window.x.length)
        runs = [one for point in (self.spot, *self.followers) for one in point.to(*run, at=last)]
        self.play(*runs, *self.approximate.to(*run, drawn=drawn), *self.formulas_during(step))
        self.play(*self.approximate.to(drawn=1), run_time=0.5)
        self.lower.clear_numbers(self.play)
        self.go_to(at)
