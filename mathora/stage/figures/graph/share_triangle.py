"""All ways to share out what is in three states, as the points of a triangle, and what the steps of a chain do to them.

Owns: `TriangleOfShares`, `ShareArrow`.

Laws:
- A point stands at the mean of the corners as they are drawn, each state's share the weight of its corner.
- All that moves is where the steps have taken it: the dots, the filled triangle, the point, the arrows that lead to it.
- An arrow leads from shares to others, a multiple of a vector farther; its label says which multiple it is now.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

import numpy as np
from manim import DOWN, UP, Circle, Polygon, ValueTracker, VGroup, VMobject

from mathora.formula import ModelMatrix, tree
from mathora.lesson import ColourName
from mathora.stage.arrays import Array
from mathora.stage.figures.elements.naming import free_place
from mathora.stage.figures.graph.chain import PALETTE, Chain
from mathora.stage.figures.graph.compute_graph import Follower
from mathora.stage.invariants import Claims
from mathora.stage.layout import Region
from mathora.stage.map.marks import marker
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.plane.graph import HALO
from mathora.stage.text.terms import Measured, Term, fraction, negative, symbol, value
from mathora.stage.text.vector_terms import named
from mathora.stage.writing import Writing

ROWS = 10  # into so many parts dots divide a side
DOT, CORNER, POINT = 0.075, 0.13, 0.15  # radii, in scene units
NAMES, GAP = 0.85, 0.26  # a name's room above or below, and its gap to the corner, in scene units
BROAD, SLIM = 1.5, 1.6  # so many times its height the triangle is broad at most; so many times half its breadth high
ARROWS: tuple[ColourName, ColourName] = ("purple", "pink")  # the colours of vectors without one of their own
MIDDLE = np.linspace(0.25, 0.65, 20)  # the part of an arrow beside which its label stands
NAMED = 0.9  # the size of names and labels, as a share of a formula's
SHAFT = 0.085  # an arrow's width, in scene units
NOTHING, LARGEST = 1e-9, 60  # a smaller multiple is none; a fraction's denominator up to which it is one


@dataclass(frozen=True, eq=False)
class ShareArrow:
    """An arrow from the shares `tail` (3,) on, `factor` times `along` (3,), which is called `name`."""

    tail: Array
    along: Array
    factor: float
    name: Term
    arrow: ArrowMobject

    @property
    def tip(self) -> Array:
        """The shares (3,) to which it leads."""
        return self.tail + self.factor * self.along


class TriangleOfShares:
    """The triangle in a region; `names` are its corners'. Nothing is seen yet."""

    def __init__(self, chain: Chain, names: Sequence[VMobject], region: Region, write: Writing) -> None:
        self.chain, self.write = chain, write
        self.before = self.after = np.eye(3)
        self.way = ValueTracker(1.0)
        self.start, self.rest, self.parts = np.full(3, 1 / 3), np.full(3, 1 / 3), list[ShareArrow]()
        theme = write.theme
        self.colours = [theme.palette[one] for one in PALETTE[:3]]
        self.size = NAMED * theme.sizes.formula
        self.region = region
        self.outline = self._outline(max(name.width for name in names))
        self.names = VGroup(*self._named(names))
        self.numbers = [self._number(at) for at in range(3)]
        self.shape = VMobject(stroke_color=theme.foreground, stroke_width=3, fill_color=theme.foreground)
        self.shape.set_fill(opacity=0.05)
        self.shape.add_updater(lambda one: self._follow(one), call_updater=True)  # noqa: PLW0108 - a method is copied
        shares = [(i, j, ROWS - i - j) for i in range(ROWS + 1) for j in range(ROWS + 1 - i)]
        self.dots = VGroup(*(self._dot(np.array(one) / ROWS) for one in shares))
        self.point = marker(theme, POINT).set_z_index(4)
        self.point.add_updater(lambda one: one.move_to(self.place(self.start @ self.taken())), call_updater=True)
        self.still = marker(theme, POINT).set_z_index(3)
        self.still.add_updater(lambda one: one.move_to(self.place(self.rest)), call_updater=True)

    # ── places ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _outline(self, widest: float) -> VMobject:
        """As large as has room beside its names: corners (3, 3), the first state above, then to the right."""
        region = self.region
        half = min(BROAD * (region.height - 2 * NAMES), region.width - widest) / 2
        high, (x, y, _) = min(region.height - 2 * NAMES, SLIM * half), region.centre
        corners = [[x, y + high / 2, 0.0], [x + half, y - high / 2, 0.0], [x - half, y - high / 2, 0.0]]
        return Polygon(*corners, stroke_color=self.write.theme.line, stroke_width=3, fill_opacity=0)

    @property
    def corners(self) -> Array:
        """The corners (3, 3), from the points drawn."""
        return np.asarray(self.outline.get_start_anchors()[:3])

    def place(self, shares: Array) -> Array:
        """Where shares (…, 3) stand, scene points."""
        return np.asarray(shares @ self.corners)

    def taken(self) -> Array:
        """What the steps have made of all of one state, (3, 3): a row for each."""
        way = self.way.get_value()
        return np.asarray((1 - way) * self.before + way * self.after)

    def shares(self) -> Array:
        """The point's shares now, (3,)."""
        return np.asarray(self.start @ self.taken())

    # ── what is drawn ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _named(self, names: Sequence[VMobject]) -> list[VMobject]:
        for name, corner, colour, side in zip(names, self.corners, self.colours, (UP, DOWN, DOWN), strict=True):
            self._rimmed(name.set_color(colour).next_to(corner, side, buff=GAP))
        return [*names]

    def _number(self, index: int) -> Follower:
        """How much is in a state, to the right of its name; at the corner to the right, to the left of it."""
        theme, name = self.write.theme, self.names[index]
        measured = Measured(symbol(self.write.model, f"p_{index + 1}"), lambda: float(self.shares()[index]))
        share = measured.value()
        number = Follower(share, theme.foreground, theme.sizes.body, 2, 1, decimal=theme.decimal, measured=measured)
        number.shift(name.get_center() - number.number.get_center())
        if index == 1:
            return number.follow(lambda: float(name.get_left()[0] - number.number.width) - GAP, centred=False)
        return number.follow(lambda: float(name.get_right()[0]) + GAP, centred=False)

    def _follow(self, shape: VMobject) -> None:
        corners = self.place(self.taken())
        shape.set_points_as_corners(corners[[0, 1, 2, 0]])

    def _dot(self, shares: Array) -> VMobject:
        """A dot in the mixed colour of its states; a corner's is larger."""
        inks = np.array([tuple(bytes.fromhex(one[1:])) for one in self.colours])
        mixed = np.rint(np.sqrt(shares @ inks.astype(float) ** 2)).astype(int)
        dot = Circle(radius=CORNER if shares.max() == 1 else DOT, stroke_width=0, fill_opacity=1)
        dot.set_fill("#{:02x}{:02x}{:02x}".format(*mixed)).set_z_index(2)
        return dot.add_updater(lambda one: one.move_to(self.place(shares @ self.taken())), call_updater=True)

    # ── what moves ────────────────────────────────────────────────────────────────────────────────────────────────────

    def goes(self, after: Array) -> None:
        """From now on `way` leads from what is now to another map (3, 3); numbers get digits for where they rest."""
        self.before, self.after = self.taken(), after
        self.way.set_value(0.0)
        for number, share in zip(self.numbers, self.start @ after, strict=True):
            number.rest_at(round(float(share), 3))

    def begins(self, start: Array | None = None) -> None:
        """No step has been done, while nothing is seen that would move; the point stands at other shares."""
        self.start = self.start if start is None else start
        self.goes(np.eye(3))
        self.way.set_value(1.0)
        for one in (self.shape, *self.dots, self.point, *self.numbers):
            one.update()

    # ── arrows ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def lead(self, along: Sequence[ModelMatrix]) -> None:
        """An arrow for each vector, from where what it takes away stands alone to where all of that has gone."""
        ways = [_numbers(one) for one in along]
        least = [np.maximum(-way, 0) for way in ways]
        tails = [one + (1 - one.sum()) * np.full(3, 1 / 3) for one in least]
        self._arrows(along, tails, ways, [1.0] * len(ways))

    def split(self, rest: ModelMatrix, along: Sequence[ModelMatrix]) -> None:
        """What leads from the shares that stay to the point, along two vectors end to end."""
        self.rest, *ways = map(_numbers, (rest, *along))
        factors = np.linalg.lstsq(np.column_stack(ways), self.start - self.rest, rcond=None)[0]
        self._arrows(along, [self.rest, self.rest + factors[0] * ways[0]], ways, [*map(float, factors)])
        self.still.set_fill(self.write.colour_of(named(rest))).update()

    def _arrows(
        self, names: Sequence[ModelMatrix], tails: Sequence[Array], ways: Sequence[Array], factors: Sequence[float]
    ) -> None:
        self.parts = []
        for at, (one, tail, way, factor) in enumerate(zip(names, tails, ways, factors, strict=True)):
            arrow = ArrowMobject(np.zeros(3), UP, self.write.colour_of(named(one), ARROWS[at]), SHAFT).set_z_index(3)
            self.parts.append(part := ShareArrow(tail, way, factor, named(one), arrow))
            arrow.add_updater(lambda it, part=part: it.put(*self.ends(part)), call_updater=True)

    def ends(self, part: ShareArrow) -> tuple[Array, Array]:
        """Where an arrow begins and ends now, scene points (3,)."""
        return self.place(part.tail @ self.taken()), self.place(part.tip @ self.taken())

    def called(self, others: Sequence[VMobject] = ()) -> list[VMobject]:
        """What each arrow is now, beside it and off the `others`; one that is gone, or off its line, has no name."""
        labels = list[VMobject]()
        for part in self.parts:
            vector = part.along @ self.taken()
            factor = part.factor * float(vector @ part.along / (part.along @ part.along))
            if abs(factor) > NOTHING and np.allclose(part.factor * vector, factor * part.along, atol=NOTHING):
                colour = part.arrow.get_fill_color().to_hex()
                label = self.write.label(_multiple(factor, part.name), self.size, colour)
                tail, tip = self.ends(part)
                labels.append(self._beside(label, tail + MIDDLE[:, None] * (tip - tail), [*labels, *others]))
        return labels

    def name_of(self, vector: ModelMatrix, dot: VMobject) -> VMobject:
        """The name of shares beside their dot."""
        label = self.write.label(named(vector), self.size, self.write.colour_of(named(vector)))
        return self._beside(label, dot.get_center()[None], [])

    def _beside(self, label: VMobject, points: Array, others: Sequence[VMobject]) -> VMobject:
        """Beside points (n, 3), where it is clear of arrows, edges, names and numbers."""
        lines = [np.linspace(*self.ends(one), 40) for one in self.parts]
        lines += [np.linspace(one, other, 80) for one, other in combinations(self.corners, 2)]
        boxes = [*self.names, *(one.number for one in self.numbers), self.point, self.still, *others]
        place = free_place(label, points, lines, boxes, self.region)
        return self._rimmed(label.move_to([*(place[:2] + place[2:]), 0.0]).set_z_index(5))

    def _rimmed(self, text: VMobject) -> VMobject:
        """A rim of the ground's colour keeps dots and lines off."""
        for part in text.family_members_with_points():
            part.set_stroke(self.write.theme.background, HALO, background=True)
        return text

    # ── what it claims ────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def claims(self) -> Claims:
        """Name, residual and tolerance of what is true of the dots on every frame."""
        return (("each dot is where the steps have taken its shares", self._astray, 1e-6),)

    @property
    def part_claims(self) -> Claims:
        """The same of a start's parts, as long as they stand."""
        return (("the parts lead from the shares that stay to the point", self._off_end, 1e-6),)

    def _astray(self) -> float:
        """By how far the dot of a corner is off, in scene units."""
        own = np.array([one.get_center() for one in self.dots if one.width > 2 * DOT + NOTHING])
        there = self.place(self.taken())
        return max((float(np.abs(there - one).max(axis=1).min()) for one in own), default=0.0)

    def _off_end(self) -> float:
        return float(np.abs(self.parts[-1].arrow.tip - self.place(self.shares())).max())


def _numbers(vector: ModelMatrix) -> Array:
    """A vector's numbers (n,)."""
    return np.array([row[0] for row in vector.numbers])


def _multiple(factor: float, term: Term) -> Term:
    """`-1/3 z`: a fraction, if it is one."""
    exact = Fraction(abs(factor)).limit_denominator(LARGEST)
    head = fraction(exact, "tfrac") if abs(exact - abs(factor)) < NOTHING else value(abs(factor))
    scaled = term if exact == 1 else Term(tree.side_by_side((head.tree, term.tree)))
    return negative(scaled) if factor < 0 else scaled
