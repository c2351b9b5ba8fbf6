"""A line of numbers, and what stands on it: points, intervals with open or closed ends, hops, a band.

Owns: `NumberAxis`, `PlaceNumbers`, `Reach`, `hop`, `says_number`.

Laws:
- Everything stands at its number, on the one scale of the line: its number can be read from its points.
- An end that belongs to an interval is a full dot, one that does not is hollow; what goes on for ever ends in a tip.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

import numpy as np
from manim import UP, Animation, Circle, FadeIn, FadeOut, Polygon, Rectangle, VGroup, VMobject

from mathora.formula import Formula, Model, number
from mathora.formula.curves.interval import Interval, axis_ticks
from mathora.lesson import Faulty
from mathora.stage.arrays import Array
from mathora.stage.figures.elements.naming import clearance
from mathora.stage.layout import Region
from mathora.stage.plane.graph import OFF_AXIS, Graph, dashed, half_of, meets
from mathora.stage.text.prose_mobject import row_of_numbers
from mathora.stage.theme import Theme

RADIUS, GAP, LEVEL = 0.16, 0.28, 0.7
RISE = 0.1  # between a hop's length and what is near it, and how far it rises at a time, in scene units
THICK = 12
ROOMY = 1.25  # a number's room along the line, as a share of its width
NEAR = 0.015  # a number of the line that is nearer than this share of it stands in another's place


class NumberAxis(Graph):
    """A horizontal axis across the middle of a region, with numbers and a tip at its right; their em is `size`, or that
    of formulas.
    """

    tells_crossing = False

    def __init__(
        self, region: Region, span: Interval, theme: Theme, name: VMobject | None = None, *, size: float | None = None
    ) -> None:
        middle, size = region.centre[1], size or theme.sizes.formula
        self.said: list[VMobject] = []
        """Numbers that stand at places without a tick, since something stands there."""
        self.arcs, self.lengths = list[VMobject](), list[VMobject]()
        """What stands over the line, above which no number has room."""
        ticks, unit = axis_ticks(span), region.width / span.length
        first, *others = row_of_numbers([ticks[0], *ticks], [theme.muted] * (len(ticks) + 1), size, ".")
        last, widest = others[-1], max(one.width for one in others)
        if len(ticks) > 1:  # fewer of them, if they are long
            ticks = ticks[:: max(1, ceil(ROOMY * widest / (unit * (ticks[1] - ticks[0]))))]
        left = max(0.35, first.width / 2 - unit * (ticks[0] - span.low))  # so that the outer numbers stand inside
        right = max(0.75, last.width / 2 - unit * (span.high - ticks[-1]))
        strip = Region(region.left + left, middle - 1, region.right - right, middle + 1)
        super().__init__(strip, span, Interval(-1.0, 1.0), theme, ticks=(ticks, []), label_size=size)
        self.numbers.shift(np.array([0.0, OFF_AXIS - GAP, 0.0]))  # clear of what stands on the line
        if name is not None:
            self.names.add(name.next_to(self.tips[0], np.array([1.0, 0.0, 0.0]), buff=0.12))

    @property
    def origin(self) -> tuple[float, float]:
        """There is no second axis: it would be far away."""
        return self.x.low - self.x.length, 0.0

    def at(self, number: float) -> Array:
        """The scene point (3,) of a number."""
        return self.point(number, 0.0)

    def has_tick(self, number: float) -> bool:
        """Whether a number stands there already."""
        return any(abs(self.number(one) - number) < NEAR * self.x.length for one in (*self.numbers, *self.said))

    def beside(self, text: VMobject, number: float) -> VMobject:
        """The text, under a number of the line, or above it where the line's own number, or another text, is near, or
        under that where an arc stands above; returns it.
        """
        text.next_to(self.at(number), np.array([0.0, -1.0, 0.0]), buff=GAP)
        if self._is_free(text):
            return text
        over = text.copy().next_to(self.at(number), np.array([0.0, 1.0, 0.0]), buff=GAP)
        half, middle = half_of(over), over.get_center()[:2]
        if self._is_free(over) and not any(meets(arc.points[:, :2], middle, half) for arc in self.arcs):
            return over
        while not self._is_free(text):
            text.shift(np.array([0.0, -0.3 * text.height, 0.0]))
        return text

    def _is_free(self, text: VMobject) -> bool:
        """Whether no number of the line, and no other text that stands at it, is near."""
        gaps = [np.abs(one.get_center() - text.get_center())[:2] for one in (*self.numbers, *self.said)]
        sizes = [
            ((one.width + text.width + GAP) / 2, (one.height + text.height) / 2) for one in (*self.numbers, *self.said)
        ]
        return all((gap >= size).any() for gap, size in zip(gaps, sizes, strict=True))

    def over(self, text: VMobject, arc: VMobject, top: float) -> bool:
        """Puts a hop's length above its arc, clear of what stands there; False if it is not below `top` there."""
        self.arcs.append(arc)
        fits = bool(self.lifted(text.next_to(arc, UP, buff=0.1), self.arcs[:-1]).get_top()[1] <= top)
        self.lengths += [text] if fits else []
        return fits

    def lifted(self, text: VMobject, arcs: Sequence[VMobject]) -> VMobject:
        """A text above the line, so high that it is clear of arcs and lengths, and of what is read there."""
        points = np.concatenate([np.zeros((0, 2)), *(one.points[:, :2] for one in arcs)])
        while clearance(text.get_center()[:2], half_of(text), points, self.lengths) < RISE:
            text.shift(RISE * UP)
        return text

    def band(self, around: float, within: float, colour: str) -> Rectangle:
        """A shade over the line, `within` to each side of a number."""
        left, right = self.at(around - within), self.at(around + within)
        shade = Rectangle(width=right[0] - left[0], height=1.3, stroke_width=0, fill_color=colour, fill_opacity=0.25)
        return shade.move_to((left + right) / 2 + np.array([0.0, 0.53, 0.0]))

    def number(self, mobject: VMobject) -> float:
        """The number at which something's middle stands."""
        return self.model_of(mobject.get_center())[0]

    def _lines(self, across: Sequence[float], up: Sequence[float]) -> VMobject:  # noqa: ARG002 - as for every graph
        lines = VMobject(stroke_color=self.theme.line, stroke_width=3.5, fill_opacity=0)
        half = np.array([0.0, 0.13, 0.0])
        lines.start_new_path(self.at(self.x.low) - np.array([0.25, 0, 0]))
        lines.add_line_to(self._ends()[0])
        for x in across:
            lines.start_new_path(self.at(x) - half)
            lines.add_line_to(self.at(x) + half)
        return lines

    def _tips(self) -> VGroup:
        return VGroup(super()._tips()[0])


class Reach(VGroup):
    """The numbers from one to another; an end that is None goes on for ever. `ends` says whether each belongs to it.

    Where it would lie on one of the `others`, it stands above them, and dashed lines lead down to its numbers.
    """

    def __init__(
        self,
        axis: NumberAxis,
        over: tuple[float | None, float | None],
        ends: tuple[bool, bool],
        colour: str,
        others: Sequence[Reach] = (),
    ) -> None:
        self.axis, self.over = axis, over
        self.shown = [end if end is not None else edge for end, edge in zip(over, axis.x, strict=True)]
        self.level: int = max((one.level + 1 for one in others if one.overlaps(self)), default=0)
        places = [axis.at(number) + np.array([0.0, LEVEL * self.level, 0.0]) for number in self.shown]
        line = VMobject(stroke_color=colour, stroke_width=THICK, fill_opacity=0)
        super().__init__(line.set_points_as_corners(places))
        for place, end, closed, side in zip(places, over, ends, (-1.0, 1.0), strict=True):
            if end is None:
                tip, up = place + np.array([side * 0.3, 0, 0]), np.array([0.0, 0.17, 0.0])
                self.add(Polygon(tip, place + up, place - up).set_fill(colour, 1).set_stroke(width=0))
                continue
            if self.level:
                self.add(dashed(axis.at(end), place, colour, 2.0))
            ground = colour if closed else axis.theme.background
            self.add(Circle(radius=RADIUS).set_fill(ground, 1).set_stroke(colour, 4).move_to(place))

    def overlaps(self, other: Reach) -> bool:
        """Whether both have more than one number in common."""
        (low, high), (least, most) = self.shown, other.shown
        return max(low, least) < min(high, most)

    def misplaced(self) -> float:
        """By how far its ends that are drawn are off, as a share of the span."""
        drawn = [self.axis.model_of(point)[0] for point in (self[0].points[0], self[0].points[-1])]
        wanted = [end if end is not None else edge for end, edge in zip(self.over, self.axis.x, strict=True)]
        return max(abs(one - other) for one, other in zip(drawn, wanted, strict=True)) / self.axis.x.length


class PlaceNumbers:
    """The numbers of places where the line has none of its own; `write(number, colour)` makes one.

    They stand until what they belong to moves on: those of the point that moves are the `last`.
    """

    def __init__(self, axis: NumberAxis, write: Callable[[float, str], VMobject]) -> None:
        self.axis, self.write = axis, write
        self.last: list[VMobject] = []

    def comes(self, places: Sequence[float], colour: str) -> list[Animation]:
        """The animations with which places get their numbers, where none stands yet."""
        fresh = []
        for at in places:
            if not self.axis.has_tick(at):
                fresh.append(self.axis.beside(self.write(at, colour), at))
                self.axis.said.append(fresh[-1])
        return [FadeIn(one) for one in fresh]

    def ends(self, reach: Reach, colour: str) -> list[Animation]:
        """The same for both ends of a reach; where it is raised, its numbers stand on its own level, outside of it."""
        if not reach.level:
            return self.comes([end for end in reach.over if end is not None], colour)
        left, right = np.array([-1.0, 0, 0]), np.array([1.0, 0, 0])
        sides = zip(reach.over, (reach[0].points[0], reach[0].points[-1]), (left, right), strict=True)
        return [
            FadeIn(self.write(end, colour).next_to(place, way, buff=GAP))
            for end, place, way in sides
            if end is not None
        ]

    def move_on(self, places: Sequence[float] = (), colour: str = "", *, leave: bool = True) -> list[Animation]:
        """The same for the point that moves: the number of where it was leaves, unless another point stands there."""
        leaving = self.last if leave else []
        self.axis.said = [one for one in self.axis.said if one not in leaving]
        before = len(self.axis.said)
        coming = self.comes(places, colour)
        self.last = self.axis.said[before:]
        return [*map(FadeOut, leaving), *coming]


def says_number(formula: Formula, model: Model) -> bool:
    """Whether an author's formula is a number, and no name."""
    try:
        number(formula.text, model)
    except Faulty:
        return False
    return True


def hop(axis: NumberAxis, start: float, end: float, colour: str) -> VGroup:
    """An arc over the line from one number to another, with a tip."""
    share = np.linspace(0, np.pi, 41)
    (x0, y, _), (x1, _, _) = axis.at(start), axis.at(end)
    high = min(1.1, max(0.3, 0.4 * abs(x1 - x0)))
    x, up = (x0 + x1) / 2 - (x1 - x0) / 2 * np.cos(share), y + 0.16 + high * np.sin(share)
    arc = VMobject(stroke_color=colour, stroke_width=4, fill_opacity=0)
    arc.set_points_as_corners(np.column_stack([x, up, 0 * x]))
    way = np.sign(x1 - x0) * 0.07
    corners = [(x1, y + 0.14, 0), (x1 - way - 0.06, y + 0.32, 0), (x1 - way + 0.1, y + 0.34, 0)]
    return VGroup(arc, Polygon(*corners).set_fill(colour, 1).set_stroke(width=0))
