"""Lines between points of curves: chords in a row, a secant that stays for comparison, how far two curves are apart."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from _marks import Marks

from mathora.stage import Count, Function, Interval, Number, StepView, action
from mathora.stage.curves import pieces
from mathora.stage.figures.curve.apart import Apart
from mathora.stage.figures.curve.chords import Chords
from mathora.stage.figures.curve.curve import FunctionCurve
from mathora.stage.figures.curve.point import PaleSecant
from mathora.stage.text.value_label import ValueLabel


class Chorded(Marks):
    """A curve with chords, and with a secant that stays while a tangent stands elsewhere."""

    needs: ClassVar = (
        ("chords.function", "stretches(over, held after vary)", "a curve has a length there"),
        ("difference.function", "one_free(held), other_than(scene.function)", "its curve is drawn beside the other"),
        ("difference.function", "seen(span, held)", "its curve is drawn"),
        ("difference.to", "on_curve(function, held), on_curve(scene.function, held)", "the bar stands there"),
    )
    limits: ClassVar = (("chords.count", 1, 200, "each is drawn"),)

    def begin(self) -> None:
        """No chords yet."""
        super().begin()
        self.chain: Chords | None = None
        self.distance: Apart | None = None

    def row(self, name: str) -> ValueLabel:
        """How long the chords are together."""
        if name != "length":
            return super().row(name)
        size, ink = self.readings.size, self.chain.line.get_stroke_color().to_hex()
        said = self.words_mobject(self.words.picture.length, size=size, colour=ink)
        return self.reading(self.chain.measured(self.model), size, said=said, decimals=3, colour=ink)

    def go_to(self, at: float, seconds: float = 2.0, **others: float) -> None:
        """As on all slopes; a secant stays, pale, where the point leaves it for a tangent elsewhere."""
        state, kept = self.spot.state, None
        if state.second and state.line and state.reach and others.get("reach") == 0 and at != state.at:
            kept = PaleSecant(self.spot, whole=True)
            self.mobjects.insert(self.mobjects.index(self.spot.picture), kept.picture)
            self.invariant(f"the secant from {state.at:g} goes through the curve", kept.off_slope, 1e-5)
        super().go_to(at, seconds, **others)
        if kept is not None:
            self.notes[kept] = False

    @action("{count} chords, all equally wide, follow the curve over {over}; how long they are together is read out.")
    def chords(self, step: StepView, count: Count = 4, over: Interval | None = None) -> None:
        """Those that stand over the same stretch split."""
        self.need("draw")
        if self.chain in self.notes and over in (None, self.chain.over):
            self.chain.split(count)
            self.chain.stand(split=0)
            self.readings.rest("length", self.chain.length())
            self.play(*self.chain.to(split=1), *self.formulas_during(step), run_time=2.0)
        else:
            self.drop_notes(all_=self.chain in self.notes)
            self.play(*self.spot.to(point=0, drops=0, second=0, line=0, triangle=0), run_time=0.4)
            self.keep_in_sight(*(over or ()))
            self.chain = Chords(self.curve, over or self._longest(), count, self.theme.palette[self._ink()])
            self.invariant("each end of a chord stands on the curve", self.chain.off_curve, 1e-6)
            self.note(self.chain, stays=True, seconds=1.2)
            self.tell("length")

    def _ink(self) -> str:
        return next(one for one in ("orange", "green") if self.theme.palette[one] != self.curve.colour)

    def _longest(self) -> Interval:
        """The longest part of the curve in the window without a gap."""
        parts = (Interval(float(x[0]), float(x[-1])) for x, _ in pieces(self.main.value, self.plot.state.x))
        return max(parts, key=lambda one: one.length)

    def _begins(self, other: FunctionCurve, to: float) -> float:
        """Where the part of both curves begins, without a gap, on which `to` is."""
        window = self.plot.state
        seen = Interval(min(window.left, to), max(window.right, to))
        parts = pieces(lambda x: self.main.value(x) - other.function.value(x), seen)
        return next((float(x[0]) for x, _ in parts if x[0] <= to <= x[-1]), to)

    def _hold_apart(self, distance: Apart, far: float, to: float) -> None:
        """The window grows until it holds both curves where the bar stands, and all that it draws."""
        x = np.linspace(distance.state.low, far, 60)
        drawn = np.column_stack([x, distance.difference(x)])
        points = [*((to, one.function(to)) for one in distance.curves), *drawn[np.isfinite(drawn[:, 1])].tolist()]
        if not all(self.plot.shows(*one) for one in points):
            self.look_at(*self.plot.holding(points))

    @action(
        "A bracket from the curve of {function} to the other runs along to {to}; a bar as long draws the difference."
    )
    def difference(self, step: StepView, function: Function, to: Number) -> None:
        """The second curve, if it does not stand, the bracket, and the bar on the axis; then one motion of both."""
        self.need("draw")
        other = self.curve_of(function)
        if other.picture not in self.mobjects:
            self.draw(StepView(()), function)
        begin = self._begins(other, to)
        if self.distance not in self.notes or self.distance.curves[1] is not other or self.distance.state.low < begin:
            self.drop_notes(all_=self.distance in self.notes)
            self.play(*self.spot.to(point=0, drops=0, second=0, line=0, triangle=0), run_time=0.4)
            self.tell()
            inks = map(self.theme.palette.get, ("purple", "green", "teal"))
            ink = next(one for one in inks if one not in (self.curve.colour, other.colour))
            self.distance = Apart(self.curve, other, begin, ink)
            self.invariant("bar and bracket are as long as the curves are apart", self.distance.off_length, 1e-6)
            self.invariant("the end of a bar draws the difference", self.distance.off_drawn, 1e-6)
            self.note(self.distance, stays=True)
        far = max(self.distance.state.high, to)
        self._hold_apart(self.distance, far, to)
        self.play(*self.distance.to(at=to, high=far), *self.formulas_during(step), run_time=4.0)
