"""How far a tangent is from its curve: a bracket between both, which comes nearer, and what is read of it."""

from __future__ import annotations

from typing import ClassVar

from _secants import Secants
from _slopes import decimals_of_legs

from mathora.stage import Function, Number, StepView, action
from mathora.stage.figures.curve.gap import TangentGap
from mathora.stage.text.terms import definition, value_of
from mathora.stage.text.value_label import ValueLabel


class Gaps(Secants):
    """A function's curve with its secants and tangent, and a bracket that shows how far the tangent is from it."""

    needs: ClassVar = (
        ("gap.function", "touched({place}, span, held after vary, others)", "the tangent touches the curve"),
        ("gap.reach", "nonzero()", "the bracket stands beside the point"),
        (
            "gap.reach",
            "reaches(function, {place}, span, held after vary), leaves(function, {place}, span, held after vary)",
            "a bracket shows how far the curve is off its tangent",
        ),
        (
            "gap.called",
            "variables(1), gapped(function, reach, {place}, span, held after vary)",
            "it says how far the curve is off after a step",
        ),
    )

    def begin(self) -> None:
        """No bracket stands yet."""
        super().begin()
        self.apart: TangentGap | None = None

    def _see_both(self, reach: float) -> None:
        """The window grows until curve and tangent can be seen so far from the point."""
        there = self.spot.state.at + reach
        ends = [(there, self.main(there)), (there, self.spot.height + self.spot.slope * reach)]
        if not all(self.plot.shows(*end) for end in ends):
            self.look_at(*self.plot.holding(ends))

    @action("The tangent goes on to both sides; {reach} from the point a bracket shows how far the curve is off it.")
    def gap(self, step: StepView, reach: Number, called: Function | None = None) -> None:
        """The tangent all through the window, the bracket; one that stands comes nearer, the window with it."""
        if not self.done:  # curve and tangent come out of the picture before
            self.need("draw")
            self.spot.stand(point=1, line=1, long=1)
            self.show_formulas(step)
        elif self.spot.state.line == 0 or not self.spot.joined:
            self.tangent(StepView(()))
        stands = self.apart if self.apart in self.notes else None
        if stands and abs(reach) < abs(stands.state.reach):
            self._rest_gap(stands, reach)
            self._closer(reach, stands, *self.formulas_during(step))
        elif stands:
            self._see_both(reach)
            self._rest_gap(stands, reach)
            self.play(*stands.to(reach=reach), run_time=1.2)
        else:
            self._see_both(reach)
            name = None if called is None else self.label(definition(called))
            across = None if self.step is None else self.symbol(self.step.key)
            self.apart = TangentGap(self.spot, reach, (across, name), called)
            self.invariant("the bracket reaches from the tangent to the curve", self.apart.off_ends, 1e-6)
            self.invariant("the bracket is as long as it is called", self.apart.off_length, 1e-6)
            self.play(*self.spot.to(long=1), run_time=1.2)
            self.note(self.apart, stays=True, seconds=1.2)
        length = () if self.apart.called is None else ("apart",)
        self.tell("across", *length, "slope")

    def row(self, name: str) -> ValueLabel:
        """As on all slopes; and how far from the point a bracket stands, and how long it is."""
        gap, size = self.apart, self.readings.size
        if name == "across" and gap is not None:
            key, reach = self.legs[0], lambda: gap.state.reach
            colour = None if self.step is None else self.colour_of(key)
            return self.reading(self.coordinate(key, reach), size, decimals=decimals_of_legs(reach()), colour=colour)
        if name == "apart" and gap is not None and gap.called is not None:
            said = self.label(definition(gap.called), size)
            return self.reading(value_of(gap.called, lambda: (gap.state.reach,)), size, said=said, decimals=2)
        return super().row(name)

    def _rest_gap(self, gap: TangentGap, reach: float) -> None:
        """Its readings come to rest where it stands so far from the point."""
        now = gap.state.reach
        gap.stand(reach=reach)
        ends = {name: self.readings.rows[name].value() for name in ("across", "apart") if name in self.readings.rows}
        gap.stand(reach=now)
        for name, value in ends.items():
            self.readings.rest(name, value)
