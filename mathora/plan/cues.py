"""When each caption of a step is seen: by the words of the voice, or, where nobody speaks, by the time to read it.

Owns: `Cue`, `WordTimes`, `heard_cues` and `read_cues`.

Laws:
- A step's captions follow each other from tick 0 on and never overlap.
- Where a voice speaks, a caption comes at the tick nearest to its first word and goes when the next comes, or shortly
  after its last word.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from mathora.plan.narration import CHARACTERS_PER_SECOND, CutCaption, Phrase, cut_into_captions

BREATH = Fraction(2, 5)  # seconds of silence after a step's last word; a caption stays for as long after its own


@dataclass(frozen=True, slots=True)
class Cue:
    """A caption: its lines, and the ticks from which and until which it is seen."""

    start: int
    end: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordTimes:
    """When a step's phrases are heard: from and to in seconds from the step's beginning, in order; `length` is that of
    the whole sound.
    """

    phrases: tuple[tuple[float, float], ...]
    length: float

    @staticmethod
    def at_pace(said: Sequence[str], length: float) -> WordTimes:
        """The phrases one after the other, each as long as its share of the words, where nobody speaks."""
        ends = list(accumulate(len(phrase.split()) for phrase in said))
        scale = length / ends[-1] if ends else 0.0
        starts = [0, *ends]
        return WordTimes(tuple((a * scale, b * scale) for a, b in zip(starts, ends, strict=False)), length)

    def begin(self, place: Fraction) -> float:
        """The second at which what begins at a place among the phrases is heard; 2½ is in the middle of the third."""
        return self._at(math.floor(place), place)

    def end(self, place: Fraction) -> float:
        """The second at which what ends at a place among the phrases has been heard."""
        return self._at(math.ceil(place) - 1, place)

    def _at(self, index: int, place: Fraction) -> float:
        begin, end = self.phrases[index]
        return begin + float(place - index) * (end - begin)


def heard_cues(said: Sequence[Phrase], times: WordTimes, rate: int) -> tuple[Cue, ...]:
    """The captions of a step that a voice speaks."""
    captions = cut_into_captions(said)
    starts = [math.floor(times.begin(caption.since) * rate + 0.5) for caption in captions]
    cues: list[Cue] = []
    for caption, start, following in zip(captions, starts, [*starts[1:], None], strict=True):
        begin = max(start, cues[-1].end if cues else 0)
        silent = math.ceil((times.end(caption.until) + float(BREATH)) * rate)
        end = silent if following is None else min(silent, following)
        cues.append(Cue(begin, max(end, begin + 1), caption.lines))
    return tuple(cues)


def read_cues(said: Sequence[Phrase], pace: int, rate: int) -> tuple[Cue, ...]:
    """The captions of a step in which nobody speaks: one after the other, at `pace` words a minute."""
    cues: list[Cue] = []
    now = 0
    for caption in cut_into_captions(said):
        cues.append(Cue(now, now + _patience(caption, said, pace, rate), caption.lines))
        now = cues[-1].end
    return tuple(cues)


def _patience(caption: CutCaption, said: Sequence[Phrase], pace: int, rate: int) -> int:
    """The ticks that it takes to say a caption and to read it."""
    words = sum(
        len(said[index].said.split()) * (min(caption.until, Fraction(index + 1)) - max(caption.since, Fraction(index)))
        for index in range(math.floor(caption.since), math.ceil(caption.until))
    )
    saying = words * Fraction(60, pace)
    reading = Fraction(len(" ".join(caption.lines)), CHARACTERS_PER_SECOND)
    return math.ceil(max(saying, reading) * rate)
