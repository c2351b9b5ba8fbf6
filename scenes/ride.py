"""A wagon on a track, and above it the curve of its speed: how far it goes is the area under the curve."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from area import Area
from manim import linear

from mathora.stage import Flag, Interval, Number, Prose, StepView, action
from mathora.stage.figures.curve.track import Milestone, Track
from mathora.stage.figures.data.number_line import NumberAxis
from mathora.stage.text.terms import plainly
from mathora.stage.text.value_label import ValueLabel


class Ride(Area):
    """A wagon runs on a track as fast as the curve above it says; how far it gets is the area under the curve."""

    over: Interval
    unit: Prose | None = None
    pace = staticmethod(linear)  # the film's clock is the wagon's

    needs: ClassVar = (
        ("ride.function", "stretches(over, held)", "the way is the area under the curve"),
        ("ride.to", "inside(over)", "the wagon runs in this time"),
    )

    def begin(self) -> None:
        """The curve above, the track below."""
        above, below = self.layout.figure.split_rows(3.2, 1)
        self.layout = replace(self.layout, figure=above)
        self.start = self.over.low if self.start is None else self.start
        super().begin()
        self.covered.whole = self.over
        small = self.theme.sizes.small  # as the curve's own numbers
        said = None if self.unit is None else self.prose_mobject(self.unit, below.width / 4, small)
        self.track = Track(self.spot, self.over, lambda span: NumberAxis(below, span, self.theme, said, size=small))
        self.add(self.track.picture)
        self.invariant("the wagon is where its speed has brought it", self.track.off_place, 1e-5)

    def row(self, name: str) -> ValueLabel:
        """The area's has room for the whole way."""
        row = super().row(name)
        return row.rest_at(self.covered.worth, self.track.way(self.over.high)) if name in {"area", "integral"} else row

    @action("The wagon runs until {to}, as fast as the curve is high; with it, if that is asked for, the area fills.")
    def ride(self, step: StepView, to: Number, *, area: Flag = False, mark: Flag = False) -> None:
        """The point first, if it does not stand; then one motion of all; where it ends, a post tells how far that is,
        if it is to be a `mark`.
        """
        self.drop_notes(all_=True)
        self.need("draw")
        self.keep_in_sight(self.spot.state.at, to, axis=area)
        self.play(*self.spot.to(point=1), run_time=0.5)
        if area:
            if self.covered.state.high != self.spot.state.at or self.covered.state.bars:
                self.play(*self.covered.to(seen=0, bars=0), run_time=0.5)
            self.covered.stand(low=self.over.low, high=self.spot.state.at, seen=1, filled=1)
        self.tell("at", "height", *(["area"] if area else []))
        self._rest_at(to, 0.0)
        seconds = 4.0
        follow = self.covered.to(seconds, linear, high=to) if area else []
        self.play(*self.spot.to(seconds, linear, at=to), *follow)
        if mark:
            name = self.label(plainly(self.track.way(to)), self.theme.sizes.small, self.curve.colour)
            self.note(stone := Milestone(self.track, name), stays=True)
            self.invariant("a post stands where the wagon has come to", stone.off_place, 1e-6)
