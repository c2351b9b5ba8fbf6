"""Number lines below each other, each a function of the one above: what becomes of a small change from line to line.

Owns: `StretchedLines`, `StretchState`.

Laws (`off_length`, `off_slopes`, measured on the drawn points):
- All lines have one scale, and their points stand below each other: bars as long as each other are equal changes.
- The longest bar has one length (bars to both sides share it), so a change that shrinks is seen as through a magnifying
  glass; ticks stand at round numbers, ten times as close where they would be too far apart.
- The last bar but one is the change that the functions make, the last one what the product of their slopes makes of
  the first.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from manim import Polygon, VGroup, VMobject

from mathora.formula import ModelFunction
from mathora.formula.tree import Product
from mathora.stage.figures.elements.figure import Figure, Numbers
from mathora.stage.layout import Region
from mathora.stage.map.marks import marker
from mathora.stage.plane.shapes import around
from mathora.stage.text.terms import Measured, Term, partial
from mathora.stage.theme import Theme

REACH = 0.86
"""The longest bar's share of the way from the points to the lines' end."""

ASIDE = 0.07
"""The share of a line that is left beside the points if all changes go the other way."""

MOST_TENTHS = 12  # a change is shortened to so small a part of it

CLOSE, APART = 0.2, 0.6
"""Scene units between two ticks at which they begin to be seen, and from which they are seen in full."""

TALL, LOW = 0.17, 0.08
"""Half the height of a tick that stands far from the next, and of one that is just seen."""

THICK, MISSING = 22, 2
"""Of bars; of the edge of what the slopes leave out or have too much, which is as high as they are."""

HIGH = THICK / 200
"""Half the height of a bar, in scene units: a hundred of a stroke's are one."""

BELOW = 0.7
"""From the last line down to the bar of the slopes, in scene units."""


@dataclass(frozen=True)
class StretchState(Numbers):
    """`run` is the first line's change, in model units; of `lines` and `bars` so many are seen, of the last one the
    share `slopes`. What is seen of the lines reaches over `least` model units at least: a change on its way to the
    other side is nothing for a moment.
    """

    run: float
    least: float = 0.0
    lines: float = 0.0
    bars: float = 0.0
    slopes: float = 0.0


class StretchedLines(Figure[StretchState]):
    """Lines of a variable and of `steps`, each a function of what stands above it, around what they are `at`."""

    def __init__(  # noqa: PLR0913, PLR0917 - what they stand on
        self, steps: Sequence[ModelFunction], at: float, run: float, place: Region, theme: Theme, colours: Sequence[str]
    ) -> None:
        super().__init__(StretchState(run))
        self.steps, self.at, self.place, self.theme, self.colours = steps, at, place, theme, colours
        rows = place.split_rows(*(1.0 for _ in colours), 0.85)[:-1]
        self.heights = [float(row.centre[1]) for row in rows]
        self.rulers = [VMobject(stroke_color=theme.line, stroke_width=3, fill_opacity=0) for _ in colours]
        self.dots = [marker(theme, 0.15).set_fill(colour, 1) for colour in colours]
        self.bars = [VMobject(stroke_color=colour, stroke_width=THICK, fill_opacity=0) for colour in colours]
        accent = theme.palette["yellow"]
        self.told = VMobject(stroke_color=accent, stroke_width=THICK, fill_opacity=0)
        self.gap = VMobject(stroke_color=theme.wrong, stroke_width=MISSING, fill_color=theme.wrong)

    # ── numbers, as the model has them ────────────────────────────────────────────────────────────────────────────────

    def numbers(self, start: float) -> list[float]:
        """What stands on each line if the first one has `start`."""
        found = [start]
        for step in self.steps:
            found.append(float(step.value(np.float64(found[-1]))))
        return found

    def slope(self, number: int) -> float:
        """Of one step, where the points stand."""
        step = self.steps[number]
        return float(step.partial(step.variables[0]).value(np.float64(self.numbers(self.at)[number])))

    def changes(self) -> list[float]:
        """By how much each line's number changes."""
        pairs = zip(self.numbers(self.at + self.state.run), self.numbers(self.at), strict=True)
        return [end - start for end, start in pairs]

    def product(self, change: Term) -> Measured:
        """What the slopes make of a change of the first line: dA/dr dr/dt Δt."""
        slopes = [partial(one, one.variables[0]).tree for one in reversed(self.steps)]
        dots: tuple[Literal[r"\cdot"], ...] = tuple(r"\cdot" for _ in slopes)
        return Measured(Term(Product((*slopes, change.tree), dots)), self.by_slopes)

    def by_slopes(self) -> float:
        """The first change times all slopes."""
        return self.state.run * math.prod(self.slope(number) for number in range(len(self.steps)))

    def lacking(self) -> float:
        """What the slopes leave out of the last line's change."""
        return self.changes()[-1] - self.by_slopes()

    def has_values(self, run: float) -> bool:
        """Whether each line has a number at the end of a change so long."""
        with np.errstate(all="ignore"):
            return all(map(math.isfinite, self.numbers(self.at + run)))

    def short(self, run: float) -> float:
        """A change as long as this one, or as often a tenth of it as all lines need to have numbers there; to the other
        side where this one has none.
        """
        shorter = (side * run / 10.0**power for side in (1, -1) for power in range(MOST_TENTHS))
        return next(one for one in shorter if self.has_values(one))

    def ends(self) -> tuple[float, float]:
        """How far changes go to the left and to the right, in model units."""
        changes = (0.0, *self.changes(), self.by_slopes())
        return -min(changes), max(changes)

    def span(self) -> float:
        """How many model units are seen of the lines, but for some room at their ends."""
        return max(sum(self.ends()), self.state.least)

    @property
    def start(self) -> float:
        """Where all points stand, as the scene's x: the further right, the more of the changes goes to the left."""
        left, right = self.ends()
        return self.place.left + (0.5 + (0.5 - ASIDE) * (left - right) / self.span()) * self.place.width

    def scale(self) -> float:
        """Scene units for each unit of the model."""
        return REACH * (1 - ASIDE) * self.place.width / self.span()

    # ── what is drawn ─────────────────────────────────────────────────────────────────────────────────────────────────

    def draw(self, state: StretchState) -> None:
        """Lines from the top down, with what stands on them."""
        parts: list[VMobject] = []
        numbers, scale = self.numbers(self.at), self.scale()
        lengths = [scale * change for change in self.changes()]
        for row, height in enumerate(self.heights):
            seen = min(1.0, max(0.0, state.lines - row))
            if seen > 0:
                parts += [self._ruler(row, numbers[row], scale, seen), self._ways(row, lengths, state.bars)]
                parts += self._bar(self.bars[row], height, lengths[row], min(1.0, max(0.0, state.bars - row)))
                parts.append(self.dots[row].move_to([self.start, height, 0.0]).set_opacity(seen))
        if state.slopes > 0:
            low, told = self.heights[-1] - BELOW, scale * self.by_slopes()
            parts += self._bar(self.told, low, told, state.slopes)
            left, right, seen = self.start + told, self.start + lengths[-1], max(0.0, 2 * state.slopes - 1)
            self.gap.set_points_as_corners(around(np.array([left, low - HIGH]), np.array([right, low + HIGH])))
            parts.append(self.gap.set_stroke(opacity=seen).set_fill(opacity=seen))
        self.picture.set(submobjects=parts)

    def _bar(self, bar: VMobject, height: float, length: float, share: float) -> list[VMobject]:
        """A bar from the points' x, so much of it; nothing where it has not begun."""
        ends = [[self.start, height, 0.0], [self.start + share * length, height, 0.0]]
        return [bar.set_points_as_corners(np.array(ends))] if share > 0 else []

    def _ruler(self, row: int, number: float, scale: float, seen: float) -> VMobject:
        """A line with ticks at round numbers: those of two powers of ten, the closer ones lower and fainter."""
        ruler, height = self.rulers[row], self.heights[row]
        ruler.clear_points()
        left, right = self.place.left, self.place.left + seen * self.place.width
        ruler.start_new_path(np.array([left, height, 0.0]))
        ruler.add_line_to(np.array([right, height, 0.0]))
        least = math.ceil(math.log10(CLOSE / scale))
        for power in range(least, least + 2):
            apart = scale * 10.0**power
            share = min(1.0, math.log(apart / CLOSE) / math.log(APART / CLOSE))
            half = share * (LOW + (TALL - LOW) * min(1.0, apart / (10 * CLOSE)))
            for tick in range(math.ceil(self._number(left, number, scale) / 10.0**power),
                              math.floor(self._number(right, number, scale) / 10.0**power) + 1):  # fmt: skip
                x = self.start + scale * (tick * 10.0**power - number)
                ruler.start_new_path(np.array([x, height - half, 0.0]))
                ruler.add_line_to(np.array([x, height + half, 0.0]))
        return ruler

    def _number(self, x: float, number: float, scale: float) -> float:
        """What stands at a place of a line on which the point has this number."""
        return number + (x - self.start) / scale

    def _ways(self, row: int, lengths: Sequence[float], bars: float) -> VMobject:
        """From the line above down to this one: where both ends of its bar go; a shade between both."""
        share = min(1.0, max(0.0, bars - row))
        if row == 0 or share <= 0:
            return VGroup()
        above, here = self.heights[row - 1], self.heights[row]
        low = above + share * (here - above)
        end = lengths[row - 1] + share * (lengths[row] - lengths[row - 1])
        corners = [(0.0, above), (lengths[row - 1], above), (end, low), (0.0, low)]
        shade = Polygon(*(np.array([self.start + x, y, 0.0]) for x, y in corners))
        return shade.set_fill(self.colours[row], 0.16).set_stroke(self.colours[row], 1.5, 0.6)

    # ── what it claims ────────────────────────────────────────────────────────────────────────────────────────────────

    def _length(self, bar: VMobject) -> float:
        """Of a drawn bar, in model units."""
        return float(bar.points[-1][0] - bar.points[0][0]) / self.scale()

    def off_length(self) -> float:
        """How far a bar that is whole is from its line's change, in scene units."""
        wholes = [row for row in range(len(self.bars)) if self.state.bars >= row + 1]
        changes = self.changes()
        return max((abs(self._length(self.bars[row]) - changes[row]) for row in wholes), default=0.0) * self.scale()

    def off_slopes(self) -> float:
        """How far the last bar is from the first one times all slopes, in scene units."""
        if self.state.slopes < 1 or self.state.bars < 1:
            return 0.0
        factor = math.prod(self.slope(number) for number in range(len(self.steps)))
        return abs(self._length(self.told) - factor * self._length(self.bars[0])) * self.scale()
