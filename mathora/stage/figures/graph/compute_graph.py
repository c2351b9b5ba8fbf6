"""A graph of a computation on the picture: boxes with definitions and values, edges with slopes.

Owns: `ComputeGraphFigure`, `NameBox`, `Link`.

Laws:
- A box says what its name is: an input its value, a step its definition by the model, and below it its value.
- A value is the model's. Below it stands the derivative of the output by that name; on an edge, the slope of its step
  alone. All of them follow the inputs' trackers on each frame.
- The graph runs to the right or downwards, whichever way it can be drawn larger in its region.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from itertools import chain
from typing import Any

import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, Polygon, Rectangle, RoundedRectangle, ValueTracker, VGroup, VMobject

from mathora.formula import Model
from mathora.stage.arrays import Array
from mathora.stage.figures.graph.computation import Computation, Edge
from mathora.stage.figures.graph.graph_layout import BESIDE, Places, placed
from mathora.stage.figures.graph.straight import straighten
from mathora.stage.layout import Region
from mathora.stage.plane.shapes import off_rim
from mathora.stage.text.formula_mobject import TextMobject
from mathora.stage.text.readout import Readout
from mathora.stage.text.terms import Measured, Term, definition, derivative, partial, symbol, value_of
from mathora.stage.text.value_label import EqualitySign
from mathora.stage.writing import Writing

PADDING = 0.2  # between a box's edge and what it says, in scene units
TIP = 0.17  # how long an edge's arrow head is, in scene units

CLOSEST_BESIDE, CLOSEST_BELOW, CLOSENESS = 1.4, 0.95, (1.0, 0.95, 0.9, 0.8)
"""Scene units between two layers, with room for the number of an edge: from side to side, from top to bottom; and the
factors by which they come nearer where texts would have to be smaller than labels are elsewhere, beyond `NEAR_ENOUGH`
only where they could not be read otherwise.
"""

NEAR_ENOUGH = 0.9

LARGEST = 1.45  # so far a small graph is enlarged
GROWTH = 0.3  # what an input's number may grow in its box, in scene units
SLACK = 0.5  # what a number may grow while it follows, in scene units, before it would touch what stands beside it
OVER_LIGHT = 1  # the z-index of the number on an edge: light that runs along the edge passes under it
AGREE = 1e-9  # as a share of their size, two ways of computing one number may differ by this


class Follower(Readout):
    """A number that follows what it measures, its visible left end (or middle) kept at `anchor()`, x in scene units."""

    def follow(self, anchor: Callable[[], float], centred: bool) -> Follower:  # noqa: FBT001 - one of two ways to stand
        """From now on; returns itself."""

        def update(one: Follower) -> None:
            assert one.measured is not None  # noqa: S101 - for the types
            value = one.measured.value()
            if value != one.value:
                one.show(value)
            drawn = one.number.points[:, 0]
            left = float(drawn.min())
            now = (left + float(drawn.max())) / 2 if centred else left
            one.shift(np.array([anchor() - now, 0.0, 0.0]))

        self.add_updater(update, call_updater=True)
        return self

    def move_towards(self, value: float) -> None:
        """It gets digits for another value, and one decimal at least if it moves."""
        if value != self.value:
            self.decimals = max(self.decimals, 1)
        self.rest_at(value)

    def __deepcopy__(self, memo: dict[int, Any]) -> Follower:
        """Copies are still pictures: they do not follow."""
        copied: Follower = super().__deepcopy__(memo)
        copied.updaters = []
        return copied


class NameBox(VGroup):
    """A name of the graph: `card`, `head` (what it is), `value` (a step's), `slope` (the output's, below the card or
    beside it; none for data). `room` is what it takes in all, with what its numbers may grow.
    """

    def __init__(self, card: VMobject, head: VGroup, value: VGroup, slope: VGroup) -> None:
        self.card, self.head, self.value, self.slope = card, head, value, slope
        self.room = Rectangle(stroke_opacity=0, fill_opacity=0, stroke_width=0)
        super().__init__(self.room, card, head, value, slope)
        self.stand(beside=False)

    def stand(self, *, beside: bool) -> None:
        """The slope stands below the card, or `beside` it where edges leave below."""
        wide, high = self.card.width, self.card.height
        if len(self.slope) and beside:
            self.slope.next_to(self.card, RIGHT, buff=0.14)
            wide += 0.14 + self.slope.width + SLACK
        elif len(self.slope):
            self.slope.next_to(self.card, DOWN, buff=0.12)
            wide, high = max(wide, self.slope.width + SLACK), high + 0.12 + self.slope.height
        edge = LEFT if beside else UP
        self.room.stretch_to_fit_width(wide).stretch_to_fit_height(high)
        self.room.move_to(self.card.get_critical_point(edge), aligned_edge=edge)

    @property
    def numbers(self) -> list[Follower]:
        """Its numbers: its value, then its slope."""
        return [part for part in self.get_family() if isinstance(part, Follower)]


class Link(VGroup):
    """An edge through its `points`, scene points (n, 3): a `line` with a `tip`, and the slope of its step, `local`."""

    def __init__(self, points: Array, colour: str, local: Follower, patch: str) -> None:
        self.colour = colour
        along = points[-1] - points[-2]
        along /= max(float(np.linalg.norm(along)), 1e-9)
        side = np.array([-along[1], along[0], 0.0])
        neck = points[-1] - TIP * along
        self.line = VMobject(stroke_color=colour, stroke_width=3, fill_opacity=0)
        self.line.set_points_as_corners(np.array([*points[:-1], neck + 0.3 * TIP * along]))
        self.tip = Polygon(points[-1], neck + 0.42 * TIP * side, neck - 0.42 * TIP * side)
        self.tip.set_stroke(width=0).set_fill(colour, 1)
        place = points[-2] + 0.46 * (points[-1] - points[-2])
        back = RoundedRectangle(width=local.number.width + 0.14, height=local.number.height + 0.14, corner_radius=0.06)
        back.set_stroke(width=0).set_fill(patch, 1)
        local.shift(place - local.number.get_center())
        wide = float(local.number.width)
        back.move_to(place).add_updater(lambda one: one.stretch_to_fit_width(0.14 + max(wide, local.number.width)))
        self.local = VGroup(back, local).set_z_index(OVER_LIGHT)
        super().__init__(self.line, self.tip)

    @property
    def number(self) -> Follower:
        """The number on it."""
        return self.local[1]  # type: ignore[no-any-return]

    @property
    def ends(self) -> tuple[Array, Array]:
        """Where it is drawn to begin, and where its tip is; scene points (3,)."""
        return self.line.points[0], self.tip.points[0]


class ComputeGraphFigure:
    """A computation in a region; `at` are its inputs, one tracker for each, which everything follows.

    Inputs that are `data` have no slope: nobody changes them.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what it stands on
        self,
        computation: Computation,
        at: Mapping[str, float],
        data: Collection[str],
        region: Region,
        write: Writing,
        model: Model,
        accent: str,
    ) -> None:
        self.computation, self.write, self.model, self.accent = computation, write, model, accent
        self.data = data
        self.upright, self.closeness = False, CLOSENESS[0]
        self.at = {key: ValueTracker(at[key]) for key in computation.inputs}
        self._known: tuple[tuple[float, ...], dict[str, float], dict[str, float]] | None = None
        self.boxes = {key: self._box(key) for key in (*computation.inputs, *computation.steps)}
        self._arrange(region)
        first = next(iter(self.boxes.values())).card
        first.add_updater(lambda _: self._catch_up())

    def homeward(self) -> list[str]:
        """All names, from the output back layer by layer, each from the top down, or from left to right."""
        side, sign = (0, 1) if self.upright else (1, -1)
        layers = reversed(self.computation.layers())
        return [key for one in layers for key in sorted(one, key=lambda key: sign * self.boxes[key].get_center()[side])]

    # ── numbers ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def inputs(self) -> dict[str, float]:
        """The inputs now."""
        return {key: tracker.get_value() for key, tracker in self.at.items()}

    def values(self) -> dict[str, float]:
        """The value of each name now."""
        return self._numbers()[0]

    def slopes(self) -> dict[str, float]:
        """The derivative of the output by each name now."""
        return self._numbers()[1]

    def _numbers(self) -> tuple[dict[str, float], dict[str, float]]:
        at = tuple(self.inputs().values())
        if self._known is None or self._known[0] != at:
            values = self.computation.values(self.inputs())
            self._known = at, values, self.computation.slopes(values)
        return self._known[1], self._known[2]

    def _catch_up(self) -> None:
        """Numbers that are not on the stage yet follow, too."""
        of_boxes = chain.from_iterable(box.numbers for box in self.boxes.values())
        for number in (*of_boxes, *(link.number for link in self.links.values())):
            number.update()

    def rest_at(self, at: Mapping[str, float]) -> None:
        """All numbers get digits enough for where the inputs come to rest."""
        values = self.computation.values({**self.inputs(), **at})
        slopes, local = self.computation.slopes(values), self.computation.local_slopes(values)
        for key, box in self.boxes.items():
            for number, value in zip(box.numbers, (values[key], slopes[key]), strict=False):
                number.move_towards(value)
        for edge, link in self.links.items():
            link.number.move_towards(local[edge])

    def _measured(self, term: Term, value: Callable[[], float]) -> Measured:
        return Measured(term, value, lambda: self.inputs())  # noqa: PLW0108 - copies of a mobject copy no figure

    def _number(self, measured: Measured, colour: str) -> Follower:
        theme = self.write.theme
        value = measured.value()
        least = 0 if value == round(value) else 1
        number = Follower(value, colour, theme.sizes.label, least, 2, decimal=theme.decimal, measured=measured)
        number.rest_at(value)
        return number

    # ── boxes ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _box(self, key: str) -> NameBox:
        write, output = self.write, self.computation.steps[self.computation.output]
        name, colour = symbol(self.model, key), write.colour_of(key)
        value = self._number(self._measured(name, lambda: self.values()[key]), colour)
        by = derivative(output, key, alone=self.computation.one_way)
        slope = self._number(self._measured(by, lambda: self.slopes()[key]), self.accent)
        named = write.label(by, base=self.accent)
        below = VGroup() if key in self.data else self._equation(named, slope, self.accent)
        if key in self.computation.inputs:
            head, inside = self._equation(write.label(name), value, colour), VGroup()
        else:
            body = write.label(definition(self.computation.steps[key]))
            head, inside = self._equation(write.label(name), body, write.theme.foreground), VGroup(value)
            value.shift(head.get_bottom() + np.array([0.0, -0.2, 0.0]) - value.number.get_top())
        said = VGroup(head, inside) if len(inside) else head
        growth = GROWTH if key in self.computation.inputs else 0.0
        card = RoundedRectangle(
            width=max(said.width + 2 * PADDING + growth, 1.0), height=said.height + 2 * PADDING, corner_radius=0.16
        )
        card.set_fill(write.theme.card, 1).set_stroke(write.theme.line, 2).move_to(said)
        if len(inside):
            head.set_x(card.get_x())
            value.follow(lambda: float(card.get_center()[0]), centred=True)
        elif key in self.computation.inputs:
            self._centre(head, value, card)
        return NameBox(card, head, inside, below)

    @staticmethod
    def _centre(head: VGroup, value: Follower, card: VMobject) -> None:
        """An input's equation stands in the middle of its card, however long its number is."""

        def centred(one: VGroup) -> None:
            ends = float(one[0].get_left()[0]), float(value.number.get_right()[0])
            one.shift(np.array([card.get_center()[0] - sum(ends) / 2, 0.0, 0.0]))

        head.add_updater(centred)

    def _equation(self, name: TextMobject, told: TextMobject, colour: str) -> VGroup:
        """A name, an equals sign, and a term or a number, on one line."""
        sign = EqualitySign(colour, self.write.theme.sizes.label)
        parts = VGroup(name, sign, told)
        right = 0.0
        for part in parts:
            seen = part.number if isinstance(part, Follower) else part
            part.shift(np.array([right - seen.get_left()[0], -part.baseline, 0.0]))
            right = seen.get_right()[0] + 0.13
        if isinstance(told, Follower):
            gap = told.number.get_left()[0] - sign.get_right()[0]
            size = sign.width
            told.follow(lambda: float(sign.get_right()[0] + gap * sign.width / size), centred=False)
            sign.add_updater(lambda one: one.tell(exact=told.update().exact), call_updater=True)
        return parts

    # ── places ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _arrange(self, region: Region) -> None:
        """Boxes at their places, as large as they fit; then the edges between them."""
        self.region = region
        sizes = self.write.theme.sizes
        for self.closeness in CLOSENESS:
            self.scale, upright = max((self._fitting(region, upright=upright), upright) for upright in (True, False))
            least = 1.0 if self.closeness > NEAR_ENOUGH else sizes.minimum / sizes.label
            if self.scale >= least:
                break
        self._turn(upright=upright)
        places = self._places(*(room / self.scale for room in self._turned((region.width, region.height))))
        for key, box in self.boxes.items():
            box.scale(self.scale)
            box.shift(self._at(places.middles[key], region) - box.room.get_center())
        straighten(self.boxes, self.computation, region, upright=self.upright)
        for number in (number for box in self.boxes.values() for number in box.numbers):
            number.update()
        self.links = {
            edge: self._link(edge, [self._at(one, region) for one in places.lanes.get(edge, ())])
            for edge in self.computation.edges
        }

    def _fitting(self, region: Region, *, upright: bool) -> float:
        """How far the graph is to be scaled if it runs downwards, or to the right."""
        self._turn(upright=upright)
        wide, high = self._turned(self._places(0.0, 0.0).size)
        return min(LARGEST, region.width / wide, region.height / high)

    def _turn(self, *, upright: bool) -> None:
        self.upright = upright
        for box in self.boxes.values():
            box.stand(beside=upright)

    def _places(self, reach: float, breadth: float) -> Places:
        closest = self.closeness * (CLOSEST_BELOW if self.upright else CLOSEST_BESIDE)
        layers = self.computation.layers()
        within = {*chain.from_iterable(layers[1:-1])} if not self.upright else ()
        rooms = {key: (box.room.width, box.room.height) for key, box in self.boxes.items()}
        for key in within:  # a slope reaches below the edges on both sides, as far as it stays clear of the next one
            rooms[key] = max(self.boxes[key].card.width, rooms[key][0] - closest + BESIDE), rooms[key][1]
        return placed(self.computation, {key: self._turned(one) for key, one in rooms.items()}, closest, reach, breadth)

    def _turned(self, pair: tuple[float, float]) -> tuple[float, float]:
        """(wide, high) to (along, across), and back."""
        return (pair[1], pair[0]) if self.upright else pair

    def _at(self, place: Array, region: Region) -> Array:
        along, across = place * self.scale
        shift = np.array([across, -along, 0.0]) if self.upright else np.array([along, -across, 0.0])
        return np.asarray(region.centre + shift)

    def _link(self, edge: Edge, lanes: list[Array]) -> Link:
        start, end = self._ways_out(edge)
        step = self.computation.steps[edge.target]
        slope = value_of(step.partial(edge.source), lambda: [self.values()[one] for one in step.variables])
        number = self._number(
            Measured(partial(step, edge.source), slope.value, slope.place), self.write.theme.foreground
        )
        number.scale(self.scale)
        link = Link(np.array([start, *lanes, end]), self.write.theme.line, number, self.write.theme.background)
        back = link.local[0]
        number.follow(lambda: float(back.get_center()[0]), centred=True)
        return link

    def _ways_out(self, edge: Edge) -> tuple[Array, Array]:
        """Where an edge leaves its source's block and enters its target's card; scene points (3,)."""
        source, target = self.boxes[edge.source], self.boxes[edge.target].card
        axis, sign = (0, 1) if self.upright else (1, -1)
        siblings = sorted(
            self.computation.steps[edge.target].variables,
            key=lambda key: sign * float(self.boxes[key].get_center()[axis]),
        )
        share = (siblings.index(edge.source) + 1) / (len(siblings) + 1) - 0.5
        if self.upright:
            return source.card.get_bottom(), target.get_top() + np.array([share * target.width * 0.7, 0.0, 0.0])
        return source.card.get_right(), target.get_left() - np.array([0.0, share * target.height * 0.7, 0.0])

    # ── what it claims ────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def claims(self) -> tuple[tuple[str, Callable[[], float], float], ...]:
        """Name, residual and tolerance of what is true of the picture on every frame."""
        return (
            ("each box has the model's value, rounded", lambda: self._wrong(0), 1 + 1e-6),
            ("below each box stands the output's derivative by it, rounded", lambda: self._wrong(1), 1 + 1e-6),
            ("each edge has its step's own slope, rounded", self._wrong_local, 1 + 1e-6),
            ("slopes carried backward are those carried forward", self._two_ways, AGREE),
            ("each edge joins its two boxes", self._loose, 1e-6),
        )

    def _wrong(self, which: int) -> float:
        """The largest rounding error of values (0) or slopes (1), in halves of a last digit."""
        return max(box.numbers[which].excess for box in self.boxes.values() if len(box.numbers) > which)

    def _wrong_local(self) -> float:
        return max(link.number.excess for link in self.links.values())

    def _two_ways(self) -> float:
        """The slopes that are shown against those of forward mode, as a share of the largest."""
        values = self.computation.values(self.inputs())
        shown = {key: box.numbers[1].value for key, box in self.boxes.items() if len(box.numbers) > 1}
        largest = max(1e-300, *(abs(one) for one in shown.values()))
        return max(abs(self.computation.tangent(values, key) - one) / largest for key, one in shown.items())

    def _loose(self) -> float:
        """How far, at most, an edge's end is from the rim of its box, in scene units."""
        joints = chain.from_iterable(zip(edge, link.ends, strict=True) for edge, link in self.links.items())
        return max(off_rim(self.boxes[key].card, end) for key, end in joints)
