"""Sets as circles that overlap (a Venn diagram): where the circles are, and the part of each combination of them.

Owns: `parts_of`, `OverlappingSets`.

Laws (`off_parts`, measured on the drawn points):
- Every circle is drawn around its middle; a part is inside each circle of its sets and outside all
  others; its number stands in it.
- How large a part is says nothing: all circles are equal.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np
from manim import Circle, Difference, Intersection, Mobject, Rectangle, Union, VGroup, VMobject

from mathora.stage.arrays import Array
from mathora.stage.layout import Region
from mathora.stage.text.prose_mobject import ProseMobject

APART = {2: 0.6, 3: 0.6}
"""How far the middle of each circle is from the middle of all, in radii, by how many circles there are."""

EDGE, GAP, BROADEST = 0.3, 0.15, 1.75
"""Scene units between the frame and the circles, and beside a name; how much wider than high the frame may be."""

GRID, ROOMY, ARCS, SHRUNK = 120, 0.97, 32, 0.9
"""Into so many steps the search for a number's place divides the frame, each way; the middle of all places with so much
of the most room is taken. A circle has so many arcs. So
much smaller becomes what does not fit into a corner, until it does.
"""


def parts_of(count: int) -> list[frozenset[int]]:
    """The parts that so many sets make, each by the sets (from 0) that it is in: of one set alone, of two, of three;
    the last one is in none.
    """
    sizes = (*range(1, count + 1), 0)
    return [frozenset(one) for size in sizes for one in combinations(range(count), size)]


class OverlappingSets:
    """Two or three circles in a frame that fills a `place`; `names` stand beside their circles, and are shrunk to fit.

    `frame`, `circles`, `names` and, by their sets, `parts` are what a scene adds; parts are not filled yet.
    """

    def __init__(self, place: Region, names: Sequence[ProseMobject], colours: Sequence[str], line: str) -> None:
        count, high = len(names), max(name.height for name in names) + GAP
        spare = max(0.0, place.width - BROADEST * place.height) / 2
        place = replace(place, left=place.left + spare, right=place.right - spare)
        inner = place.inset(EDGE)
        inner = Region(inner.left, inner.bottom, inner.right, inner.top - high)
        out, turned = APART[count], np.radians([180, 0] if count == 2 else [150, 30, 270])  # noqa: PLR2004 - a pair
        ways = np.stack([np.cos(turned), np.sin(turned), 0 * turned], axis=1) * out
        extent = ways.max(axis=0) - ways.min(axis=0) + 2
        self.radius = float(min(inner.width / extent[0], inner.height / extent[1]))
        shift = inner.centre - self.radius * (ways.max(axis=0) + ways.min(axis=0)) / 2
        self._ways: Array = self.radius * ways
        self._origin = VMobject(stroke_width=0).set_points([shift] * 4)  # a circle half drawn has no middle of its own
        self.frame = Rectangle(width=place.width, height=place.height, stroke_color=line, stroke_width=2)
        self.frame.move_to(place.centre)
        self.circles = [
            Circle(self.radius, num_components=ARCS, stroke_color=colour, stroke_width=4).move_to(middle)
            for middle, colour in zip(self.middles, colours, strict=True)
        ]
        self.names = [self._named(name, index, place) for index, name in enumerate(names)]
        self.parts: Mapping[frozenset[int], VMobject] = {one: self._part(one) for one in parts_of(count)}
        self.numbers: dict[frozenset[int], Mobject] = {}

    @property
    def middles(self) -> Array:
        """Where the circles have their middles (circles, 3)."""
        return np.asarray(self._ways + self._origin.points[0])

    def _named(self, name: ProseMobject, index: int, place: Region) -> ProseMobject:
        """A name above its circle, outward; that of the third one at its right, low."""
        x, y, _ = self.middles[index]
        if index == 2:  # noqa: PLR2004 - the third
            left, low = x + 0.85 * self.radius + GAP, y - 0.85 * self.radius
            Region(left, low, place.right - GAP, low + name.height).place(name, "left")
            return name
        top, middle = y + self.radius + GAP, place.centre[0]
        half = Region(place.left, top, middle, top + name.height), Region(middle, top, place.right, top + name.height)
        room = Region(half[index].left + GAP, top, half[index].right - GAP, top + name.height)
        room.place(name)
        wanted = x + (-0.35, 0.35)[index] * self.radius
        reach = (room.width - name.width) / 2
        name.set_x(np.clip(wanted, room.centre[0] - reach, room.centre[0] + reach))
        name.shift(np.array([0.0, top + GAP - name.baseline, 0.0]))
        return name

    def _part(self, sets: frozenset[int]) -> VMobject:
        """The shape that is inside these circles and outside all others."""
        inside = [self.circles[one] for one in sorted(sets)] or [self.frame]
        outside = [one for index, one in enumerate(self.circles) if index not in sets]
        whole = Intersection(*inside) if len(inside) > 1 else inside[0]
        taken = Union(*outside) if len(outside) > 1 else outside[0] if outside else None
        shape = whole if taken is None else Difference(whole, taken)
        return VMobject(stroke_width=0, fill_opacity=0).set_points(shape.points)

    def _depths(self, points: Array) -> Array:
        """How far inside each circle points (n, 3) are, outside below zero: (n, circles), in scene units."""
        ways = points[:, None, :] - self.middles[None]
        return np.asarray(self.radius - np.linalg.norm(ways, axis=2))

    def put(self, number: Mobject, sets: frozenset[int]) -> Mobject:
        """A number where its part has most room; where it is in no set, in a corner of the frame."""
        if not sets:
            (left, low, _), (right, _, _) = self.frame.get_corner((-1, -1, 0)), self.frame.get_corner((1, 1, 0))
            room = Region(left + GAP, low + GAP, right - GAP, low + GAP + number.height)
            self.numbers[sets] = room.place(number, "left")
            while self._depths(number.get_all_points()).max() > -GAP / 2:
                number.scale(SHRUNK, about_point=room.at(0, 0))
            return number
        signs = np.array([1 if one in sets else -1 for one in range(len(self.circles))])
        places = self._grid()
        room = (self._depths(places) * signs).min(axis=1)
        number.move_to(places[room > ROOMY * room.max()].mean(axis=0))
        if (fits := 1.3 * room.max()) < (size := float(np.hypot(number.width, number.height))):
            number.scale(fits / size)
        self.numbers[sets] = number
        return number

    def _grid(self) -> Array:
        low, high = self.frame.get_corner((-1, -1, 0)), self.frame.get_corner((1, 1, 0))
        x, y = np.meshgrid(*(np.linspace(low[axis], high[axis], GRID + 1) for axis in range(2)))
        return np.stack([x.ravel(), y.ravel(), 0 * x.ravel()], axis=1)

    def picture(self) -> VGroup:
        """Frame, parts, circles and names."""
        return VGroup(self._origin, self.frame, *self.parts.values(), *self.circles, *self.names)

    def off_parts(self) -> float:
        """By how far a point of a part or of its number is on the wrong side of a circle, or of a circle beside it; in
        radii.
        """
        rims = [self._depths(one.points[::4])[:, index] for index, one in enumerate(self.circles) if len(one.points)]
        found = [0.0, *(float(np.abs(one).max()) for one in rims)]
        for sets, part in self.parts.items():
            signs = np.array([1 if one in sets else -1 for one in range(len(self.circles))])
            shapes = [part.points, *([self.numbers[sets].get_all_points()] if sets in self.numbers else [])]
            for points in shapes:
                anchors = points[::4] if points is part.points else points
                if len(anchors):
                    found.append(float((-self._depths(anchors) * signs).max()))
        return max(found) / self.radius
