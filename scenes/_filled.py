"""A path that goes around a set: the set is filled, what is new of it is lit, and points that fell in it leave."""

from __future__ import annotations

from _orbit import OrbitPicture
from manim import Animation, FadeOut

from mathora.stage import Flag
from mathora.stage.figures.curve.darts import Darts
from mathora.stage.figures.curve.enclosed import Enclosed, Ring
from mathora.stage.figures.curve.orbit import Orbit

SIDES = "each point is on the side that it shows"


class FilledOrbit(OrbitPicture):
    """A path by two functions, and the set within it."""

    filled: Flag = False

    def begin(self) -> None:
        """The path's picture; no set is filled yet."""
        super().begin()
        self.enclosed: Enclosed | None = None
        self.ring: Ring | None = None
        self.thrown: Darts | None = None
        self.sides = self.theme.palette["green"], self.theme.palette["red"]

    def fill(self) -> Enclosed:
        """What the path goes around is filled, if it is not yet."""
        if self.enclosed is None:
            self.enclosed = Enclosed(self.orbit, (self.span.low, self.span.low), self.sides)
            self.invariant("the segment joins two points of the path", self.enclosed.off_ends, 1e-6)
            self.invariant("each part of the segment is on the side that it shows", self.enclosed.off_side, 1e-6)
            self.add(self.enclosed.picture)
            self.play(*self.enclosed.to(seen=1), run_time=0.8)
        return self.enclosed

    def light(self, before: Orbit) -> None:
        """What the path goes around anew from now on is lit; `before` is how it was, which stands already."""
        if self.filled and self.enclosed is not None:
            self.ring = Ring(self.orbit, self.enclosed.edge(), self.theme.palette["yellow"])
            self.mobjects.insert(self.mobjects.index(before.picture), self.ring)

    def clear_darts(self) -> None:
        """Points that fell around the path as it was leave, and what is read of them."""
        if self.thrown is not None:
            leaving = self.readings.take("count", "share", "estimate")
            self.play(*self.thrown.to_nothing(), *map(FadeOut, leaving), run_time=0.5)
            self.invariants.release(SIDES)
            self.remove(self.thrown.picture)
            self.thrown = None

    def dimming(self) -> list[Animation]:
        """What was lit becomes like the rest again."""
        lit, self.ring = self.ring, None
        return [] if lit is None else [FadeOut(lit)]
