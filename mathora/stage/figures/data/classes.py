"""Points in groups: a boundary between two of them, and clusters around centres.

Owns: `BoundaryLine`, `Clusters`, `JoinedGroups`, `MarkedPoint`, `group_colours`.

Laws:
- A boundary is where the model's function of the two coordinates has one value, drawn with the parameters of now; so
  are the pale lines beside it, where it has other values, each with its own.
- A point on the wrong side of it has a ring: every one of them, and no other.
- Clusters are found by Lloyd's steps (Lloyd 1982): each point takes its nearest centre, each centre the mean of its
  points.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from manim import DL, UP, UR, Circle, ValueTracker, VGroup, VMobject

from mathora.formula import ModelFunction
from mathora.lesson import ColourName
from mathora.stage.arrays import Array
from mathora.stage.figures.data.data_points import Scatter
from mathora.stage.figures.elements.naming import free_place
from mathora.stage.invariants import Claims
from mathora.stage.layout import Region
from mathora.stage.map.level_side import LevelSide
from mathora.stage.map.marks import value_labels
from mathora.stage.plane.graph import HALO, dashed
from mathora.stage.plane.shapes import cross
from mathora.stage.space.contours import LevelCurve, level_curves
from mathora.stage.theme import Theme

PALETTE: tuple[ColourName, ...] = ("blue", "orange", "green", "pink", "purple", "teal")

PALE = 0.16  # how opaque the side of a group is
RING = 0.2  # the radius of a ring around a point, in scene units
OFF_EDGE = 0.3  # scene units at least from a line's value to the picture's edge, so that no stub of the line is left
HERE = 1e-6  # a mark stands at a place if it is no farther from it, in scene units


def group_colours(groups: Array | Sequence[int], theme: Theme) -> list[str]:
    """A colour for each point, by its group: whole numbers from 0."""
    return [theme.palette[PALETTE[int(one)]] for one in groups]


class _Seen:
    """A function of coordinates and parameters, seen as one of the two coordinates alone."""

    def __init__(self, function: ModelFunction, parameters: Array) -> None:
        self.function, self.parameters = function, parameters
        self.variables = function.variables[:2]

    def value(self, *arrays: Array) -> Array:
        """Values at coordinates of one shape."""
        return np.asarray(np.broadcast_to(self.function.value(*arrays, *self.parameters), np.shape(arrays[0])))

    def partial(self, variable: str) -> _Seen:
        """The partial derivative by a coordinate."""
        return _Seen(self.function.partial(variable), self.parameters)

    def gradient(self, point: Mapping[str, float]) -> Array:
        """The gradient at a point, shape (2,)."""
        at = [np.array([point[key]]) for key in self.variables]
        return np.array([float(self.partial(key).value(*at)[0]) for key in self.variables])


class BoundaryLine:
    """Where `function` is `level` among the points of `scatter`; `groups` (n,) say on which side each one belongs."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it separates
        self,
        scatter: Scatter,
        function: ModelFunction,
        at: Mapping[str, float],
        level: float,
        groups: Array | None,
        theme: Theme,
        others: Sequence[float] = (),
    ) -> None:
        self.scatter, self.function, self.level, self.groups, self.theme = scatter, function, level, groups, theme
        self.parameters = {key: ValueTracker(at[key]) for key in function.variables[2:]}
        self.line = VMobject(stroke_color=theme.foreground, stroke_width=4, fill_opacity=0)
        self.line.add_updater(lambda one: self._put(one, level), call_updater=True)
        told = value_labels(dict.fromkeys((level, *others) if others else (), theme.muted), theme)
        self.others = VGroup(*(VMobject(stroke_color=theme.muted, stroke_width=2.5, fill_opacity=0) for _ in others))
        for line, value in zip(self.others, others, strict=True):
            line.add_updater(lambda one, value=value: self._put(one, value), call_updater=True)
        self.values_told = VGroup(*told.values())
        self.values_told.add_updater(lambda one: self._label(one), call_updater=True)  # noqa: PLW0108 - copies stay still
        self.levels = level, *others
        self.sides = VGroup()
        if groups is not None:
            self.sides.add(*(LevelSide(scatter.graph, one, PALE) for one in group_colours((0, 1), theme)))
            self.sides.add_updater(lambda one: self._fill(one), call_updater=True)  # noqa: PLW0108 - as above
        self.rings = VGroup()
        self.rings.add_updater(lambda one: self._ring(one), call_updater=True)  # noqa: PLW0108 - as above

    def here(self) -> Array:
        """The parameters now."""
        return np.array([tracker.get_value() for tracker in self.parameters.values()])

    def values(self) -> Array:
        """The function at each point of the data now, shape (n,)."""
        return _Seen(self.function, self.here()).value(self.scatter.x, self.scatter.y)

    def wrong(self) -> Array:
        """Which points are on the side of the other group: above the level belongs group 1, below it group 0."""
        if self.groups is None:
            return np.zeros(len(self.scatter.x), dtype=bool)
        return np.asarray((self.values() > self.level) != (self.groups > 0))

    def _put(self, line: VMobject, level: float) -> None:
        graph = self.scatter.graph
        curves = level_curves(_Seen(self.function, self.here()), graph.x, graph.y, level)
        line.set_points(LevelCurve(graph, curves, level, self.theme.foreground).points)

    def _fill(self, sides: VGroup) -> None:
        """The side of each group: below the lowest line, and above the highest; between these is a street."""
        function = _Seen(self.function, self.here())
        sides[0].stand(function, min(self.levels))
        sides[1].stand(function, max(self.levels), above=True)

    def _label(self, labels: VGroup) -> None:
        """Each value on its line, where that is nearest to the upper right corner without leaving the picture."""
        frame = self.scatter.graph.frame
        for line, label in zip((self.line, *self.others), labels, strict=False):
            half = np.array([label.width, label.height]) / 2 + OFF_EDGE
            low, high = frame.get_corner(DL)[:2] + half, frame.get_corner(UR)[:2] - half
            inside = [at for at in line.points[::4] if (low <= at[:2]).all() and (at[:2] <= high).all()]
            label.set_opacity(float(bool(inside)))
            if inside:
                label.move_to(max(inside, key=lambda at: at[0] + 1.5 * at[1]))

    def _ring(self, rings: VGroup) -> None:
        places = self.scatter.graph.points_of(self.scatter.x, self.scatter.y)[self.wrong()]
        fresh = (Circle(radius=RING).set_stroke(self.theme.wrong, 4).move_to(place) for place in places)
        rings.set(submobjects=[*fresh])

    @property
    def claims(self) -> Claims:
        """Name, residual and tolerance of what is true of the picture on every frame."""
        return (
            ("on the boundary the function has its level", self._off_level, 1e-4),
            ("each point on the wrong side has a ring, and no other", self._unringed, 0.5),
        )

    def _off_level(self) -> float:
        """How far, at most, the function is from its level on the drawn line, as a share of its range at the data, or
        of its usual range on the picture, which is larger where it is the same at all data.
        """
        graph, seen = self.scatter.graph, _Seen(self.function, self.here())
        over = seen.value(*np.meshgrid(np.linspace(*graph.x, 9), np.linspace(*graph.y, 9)))
        usual = np.ptp(np.quantile(over[np.isfinite(over)], (0.1, 0.9))) if np.isfinite(over).any() else 0.0
        off = 0.0
        for level, line in zip(self.levels, (self.line, *self.others), strict=True):
            if len(line.points):
                anchors = graph.models_of(line.points[::4])
                off = max(off, float(np.abs(seen.value(anchors[:, 0], anchors[:, 1]) - level).max()))
        return off / max(float(np.ptp(self.values())), float(usual), 1e-12)

    def _unringed(self) -> float:
        """How many points are ringed and should not be, or should be and are not; one ring is for all at one place."""
        places = self.scatter.graph.points_of(self.scatter.x, self.scatter.y)
        drawn = np.array([ring.get_center() for ring in self.rings]).reshape(-1, 3)
        ringed, wanted = (
            np.array([bool((np.linalg.norm(some - at, axis=1) < HERE).any()) for at in places])
            for some in (drawn, places[self.wrong()])
        )
        return float((ringed != wanted).sum())


class JoinedGroups(VGroup):
    """A line through the points of each group of `groups` (n,), from left to right; at its end the group's name."""

    def __init__(self, scatter: Scatter, groups: Array, names: Sequence[VMobject], theme: Theme) -> None:
        self.scatter, kinds = scatter, sorted({int(one) for one in groups})
        self.orders = [[at for at in np.argsort(scatter.x, kind="stable") if groups[at] == kind] for kind in kinds]
        colours = group_colours(kinds, theme)
        self.lines = VGroup(*(VMobject(stroke_color=one, stroke_width=3.5, fill_opacity=0) for one in colours))
        self.names = VGroup(*names)
        super().__init__(self.lines, self.names)
        self.add_updater(lambda one: one.follow(), call_updater=True)

    def follow(self) -> None:
        """Each line goes through its points as they stand."""
        for line, order in zip(self.lines, self.orders, strict=True):
            line.set_points_as_corners(np.array([self.scatter.dots[at].get_center() for at in order]))
        for name, order in zip(self.names, self.orders, strict=False):
            name.next_to(self.scatter.dots[order[-1]], UP, buff=0.12)

    @property
    def claims(self) -> Claims:
        """Name, residual and tolerance of what is true of the picture on every frame."""
        return (("a line leads through all points of its group, from left to right", self._astray, 1e-6),)

    def _astray(self) -> float:
        """How far, at most, a corner of a line is from its point, in scene units."""
        gaps = [0.0]
        for line, order in zip(self.lines, self.orders, strict=True):
            corners = np.concatenate([line.points[::4], line.points[-1:]])
            places = self.scatter.graph.points_of(self.scatter.x[order], self.scatter.y[order])
            gaps.append(float(np.abs(corners - places).max()) if len(corners) == len(places) else float("inf"))
        return max(gaps)


class MarkedPoint(VGroup):
    """A point of the data with a ring, a dashed line from it to the first axis, and beside it what is `said`, if
    anything, clear of the other points and of `others`; `index` counts the points from 0.
    """

    def __init__(
        self, scatter: Scatter, index: int, said: VMobject | None, theme: Theme, others: Sequence[VMobject] = ()
    ) -> None:
        self.scatter, self.index, self.said, self.way = scatter, index, said, np.zeros(3)
        self.ring = Circle(radius=RING).set_stroke(theme.palette["yellow"], 4)
        self.drop = VMobject(stroke_color=theme.muted, stroke_width=2.5, fill_opacity=0)
        super().__init__(self.drop, self.ring, *([said] if said else []))
        self.follow()
        if said:
            low, high = scatter.graph.frame.get_corner(DL), scatter.graph.frame.get_corner(UR)
            room, here = Region(low[0], low[1], high[0], high[1]), self.ring.get_center()
            lines = [self.drop.points, *(line.points for one in others for line in one.get_family())]
            found = free_place(said, here[None], lines, [*scatter.dots, self.ring], room)
            said.set_stroke(theme.background, HALO, background=True).move_to(np.append(found[:2] + found[2:], 0.0))
            self.way = said.get_center() - here
        self.add_updater(lambda one: one.follow(), call_updater=True)

    def follow(self) -> None:
        """Ring and line at the point as it stands."""
        graph, x = self.scatter.graph, float(self.scatter.x[self.index])
        place = self.scatter.dots[self.index].get_center()
        self.drop.set_points(
            dashed(place, graph.point(x, graph.origin[1]), self.drop.get_stroke_color().to_hex()).points
        )
        self.ring.move_to(place)
        if self.said:
            self.said.move_to(place + self.way)

    @property
    def claims(self) -> Claims:
        """Name, residual and tolerance of what is true of the picture on every frame."""
        return ((f"the ring is around point {self.index + 1}", self._astray, HERE),)

    def _astray(self) -> float:
        """How far the ring is from its point, in scene units."""
        at = self.scatter.graph.point(float(self.scatter.x[self.index]), float(self.scatter.y[self.index]))
        return float(np.linalg.norm(self.ring.get_center() - at))


class Clusters:
    """Centres among the points of `scatter`, (k, 2) in model units, each in its colour."""

    def __init__(self, scatter: Scatter, centres: Array, theme: Theme) -> None:
        self.scatter, self.centres, self.theme = scatter, centres, theme
        self.owner: Array | None = None
        self.marks = VGroup(*(cross(theme.palette[PALETTE[k]], 0.36) for k in range(len(centres))))
        self.stand()

    def stand(self) -> VGroup:
        """The marks, each where its centre is on the graph as it stands."""
        for mark, centre in zip(self.marks, self.centres, strict=True):
            mark.move_to(self.scatter.graph.point(*centre))
        return self.marks

    def nearest(self) -> Array:
        """The place of the nearest centre of each point, shape (n,)."""
        points = np.column_stack([self.scatter.x, self.scatter.y])
        return np.asarray(np.linalg.norm(points[:, None] - self.centres[None], axis=-1).argmin(axis=1))

    def means(self) -> Array:
        """The mean of each centre's points, (k, 2); a centre without points stays."""
        owner = self.nearest() if self.owner is None else self.owner
        points = np.column_stack([self.scatter.x, self.scatter.y])
        own = [points[owner == k] for k in range(len(self.centres))]
        return np.array([one.mean(axis=0) if len(one) else at for one, at in zip(own, self.centres, strict=True)])

    @property
    def claims(self) -> Claims:
        """Name, residual and tolerance of what is true of the picture on every frame."""
        return (("each centre is a mark at its place", self._misplaced, 1e-6),)

    def _misplaced(self) -> float:
        """How far, at most, a mark is from its centre, in scene units."""
        places = self.scatter.graph.points_of(self.centres[:, 0], self.centres[:, 1])
        return float(np.abs(np.array([mark.get_center() for mark in self.marks]) - places).max())
