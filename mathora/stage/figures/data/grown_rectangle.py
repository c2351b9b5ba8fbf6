"""A product as the area of a rectangle; where both sides grow, two strips and a corner are new, and a bar has as many
parts, which are their shares of all that is new.

Owns: `GrownRectangle`, `GrownState`.

Laws (`off_areas`, measured on the drawn points):
- Every part has the same share of the rectangle's area as its number has of the product, and of the bar as of the sum.
- Both sides have one scale, unless one is so much longer than the other that the shorter could not be seen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from manim import Mobject, VMobject

from mathora.formula.tree import Product
from mathora.stage.arrays import Array
from mathora.stage.figures.elements.figure import Figure, Numbers
from mathora.stage.layout import Region
from mathora.stage.plane.shapes import around
from mathora.stage.text.terms import Measured, Term

LONGEST = 2.5
"""How much longer than the other a side may be; beyond it each side has its own scale."""

GAP = 0.2
"""Between a side and its name, in scene units."""

BAR = 0.34
"""How high the bar is, in scene units."""

FILLS = (0.35, 0.8, 0.8, 0.95)
"""How full the colours are of the rectangle, of what each side adds, and of the corner."""


@dataclass(frozen=True)
class GrownState(Numbers):
    """By how much the sides have grown, `right` and `up`, and how far the picture reaches, `wide` and `high`, in model
    units; how much of the rectangle and of the names of what is new is `seen`, and `told`, from 0 to 1.
    """

    wide: float
    high: float
    right: float = 0.0
    up: float = 0.0
    seen: float = 0.0
    told: float = 0.0


class GrownRectangle(Figure[GrownState]):
    """A rectangle of `sides` (across, up; model units) in a `place`; `colours` of it, of what the first side adds, of
    what the second one adds, and of the corner. `names` stand at both sides, and at both changes.
    """

    def __init__(
        self, sides: tuple[float, float], reach: tuple[float, float], place: Region,
        colours: Sequence[str], names: Sequence[Mobject],
    ) -> None:  # fmt: skip
        super().__init__(GrownState(*reach))
        self.sides, self.names = sides, names
        left, low = max(names[1].width, names[3].width) + 2 * GAP, max(names[0].height, names[2].height) + 2 * GAP
        self.place, self.corner = place, np.array([place.left + left, place.bottom + low + BAR])
        self.room = np.array([place.right, place.top]) - self.corner
        self.parts = [
            VMobject(stroke_width=0, fill_color=colour, fill_opacity=full)
            for colour, full in zip(colours, FILLS, strict=True)
        ]
        self.shares = [one.copy() for one in self.parts[1:]]
        self.edge = VMobject(stroke_color=colours[0], stroke_width=2, fill_opacity=0)

    @property
    def scale(self) -> Array:
        """Scene units for each unit of the model, across and up (2,)."""
        whole = np.array([self.state.wide, self.state.high])
        each = self.room / whole
        even = np.full(2, each.min())
        sides = np.array(self.sides)
        return np.asarray(even if sides.max() <= LONGEST * sides.min() else each)

    @property
    def origin(self) -> Array:
        """Where the lower left corner stands (2,), in scene units: the picture is in the middle of its place."""
        spare = self.room - self.scale * (self.state.wide, self.state.high)
        return np.asarray(self.corner + spare / 2)

    def areas(self, right: float, up: float) -> tuple[float, float, float]:
        """What a growth brings, in square model units: the first side's strip, the second one's, and the corner."""
        return self.sides[1] * right, self.sides[0] * up, right * up

    def new(self, names: Sequence[Term]) -> list[Measured]:
        """The areas of what is new as they are now; `names` are those of both sides and of both changes."""
        across, up, right, top = (one.tree for one in names)
        pairs = ((up, right), (across, top), (right, top))

        def now(part: int) -> Callable[[], float]:
            return lambda: self.areas(self.state.right, self.state.up)[part]

        return [Measured(Term(Product(pair, (r"\cdot",))), now(part)) for part, pair in enumerate(pairs)]

    def boxes(self) -> list[tuple[Array, Array]]:
        """The lower left and the upper right corner (2,) of each part, in scene units."""
        (across, up), (right, top) = self.sides, (self.state.right, self.state.up)
        ends = [
            ((0, 0), (across, up)),
            ((across, 0), (across + right, up)),
            ((0, up), (across, up + top)),
            ((across, up), (across + right, up + top)),
        ]
        return [(self.origin + self.scale * low, self.origin + self.scale * high) for low, high in ends]

    def bars(self) -> list[tuple[Array, Array]]:
        """The lower left and the upper right corner (2,) of each new part's share in the bar, in scene units."""
        new = np.array(self.areas(self.state.right, self.state.up))
        left, low = self.corner[0], self.place.bottom
        ends = left + (self.place.right - left) * np.array([0.0, *np.cumsum(new)]) / (new.sum() or 1.0)
        return [(np.array([start, low]), np.array([end, low + BAR])) for start, end in pairwise(ends)]

    def draw(self, state: GrownState) -> None:
        """The parts, the rectangle's edge, the names beside them, and the bar of what is new."""
        boxes = self.boxes()
        for part, (low, high), full in zip(self.parts, boxes, FILLS, strict=True):
            part.set_points_as_corners(around(low, high)).set_fill(opacity=full * state.seen)
        for part, ends, full in zip(self.shares, self.bars(), FILLS[1:], strict=True):
            part.set_points_as_corners(around(*ends)).set_fill(opacity=full * state.told)
        self.edge.set_points_as_corners(around(*boxes[0])).set_stroke(opacity=state.seen)
        seen = (state.seen, state.seen, state.told, state.told)
        for name, place, one in zip(self.names, self._places(boxes), seen, strict=True):
            name.move_to([*place, 0.0]).set_opacity(one)
        shown = [self.edge, *self.parts] if state.seen else []
        shown += self.shares if state.told else []
        self.picture.set(submobjects=[*shown, *(name for name, one in zip(self.names, seen, strict=True) if one)])

    def _places(self, boxes: Sequence[tuple[Array, Array]]) -> list[Array]:
        """Where the names of both sides, and of both changes, have their middles."""
        (low, high), (_, far) = boxes[0], boxes[3]
        across, up, right, top = self.names
        first = [(low[0] + high[0]) / 2, low[1] - GAP - across.height / 2]
        second = [low[0] - GAP - up.width / 2, (low[1] + high[1]) / 2]
        beside = max((high[0] + far[0]) / 2, first[0] + (across.width + right.width) / 2 + GAP)
        above = max((high[1] + far[1]) / 2, second[1] + (up.height + top.height) / 2 + GAP)
        return [np.array(one) for one in (first, second, (beside, first[1]), (low[0] - GAP - top.width / 2, above))]

    def off_areas(self) -> float:
        """How far a drawn part's share of the first one's area, or of the bar, is from its number's share."""
        if not self.picture.submobjects:
            return 0.0
        (across, up), (right, top) = self.sides, (self.state.right, self.state.up)
        numbers = np.array([across * up, right * up, across * top, right * top])
        drawn = np.array([_area(part) for part in self.parts])
        off = np.abs(drawn / drawn[0] - numbers / numbers[0])
        if self.state.told and (new := numbers[1:]).any():
            bar = np.array([_area(part) for part in self.shares])
            off = np.append(off, np.abs(bar / bar.sum() - new / new.sum()))
        return float(off.max())


def _area(part: VMobject) -> float:
    """What a drawn rectangle takes, in square scene units."""
    (left, low, _), (right, high, _) = part.points.min(axis=0), part.points.max(axis=0)
    return float((right - left) * (high - low))
