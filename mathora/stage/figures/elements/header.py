"""Readings above a figure: each has its slot, and one takes the place of another.

Owns: `Header`.
"""

from __future__ import annotations

from manim import Animation, FadeIn, FadeOut, VMobject

from mathora.stage.layout import Region
from mathora.stage.text.value_label import ValueLabel


class Header:
    """The slots of a strip at the top of `region`, `height` scene units high; `shares` say how wide each is."""

    def __init__(self, region: Region, height: float, shares: tuple[float, ...]) -> None:
        strip = Region(region.left, region.top - height, region.right, region.top)
        self.slots, self.standing = strip.split_columns(*shares), dict[int, VMobject]()

    def put(self, slot: int, label: VMobject) -> list[Animation]:
        """The animations with which a label comes into a slot, and what stood there leaves."""
        leaving = self.clear(slot)
        self.standing[slot] = self.slots[slot].place(label, "left")
        return [*leaving, FadeIn(label)]

    def clear(self, slot: int) -> list[Animation]:
        """The animation with which a slot's label leaves, if there is one."""
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
