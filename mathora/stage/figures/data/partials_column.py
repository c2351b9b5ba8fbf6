"""The gradient as a column of arrows between brackets, one for each partial derivative, to one scale.

Owns: `PartialsColumn`.

Laws (`claims`, measured on the drawn arrows):
- An arrow is as long as its partial, to one scale; it points to the right if the partial is positive, else to the left.
- All arrows begin on one line; if the column would be too low for all, they stand in several stacks.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import Animation, LaggedStart, Line, Transform, VGroup, VMobject

from mathora.stage.arrays import Array
from mathora.stage.figures.data.data_points import Claims
from mathora.stage.layout import Region
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.plane.shapes import square_brackets
from mathora.stage.theme import Theme

CLOSEST = 0.12
"""How near to each other arrows may stand in the column, in scene units."""


class PartialsColumn(VGroup):
    """The column of `partials` (n,) in a `place`; submobjects: the arrows, and their frame (brackets, line of zero).

    The arrows stand at first on the `lines` (n) to whose weights they belong, and `gather` then.
    """

    def __init__(self, partials: Array, lines: Sequence[Line], place: Region, colour: str, theme: Theme) -> None:
        self.partials, self.place, self.colour = partials, place, colour
        self.stacks = -(-len(partials) // int(0.84 * place.height / CLOSEST))
        self.rows = -(-len(partials) // self.stacks)
        self.gap = min(0.3, 0.84 * place.height / max(self.rows - 1, 1))
        self.reach = 0.42 / self.stacks
        self.shaft = min(0.05, 0.22 * self.gap)
        self.arrows = VGroup(*(ArrowMobject(one.get_end(), one.get_start(), colour, self.shaft) for one in lines))
        super().__init__(self.arrows, self._frame(theme))

    def _starts(self) -> Array:
        """Where the arrows begin, scene points (n, 3)."""
        columns, lines = np.divmod(np.arange(len(self.partials)), self.rows)
        across = 1.1 * self.reach * (2 * columns - self.stacks + 1)
        up = self.gap * ((self.rows - 1) / 2 - lines)
        return np.asarray(self.place.at(0.5, 0.5) + np.column_stack([across, up, 0 * up]))

    def _frame(self, theme: Theme) -> VGroup:
        """The brackets, and the line on which the arrows of each stack begin."""
        starts, middle = self._starts(), float(self.place.centre[0])
        low, high = float(starts[self.rows - 1][1]) - 0.25, float(starts[0][1]) + 0.25
        box = Region(middle - 0.62, low, middle + 0.62, high)
        zero = VMobject(stroke_color=theme.line, stroke_width=2, fill_opacity=0)
        for first in starts[:: self.rows]:
            zero.start_new_path(first + np.array([0, 0.16, 0]))
            zero.add_line_to(first - np.array([0, self.gap * (self.rows - 1) + 0.16, 0]))
        return VGroup(square_brackets(box, theme.foreground, width=3, lip=0.14), zero)

    def gather(self) -> Animation:
        """Every arrow leaves its line for its place in the column."""
        scale = self.reach / np.abs(self.partials).max()
        targets = (
            ArrowMobject(start, start + np.array([scale * partial, 0, 0]), self.colour, self.shaft)
            for start, partial in zip(self._starts(), self.partials, strict=True)
        )
        moves = [Transform(arrow, target) for arrow, target in zip(self.arrows, targets, strict=True)]
        return LaggedStart(*moves, lag_ratio=0.03)

    @property
    def claims(self) -> Claims:
        """Name, residual and tolerance of what is true of it on every frame once the arrows have gathered."""
        return (("every weight has its partial in the column", self._astray, 1e-6),)

    def _astray(self) -> float:
        """How far the drawn arrows are from the partials, to one scale; 1 if any weight has none."""
        drawn = np.array([arrow.vector[0] for arrow in self.arrows])
        if len(drawn) != len(self.partials):
            return 1.0
        return float(abs(drawn / abs(drawn).max() - self.partials / abs(self.partials).max()).max())
