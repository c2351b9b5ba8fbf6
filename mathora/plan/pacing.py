"""When each move of a step starts: with the word that calls it, or spread over what is said.

Owns: `SaidWords`, `SpokenTerm`, `Shift`, `shifts`, `shifted`, `with_a_word` and how long a picture may rest.

Laws:
- Moves keep their order, their length and their speed; none starts before the one before it has ended.
- A move that a word calls is seen to start with that word, unless the moves before it still go on then: its first
  frame, which still shows what stood before, is the one before the word.
- The others are spread: there is as much rest after each as after any other, `LONGEST_REST` at most where no word calls
  what follows (then the last picture lives on), and what rests is a finished picture. They start with a clause, or else
  with a word, where one is near. Where a word lets the first of them wait longer than that, they all start later, if
  the picture before them lives on.
- Only time is given: what a clip shows at its tick t is shown at `shifted(t)`, which grows with t.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from mathora.plan.drawn import Move

SHORT = Fraction(1, 2)  # seconds; a shorter move is no event of its own: it goes with the one after it

LONGEST_REST = Fraction(5, 4)
"""Seconds for which nothing moves at most between two moves, give or take the way to the nearest word: what time is
left when all have been made lives on.
"""

LONGEST_STILL = Fraction(3)
"""Seconds after which a viewer thinks that the film has stopped: nothing rests longer, but where the author says so."""


EASE = Fraction(1, 3)  # seconds in which a move that begins is not seen to move yet


class SpokenTerm(NamedTuple):
    """Terms that are said together, from and to in ticks: the LaTeX of what is said, then that of its parts. What a
    narration points at is lit and fades `slower` than what it says: something moves as long as it is spoken of.
    """

    begin: int
    end: int
    names: tuple[str, ...]
    slower: Fraction = Fraction(1)


Shift = tuple[int, int]  # from a tick of a clip on, all is shown so many ticks later


@dataclass(frozen=True, slots=True)
class SaidWords:
    """When a step is said, in its ticks: each word and each clause begins, all is said; what words call which move, and
    when which terms are said.
    """

    words: tuple[int, ...]
    clauses: tuple[int, ...]
    end: int
    called: Mapping[str, int]
    terms: tuple[SpokenTerm, ...] = ()


def shifted(shifts: Sequence[Shift], tick: int) -> int:
    """When what a clip shows at `tick` is shown, from its step's beginning."""
    at = bisect_right(shifts, tick, key=lambda shift: shift[0])
    return tick + (shifts[at - 1][1] if at else 0)


def shifts(
    moves: Sequence[Move], said: SaidWords, spread: Fraction, rate: int, *, lives_on: bool = False
) -> tuple[Shift, ...]:
    """How much later each move is shown. `spread`, 0 to 1, is how much of the room between them is given to rest;
    `lives_on`: what stands before them lives, so that they may wait.

    A move's first frame still shows what the one before has left, and stands with it: the shift begins after it.
    """
    groups = _grouped(moves, rate)
    times = _starts(groups, said, spread, rate, lives_on=lives_on) if groups else []
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


def _starts(
    groups: Sequence[Sequence[Move]], said: SaidWords, spread: Fraction, rate: int, *, lives_on: bool
) -> list[int]:
    """The tick at which each group starts."""
    times: list[int] = []
    still = math.floor((LONGEST_STILL - EASE) * rate)
    anchors = [at for at, group in enumerate(groups) if at == 0 or group[0].name in said.called]
    for anchor, following in zip(anchors, [*anchors[1:], len(groups)], strict=True):
        free = times[-1] + _length(groups[anchor - 1]) if times else 0
        begin = max(free, said.called.get(groups[anchor][0].name, 0) - 1)
        until = said.called[groups[following][0].name] if following < len(groups) else said.end
        lengths = [_length(group) for group in groups[anchor:following]]
        rest = max(Fraction(0), spread * Fraction(until - begin - sum(lengths), len(lengths)))
        most = min(rest, LONGEST_REST * rate)
        if lives_on and not times and following < len(groups):
            begin += math.ceil((rest - most) * len(lengths))
        if following == len(groups) or (lives_on and not times):
            rest = most
        times.append(begin)
        for at in range(1, len(lengths)):
            ideal = begin + sum(lengths[:at]) + at * rest
            ended = times[-1] + lengths[at - 1]
            start = max(ended, with_a_word(ideal, rest / 2, (said.clauses, said.words)))
            times.append(start if start <= ended + still else max(ended, min(math.ceil(ideal), ended + still)))
    return times


def with_a_word(ideal: Fraction, reach: Fraction, kinds: Sequence[Sequence[int]]) -> int:
    """The place nearest to the tick `ideal` within `reach`, of the first kind that has one there; else the tick itself.

    `kinds` are ascending ticks: those at which clauses begin, say, then those of words.
    """
    for places in kinds:
        at = bisect_left(places, math.ceil(ideal))
        nearest = min(places[max(at - 1, 0) : at + 1], key=lambda place: abs(place - ideal), default=None)
        if nearest is not None and abs(nearest - ideal) <= reach:
            return nearest
    return math.ceil(ideal)
