"""The shadows that the parts of an arrow throw on one direction, end to end: together they are the arrow's own.

Law (`off_sum`, measured on the drawn bars): the last bar ends where the perpendicular from the arrow's tip meets the
direction, so that the parts' shadows add up to the whole one.
"""

from __future__ import annotations

import numpy as np
from manim import VGroup, VMobject

from mathora.stage.arrays import Array
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.plane.graph import dashed
from mathora.stage.writing import Writing

ADDED = "the shadows of the parts add up to that of the arrow"

ASIDE = 0.1  # between a bar and its number, in scene units
SHARES = 0.62, 0.95  # how far along each bar its number stands: on the first part's side, where there is most room
BEYOND = 0.5  # how far the direction's line goes on behind the last shadow, in scene units


class AddedShadows:
    """The shadows on the direction `along` (unit vector, (3,)) of arrows that stand tip to tail from `foot` on."""

    def __init__(self, scene: Writing, foot: Array, along: Array, arrows: list[ArrowMobject], scale: float) -> None:
        self.foot, self.along, self.tip = foot, along, arrows[-1].tip
        theme, across = scene.theme, np.array([-along[1], along[0], 0.0])
        self.unit = ArrowMobject(foot, foot + scale * along, theme.foreground, 0.06)
        ends = [foot, *(self.met(arrow.tip) for arrow in arrows)]
        far = max((float((one - foot) @ along) for one in ends), default=0.0) + BEYOND
        self.line = dashed(foot, foot + far * along, theme.muted)
        self.drops = [dashed(arrow.tip, end, theme.muted) for arrow, end in zip(arrows, ends[1:], strict=True)]
        self.bars: list[VMobject] = []
        self.middles: list[tuple[Array, Array]] = []  # where each number belongs on its bar, and to which side of it
        side = 1.0 if float((arrows[0].tip - foot) @ across) > 0 else -1.0
        for arrow, start, end, share in zip(arrows, ends, ends[1:], SHARES, strict=False):
            bar = VMobject(stroke_color=arrow.get_color(), stroke_width=11, fill_opacity=0)
            self.bars.append(bar.set_points_as_corners(np.array([start, end])))
            self.middles.append((start + share * (end - start), side * across))
        self.end = self.line.points[-1]

    @property
    def picture(self) -> VGroup:
        """All that stands, the direction on top."""
        return VGroup(self.line, *self.drops, *self.bars, self.unit)

    def met(self, point: Array) -> Array:
        """Where the perpendicular from a scene point meets the direction's line."""
        return np.asarray(self.foot + float((point - self.foot) @ self.along) * self.along)

    def put_beside(self, axis: int, number: VMobject) -> VMobject:
        """The number of a bar beside it, on the side of the first part."""
        middle, away = self.middles[axis]
        half = float(np.abs(away[:2]) @ [number.width, number.height]) / 2
        return number.move_to(middle + (ASIDE + half) * away)

    def off_sum(self) -> float:
        """How far the end of the last drawn bar is from the perpendicular of the arrow's tip, in scene units."""
        return float(np.linalg.norm(self.bars[-1].points[-1] - self.met(self.tip)))
