"""The area under a curve: bars that come near to it, the area itself, and the area between two curves."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from _revolved import Turned
from manim import Create, Line

from mathora.stage import Flag, Function, Interval, Number, StepView, action
from mathora.stage.curves import OneVariable, chosen_heights, chosen_span, crossings
from mathora.stage.figures.curve.area import CoveredArea
from mathora.stage.figures.curve.curve import FunctionCurve
from mathora.stage.plane.graph import along
from mathora.stage.text.terms import integral_of
from mathora.stage.text.value_label import ValueLabel

NARROW, BESIDE = 0.4, 0.35
"""An area of less than this share of the usual window is looked at closer, with so much of its width on both sides."""

TAILS = ("tail", "other_tail")
"""The readings of both areas from a threshold on."""

FAR = 0.08  # one that would be a smaller share of the window with the usual one stands alone in it


class Area(Turned):
    """The area between a curve and the axis, or a second curve, and bars that come ever nearer to it."""

    over: Interval | None = None

    needs: ClassVar = (
        ("area.function", "stretches(over, held)", "an area has a size"),
        ("between.function", "encloses(scene.function, over, span, held)", "an area has a size"),
        ("between.function, threshold.function", "one_free(held), other_than(scene.function)", "both are drawn"),
        ("sweep.to", "swept(function, area.over, held after vary)", "an area has a size"),
        ("threshold.at", "on_curve(function, held after vary)", "the areas begin there"),
    )
    movable = ("area", {"function": "function", "over": "over", "span": "span"})

    def begin(self) -> None:
        """The curve, and an area that is not seen yet."""
        self.span = self.span or self._close_up()
        super().begin()
        over = self.over or self._stretch()
        self.covered, self.tails = CoveredArea(self.curve, over, self.theme), list[CoveredArea]()
        self.tells_area = True
        self.plot.lie_on_fills()
        self.add(self.covered.picture, self.curve.picture, self.plot.numbers, self.spot.picture)
        self.invariant("the area ends on the curve", self.covered.off_curve, 5e-3)
        self.invariant("the bars cover their sum", self.covered.off_sum, 1e-6)

    def _close_up(self) -> Interval | None:
        """What is seen where the script gives no span, so that it holds the area: None for the usual window."""
        if self.over is None:
            return None
        held = self.held.mapping() if self.held else {}
        one, *others = (
            OneVariable(each, next(key for key in each.variables if key not in held), lambda: held)
            for each in (self.function, *self.others)
        )
        usual, over, beside = chosen_span([one, *others]), self.over, BESIDE * self.over.length
        low = max(over.low - beside, usual.low if usual.low <= over.low else one.domain.low)
        high = min(over.high + beside, usual.high if usual.high >= over.high else one.domain.high)
        whole = Interval(min(low, usual.low), max(high, usual.high))
        wide = bool(others) or over.length >= NARROW * usual.length
        return whole if wide and over.length >= FAR * whole.length else Interval(low, high)

    def _stretch(self) -> Interval:
        """What of the window's span has values, from zero on if it is inside."""
        (x, _), *_ = sorted(self.curve.pieces()[1], key=lambda part: part[0][0] - part[0][-1])
        low, high = float(x[0]), float(x[-1])
        return Interval(0.0 if low < 0 < high else low, high)

    def row(self, name: str) -> ValueLabel:
        """The reading of the area, too."""
        size, covered, picture = self.readings.size, self.covered, self.words.picture
        ends = lambda: (covered.state.low, covered.state.high)  # noqa: E731 - where it begins and ends
        if name in {"area", "integral"}:
            said = self.words_mobject(getattr(picture, name), size=size)
            measured = integral_of(self.function, ends, lambda: covered.worth)
            return self.reading(measured, size, said=said, decimals=2, colour=self.curve.colour)
        if name in TAILS:
            tail = self.tails[TAILS.index(name)]
            reach = lambda: (tail.state.low, tail.state.high)  # noqa: E731 - where it begins and ends
            measured = integral_of(tail.curve.function.function, reach, lambda: tail.worth)
            word = picture.integral if tail.is_signed else picture.area
            said = self.words_mobject(word, size=size, colour=tail.curve.colour)
            return self.reading(measured, size, said=said, decimals=2, colour=tail.curve.colour)
        return super().row(name)

    def tell(self, *names: str) -> None:
        """An area of which part counts negative is an integral."""
        name = "integral" if self.covered.is_signed else "area"
        super().tell(*dict.fromkeys(name if one in {"area", "integral"} else one for one in names))

    def _over(self, over: Interval | None) -> None:
        """The stretch that is meant: the ends of what stands go there, but bars leave."""
        state = self.covered.state
        span = over or Interval(state.low, state.high)
        self.keep_in_sight(*span, axis=self.covered.other is None, other=self.covered.other)
        if tuple(span) != (state.low, state.high):
            self.tell()
            goes = {"low": span.low, "high": span.high} if state.seen and not state.bars else {"seen": 0, "bars": 0}
            self.play(*self.covered.to(**goes), run_time=2.4 if "low" in goes else 0.5)
            self.covered.stand(low=span.low, high=span.high)

    @action("The area between the curve and the axis fills, from end to end, over {over}; it may be read out.")
    def area(self, step: StepView, over: Interval | None = None, *, told: Flag = True) -> None:
        """The area fills from left to right; one that stands goes there."""
        self.need("draw")
        if self.covered.other is not None:  # what is read beside it is the area between two curves
            self.play(*self.covered.to(seen=0, bars=0), run_time=0.5)
            self.tell()
            self.covered.other = None
        self._over(over)
        state = self.covered.state
        if state.seen == 0:
            self.covered.stand(filled=0, seen=1)
            self.name_curves()
            self.play(*self.covered.to(filled=1), *self.formulas_during(step), run_time=1.8)
        self.tells_area = told
        self.tell(*(self._sums if state.bars else ()), *["area"] * told)

    @action("The end of the area moves to {to}; what it covers follows.")
    def sweep(self, step: StepView, to: Number) -> None:
        """The right end of the area moves, and the bars leave."""
        if self.covered.state.seen == 0:
            self.need("area")
        self.keep_in_sight(to)
        self.play(*self.covered.to(bars=0), run_time=0.4)
        self.tell("area")
        self.play(*self.covered.to(high=to), *self.formulas_during(step), run_time=2.4)
        self.name_curves()
        self.tell()
        self.tell("area")

    @action("The area between the two curves fills, over {over}; it may be read out.", needs="draw")
    def between(self, step: StepView, function: Function, over: Interval | None = None, *, told: Flag = True) -> None:
        """The second curve, if it does not stand, then what lies between both; without a stretch, from crossing to
        crossing, if they cross.
        """
        other = self.curve_of(function)
        if other.picture not in self.mobjects:
            self.add(other.picture)
        self.play(*other.to(drawn=1), run_time=1.6)
        self.play(*self.covered.to(seen=0, bars=0), run_time=0.4)
        self.tell()
        self.covered.other = other.function
        self._over(over or self.over or self._crossings(other))
        self.covered.stand(filled=0, seen=1)
        self.name_curves()
        self.play(*self.covered.to(filled=1), *self.formulas_during(step), run_time=3.0)
        self.tell(*["area"] * told)

    @action("From {at} on the areas under the curve and under that of {function} fill; each is read out.", needs="draw")
    def threshold(self, step: StepView, at: Number, function: Function) -> None:
        """A line stands where they begin; one that stands moves, and both areas with it."""
        if not self.tails:
            self._hold(self.curve_of(function))
            self.draw(StepView(()), function)
            self.play(*self.covered.to(seen=0, bars=0), run_time=0.4)
            for curve in (self.curve, self.curve_of(function)):
                tail = CoveredArea(curve, Interval(at, self.plot.state.right), self.theme)
                tail.stand(seen=1, filled=0)
                self.mobjects.insert(self.mobjects.index(self.plot.picture) + 1, tail.picture)  # below the curves
                self.invariant(f"the area from the threshold on ends on {curve.function.key}", tail.off_curve, 5e-3)
                self.tails.append(tail)
            self.plot.lines.append(lambda: along(*self.plot.graph.models_of(self._upright())))
            line = Line(stroke_color=self.theme.foreground, stroke_width=3)
            line.add_updater(lambda one: one.set_points_as_corners(self._upright()), call_updater=True)
            self.play(Create(line), run_time=0.6)
            filling = [way for one in self.tails for way in one.to(filled=1)]
            self.play(*filling, *self.formulas_during(step), run_time=1.8)
        else:
            self.tell(*TAILS)
            self.play(*(way for one in self.tails for way in one.to(low=at)), *self.formulas_during(step), run_time=2.4)
            self.tell()
        self.name_curves()
        self.tell(*TAILS)

    def _hold(self, curve: FunctionCurve) -> None:
        """The window grows until it holds the curve, too, unless the script says its heights."""
        window, (low, high) = self.plot.state, chosen_heights([self.main, curve.function], self.plot.state.x)
        if self.heights is None and not window.low <= low < high <= window.high:
            self.look_at(window.x, Interval(min(low, window.low), max(high, window.high)))

    def _upright(self) -> np.ndarray:
        """The ends (2, 3) of the line on which the areas begin."""
        at, heights = self.tails[0].state.low, self.plot.state.y
        return np.array([self.plot.point(at, heights.low), self.plot.point(at, heights.high)])

    def _crossings(self, other: FunctionCurve) -> Interval | None:
        """From the first to the last place in the window where both curves meet; None if they do not meet twice."""
        found = crossings(self.main, other.function, self.plot.state.x)
        return Interval(found[0], found[-1]) if len(found) > 1 else None
