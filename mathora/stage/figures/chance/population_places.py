"""Where the dots of a crowd stand: mixed, split by what each is, by what a test says too, gathered by what it says.

Owns: `Arrangement`, and what makes one: `mixed`, `split`, `tested`, `gathered`, `marked`, `packed`; `ARRANGED`, by
their names, with their `BLOCKS`; `keep_apart`, of the words over them.

Laws:
- Each arrangement has a place for every dot, in its region, no two in one place.
- All dots of an arrangement are equally large, as large as there is room: a block is as large as it has dots.
- Groups stand in rows from the top left, so that more dots are a larger block.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil

import numpy as np
from manim import RIGHT, VGroup

from mathora.stage.arrays import Array
from mathora.stage.figures.chance.chance import uniform_numbers
from mathora.stage.figures.chance.population import ALARM, HIT, MISS, REST, Shares
from mathora.stage.figures.elements.rows import GAP
from mathora.stage.layout import Region

LARGEST = 0.55  # a dot's room is no larger than this, in scene units
LINE = 0.55  # the room for one line of words above a block

BETWEEN = 0.45
PACKS_APART = 0.9  # of a dot's room, between two packs
LEAST = 1.55  # scene units that the narrower of two columns has at least: there has to be room for its name


@dataclass(frozen=True, eq=False)
class Arrangement:
    """The middle of each dot (count, 2), the side of the room that each has, and where the line of words of each block
    is: the scene point (3,) of its left end, in the middle of its height.
    """

    places: Array
    cell: float
    captions: tuple[Array, ...]


def mixed(region: Region, shares: Shares) -> Arrangement:
    """All dots in one block in the middle, in no order."""
    inner = Region(region.left, region.bottom, region.right, region.top - LINE)
    cell = _largest(lambda side: _rows(shares.count, inner.width, side) * side <= inner.height)
    places = _block(inner, shares.count, cell)
    places -= (places.max(axis=0) + places.min(axis=0)) / 2 - inner.centre[:2]
    order = np.argsort(uniform_numbers(1, shares.count))
    return Arrangement(places[order], cell, (_caption(region, region.top),))


def split(region: Region, shares: Shares) -> Arrangement:
    """Two blocks: those with the event, and those without it."""
    hits, misses, alarms, rest = shares.dots
    columns, groups = _columns(region, shares), (hits + misses, alarms + rest)
    cell = _largest(lambda side: _height(groups, columns, side) <= region.height - LINE)
    below = [Region(one.left, one.bottom, one.right, one.top - LINE) for one in columns]
    places = [_block(column, count, cell) for column, count in zip(below, groups, strict=True)]
    captions = tuple(_caption(one, one.top) for one in columns)
    return Arrangement(np.concatenate(places), cell, captions)


def tested(region: Region, shares: Shares) -> Arrangement:
    """Four blocks: above, of whom the test says so; below, of whom it says not."""
    columns, dots = _columns(region, shares), shares.dots
    above, below = (dots[HIT], dots[ALARM]), (dots[MISS], dots[REST])
    room = region.height - 3 * LINE - BETWEEN
    cell = _largest(lambda side: _height(above, columns, side) + _height(below, columns, side) <= room)
    middle = region.top - 2 * LINE - _height(above, columns, cell) - BETWEEN
    tops = {HIT: region.top - 2 * LINE, ALARM: region.top - 2 * LINE, MISS: middle - LINE, REST: middle - LINE}
    places, captions = [], [_caption(one, one.top) for one in columns]
    for group in (HIT, MISS, ALARM, REST):
        column = columns[group // 2]
        places.append(_block(Region(column.left, region.bottom, column.right, tops[group]), dots[group], cell))
        captions.append(_caption(column, tops[group] + LINE))
    return Arrangement(np.concatenate(places), cell, tuple(captions))


def gathered(region: Region, shares: Shares) -> Arrangement:
    """Of whom the test says so, in one block, those with the event first; the others below, to the same scale."""
    hits, misses, alarms, rest = shares.dots
    groups, room = (hits + alarms, misses + rest), region.height - 2 * LINE - BETWEEN
    cell = _largest(lambda side: sum(_rows(one, region.width, side) for one in groups) * side <= room)
    upper = Region(region.left, region.bottom, region.right, region.top - LINE)
    middle = upper.top - _rows(groups[0], region.width, cell) * cell - BETWEEN
    lower = Region(region.left, region.bottom, region.right, middle - LINE)
    said, unsaid = (_block(one, count, cell) for one, count in zip((upper, lower), groups, strict=True))
    places = np.concatenate([said[:hits], unsaid[:misses], said[hits:], unsaid[misses:]])
    return Arrangement(places, cell, (_caption(region, region.top), _caption(region, middle)))


def marked(region: Region, shares: Shares) -> Arrangement:
    """Of a crowd of whom the test says so, all in one block, those with the event first."""
    inner = Region(region.left, region.bottom, region.right, region.top - LINE)
    cell = _largest(lambda side: _rows(shares.count, inner.width, side) * side <= inner.height)
    return Arrangement(_block(inner, shares.count, cell), cell, (_caption(region, region.top),))


def packed(region: Region, shares: Shares) -> Arrangement:
    """Those with the event, and those without it, in packs that are squares, or nearly."""
    columns, size, side = _columns(region, shares), shares.pack, ceil(shares.pack**0.5)
    (ill, well), apart = (sum(shares.dots[:ALARM]), sum(shares.dots[ALARM:])), side + PACKS_APART
    wide, room = min(one.width for one in columns), region.height - LINE
    packs = ill // size, well // size
    cell = _largest(lambda one: apart * one <= wide and _height(packs, columns, apart * one) <= room)
    inside = np.column_stack([np.arange(size) % side, -(np.arange(size) // side)]) - (side - 1) / 2 * np.array([1, -1])
    places = [np.empty((0, 2))]
    for column, count in zip(columns, packs, strict=True):
        below = Region(column.left, column.bottom, column.right, column.top - LINE)
        middles = _block(below, count, apart * cell)
        places += [middle + cell * inside for middle in middles]
    return Arrangement(np.concatenate(places), cell, tuple(_caption(one, one.top) for one in columns))


ARRANGED = {
    "crowd": mixed, "split": split, "test": tested, "gather": gathered, "marked": marked, "packs": packed
}  # fmt: skip
BLOCKS: dict[str, list[tuple[int | None, tuple[int, ...]]]] = {
    "crowd": [(None, (HIT, MISS, ALARM, REST))],
    "split": [(0, (HIT, MISS)), (1, (ALARM, REST))],
    "test": [(0, ()), (1, ()), (2, (HIT,)), (3, (MISS,)), (2, (ALARM,)), (3, (REST,))],
    "gather": [(2, (HIT, ALARM)), (3, (MISS, REST))],
    "marked": [(2, (HIT, ALARM))],
    "packs": [(0, (HIT, MISS)), (1, (ALARM, REST))],
}
"""The lines of words of each arrangement: which of four names, and of which groups the block below has dots."""


def keep_apart(lines: Sequence[VGroup], region: Region) -> None:
    """Words over a narrow block stay in the region and off those beside them; all lines over a block move alike."""
    first = min(line.get_left()[0] for line in lines)
    left = [line for line in lines if line.get_left()[0] < first + BETWEEN]
    right = VGroup(*(line for line in lines if line not in left))
    right.shift(min(0.0, region.right - right.get_right()[0]) * RIGHT)
    beside = [(one, other) for one, other in product(left, right) if abs(one.get_y() - other.get_y()) < LINE / 2]
    over = max((one.get_right()[0] + GAP - other.get_left()[0] for one, other in beside), default=0.0)
    if over > 0:  # closer than two words of one line: as far apart as two columns
        right.shift((over + BETWEEN) * RIGHT)


def _columns(region: Region, shares: Shares) -> tuple[Region, Region]:
    """A column for those with the event and one for those without, as wide as their shares, as far as that can be."""
    width = region.width - BETWEEN
    least = min(LEAST, width / 2)
    middle = region.left + min(max(shares.prior * width, least), width - least)
    return (
        Region(region.left, region.bottom, middle, region.top),
        Region(middle + BETWEEN, region.bottom, region.right, region.top),
    )


def _caption(region: Region, top: float) -> Array:
    return np.array([region.left, top - LINE / 2, 0.0])


def _rows(count: int, width: float, side: float) -> int:
    return ceil(count / max(1, int(width / side + 1e-9)))


def _height(groups: tuple[int, int], columns: tuple[Region, Region], side: float) -> float:
    return max(_rows(count, one.width, side) for count, one in zip(groups, columns, strict=True)) * side


def _largest(fits: Callable[[float], bool]) -> float:
    """The largest side of a dot's room, `LARGEST` at most, with which all fits."""
    low, high = 1e-3, LARGEST
    if fits(high):
        return high
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _block(region: Region, count: int, side: float) -> Array:
    """The middles (count, 2) of dots in rows from the region's top left, each with a square of this side to itself."""
    across, index = max(1, int(region.width / side + 1e-9)), np.arange(count)
    return np.column_stack([region.left + (index % across + 0.5) * side, region.top - (index // across + 0.5) * side])
