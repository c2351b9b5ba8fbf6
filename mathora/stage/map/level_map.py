"""A map of level curves with gradient arrows across them.

Owns: `LevelMap`, `height_colours`, what stands on a map (`marker`, `right_angle`, `names_beyond`, `opposite`,
`value_labels`, `scale_key`, `put_over`), ways on it (`steepest_way`, `part_of`), and
 where it stands (`map_place`, `beside_surface`).

Laws:
- Both axes have the same unit length; an arrow's foot lies on the curve that it is measured against.
- All arrows of a map have one scale, a round number: twice the slope, twice the length. They stay on the map, clear of
  one another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from manim import DOWN, RIGHT, UP, Animation, Circle, Mobject, MoveToTarget, RoundedRectangle, VGroup, VMobject

from mathora.stage.arrays import Array
from mathora.stage.layout import Region, clear_place, outside
from mathora.stage.parameters import Interval
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.plane.graph import Graph, round_step
from mathora.stage.space.contours import LevelCurve, SurfaceFunction, level_curves, onto_level, slant
from mathora.stage.text.prose_mobject import row_of_numbers

if TYPE_CHECKING:
    from mathora.stage.theme import Theme

LONGEST = 0.15
"""No arrow is longer than this share of the map's side."""

AROUND = 0.18
"""The room for names and readings around a map, as a share of its side."""

APART = 0.25
"""About how far apart arrows stand along a level curve, as a share of the map's side."""

ARROWS_APART = 0.05
"""How far apart two arrows are at least, where they come closest; as a share of the map's side."""

HALO = 10
"""The width of the background's stroke around what is written across level curves."""

SAME_LEVEL = 1e-9
CLEAR = 0.075
"""How far apart labels stand, as a share of the map's side."""


def height_colours(theme: Theme, heights: Sequence[float]) -> Mapping[float, str]:
    """A colour for each height, `#rrggbb`: lighter (on a dark ground) the higher, as on a surface."""
    dim, bright = (np.array(tuple(bytes.fromhex(one[1:]))) for one in (theme.palette["purple"], theme.foreground))
    low, high = min(heights, default=0.0), max(heights, default=1.0)
    shares = {height: 0.15 + 0.75 * ((height - low) / (high - low) if high > low else 1.0) for height in heights}
    mixed = {height: np.rint(dim + (bright - dim) * share).astype(int) for height, share in shares.items()}
    return {height: "#{:02x}{:02x}{:02x}".format(*colour) for height, colour in mixed.items()}


def map_place(figure: Region) -> Region:
    """Where in `figure` a map stands with its numbers, and with room around it."""
    room = AROUND * min(figure.width - 1.2, figure.height / (1 + 2 * AROUND))
    return Region(figure.left + 0.5, figure.bottom + room, figure.right - 0.7, figure.top - max(0.75, room))


def beside_surface(figure: Region) -> tuple[Region, Region]:
    """Where in `figure` a surface stands, and where its map beside it; in an upright figure, below it."""
    if figure.is_upright:
        above, below = figure.split_rows(0.5, 0.5)
        return above.inset(0.1), below.inset(0.25)
    left, right = figure.split_columns(0.52, 0.48)
    return Region(left.left, left.bottom, left.right - 0.3, left.top), Region(
        right.left + 0.15, right.bottom + 0.4, right.right, right.top - 0.2
    )


class LevelMap(Graph):
    """The map of `function` over a square of side `span`, with the level curves of `heights` behind its axes.

    `rings` are the level curves by height, `branches` the model points of each.
    """

    def __init__(  # noqa: PLR0913 - what a map is
        self,
        function: SurfaceFunction,
        region: Region,
        span: Interval,
        *,
        theme: Theme,
        heights: Sequence[float],
        names: tuple[VMobject, ...],
        ring_width: float = 3.0,
    ) -> None:
        super().__init__(region, span, span, theme, equal=True, names=(names[0], names[1]))
        names[0].next_to(self.tips[0], RIGHT, buff=0.12)
        self.numbers.set_stroke(theme.background, HALO, background=True)
        self.function, self.span = function, span
        colours = height_colours(theme, heights)
        self.branches = {height: level_curves(function, span, span, height) for height in heights}
        self.rings = {
            height: LevelCurve(self, branches, height, colours[height], ring_width)
            for height, branches in self.branches.items()
        }
        self.submobjects.insert(1, VGroup(*self.rings.values()))

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

    def arrow(self, place: Array, colour: str, width: float = 0.06) -> tuple[ArrowMobject, LevelCurve]:
        """The arrow of the gradient at a point (2,) of the map, and the level curve on which it stands."""
        tail, unit = self.point(*map(float, place)), self.units()
        step = self.arrow_scale * self.gradient_at(place)
        return ArrowMobject(
            tail, tail + np.array([step[0] * unit[0], step[1] * unit[1], 0.0]), colour, width
        ), self.ring_at(place)

    def ring_at(self, place: Array) -> LevelCurve:
        """The level curve through a point of the map: one of the rings, or a new one that is not shown."""
        level = float(self.function.value(*place))
        for height, ring in self.rings.items():
            if abs(height - level) < SAME_LEVEL:
                return ring
        return LevelCurve(self, level_curves(self.function, self.span, self.span, level), level, self.theme.line)

    @cached_property
    def arrow_scale(self) -> float:
        """Model units of arrow for each unit of slope: 1, 2 or 5 times a power of ten."""
        feet = [point for branches in self.branches.values() for branch in branches for point in branch[::24]]
        steepest = max((float(np.linalg.norm(self.gradient_at(foot))) for foot in feet), default=1.0)
        return float(Decimal(1) / round_step(steepest / (LONGEST * self.span.length))) if steepest > 0 else 1.0

    def feet(self, height: float, clear_of: Iterable[Mobject] = (), beside: Iterable[ArrowMobject] = ()) -> list[Array]:
        """Points (2,) evenly apart on the curves of a height, for arrows that stay on the map, cross no label, and keep
        clear of each other and of those they stand `beside`.
        """
        places: list[Array] = []
        for branch in self.branches[height]:
            along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(branch, axis=0), axis=1))])
            count = 2 * max(1, round(float(along[-1]) / (2 * APART * self.span.length)) + 1)
            closed = np.allclose(branch[0], branch[-1])
            shares = (np.arange(count) + (0.25 if closed else 0.5)) / count * along[-1]
            even = np.column_stack([np.interp(shares, along, branch[:, axis]) for axis in range(2)])
            places += list(onto_level(self.function, even, height))
        labels, taken = [*clear_of], [_shaft(arrow.tail[:2], arrow.tip[:2]) for arrow in beside]
        chosen: list[Array] = []
        for place in places:
            shaft = self._shaft_at(place)
            if self._stays(place) and not self._crosses(shaft, labels) and self._keeps_clear(shaft, taken):
                chosen.append(place)
                taken.append(shaft)
        return chosen

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

    def route(self, start: Array, count: int = 600) -> Array:
        """The level curve through `start` (2,), from there once round or to its end: points (count, 2) evenly apart."""
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
        along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(way, axis=0), axis=1))])
        even = np.linspace(0.0, along[-1], count)
        return onto_level(
            self.function, np.column_stack([np.interp(even, along, way[:, axis]) for axis in range(2)]), level
        )


def _shaft(tail: Array, tip: Array) -> Array:
    """A straight line between two points (2,), as points (9, 2)."""
    return np.asarray(tail + np.linspace(0, 1, 9)[:, None] * (tip - tail))


def scale_key(product: VMobject, colour: str, figure: Region) -> VGroup:
    """What a map's arrows stand for, in the figure's lower corner: an arrow, and the `product` 0.05 ∇L."""
    arrow = ArrowMobject(np.zeros(3), np.array([0.55, 0.0, 0.0]), colour, 0.05)
    key = VGroup(arrow, product).arrange(RIGHT, buff=0.16)
    return key.move_to(figure.at(1, 0.03), aligned_edge=RIGHT + DOWN)


def put_over(reading: VMobject, figure: Region, names: VGroup) -> None:
    """Puts a reading above a map in `figure`, clear of the axes' names."""
    places = [figure.at(across, 1) + np.array([0.0, -0.22, 0.0]) for across in (0.5, 0.8, 0.2, 0.86, 0.14)]
    reading.move_to(clear_place(reading, places, [*names]))


def marker(theme: Theme, radius: float = 0.1) -> Circle:
    """A point that stands on a map or a graph."""
    dot = Circle(radius=radius, fill_color=theme.foreground, fill_opacity=1)
    return dot.set_stroke(theme.background, 2)


def right_angle(arrow: ArrowMobject, ring: LevelCurve, colour: str) -> tuple[VMobject, VMobject]:
    """A short tangent of the drawn level curve at an arrow's foot, and the mark of the right angle between them."""
    foot, along = arrow.tail, ring.tangent_at(arrow.tail)
    up = arrow.vector / max(float(np.linalg.norm(arrow.vector)), 1e-9)
    tangent = VMobject(stroke_color=colour, stroke_width=4, fill_opacity=0)
    mark = VMobject(stroke_color=colour, stroke_width=2.5, fill_opacity=0)
    tangent.set_points_as_corners(np.array([foot - 0.9 * along, foot + 0.9 * along]))
    mark.set_points_as_corners(foot + 0.2 * np.array([along, along + up, up]))
    return tangent, mark


def name_beyond(name: VMobject, start: Array, end: Array, theme: Theme) -> VMobject:
    """Puts a name beyond the `end` of a line that comes from `start`, scene points (3,); returns it."""
    half = np.array([name.width, name.height]) / 2
    name.move_to(np.append(outside(end[:2], (2 * end - start)[:2], 0.1, half), 0.0))
    return name.set_stroke(theme.background, HALO, background=True)


def names_beyond(names: Sequence[VMobject], arrow: ArrowMobject, tangent: VMobject, theme: Theme) -> VGroup:
    """A gradient's name beyond its tip, and the tangent's, if there is one, beyond the end that is further right."""
    left, right = sorted(tangent.points[[0, -1]], key=lambda end: float(end[0]))
    lines = ((arrow.tail, arrow.tip), (left, right))
    return VGroup(*(name_beyond(name, *line, theme) for name, line in zip(names, lines, strict=False)))


def opposite(arrow: ArrowMobject) -> ArrowMobject:
    """The hollow arrow from the same foot, equally long, the other way."""
    colour = arrow.get_fill_color().to_hex()
    return ArrowMobject(arrow.tail, arrow.tail - arrow.vector, colour, arrow.shaft_width, hollow=True)


def value_labels(colours: Mapping[float, str], theme: Theme) -> dict[float, VGroup]:
    """The values of a map's heights, in their colours and told from each other; each on a patch of the background,
    which interrupts the line under it.
    """
    texts = row_of_numbers([*colours], [*colours.values()], theme.sizes.minimum, theme.decimal)
    return {height: VGroup(_patch(text, theme), text) for height, text in zip(colours, texts, strict=True)}


def _patch(text: VMobject, theme: Theme) -> RoundedRectangle:
    patch = RoundedRectangle(width=text.width + 0.1, height=text.height + 0.08, corner_radius=0.05)
    return patch.set_stroke(width=0).set_fill(theme.background, 1)


def label_place(branches: Sequence[Array], span: Interval, direction: Array, taken: Sequence[Array] = ()) -> Array:
    """The point (2,) of some curves that lies most nearly in a `direction` from the middle.

    Not at the very edge, and clear of the points `taken` by other labels, where the curves leave a choice.
    """
    middle = np.full(2, span.middle)
    points = np.concatenate([*branches]) if branches else middle[None]
    inner = points[(np.abs(points - middle) < 0.44 * span.length).all(axis=1)]
    points = inner if len(inner) else points
    gaps = np.linalg.norm(points[:, None] - np.array([*taken]).reshape(-1, 2), axis=-1).min(axis=1, initial=np.inf)
    clear = gaps > CLEAR * span.length
    points = points[clear] if clear.any() else points[[int(gaps.argmax())]]
    away = np.maximum(np.linalg.norm(points - middle, axis=1), 1e-9)
    return np.asarray(points[((points - middle) @ direction / away).argmax()])


def worst_slant(arrows: Iterable[tuple[ArrowMobject, LevelCurve]]) -> float:
    """The largest cosine between a drawn arrow and the drawn curve at its foot: 0 if all stand perpendicular."""
    return max((abs(slant(arrow.vector, ring, arrow.tail)) for arrow, ring in arrows), default=0.0)


def steepest_way(function: SurfaceFunction, start: Array, span: Interval, steps: int = 1200) -> Array:
    """The way along −∇ from `start` (2,), points (n, 2) evenly apart, until it is all but level or leaves the square.

    Runge and Kutta's fourth-order method on the direction of the slope.
    """
    step = 0.005 * span.length

    def way(point: Array) -> Array:
        slope = np.asarray(function.gradient(dict(zip(function.variables, map(float, point), strict=True))))
        return np.asarray(-slope / max(float(np.linalg.norm(slope)), 0.05))

    points = [np.asarray(start, dtype=float)]
    for _ in range(steps):
        here = points[-1]
        a = way(here)
        b = way(here + step / 2 * a)
        c = way(here + step / 2 * b)
        points.append(here + step / 6 * (a + 2 * b + 2 * c + way(here + step * c)))
        stands = np.linalg.norm(points[-1] - here) < 0.02 * step
        if stands or (points[-1] < span.low).any() or (points[-1] > span.high).any():
            break
    return np.array(points)


def part_of(path: Array, share: float) -> Array:
    """The first `share` (0 to 1) of a path (n, 2) of even steps, at least two points."""
    along = share * (len(path) - 1)
    whole = min(int(along), len(path) - 2)
    here = path[whole] + (along - whole) * (path[whole + 1] - path[whole])
    return np.concatenate([path[: whole + 1], here[None]])
