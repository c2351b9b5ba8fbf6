"""Secants that become a tangent, or stay behind; the slope's triangle."""

from __future__ import annotations

from typing import ClassVar

from _slopes import Slopes
from manim import Animation, smooth

from mathora.stage import Flag, Number, StepView, action
from mathora.stage.curves import round_step
from mathora.stage.figures.curve.gap import TangentGap
from mathora.stage.figures.curve.point import PaleSecant, PointOnCurve
from mathora.stage.motion import evenly_nearer

COMING, NEARER = 2.0, 3.0  # seconds in which a second point comes nearer, then in which the window shrinks
SPARE = 0.25  # of the ways between both points, the least that the window leaves beyond them then
NEARLY = 0.02  # of its reach, how far a second point is from the first when its step is no longer told


class Secants(Slopes):
    """A function's curve with a point on it, secants, the tangent and its slope."""

    needs: ClassVar = (
        (
            "tangent.function, triangle.function",
            "touched({place}, span, held after vary, others)",
            "the tangent touches the curve",
        ),
        ("secant.reach", "nonzero()", "the line goes through two points"),
        ("triangle.run", "positive()", "the triangle lies to the right of the point"),
        (
            "secant.reach, approach.reach",
            "reaches(function, {place}, span, held after vary)",
            "the line has the slope between both points",
        ),
    )

    def begin(self) -> None:
        """No secant stays behind yet."""
        super().begin()
        self.pale: list[PaleSecant] = []

    def go_to(self, at: float, seconds: float = 2.0, **others: float) -> None:
        """As on all slopes; secants that stayed leave where the point goes elsewhere."""
        for one in self.pale:
            if one in self.notes:
                self.notes[one] = one.state.at == at
        super().go_to(at, seconds, **others)

    def _keep_secant(self) -> None:
        """The secant that stands stays behind, pale."""
        if self.spot.state.second and self.spot.state.line and not self.spot.joined:
            self.pale.append(one := PaleSecant(self.spot))
            self.invariant("a secant that stays has the slope between its points", one.off_slope, 1e-5)
            self.notes[one] = True
            self.mobjects.insert(self.mobjects.index(self.spot.picture), one.picture)

    @action("Another point stands {reach} farther along; the line through both, a secant, has its slope read out.")
    def secant(self, step: StepView, at: Number | None = None, reach: Number = 1, *, keep: Flag = False) -> None:
        """Both points, the line, its slope's triangle; a line before leaves first, or stays behind, pale (`keep`)."""
        self.need("draw")
        if keep:
            self._keep_secant()
        if self.spot.state.line:
            self.tell()
            gone = self.spot.to(line=0, triangle=0, second=0)
            self.play(*gone, *self.panel_leaving(step) if step.shown else (), run_time=0.4)
        self._put(at, point=1, drops=0, line=0, triangle=0, second=0, long=0)
        self.keep_in_sight(self.spot.state.at + reach)
        self._rest_at(self.spot.state.at, reach)
        self.spot.stand(reach=reach)
        self.play(*self.spot.to(second=1), run_time=0.6)
        self.play(*self.spot.to(line=1), run_time=1.0)
        self.play(*self.spot.to(triangle=1), *self.formulas_coming(step), run_time=0.8)
        self.tell(*self.legs, "secant")

    @action("The second point runs along the curve towards the first; the secant turns, and its slope follows.")
    def approach(self, step: StepView, reach: Number = 0, *, keep: Flag = False, closer: Flag = False) -> None:
        """At the end the secant is the tangent. `keep`: it stays behind, pale; `closer`: the window shrinks as much."""
        if self.spot.state.second == 0:
            self.need("draw")
            self.secant(StepView(()), reach=self._outward(reach))
        if keep:
            self._keep_secant()
        if reach == 0:  # the step is seen to go to zero, and not at zero: nothing is divided by nothing there
            self.tell(self.legs[0], "secant")
            self.go_to(self.spot.state.at, 3.0, reach=NEARLY * self.spot.state.reach)
            self.tell("secant")
        if closer and 0 < abs(reach) < abs(self.spot.state.reach):
            self._closer(reach, self.spot, *self.formulas_during(step))
        else:
            self.go_to(self.spot.state.at, 3.5 if reach else 0.6, reach=reach)
        if reach == 0:
            self.tell("at", "height", "slope")
            self.play(*self.spot.to(second=0, triangle=0), run_time=0.4)

    def _outward(self, reach: float) -> float:
        """From where a second point comes to `reach` if none stands: on the same side, if the curve leads there."""
        at, wide, side = self.spot.state.at, self.plot.state.x.length, -1.0 if reach < 0 else 1.0
        ways = [side, *(share * wide * sign for share in (0.3, 0.1, 0.02) for sign in (side, -side))]
        return next((one for one in ways if abs(one) > 0.01 * wide and self.curve.leads(at, at + one)), side)

    def _closer(self, reach: float, figure: PointOnCurve | TangentGap, *others: Animation) -> None:
        """What reaches so far from the point does so less, and the window shrinks about the point by the same share, if
        line and curve can be seen there then: a second point runs there first.
        """
        spot, window, height = self.spot.state, self.plot.state, self.spot.height
        share = abs(reach / figure.state.reach)
        ways = {"left": spot.at, "right": spot.at, "low": height, "high": height}
        ends = {name: middle + (getattr(window, name) - middle) * share for name, middle in ways.items()}
        seen = (spot.at, spot.at + reach), (height, self.main(spot.at + reach), height + self.spot.slope * reach)
        for (low, high), values in zip((("left", "right"), ("low", "high")), seen, strict=True):
            spare = SPARE * (max(values) - min(values))
            ends |= {low: min(ends[low], min(values) - spare), high: max(ends[high], max(values) + spare)}
        pace = NEARER, lambda done: evenly_nearer(smooth(done), share)  # by equal factors in equal times
        if figure is self.spot:
            self._rest_at(spot.at, reach)
        span = {side: ends[side] for side in ("left", "right")}  # all windows have one
        goals = ((one, span | (ends if one is self.plot else {})) for one in self.plots)
        nearer = (way for one, goal in goals for way in one.window_to(*pace, **goal))
        if figure is self.spot:  # first it is seen to come, then what is small is looked at closely
            self.play(*figure.to(COMING, reach=reach), *others)
            others = ()
        self.play(*nearer, *figure.to(*pace, reach=reach), *others)

    @action("The tangent touches the curve, at {at}; its slope is read out.")
    def tangent(self, step: StepView, at: Number | None = None) -> None:
        """The point, and the tangent there, which is told beside the secants that stayed; then they leave."""
        self.need("draw")
        self.drop_notes()
        if self.spot.state.reach:  # a rise and a way that end at nothing would be read as a quotient
            self.tell()
        self._put(at, point=1, second=0, triangle=0, reach=0)
        self.play(*self.spot.to(line=1), *self.formulas_coming(step), run_time=0.9)
        self.tell("at", "height", "slope")
        self.unnote(*(one for one in self.pale if one in self.notes))

    @action("A triangle shows the slope: one way across, and how far the line rises on it.")
    def triangle(self, step: StepView, run: Number | None = None) -> None:
        """The legs of the slope triangle, with their readings."""
        if self.spot.state.line == 0:
            self.need("tangent")
        if self.spot.state.triangle and self.spot.joined:  # one of another size
            self.play(*self.spot.to(triangle=0), run_time=0.4)
        self.spot.stand(run=run or float(round_step(0.12 * self.plot.state.x.length)))
        self.play(*self.spot.to(triangle=1), *self.formulas_coming(step), run_time=0.9)
        self.tell(*(*self.tangent_legs, "slope") if self.spot.joined else (*self.legs, "secant"))
