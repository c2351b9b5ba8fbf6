"""Readings above or beside a figure: each has its slot, and one takes the place of another.

Owns: `EVENT`, `Header`, `NUMBER`, `with_header`.
"""

from __future__ import annotations

from dataclasses import replace

from manim import Animation, FadeIn, FadeOut, VMobject

from mathora.stage.layout import CLEAR_OF_FIGURE, Layout, Region
from mathora.stage.text.value_label import ValueLabel

EVENT, NUMBER = "event", "number"
"""The slots for an event's probability, and for how many draws there are; each parameter has its own."""

FLAT = 3.0  # the width, in heights, from which readings stand beside each other
OVER = 0.17  # by this share of its row a tall reading may reach over it, above and below: most are far lower
ROW = 1.15  # how far apart readings under each other are at most, in scene units
BETWEEN = 0.4  # scene units between an event and a parameter beside it

HIGH, WITH_FORMULAS, NARROW = 1.0, 1.35, 2.6
"""How high readings above a figure are, in scene units, also beside formulas, and the width that they have to have
beside the figure.
"""


def with_header(layout: Layout, *, wide: bool, alone: bool) -> tuple[Region, Region, Layout]:
    """Where readings, figure and formulas stand: the readings beside the figure, under formulas, if they are not
    `alone`; above the figure, where there is no room for them, or it is `wide`, which is to have the whole body: then
    formulas stand above it, too.
    """
    beside, rest = (layout.panel, layout) if alone else layout.with_readings()
    if not wide and beside.width >= NARROW:
        return replace(beside, left=beside.left + CLEAR_OF_FIGURE), layout.figure, rest
    if wide and not alone and not layout.upright:
        above, figure = layout.body.split_rows(WITH_FORMULAS, layout.body.height - WITH_FORMULAS)
        readings, panel = above.split_columns(1, 1)
        return readings, figure, replace(layout, panel=panel)
    region = layout.body if wide and alone else layout.figure
    above, figure = region.split_rows(HIGH, region.height - HIGH)
    return above, figure, layout


def _broad(region: Region, count: int) -> tuple[Region, ...]:
    """Slots of a flat region: the first in a row of its own where there is room for two, else a wide one."""
    if region.height > 2 * HIGH:
        upper, lower = region.split_rows(1, 1)
        return upper, *lower.split_columns(*[1] * (count - 1))
    first, *rest = region.split_columns(6, *[4] * (count - 1))
    return replace(first, right=first.right - BETWEEN), *rest


class Header:
    """Slots of `region` for an event, a number of draws and so many `parameters`: where it is flat, the event first,
    beside or below it all others; else rows, filled from the top, one of them for all parameters. What comes into a
    slot takes the place of what stood there.
    """

    def __init__(self, region: Region, parameters: int) -> None:
        self.flat, self.parameters = region.width > FLAT * region.height, parameters
        count = 2 + (parameters > 0)
        rows = replace(region, bottom=max(region.bottom, region.top - count * ROW))
        spare = OVER * rows.height / count
        lines = (replace(one, bottom=one.bottom - spare, top=one.top + spare) for one in rows.split_rows(*[1] * count))
        self.slots = _broad(region, 2 + parameters) if self.flat else tuple(lines)
        self.standing, self._taken = dict[str, VMobject](), dict[str, tuple[int, int]]()

    def _free(self, slot: str) -> tuple[int, int]:
        """The first slot for it that is free, and the column there."""
        taken = {row for row, _ in self._taken.values()}
        rows = (row for row in range(self.flat and slot != EVENT, len(self.slots)) if row not in taken)
        if self.flat or slot in {EVENT, NUMBER}:
            return next(rows), 0
        others = [place for one, place in self._taken.items() if one not in {EVENT, NUMBER}]
        row = others[0][0] if others else next(rows)
        return row, next(column for column in range(self.parameters) if (row, column) not in others)

    def shrinks(self, slot: str, label: VMobject) -> float:
        """The share of its size to which a label shrinks in a wide slot that it is about to come into."""
        region = self.slots[self._free(slot)[0]]
        return float(min(1.0, region.width / label.width, region.height / label.height))

    def _place(self, slot: str, label: VMobject) -> VMobject:
        """The label in its slot."""
        row, column = self._taken[slot]
        wide = self.flat or slot in {EVENT, NUMBER}
        region = self.slots[row] if wide else self.slots[row].split_columns(*[1] * self.parameters)[column]
        return region.place(label, "left")

    def put(self, slot: str, label: VMobject) -> list[Animation]:
        """The animations with which a label comes into a slot, and what stood there leaves."""
        leaving = self.clear(slot)
        self._taken[slot] = self._free(slot)
        self.standing[slot] = self._place(slot, label)
        return [*leaving, FadeIn(label)]

    def clear(self, slot: str) -> list[Animation]:
        """The animation with which a slot's label leaves, if there is one."""
        self._taken.pop(slot, None)
        return [FadeOut(self.standing.pop(slot))] if slot in self.standing else []

    def leave_still(self) -> list[Animation]:
        """The animations with which labels leave that follow no value."""
        still = [slot for slot, label in self.standing.items() if not isinstance(label, ValueLabel)]
        return [leaving for slot in still for leaving in self.clear(slot)]

    def rest(self, *others: ValueLabel) -> None:
        """The readings, and others, get digits enough for where they stand now; a probability, to be told from 1."""
        for label in (*self.standing.values(), *others):
            if isinstance(label, ValueLabel):
                label.rest_at(label.value())
        if isinstance(event := self.standing.get(EVENT), ValueLabel):
            event.apart_from(1.0)
        for slot, label in self.standing.items():
            self._place(slot, label)
