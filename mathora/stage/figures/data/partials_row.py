"""The gradient as a row of arrows between brackets, one for each partial derivative, to one scale.

Laws (`claims`, measured on the drawn arrows):
- An arrow is as long as its partial, to one scale; it points up if the partial is positive, else down; once turned,
  the other way.
- All arrows begin on one line; if the row would be too long for all, they stand in several lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from manim import LEFT, Animation, FadeIn, FadeOut, LaggedStart, Line, UpdateFromAlphaFunc, VGroup, VMobject

from mathora.stage.arrays import Array
from mathora.stage.invariants import Claims
from mathora.stage.layout import Region
from mathora.stage.motion import late, soon
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.plane.shapes import parentheses
from mathora.stage.theme import Theme

CLOSEST = 0.12  # how near to each other arrows may stand in the row, in scene units
CALLED = 0.9  # so much room its name has before the row, in scene units
ALONG = 0.35  # where on its line an arrow stands, as a share of its length: not in the middle, where lines cross
NO_LENGTH = -1e-3  # how much of itself an arrow is that has no direction, half-way to its negative


class PartialsRow(VGroup):
    """The row of `partials` (n,) in a `place`; submobjects: the arrows, and their frame (brackets, line of zero).

    The arrows stand at first on the `lines` (n) to whose weights they belong, as long as in the row, and `gather` then:
    none turns on its way, or grows.
    """

    def __init__(self, partials: Array, lines: Sequence[Line], place: Region, colour: str, theme: Theme) -> None:
        place = replace(place, left=place.left + CALLED)
        self.partials, self.place, self.turned = partials, place, 1.0
        self.lines = -(-len(partials) // int(0.84 * place.width / CLOSEST))
        self.each = -(-len(partials) // self.lines)
        self.gap = min(0.3, 0.84 * place.width / max(self.each - 1, 1))
        self.reach = 0.42 / self.lines
        self.shaft = min(0.05, 0.22 * self.gap)
        scale = self.reach / np.abs(partials).max()
        self.arrows = VGroup(
            *(
                ArrowMobject(
                    foot := one.point_from_proportion(ALONG),
                    foot + np.array([0, scale * partial, 0]),
                    colour,
                    self.shaft,
                )
                for one, partial in zip(lines, partials, strict=True)
            )
        )
        super().__init__(self.arrows, self._frame(theme))

    def _starts(self) -> Array:
        """Where the arrows begin, scene points (n, 3)."""
        lines, columns = np.divmod(np.arange(len(self.partials)), self.each)
        up = 1.1 * self.reach * (self.lines - 1 - 2 * lines)
        across = self.gap * (columns - (self.each - 1) / 2)
        return np.asarray(self.place.at(0.5, 0.5) + np.column_stack([across, up, 0 * up]))

    def _frame(self, theme: Theme) -> VGroup:
        """The brackets, and the line on which the arrows of each line begin."""
        starts = self._starts()
        end = starts[self.each - 1][0] - starts[0][0]
        zero = VMobject(stroke_color=theme.line, stroke_width=2, fill_opacity=0)
        for first in starts[:: self.each]:
            zero.start_new_path(first - np.array([0.16, 0, 0]))
            zero.add_line_to(first + np.array([end + 0.16, 0, 0]))
        return VGroup(parentheses(self.place.at(0.5, 0.5), end + 0.5, 1.2, theme.foreground), zero)

    def call(self, name: VMobject) -> None:
        """The name stands before the row; a minus sign makes it longer to that side."""
        self.add(name.next_to(self[1][0], LEFT, buff=0.25))

    def renamed(self, name: VMobject) -> list[Animation]:
        """Another name takes the place of the one that stands."""
        was = self[2]
        self.remove(was)
        self.call(name)
        return [FadeOut(was, rate_func=soon), FadeIn(name, rate_func=late)]

    def gather(self) -> Animation:
        """Every arrow leaves its line for its place in the row."""
        ways = [start - arrow.tail for start, arrow in zip(self._starts(), self.arrows, strict=True)]
        moves = [arrow.animate.shift(way) for arrow, way in zip(self.arrows, ways, strict=True)]
        return LaggedStart(*moves, lag_ratio=0.03)

    def turn(self) -> Animation:
        """Every arrow turns into its negative, where it stands; what is claimed of the row holds all the way."""
        ways = [(arrow.tail, arrow.vector) for arrow in self.arrows]

        def go(_: VGroup, share: float) -> None:
            self.turned = 1 - 2 * share or NO_LENGTH
            for arrow, (tail, way) in zip(self.arrows, ways, strict=True):
                arrow.put(tail, tail + self.turned * way)

        return UpdateFromAlphaFunc(self.arrows, go)

    @property
    def claims(self) -> Claims:
        """Name, residual and tolerance of what is true of it on every frame once the arrows have gathered."""
        return (("every weight has its partial in the row", self._astray, 1e-6),)

    def _astray(self) -> float:
        """How far the drawn arrows are from the partials, to one scale; 1 if any weight has none."""
        drawn = np.array([arrow.vector[1] for arrow in self.arrows])
        if len(drawn) != len(self.partials):
            return 1.0
        told = np.sign(self.turned) * self.partials
        return float(abs(drawn / abs(drawn).max() - told / abs(told).max()).max())
