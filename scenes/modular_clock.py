"""Arithmetic by remainders on a clock: a point hops around a ring of numbers, and lands on what is left over."""

from __future__ import annotations

from typing import ClassVar

from _middle import AloneAtFirst
from manim import Create, FadeIn, FadeOut, ValueTracker, VMobject, linear

from mathora.stage import Count, StepView, action, brings, move
from mathora.stage.figures.data.clock_ring import ClockRing
from mathora.stage.map.marks import marker
from mathora.stage.text.terms import plainly

MANY, MOST = 3, 6.0  # from so many hops on they are quick; seconds of all of them


class ModularClock(AloneAtFirst):
    """Arithmetic by remainders (modulo): a ring of numbers like a clock's, on which a point hops and begins again."""

    modulus: Count

    limits: ClassVar = (
        ("modulus", 2, 24, "each number needs its room"),
        ("point.at", 0, 999, "it stands beside the point"),
        ("hop.by", 1, 99, "the point goes all the way around"),
        ("hop.times", 1, 24, "each hop is drawn"),
    )
    movable = ("clock", {"modulus": "modulus"})

    def begin(self) -> None:
        """The ring, with the point at zero; nothing is seen yet."""
        size = self.theme.sizes.label
        numbers = [self.label(plainly(one), size) for one in range(self.modulus)]
        self.clock = ClockRing(self.first_place(), numbers, self.theme.line)
        self.counted, self.chords = ValueTracker(0.0), list[VMobject]()
        counted, clock = self.counted, self.clock
        self.dot = marker(self.theme, 0.16).set_fill(self.theme.palette["yellow"]).set_z_index(2)
        self.dot.add_updater(lambda one: one.move_to(clock.at(counted.get_value())), call_updater=True)
        self.said: VMobject | None = None
        self.invariant(
            "the point stands at its remainder, and each number at its place",
            lambda: clock.off_places([self.dot] if self.dot in self.mobjects else [], counted.get_value()),
            1e-6,
        )
        self.invariant("each hop ends where the next begins", self._off_chords, 1e-6)

    def goes_home(self) -> list[VMobject]:
        """Ring, point, hops and number."""
        return [self.clock.picture, self.dot, *self.chords, *([self.said] if self.said else [])]

    def _off_chords(self) -> float:
        """By how far the end of a hop is off the ring's marks, in scene units."""
        marks = [self.clock.at(one) for one in range(self.clock.modulus)]
        ends = [end for one in self.chords if len(one.points) for end in (one.get_start(), one.get_end())]
        return max((min(float(abs(end - mark).max()) for mark in marks) for end in ends), default=0.0)

    def _say(self, number: int) -> None:
        """The number that is counted so far stands outside of the ring."""
        text = self.label(plainly(number), self.theme.sizes.formula, self.theme.palette["yellow"])
        self.said = self.clock.behind(text, number)
        self.play(FadeIn(text), run_time=0.3)

    def _hush(self) -> list[FadeOut]:
        leaving, self.said = self.said, None
        return [FadeOut(leaving)] if leaving else []

    # ── verbs ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    @action(
        "A ring of {modulus} numbers, as on a clock: it begins at zero, and after the last comes zero again.",
        quiet=True,
    )
    def ring(self, step: StepView) -> None:
        """Ring and marks, then the numbers."""
        clock = self.clock
        if clock.ring not in self.mobjects:
            self.play(Create(clock.ring), FadeIn(clock.ticks), run_time=1.0)
            self.play(*map(FadeIn, clock.numbers), run_time=0.8)

    @brings("ring")
    def _stand(self) -> None:
        if self.clock.ring not in self.mobjects:
            self.add(self.clock.ring, self.clock.ticks, *self.clock.numbers)

    @action(
        "A point goes around the ring to {at}, and stands where that many steps from zero end.",
        needs="ring",
        quiet=True,
    )
    def point(self, step: StepView, at: Count) -> None:
        """It begins at zero each time; hops before it leave."""
        self.play(*self._hush(), *map(FadeOut, self.chords), run_time=0.3)
        self.chords = []
        if self.dot not in self.mobjects or self.counted.get_value():
            self.counted.set_value(0.0)
            self.play(FadeIn(self.dot), run_time=0.3)
        self.play(move(self.counted, at), *self.formulas_during(step), run_time=1.8)
        self._say(at)

    @action(
        "From the point {times} hops around the ring, each by {by}; a line joins where each begins and ends.",
        quiet=True,
    )
    def hop(self, step: StepView, by: Count, times: Count = 1) -> None:
        """One slowly, many quickly; the number counted so far stands beside where the last one lands."""
        self.need("ring")
        if self.dot not in self.mobjects:
            self.play(FadeIn(self.dot), run_time=0.3)
        self.play(*self._hush(), run_time=0.3)
        seconds = 1.5 if times < MANY else min(0.8, MOST / times)
        for _ in range(times):
            start = round(self.counted.get_value())
            chord = self.clock.chord(start, start + by, self.theme.palette["orange"])
            self.play(move(self.counted, start + by), run_time=seconds)
            if by % self.modulus:
                self.play(Create(chord, rate_func=linear), run_time=0.3 * seconds)
                self.chords.append(chord)
        self._say(round(self.counted.get_value()))
