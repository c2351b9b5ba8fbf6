"""Where a name stands beside a curve: near it, and clear of all else.

Owns: `free_place`, `clearance`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np
from manim import Mobject

from mathora.stage.arrays import Array
from mathora.stage.layout import Region

SHARES = (0.97, 0.9, 0.8, 0.1, 0.2, 0.7, 0.3, 0.6, 0.4, 0.5)
"""Where along the curve a name may stand, the better places first."""

WAYS = ((0, 1), (0, -1), (1, 0), (-1, 0), (0.8, 0.8), (-0.8, 0.8), (0.8, -0.8), (-0.8, -0.8))
"""To which side of it, likewise."""

GAP, FAR = 0.16, (1, 2, 3)
"""Scene units between a name and its curve; where it is clear only farther off, so many times as much."""


def free_place(name: Mobject, curve: Array, lines: Sequence[Array], boxes: Sequence[Mobject], inside: Region) -> Array:
    """The place (2,) of the curve's points (n, 3) and the way (2,) from there to the middle of its name, as one array
    (4,): where the name is as clear of the `lines` (points, (m, 3) each) and of the `boxes` as it can be; rather on a
    line than on a box.
    """
    half = np.array([name.width, name.height]) / 2
    best, most = np.zeros(4), (False, -np.inf)
    points = np.concatenate([line[:, :2] for line in lines if len(line)])
    for far in FAR:
        for share, way in product(SHARES if len(curve) > 1 else SHARES[:1], WAYS):
            at = curve[int(share * (len(curve) - 1)), :2]
            off = np.array(way) * (half + far * GAP)
            middle = at + off
            if not (
                inside.left + half[0] <= middle[0] <= inside.right - half[0]
                and inside.bottom + half[1] <= middle[1] <= inside.top - half[1]
            ):
                continue
            off_boxes = clearance(middle, half, points[:0], boxes)
            clear = min(off_boxes, clearance(middle, half, points, ()))
            if clear >= GAP / 2:
                return np.concatenate([at, off])
            if (off_boxes >= GAP / 2, clear) > most:
                best, most = np.concatenate([at, off]), (off_boxes >= GAP / 2, clear)
    return best


def clearance(middle: Array, half: Array, points: Array, boxes: Sequence[Mobject]) -> float:
    """How far a box is from points and other boxes; less than zero inside them."""
    apart = (np.abs(points - middle) - half).max(axis=1).min(initial=np.inf)
    for box in boxes:
        size = np.array([box.width, box.height]) / 2
        apart = min(apart, float((np.abs(box.get_center()[:2] - middle) - half - size).max()))
    return float(apart)
