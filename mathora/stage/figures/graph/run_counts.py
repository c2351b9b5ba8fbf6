"""How many runs through a network each of two ways takes, told side by side below it.

Owns: `RunCounts`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from manim import LEFT, Mobject, ValueTracker

from mathora.stage.figures.elements.readings import Readings
from mathora.stage.layout import Region
from mathora.stage.writing import Writing


class RunCounts:
    """Two columns of counts in a region, each under what its way is called."""

    def __init__(self, place: Region, write: Writing) -> None:
        self.heads, below = place.split_rows(1, 2)
        self.write = write
        size = write.theme.sizes.formula * 0.9
        self.columns = [Readings(one, size, 2) for one in below.split_columns(1, 1)]
        self.standing: list[Mobject] = []

    def put(self, number: int, head: str, counts: Mapping[str, ValueTracker]) -> list[Mobject]:
        """A column's title, and what is counted, by what it is; returns what comes."""
        column = self.columns[number]
        title = self.write.words_mobject(head, size=column.size, colour=self.write.theme.muted)
        title.move_to([column.place.left, self.heads.centre[1], 0.0], LEFT)
        for word, count in counts.items():
            read = self.write.coordinate(r"\mathrm{runs}", partial(_whole, count))
            said = self.write.words_mobject(word, size=column.size)
            column.put(word, self.write.reading(read, column.size, said=said, decimals=0))
        self.standing += (coming := [title, *column.rows.values()])
        return coming

    def take(self) -> list[Mobject]:
        """All that is told leaves."""
        for column in self.columns:
            column.take(*column.rows)
        leaving, self.standing = self.standing, []
        return leaving


def _whole(count: ValueTracker) -> float:
    """A count now; between two it is the nearer one."""
    return float(round(count.get_value()))
