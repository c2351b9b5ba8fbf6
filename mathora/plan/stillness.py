"""Where a film's picture stands so long that a viewer thinks it has stopped: the pacing gate.

Owns: `LongStill`, `long_stills` (each picture that stands too long), `stands_still`, the faults of their steps, and
what is taken for granted before a film is drawn (`in_motion`, `alive`).

Laws:
- A picture stands from one that was new to the next that is; what is shown once more, at a step's end or at the
  beginning of the next one, moves nothing. The author's `rest` is not counted.
- It is the fault of the step in which most of it lies.
- Nobody waits for a film to be told: before one is drawn, every picture that is finished is taken to live on, and what
  stands between a step's moves is known already.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain, pairwise
from typing import NamedTuple

from mathora.lesson import Fault, Lesson, Step
from mathora.plan.drawn import Loop, Move, StepFacts
from mathora.plan.liveliness import ShownLoop
from mathora.plan.pacing import LONGEST_STILL
from mathora.plan.timeline import Slot, Timeline

LIVING = 2  # seconds of a loop that a picture is taken to have before its own are drawn


class LongStill(NamedTuple):
    """A picture of a slot stands so many ticks, from a tick of the slot on."""

    slot: Slot
    since: int
    ticks: int


def alive(rate: int) -> tuple[Loop, ...]:
    """The loops that a picture is taken to have before its own are drawn."""
    return (Loop("", tuple(range(LIVING * rate)), LIVING * rate + 1),)


def in_motion(moves: Sequence[Move]) -> tuple[int, ...]:
    """The ticks at which a clip's picture is taken to be new before it is drawn."""
    return tuple(chain.from_iterable(range(move.start + 1, move.end + 1) for move in moves))


def long_stills(lesson: Lesson, timeline: Timeline, facts: Mapping[str, StepFacts]) -> Iterator[LongStill]:
    """The pictures that stand for longer than `LONGEST_STILL`, the author's rest taken off; `facts["section/step"]` are
    those of the clips.
    """
    rests = {address: step.rest for address, step in lesson.steps.items()}
    most, rate = LONGEST_STILL * timeline.rate, timeline.rate
    new = sorted({tick for slot in timeline.slots for tick in _new(slot, facts)})
    for begin, end in pairwise([0, *new, timeline.end]):
        if end - begin <= most:
            continue
        shares: list[LongStill] = []
        for slot in timeline.slots:
            since, until = max(begin, slot.start), min(end, slot.end - math.ceil(Fraction(rests[slot.address]) * rate))
            if since < until:
                shares.append(LongStill(slot, since - slot.start, until - since))
        ticks = sum(one.ticks for one in shares)
        if ticks > most:
            yield max(shares, key=lambda one: one.ticks)._replace(ticks=ticks)


def _new(slot: Slot, facts: Mapping[str, StepFacts]) -> Iterator[int]:
    """The film's ticks at which a slot shows something new."""
    own = facts[slot.address]
    if slot.before:
        yield from _in_loops(slot, slot.waiting, facts[slot.before].loops)
    yield from (slot.at(tick) for tick in own.ticks if tick)
    yield from _in_loops(slot, slot.loops, own.loops)
    yield from range(slot.end - slot.handover, slot.end)


def _in_loops(slot: Slot, shown: Sequence[ShownLoop], loops: Sequence[Loop]) -> Iterator[int]:
    for one in shown:
        yield from (slot.loop_at(one, loops[one.loop], tick) for tick in loops[one.loop].ticks if tick)


def stands_still(lesson: Lesson, timeline: Timeline, facts: Mapping[str, StepFacts]) -> tuple[Fault, ...]:
    """The faults of the steps whose picture stands too long; arguments as for `long_stills`."""
    steps = lesson.steps
    found = long_stills(lesson, timeline, facts)
    return tuple(_fault(steps[one.slot.address], one, timeline.rate) for one in found)


def _fault(step: Step, one: LongStill, rate: int) -> Fault:
    waits = step.say.cues[:1] if one.slot.motion > one.since else ()
    sooner = "".join(f"put {{{cue.name.value}}} before a sooner word, " for cue in waits)
    return step.action.fault(
        "stands-still",
        f"from second {one.since / rate:.1f} of the step on, nothing moves for {one.ticks / rate:.1f} seconds; "
        f"after {LONGEST_STILL} a viewer thinks that the film has stopped",
        f"{sooner}say less here, or split the step so that something new comes; silence that is meant is `rest:`",
    )
