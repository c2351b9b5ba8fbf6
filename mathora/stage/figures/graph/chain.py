"""A Markov chain on the picture: states as boxes, chances on the arrows between them, and how likely each state is.

Owns: `Chain` (its numbers), `ChainFigure`.

Laws:
- All states are drawn, and an arrow for each chance above zero; no other.
- Beside its name, a box is filled as high as its state is likely, all to one scale: a full box is certain.
- What is likely goes from state to state as the chances say; at every moment all boxes together hold 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np
from manim import DL, LEFT, RIGHT, Circle, Polygon, Rectangle, RoundedRectangle, ValueTracker, VGroup, VMobject

from mathora.lesson import ColourName
from mathora.stage.arrays import Array
from mathora.stage.figures.elements.naming import clearance
from mathora.stage.figures.graph.compute_graph import Follower
from mathora.stage.figures.matrix.matrix_table import Cell, number_tree
from mathora.stage.invariants import Claims
from mathora.stage.layout import Region
from mathora.stage.map.marks import patch
from mathora.stage.plane.shapes import off_rim
from mathora.stage.text.terms import Measured, Term, symbol, value
from mathora.stage.writing import Writing

PALETTE: tuple[ColourName, ...] = ("orange", "blue", "green", "pink", "purple", "teal")
"""The colours of states, in their order."""

BOX = (2.2, 1.5)  # how wide and high a state's box is, in scene units; beside many others it is smaller

LEVEL, RIM, TRACK = 0.13, 0.12, 0.2
"""How wide the level in a box is, as a share of it; its distance from the box's rim, in scene units; how opaque
the track is that it fills.
"""

CLEAR = 0.17  # a name's distance from its box's rim and from the level, at least; scene units
WIDER = (1.0, 1.15, 1.3, 1.5, 1.7, 1.9)  # so many times as wide are boxes for long names
ROOMY = 1.25  # so much larger boxes are where there is room
LOOP, TIP = 0.4, 0.2  # the radius of an arrow from a state to itself, and the length of an arrow's head
FEW = 4  # so many states have their arrows to themselves above or below; of more, some have them at their sides

ROUND_ABOUT = 1.55
"""What the arrows from states to themselves need around the boxes, with their numbers, in scene units."""

EDGE = 0.25  # from the lowest boxes to the region's edge, in scene units

BETWEEN, ACROSS, SMALLEST = 0.8, 1.5, 0.55
"""Scene units that arrows and their numbers need between two boxes, and between the upper and the lower ones of three
or four, where the numbers of several arrows meet; the factor below which no box shrinks for it.
"""

ASIDE, WIDEST, UNDER_READINGS = 1.15, 2.7, 0.7
"""What an arrow from a state to itself needs beside it, in scene units; how far from the middle five or six states
stand at most, in their width; what readings need above them, in scene units.
"""

FIVE = ((0.0, 1.0), (1.0, 0.63), (0.62, 0.0), (-0.62, 0.0), (-1.0, 0.63))
SIX = ((-0.62, 1.0), (0.62, 1.0), (1.0, 0.5), (0.62, 0.0), (-0.62, 0.0), (-1.0, 0.5))
"""Where five and six states stand: how far to the side of the middle, and how high above the lowest row."""

BEND, MOST_BENT = 0.2, 0.4
"""How far an arrow leaves the straight line, as a share of its length: so arrows there and back are two; and how far at
most, in scene units, where other states stand around them.
"""

ALONG, APART = tuple(0.5 + side * 0.025 * step for step in range(14) for side in (-1, 1)), 0.2
"""Where on its arrow a number may stand, as a share of it; and how far, in scene units, from all else."""

PASSES = 4  # so many times each number looks for its place among the others

BLOB = 0.34  # the radius of what is on its way if all of it is; less has a smaller area
DECIMALS = 4  # a chance with no more decimals is written with them
LEAST = 1e-3  # a smaller share on its way is not drawn as a dot
SETTLED, MOST = 1e-9, 100_000  # shares that change by no more than this in a step stay; so many steps are tried


@dataclass(frozen=True, eq=False)
class Chain:
    """`moves[i, j]` is the chance to go from state i to j; `written` are the same numbers as the script has them."""

    moves: Array
    written: tuple[tuple[Cell, ...], ...]

    @staticmethod
    def of(entries: Sequence[Sequence[Cell]], *, by_columns: bool) -> Chain:
        """Of a matrix whose rows (or columns) say where to go from each state."""
        rows = tuple(zip(*entries, strict=True)) if by_columns else tuple(map(tuple, entries))
        return Chain(np.array([[float(one) for one in row] for row in rows]), rows)

    def settled(self, shares: Array) -> Array | None:
        """Where shares (n,) come to by ever more steps, if they come to anything."""
        for _ in range(MOST):
            after = shares @ self.moves
            if np.abs(after - shares).max() <= SETTLED:  # a thousand steps more leave nothing that a number would show
                return np.asarray(after @ np.linalg.matrix_power(self.moves, 1024))
            shares = after
        return None


class StateBox(VGroup):
    """A state: its `card`, a track and the `level` that fills it, its name, and how likely it is, a `number`."""

    def __init__(self, card: VMobject, track: Rectangle, level: Rectangle, name: VMobject, number: Follower) -> None:
        self.card, self.level, self.name, self.number = card, level, name, number
        super().__init__(card, track, level, name)

    def fill(self, share: float) -> None:
        """The level stands at a share of the box."""
        card, level = self.card, self.level
        level.stretch_to_fit_height(max(share, 1e-4) * card.height)
        level.move_to(card.get_corner(DL) + np.array([RIM + level.width / 2, level.height / 2, 0.0]))

    @property
    def filled(self) -> float:
        """The share of the box that is filled, from the points drawn."""
        return float(np.ptp(self.level.points[:, 1]) / np.ptp(self.card.points[:, 1]))


class ChainFigure:
    """A chain in a region; `names` are its states'. Nothing is seen yet."""

    def __init__(self, chain: Chain, names: Sequence[VMobject], shares: Array, region: Region, write: Writing) -> None:
        self.chain, self.write, self.before, self.after = chain, write, shares, shares
        self.way = ValueTracker(1.0)
        self.blobs = VGroup()
        self.centre = region.centre
        longest, sizes = max(name.width for name in names), write.theme.sizes
        for wider in WIDER:  # until each name can be read in its box
            size, places = self.arranged(len(names), region, wider, looped=bool(chain.moves.diagonal()[1:].any()))
            if self._room(size) >= longest * sizes.minimum / sizes.body:
                break
        for name in names:  # all are as large as each other
            name.scale(min(1.0, self._room(size) / longest))
        self.boxes = [
            self._box(index, name, place, size) for index, (name, place) in enumerate(zip(names, places, strict=True))
        ]
        self.links = {
            (i, j): self._link(i, j)
            for i, j in product(range(len(names)), repeat=2)
            if chain.moves[i, j] > 0
        }  # fmt: skip
        for i, j in PASSES * [(i, j) for i, j in self.links if i != j]:  # again when the others have moved
            self._clear_number(i, j)

    # ── places ────────────────────────────────────────────────────────────────────────────────────────────────────────

    @staticmethod
    def arranged(
        count: int, region: Region, wider: float = 1.0, *, looped: bool = True
    ) -> tuple[tuple[float, float], list[Array]]:
        """How wide and high a box is, and where each stands: as large as lets them keep apart. Of three, the lower ones
        go down to the edge unless they are `looped`: have arrows to themselves.
        """
        share = 1.0 if count <= 3 else 3.4 / count  # noqa: PLR2004 - from four on they stand closer
        factor = min(ROOMY, region.width / 7.4) * max(0.62, share)
        while True:
            wide, high = size = BOX[0] * factor * wider, BOX[1] * factor
            places = ChainFigure._places(count, region, wide, high, looped=looped)
            ways = [np.abs(one - other)[:2] - size for one, other in combinations(places, 2)]
            room = ACROSS if count in {3, FEW} else share * BETWEEN
            if factor <= SMALLEST or all(max(way) >= room for way in ways):
                return size, places
            factor *= 0.97

    @staticmethod
    def _places(count: int, region: Region, wide: float, high: float, *, looped: bool) -> list[Array]:
        """Two side by side, four in the corners, others around a middle; arrows to themselves have room outside."""
        if count > FEW:
            return ChainFigure._round(count, region, wide, high)
        reach = (region.width - wide) / 2 - 0.25
        across, up = min(reach, 1.6 * wide), (region.height - high) / 2 - (ROUND_ABOUT - 0.4)
        if count == 2:  # noqa: PLR2004 - as above
            return [region.centre + np.array([side * across, -0.35, 0.0]) for side in (-1, 1)]
        if count == FEW:
            corners = [(-1, 1), (1, 1), (1, -1), (-1, -1)]
            return [region.centre + np.array([side * across, half * up, 0.0]) for side, half in corners]
        across = min(reach, 2.0 * wide)
        up, across = min(up, 0.9 * across), across * np.sqrt(0.75)  # a triangle is about as high as wide
        down = -up if looped else max(high / 2 + EDGE - region.height / 2, -1.2 * across)
        return [region.centre + np.array([side * across, y, 0.0]) for side, y in ((0, up), (1, down), (-1, down))]

    @staticmethod
    def _round(count: int, region: Region, wide: float, high: float) -> list[Array]:
        """Five or six around a middle, in three rows that fill the region under its readings; arrows to themselves have
        room at the sides, and above where one state is alone.
        """
        across = min((region.width - wide) / 2 - ASIDE, WIDEST * wide)
        top = region.top - high / 2 - (ROUND_ABOUT - 0.4 if count % 2 else UNDER_READINGS)
        low = region.bottom + high / 2 + 0.05
        ring = FIVE if count % 2 else SIX
        return [np.array([region.centre[0] + side * across, low + share * (top - low), 0.0]) for side, share in ring]

    @staticmethod
    def _room(size: tuple[float, float]) -> float:
        """How wide a name can be in a box."""
        return (1 - LEVEL) * size[0] - RIM - 2 * CLEAR

    def _box(self, index: int, name: VMobject, place: Array, size: tuple[float, float]) -> StateBox:
        theme = self.write.theme
        colour = theme.palette[PALETTE[index]]
        card = RoundedRectangle(width=size[0], height=size[1], corner_radius=0.12).move_to(place)
        card.set_fill(theme.card, 1).set_stroke(colour, 3)
        level = Rectangle(width=LEVEL * size[0], height=size[1], stroke_width=0).set_fill(colour, 0)
        track = level.copy().set_fill(colour, TRACK).move_to(card.get_left(), LEFT).shift(RIM * RIGHT)
        place = place + np.array([(RIM + level.width) / 2, 0.0, 0.0])  # the middle of what is left beside it
        measured = Measured(symbol(self.write.model, f"p_{index + 1}"), lambda: float(self.shares()[index]))
        share, em = measured.value(), theme.sizes.label
        number = Follower(share, theme.foreground, em, 2, 1, decimal=theme.decimal, measured=measured)
        name.move_to(place + np.array([0.0, 0.22 * size[1], 0.0]))
        number.rest_at(share)
        number.shift(place - np.array([0.0, 0.24 * size[1], 0.0]) - number.number.get_center())
        number.follow(lambda: float(name.get_center()[0]), centred=True)
        box = StateBox(card, track, level, name, number)
        level.add_updater(lambda _: box.fill(float(self.shares()[index])), call_updater=True)
        return box

    def _link(self, i: int, j: int) -> VGroup:
        """An arrow from a state to another, or to itself, with its chance; submobjects: line, tip, number."""
        path = self._loop(i) if i == j else self._arc(i, j)
        along = path[-1] - path[-4]
        along /= max(float(np.linalg.norm(along)), 1e-9)
        side = np.array([-along[1], along[0], 0.0])
        neck, theme = path[-1] - TIP * along, self.write.theme
        line = VMobject(stroke_color=theme.palette[PALETTE[i]], stroke_width=3.5, fill_opacity=0)
        line.set_points_as_corners([*path[:-1], neck + 0.4 * TIP * along])
        tip = Polygon(path[-1], neck + 0.45 * TIP * side, neck - 0.45 * TIP * side, stroke_width=0)
        tip.set_fill(theme.palette[PALETTE[i]], 1)
        size = theme.sizes.body if len(self.boxes) <= FEW else theme.sizes.label
        text = self.write.label(_as_chance(self.chain.written[i][j]), size)
        below = patch(text, theme).move_to(text).set_z_index(1)  # what goes along the arrow passes under its number
        number = VGroup(below, text.set_z_index(2))  # no other number's patch cuts it
        out = (middle := path[len(path) // 2]) - self.boxes[i].card.get_center()
        off = _beside(number, middle, out / max(float(np.linalg.norm(out)), 1e-9)) if i == j else middle
        return VGroup(line, tip, number.move_to(off))

    def _clear_number(self, i: int, j: int) -> None:
        """An arrow's number stands upon it, in its middle or where it is clear of other arrows, numbers and boxes."""
        line, _, number = self.links[i, j]
        others = [one for at, one in self.links.items() if at != (i, j)]
        lines = np.concatenate([np.empty((0, 2)), *(one[0].points[::4, :2] for one in others)])
        boxes = [*(one[2] for one in others), *(box.card for box in self.boxes)]
        half = np.array([number.width, number.height]) / 2
        places = [line.points[int(share * (len(line.points) - 1))] for share in ALONG]
        clear = [min(APART, clearance(place[:2], half, lines, boxes)) for place in places]
        number.move_to(places[int(np.argmax(clear))])

    def _aside(self, i: int, j: int) -> Array:
        """To which side of the straight line an arrow bends: to its left, so that the way back bends to the other."""
        along = self.boxes[j].card.get_center() - self.boxes[i].card.get_center()
        return np.array([-along[1], along[0], 0.0]) / max(float(np.linalg.norm(along)), 1e-9)

    def _arc(self, i: int, j: int) -> Array:
        """Points (n, 3) from the rim of one box to that of another."""
        start, end = self.boxes[i].card.get_center(), self.boxes[j].card.get_center()
        away = BEND * float(np.linalg.norm(end - start))
        bend = (away if len(self.boxes) == 2 else min(away, MOST_BENT)) * self._aside(i, j)  # noqa: PLR2004 - none around
        share = np.linspace(0, 1, 201)[:, None]
        points = (1 - share) ** 2 * start + 2 * share * (1 - share) * ((start + end) / 2 + 2 * bend) + share**2 * end
        return _outside(points, self.boxes[i].card, self.boxes[j].card)

    def _loop(self, i: int) -> Array:
        """Points (n, 3) of a round way out of a box and back into it, on the side away from the middle."""
        card = self.boxes[i].card
        out = card.get_center() - self.centre
        up = len(self.chain.moves) <= FEW or abs(out[0]) < card.width / 2
        away = np.array([0.0, 1.0 if out[1] > -1e-6 or len(self.chain.moves) == 2 else -1.0, 0.0])  # noqa: PLR2004
        if not up:
            away = np.array([np.sign(out[0]), 0.0, 0.0])
        half = (card.height if up else card.width) / 2
        middle = card.get_center() + away * (half + 0.55 * LOOP)
        turn = np.arctan2(-away[1], -away[0]) - np.linspace(0, 2 * np.pi, 201)
        circle = middle + LOOP * np.column_stack([np.cos(turn), np.sin(turn), np.zeros(201)])
        return _outside(circle, card, card)

    # ── how likely each state is ──────────────────────────────────────────────────────────────────────────────────────

    def shares(self) -> Array:
        """How likely each state is now, (n,)."""
        way = self.way.get_value()
        return np.asarray((1 - way) * self.before + way * self.after)

    def goes(self, after: Array) -> None:
        """From now on `way` leads from what is now to other shares; numbers get digits for where they come to rest."""
        self.before, self.after = self.shares(), after
        self.way.set_value(0.0)
        for box, share in zip(self.boxes, after, strict=True):
            box.number.rest_at(round(float(share), 3))

    def begins(self, shares: Array) -> None:
        """The shares are others at once, while no level is seen."""
        self.goes(shares)
        self.way.set_value(1.0)
        for box in self.boxes:
            box.update()

    def flowing(self) -> VGroup:
        """Dots on the arrows, as large as what goes that way, which `way` moves."""
        self.blobs = VGroup()
        for (i, j), link in self.links.items():
            mass = float(self.before[i] * self.chain.moves[i, j])
            if mass < LEAST:
                continue
            dot = Circle(radius=BLOB * np.sqrt(mass)).set_stroke(width=0)
            dot.set_fill(self.write.theme.palette[PALETTE[i]], 1)
            dot.add_updater(lambda one, line=link[0]: one.move_to(line.point_from_proportion(self.way.get_value())))
            self.blobs.add(dot.update())
        return self.blobs

    # ── what it claims ────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def arrow_claims(self) -> Claims:
        """Name, residual and tolerance of what is true of states and arrows on every frame."""
        return (
            ("each chance above zero is an arrow that joins its two states", self._loose, 1e-2),
            ("the chances from each state are 1 together", self._astray, 1e-9),
        )

    @property
    def level_claims(self) -> Claims:
        """The same of the levels."""
        return (
            ("each box is filled as high as its state is likely", self._misfilled, 2e-4),
            ("all states together are certain", lambda: float(self.shares().sum()) - 1, 1e-9),
        )

    def _loose(self) -> float:
        """How far, at most, an arrow's end is from the rim of its box; infinite if an arrow is missing."""
        if set(self.links) != {tuple(map(int, at)) for at in np.argwhere(self.chain.moves > 0)}:
            return float("inf")
        ends = [
            (self.boxes[at].card, point)
            for (i, j), (line, tip, _) in self.links.items()
            for at, point in ((i, line.points[0]), (j, tip.points[0]))
        ]
        return max(off_rim(card, point) for card, point in ends)

    def _astray(self) -> float:
        return float(np.abs(self.chain.moves.sum(axis=1) - 1).max())

    def _misfilled(self) -> float:
        return float(np.abs(np.array([box.filled for box in self.boxes]) - self.shares()).max())


def _beside(number: VMobject, place: Array, out: Array) -> Array:
    """Where a number's middle stands (3,) beside a place of its arrow, on the side to which `out` (3,) points."""
    half = np.array([number.width, number.height, 0.0]) / 2
    return np.asarray(place + out * (0.12 + float(np.abs(out) @ half)))


def _as_chance(one: Cell) -> Term:
    """A chance as a decimal, if it has one that ends soon; else as a fraction."""
    short = isinstance(one, float) or (10**DECIMALS * one).denominator == 1
    return value(float(one)) if short else Term(number_tree(one))


def _outside(points: Array, first: VMobject, last: VMobject) -> Array:
    """The part of a way (n, 3) between the boxes in which it begins and ends, its ends on their rims."""
    free = [at for at, point in enumerate(points) if not _inside(first, point) and not _inside(last, point)]
    start, end = _rim(points[free[0] - 1], points[free[0]], first), _rim(points[free[-1] + 1], points[free[-1]], last)
    return np.array([start, *points[free[0] : free[-1] + 1], end])


def _inside(card: VMobject, point: Array) -> bool:
    low, high = card.points.min(axis=0), card.points.max(axis=0)
    return bool((point[:2] > low[:2]).all() and (point[:2] < high[:2]).all())


def _rim(inner: Array, outer: Array, card: VMobject) -> Array:
    """Where a short way leaves a box, by bisection."""
    for _ in range(24):
        middle = (inner + outer) / 2
        inner, outer = (middle, outer) if _inside(card, middle) else (inner, middle)
    return np.asarray(outer)
