"""A contour plot: a function of two variables seen from straight above, with its level curves and gradient arrows.

Owns: `ContourPlot`, `height_colours`.

Laws:
- Both axes have the same unit length, so that a gradient arrow stands perpendicular on its level curve on screen too;
  an arrow's foot lies on the curve that it is measured against.
- Arrows of one plot share a scale: twice the slope, twice the length. Where the plot places them itself the scale is a
  round number, and they stay on the plot, clear of one another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

import numpy as np
from manim import RIGHT, UP, Animation, Mobject, MoveToTarget, VGroup, VMobject, there_and_back

from mathora.formula.curves.interval import Interval, axis_ticks, one_digit, round_step
from mathora.stage.arrays import Array
from mathora.stage.layout import Region
from mathora.stage.parameters import Function, Point
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.plane.graph import Graph, meets
from mathora.stage.space.contours import (
    LevelCurve,
    cosine,
    lengths_along,
    level_curves,
    levels_through,
    onto_level,
    points_along,
    well_chosen_levels,
)
from mathora.stage.theme import Theme

LONGEST = 0.22  # no arrow that the plot places is longer than this share of its side
ALONE = 0.3  # nor is one of a few that stand where the script says
APART = 0.25  # about how far apart arrows stand along a level curve, as a share of the plot's side
ARROWS_APART = 0.05  # how far apart two arrows are at least, where they come closest; as a share of the plot's side
OFF_CURVES = 0.08  # scene units between a plot's edge, where curves end, and the name of its first axis over the tip

EVENLY = 0.02
"""By how much the direction of a smooth function's gradient, over a short way, is off from proportion to the way."""

STRAIGHT = 0.02  # the cosine of the angle between a gradient and a short piece of its level set

SWOLLEN = 7  # the width of a ring while a step crosses it
HALO = 10  # the width of the background's stroke around what is written across level curves

BENT = 1 / 16
"""A level set that bends within this share of the map's side is looked at from near: the map's grid is too wide."""

AROUND, TURNED, HALVINGS = np.array([(np.cos(turn), np.sin(turn)) for turn in np.arange(8) * np.pi / 4]), 0.7, 20
"""Ways from a point; the cosine beyond which a gradient has another direction; so often what is near is halved."""

SAME_LEVEL = 1e-9
"""Heights that differ by no more than this share of what all rings differ by (of one ring, of its height) are one."""


def height_colours(theme: Theme, heights: Sequence[float]) -> Mapping[float, str]:
    """A colour for each height, `#rrggbb`: lighter (on a dark ground) the higher, as on a surface."""
    dim, bright = (np.array(tuple(bytes.fromhex(one[1:]))) for one in (theme.palette["purple"], theme.foreground))
    low, high = min(heights, default=0.0), max(heights, default=1.0)
    shares = {height: 0.1 + 0.6 * ((height - low) / (high - low) if high > low else 0.0) for height in heights}
    mixed = {height: np.rint(dim + (bright - dim) * share).astype(int) for height, share in shares.items()}
    return {height: "#{:02x}{:02x}{:02x}".format(*colour) for height, colour in mixed.items()}


class ContourPlot(Graph):
    """The plot of `function` over `span` both ways (or over `up` the second way), its level curves behind the axes.

    `fills` widens the longer direction of the region beyond `span` until the plot fills it. `heights` are those of the
    level curves; without any, well-chosen ones, among them that of `through`, a point, if it is given. They have one
    `colour`, or become lighter with their height, as on a surface. `rings` are the curves by height, `branches` the
    model points of each.
    """

    def __init__(  # noqa: PLR0913 - what a plot is
        self,
        function: Function,
        region: Region,
        span: Interval,
        theme: Theme,
        *,
        names: tuple[VMobject | None, ...] = (None, None),
        heights: Sequence[float] = (),
        through: Point | None = None,
        colour: str | None = None,
        width: float = 2.6,
        fills: bool = False,
        up: Interval | None = None,
    ) -> None:
        x, y = _widened(region, span, up or span) if fills else (span, up or span)
        ticks = (axis_ticks(span), axis_ticks(up or span))
        across, upward = names
        super().__init__(region, x, y, theme, equal=True, names=(across, upward), ticks=ticks)
        self.function, self.span = function, span
        chosen = tuple(heights) or (
            levels_through([float(function.value(*(through[key] for key in function.variables)))], function, x, y)
            if through
            else well_chosen_levels(function, x, y)
        )
        colours = dict.fromkeys(chosen, colour) if colour else height_colours(theme, chosen)
        self.branches = {height: level_curves(function, x, y, height) for height in chosen}
        self.rings = {
            height: LevelCurve(self, branches, height, colours[height], width)
            for height, branches in self.branches.items()
        }
        self.curves = VGroup(*self.rings.values())
        self.submobjects.insert(1, self.curves)
        self.left_out: list[VMobject] = []
        if colour is None:
            self.frame.set_stroke(theme.ghost, width=2, opacity=1)  # a window: curves that it cuts go on behind it
            self._stand_out(across, fills=fills)

    def crossed(self, before: float, after: float) -> list[Animation]:
        """The rings between two heights swell, and calm down."""
        low, high = sorted((before, after))
        rings = [ring for height, ring in self.rings.items() if low < height < high]
        return [ring.animate(rate_func=there_and_back).set_stroke(width=SWOLLEN).build() for ring in rings]

    def _stand_out(self, name: VMobject | None, *, fills: bool) -> None:
        """Bright curves: the numbers keep them off, and those that one runs through are `left_out` if others stay on
        their axis. The first axis's name stands beside its tip; on a plot that fills its region, over the tip and
        beside the curves.
        """
        self.numbers.set_stroke(self.theme.background, HALO, background=True)
        ink = np.concatenate([np.zeros((0, 2)), *(curve.points[:, :2] for curve in self.curves)])
        for row in (self.numbers[: self.across], self.numbers[self.across :]):
            cut = [one for one in row if meets(ink, one.get_center()[:2], np.array([one.width, one.height]) / 2)]
            self.left_out += cut if len(cut) < len(row) else []
        self.numbers.remove(*self.left_out)
        if name is not None and fills:
            name.shift((self.frame.get_right()[0] + OFF_CURVES - name.get_left()[0]) * RIGHT)
        elif name is not None:
            name.next_to(self.tips[0], RIGHT, buff=0.12)

    # ── points ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def place(self, point: Point) -> Array:
        """The scene point (3,) of a point of the function's variables."""
        return self.point(*(point[key] for key in self.function.variables))

    def polyline_points(self, points: Array) -> Array:
        """Scene points (n, 3) of model points (n, 2)."""
        return self.points_of(points[:, 0], points[:, 1])

    def resized(self, factor: float, centre: Array) -> Animation:
        """The animation in which the map is scaled and moved to a scene point (3,); its axes' names keep their size."""
        target = self.generate_target()
        target.scale(factor).move_to(centre)
        for name, tip, way in zip(target.names, target.tips, (RIGHT, UP), strict=True):
            name.scale(1 / factor).next_to(tip, way, buff=0.1)
        return MoveToTarget(self)

    def trace(self, line: VMobject, points: Array) -> VMobject:
        """Lays a line through model points (n, 2); returns it."""
        return line.set_points_as_corners(self.polyline_points(points))

    def unevenness(self) -> float:
        """How much longer one axis's unit is on screen than the other's, as a share; 0 for equal units."""
        across, up = self.units()
        return across / up - 1

    def gradient_at(self, place: Array) -> Array:
        """The gradient (2,) at a point (2,) of the map, in model units."""
        x, y = map(float, place)
        return np.asarray(self.function.gradient(dict(zip(self.function.variables, (x, y), strict=True))))

    # ── curves ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def ring(self, height: float, colour: str) -> LevelCurve:
        """The level curve of a height, drawn on this plot; it is not among its `rings`."""
        return LevelCurve(self, level_curves(self.function, self.x, self.y, height), height, colour)

    def ring_at(self, place: Array) -> LevelCurve:
        """The level curve through a point (2,): one of the rings, or a new one that is not shown."""
        level = float(self.function.value(*place))
        same = SAME_LEVEL * (max(self.rings, default=0.0) - min(self.rings, default=0.0) or abs(level))
        for height, ring in self.rings.items():
            if abs(height - level) <= same:
                return ring
        near = self._nearby(place)
        if near > BENT * self.span.length:
            return self.ring(level, self.theme.line)
        x, y = (Interval(float(one) - near, float(one) + near) for one in place)
        return LevelCurve(self, level_curves(self.function, x, y, level), level, self.theme.line)

    def _nearby(self, place: Array) -> float:
        """How far from a point (2,) the gradient still has about its direction there."""
        slope, near = self.gradient_at(place), self.span.length
        for _ in range(HALVINGS):
            near /= 2
            around = (self.gradient_at(place + near * way) for way in AROUND)
            if all(cosine(slope, one) > TURNED for one in around if np.isfinite(one).all()):
                break
        return near

    # ── arrows ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def gradient(self, point: Point) -> Array:
        """The gradient at a point, in model units, as a vector of shape (3,)."""
        return np.append(self.function.gradient(point.mapping()), 0.0)

    def gradient_arrow(
        self, point: Point, colour: str, scale: float, sign: int = 1, width: float = 0.07
    ) -> ArrowMobject:
        """The arrow of ±∇ at a point, `scale` scene units long for each unit of slope; −∇ is hollow."""
        tail = self.place(point)
        return ArrowMobject(tail, tail + sign * scale * self.gradient(point), colour, width, hollow=sign < 0)

    def room(self, point: Point, sign: int = 1) -> float:
        """The largest `scale` at which the arrow of ±∇ at a point stays inside the plot's frame."""
        return room_along(self.frame, self.place(point), sign * self.gradient(point))

    def arrow(self, place: Array, colour: str) -> tuple[ArrowMobject, LevelCurve]:
        """The arrow of the gradient at a point (2,) of the map, and the level curve on which it stands."""
        tail, unit = self.point(*map(float, place)), self.units()
        step = self.arrow_scale * self.gradient_at(place)
        tip = tail + np.array([step[0] * unit[0], step[1] * unit[1], 0.0])
        return ArrowMobject(tail, tip, colour, 0.06), self.ring_at(place)

    @cached_property
    def arrow_scale(self) -> float:
        """Model units of arrow for each unit of slope, of all arrows that stand on the plot."""
        return self.field_scale

    @cached_property
    def field_scale(self) -> float:
        """The scale at which arrows can stand all over the plot: 1, 2 or 5 times a power of ten."""
        feet = [point for branches in self.branches.values() for branch in branches for point in branch[::24]]
        steepest = max((float(np.linalg.norm(self.gradient_at(foot))) for foot in feet), default=1.0)
        return float(Decimal(1) / round_step(steepest / (LONGEST * self.span.length))) if steepest > 0 else 1.0

    def scale_at(self, feet: Iterable[Array]) -> float:
        """The scale at which the arrows of a few points (2,) can be seen, and stay on the plot: one digit, and no less
        than the plot's own.
        """
        unit = self.units()[0]
        slopes = [(foot, slope) for foot in feet if (slope := self.gradient_at(foot)).any()]
        rooms = [
            min(
                ALONE * self.span.length / float(np.linalg.norm(slope)),
                room_along(self.frame, self.point(*foot), unit * slope),
            )
            for foot, slope in slopes
        ]
        most = min(rooms, default=0.0)
        return max(self.field_scale, one_digit(most)) if most > 0 else self.field_scale

    def feet(self, height: float, clear_of: Iterable[Mobject] = (), beside: Iterable[ArrowMobject] = ()) -> list[Array]:
        """Points (2,) evenly apart on the curves of a height, for arrows that stay on the map, cross no label, and keep
        clear of each other and of those they stand `beside`.
        """
        places: list[Array] = []
        for branch in self.branches[height]:
            length = float(lengths_along(branch)[-1])
            count = 2 * max(1, round(length / (2 * APART * self.span.length)) + 1)
            closed = np.allclose(branch[0], branch[-1])
            ways, reach = (np.arange(count) + (0.25 if closed else 0.5)) / count * length, 3 * length / len(branch)
            before, even, after = (points_along(branch, np.clip(ways + side, 0, length)) for side in (-reach, 0, reach))
            for one, chord in zip(onto_level(self.function, even, height), after - before, strict=True):
                if self._turns_evenly(one, reach) and abs(cosine(chord, self.gradient_at(one))) < STRAIGHT:
                    places.append(one)
        labels, taken = [*clear_of], [_shaft(arrow.tail[:2], arrow.tip[:2]) for arrow in beside]
        chosen: list[Array] = []
        for place in places:
            shaft = self._shaft_at(place)
            if self._stays(place) and not self._crosses(shaft, labels) and self._keeps_clear(shaft, taken):
                chosen.append(place)
                taken.append(shaft)
        return chosen

    def _turns_evenly(self, place: Array, reach: float) -> bool:
        """Whether the gradient turns in proportion to the way along its level set: it leaps across a kink, where what
        is drawn of the curve has another direction.
        """
        along = np.array([-1.0, 1.0]) * self.gradient_at(place)[::-1]
        step = reach * along / max(float(np.linalg.norm(along)), 1e-300)

        def turned(share: float) -> float:
            return cosine(along, self.gradient_at(place + share * step))

        return all(abs(turned(side) - 2 * turned(side / 2)) < EVENLY for side in (-1.0, 1.0))

    def _shaft_at(self, place: Array) -> Array:
        """The arrow at a point, as points (n, 2) in scene units."""
        ends = np.array([place, place + self.arrow_scale * self.gradient_at(place)])
        return _shaft(*self.polyline_points(ends)[:, :2])

    def _stays(self, place: Array) -> bool:
        tip = place + self.arrow_scale * self.gradient_at(place)
        return bool((np.abs(tip - self.span.middle) <= 0.5 * self.span.length).all())

    def _keeps_clear(self, shaft: Array, others: Sequence[Array]) -> bool:
        room = ARROWS_APART * float(np.ptp(self.frame.points[:, 0]))
        return all(np.linalg.norm(shaft[:, None] - other, axis=-1).min() >= room for other in others)

    @staticmethod
    def _crosses(shaft: Array, labels: Sequence[Mobject]) -> bool:
        """Whether an arrow would cross a label."""
        sizes = [np.array([label.width, label.height]) / 2 + 0.1 for label in labels]
        centres = [label.get_center()[:2] for label in labels]
        return any(
            bool((np.abs(shaft - centre) < size).all(axis=1).any()) for centre, size in zip(centres, sizes, strict=True)
        )

    def route(self, start: Array) -> Array:
        """The level curve through `start` (2,), from there once round or to its end: points (600, 2) evenly apart."""
        level = float(self.function.value(*start))
        found = level_curves(self.function, self.span, self.span, level)
        branch = min(
            found,
            key=lambda curve: float(np.linalg.norm(curve - start, axis=1).min()),
            default=np.array([start, start]),
        )
        nearest = int(np.linalg.norm(branch - start, axis=1).argmin())
        onward = branch[nearest + 1 :]
        if np.allclose(branch[0], branch[-1]):
            onward = np.concatenate([branch[nearest + 1 : -1], branch[:nearest], start[None]])
        way = np.concatenate([start[None], onward])
        return onto_level(self.function, points_along(way, np.linspace(0.0, lengths_along(way)[-1], 600)), level)


def _shaft(tail: Array, tip: Array) -> Array:
    """A straight line between two points (2,), as points (9, 2)."""
    return np.asarray(tail + np.linspace(0, 1, 9)[:, None] * (tip - tail))


def _widened(region: Region, across: Interval, up: Interval) -> tuple[Interval, Interval]:
    """Both intervals, one of them widened evenly about its middle, so that equal units fill the region."""
    unit = min(region.width / across.length, region.height / up.length)
    halves = region.width / unit / 2, region.height / unit / 2
    return tuple(Interval(one.middle - half, one.middle + half) for one, half in zip((across, up), halves, strict=True))  # type: ignore[return-value] # two of them


def room_along(frame: VMobject, start: Array, way: Array) -> float:
    """The largest factor by which `way` may be taken from `start` inside the box of `frame`; 1 for no way at all."""
    low, high = frame.points.min(axis=0), frame.points.max(axis=0)
    limits = [((high if way[k] > 0 else low)[k] - start[k]) / way[k] for k in (0, 1) if abs(way[k]) > 1e-9]  # noqa: PLR2004
    return float(min(limits, default=1.0))
