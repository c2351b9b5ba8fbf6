"""Where a label stands beside what it names: the place with the least in its way.

Owns: `Obstacles`, `clear_offset`.

Law: the same obstacles give the same place; of places that are equally clear the first in order counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from mathora.stage.arrays import Array
from mathora.stage.layout import Region, outside

TURNS = (0.0, 0.6, -0.6, 1.2, -1.2, 1.9, -1.9, 2.5, -2.5, np.pi)
"""Directions of a label as seen from what it names, in radians from the first choice."""

GAPS = (0.14, 0.38, 0.75)  # scene units between a label and what it names: the nearer first
FARTHEST = 0.9  # what being far off counts at most: less than a stroke that is crossed

STROKE_WEIGHT, OUTSIDE_WEIGHT, BOX_WEIGHT, FAINT_WEIGHT, AXIS_WEIGHT = 1.0, 8.0, 3.0, 1.7, 0.4


@dataclass(frozen=True, slots=True)
class Obstacles:
    """What a label keeps clear of, in scene units: boxes (middle and half size) and strokes (both ends)."""

    room: Region
    boxes: tuple[tuple[Array, Array], ...] = ()
    strokes: tuple[tuple[Array, Array], ...] = ()
    faint: tuple[tuple[Array, Array], ...] = ()
    """Boxes that may be covered if there is no better place, such as an axis's numbers."""

    axes: tuple[tuple[Array, Array], ...] = ()
    """Strokes that may be crossed if there is no better place."""

    outlines: tuple[tuple[tuple[Array, Array], ...], ...] = ()
    """Strokes of one shape each: its outline counts once, wherever it is crossed."""

    def weight(self, middle: Array, half: Array) -> float:
        """How much is in the way of a box (2,), (2,)."""
        low, high = middle - half, middle + half
        beyond = low[0] < self.room.left or high[0] > self.room.right
        beyond = beyond or low[1] < self.room.bottom or high[1] > self.room.top
        boxes = sum(bool((np.abs(middle - at) < half + size).all()) for at, size in self.boxes)
        faint = sum(bool((np.abs(middle - at) < half + size).all()) for at, size in self.faint)
        strokes = sum(_crosses(start, end, low, high) for start, end in self.strokes)
        strokes += sum(any(_crosses(*side, low, high) for side in outline) for outline in self.outlines)
        axes = sum(_crosses(start, end, low, high) for start, end in self.axes)
        return float(
            OUTSIDE_WEIGHT * beyond
            + BOX_WEIGHT * boxes
            + STROKE_WEIGHT * strokes
            + FAINT_WEIGHT * faint
            + AXIS_WEIGHT * axes
        )


def clear_offset(half: Array, at: Array, first: Array, around: Obstacles) -> Array:
    """From the point `at` (2,) to the middle of a box of half size (2,): preferably in the direction `first` (2,)."""
    choices: Sequence[Array] = [_offset(at, first, turn, half, gap) for gap in GAPS for turn in TURNS]
    ranks = np.minimum(0.05 * np.arange(len(choices)), FARTHEST)
    weights = [around.weight(at + choice, half + 0.05) + rank for rank, choice in zip(ranks, choices, strict=True)]
    return choices[int(np.argmin(weights))]


def _offset(at: Array, first: Array, turn: float, half: Array, gap: float) -> Array:
    cos, sin = np.cos(turn), np.sin(turn)
    along = np.array([cos * first[0] - sin * first[1], sin * first[0] + cos * first[1]])
    return outside(at, at + along, gap, half) - at


def _crosses(start: Array, end: Array, low: Array, high: Array) -> bool:
    """Whether a stroke meets a box, by the slabs that its sides bound."""
    along, near, far = end - start, 0.0, 1.0
    for axis in (0, 1):
        if abs(along[axis]) < 1e-12:  # noqa: PLR2004 - it runs along the slab
            if not low[axis] <= start[axis] <= high[axis]:
                return False
            continue
        ends = sorted(((low[axis] - start[axis]) / along[axis], (high[axis] - start[axis]) / along[axis]))
        near, far = max(near, ends[0]), min(far, ends[1])
    return near <= far
