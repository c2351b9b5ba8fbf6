"""How long what is new on a picture has to stand so that it can be read, and how much silence that may cost.

Owns: `Reading`, `Urgent`, `most_urgent` and `too_full`, the fault of a step that shows more than its time lets be read.

Laws:
- A text can be read from the moment at which it stands: what moved it there has led the eye to it. What stands there
  from the step's first frame on has to be found first. Texts are read one after the other, at the lesson's pace.
- A picture waits for its readers in silence, unasked, for `PATIENCE` seconds at most; more is the author's to say.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from mathora.lesson import Fault, Step

FOUND = Fraction(1, 2)  # seconds until a viewer has seen that there is something new to read, if nothing moved there

PATIENCE = Fraction(4)
"""Seconds of silence that a step is lengthened by at most: after that a viewer thinks that the film has stopped."""

LONGEST_PAUSE = 30  # seconds of rest beyond which splitting a step is the only advice

Reading = tuple[tuple[int, float], ...]
"""What a step brings to read: how many words came to stand at which tick of its clip."""


@dataclass(frozen=True, slots=True)
class Urgent:
    """The words of a step that need it longest: they can be read from tick `since` on and take `ticks` to read."""

    words: float
    since: int
    ticks: int

    @property
    def end(self) -> int:
        """The tick of the step at which all is read."""
        return self.since + self.ticks


def most_urgent(reading: Reading, pace: int, rate: int) -> Urgent | None:
    """What needs the step longest, read at `pace` words a minute; None if there is nothing to read.

    All that comes at a tick or later has to be read after that tick; the latest end over all ticks is when a reader
    who never waits while something stands unread has read everything.
    """
    found = math.ceil(FOUND * rate)
    ready = [(max(since, found), words) for since, words in reading if words > 0]
    urgent: list[Urgent] = []
    for since in sorted({since for since, _ in ready}):
        words = sum(more for at, more in ready if at >= since)
        urgent.append(Urgent(words, since, math.ceil(Fraction(60 * rate, pace) * Fraction(words))))
    return max(urgent, key=lambda one: one.end, default=None)


def too_full(step: Step, length: int, urgent: Urgent, rate: int) -> Fault | None:
    """The fault of a step that lasts `length` ticks by its motion, its narration and its rest: too short to read it."""
    patient = length + math.floor(PATIENCE * rate)
    if urgent.end <= patient:
        return None
    rest = math.ceil(Fraction(step.rest) + Fraction(urgent.end - length, rate))
    resting = f" give the step `rest: {rest}`," if rest <= LONGEST_PAUSE else ""
    return step.action.fault(
        "too-much-to-read",
        f"the {math.ceil(urgent.words)} words that are new on the picture take "
        f"{math.ceil(10 * urgent.ticks / rate) / 10} seconds to read, but stand for only "
        f"{math.floor(10 * (patient - urgent.since) / rate) / 10}, {PATIENCE} of them added in silence",
        f"say more about it,{resting} or split it into two",
    )
