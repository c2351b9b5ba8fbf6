"""A thin ring that is cut open at its top and unrolled into a strip below the disc that it lay around.

Owns: `Unrolled`, `UnrolledState`.

Laws (measured on the drawn points):
- Each edge of the strip is as long as its circle, on every frame (`off_lengths`): nothing is stretched.
- So the strip is a rectangle, as long as the inner circle, and what its outer edge is longer, red at both ends.
- Divided by its thickness, the flat strip is one thick, and what is over in each corner as much longer as before.
- What is told of the inner circle, its radius and its length, stands only as long as it is so (`off_lengths`, too).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from manim import DOWN, LEFT, UP, VMobject

from mathora.stage.arrays import Array
from mathora.stage.figures.curve.plot import Plot
from mathora.stage.figures.elements.figure import Figure, Numbers

SAMPLES = 361
LEAST = 1e-12  # of a turn: what is bent less is drawn as if it were bent so much
THINNEST = 1e-6  # of the inner radius, a strip that is drawn is thick at least
BELOW = 0.35  # how far below the ring the strip comes to rest, in radii of the disc
FILL, OVER = 0.75, 0.95
DROP, TICK = 0.25, 0.09  # from the strip to the line that is as long, and half of each end of it, in scene units


@dataclass(frozen=True)
class UnrolledState(Numbers):
    """How flat the ring has become, how far it is divided by its thickness, how much is seen of it and of what is told:
    all from 0 to 1.
    """

    flat: float = 0.0
    divided: float = 0.0
    seen: float = 0.0
    told: float = 0.0


class Unrolled(Figure[UnrolledState]):
    """The ring between two circles about one `middle` (2,), of two radii in model units, the smaller one first, that
    are looked at on each frame; `colours` of its rectangle, of what is over, and of the lines beside the `numbers` that
    say the inner circle's radius and length, and how thick the divided strip is.
    """

    def __init__(
        self, plot: Plot, middle: Array, radii: Callable[[], tuple[float, float]], colours: tuple[str, str, str],
        numbers: tuple[VMobject, ...],
    ) -> None:  # fmt: skip
        self._radii = radii
        super().__init__(UnrolledState(), plot)
        self.plot, self.middle, self.colours, self.numbers = plot, middle, colours, numbers
        self.parts: list[VMobject] = []
        self.inner = self.radii[0]

    @property
    def radii(self) -> tuple[float, float]:
        """Of the circles as they are now; a strip of no thickness or no length is drawn as if it had next to none."""
        inner, outer = self._radii()
        inner = max(inner, outer * THINNEST)
        return inner, max(outer, inner * (1 + THINNEST))

    @property
    def standing(self) -> tuple[object, ...]:
        """The circles, too."""
        return (*super().standing, self.radii)

    def areas(self) -> tuple[float, float]:
        """What the rectangle takes, and both corners, in square model units: 2πrε and πε²."""
        inner, outer = self._radii()
        return 2 * np.pi * inner * (outer - inner), np.pi * (outer - inner) ** 2

    def _arc(self, flat: float, *, outer: bool, first: float = -1.0, last: float = 1.0) -> Array:
        """Model points (n, 2) along an edge, as it is bent now; its places are in halves of the inner edge's turn, from
        the cut on the left to that on the right.
        """
        inner, thick = self.radii[0], self.radii[1] - self.radii[0]
        half = np.pi * max(1 - flat, LEAST)
        bent = np.pi * inner / half  # the radius to which the inner edge is bent now
        base = self.middle - np.array([0.0, inner + (BELOW * inner + thick) * flat])
        angles = np.linspace(first, last, SAMPLES) * half
        rise = 2 * bent * np.sin(angles / 2) ** 2  # `bent` times 1 - cos, exact where the edge is all but straight
        over = thick * outer
        return np.asarray(base + np.column_stack([(bent + over) * np.sin(angles), rise - over * np.cos(angles)]))

    def _end(self, flat: float) -> float:
        """Where the outer edge ends, in halves of the inner edge's turn: it is as long as its circle."""
        inner, outer = self.radii
        bent = inner / max(1 - flat, LEAST)
        return outer / inner * bent / (bent + outer - inner)

    def corners(self, divided: float = 0.0) -> tuple[Array, Array]:
        """The lower left and the upper right corner (2,) of all that the flat strip takes, in model units."""
        inner, outer = self._arc(1.0, outer=False), self._arc(1.0, outer=True, first=-self._end(1), last=self._end(1))
        return self._thick(outer, divided).min(axis=0), np.array([outer[:, 0].max(), inner[:, 1].max()])

    def _thick(self, points: Array, divided: float) -> Array:
        """Points of the flat strip as far below its upper edge as it is `divided` by its thickness."""
        if not divided:
            return points
        top, thick = self._arc(1.0, outer=False)[0, 1], self.radii[1] - self.radii[0]
        return np.column_stack([points[:, 0], top + thick**-divided * (points[:, 1] - top)])

    def places(self) -> Array:
        """Model points (n, 2) all over the flat strip."""
        (left, low), (right, high) = self.corners()
        return np.stack(np.meshgrid(np.linspace(left, right, 120), np.linspace(low, high, 6)), axis=-1).reshape(-1, 2)

    def draw(self, state: UnrolledState) -> None:
        """The strip with straight ends, and beyond each of them by what its outer edge is longer."""
        if not state.seen:
            self.picture.set(submobjects=[])
            return
        flat, end = state.flat, self._end(state.flat)
        inner, outer = self._arc(flat, outer=False), self._arc(flat, outer=True)
        ways = [np.array([*inner, *outer[::-1], inner[0]])]
        if end > 1 + LEAST:
            left, right = (self._arc(flat, outer=True, first=way, last=way * end) for way in (-1.0, 1.0))
            ways += [np.array([cut, *beyond, cut]) for cut, beyond in ((inner[0], left), (inner[-1], right))]
        colours = [(self.colours[0], FILL), *[(self.colours[1], OVER)] * 2]
        parts = []
        for way, (colour, opacity) in zip(ways, colours, strict=False):
            part = VMobject(stroke_width=0, fill_color=colour, fill_opacity=opacity * state.seen)
            way = self._thick(way, state.divided)  # noqa: PLW2901 - the same way, stretched
            parts.append(part.set_points_as_corners(self.plot.graph.points_of(*way.T)))
        self.parts = parts
        self.picture.set(submobjects=[*parts, *(self._told(state) if state.told else ())])

    def _told(self, state: UnrolledState) -> list[VMobject]:
        """The inner circle's radius, and below the flat strip a line as long as the circle, each with its number; how
        thick it is, at its left, once it is divided.
        """
        inner, told = self.radii[0], state.told * state.seen
        low, high = (end[1] for end in self.corners(state.divided))
        half, left, beyond = np.pi * inner, self.middle[0] - np.pi * inner, self.corners()[0][0]
        x, y = self.middle
        ends = np.array([(x, y), (x + inner, y), (left, low), (left + 2 * half, low), (beyond, low), (beyond, high)])
        start, rim, west, east, foot, top = self.plot.graph.points_of(*ends.T)
        down, out = np.array([0.0, -DROP, 0.0]), np.array([-DROP, 0.0, 0.0])
        ways = [[start, rim], _measured(west + down, east + down), _measured(foot + out, top + out)]
        shown = [told, told, told * state.divided]
        parts: list[VMobject] = []
        for way, number, side, seen in zip(ways, self.numbers, (UP, DOWN, LEFT), shown, strict=True):
            line = VMobject(stroke_color=self.colours[2], stroke_width=2, stroke_opacity=seen, fill_opacity=0)
            line.set_points_as_corners(np.array(way))
            parts += [line, number.next_to(line, side, buff=0.1).set_opacity(seen)] if seen else []
        return parts

    def off_lengths(self) -> float:
        """How much longer or shorter an edge is drawn than its circle is, as a share of it."""
        if not self.picture.submobjects:
            return 0.0
        drawn = [self.plot.graph.models_of(part.get_start_anchors()) for part in self.parts]
        strip, *over = [np.linalg.norm(np.diff(one, axis=0), axis=1) for one in drawn]
        inner = strip[: SAMPLES - 1].sum()
        outer = strip[SAMPLES : 2 * SAMPLES - 1].sum() + sum(one[1:SAMPLES].sum() for one in over)
        true = 2 * np.pi * np.array(self.radii)
        off = np.abs(np.array([inner, outer]) / true - 1).max()
        return float(max(off, abs(self.inner / self.radii[0] - 1) if self.state.told else 0.0))


def _measured(start: Array, end: Array) -> list[Array]:
    """Scene points (3,) of a line from one to another with a small line across each end."""
    way = (end - start) / np.linalg.norm(end - start)
    tick = TICK * np.array([-way[1], way[0], 0.0])
    return [start + tick, start - tick, start, end, end + tick, end - tick]
