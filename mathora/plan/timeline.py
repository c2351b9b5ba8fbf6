"""When each clip starts, how long its last frame holds, and what is said and captioned meanwhile.

Owns: `Timeline`, `Slot`, `Chapter`, `plan`, `too_full_steps` and `said_in`. Narration and reading time live in this
room and nowhere else.

Laws:
- All times are whole ticks of 1/rate seconds from the start of the film; slots follow each other without a gap.
- A slot lasts as long as the author makes it: until its clip has stopped moving and stood `SETTLED` seconds, and until
  its narration is said and its captions could be read, whichever is later; then the author's `rest`.
- Where a voice speaks, its sound begins with the slot, and a caption with the tick nearest to its first word.
- What is new on its picture can be read in it. For that it is lengthened in silence, `PATIENCE` seconds at most; a step
  that shows more is a fault, and there is no timeline.
- Captions lie inside their step's slot and never overlap.
- Frames are untouched by anything here: a new narration moves timestamps only.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from mathora.formula import speak, write_plain
from mathora.lesson import Fault, Faulty, Prose, Section, Step
from mathora.plan.cues import BREATH, Cue, WordTimes, heard_cues, read_cues
from mathora.plan.narration import Phrase, phrases
from mathora.plan.reading import Reading, Urgent, most_urgent, too_full
from mathora.words import words_of

if TYPE_CHECKING:
    from mathora.prove import Proven

SETTLED = Fraction(4, 5)
"""Seconds that a finished picture stands at least."""


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


NOTHING: Mapping[str, Reading] = MappingProxyType({})
SILENCE: Mapping[str, WordTimes] = MappingProxyType({})


def plan(
    proven: Proven,
    motions: Mapping[str, int],
    rate: int,
    readings: Mapping[str, Reading] = NOTHING,
    voice: Mapping[str, WordTimes] = SILENCE,
) -> Timeline:
    """The timeline of a lesson whose clips move for `motions["section/step"]` ticks.

    `readings["section/step"]` is what the step brings to read; where there is none, only what is said takes time.
    `voice["section/step"]` is when it is said; where nobody speaks, captions stand for as long as they take to say at
    the lesson's pace. Raises `Faulty` if steps show more than can be read in them.
    """
    if faults := too_full_steps(proven, motions, rate, readings, voice):
        raise Faulty(faults)
    slots: list[Slot] = []
    chapters: list[Chapter] = []
    now = 0
    for section in proven.lesson.sections:
        opened = now
        for step in section.steps:
            slots.append(_timed(proven, section, step, motions, rate, readings, voice).slot(now))
            now = slots[-1].end
        chapters.append(Chapter(section.id, _spoken(section.title, proven), opened, now))
    return Timeline(rate, tuple(slots), tuple(chapters))


def too_full_steps(
    proven: Proven,
    motions: Mapping[str, int],
    rate: int,
    readings: Mapping[str, Reading],
    voice: Mapping[str, WordTimes] = SILENCE,
) -> tuple[Fault, ...]:
    """The faults of the steps that show more than can be read in them; steps that are not in `motions` are not judged.

    Arguments as for `plan`.
    """
    faults: list[Fault] = []
    for section in proven.lesson.sections:
        for step in section.steps:
            if f"{section.id}/{step.id}" in motions:
                timed = _timed(proven, section, step, motions, rate, readings, voice)
                if timed.urgent and (fault := too_full(step, timed.own, timed.urgent, rate)):
                    faults.append(fault)
    return tuple(faults)


@dataclass(frozen=True, slots=True)
class _Timed:
    """A step and what decides how long it lasts, in ticks from its own start.

    `own` is the length that the author gives it, `urgent` what of its new texts needs it longest.
    """

    section: str
    step: str
    motion: int
    speech: str
    cues: tuple[Cue, ...]
    own: int
    urgent: Urgent | None

    def slot(self, start: int) -> Slot:
        """The step on a timeline, from the tick `start` on, as long as everything in it needs."""
        hold = max(self.own, self.urgent.end if self.urgent else 0) - self.motion
        cues = tuple(Cue(start + cue.start, start + cue.end, cue.lines) for cue in self.cues)
        return Slot(self.section, self.step, start, self.motion, hold, self.speech, cues)


def _timed(  # noqa: PLR0913, PLR0917 - what a step's length depends on
    proven: Proven,
    section: Section,
    step: Step,
    motions: Mapping[str, int],
    rate: int,
    readings: Mapping[str, Reading],
    voice: Mapping[str, WordTimes],
) -> _Timed:
    address, pace = f"{section.id}/{step.id}", proven.lesson.words_per_minute
    said, motion = said_in(proven, step.say), motions[address]
    times = voice.get(address)
    if times:
        cues = heard_cues(said, times, rate)
        quiet = max(math.ceil((Fraction(times.length) + BREATH) * rate), cues[-1].end)
    else:
        cues = read_cues(said, pace, rate)
        quiet = cues[-1].end + math.ceil(BREATH * rate) if cues else 0
    own = max(motion + math.ceil(SETTLED * rate), quiet) + math.ceil(Fraction(step.rest) * rate)
    urgent = most_urgent(readings.get(address, ()), pace, rate)
    return _Timed(section.id, step.id, motion, " ".join(phrase.said for phrase in said), cues, own, urgent)


def said_in(proven: Proven, prose: Prose) -> tuple[Phrase, ...]:
    """A text of a proven lesson in phrases, in the lesson's language."""
    words = words_of(proven.lesson.language)
    return phrases(
        prose,
        lambda tex: speak(proven.formula(tex).tree, words.language),
        lambda tex: write_plain(proven.formula(tex).tree),
        words.numbers.decimal,
    )


def _spoken(prose: Prose, proven: Proven) -> str:
    """A text of the lesson as it is said in the lesson's language."""
    return " ".join(phrase.said for phrase in said_in(proven, prose))
