"""Parts of formulas on their way: which path a part takes from where it stands to where it will stand.

Owns: `Flight` (glyphs that move together), `GlyphLink`, `WAYS`, and `routed`, which finds each flight a way that meets
no other ink.

Laws:
- A glyph that arrives as another shape than it left cross-fades on the way; it is never bent into it.
- On its way a part meets neither a text that stands nor another part on its way; where no way is free it does not fly:
  it is handed over, fading where it stood and coming in where it will stand.
- A copy of what stays is not seen while it reaches into that: it comes out beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from manim import VMobject, interpolate_color, smooth

from mathora.stage.arrays import Array
from mathora.stage.text.boxes import Boxes
from mathora.stage.text.formula_mobject import GlyphMobject, TextMobject

Way = Callable[[float], tuple[float, float, float]]
"""Progress (0 to 1) → how much of the way across and of the way up is done, and how far aside, in em."""

STEPS = np.linspace(0.0, 1.0, 49)
"""Where a way is looked at: `smooth` is fast in the middle, and a digit is not to be leapt over between two of them."""

ALIKE = 0.02  # two outlines are one shape if their points, each in its own unit box, differ by no more than this

SINKS, RISES = 0.1, 0.1
"""Shares of the way in which a copy fades over what it is a copy of, and in which it is seen again once it is clear."""

BULGE = 1.5  # how far aside an arc reaches, in em


def _straight(share: float) -> tuple[float, float, float]:
    moved = smooth(share)
    return moved, moved, 0.0


def _up_then_across(share: float) -> tuple[float, float, float]:
    return smooth(max(0.0, 1.6 * share - 0.6)), smooth(min(1.0, 1.6 * share)), 0.0


def _across_then_up(share: float) -> tuple[float, float, float]:
    return smooth(min(1.0, 1.6 * share)), smooth(max(0.0, 1.6 * share - 0.6)), 0.0


def _arc(side: float) -> Way:
    def arc(share: float) -> tuple[float, float, float]:
        moved = smooth(share)
        return moved, moved, side * BULGE * 4 * moved * (1 - moved)

    return arc


WAYS: Mapping[str, Way] = {
    "straight": _straight,
    "up-then-across": _up_then_across,
    "across-then-up": _across_then_up,
    "hop-over": _arc(0.5),
    "hop-under": _arc(-0.5),
    "over": _arc(1.0),
    "under": _arc(-1.0),
}
"""The ways that are tried, in this order."""

HOPS = ("hop-over", "hop-under", "over", "under")
"""Those that are tried first where a part is to be seen leaving its place."""


class GlyphLink(NamedTuple):
    """Glyphs that become others, one for one; `said` is how a finding calls them ("" for a mere sign). What `hops`
    goes in an arc if it can.
    """

    before: tuple[GlyphMobject, ...]
    after: tuple[GlyphMobject, ...]
    said: str = ""
    hops: bool = False


class Flight(TextMobject):
    """Copies of some glyphs on their way to others; a text, so that it is judged as texts are while they move."""

    def __init__(self, link: GlyphLink) -> None:
        self._pairs = [_Pair(before, after) for before, after in zip(link.before, link.after, strict=True)]
        super().__init__(*(one for pair in self._pairs for one in pair.movers))
        self.wording = f"{link.said or 'a sign'} on its way"
        self.em_size = max(glyph.em for glyph in link.before)
        self._start, self._end = _hull(link.before), _hull(link.after)
        self.way: Way = _straight
        self.clear = 0.0
        """The share of the way from which it reaches no more into what it left, if that stays."""
        self._ends = {id(glyph) for glyph in (*link.before, *link.after)}

    def parts_with(self, other: Flight) -> bool:
        """Whether both leave from one part, or come to one."""
        return bool(self._ends & other._ends)

    def boxes(self, way: Way, share: float) -> Boxes:
        """Where its ink is at a share of the way."""
        across, up, aside = way(share)
        moved, shift = np.array([across, up]), np.array([0.0, aside * self.em_size])
        return Boxes(
            self._start.low + moved * (self._end.low - self._start.low) + shift,
            self._start.high + moved * (self._end.high - self._start.high) + shift,
        )

    def move(self, share: float) -> None:
        """Puts the copies where they are at a share of the way."""
        across, up, aside = self.way(share)
        seen = 1.0
        if self.clear:
            seen = max(1 - share / SINKS, min(1.0, (share - self.clear) / RISES), 0.0) if share < 1 else 1.0
        for pair in self._pairs:
            pair.move(np.array([across, up, up]), aside * self.em_size, smooth(share), seen)

    def comes_out_of(self, ink: Boxes) -> None:
        """What it left stays among the standing `ink`: it is seen where it is clear of all that it touched there."""
        left = ink.touching(self.boxes(self.way, 0.0))
        met = [share for share in STEPS if self.boxes(self.way, share).meet(left)]
        self.clear = min(1 - RISES, met[-1]) if met else 0.0


class _Pair:
    """A glyph that becomes another: one outline that moves, or two that cross-fade while they move as one."""

    def __init__(self, before: GlyphMobject, after: GlyphMobject) -> None:
        self._fills = before.get_fill_color(), after.get_fill_color()
        self._opacities = float(before.get_fill_opacity()), float(after.get_fill_opacity())
        start, end = before.points.copy(), after.points.copy()
        same = alike(start, end)
        self._ways = [(start, end)] if same else [(start, _boxed(start, end)), (_boxed(end, start), end)]
        self.movers = [before.copy()] if same else [before.copy(), after.copy()]

    def move(self, moved: Array, aside: float, share: float, seen: float) -> None:
        """`moved` is how much of the way is done in each direction, `aside` in scene units, `share` of the change,
        `seen` of its strength.
        """
        one, other = self._opacities
        fades = (one + share * (other - one),) if len(self.movers) == 1 else (one * (1 - share), other * share)
        for mover, (start, end), fade in zip(self.movers, self._ways, fades, strict=True):
            mover.points = start + moved * (end - start) + np.array([0.0, aside, 0.0])
            mover.set_fill(interpolate_color(*self._fills, share), opacity=seen * fade)


def alike(one: Array, other: Array) -> bool:
    """Whether two outlines (points of shape (n, 3)) are one shape, at most stretched."""
    if one.shape != other.shape:
        return False
    return bool(np.abs(_unit(one) - _unit(other)).max() < ALIKE)


def _unit(points: Array) -> Array:
    low, size = points[:, :2].min(axis=0), np.maximum(np.ptp(points[:, :2], axis=0), 1e-9)
    return np.asarray((points[:, :2] - low) / size)


def _boxed(points: Array, like: Array) -> Array:
    """An outline, as large as another and in its place: of the same height, on the same middle."""
    size, wanted = np.ptp(points[:, :2], axis=0), np.ptp(like[:, :2], axis=0)
    factor = float((wanted / np.maximum(size, 1e-9)).min())
    middle, place = (each[:, :2].min(axis=0) + np.ptp(each[:, :2], axis=0) / 2 for each in (points, like))
    moved = points.copy()
    moved[:, :2] = place + factor * (points[:, :2] - middle)
    return moved


def _hull(glyphs: Sequence[GlyphMobject]) -> Boxes:
    """Each glyph's whole box: both ends of a way have as many."""
    points = [glyph.points[:, :2] for glyph in glyphs]
    return Boxes(np.array([one.min(axis=0) for one in points]), np.array([one.max(axis=0) for one in points]))


def routed(links: Sequence[GlyphLink], standing: Sequence[VMobject]) -> tuple[list[Flight], list[GlyphLink]]:
    """Each link's flight, on a way that meets no ink `standing` around it and no flight before it; and the links that
    have no such way. What a part touches before it leaves (a root around it) is no obstacle to it.
    """
    ink = Boxes.of(standing)
    flights: list[Flight] = []
    grounded: list[GlyphLink] = []
    for link in links:
        flight = Flight(link)
        ways = [WAYS[name] for name in dict.fromkeys((*(HOPS if link.hops else ()), *WAYS))]
        others = [one for one in flights if not flight.parts_with(one)]
        still = ink.clear_of(flight.boxes(_straight, 0.0))
        way = next((one for one in ways if _is_free(flight, one, still, others)), None)
        if way is None:
            grounded.append(link)
        else:
            flight.way = way
            flights.append(flight)
    return flights, grounded


def _is_free(flight: Flight, way: Way, still: Boxes, others: Sequence[Flight]) -> bool:
    for share in STEPS:
        here = flight.boxes(way, share)
        if here.meet(still) or any(here.meet(other.boxes(other.way, share)) for other in others):
            return False
    return True
