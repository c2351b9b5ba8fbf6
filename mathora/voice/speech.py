"""The sound of one step, with the time at which each of its phrases is heard.

Owns: `Speech`, `finished`, which makes one of what a voice gave, and `Voice`, what every voice is.

Laws:
- Mono, 16 bits, at the voice's own rate. It begins and ends in silence: faded over 10 ms, so that no join clicks.
- The silence before the first and after the last sound is `MARGIN` at most: pauses between steps are the timeline's.
- Every phrase has a time, in order, inside the sound. One that follows a pause begins where its sound does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from mathora.plan import WordTimes

FADE = 0.010
MARGIN = 0.100  # seconds
QUIET = 0.003  # what is softer than this share of the loudest sample counts as silence (−50 dB)
HEARD = 0.03  # the share of the loudest moment from which on a word is heard (−30 dB)
NEAR = 0.120  # seconds within which a word's sound begins around the time that a voice tells for it

Samples = NDArray[np.int16]
Wave = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Speech:
    """`samples` at `rate` hertz; `phrases` are from and to of each phrase in samples."""

    samples: Samples
    rate: int
    phrases: tuple[tuple[int, int], ...]

    @property
    def times(self) -> WordTimes:
        """What the timeline needs to know of it."""
        seconds = tuple((begin / self.rate, end / self.rate) for begin, end in self.phrases)
        return WordTimes(seconds, len(self.samples) / self.rate)


class Voice(Protocol):
    """Who says phrases. Whatever it is, the same phrases have the same sound as long as its `key` is the same."""

    @property
    def credit(self) -> str:
        """Who it is, in words: `heart, hibari-tts 0.2.1`."""

    @property
    def key(self) -> tuple[str, ...]:
        """All that decides the sound besides the phrases: versions, digests of weights."""

    def say(self, phrases: Sequence[str]) -> Speech:
        """The phrases of one step, one or more, as one speech. Raises `VoiceFailed`."""


class VoiceFailed(OSError):
    """A voice did not speak: the machine's failure, not the lesson's."""


class BadRecording(VoiceFailed):
    """A recording of the author's cannot be used; `file` is where it lies."""

    def __init__(self, file: str, reason: str) -> None:
        self.file = file
        super().__init__(reason)


def finished(wave: Wave, rate: int, phrases: Sequence[tuple[float, float]]) -> Speech:
    """A speech of a wave between −1 and 1, with the phrases' times in seconds; silence at the ends is cut."""
    loud = np.flatnonzero(np.abs(wave) > QUIET * np.abs(wave).max(initial=0.0))
    if not len(loud):
        raise VoiceFailed("the voice was silent")
    margin = round(MARGIN * rate)
    first, last = max(0, loud[0] - margin), min(len(wave), loud[-1] + 1 + margin)
    kept = wave[first:last].copy()
    ramp = np.linspace(0, 1, min(round(FADE * rate), len(kept) // 2), dtype=np.float32)
    kept[: len(ramp)] *= ramp
    kept[len(kept) - len(ramp) :] *= ramp[::-1]
    heard = _after_pauses(wave, rate, phrases)
    ends = np.clip(np.round(np.asarray(heard, np.float64) * rate) - first, 0, len(kept)).astype(int)
    ends = np.maximum.accumulate(ends.reshape(-1)).reshape(-1, 2)
    samples = np.round(np.clip(kept, -1, 1) * np.iinfo(np.int16).max).astype(np.int16)
    return Speech(samples, rate, tuple((int(begin), int(end)) for begin, end in ends))


def _after_pauses(wave: Wave, rate: int, phrases: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The times, each phrase after a pause moved to the beginning of its sound: voices tell it by their own grid."""
    hop = max(1, rate // 200)
    blocks = wave[: len(wave) // hop * hop].reshape(-1, hop)
    loud = np.sqrt((blocks**2).mean(axis=1))
    sounds = loud > HEARD * loud.max(initial=0.0)
    found: list[tuple[float, float]] = []
    for begin, end in phrases:
        since = max(found[-1][1] if found else 0.0, begin - NEAR)
        near = sounds[round(since * rate / hop) : round((begin + NEAR) * rate / hop)]
        if near.any() and not near[:2].any():
            begin = min(since + int(near.argmax()) * hop / rate, end)  # noqa: PLW2901 - the same beginning, known better
        found.append((begin, end))
    return found


def spread(wave: Wave, rate: int, phrases: Sequence[str]) -> list[tuple[float, float]]:
    """Times for phrases of a voice that tells none: its sounding time in shares of the phrases' letters; seconds.

    An estimate. Pauses are left out of account, so that captions may be some tenths of a second off.
    """
    loud = np.flatnonzero(np.abs(wave) > QUIET * np.abs(wave).max(initial=0.0))
    begin, end = (loud[0] / rate, loud[-1] / rate) if len(loud) else (0.0, len(wave) / rate)
    weights = np.cumsum([0, *(1 + sum(map(str.isalnum, phrase)) for phrase in phrases)])
    at = begin + (end - begin) * weights / weights[-1]
    return [(float(one), float(other)) for one, other in pairwise(at)]
