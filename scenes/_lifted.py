"""A curve that is lifted by a constant over its derivative, and names for the ends of a stretch."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from _over_derivative import OverDerivative

from mathora.stage import Interval, Number, StepView, Variable, action
from mathora.stage.figures.curve.lifted import EndName, Lifted, lifted_by
from mathora.stage.text.terms import symbol
from mathora.stage.text.value_label import ValueLabel


class LiftedOver(OverDerivative):
    """A curve over its derivative, which stays as steep where it is lifted."""

    limits: ClassVar = (
        ("len(collect.called)", 0, 1, "the end has a name"),
        ("len(strip.called)", 0, 2, "both ends of the strip have names"),
    )
    needs: ClassVar = (("lift.by", "nonzero()", "the lifted curve is seen"),)

    def begin(self) -> None:
        """Nothing is lifted yet."""
        super().begin()
        self.lifted: tuple[Lifted, Variable] | None = None

    def go_to(self, at: float, seconds: float = 2.0, **others: float) -> None:
        """As on all slopes; the names of ends leave where the point goes elsewhere."""
        names = (one for one in self.notes if isinstance(one, EndName))
        self.notes |= dict.fromkeys(names, at == self.spot.state.at)
        super().go_to(at, seconds, **others)

    def name_ends(self, *called: Variable, beyond: bool = True) -> None:
        """The places of the point and of the one `beyond` it have names under the axis; the last name is the last's."""
        if called:  # no line leads through a name
            self.play(*self.guide.to(seen=0), run_time=0.3)
        places = (False, True)[: 1 + beyond][-len(called) :]
        for one, far in zip(called, places, strict=False):
            self.note(EndName(self.spot, self.symbol(one.key), beyond=far), stays=True)

    def row(self, name: str) -> ValueLabel:
        """By how much the curve is lifted, too."""
        if name != "lifted":
            return super().row(name)
        figure, called = self.lifted
        by = self.coordinate(called.key, lambda: figure.state.by)
        return self.reading(by, self.readings.size, decimals=2, colour=self.colour_of(called.key))

    @action(
        "The curve is lifted by {by}, which is {called}: it stays as steep, and both ends of the strip rise as much.",
        moves=("lift",),
        needs="draw",
    )
    def lift(self, step: StepView, by: Number, called: Variable) -> None:
        """A copy rises from the curve; at both ends a bar grows with it, and what it rises by between them stays."""
        if not self.spot.state.second or not self.spot.state.reach:
            self.strip(StepView(()), 0.4 * (self.plot.state.right - self.spot.state.at), boxed=False)
        drawn = np.concatenate([y for _, y in self.curve.pieces()[1]])
        window, reached = self.plot.state, (drawn.min() + min(by, 0.0), drawn.max() + max(by, 0.0))
        if not window.low <= reached[0] < reached[1] <= window.high:
            self.look_at(window.x, Interval(min(window.low, reached[0]), max(window.high, reached[1])))
        self.unnote(*(one for one in self.notes if isinstance(one, Lifted)))
        own, constant = (symbol(self.model, key) for key in (self.function.key, called.key))
        ink, *_ = self.free_colours("purple", "teal", "pink")
        colours = self.theme.palette[ink], self.colour_of(called.key, "green"), self.rise_ink
        names = self.label(constant), self.symbol(self.legs[1], base=self.rise_ink)
        figure = Lifted(self.spot, colours, self.label(lifted_by(own, constant)), names)
        self.lifted = figure, called
        self.invariant("a bar is as long as the curve is lifted", figure.off_bars, 1e-6)
        self.invariant("a lifted curve rises by as much", figure.off_rise, 1e-6)
        self.add(figure.picture)
        self.starts("lift")
        self.play(*figure.to(3.0, by=by, seen=1), *self.formulas_during(step))
        self.notes[figure] = False
        self.tell(*self.legs, "lifted")
