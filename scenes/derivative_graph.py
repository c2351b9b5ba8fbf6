"""A curve, and below it the curve of its slopes: the derivative, traced by a point that runs along."""

from __future__ import annotations

from typing import ClassVar

from _secant_slopes import OverSecantSlopes
from manim import Animation, linear, rush_from, smooth

from mathora.stage import Flag, Interval, Number, StepView, Variable, action, brings
from mathora.stage.figures.curve.plot import Window
from mathora.stage.motion import evenly_nearer

NO_SECANT = {"second": 0, "triangle": 0, "reach": 0}
WHOLE, IN_PARTS = 5.0, 10.0  # seconds for a window in one run; and in parts, as each is told meanwhile


class DerivativeGraph(OverSecantSlopes):
    """A function's curve and, on axes of its own below, its derivative: the height there is the slope here."""

    needs: ClassVar = (
        ("collect.to, grow.to, trace.to", "on_curve(function, held)", "the point stands on the curve"),
        ("collect.to, grow.to, trace.to", "held_in_sight(function, span, held, others)", "the axes reach as far"),
        ("strip.reach", "nonzero()", "the strip is seen"),
        ("strip.reach", "reaches(function, {place}, span, held after vary)", "the strip is under the curve"),
        ("narrow.reach", "nonzero()", "the strip is seen"),
        ("narrow.reach", "reaches(function, {place}, span, held after vary)", "the strip is under the curve"),
    )

    def begin(self) -> None:
        """No curve grows yet out of its slopes."""
        super().begin()
        self.grows = False

    @brings("draw")
    def _stand_curve(self) -> None:
        """A curve that is being drawn, by what is collected or by its slopes, stays as it is."""
        if not self.collected.state.seen and not self.grows:
            super()._stand_curve()

    @action("The lower curve stands; above, the point goes on to {to} as steeply as that is high, and draws the curve.")
    def grow(self, step: StepView, to: Number | None = None) -> None:
        """The slopes first, then the shape: a run from left to right, in parts if the steps say how far."""
        window, spot = self._hold(to), self.spot.state
        end = window.right if to is None else to
        if self.grows and (spot.reach or not spot.line or self.collected.state.seen):
            self.play(*self.spot.to(point=1, line=1, drops=0, **NO_SECANT), *self._uncollected(), run_time=0.6)
        if not self.grows:
            self.grows = True
            gone = (
                *self.curve.to(drawn=0),
                *self.spot.to(point=0, line=0, drops=0, **NO_SECANT),
                *self.tracer.to(point=0),
            )
            self.play(*gone, *self.guide.to(seen=0), *self._uncollected(), run_time=0.6)
            self.play(*(motion for one in self.plots for motion in one.to(axes=1, numbers=1)), run_time=0.8)
            self.play(*self.slopes.to(drawn=1), *self.formulas_during(step), run_time=2.0)
            for one in (self.spot, self.tracer):
                one.stand(at=window.left)
            self.play(*self.spot.to(point=1, line=1), *self.tracer.to(point=1), *self.guide.to(seen=1), run_time=0.8)
        self.tell("slope")
        self._rest_at(end, 0.0)
        drawn = (end - window.left) / window.x.length
        seconds = max(0.5, IN_PARTS * (drawn - self.curve.state.drawn))
        runs = [*self.spot.to(seconds, linear, at=end), *self.tracer.to(seconds, linear, at=end)]
        self.play(*runs, *self.curve.to(seconds, linear, drawn=drawn), *self.formulas_during(step))

    def _hold(self, to: float | None) -> Window:
        """The window holds where a run ends."""
        window = self.plot.state
        if to is not None and not window.left <= to <= window.right:
            self.look_at(Interval(min(window.left, to), max(window.right, to)))
        return self.plot.state

    def _uncollected(self) -> list[Animation]:
        """What was collected leaves."""
        return [*self.collected.to(seen=0), *self.next.to(strip=0, box=0, inner=0, stem=0)]

    @action("The area under the lower curve grows to {to}; above, the point draws how large it is, which may be told.")
    def collect(self, step: StepView, to: Number, *, told: Flag = True, called: tuple[Variable, ...] = ()) -> None:
        """The lower curve and the point's bar first, if they do not stand; then one motion of both; the end's name."""
        self.drop_notes(all_=True)
        if not self.collected.state.seen:
            turning = [] if self.climb is None or self.lower.state.axes else [self.climb]
            for one in turning:
                one.stand(turned=0)
            self.play(*(motion for one in self.plots for motion in one.to(axes=1, numbers=1)), run_time=0.8)
            self.play(*self.slopes.to(drawn=1), *(way for one in turning for way in one.to(turned=1)), run_time=1.4)
            self.collected.stand(low=self.spot.state.at, seen=1)
            self.play(*self.spot.to(point=1), *self.tracer.to(point=1), *self.next.to(stem=1), run_time=0.5)
        self.tell("at", *["area", "height"] * told)
        self._rest_at(to, self.spot.state.reach)
        window = self.plot.state
        drawn = max(self.curve.state.drawn, (to - window.left) / window.x.length)
        moves = *self.spot.to(at=to), *self.tracer.to(at=to), *self.curve.to(drawn=drawn)
        self.play(*moves, *self.formulas_during(step), run_time=3.0, rate_func=self.pace)
        self.name_ends(*called, beyond=False)
        self.name_curves()

    @action(
        "A strip comes to the area, {reach} wide, which may be boxed in as high as its ends; above, it is added.",
        moves=("strip", "outer", "inner"),
    )
    def strip(
        self,
        step: StepView,
        reach: Number,
        at: Number | None = None,
        *,
        boxed: Flag = True,
        called: tuple[Variable, ...] = (),
    ) -> None:
        """The strip and the rise grow together; then both rectangles, if wanted, and the secant with its slope."""
        if not self.collected.state.seen:
            self.collect(StepView(()), self.spot.state.at)
        if self.spot.state.reach:  # what is read of another strip is not of this one
            self.tell()
        self.play(*self.spot.to(line=0, triangle=0, second=0, reach=0, drops=0), run_time=0.4)
        if at is None:  # it is there
            self.drop_notes()
        else:
            self.go_to(at)
        self.play(*self.curve.to(drawn=1), run_time=0.5)
        self.keep_in_sight(self.spot.state.at + reach)
        self.starts("strip")
        self.next.stand(strip=1, box=0, inner=0, levelled=0)
        self.play(*self.spot.to(reach=reach, second=1), run_time=1.6)
        self.name_ends(*called)
        if boxed:
            self.starts("outer")
            self.play(*self.next.to(box=1), run_time=0.8)
            self.starts("inner")
            self.play(*self.next.to(inner=1), run_time=0.8)
        self.play(*self.spot.to(line=int(boxed), triangle=1), *self.formulas_coming(step), run_time=0.9)
        self.tell(*(self.legs if reach > 0 or not boxed else self.squeezed))  # a way back is no rise

    @action(
        "The strip is levelled: a bar as wide and as large stands for it, as high as the secant's slope above.",
        moves=("level",),
    )
    def level(self, step: StepView) -> None:
        """Its top goes to one height; of the readings, the way and that height stay."""
        if not self.next.state.strip:
            at, reach = self.spot.state.at, 0.2 * self.plot.state.x.length
            self.strip(StepView(()), reach if self.curve.leads(at, at + reach) else -reach)
        self.show_formulas(step)
        self.starts("level")
        self.play(*self.next.to(2.4, rush_from, levelled=1))  # at once, with its word
        self.tell(*self.squeezed)

    @action("The strip narrows to {reach}, looked at ever closer: it fills its rectangle, and the secant turns.")
    def narrow(self, step: StepView, reach: Number) -> None:
        """Both windows shrink with the strip, so that it stays as wide to the eye."""
        if not self.next.state.box or reach * self.spot.state.reach < 0:
            at = self.spot.state.at
            self.strip(StepView(()), 2 * reach if self.curve.leads(at, at + 2 * reach) else reach)
        spot, window = self.spot.state, self.plot.state
        share, height = reach / spot.reach, self.spot.height
        near = lambda one, middle: middle + (one - middle) * share  # noqa: E731 - as much nearer
        ends = {"left": near(window.left, spot.at), "right": near(window.right, spot.at)}
        steep = [self.main(one) + (self.main(one) - height) / 8 for one in ends.values()]  # where the curve leaves
        heights = {"low": min(near(window.low, height), *steep), "high": max(near(window.high, height), *steep)}
        self.tell(*self.squeezed)
        self._rest_at(spot.at, reach)
        pace = 5.0, lambda done: evenly_nearer(smooth(done), share)  # by equal factors in equal times
        moves = (*self.plot.window_to(*pace, **ends, **heights), *self.lower.window_to(*pace, **ends))
        self.play(*moves, *self.spot.to(*pace, reach=reach), *self.formulas_during(step))

    @action("The point runs along the curve; on axes below, a second one draws how steep it is: the derivative.")
    def trace(self, step: StepView, to: Number | None = None) -> None:
        """One run from left to right, and back to where the point stood; or only so far, from where the last run
        ended: the next step goes on.
        """
        self.need("draw")
        state, window = self.spot.state, self._hold(to)
        end = window.right if to is None else to
        self.tell("slope")
        if 0 < self.slopes.state.drawn < 1:
            self.go_to(window.left + self.slopes.state.drawn * (window.right - window.left))
        else:
            self.play(*self.spot.to(point=1, line=1, drops=0, second=0, triangle=0, reach=0), run_time=0.6)
            self.play(*self.spot.to(at=window.left), *self.tracer.to(at=window.left), run_time=1.0)
            self.slopes.stand(drawn=0)
            self.play(*self.tracer.to(point=1), *self.guide.to(seen=1), run_time=0.3)
        drawn = (end - window.left) / (window.right - window.left)
        whole = WHOLE if to is None and not self.slopes.state.drawn else IN_PARTS
        seconds = max(0.5, whole * (drawn - self.slopes.state.drawn))
        runs = [*self.spot.to(seconds, linear, at=end), *self.tracer.to(seconds, linear, at=end)]
        self.play(*runs, *self.slopes.to(seconds, linear, drawn=drawn), *self.formulas_during(step))
        if to is None:
            self.go_to(state.at)
