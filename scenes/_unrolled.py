"""A ring that is new around a path: it is cut open and unrolled to a strip, and becomes thinner."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from _filled import OF_STRIP, FilledOrbit
from manim import FadeIn

from mathora.stage import Number, StepView, Variable, action, move
from mathora.stage.figures.curve.orbit import Orbit
from mathora.stage.figures.curve.unrolled import Unrolled

LENGTHS = "each edge of the strip is as long as its circle"
PALE = 0.15  # how opaque a ring stays where it was unrolled from


class UnrolledOrbit(FilledOrbit):
    """A path by two functions; what it goes around anew is unrolled."""

    needs: ClassVar = (
        ("unroll.across", "goes_round(up, span, held after vary, latest of vary)", "a ring has one thickness"),
        ("thin.across", "goes_round(up, span, held after thin, latest of thin)", "a ring has one thickness"),
        ("thin.of", "held_by(held)", "what is held moves"),
        ("thin.to", "within(across, of), within(up, of)", "what is held moves there"),
    )

    def unrolled(self) -> Unrolled:
        """What is lit as a ring that is not cut yet; where it is lit it is pale from now on."""
        before = self.before.edge()
        low, high = before.min(axis=0), before.max(axis=0)

        def radii() -> tuple[float, float]:
            smaller, larger = sorted(float(np.ptp(edge[:, 0])) / 2 for edge in (before, self.orbit.edge()))
            return smaller, larger

        colours = self.theme.palette["yellow"], self.sides[1]
        figure = self.strip = Unrolled(self.plot, (low + high) / 2, radii, colours)
        self.plot.lines.append(figure.places)
        self.invariant(LENGTHS, figure.off_lengths, 1e-3)
        self.add(figure.picture)
        return figure

    @action("The ring that is new is cut open and unrolled to a strip; what its outer edge is longer is red.")
    def unroll(self, step: StepView) -> None:
        """The axes reach farther, if they have to; the ring where it was stays, pale."""
        if self.strip is not None:
            self.play(*self.away(self.strip), run_time=0.4)
        if self.ring is None:
            self.light()
        figure, place = self.unrolled(), self.plot.place
        self._reach(*self._window(place.width, place.height, self.path, corners=figure.corners()))
        self.plot.clear_numbers(self.play)
        self.play(*figure.to(0.5, seen=1), self.ring.animate(run_time=0.5).set_fill(opacity=PALE))
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
        self.play(*map(FadeIn, self.readings.put_all(rows)), run_time=0.5)
        self.show_formulas(step)

    @action(
        "The ring becomes thinner or thicker, as {of} moves to {to}; its strip and the corners follow.", needs="unroll"
    )
    def thin(self, step: StepView, of: Variable, to: Number) -> None:
        """Its other edge stays."""
        held = {**self._held_now(), of.key: to}
        ring = Orbit(self.plot, self._path(lambda: held), (self.theme.line,) * 4).edge()
        smaller, larger = sorted(float(np.ptp(edge[:, 0])) / 2 for edge in (self.before.edge(), ring))
        ends = 2 * np.pi * smaller * (larger - smaller), np.pi * (larger - smaller) ** 2
        for name, end in zip(OF_STRIP, ends, strict=True):
            self.readings.rest(name, end)
        if of.key in self.readings.rows:
            self.readings.rest(of.key, to)
        self.play(move(self.parameters[of.key], to), *self.formulas_during(step), run_time=3.0)
        self.show_formulas(step)
