"""What is told of a step on a tangent plane: the numbers of its rises, its name, and how far the surface is off.

Owns: `StepNumbers`. Each follows its place when the camera moves.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from manim import UP, VGroup

from mathora.formula import Formula
from mathora.stage.arrays import Array
from mathora.stage.figures.surface.tangent_piece import TangentPiece
from mathora.stage.layout import clear_place
from mathora.stage.map.marks import patch
from mathora.stage.text.formula_mobject import TextMobject
from mathora.stage.text.terms import value
from mathora.stage.writing import Writing

ASIDE, NEAR = (
    0.37,
    0.12,
)  # between an upright rise, or its end, and its number, or the step and its name, in scene units
NAMED = 0.68  # the share of the step at which its name stands


class StepNumbers(VGroup):
    """The labels that stand at a step on `near`, in the order in which they came; none yet."""

    def __init__(self, near: TangentPiece, write: Writing) -> None:
        super().__init__()
        self.near, self.write = near, write

    def rise(self, axis: int) -> VGroup:
        """The number of a rise, beside it."""
        colour = self.write.colour_of(self.near.plane.variables[axis])
        return self._on_patch(float(self.near.rises[axis]), colour, lambda one: self._beside(one, axis))

    def gap(self, share: float) -> VGroup:
        """How far the surface is off the plane after a share of the step: a number over the gap there, or under it,
        clear of the numbers that stand.
        """
        ends, standing = np.stack(self.near.gap_at(share)), [*self]

        def over(number: VGroup) -> Array:
            seen = self.near.scene_points(ends)
            top, low = seen[seen[:, 1].argmax()], seen[seen[:, 1].argmin()]
            away, higher = (NEAR + number.height / 2) * UP, number.height * UP
            places = [top + away, low - away, *(top + away + rows * higher for rows in (1, 2))]
            return clear_place(number, places, [one for one in standing if one in self.submobjects], NEAR / 2)

        return self._on_patch(float(ends[1, 2] - ends[0, 2]), self.near.missing, over)

    def called(self, formula: Formula) -> TextMobject:
        """The step's name, at the level way, on the side where the plane is not."""
        label = self.write.formula_mobject(formula, self.write.theme.sizes.formula)

        def at_level(name: TextMobject) -> Array:
            level, way = map(self.near.scene_points, self.near.step_at(NAMED))
            return np.asarray(level - np.sign((way - level)[1]) * (NEAR + name.height / 2) * UP)

        self._follow(label, at_level)
        return label

    def _on_patch(self, number: float, colour: str, place: Callable[[VGroup], Array]) -> VGroup:
        """A number on a patch of the background: the plane lies behind it."""
        text = self.write.label(value(number), self.write.theme.sizes.formula, colour)
        whole = VGroup(patch(text, self.write.theme).move_to(text), text)
        self._follow(whole, place)
        return whole

    def _follow(self, label: VGroup, place: Callable[[VGroup], Array]) -> None:
        label.add_updater(lambda one: one.move_to(place(one)), call_updater=True)
        self.add(label)

    def _beside(self, number: VGroup, axis: int) -> Array:
        """Where the middle of a rise's number is now, (3,)."""
        places = []
        for stacked in (False, True):
            point, up = self.near.named(axis, stacked=stacked)
            at, other = map(self.near.scene_points, (point, self.near.named(1 - axis, stacked=stacked)[0]))
            apart = np.abs(other - at)[:2] - (number.width + 2 * ASIDE, number.height)
            left = not stacked and other[0] > at[0] and (apart < 0).all()  # of the other one, near its number
            across = (-1 if left else 1) * ((NEAR if up else ASIDE) + number.width / 2)
            places.append(at + np.array([across, up * number.height / 2, 0.0]))
        return np.asarray(places[0] + float(self.near.stacked.get_value()) * (places[1] - places[0]))
