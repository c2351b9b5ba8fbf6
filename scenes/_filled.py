"""A path that goes around a set: it is filled, what is new of it is lit, points that fell in it leave."""

from __future__ import annotations

from _orbit import OrbitPicture
from manim import Animation, FadeIn, FadeOut

from mathora.stage import Flag, Interval, Number, StepView, Variable, action, move
from mathora.stage.figures.curve.darts import Darts
from mathora.stage.figures.curve.enclosed import Enclosed, Ring
from mathora.stage.figures.curve.orbit import Orbit
from mathora.stage.figures.curve.unrolled import Unrolled

SLACK = 1e-6  # the share of its width by which a window may differ and is the same
SIDES = "each point is on the side that it shows"
OF_STRIP = ("strip", "corners")
OF_POINT, OF_DARTS = ("t", "across", "up", "traced"), ("count", "share", "estimate")  # readings


class FilledOrbit(OrbitPicture):
    """A path by two functions, and the set within it."""

    filled: Flag = False

    def begin(self) -> None:
        """The path's picture; no set is filled yet."""
        super().begin()
        self.enclosed: Enclosed | None = None
        self.ring: Ring | None = None
        self.before: Orbit | None = None
        self.strip: Unrolled | None = None
        self.thrown: Darts | None = None
        self.sides = self.theme.palette["green"], self.theme.palette["red"]

    def fill(self, *, at_once: bool = False) -> Enclosed:
        """What the path goes around is filled, if it is not yet."""
        if self.enclosed is None:
            self.enclosed = Enclosed(self.orbit, (self.span.low, self.span.low), self.sides)
            self.invariant("the segment joins two points of the path", self.enclosed.off_ends, 1e-6)
            self.invariant("each part of the segment is on the side that it shows", self.enclosed.off_side, 1e-6)
            self.add(self.enclosed.picture)
            if at_once:
                self.enclosed.stand(seen=1)
            self.play(*self.enclosed.to(seen=1), run_time=0.8)
        return self.enclosed

    def light(self) -> None:
        """What the path goes around anew is lit."""
        self.ring = Ring(self.orbit, self.before.edge(), self.theme.palette["yellow"])
        self.plot.lines.append(self.ring.places)
        self.mobjects.insert(self.mobjects.index(self.orbit.picture), self.ring)

    def tell_darts(self, darts: Darts) -> None:
        """What is read of the points that fall; for it and for what is read of the path's point there is no room."""
        if "share" in self.readings.rows:
            return
        self.play(*map(FadeOut, self.readings.take(*OF_POINT)), run_time=0.3)
        size, words = self.readings.size, self.words.picture
        read = {
            "count": (words.points, lambda: darts.count, {"decimals": 0}),
            "share": (words.share_inside, lambda: darts.share, {"decimals": 3}),
            "estimate": (words.estimated_area, lambda: darts.estimate, {"decimals": 3}),
        }
        rows = {
            name: self.reading(self.coordinate("P", get), size, said=self.words_mobject(said, size=size), **options)
            for name, (said, get, options) in read.items()
        }
        self.play(*map(FadeIn, self.readings.put_all(rows)), run_time=0.5)

    def rest_darts(self, darts: Darts, count: int) -> None:
        """The area comes to rest at what so many points say of it, with digits enough."""
        self.readings.rest("estimate", darts.estimated(count), least=3)

    def _tell(self) -> None:
        self.play(*map(FadeOut, self.readings.take(*OF_DARTS)), run_time=0.3)
        super()._tell()

    def clear_darts(self) -> None:
        """Points that fell around the path as it was leave, and what is read of them."""
        if self.thrown is not None:
            self.play(*self.thrown.to_nothing(), *map(FadeOut, self.readings.take(*OF_DARTS)), run_time=0.5)
            self.invariants.release(SIDES)
            self.remove(self.thrown.picture)
            self.thrown = None

    def dimming(self) -> list[Animation]:
        """What was lit becomes like the rest again."""
        lit, self.ring = self.ring, None
        if lit is not None:
            self.plot.lines.remove(lit.places)
        strip, self.strip = self.strip, None
        return [*(() if strip is None else self.away(strip)), *(() if lit is None else (FadeOut(lit),))]

    def away(self, strip: Unrolled) -> list[Animation]:
        """A strip leaves."""
        self.plot.lines.remove(strip.places)
        return [*strip.to(seen=0), *map(FadeOut, self.readings.take(*OF_STRIP))]

    def _grow(self, key: str, to: float, *coming: Animation) -> None:
        """What is held moves to a value, with its reading if that comes. Where the path would leave the axes, these
        and those of the trace reach farther first: so it is seen to grow.
        """
        after, place = {**self.held_now(), key: to}, self.plot.place
        self._reach(*self._window(place.width, place.height, self.path, self._path(lambda: after)))
        self.play(move(self.parameters[key], to), *coming, run_time=2.0)
        for one in self.plots:
            one.clear_numbers(self.play)

    def _reach(self, x: Interval, y: Interval) -> None:
        """The axes hold a window, if they do not yet, and those of the trace as much of it as they show."""
        now = self.plot.state
        spare = SLACK * now.x.length
        if any(new.low < old.low - spare or new.high > old.high + spare for new, old in ((x, now.x), (y, now.y))):
            plots = [(self.plot, x, y)]
            if self.traced is not None:
                plots.append((self.side, self.side.state.x, self._trace_heights(self.traced.traced, x, y)))
            wider = [plot.window_to(left=a.low, right=a.high, low=u.low, high=u.high) for plot, a, u in plots]
            self.play(*(one for each in wider for one in each), run_time=1.0)

    @action("A parameter, {of}, moves to {to}, and the path changes with it.")
    def vary(self, step: StepView, of: Variable, to: Number, *, keep: Flag = False) -> None:
        """A value that is held moves; with `keep`, the path as it was stays, pale, and what a filled path goes around
        anew is lit. Where a section begins with it, it moves at once, together with what a scene beside it draws.
        """
        first = not self.done
        self.need("draw")
        self.clear_darts()
        dimmed = self.dimming()
        held = self.held_now()
        self.before = Orbit(self.plot, self._path(lambda: held), (self.theme.line,) * 4)
        self.before.stand(drawn=self.span.high)
        if keep:
            self.mobjects.insert(self.mobjects.index(self.orbit.picture), self.before.picture)
        if keep and self.filled:
            self.light()
        tracker = self.parameters[of.key]
        if of.key not in self.readings.rows:  # it comes before the value moves: a reading that is coming does not count
            row = self.reading(
                self.coordinate(of.key, tracker.get_value),
                self.readings.size,
                decimals=2,
                colour=self.colour_of(of.key),
            )
            if first:
                self.add(self.readings.put(of.key, row))
            else:
                self.play(*dimmed, FadeIn(self.readings.put(of.key, row)), run_time=0.5)
                dimmed = []
        self.readings.rows[of.key].rest_at(to)
        self._grow(of.key, to, *dimmed)
