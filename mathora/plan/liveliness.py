"""What lives on a step's last picture while it is still spoken of: which loop is shown when.

Owns: `ShownLoop`, `shown_loops` and `lives`.

Laws:
- A term that is said is lit from its first word on, for as long as it is said, if it stands on the picture; it makes
  way for the next one, if it has been lit by then, and one that fades slowly does so sooner for it. One that is said
  while the picture still moves is lit when it stands, if it is said for long enough.
- Between loops the picture rests, for about `REST`, or for less than a loop would take; a picture that lives in more
  than one way does so in turn.
- Where there is time left but none for one loop more, those that are shown take longer, up to `SLOWEST`.
- Loops follow each other in time and never overlap; each ends, with the resting picture, before its time is over.
- Only times are given: the same loops are shown whatever is said.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import cycle, pairwise
from typing import NamedTuple

from mathora.plan.drawn import Loop
from mathora.plan.pacing import SpokenTerm, with_a_word

APART = Fraction(1, 5)  # seconds between two loops at least
REST = Fraction(4, 5)  # seconds for which a picture that is spoken of rests before, between and after what lives on it

LEAST_REST, SLOWEST = Fraction(1, 2), Fraction(13, 10)
"""Seconds that are left to rest where loops are slowed down, and how many times as long they take at most."""


class ShownLoop(NamedTuple):
    """Loop number `loop` of a clip, shown from a tick of its step on, `slower` than it is; its peak stands for `wait`
    ticks more.
    """

    loop: int
    start: int
    wait: int = 0
    slower: Fraction = Fraction(1)

    def ends(self, loop: Loop) -> int:
        """The tick of its step at which the picture rests again."""
        return self.start + math.ceil(loop.end * self.slower) + self.wait


def shown_loops(
    loops: Sequence[Loop], room: tuple[int, int], terms: Sequence[SpokenTerm], words: Sequence[int], rate: int
) -> tuple[ShownLoop, ...]:
    """The loops that are shown in the ticks `room` of a step, in order; `words` are those at which a word begins."""
    lit = _lit({loop.name: at for at, loop in enumerate(loops) if loop.name}, loops, room, terms, rate)
    ways = [at for at, loop in enumerate(loops) if not loop.name]
    if not ways:
        return tuple(lit)
    ends = [(one.start, one.ends(loops[one.loop])) for one in lit]
    gaps = pairwise([room[0], *(tick for both in ends for tick in both), room[1]])
    alive = [one for at, gap in enumerate(gaps) if at % 2 == 0 for one in _alive(loops[ways[0]], gap, words, rate)]
    between = (one._replace(loop=way) for way, one in zip(cycle(ways), alive, strict=False))
    return tuple(sorted([*lit, *between], key=lambda one: one.start))


def lives(loops: Sequence[Loop]) -> bool:
    """Whether one of the loops is of the picture itself, not of a term that is said."""
    return any(not loop.name for loop in loops)


def _lit(
    named: Mapping[str, int], loops: Sequence[Loop], room: tuple[int, int], terms: Sequence[SpokenTerm], rate: int
) -> list[ShownLoop]:
    """What is lit while it is said."""
    lit: list[ShownLoop] = []
    free, until = room
    standing: list[tuple[int, int, ShownLoop]] = []
    for begin, end, names, slower in terms:
        at = next((named[name] for name in names if name in named), None)
        if at is not None and (begin >= free or end - free >= loops[at].peak):
            standing.append((max(begin, free), end, ShownLoop(at, max(begin, free), 0, slower)))
    apart = math.ceil(APART * rate)
    for (begin, end, one), (following, *_) in pairwise([*standing, (until + apart, until, ShownLoop(0, until))]):
        if begin < free:
            continue
        loop = loops[one.loop]
        if one.start + loop.end <= following - apart < one.ends(loop):  # sooner than it likes to
            one = one._replace(slower=Fraction(following - apart - one.start, loop.end))  # noqa: PLW2901 - the same
        wait = max(0, end - begin - math.ceil(loop.peak * one.slower)) if loop.peak else 0
        makes_way = following - apart - one.ends(loop)
        wait = min(wait, until - one.ends(loop), makes_way if makes_way >= 0 else wait)
        if wait >= 0:
            lit.append(one._replace(wait=wait))
            free = lit[-1].ends(loop) + apart
    return lit


def _alive(loop: Loop, gap: tuple[int, int], words: Sequence[int], rate: int) -> Iterator[ShownLoop]:
    """Loops as long as this one in a gap, as many as are needed, with as much rest before as after each."""
    longest, (begin, end) = REST * rate, gap
    wanted = math.ceil((end - begin - longest) / (longest + loop.end))
    often = max(0, min(wanted, (end - begin) // loop.end))
    if not often:
        return
    left = end - begin - (often + 1) * LEAST_REST * rate
    slower = min(SLOWEST, max(Fraction(1), left / (often * loop.end)))
    length = math.ceil(loop.end * slower)
    if begin + often * length > end:  # by rounding
        slower, length = Fraction(1), loop.end
    rest = Fraction(end - begin - often * length, often + 1)
    free = begin
    for number in range(often):
        ideal = begin + (number + 1) * rest + number * length
        latest = end - (often - number) * length
        start = min(latest, max(free, with_a_word(ideal, min(rest / 4, Fraction(rate, 4)), (words,))))
        yield ShownLoop(0, start, slower=slower)
        free = start + length
