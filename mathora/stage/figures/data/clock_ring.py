"""A ring of whole numbers, as on a clock: after so many it begins again, so each number has its place by its remainder.

Owns: `ClockRing`.

Laws (`off_places`, measured on the drawn points):
- Numbers are evenly apart, 0 on top, and grow as a clock's hand turns; a number stands at its remainder's place.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import Circle, Line, Mobject, VGroup, VMobject

from mathora.stage.arrays import Array
from mathora.stage.layout import Region

ARCS, ABOVE, ASIDE = 32, 1.1, 1.65
"""Of so many arcs is the ring; scene units above and below it, and at its sides, for what is written there."""

TICK, BESIDE, BEHIND = 0.09, 0.42, 0.28
"""Scene units: half a mark's length; from the ring to its numbers; from these to what stands behind them."""


class ClockRing:
    """A ring of `modulus` places in the middle of a `place`; `numbers` (0, 1, 2, …) are put outside of it."""

    def __init__(self, place: Region, numbers: Sequence[Mobject], line: str) -> None:
        self.modulus, self.numbers = len(numbers), numbers
        self.radius = min(place.width / 2 - ASIDE, place.height / 2 - ABOVE)
        self.ring = Circle(self.radius, num_components=ARCS, stroke_color=line, stroke_width=3).move_to(place.centre)
        self._origin = VMobject(stroke_width=0).set_points([place.centre] * 4)  # a ring half drawn has no middle
        for number, text in enumerate(numbers):
            text.move_to(self.at(number, 1 + BESIDE / self.radius))
        self.ticks = VGroup(
            *(
                Line(self.at(number, 1 - TICK / self.radius), self.at(number, 1 + TICK / self.radius), color=line)
                for number in range(self.modulus)
            )
        )
        self.picture = VGroup(self._origin, self.ring, self.ticks, *numbers)

    def at(self, number: float, share: float = 1.0) -> Array:
        """Where a number is (3,): on the ring, or at a `share` of its radius."""
        turned = 2 * np.pi * number / self.modulus
        way = np.array([np.sin(turned), np.cos(turned), 0.0])
        return np.asarray(self._origin.points[0] + share * self.radius * way)

    def behind(self, text: Mobject, number: float) -> Mobject:
        """A text outside of a number's place, behind what stands there."""
        way = (self.at(number) - self._origin.points[0]) / self.radius
        half = float(abs(way[0]) * text.width + abs(way[1]) * text.height) / 2
        return text.move_to(self.at(number, 1 + (BESIDE + BEHIND + half) / self.radius))

    def chord(self, start: float, end: float, colour: str) -> Line:
        """A straight line from one number's place to another's."""
        return Line(self.at(start), self.at(end), color=colour, stroke_width=4)

    def off_places(self, dots: Sequence[Mobject], number: float) -> float:
        """By how far each of the dots, if there are any, is from the number's place, and the numbers are from theirs,
        in radii.
        """
        beside = [
            np.linalg.norm(one.get_center() - self.at(number, 1 + BESIDE / self.radius))
            for number, one in enumerate(self.numbers)
        ]
        return float(max(*beside, *(np.linalg.norm(one.get_center() - self.at(number)) for one in dots))) / self.radius
