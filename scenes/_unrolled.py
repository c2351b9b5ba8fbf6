"""A ring that is new around a path: it is cut open and unrolled to a strip, and becomes thinner."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

import numpy as np
from _filled import OF_STRIP, FilledOrbit
from _orbit import SPARE
from manim import FadeIn, FadeOut

from mathora.stage import Interval, Number, StepView, Variable, action, move
from mathora.stage.arrays import Array
from mathora.stage.curves import usual_heights
from mathora.stage.figures.curve.orbit import Orbit, PlanePath
from mathora.stage.figures.curve.unrolled import Unrolled
from mathora.stage.layout import BESIDE_GAP
from mathora.stage.text.terms import value

LENGTHS = "each edge of the strip is as long as its circle"
PALE = 0.15  # how opaque a ring stays where it was unrolled from
ROOM = 0.4  # of the disc's radius, below the strip: for the line that is as long, and its number
CENTRED = 1e-6  # model units by which a ring's middle may be off the axis up, and stands beside formulas


class UnrolledOrbit(FilledOrbit):
    """A path by two functions; what it goes around anew is unrolled."""

    needs: ClassVar = (
        ("unroll.across", "goes_round(up, span, held after vary, latest of vary)", "a ring has one thickness"),
        ("thin.across", "goes_round(up, span, held after thin, latest of thin)", "a ring has one thickness"),
        ("divide.across", "near_one(up, span, held)", "a strip that is one thick is seen beside the ring"),
        ("thin.of", "held_by(held)", "what is held moves"),
        ("thin.to", "within(across, of), within(up, of)", "what is held moves there"),
    )

    def begin(self) -> None:
        """The path's picture; formulas stand beside it."""
        self.clear = 0.0  # what of the body's half width the ring has beside formulas, in scene units
        super().begin()

    def unrolled(self) -> Unrolled:
        """What is lit as a ring that is not cut yet; where it is lit it is pale from now on."""
        before = self.before.edge()
        low, high = before.min(axis=0), before.max(axis=0)

        def radii() -> tuple[float, float]:
            smaller, larger = sorted(float(np.ptp(edge[:, 0])) / 2 for edge in (before, self.orbit.edge()))
            return smaller, larger

        colours = self.theme.palette["yellow"], self.sides[1], self.theme.foreground
        inner, _ = radii()
        numbers = [self.label(value(float(f"{one:.3g}"))) for one in (inner, 2 * np.pi * inner, 1)]
        figure = self.strip = Unrolled(self.plot, (low + high) / 2, radii, colours, tuple(numbers))
        self.plot.lines.append(figure.places)
        self.invariant(LENGTHS, figure.off_lengths, 1e-3)
        self.add(figure.picture)
        return figure

    def _spread(self, figure: Unrolled) -> bool:
        """Without axes the strip has the whole width of the body: what is read, and the formulas, go above it, beside
        the ring. Returns whether it did so.
        """
        body, panel = self.layout.body, self.layout.panel
        if self.axes or self.clear or self.traced or self.layout.upright or abs(figure.middle[0]) > CENTRED:
            return False
        self.plot.spread(body)
        place = self.plot.place
        self.clear = panel.left - BESIDE_GAP - place.centre[0]
        low, high = figure.corners()
        corners = low - np.array([0.0, ROOM * figure.inner]), high
        x, y = self._window(place.width, place.height, self.path, corners=corners)
        above = place.bottom + (figure.middle[1] - figure.radii[0] - y.low) / y.length * place.height
        lifted = self.readings.lifted(above)
        self.layout = replace(self.layout, panel=replace(panel, bottom=self.readings.place.top + BESIDE_GAP / 2))
        window = self.plot.to(left=x.low, right=x.high, low=y.low, high=y.high)
        self.play(*window, *lifted, *self.panel_refitted(), run_time=1.0)
        return True

    def _window(
        self, width: float, height: float, *paths: PlanePath, corners: tuple[Array, ...] = ()
    ) -> tuple[Interval, Interval]:
        """Where the panel stands beside the ring, the paths keep clear of it."""
        if self.clear:
            ends = [abs(end) for path in paths for end in usual_heights(path.across, self.span)]
            far = max(ends) * width / 2 / self.clear / SPARE
            corners = (*corners, np.array([-far, 0.0]), np.array([far, 0.0]))
        return super()._window(width, height, *paths, corners=corners)

    @action("The ring that is new is cut open and unrolled to a strip; what its outer edge is longer is red.")
    def unroll(self, step: StepView) -> None:
        """The axes reach farther, if they have to; the ring where it was stays, pale."""
        if self.strip is not None:
            self.play(*self.away(self.strip), run_time=0.4)
        if self.ring is None:
            self.light()
        figure = self.unrolled()
        if not self._spread(figure):
            place = self.plot.place
            self._reach(*self._window(place.width, place.height, self.path, corners=figure.corners()))
        self.plot.clear_numbers(self.play)
        told = [*self.readings.rows.values()] if self.clear else []  # the strip passes where they stand
        going = [FadeOut(one, run_time=0.5) for one in told]
        self.play(*figure.to(0.5, seen=1), self.ring.animate(run_time=0.5).set_fill(opacity=PALE), *going)
        self.play(*figure.to(4.0, flat=1), *self.formulas_during(step), run_time=4.0)
        words, colours = self.words.picture, (self.theme.palette["yellow"], self.sides[1])
        rows = {
            name: self.reading(
                self.coordinate("A", lambda number=number: figure.areas()[number]),
                self.readings.size,
                said=self.words_mobject(said, size=self.readings.size, colour=colours[number]),
                colour=colours[number],
                decimals=2,
            )
            for number, (name, said) in enumerate(zip(OF_STRIP, (words.strip, words.corners), strict=True))
        }
        marks = figure.to(0.5, told=1) if self.clear else ()
        self.play(*map(FadeIn, [*told, *self.readings.put_all(rows)]), *marks, run_time=0.5)

    @action(
        "The strip is divided by its thickness: it is stretched until it is one thick, and its corners with it.",
        needs="unroll",
    )
    def divide(self, step: StepView) -> None:
        """Its area and that of the corners are no longer told."""
        figure, place = self.strip, self.plot.place
        low, high = figure.corners(divided=1)
        corners = low - np.array([0.0, ROOM * figure.inner]), high
        x, y = self._window(place.width, place.height, self.path, corners=corners)
        window = self.plot.to(left=x.low, right=x.high, low=y.low, high=y.high)
        self.play(*window, *map(FadeOut, self.readings.take(*OF_STRIP)), run_time=1.0)
        self.play(*figure.to(2.4, divided=1), *self.formulas_during(step), run_time=2.4)

    @action(
        "The ring becomes thinner or thicker, as {of} moves to {to}; its strip and the corners follow.", needs="unroll"
    )
    def thin(self, step: StepView, of: Variable, to: Number) -> None:
        """Its other edge stays; the axes reach farther first, if they have to."""
        held, figure = {**self.held_now(), of.key: to}, self.strip
        path, place = self._path(lambda: held), self.plot.place
        self._reach(*self._window(place.width, place.height, self.path, path))
        ring = Orbit(self.plot, path, (self.theme.line,) * 4).edge()
        smaller, larger = sorted(float(np.ptp(edge[:, 0])) / 2 for edge in (self.before.edge(), ring))
        then = Unrolled(self.plot, figure.middle, lambda: (smaller, larger), figure.colours, ())
        corners = then.corners(figure.state.divided)
        self._reach(*self._window(place.width, place.height, self.path, path, corners=corners))
        ends = 2 * np.pi * smaller * (larger - smaller), np.pi * (larger - smaller) ** 2
        for name, end in zip(OF_STRIP, ends, strict=True):
            if name in self.readings.rows:
                self.readings.rest(name, end)
        if of.key in self.readings.rows:
            self.readings.rest(of.key, to)
        through = to * self.parameters[of.key].get_value() <= 0  # the ring turns inside out on its way
        if (through or abs(smaller - figure.inner) > CENTRED) and figure.state.told:
            self.play(*figure.to(0.3, told=0), run_time=0.3)
        self.play(move(self.parameters[of.key], to), *self.formulas_during(step), run_time=3.0)
