"""A crowd of dots that splits: by what each is, and by what a test says of it.

Owns: `Shares` (whole numbers of dots for four groups), `Crowd` (the dots, drawn), `blended`, a colour between two.

Laws:
- The four groups always sum to the crowd, and each has its share of it, to one dot; where that is no whole number, it
  is said to be rounded.
- All dots are drawn, on every frame, and all are equally large; a dot only moves, it never appears.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import gcd

import numpy as np
from manim import ValueTracker, VGroup, VMobject

from mathora.stage.arrays import Array
from mathora.stage.figures.elements.figure import FollowingGroup
from mathora.stage.theme import Theme

HIT, MISS, ALARM, REST = range(4)
"""The groups: with the event, and the test says so, or not; without it, and the test says so, or not."""

RUNS = 7  # as many as four groups and four others cut the dots' order into at most
NONE = (0, 0, 0, 0)  # no dots: from 0 up to 0

WHOLE = 1e-9
CLEAR = 0.015  # between the room of dots and a line around them, in scene units: the words above stay clear of it
ROUND = 0.36  # a dot's radius, as a share of the room that it has
WITHIN = 0.45  # how much earlier the first dot starts than the last, as a share of the time
KAPPA = 0.5522847498  # how far the handles of a quarter circle reach (Bézier), in radii


@dataclass(frozen=True, slots=True)
class Shares:
    """How many of `count` dots have an event (`prior` of them), and of how many a test says so: of those with the
    event a share `hit`, of those without it `alarm`.
    """

    count: int
    prior: float
    hit: float
    alarm: float

    @property
    def expected(self) -> tuple[float, float, float, float]:
        """The dots of each group, not rounded."""
        ill, well = self.count * self.prior, self.count * (1 - self.prior)
        return ill * self.hit, ill * (1 - self.hit), well * self.alarm, well * (1 - self.alarm)

    @property
    def dots(self) -> tuple[int, int, int, int]:
        """The dots of each group: whole numbers that sum to the crowd."""
        ill = round(self.count * self.prior)
        hits = min(ill, round(self.expected[HIT]))
        alarms = min(self.count - ill, round(self.expected[ALARM]))
        return hits, ill - hits, alarms, self.count - ill - alarms

    @property
    def pack(self) -> int:
        """How many dots, at most, a pack has if those with the event and those without it make whole packs each."""
        hits, misses, alarms, rest = self.dots
        return gcd(hits + misses, alarms + rest) or 1

    def rounded(self, *groups: int) -> bool:
        """Whether some groups together are no whole number of dots."""
        exact = sum(self.expected[group] for group in groups)
        return abs(exact - sum(self.dots[group] for group in groups)) > WHOLE * self.count

    @property
    def posterior(self) -> float:
        """The share of those with the event among those of whom the test says so (T. Bayes, 1763)."""
        return self.prior * self.hit / (self.prior * self.hit + (1 - self.prior) * self.alarm)


class Crowd(FollowingGroup):
    """The dots, in four groups; those that were of one group and are of one group now are one shape.

    `go` says where each is to be next, and `way` goes there.
    Dots are counted in the order of the groups; `places` are (count, 2) in scene units.
    """

    def __init__(
        self, shares: Shares, places: Array, cell: float, theme: Theme, looks: tuple[str, ...] | None = None
    ) -> None:
        self.shares, self.theme, self.way = shares, theme, ValueTracker(1)
        self._from, self._to = places, places
        self._sizes = cell, cell
        self._looks = (looks or (theme.foreground,) * 4,) * 2
        self._groups = (shares.dots, shares.dots)
        super().__init__(*(VMobject(stroke_width=0, fill_opacity=1) for _ in range(RUNS)))
        self.add_updater(self._follow, call_updater=True)

    def go(self, places: Array, cell: float, colours: tuple[str, str, str, str], shares: Shares | None = None) -> None:
        """From where all dots are now, each will go to its place (count, 2) and its group's colour."""
        self._from, self._to = self.places, places
        self._sizes, self._looks = (self._sizes[1], cell), (self._looks[1], colours)
        self.shares = shares or self.shares
        self._groups = self._groups[1], self.shares.dots
        self.way.set_value(0)

    def marked(self) -> Crowd:
        """Those of whom the test says so, as a crowd of their own, where they go now."""
        (hits, misses, alarms, _), shares = self.shares.dots, self.shares
        places = np.concatenate([self._to[:hits], self._to[hits + misses : hits + misses + alarms]])
        alone = Shares(hits + alarms, shares.posterior, 1.0, 1.0)
        return Crowd(alone, places, self._sizes[1], self.theme, self._looks[1])

    def ends(self, *groups: int) -> list[VMobject]:
        """What is as large as the rooms of the first and the last places across and up of some groups together."""
        ends, half = [0, *accumulate(self.shares.dots)], self._sizes[1] / 2
        dots = np.concatenate([self._to[ends[one] : ends[one + 1]] for one in groups])
        if not len(dots):
            return []
        corners = dots.min(axis=0) - half, dots.max(axis=0) + half
        return [VMobject().set_points_as_corners([(*corner, 0.0) for corner in corners])]

    def around(self, *blocks: Sequence[int]) -> VGroup:
        """A line around the dots of each block, groups that stand together in rows, where they go now: in their colour,
        or in the foreground's if they have several.
        """
        half, ends, lines = self._sizes[1] / 2 + CLEAR, [0, *accumulate(self.shares.dots)], VGroup()
        for block in ([one for one in groups if self.shares.dots[one]] for groups in blocks):
            if block:
                dots = np.concatenate([self._to[ends[one] : ends[one + 1]] for one in block])
                heights = dots[:, 1].round(6)
                rows = [dots[heights == height] for height in np.unique(heights)[::-1]]
                top, bottom = rows[0][0, 1] + half, rows[-1][0, 1] - half
                down = [top, *(row[0, 1] - half for row in rows)]  # where the row above ends, the next one begins
                up = [bottom, *(row[0, 1] + half for row in rows[::-1])]
                right = [
                    (row[:, 0].max() + half, at) for row, two in zip(rows, pairwise(down), strict=True) for at in two
                ]
                left = [
                    (row[:, 0].min() - half, at)
                    for row, two in zip(rows[::-1], pairwise(up), strict=True)
                    for at in two
                ]
                inks = {self._looks[1][one] for one in block}
                line = VMobject(stroke_color=inks.pop() if len(inks) == 1 else self.theme.foreground, stroke_width=2.5)
                lines.add(line.set_points_as_corners([(*corner, 0.0) for corner in (*right, *left, right[0])]))
        return lines

    @property
    def rests(self) -> bool:
        """Whether all dots are already what they are to be."""
        (size, other), looks = self._sizes, self._looks
        return looks[0] == looks[1] and np.allclose(self._from, self._to) and bool(np.isclose(size, other))

    @property
    def places(self) -> Array:
        """Where the dots are now."""
        share = self._shares_of_way()[:, None]
        return np.asarray(self._from * (1 - share) + self._to * share)

    def _shares_of_way(self) -> Array:
        """How much of its way each dot has behind it: those in front start first."""
        order = np.linspace(0, WITHIN, self.shares.count)
        share = np.clip((self.way.get_value() - order) / (1 - WITHIN), 0, 1)
        return np.asarray(share * share * (3 - 2 * share))

    def _follow(self, _: VMobject) -> None:
        way, shares, (before, after) = self.way.get_value(), self._shares_of_way(), self._sizes
        share = shares[-1 if after > before else 0]  # none is larger than the room where it is now
        radius = ROUND * (before * (1 - share) + after * share)
        points = _circles(self.places, radius)
        runs = self._runs()
        for shape, (first, last, was, becomes) in zip(self, [*runs, *[NONE] * (RUNS - len(runs))], strict=True):
            shape.set_points(points[first:last].reshape(-1, 3))
            shape.set_fill(blended(self._looks[0][was], self._looks[1][becomes], way), opacity=1)

    def _runs(self) -> list[tuple[int, int, int, int]]:
        """Dots that were of one group and are of one group now: from and to in their order, both groups."""
        before, after = (list(accumulate(groups, initial=0)) for groups in self._groups)
        cuts = sorted({*before, *after})
        return [(a, b, bisect_right(before, a) - 1, bisect_right(after, a) - 1) for a, b in pairwise(cuts)]

    def drawn(self) -> tuple[int, ...]:
        """How many dots of each group are drawn, counted on the shapes' points."""
        counted = [0, 0, 0, 0]
        for shape, (*_, group) in zip(self, self._runs(), strict=False):
            counted[group] += len(shape.points) // 16
        return tuple(counted)

    def unequal(self) -> float:
        """By how much the largest dot is wider than the smallest, measured on the shapes' points."""
        widths = np.concatenate([np.ptp(one.points[:, 0].reshape(-1, 16), axis=1) for one in self])
        return float(np.ptp(widths))

    def miscounted(self) -> float:
        """By how many dots what is drawn differs from the groups' whole numbers, or these from their shares."""
        off = sum(abs(one - other) for one, other in zip(self.drawn(), self.shares.dots, strict=True))
        apart = max(abs(one - other) for one, other in zip(self.shares.dots, self.shares.expected, strict=True))
        return off + max(0.0, apart - 1) + abs(sum(self.drawn()) - self.shares.count)


def _circles(places: Array, radius: float) -> Array:
    """Circles as four cubic curves each: shape (count, 16, 3)."""
    quarter = np.array([[1, 0], [1, KAPPA], [KAPPA, 1], [0, 1]])
    turns = [np.array([[0, 1], [-1, 0]]).T.astype(float)]
    curves, turn = [], np.eye(2)
    for _ in range(4):
        curves.append(quarter @ turn)
        turn = turn @ turns[0].T
    flat = places[:, None, :] + radius * np.concatenate(curves)
    return np.concatenate([flat, np.zeros((*flat.shape[:2], 1))], axis=2)


def blended(one: str, other: str, share: float) -> str:
    """A colour between two, #rrggbb: this share of the way from the one to the other."""
    ends = [np.array(tuple(bytes.fromhex(colour[1:]))) for colour in (one, other)]
    return "#{:02x}{:02x}{:02x}".format(*np.rint(ends[0] + (ends[1] - ends[0]) * share).astype(int))
