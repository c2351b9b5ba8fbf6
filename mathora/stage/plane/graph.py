"""Plane graphs: axes with ticks and names, curves, tangents; model coordinates to scene coordinates and back.

Owns: `AxesAtLeft`, `Graph`, `OverOthers`, `Tangent`, `dashed`, `half_of`, `room_between`, `touch`, `meets`.

Laws:
- A graph's map is read from its own frame, so that a graph that was moved or scaled still places things right.
- With `equal` units both axes have the same unit length on screen: only then is an angle in the model an angle on
  screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from manim import Polygon, Rectangle, VGroup, VMobject, config
from numpy.typing import NDArray

from mathora.formula.curves.interval import Interval, axis_ticks
from mathora.stage.layout import Region
from mathora.stage.text.formula_mobject import TextMobject
from mathora.stage.text.prose_mobject import row_of_numbers
from mathora.stage.theme import Theme

Vector = NDArray[np.float64]


HALO = 9.0  # stroke width, in the ground's colour, that keeps lines off the numbers and names
ON_FILL = 2.5  # the same on something that is filled, where a wide rim would be seen as a box
SAME = 1e-9  # the share of an axis below which two values are one
ROUND = 1e-6  # by so much of a tenth of the ticks' distance a number may differ from a whole count of them
OFF_AXIS = 0.16  # scene units between an axis and its numbers
OFF_EDGE = 0.1  # scene units between a number and the picture's edge
APART_FROM_LINES = 0.06  # scene units between a number and a line that does not cross it
NUMBERS_APART = 0.12  # scene units between the numbers of an axis


class Graph(VGroup):
    """Axes over `x` and `y` (model units) that fill `region` (scene units).

    `equal` units shrink one direction until both unit lengths agree. The axes cross at the point of both intervals
    nearest to the origin, and where that is another number than 0, and a round one, it is told (if `tells_crossing`);
    numbers that would leave the picture at the left of the upright axis stand at its right. What `counts` has ticks at
    whole numbers alone. What has no `upright` axis has the one across alone, with its number where that would cross it.
    Submobjects: the invisible `frame`, `lines` (both axes and their ticks), `tips`, `numbers` (first those `across`, so
    many; then those up; `values` are what they tell), `names`.
    """

    tells_crossing = True
    counts = False
    upright = True
    numbers_across = True

    def __init__(  # noqa: PLR0913 - what a graph is
        self,
        region: Region,
        x: Interval,
        y: Interval,
        theme: Theme,
        *,
        equal: bool = False,
        ticks: tuple[Sequence[float] | None, Sequence[float] | None] = (None, None),
        names: tuple[VMobject | None, VMobject | None] = (None, None),
        label_size: float | None = None,
    ) -> None:
        self.x, self.y, self.theme = x, y, theme
        width, height = region.width, region.height
        if equal:
            unit = min(width / x.length, height / y.length)
            width, height = unit * x.length, unit * y.length
        self.frame = Rectangle(width=width, height=height, stroke_opacity=0, fill_opacity=0).move_to(region.centre)
        super().__init__(self.frame)
        across = axis_ticks(x) if ticks[0] is None else list(ticks[0])
        across = [at for at in across if not self.counts or at == round(at)]
        up = [] if not self.upright else axis_ticks(y) if ticks[1] is None else list(ticks[1])
        self.lines = self._lines(across, up)
        self.tips = self._tips()
        self.numbers = self._numbers(across, up, label_size or theme.sizes.small)
        self.homes = [number.get_center() - self.frame.get_center() for number in self.numbers]
        self.names = self._names(names)
        for text in (*self.numbers, *self.names):
            text.set_stroke(theme.background, width=HALO, background=True)
        self.add(self.lines, self.tips, self.numbers, self.names)

    # ── the map ───────────────────────────────────────────────────────────────────────────────────────────────────────

    @classmethod
    def crossing(cls, x: Interval, y: Interval) -> tuple[float, float]:
        """Where the axes over two intervals cross, in model units."""
        return min(max(0.0, x.low), x.high), min(max(0.0, y.low), y.high)

    @property
    def origin(self) -> tuple[float, float]:
        """Where the axes cross, in model units."""
        return self.crossing(self.x, self.y)

    def point(self, x: float, y: float) -> Vector:
        """The scene point (shape (3,)) of a model point."""
        return np.asarray(self.points_of(np.array([x]), np.array([y]))[0])

    def points_of(self, x: Vector, y: Vector) -> Vector:
        """Scene points of shape (n, 3) of model coordinates of shape (n,)."""
        corners = self.frame.points
        low, right, top = corners.min(axis=0), corners[:, 0].max(), corners[:, 1].max()
        across = low[0] + (x - self.x.low) / self.x.length * (right - low[0])
        up = low[1] + (y - self.y.low) / self.y.length * (top - low[1])
        return np.column_stack([across, up, np.zeros(len(across))])

    def units(self) -> tuple[float, float]:
        """The unit lengths of both axes on screen, in scene units."""
        sides = self.frame.points.max(axis=0) - self.frame.points.min(axis=0)
        return float(sides[0] / self.x.length), float(sides[1] / self.y.length)

    def model_of(self, point: Vector) -> tuple[float, float]:
        """The model coordinates of a scene point."""
        x, y = self.models_of(point[None])[0]
        return float(x), float(y)

    def models_of(self, points: Vector) -> Vector:
        """The model coordinates (n, 2) of scene points (n, 3)."""
        low = self.frame.points.min(axis=0)[:2]
        return np.asarray([self.x.low, self.y.low] + (points[:, :2] - low) / self.units())

    def clear_places(self, points: Vector) -> list[Vector]:
        """Where each number is clear of scene points (n, 2) of lines and of other texts: at its tick, or at the
        first free place near.
        """
        places = [self.frame.get_center() + home for home in self.homes]
        for index, (number, home) in enumerate(zip(self.numbers, self.homes, strict=True)):
            axis, at = int(index >= self.across), (self.frame.get_center() + home)[:2]
            half = half_of(number)
            along, over = np.eye(2)[axis] * half, np.eye(2)[1 - axis] * 2 * (self.point(*self.origin)[:2] - at)
            near = [at + side + share * along for side in (0, over) for share in (0, 1.1, -1.1)]
            rest = [(by[:2], half_of(one)) for by, one in zip(places, self.numbers, strict=True) if one is not number]
            rest += [(name.get_center()[:2], half_of(name)) for name in self.names]
            seen = (one for one in near if abs(one[0]) + half[0] + OFF_EDGE < config.frame_width / 2)
            clear = (one for one in seen if not any((np.abs(one - by) < half + wide).all() for by, wide in rest))
            places[index] = np.append(next((one for one in clear if not meets(points, one, half)), at), 0.0)
        return places

    # ── what stands on it ─────────────────────────────────────────────────────────────────────────────────────────────

    def curve(
        self, function: Callable[[Vector], Vector], colour: str, over: Interval | None = None, width: float = 4.5
    ) -> VMobject:
        """The curve of a function of one variable (arrays in, arrays out), as a polyline of 160 pieces."""
        span = over or self.x
        x = np.linspace(span.low, span.high, 161)
        return self.polyline(x, np.broadcast_to(function(x), x.shape), colour, width)

    def polyline(self, x: Vector, y: Vector, colour: str, width: float = 4.5) -> VMobject:
        """A line through model points."""
        line = VMobject(stroke_color=colour, stroke_width=width, fill_opacity=0)
        return line.set_points_as_corners(self.points_of(np.asarray(x, dtype=float), np.asarray(y, dtype=float)))

    def polylines(self, pieces: Sequence[tuple[Vector, Vector]], colour: str, width: float = 4.5) -> VMobject:
        """Lines through the model points of each piece, as one shape with gaps between them."""
        line = VMobject(stroke_color=colour, stroke_width=width, fill_opacity=0)
        for x, y in pieces:
            points = self.points_of(np.asarray(x, dtype=float), np.asarray(y, dtype=float))
            line.start_new_path(points[0])
            line.add_points_as_corners(points[1:])
        return line

    def dashes(self, start: tuple[float, float], end: tuple[float, float], colour: str) -> VMobject:
        """A dashed line between two model points, one shape."""
        return dashed(self.point(*start), self.point(*end), colour, 2.5)

    # ── its parts ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _lines(self, across: Sequence[float], up: Sequence[float]) -> VMobject:
        lines = VMobject(stroke_color=self.theme.line, stroke_width=2.5, fill_opacity=0)
        left, bottom = self.point(self.x.low, self.origin[1]), self.point(self.origin[0], self.y.low)
        right, top = self._ends()
        strokes = [(left, right), *([(bottom, top)] if self.upright else [])]
        half = np.array([0.07, 0.0, 0.0])
        strokes += [
            (p - half[[1, 0, 2]], p + half[[1, 0, 2]])
            for x in across
            if self._off_origin(0, x)
            for p in [self.point(x, self.origin[1])]
        ]
        strokes += [(p - half, p + half) for y in up if self._off_origin(1, y) for p in [self.point(self.origin[0], y)]]
        for start, end in strokes:
            lines.start_new_path(start)
            lines.add_line_to(end)
        return lines

    def _ends(self) -> tuple[Vector, Vector]:
        """Where the axes' arrows end: a little past the last value."""
        return (
            self.point(self.x.high, self.origin[1]) + np.array([0.22, 0, 0]),
            self.point(self.origin[0], self.y.high) + np.array([0, 0.22, 0]),
        )

    def _tips(self) -> VGroup:
        right, top = self._ends()
        across, up = np.array([0.16, 0, 0]), np.array([0, 0.16, 0])
        style: dict[str, Any] = {"fill_color": self.theme.line, "fill_opacity": 1, "stroke_width": 0}
        return VGroup(
            Polygon(right + across * 0.6, right - across * 0.5 + up * 0.45, right - across * 0.5 - up * 0.45, **style),
            Polygon(top + up * 0.6, top - up * 0.5 + across * 0.45, top - up * 0.5 - across * 0.45, **style),
        )[: 1 + self.upright]

    def _numbers(self, across: Sequence[float], up: Sequence[float], size: float) -> VGroup:
        numbers, down, left = VGroup(), np.array([0.0, -1.0, 0.0]), np.array([-1.0, 0.0, 0.0])
        told = across if self.numbers_across else ()
        below = self._row([x for x in told if self._off_origin(0, x)], 0, size)
        for digits, x in below:
            numbers.add(digits.next_to(self.point(x, self.origin[1]), down, buff=OFF_AXIS))
        numbers.add(*self._crossing(0, told, numbers, size))
        self.across = len(numbers)
        beside = self._row([y for y in up if self._off_origin(1, y)], 1, size)
        room = self.point(self.origin[0], self.y.low)[0] + config.frame_width / 2
        fits = max((digits.width for digits, _ in beside), default=0.0) + OFF_AXIS + OFF_EDGE <= room
        for digits, y in beside:
            numbers.add(digits.next_to(self.point(self.origin[0], y), left if fits else -left, buff=OFF_AXIS))
        numbers.add(*self._crossing(1, up, numbers, size))
        rows = ((below, self.across), (beside, len(numbers) - self.across))
        ends = zip(rows, self.origin, strict=True)
        self.values = [value for (row, count), at in ends for value in (*(one for _, one in row), at)[:count]]
        return numbers

    def _crossing(self, axis: int, ticks: Sequence[float], others: VGroup, size: float) -> list[TextMobject]:
        """The number of an axis where the other one crosses it, beside its tick's place or, where that one goes on,
        aslant; none where it is 0, or has more digits than the ticks, or would touch one of the `others`.
        """
        at, tenth = self.origin[axis], _spacing(ticks) / 10
        if not (self.tells_crossing and ticks) or at == 0 or abs(at / tenth - round(at / tenth)) > ROUND:
            return []
        [digits] = row_of_numbers([at], [self.theme.muted], size, self.theme.decimal)
        goes_on = (self.x, self.y)[1 - axis].low < self.origin[1 - axis]
        place = self.point(*self.origin)
        digits.next_to(place, np.array((-1.0, float(goes_on), 0.0) if axis else (-float(goes_on), -1.0, 0.0)), OFF_AXIS)
        if digits.get_left()[0] < OFF_EDGE - config.frame_width / 2:
            digits.next_to(place, np.array((1.0, 1.0 if axis else -1.0, 0.0)), OFF_AXIS)
        return [] if any(touch(one, digits) for one in others) else [digits]

    def _off_origin(self, axis: int, value: float) -> bool:
        """Whether a tick is not just where the axes cross."""
        return not self.upright or abs(value - self.origin[axis]) > SAME * (self.x, self.y)[axis].length

    def _row(self, values: Sequence[float], axis: int, size: float) -> list[tuple[TextMobject, float]]:
        """An axis's numbers with their values: of the ticks each second, third, … only, if else they would touch."""
        unit = self.units()[axis]
        for every in range(1, len(values) + 1):
            kept = [value for value in values if round(value / _spacing(values)) % every == 0] or [*values[::every]]
            texts = row_of_numbers(kept, [self.theme.muted] * len(kept), size, self.theme.decimal)
            widest = max(text.height if axis else text.width for text in texts)
            if len(kept) == 1 or widest + NUMBERS_APART < unit * _spacing(kept):
                return list(zip(texts, kept, strict=True))
        return []

    def _names(self, names: tuple[VMobject | None, VMobject | None]) -> VGroup:
        right, top = self._ends()
        placed = VGroup()
        if names[0] is not None:
            placed.add(names[0].next_to(right, np.array([0.0, 1.0, 0.0]), buff=0.22))
        if names[1] is not None and self.upright:
            placed.add(names[1].next_to(top, np.array([1.0, 0.0, 0.0]), buff=0.2))
        return placed


class AxesAtLeft(Graph):
    """Axes that cross at the left, so that no number stands on what is drawn."""

    tells_crossing = False

    @classmethod
    def crossing(cls, x: Interval, y: Interval) -> tuple[float, float]:
        """Where the axes cross, in model units."""
        return x.low, super().crossing(x, y)[1]


class OverOthers(Graph):
    """Axes above others with the same span, which tell the numbers across for both."""

    numbers_across = False


class Road(Graph):
    """The axis across alone: what moves on it is never above or below."""

    upright = False


class IndexAxes(AxesAtLeft):
    """The same over an index: it goes in whole numbers."""

    counts = True


class Tangent(VMobject):
    """The tangent of a curve at `x`: a straight line of fixed length on screen, its middle on the curve.

    `slope` is the model's; what is seen can be measured by `seen_slope`, from the points drawn.
    """

    def __init__(self, graph: Graph, colour: str, length: float = 3.2, width: float = 4.0) -> None:
        super().__init__(stroke_color=colour, stroke_width=width, fill_opacity=0)
        self.graph, self.length = graph, length

    def put(self, x: float, y: float, slope: float) -> Tangent:
        """Moves the tangent to the model point, with the model's slope; returns itself."""
        unit = self.graph.units()
        along = np.array([unit[0], slope * unit[1], 0.0])
        along *= self.length / 2 / np.linalg.norm(along)
        middle = self.graph.point(x, y)
        self.set_points_as_corners(np.array([middle - along, middle + along]))
        return self

    def seen_slope(self) -> float:
        """The slope in model units, from the points drawn."""
        (x0, y0), (x1, y1) = self.graph.model_of(self.points[0]), self.graph.model_of(self.points[-1])
        return (y1 - y0) / (x1 - x0)


def dashed(start: Vector, end: Vector, colour: str, width: float = 2.5, dash: float = 0.12) -> VMobject:
    """A dashed straight line between scene points, as one shape of many strokes; it ends with a dash at both ends."""
    line = VMobject(stroke_color=colour, stroke_width=width, fill_opacity=0)
    length = float(np.linalg.norm(end - start))
    count = max(1, 2 * round(length / dash / 2) - 1)
    begins = np.arange(0, count, 2)[:, None]
    tails, tips = (start + (end - start) * (begins + more) / count for more in (0, 1))
    thirds = [(1 - share) * tails + share * tips for share in np.linspace(0, 1, 4)]
    return line.set_points(np.stack(thirds, axis=1).reshape(-1, 3))


def _spacing(values: Sequence[float]) -> float:
    """The least distance of values in rising order; 1 for fewer than two."""
    return float(min(np.diff(values), default=1.0))


def half_of(number: VMobject, apart: float = APART_FROM_LINES) -> Vector:
    """Half the width and height (2,) of what a number keeps free, which is so far `apart` from it."""
    return np.array([number.width, number.height]) / 2 + apart


def room_between(one: VMobject, other: VMobject) -> float:
    """How far the boxes of two things are from each other, across or up, in scene units; below zero if they overlap."""
    return float((np.abs(one.get_center() - other.get_center())[:2] - half_of(one, 0.0) - half_of(other, 0.0)).max())


def touch(one: VMobject, other: VMobject, apart: float = 2 * APART_FROM_LINES) -> bool:
    """Whether two things come nearer to each other than so far `apart`."""
    return room_between(one, other) < apart


def along(*corners: Vector) -> Vector:
    """Points (n, d) all along the lines from corner to corner."""
    shares, size = np.linspace(0, 1, 80)[:, None], len(corners[0]) if corners else 3
    return np.concatenate([np.empty((0, size)), *(a + (b - a) * shares for a, b in pairwise(corners))])


def meets(points: Vector, middle: Vector, half: Vector) -> bool:
    """Whether one of the points (n, 2) is in a box."""
    return bool((np.abs(points - middle) < half).all(axis=1).any())
