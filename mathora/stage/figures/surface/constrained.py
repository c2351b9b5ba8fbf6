"""A point on a constraint, over the level sets of what is to be largest or smallest there.

Owns: `ConstraintCurve`, `GradientPair`, `levels_near`.

Laws:
- The point stands on the constraint, on every frame; the level set through it is drawn anew for each place.
- A place where the function is largest or smallest on the constraint lies inside the map, and both gradients stand on
  one line there. A corner of the constraint has two gradients, of the sides that meet in it; that of the function, or
  its opposite, lies between them there.
- Both arrows are to one scale, a round number, unless one of them could not be seen then: each has its own. Where a
  gradient is far steeper than elsewhere on the constraint, its arrow is not drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise, product

import numpy as np
from manim import VGroup, VMobject

from mathora.formula.curves.interval import Interval, one_digit, round_step
from mathora.stage.arrays import Array
from mathora.stage.layout import Layout, Region
from mathora.stage.map.contour_plot import ContourPlot
from mathora.stage.parameters import Function
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.plane.graph import along, half_of, meets, touch
from mathora.stage.space.contours import (
    LevelCurve,
    kinks,
    lengths_along,
    level_curves,
    multiples,
    onto_level,
    well_chosen_levels,
)

BESIDE = 0.05  # arrows whose angle is this small (the sine) keep their names on the sides where they are
SAMPLES = 801
FINER, ROUNDS = 41, 7  # so many places beside the best one are looked at, so often: each time twenty times as near
OFF_EDGE = 0.2  # scene units that a name keeps off the edge of the frame
NAMED, SMALLEST = 0.7, 1e-12  # scene units that an arrow leaves to the frame for its name; no scale is smaller
NEARLY, TIED = 0.02, 1e-4
"""As shares of how much a function varies on the way, and of that share: places so nearly as high on the drawn line may
be the best; those are as good as the best one.
"""
ROUNDING = 1e-9  # as a share of the map's side, a coordinate that is smaller is zero but for rounding

USUAL, POLE, ALIKE = 0.5, 4.0, 4.0
"""The share of the constraint where a gradient is as long as usual, beyond how many times that it is not drawn, and how
many times one may be as long as the other on one scale."""

RINGS, STEPS = 6, 4
"""About so many level sets are drawn; the values on the constraint span about so many of their steps."""

AT_CORNER = 1e-5  # as a share of the way, a place so near to a corner of the constraint is there
SLACK = 0.05  # a level set that is so near to those on which the constraint leads, as a share of them, is one of them
READ = 0.06  # level sets that are nearer than this share of the map's side have no room for their values
LONGEST = 0.6  # no arrow is longer than this share of the map's side


class ConstraintCurve:
    """The places where `constraint` is at a level, on the map `board` of another function of the same variables.

    A place on its longest branch is told by a `share` of the way along it, from 0 to 1.
    """

    def __init__(self, board: ContourPlot, constraint: Function, level: float) -> None:
        self.board, self.constraint, self.level = board, constraint, level
        self.branches = level_curves(constraint, board.x, board.y, level)
        inside = [part for one in self.branches for part in _inside(one, board)]
        self.branch = branch = max(inside, key=lambda one: float(lengths_along(one)[-1]))
        self.closed = bool(np.allclose(branch[0], branch[-1]))
        if self.closed and (corners := kinks(constraint, branch)):  # once round, from corner to corner
            first = min(corners)
            self.branch = branch = np.concatenate([branch[first:-1], branch[: first + 1]])
        self.along = lengths_along(branch) / lengths_along(branch)[-1]
        self.way = self._at(np.linspace(0.0, 1.0, SAMPLES))
        self.corners = {float(self.along[index]): sides for index, sides in kinks(constraint, branch).items()}

    def place(self, share: float) -> Array:
        """The model point (2,) at a share of the way; round and round, if the way is closed."""
        found: Array = self._places(np.array([share]))[0]
        return found

    def _places(self, shares: Array) -> Array:
        """The model points (n, 2) at shares (n,) of the way."""
        round_about = self.closed & (shares != 0.0) & (shares != 1.0)
        near = self._at(np.where(round_about, shares % 1.0, np.clip(shares, 0.0, 1.0)))
        found = onto_level(self.constraint, near, self.level)
        return np.where(np.abs(found) < ROUNDING * self.board.span.length, 0.0, found)

    def _at(self, shares: Array) -> Array:
        """The points (n, 2) of the drawn branch at shares (n,) of it."""
        return np.column_stack([np.interp(shares, self.along, self.branch[:, axis]) for axis in range(2)])

    def slopes(self, share: float) -> Array:
        """The constraint's gradient there, (1, 2); at a corner both, (2, 2): those before and behind it."""
        share = share % 1.0 if self.closed else share
        for at, sides in self.corners.items():
            if min(abs(share - at), 1.0 - abs(share - at) if self.closed else 1.0) < AT_CORNER:
                return sides
        place = dict(zip(self.constraint.variables, map(float, self.place(share)), strict=True))
        return np.asarray(self.constraint.gradient(place))[None]

    def value(self, share: float) -> float:
        """What the map's function is there; zero, where that is as near as the place is found."""
        place, function = self.place(share), self.board.function
        slopes = function.gradient(dict(zip(function.variables, map(float, place), strict=True)))
        found, slack = float(function.value(*place)), ROUNDING * self.board.span.length * np.linalg.norm(slopes)
        return 0.0 if abs(found) < slack else found

    def nearest(self, to: Array) -> float:
        """The share of the place that is nearest to a model point (2,)."""
        apart = np.linalg.norm(self.way - to, axis=1)
        return _highest(int(np.argmin(apart)), lambda shares: -np.linalg.norm(self._places(shares) - to, axis=1))

    def extremum(self, sign: int, near: Array | None = None) -> float:
        """Where the function is largest (sign 1) or smallest (−1) on the way; of several such places the one that is
        nearest to the model point (2,) `near`.
        """

        def heights(places: Array) -> Array:
            found = np.asarray(self.board.function.value(*places.T), dtype=float)
            return sign * np.broadcast_to(found, len(places))

        def top(at: int) -> float:
            return _highest(at, lambda shares: heights(self._places(shares)))

        values = heights(self.way)
        if near is None:
            return top(int(np.nanargmax(values)))
        far = NEARLY * float(np.nanmax(values) - np.nanmin(values))
        shares = np.array([top(at) for at in _tops(values) if values[at] >= np.nanmax(values) - far])
        places = self._places(shares)
        apart, high = np.linalg.norm(places - near, axis=1), heights(places)
        return float(shares[np.argmin(np.where(high >= np.nanmax(high) - TIED * far, apart, np.inf))])

    def curve(self, colour: str) -> LevelCurve:
        """All of it, as it is drawn."""
        return LevelCurve(self.board, self.branches, self.level, colour, 6.0)

    def off(self, point: Array) -> float:
        """How far a drawn point (3,) is from the constraint, as a share of the map."""
        at = np.array(self.board.model_of(point))
        slope = np.asarray(self.constraint.gradient(dict(zip(self.constraint.variables, map(float, at), strict=True))))
        miss = float(self.constraint.value(*at)) - self.level
        return abs(miss) / max(float(np.linalg.norm(slope)), 1e-12) / self.board.span.length


def _tops(values: Array) -> list[int]:
    """The samples beside which none is higher; of equally high ones in a row the first."""
    padded = np.concatenate([[-np.inf], np.nan_to_num(values, nan=-np.inf), [-np.inf]])
    return [*np.flatnonzero((padded[1:-1] > padded[:-2]) & (padded[1:-1] >= padded[2:]))]


def _highest(at: int, heights: Callable[[Array], Array]) -> float:
    """The share of the way, near the sample `at`, where something is highest."""
    best, step = at / (SAMPLES - 1), 1 / (SAMPLES - 1)
    for _ in range(ROUNDS):
        shares = np.linspace(best - step, best + step, FINER)
        best, step = float(shares[np.nanargmax(heights(shares))]), step * 2 / (FINER - 1)
    return best


def levels_near(function: Function, constraint: Function, level: float, span: Interval) -> tuple[float, ...]:
    """Levels of a function, evenly apart, where a constraint leads: of its values there, and as much below and above.

    A map's own levels may all be far from them.
    """
    usual = well_chosen_levels(function, span, span)
    places = np.concatenate([np.zeros((0, 2)), *level_curves(constraint, span, span, level)])
    on_map = ((places >= span.low) & (places <= span.high)).all(axis=1)  # curves are drawn a little beyond it
    values = np.asarray(function.value(*places[on_map].T), dtype=float)
    values = values[np.isfinite(values)]
    low, high = (float(values.min()), float(values.max())) if values.size else (0.0, 0.0)
    far = high - low
    if len(usual) < 2 or far <= ROUNDING * abs(usual[-1] - usual[0]):  # noqa: PLR2004 - two have a step
        return usual
    step = usual[1] - usual[0]
    lowest = max(low - far, min(usual[0] - step, low)) + ROUNDING * far
    highest = min(high + far, max(usual[-1] + step, high)) - ROUNDING * far
    finer = round_step(far / STEPS)
    steps = [finer]
    for _ in range(3):
        steps.append(round_step(1.1 * float(steps[-1])))
    found = [multiples(one, lowest, highest) for one in steps]
    best = min(found[:2], key=lambda one: abs(len(one) - RINGS))
    crossed = [one for one in found[found.index(best) :] if sum(low - SLACK * far < at < high for at in one) > 1]
    return next((one for one in crossed if _apart(function, one, span) >= READ * span.length), best)


def _apart(function: Function, levels: Sequence[float], span: Interval) -> float:
    """How far neighbouring level sets are from each other over half of their length, at least; in model units."""
    curves = [np.concatenate([np.empty((0, 2)), *level_curves(function, span, span, one)])[::4] for one in levels]
    pairs = [(one, other) for one, other in pairwise(curves) if len(one) and len(other)]
    ways = [np.linalg.norm(one[:, None] - other, axis=2).min(axis=1) for one, other in pairs]
    return min((float(np.median(way)) for way in ways), default=np.inf)


def _inside(curve: Array, board: ContourPlot) -> list[Array]:
    """The parts of a curve (n, 2) that lie on the map, which end at its rim; curves are drawn a little beyond it."""
    low, high = np.array([[board.x.low, board.y.low], [board.x.high, board.y.high]])
    within = ((curve >= low) & (curve <= high)).all(axis=1)
    changes = [0, *(np.flatnonzero(within[1:] != within[:-1]) + 1), len(curve)]
    parts = []
    for start, end in pairwise(changes):
        if within[start]:
            before = [_rim(curve[start], curve[start - 1], low, high)] if start else []
            after = [_rim(curve[end - 1], curve[end], low, high)] if end < len(curve) else []
            parts.append(np.array([*before, *curve[start:end], *after]))
    return parts


def _rim(inner: Array, outer: Array, low: Array, high: Array) -> Array:
    """Where the way from a point (2,) inside to one outside leaves the box."""
    bound, way = np.where(outer > inner, high, low), outer - inner
    shares = [(bound[axis] - inner[axis]) / way[axis] for axis in (0, 1) if way[axis] != 0]
    return np.asarray(inner + min(shares) * way)


class GradientPair(VGroup):
    """Both gradients at a place of the constraint, each to its scale of `ratios` (model units of arrow for each unit of
    slope), which are equal where both can be seen then.
    """

    def __init__(self, curve: ConstraintCurve, colours: tuple[str, str], layout: Layout) -> None:
        frame, self.curve = layout.frame, curve
        self.free = replace(frame.inset(OFF_EDGE), bottom=layout.caption.top)
        self.functions = (curve.board.function, curve.constraint)
        self.steepest = [self._usual(one) for one in self.functions]
        low, high = sorted(self.steepest)
        kinds = [[0], [1]] if high > ALIKE * low else [[0, 1]]
        self.ratios = [1.0, 1.0]
        for kind in kinds:
            ratio = one_digit(LONGEST * curve.board.span.length / max(self.steepest[one] for one in kind))
            while not all(self._fits(one, ratio, frame) for one in kind):
                ratio = one_digit(0.99 * ratio)
            for one in kind:
                self.ratios[one] = ratio
        widths = (0.11, 0.06)  # both are seen, also where they are as long as each other
        one, other, further = (
            ArrowMobject(np.zeros(3), np.array([0.01, 0, 0]), colour, width)
            for colour, width in zip((*colours, colours[1]), (*widths, widths[1]), strict=True)
        )
        self.arrows, self.further, self.side = (one, other), further, 1.0
        super().__init__(one, other, further)

    @staticmethod
    def _slope(function: Function, place: Array) -> Array:
        return np.asarray(function.gradient(dict(zip(function.variables, map(float, place), strict=True))))

    def _usual(self, function: Function) -> float:
        """How steep a function is on the constraint, but for the few places where it is far steeper: near a pole."""
        slopes = np.array([np.linalg.norm(self._slope(function, place)) for place in self.curve.way[::20]])
        slopes = slopes[np.isfinite(slopes)]
        if not len(slopes):
            return 1.0
        usual = float(np.quantile(slopes, USUAL))
        return float(slopes.max() if slopes.max() <= POLE * usual else usual) or 1.0

    def _is_seen(self, index: int, place: Array) -> bool:
        """Whether the function's gradient is drawn at a place: not where it is far steeper than usual."""
        return bool(np.linalg.norm(self._slope(self.functions[index], place)) <= POLE * self.steepest[index])

    def _fits(self, index: int, scale: float, frame: Region) -> bool:
        """Whether no arrow of the function on the way, with its name, would leave the frame."""
        room, board, function = frame.inset(NAMED), self.curve.board, self.functions[index]
        places = [at for at in self.curve.way[::20] if self._is_seen(index, at)]
        tips = [board.point(*(at + scale * self._slope(function, at))) for at in places]
        return (
            all(
                room.left <= tip[0] <= room.right and room.bottom <= tip[1] <= room.top
                for tip in tips
                if np.isfinite(tip).all()
            )
            or scale < SMALLEST
        )

    def stand(self, share: float, grown: float = 1.0) -> None:
        """Both arrows at a place, `grown` from 0 to 1; at a corner of the constraint, that of its other side too."""
        place, board = self.curve.place(share), self.curve.board
        foot, sides = board.point(*place), self.curve.slopes(share)
        slopes = (self._slope(self.functions[0], place), sides[-1], sides[0] if len(sides) > 1 else np.zeros(2))
        for index, (arrow, slope) in enumerate(zip((*self.arrows, self.further), slopes, strict=True)):
            kind = min(index, 1)
            far = grown * self.ratios[kind] if slope.any() and self._is_seen(kind, place) else 0.0
            arrow.put(foot, board.point(*(place + far * slope)) if far else foot)
        self.submobjects.sort(key=lambda arrow: -round(float(np.linalg.norm(arrow.vector)), 3))  # the shorter above

    def lies_on(self, text: VMobject, names: VGroup) -> bool:
        """Whether an arrow, or one of their names, covers a text."""
        if any(touch(one, text) for one in names):
            return True
        middle, room = text.get_center()[:2], half_of(text)
        return any(meets(along(one.tail, one.tip)[:, :2], middle, room) for one in self.submobjects)

    def _drawn(self, places: Array) -> Array:
        return np.array([self.curve.board.point(*at) for at in places[::4]])

    def across(self) -> float:
        """The sine of the angle between both arrows as they are drawn; 0 if one of them has no length, and if the one
        lies between those of a corner.
        """
        one, other, further = (arrow.vector[:2] for arrow in (*self.arrows, self.further))
        if further.any() and (np.linalg.solve(np.column_stack([other, further]), one).prod() >= 0):
            return 0.0
        return min(_sine(one, beside) for beside in (other, further) if beside.any() or beside is other)

    def stand_beside(self, names: VGroup, around: Sequence[VMobject], ring: VMobject) -> None:
        """Each name beside its arrow's tip, or its middle, on the side where the other is not; or where less stands,
        also before its tip. `ring` is the level set through the point.
        """
        one, other = (arrow.vector / max(float(np.linalg.norm(arrow.vector)), 1e-9) for arrow in self.arrows)
        turn = float(one[0] * other[1] - one[1] * other[0])
        self.side = float(np.sign(turn)) if abs(turn) > BESIDE else self.side
        ways = [
            [
                *(
                    _beside(name, arrow, way, left * flip, share)
                    for flip, share in product((1.0, -1.0), (1.0, 0.5, 0.0))
                ),
                *(_before(name, arrow, way, left * aslant) for aslant in (0.0, 0.6, -0.6, 1.5, -1.5)),
            ]
            for name, arrow, way, left in zip(names, self.arrows, (one, other), (-self.side, self.side), strict=True)
        ]
        bold = [self._drawn(self.curve.way), *(along(one.tail, one.tip) for one in self.submobjects), ring.points]
        free, thin = self.free, [one.points for one in self.curve.board.curves]
        middles, others = (np.array([*map(of, around)]) for of in (lambda one: one.get_center()[:2], half_of))
        rooms = [half_of(name) for name in names]

        def over(at: Array, half: Array) -> int:
            crossed = [sum(meets(line[:, :2], at, half) for line in lines) for lines in (bold, thin)]
            cut = not (free.left < at[0] - half[0] and at[0] + half[0] < free.right and free.bottom < at[1] - half[1])
            touched = (np.abs(at - middles) < half + others).all(axis=1).sum()
            return 64 * cut + 16 * int(touched) + 4 * crossed[0] + crossed[1]

        each = [[over(at[:2], room) for at in places] for room, places in zip(rooms, ways, strict=True)]

        def covered(places: tuple[int, ...]) -> int:
            at, beside = places
            apart = np.abs(ways[0][at] - ways[1][beside])[:2]
            return each[0][at] + each[1][beside] + 16 * bool((apart < rooms[0] + rooms[1]).all())

        best = min(product(*(range(len(one)) for one in ways)), key=covered)
        for name, arrow, places, index in zip(names, self.arrows, ways, best, strict=True):
            name.move_to(places[index])
            if (hidden := not np.linalg.norm(arrow.vector)) or not name.get_fill_opacity():
                name.set_opacity(float(not hidden))


def _sine(one: Array, other: Array) -> float:
    """The sine of the angle between two arrows (2,), without its sign; 0 if one of them has no length."""
    lengths = float(np.linalg.norm(one) * np.linalg.norm(other))
    return abs(float(one[0] * other[1] - one[1] * other[0])) / lengths if lengths > 0 else 0.0


def _before(name: VMobject, arrow: ArrowMobject, way: Array, left: float) -> Array:
    """The middle (3,) of a name that an arrow points to, or a little to the `left` of it."""
    aside = way + left * np.array([-way[1], way[0], 0.0])
    aside /= max(float(np.linalg.norm(aside)), 1e-9)
    half = abs(aside[0]) * name.width / 2 + abs(aside[1]) * name.height / 2
    return np.asarray(arrow.tip + (half + 0.14) * aside)


def _beside(name: VMobject, arrow: ArrowMobject, way: Array, left: float, share: float) -> Array:
    """The middle (3,) of a name to the `left` (1, or right: -1) of an arrow, at a share of its length."""
    off = left * np.array([-way[1], way[0], 0.0])
    half = abs(off[0]) * name.width / 2 + abs(off[1]) * name.height / 2
    return np.asarray(arrow.tip - (1 - share) * arrow.vector + 0.08 * way + (half + 0.14) * off)
