"""What stands on a plane and moves with it: arrows with their labels, shapes, lines, projections.

Owns: `PlaneArrow`, `PlaneShape`, `Print`, `PlaneLine`, `TipLabel`, `square_corner`, `labels_apart`, `obstacles`.

Laws:
- Each is given in model units before any motion; `follow` draws it where the plane's matrix has moved it.
- What is `fixed` stays where it is, whatever moves.
- What can be measured is measured on the points drawn: `vector`, `area`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from manim import Circle, Mobject, VMobject

from mathora.stage.arrays import Array
from mathora.stage.figures.elements.placing import Obstacles, clear_offset
from mathora.stage.figures.linear.linear import turned
from mathora.stage.figures.linear.plane import ARROWS, LABELS, LINES, SHAPES, Plane, cut_line
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.plane.graph import HALO
from mathora.stage.plane.shapes import signed_area

ORIGIN = np.zeros(2)
SQUARE = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])  # the unit square's corners

CIRCLE = np.array([turned(angle) for angle in np.linspace(0, 2 * np.pi, 120, endpoint=False)])
"""Points of the unit circle."""

DOT, DISC = 0.07, Circle(1.0).points
"""An arrow without length is a dot of this radius, in scene units."""

PRINTED = 0.75  # how opaque a print is

FLAT = 1e-9  # a plane that is so much narrower than long is one line: all of its grid is drawn on that
SHORT = 1e-9  # below this share of the view's reach an arrow has no direction


class PlaneArrow(ArrowMobject):
    """A vector `at` (2,) of the model as an arrow from `tail` (2,)."""

    def __init__(  # noqa: PLR0913 - what an arrow is
        self, plane: Plane, at: Array, colour: str, *, tail: Array = ORIGIN, width: float = 0.075, fixed: bool = False
    ) -> None:
        self.colour = colour
        self.at, self.start, self.fixed = np.asarray(at, dtype=float), np.asarray(tail, dtype=float), fixed
        super().__init__(plane.place(self.start), plane.place(self.start + self.at), colour, width)
        self.set_z_index(ARROWS)
        self.follow(plane)

    def put(self, tail: Array, tip: Array) -> PlaneArrow:
        """Where it has no length left, a dot stands."""
        super().put(tail, tip)
        radius = DOT - float(np.linalg.norm(np.asarray(tip) - tail)) / 2
        if radius > 0:
            self.append_points(radius * DISC + np.asarray(tail))
        return self

    def ends(self, plane: Plane) -> tuple[Array, Array]:
        """Tail and tip (2,) as they are now, in model units."""
        matrix = np.eye(2) if self.fixed else plane.state.array
        return matrix @ self.start, matrix @ (self.start + self.at)

    def follow(self, plane: Plane) -> PlaneArrow:
        """Takes its place."""
        tail, tip = self.ends(plane)
        self.put(plane.place(tail), plane.place(tip))
        return self

    def neck(self, tail: Array, tip: Array) -> tuple[Array, Array]:
        """The ends (2,) of its head's broad side when it goes from `tail` to `tip` (scene points)."""
        corners = ArrowMobject(tail, tip, self.colour, self.shaft_width).points[:, :2]
        return corners[4], corners[4 * 6]

    def seen(self, plane: Plane) -> Array:
        """The vector (2,) in model units, from the points drawn."""
        return np.asarray(plane.model_of(self.tip) - plane.model_of(self.tail))


class PlaneShape(VMobject):
    """A closed shape through `corners` (n, 2) of the model, filled a little; `flipped` is the colour of its back."""

    def __init__(
        self, plane: Plane, corners: Array, colour: str, *, flipped: str | None = None, fixed: bool = False
    ) -> None:
        super().__init__(stroke_color=colour, stroke_width=4, fill_color=colour, fill_opacity=0.18)
        self.fixed = fixed
        self.corners = np.asarray(corners, dtype=float)
        self.sides, self.over = (colour, flipped or colour), False
        self.set_z_index(SHAPES)
        self.follow(plane)

    def outline(self, plane: Plane) -> Array:
        """Its corners (n, 2) as they are now, in model units; the first one once more at the end."""
        return np.vstack([self.corners, self.corners[:1]]) @ (np.eye(2) if self.fixed else plane.state.array).T

    def follow(self, plane: Plane) -> PlaneShape:
        """Takes its place; on a flat plane it keeps the colour of the side that was up."""
        self.set_points_as_corners(plane.graph.points_of(*self.outline(plane).T))
        turned_over = float(np.linalg.det(plane.state.array))
        if abs(turned_over) > FLAT:
            self.over = turned_over < 0 and not self.fixed
        self.set_color(self.sides[self.over])
        return self

    def covers(self, place: Array) -> bool:
        """Whether a scene point (3,) is inside: the outline winds around it."""
        ways = self.get_start_anchors()[:, :2] - place[:2]
        angles = np.diff(np.unwrap(np.arctan2(*np.vstack([ways, ways[:1]]).T)), axis=0)
        return abs(float(angles.sum())) > np.pi

    def area(self, plane: Plane) -> float:
        """The signed area in model units, from the points drawn: positive where the corners turn left."""
        at = self.get_start_anchors()[:, :2]
        across, up = plane.graph.units()
        return signed_area(at - at[0]) / (across * up)


class Print(VMobject):
    """What is printed on the plane: the outlines of a text, so large that it fills a square of the model; where the
    plane is turned over, it is seen from behind.
    """

    def __init__(self, plane: Plane, text: Mobject, middle: Array, size: float, colour: str) -> None:
        super().__init__(fill_color=colour, fill_opacity=PRINTED, stroke_width=0)
        points = np.concatenate([part.points for part in text.family_members_with_points()])[:, :2]
        low, high = points.min(axis=0), points.max(axis=0)
        self.outlines = middle + (points - (low + high) / 2) * size / (high - low).max()
        self.set_z_index(SHAPES)
        self.follow(plane)

    def follow(self, plane: Plane) -> Print:
        """Takes its place."""
        self.set_points(plane.graph.points_of(*(self.outlines @ plane.state.array.T).T))
        return self


class PlaneLine(VMobject):
    """The line through the origin along `along` (2,), from edge to edge of the view; it stays where it is."""

    def __init__(self, plane: Plane, along: Array, colour: str, *, width: float = 3.0) -> None:
        super().__init__(stroke_color=colour, stroke_width=width, fill_opacity=0)
        self.along = np.asarray(along, dtype=float)
        self.set_z_index(LINES)
        self.follow(plane)

    def follow(self, plane: Plane) -> PlaneLine:
        """Takes its place."""
        ends = cut_line(ORIGIN, self.along, np.array([plane.graph.x.high, plane.graph.y.high]))
        if ends is None:
            self.clear_points()
        else:
            self.set_points_as_corners(np.array([plane.place(end) for end in ends]))
        return self

    def distance_to(self, point: Array) -> float:
        """How far a scene point (3,) is from the line as it is drawn, in scene units."""
        start, end = self.points[0], self.points[-1]
        along = (end - start) / np.linalg.norm(end - start)
        off = point - start
        return float(along[0] * off[1] - along[1] * off[0])


class TipLabel:
    """A label that stays beside an arrow, at its tip or, with `aside`, beside its middle.

    `offset` (2,) is the way from there to the label's middle, in scene units.
    """

    def __init__(self, label: Mobject, arrow: PlaneArrow, plane: Plane, *, aside: bool = False) -> None:
        self.label, self.arrow, self.aside = label, arrow, aside
        for part in label.family_members_with_points():
            part.set_stroke(plane.theme.background, width=HALO, background=True)
        label.set_z_index(LABELS)
        self.offset = np.zeros(2)
        self.aims: Array = self.offset

    @property
    def half(self) -> Array:
        """Half its size (2,)."""
        return np.array([self.label.width, self.label.height]) / 2

    def choose(self, tail: Array, tip: Array, around: Obstacles) -> Array:
        """The middle (2,) of the place that it aims at when its arrow goes from `tail` to `tip` (scene points)."""
        along = (tip - tail)[:2]
        first = along / np.linalg.norm(along) if np.linalg.norm(along) > SHORT else np.array([0.0, -1.0])
        if self.aside:
            first = np.array([first[1], -first[0]])
        else:
            around = replace(around, strokes=(*around.strokes, self.arrow.neck(tail, tip)))
        at = self._anchor(tail, tip)[:2]
        self.aims = clear_offset(self.half, at, first, around)
        return np.asarray(at + self.aims)

    def _anchor(self, tail: Array, tip: Array) -> Array:
        return (tail + tip) / 2 if self.aside else tip

    def stand(self, share: float = 1.0) -> Mobject:
        """Stands beside the tip as that is now, `share` of the way to the place that it aims at; the label."""
        offset = (1 - share) * self.offset + share * self.aims
        self.label.move_to(self._anchor(self.arrow.tail, self.arrow.tip) + np.array([*offset, 0.0]))
        if share == 1:
            self.offset = self.aims
        return self.label


def labels_apart(plane: Plane, labels: Sequence[TipLabel], matrix: Array, others: Iterable[Mobject] = ()) -> None:
    """Chooses a place for each label as it will be when `matrix` (2, 2) has moved the plane, in their order."""
    before, plane.state = plane.state, plane.state.moved(matrix)
    around = obstacles(plane, others)
    boxes = list(around.boxes)
    for one in labels:
        tail, tip = (plane.place(end) for end in one.arrow.ends(plane))
        boxes.append((one.choose(tail, tip, replace(around, boxes=tuple(boxes))), one.half))
    plane.state = before


def obstacles(plane: Plane, others: Iterable[Mobject] = ()) -> Obstacles:
    """What labels keep clear of on a plane: arrows, lines, the line that a flat plane is, the outlines of shapes, the
    axes' numbers, and others.
    """
    arrows = [thing for thing in plane.things if isinstance(thing, PlaneArrow)]
    ends = [tuple(map(plane.place, arrow.ends(plane))) for arrow in arrows]
    drawn = [thing.points for thing in plane.things if isinstance(thing, PlaneLine) and len(thing.points)]
    lines = [(points[0], points[-1]) for points in drawn]
    shapes = [thing.outline(plane).T for thing in plane.things if isinstance(thing, PlaneShape)]
    outlines = tuple(tuple(pairwise(plane.graph.points_of(*corners)[:, :2])) for corners in shapes)
    x, y = plane.graph.x.high, plane.graph.y.high
    turn, sizes, _ = np.linalg.svd(plane.state.array)
    if sizes[1] <= FLAT * sizes[0] and (line := cut_line(ORIGIN, turn[:, 0], np.array([x, y]))):
        lines.append((plane.place(line[0]), plane.place(line[1])))
    strokes = tuple((start[:2], end[:2]) for start, end in (*ends, *lines))
    axes = [(plane.place(np.array(end))[:2], plane.place(-np.array(end))[:2]) for end in ((x, 0.0), (0.0, y))]
    numbers = tuple(map(box_of, plane.graph.numbers))
    return Obstacles(plane.room, tuple(map(box_of, others)), strokes, numbers, tuple(axes), outlines)


def box_of(mobject: Mobject) -> tuple[Array, Array]:
    """The middle and the half size (2,) of what is seen of a mobject."""
    return mobject.get_center()[:2], np.array([mobject.width, mobject.height]) / 2


def square_corner(plane: Plane, at: Array, one: Array, other: Array) -> Array:
    """The corners (3, 3), in scene units, of a right angle's mark at a model point, between two directions (2,)."""
    first, second = (np.array([*way / np.linalg.norm(way), 0.0]) * 0.24 for way in (one, other))
    corner = plane.place(at)
    return np.array([corner + first, corner + first + second, corner + second])
