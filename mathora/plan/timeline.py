"""When each clip starts, how long its last frame holds, and what is said and captioned meanwhile.

Owns: `Timeline`, `Slot`, `Chapter`, `plan`, `too_full_steps` and `said_in`. Narration and reading time live in this
room and nowhere else.

Laws:
- All times are whole ticks of 1/rate seconds from the start of the film; slots follow each other without a gap.
- Moves start with their words, or are spread over what is said: a clip's frames are shown at `Slot.at`.
- While its last picture is still spoken of, loops keep it alive (`mathora.plan.liveliness`); the author's `rest` is
  rest.
- The last picture of a section gives way to the first of the next in the last `HANDOVER` seconds of its slot; what is
  said is said then, and in an excerpt there is no next.
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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from mathora.formula import speak, walk, write_latex, write_plain
from mathora.lesson import CheckedNumber, Fault, Faulty, Maths, MoveCue, Prose, Section, Step, TermCue, Words
from mathora.plan.cues import BREATH, Cue, WordTimes, heard_cues, read_cues
from mathora.plan.drawn import Loop, StepFacts
from mathora.plan.liveliness import ShownLoop, lives, shown_loops
from mathora.plan.narration import Phrase, ends_a_clause, phrases
from mathora.plan.pacing import SaidWords, Shift, SpokenTerm, shifted, shifts
from mathora.plan.reading import Urgent, most_urgent, too_full
from mathora.words import words_of

if TYPE_CHECKING:
    from mathora.prove import Proven

SETTLED = Fraction(4, 5)  # seconds that a finished picture stands at least
POINTED, FADES = Fraction(1, 2), Fraction(2)
"""Seconds from the word on in which a term is lit that a narration points at; and how much slower it is, and fades."""

HANDOVER = Fraction(2, 5)  # seconds in which one section's picture becomes the next one's
LAST = 2  # ticks at a step's end in which its last picture rests: there it is shown once more, as clips end

SPREADS = tuple(Fraction(share, 4) for share in (4, 3, 2, 1))
"""How much of the room between a step's moves is given to rest: the most that leaves time to read what comes late."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One step on the timeline: its clip moves within `motion` ticks from `start`, then its last frame holds `hold`
    ticks. `shifts` say how much its moves wait for their words, `loops` what is shown meanwhile; in its last
    `handover` ticks its picture becomes that of the next slot. While its first move waits for its word, the picture of
    the step `before` lives on: `waiting` are loops of that step's clip, and the own clip begins after them.
    """

    section: str
    step: str
    start: int
    motion: int
    hold: int
    speech: str
    cues: tuple[Cue, ...]
    shifts: tuple[Shift, ...] = ()
    loops: tuple[ShownLoop, ...] = ()
    handover: int = 0
    before: str = ""
    waiting: tuple[ShownLoop, ...] = ()

    def at(self, tick: int) -> int:
        """The film's tick at which what the clip shows at its own `tick` is shown."""
        if self.waiting and tick < 1:
            return self.start + shifted(self.shifts, 1) - 1 + tick
        return self.start + shifted(self.shifts, tick)

    def loop_at(self, shown: ShownLoop, loop: Loop, tick: int) -> int:
        """The film's tick at which what one of the `loops` shows at its own `tick` is shown."""
        at = math.floor(tick * shown.slower) if tick > 0 else tick
        return self.start + shown.start + at + (shown.wait if tick > loop.peak else 0)

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

    def settled(self) -> Timeline:
        """The same times for clips that have a frame at every tick of their slots: nothing in them waits any more."""
        return replace(
            self, slots=tuple(replace(slot, shifts=(), loops=(), handover=0, waiting=()) for slot in self.slots)
        )

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


SILENCE: Mapping[str, WordTimes] = MappingProxyType({})


def plan(
    proven: Proven, facts: Mapping[str, StepFacts], rate: int, voice: Mapping[str, WordTimes] = SILENCE
) -> Timeline:
    """The timeline of a lesson of whose clips `facts["section/step"]` are known: how long they move, in which parts,
    what they bring to read, and what may be shown while their last picture stands.

    `voice["section/step"]` is when it is said; where nobody speaks, captions stand for as long as they take to say at
    the lesson's pace. Raises `Faulty` if steps show more than can be read in them.
    """
    given = _Given(proven, facts, rate, voice)
    alone = given.timed_steps()
    if faults := _too_full(alone, proven, rate):
        raise Faulty(faults)
    slots: list[Slot] = []
    chapters: list[Chapter] = []
    now = 0
    for section in proven.lesson.sections:
        opened = now
        for step in section.steps:
            before = f"{section.id}/{slots[-1].step}" if now > opened else ""
            timed, alive = alone[address := f"{section.id}/{step.id}"], facts[before].loops if before else ()
            timed = given.timed(section, step, timed.heard, lives_on=True) if lives(alive) else timed
            leaves = step is section.steps[-1] and section is not proven.lesson.sections[-1]
            slot = timed.slot(now, facts[address].loops, rate, math.ceil(HANDOVER * rate) * leaves)
            slots.append(timed.waiting(slot, before, alive, rate))
            now = slots[-1].end
        chapters.append(Chapter(section.id, _spoken(section.title, proven), opened, now))
    return Timeline(rate, tuple(slots), tuple(chapters))


def too_full_steps(
    proven: Proven, facts: Mapping[str, StepFacts], rate: int, voice: Mapping[str, WordTimes] = SILENCE
) -> tuple[Fault, ...]:
    """The faults of the steps that show more than can be read in them; steps that are not in `facts` are not judged.

    Arguments as for `plan`.
    """
    return _too_full(_Given(proven, facts, rate, voice).timed_steps(), proven, rate)


def _too_full(timed: Mapping[str, _Timed], proven: Proven, rate: int) -> tuple[Fault, ...]:
    steps = ((timed.get(address), step) for address, step in proven.lesson.steps.items())
    judged = (too_full(step, one.own, one.urgent, rate) for one, step in steps if one and one.urgent)
    return tuple(fault for fault in judged if fault)


@dataclass(frozen=True, slots=True)
class _Heard:
    """A step's narration, in ticks from the step's start; at `quiet` it has been said."""

    speech: str
    cues: tuple[Cue, ...]
    quiet: int
    words: SaidWords


@dataclass(frozen=True, slots=True)
class _Timed:
    """A step and what decides how long it lasts, in ticks from its own start.

    `own` is the length that the author gives it, the last `rest` of it in silence; `urgent` what of its new texts needs
    it longest.
    """

    section: str
    step: str
    heard: _Heard
    motion: int
    own: int
    urgent: Urgent | None
    shifts: tuple[Shift, ...]
    rest: int

    @property
    def address(self) -> str:
        """`section/step`."""
        return f"{self.section}/{self.step}"

    @property
    def length(self) -> int:
        """How long it lasts, as long as everything in it needs."""
        return max(self.own, self.urgent.end if self.urgent else 0)

    def slot(self, start: int, loops: Sequence[Loop], rate: int, handover: int) -> Slot:
        """The step on a timeline, from the tick `start` on, with those of its `loops` that are shown."""
        hold = self.length - self.motion
        cues = tuple(Cue(start + cue.start, start + cue.end, cue.lines) for cue in self.heard.cues)
        room = self.motion + 1, self.length - max(self.rest, handover) - LAST
        alive = shown_loops(loops, room, self.heard.words.terms, self.heard.words.words, rate)
        return Slot(
            self.section, self.step, start, self.motion, hold, self.heard.speech, cues, self.shifts, alive, handover
        )

    def waiting(self, slot: Slot, before: str, loops: Sequence[Loop], rate: int) -> Slot:
        """The same, with what lives on of the step before until the first move begins: the first loop at once."""
        room = 0, shifted(self.shifts, 1) - 1 - LAST
        shown = shown_loops(loops, room, (), self.heard.words.words, rate) if lives(loops) else ()
        return replace(slot, before=before, waiting=(shown[0]._replace(start=0), *shown[1:])) if shown else slot


@dataclass(frozen=True, slots=True)
class _Given:
    """What a step's length depends on, as `plan` is given it."""

    proven: Proven
    facts: Mapping[str, StepFacts]
    rate: int
    voice: Mapping[str, WordTimes]

    def timed_steps(self) -> dict[str, _Timed]:
        """By their addresses, the steps whose motion is known, if nothing lives on from the steps before them."""
        steps = ((section, step) for section in self.proven.lesson.sections for step in section.steps)
        return {
            address: self.timed(section, step, self.heard(address, step))
            for section, step in steps
            if (address := f"{section.id}/{step.id}") in self.facts
        }

    def heard(self, address: str, step: Step) -> _Heard:
        """A step's narration, spoken or, where nobody speaks, read at the lesson's pace."""
        said, times, rate = said_in(self.proven, step.say), self.voice.get(address), self.rate
        if times:
            cues = heard_cues(said, times, rate)
            quiet = max(math.ceil((Fraction(times.length) + BREATH) * rate), cues[-1].end)
        else:
            cues = read_cues(said, self.proven.lesson.words_per_minute, rate)
            quiet = cues[-1].end + math.ceil(BREATH * rate) if cues else 0
            times = WordTimes.at_pace([phrase.said for phrase in said], quiet / rate)
        words = _said_words(self.proven, step.say, said, times, rate)
        return _Heard(" ".join(phrase.said for phrase in said), cues, quiet, words)

    def timed(self, section: Section, step: Step, heard: _Heard, *, lives_on: bool = False) -> _Timed:
        """A step and what decides how long it lasts; `lives_on`: what stands before its first move lives."""
        known, pace, rate = self.facts[f"{section.id}/{step.id}"], self.proven.lesson.words_per_minute, self.rate

        def spread(share: Fraction) -> _Timed:
            """The step if so much of the room between its moves is given to rest."""
            shown = shifts(known.moves, heard.words, share, rate, lives_on=lives_on)
            motion = shifted(shown, known.motion)
            rest = math.ceil(Fraction(step.rest) * rate)
            own = max(motion + math.ceil(SETTLED * rate), heard.quiet) + rest
            reading = tuple((shifted(shown, tick), count) for tick, count in known.reading)
            return _Timed(section.id, step.id, heard, motion, own, most_urgent(reading, pace, rate), shown, rest)

        closest = spread(Fraction(0))
        return next((timed for share in SPREADS if (timed := spread(share)).length <= closest.length), closest)


def _said_words(proven: Proven, prose: Prose, said: Sequence[Phrase], times: WordTimes, rate: int) -> SaidWords:
    """When a narration is said, in ticks; what is called at its end is called with its last word."""
    begins = [round(times.begin(Fraction(at)) * rate) for at in range(len(said))]
    clauses = [begins[at] for at in range(len(said)) if at == 0 or ends_a_clause(said[at - 1])]
    called = {}
    for cue in prose.cues:
        called[cue.name.value] = begins[min(_words_before(proven, prose, cue), len(begins) - 1)] if begins else 0
    end = round(times.end(Fraction(len(said))) * rate) if said else 0
    terms = [*_terms(proven, prose, times, rate), *(_pointed(proven, prose, begins, end, rate) if begins else ())]
    return SaidWords(tuple(begins), tuple(clauses), end, called, tuple(sorted(terms, key=lambda one: one.begin)))


def _terms(proven: Proven, prose: Prose, times: WordTimes, rate: int) -> Iterator[SpokenTerm]:
    """When the formulas of a narration are said."""
    for at, piece in enumerate(prose.pieces):
        if isinstance(piece, Maths):
            phrase = len(said_in(proven, Prose(text=prose.text, pieces=prose.pieces[: at + 1]))) - 1
            begin, end = times.begin(Fraction(phrase)), times.end(Fraction(phrase + 1))
            names = (write_latex(node) for _, node in walk(proven.formula(piece.tex).tree))
            yield SpokenTerm(round(begin * rate), round(end * rate), tuple(dict.fromkeys(names)))


def _pointed(proven: Proven, prose: Prose, begins: Sequence[int], end: int, rate: int) -> Iterator[SpokenTerm]:
    """When the terms are lit that a narration points at: from the word behind each on."""
    for cue in prose.pointed:
        begin = begins[min(_words_before(proven, prose, cue), len(begins) - 1)]
        until = min(begin + math.ceil(POINTED * rate), end)
        yield SpokenTerm(begin, until, (write_latex(proven.formula(cue.tex).tree),), FADES)


def _words_before(proven: Proven, prose: Prose, cue: MoveCue | TermCue) -> int:
    """How many words a narration has before a cue."""
    before = [*prose.pieces[: cue.piece], *_head(prose.pieces[cue.piece : cue.piece + 1], cue.offset)]
    return len(said_in(proven, Prose(text=prose.text, pieces=tuple(before))))


def _head(piece: Sequence[Words | Maths | CheckedNumber], offset: int) -> Iterator[Words]:
    """The first `offset` characters of the piece that is there, if it is of words."""
    for one in piece:
        if isinstance(one, Words) and offset:
            yield Words(text=one.text.cut(0, offset))


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
