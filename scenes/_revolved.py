"""A curve turned around the axis: discs, whose volumes add up."""

from __future__ import annotations

from typing import ClassVar

from _bars import Bars

from mathora.stage import Count, Interval, StepView, action
from mathora.stage.figures.curve.revolved import Revolved
from mathora.stage.text.value_label import ValueLabel


class Turned(Bars):
    """A curve that is turned around the axis."""

    needs: ClassVar = (("revolve.function", "stretches(over, held)", "a solid has a volume"),)
    limits: ClassVar = (("revolve.count", 1, 100, "each disc is drawn"),)

    def begin(self) -> None:
        """Nothing is turned yet."""
        super().begin()
        self.solid: Revolved | None = None

    def row(self, name: str) -> ValueLabel:
        """The volume."""
        if name != "volume":
            return super().row(name)
        size = self.readings.size
        said = self.words_mobject(self.words.picture.volume, size=size, colour=self.solid.colour)
        label = self.reading(self.solid.measured(self.model), size, said=said, decimals=3, colour=self.solid.colour)
        return label.rest_at(self.solid.volume)

    def tell(self, *names: str) -> None:
        """The solid leaves with its volume."""
        if self.solid is not None and "volume" not in names:
            leaving, self.solid = self.solid, None
            self.unnote(leaving)
        super().tell(*names)

    @action("The curve turns around the axis over {over}: {count} discs; their volume is read out.", needs="draw")
    def revolve(self, step: StepView, count: Count = 8, over: Interval | None = None) -> None:
        """The discs open downwards; those that stood leave."""
        self._over(over)
        state = self.covered.state
        self.play(*self.covered.to(seen=0, bars=0), run_time=0.4)
        self.play(*self.spot.to(point=0, drops=0, second=0, line=0, triangle=0), run_time=0.3)
        self.tell()
        solid = Revolved(self.curve, Interval(state.low, state.high), count, self.curve.colour)
        reach = 1.12 * float(solid.radii.max())
        if self.plot.state.low > -reach or self.plot.state.high < reach:
            self.look_at(self.plot.state.x, Interval(-reach, reach))
        self.mobjects.insert(self.mobjects.index(self.curve.picture), solid.picture)
        self.invariant(f"each of {count} discs is as high as the curve", solid.off_curve, 1e-6)
        self.play(*solid.to(seen=1), *self.formulas_during(step), run_time=2.0)
        self.solid, self.notes[solid] = solid, True
        self.tell("volume")
