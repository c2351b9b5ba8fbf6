"""A count that runs up: its digits, and a grid of dots of which as many are shown.

Owns: `DotCount`, `CountDots`.

Laws:
- A dot stands for a power of ten of what is counted, which the legend says; no more dots are drawn than can be told
  apart.
- Digits and dots are of the one number `counted`, on every frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count as count_up

import numpy as np
from manim import RIGHT, Circle, VGroup, VMobject

from mathora.stage.arrays import Array
from mathora.stage.figures.elements.figure import Figure, Numbers
from mathora.stage.figures.elements.rows import on_one_line
from mathora.stage.layout import Region
from mathora.stage.text.numerals import grouped
from mathora.stage.text.value_label import EqualitySign
from mathora.stage.writing import Writing
from mathora.words import Forms

MOST_DOTS = 2000  # as many dots can be told apart


@dataclass(frozen=True)
class Counting(Numbers):
    """How many are counted so far."""

    counted: float


class DotCount(Figure[Counting]):
    """From `own` things up to `count`, in dots that fill a region; digits, `noun` and legend at `place` (3,).

    `counter` and `legend` may come up before the `picture`, which has the dots and the counter, is added.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what it counts, and where
        self, own: int, count: int, noun: Forms, region: Region, place: Array, colour: str, write: Writing
    ) -> None:
        super().__init__(Counting(own))
        self.noun, self.place, self.colour, self.write = noun, place, colour, write
        self.unit = next(unit for unit in (10**power for power in count_up()) if count <= MOST_DOTS * unit)
        self.dots = _grid(round(count / self.unit), region, colour)
        self.counter, self.legend = VGroup(), self._legend()
        self.picture.add(self.dots, self.counter)
        self.follow()

    def draw(self, state: Counting) -> None:
        """The first dots, and a whole number with its thousands apart above the word for what it counts."""
        self.dots.show(state.counted / self.unit)
        value, sizes = round(state.counted), self.write.theme.sizes
        digits = self.write.words_mobject(grouped(value), size=sizes.formula, weight="semibold").move_to(self.place)
        word = self.write.words_mobject(self.noun.of(value), size=sizes.body, colour=self.write.theme.muted)
        word.move_to(self.place + np.array([0.0, -0.75, 0.0]))
        self.counter.set(submobjects=[VGroup(digits, word)])

    def _legend(self) -> VGroup:
        """For how many one dot stands."""
        theme = self.write.theme
        dot = Circle(radius=0.07, fill_color=self.colour, fill_opacity=0.85, stroke_width=0)
        count = self.write.words_mobject(grouped(self.unit), size=theme.sizes.label, colour=theme.muted)
        sign = EqualitySign(theme.muted, theme.sizes.label)
        legend = VGroup(dot, sign, count).arrange(RIGHT, buff=0.16)
        on_one_line((count, sign))
        return legend.move_to(self.place + np.array([0.0, -1.5, 0.0]))


class CountDots(VMobject):
    """Equal dots as one shape, of which the first ones are shown."""

    def __init__(self, places: Sequence[Array], radius: float, colour: str) -> None:
        super().__init__(fill_color=colour, fill_opacity=0.85, stroke_width=0)
        self.first = places[0]
        self._all = np.concatenate([Circle(radius=radius).move_to(place).points for place in places])
        self._each = len(self._all) // len(places)

    def show(self, count: float) -> None:
        """Shows the first `count` dots."""
        self.set_points(self._all[: self._each * int(count + 1e-9)])

    @property
    def shown(self) -> int:
        """How many dots are drawn."""
        return len(self.points) // self._each


def _grid(many: int, region: Region, colour: str) -> CountDots:
    """So many dots in rows that fill a region."""
    ideal = max(1, round((many * region.width / region.height) ** 0.5))
    near = sorted(range(max(1, ideal * 4 // 5), ideal * 5 // 4 + 1), key=lambda across: abs(across - ideal))
    across = next((one for one in near if many % one == 0), ideal)
    rows = -(-many // across)
    gap = min(0.94 * region.width / across, 0.96 * region.height / rows, 0.5)
    corner = region.at(0.47, 0.5) + gap / 2 * np.array([1 - across, rows - 1, 0.0])
    places = [corner + gap * np.array([k % across, -(k // across), 0.0]) for k in range(many)]
    return CountDots(places, 0.3 * gap, colour)
