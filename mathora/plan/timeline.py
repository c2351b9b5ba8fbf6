"""When each clip starts, how long its last frame holds, and what is said and captioned meanwhile.

Owns: `Timeline`, `Slot`, `Cue`, `Chapter` and `plan`. Narration and reading time live here and nowhere else.

Laws:
- All times are whole ticks of 1/rate seconds from the start of the film; slots follow each other without a gap.
- A slot lasts until its clip has stopped moving and stood `SETTLED` seconds, until its narration is said, and until
  its captions and what is new on its picture could be read, whichever is latest; then the author's `rest`.
- Captions lie inside their step's slot and never overlap.
- Frames are untouched by anything here: a new narration moves timestamps only.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from mathora.formula.speech import speak
from mathora.lesson import Section, Step, Text
from mathora.plan.narration import CHARACTERS_PER_SECOND, cut_into_cues, spoken

if TYPE_CHECKING:
    from mathora.prove import Proven

SETTLED = Fraction(4, 5)
"""Seconds that a finished picture stands at least."""

FOUND = Fraction(1, 2)
"""Seconds until a viewer has seen that there is something new to read."""

BREATH = Fraction(2, 5)
"""Seconds of silence after a step's last word."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A caption: its lines, and the ticks from which and until which it is seen."""

    start: int
    end: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """One step on the timeline: its clip moves for `motion` ticks from `start`, then its last frame holds `hold`
    ticks.
    """

    section: str
    step: str
    start: int
    motion: int
    hold: int
    speech: str
    cues: tuple[Cue, ...]

    @property
    def address(self) -> str:
        """`section/step`."""
        return f"{self.section}/{self.step}"

    @property
    def end(self) -> int:
        """The tick at which the next slot starts."""
        return self.start + self.motion + self.hold


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section on the timeline; its title in words."""

    section: str
    title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """A film's times, in ticks of 1/`rate` seconds."""

    rate: int
    slots: tuple[Slot, ...]
    chapters: tuple[Chapter, ...]

    @property
    def end(self) -> int:
        """The film's length."""
        return self.slots[-1].end if self.slots else 0

    def seconds(self, ticks: int) -> Fraction:
        """The exact time of a number of ticks."""
        return Fraction(ticks, self.rate)

    @property
    def cues(self) -> tuple[Cue, ...]:
        """All captions, in order."""
        return tuple(cue for slot in self.slots for cue in slot.cues)

    def __getitem__(self, address: str) -> Slot:
        """The slot of `section/step`; raises `KeyError`."""
        for slot in self.slots:
            if slot.address == address:
                return slot
        raise KeyError(address)


def plan(proven: Proven, motions: Mapping[str, int], rate: int, words: Mapping[str, float] | None = None) -> Timeline:
    """The timeline of a lesson whose clips move for `motions["section/step"]` ticks.

    `words["section/step"]` are new on the step's picture and want to be read; without it, only what is said takes time.
    """
    slots: list[Slot] = []
    chapters: list[Chapter] = []
    now = 0

    def say(tex: Text) -> str:
        return speak(proven.formula(tex).tree)

    for section in proven.lesson.sections:
        opened = now
        for step in section.steps:
            speech = spoken(step.say, say)
            address = f"{section.id}/{step.id}"
            read = _read(words.get(address, 0.0) if words else 0.0, proven.lesson.words_per_minute, rate)
            slot = _slot(section, step, speech, now, motions[address], read, proven.lesson.words_per_minute, rate)
            slots.append(slot)
            now = slot.end
        chapters.append(Chapter(section.id, spoken(section.title, say), opened, now))
    return Timeline(rate, tuple(slots), tuple(chapters))


def _slot(  # noqa: PLR0913, PLR0917 - what a slot's length depends on
    section: Section, step: Step, speech: str, start: int, motion: int, read: int, pace: int, rate: int
) -> Slot:
    cues: list[Cue] = []
    now = start
    for lines in cut_into_cues(speech):
        length = _said(lines, pace, rate)
        cues.append(Cue(now, now + length, lines))
        now += length
    said = now - start + (math.ceil(BREATH * rate) if cues else 0)
    length = max(motion + math.ceil(SETTLED * rate), said, read) + math.ceil(Fraction(step.rest) * rate)
    return Slot(section.id, step.id, start, motion, length - motion, speech, tuple(cues))


def _read(words: float, pace: int, rate: int) -> int:
    """The ticks that it takes to find and to read so many words on the picture."""
    return math.ceil((Fraction(60, pace) * Fraction(words) + FOUND) * rate) if words > 0 else 0


def _said(lines: tuple[str, ...], pace: int, rate: int) -> int:
    """The ticks that it takes to say a caption at `pace` words a minute, and to read it."""
    text = " ".join(lines)
    saying = Fraction(60 * len(text.split()), pace)
    reading = Fraction(len(text), CHARACTERS_PER_SECOND)
    return math.ceil(max(saying, reading) * rate)
