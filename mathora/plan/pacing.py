"""When each move of a step starts: with the word that calls it, or spread over what is said.

Owns: `SaidWords`, `Shift`, `shifts` and `shifted`.

Laws:
- Moves keep their order, their length and their speed; none starts before the one before it has ended.
- A move that a word calls starts with that word, unless the moves before it still go on then.
- The others are spread: there is as much rest after each as after any other, and what rests is a finished picture.
  They start with a clause, or else with a word, where one is near.
- Only time is given: what a clip shows at its tick t is shown at `shifted(t)`, which grows with t.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from mathora.plan.drawn import Move

SHORT = Fraction(1, 2)
"""Seconds; a shorter move is no event of its own: it goes with the one after it."""

Shift = tuple[int, int]
"""From a tick of a clip on, all is shown so many ticks later."""


@dataclass(frozen=True, slots=True)
class SaidWords:
    """When a step is said, in its ticks: each word and each clause begins, all is said; what words call which move."""

    words: tuple[int, ...]
    clauses: tuple[int, ...]
    end: int
    called: Mapping[str, int]


def shifted(shifts: Sequence[Shift], tick: int) -> int:
    """When what a clip shows at `tick` is shown, from its step's beginning."""
    at = bisect_right(shifts, tick, key=lambda shift: shift[0])
    return tick + (shifts[at - 1][1] if at else 0)


def shifts(moves: Sequence[Move], said: SaidWords, spread: Fraction, rate: int) -> tuple[Shift, ...]:
    """How much later each move is shown. `spread`, 0 to 1, is how much of the room between them is given to rest.

    A move's first frame still shows what the one before has left, and stands with it: the shift begins after it.
    """
    groups = _grouped(moves, rate)
    times = _starts(groups, said, spread) if groups else []
    found = [(group[0].start + 1, time - group[0].start) for group, time in zip(groups, times, strict=True)]
    return tuple(shift for before, shift in zip([(0, 0), *found], found, strict=False) if shift[1] != before[1])


def _grouped(moves: Sequence[Move], rate: int) -> list[list[Move]]:
    """The moves, short ones with the next; one with a name begins a group."""
    groups: list[list[Move]] = []
    for move in moves:
        if groups and not move.name and _length(groups[-1]) < SHORT * rate:
            groups[-1].append(move)
        else:
            groups.append([move])
    if len(groups) > 1 and _length(groups[-1]) < SHORT * rate and not groups[-1][0].name:
        groups[-2:] = [groups[-2] + groups[-1]]
    return groups


def _length(group: Sequence[Move]) -> int:
    return group[-1].end - group[0].start


def _starts(groups: Sequence[Sequence[Move]], said: SaidWords, spread: Fraction) -> list[int]:
    """The tick at which each group starts."""
    times: list[int] = []
    anchors = [at for at, group in enumerate(groups) if at == 0 or group[0].name in said.called]
    for anchor, following in zip(anchors, [*anchors[1:], len(groups)], strict=True):
        free = times[-1] + _length(groups[anchor - 1]) if times else 0
        begin = max(free, said.called.get(groups[anchor][0].name, 0))
        until = said.called[groups[following][0].name] if following < len(groups) else said.end
        lengths = [_length(group) for group in groups[anchor:following]]
        rest = max(Fraction(0), spread * Fraction(until - begin - sum(lengths), len(lengths)))
        times.append(begin)
        for at in range(1, len(lengths)):
            ideal = begin + sum(lengths[:at]) + at * rest
            times.append(max(times[-1] + lengths[at - 1], _with_a_word(ideal, rest / 2, said)))
    return times


def _with_a_word(ideal: Fraction, reach: Fraction, said: SaidWords) -> int:
    """The tick nearest to `ideal` at which a clause begins, else a word, within `reach`; else the tick itself."""
    for places in (said.clauses, said.words):
        at = bisect_left(places, ideal)
        nearest = min(places[max(at - 1, 0) : at + 1], key=lambda place: abs(place - ideal), default=None)
        if nearest is not None and abs(nearest - ideal) <= reach:
            return nearest
    return math.ceil(ideal)
