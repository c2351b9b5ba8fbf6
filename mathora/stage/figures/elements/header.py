"""Readings above or beside a figure: each has its slot, and one takes the place of another.

Owns: `Header`, `with_header`.
"""

from __future__ import annotations

from dataclasses import replace

from manim import Animation, FadeIn, FadeOut, VMobject

from mathora.stage.layout import CLEAR_OF_FIGURE, Layout, Region
from mathora.stage.text.value_label import ValueLabel

FLAT = 3.0
"""The width, in heights, from which readings stand beside each other."""

HIGH, NARROW = 1.0, 3.2
"""How high readings above a figure are, in scene units, and the width that they have to have beside it."""


def with_header(layout: Layout, *, wide: bool, alone: bool) -> tuple[Region, Region, Layout]:
    """Where readings, figure and formulas stand: the readings beside the figure, under formulas, if they are not
    `alone`; above the figure, where there is no room for them, or it is `wide`, which is to have the whole body.
    """
    beside, rest = (layout.panel, layout) if alone else layout.with_readings()
    if not wide and beside.width >= NARROW:
        return replace(beside, left=beside.left + CLEAR_OF_FIGURE), layout.figure, rest
    region = layout.body if wide else layout.figure
    above, figure = region.split_rows(HIGH, region.height - HIGH)
    return above, figure, layout


class Header:
    """Two slots of `region`: beside each other where it is flat, else under each other, filled from the top."""

    def __init__(self, region: Region) -> None:
        self.flat = region.width > FLAT * region.height
        self.slots = region.split_columns(0.6, 0.4) if self.flat else region.split_rows(1, 1)
        self.standing, self._taken = dict[int, VMobject](), dict[int, int]()

    def put(self, slot: int, label: VMobject) -> list[Animation]:
        """The animations with which a label comes into a slot, and what stood there leaves."""
        leaving = self.clear(slot)
        free = (row for row in range(len(self.slots)) if row not in self._taken.values())
        self._taken[slot] = slot if self.flat else next(free)
        self.standing[slot] = self.slots[self._taken[slot]].place(label, "left")
        return [*leaving, FadeIn(label)]

    def clear(self, slot: int) -> list[Animation]:
        """The animation with which a slot's label leaves, if there is one."""
        self._taken.pop(slot, None)
        return [FadeOut(self.standing.pop(slot))] if slot in self.standing else []

    def leave_still(self) -> list[Animation]:
        """The animations with which labels leave that follow no value."""
        still = [slot for slot, label in self.standing.items() if not isinstance(label, ValueLabel)]
        return [leaving for slot in still for leaving in self.clear(slot)]

    def rest(self) -> None:
        """The readings get digits enough for where they stand now."""
        for label in self.standing.values():
            if isinstance(label, ValueLabel):
                label.rest_at(label.value())
