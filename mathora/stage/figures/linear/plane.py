"""The plane with its grid, and a matrix that moves every point of it.

Owns: `Plane`, `PlaneState`, `Moved`, what stands on a plane and moves with it.

Laws:
- Both axes have the same unit, and the origin is the picture's middle: an angle in the model is an angle on screen.
- What has been moved is drawn anew from its own points and the state's matrix: nothing accumulates.
- The grid as it was stays, faint, where it was; axes and numbers are its.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

import numpy as np
from manim import Animation, UpdateFromAlphaFunc, VGroup, VMobject, smooth

from mathora.formula.curves.interval import Interval, round_step
from mathora.stage.arrays import Array
from mathora.stage.figures.linear.linear import way
from mathora.stage.layout import Region
from mathora.stage.plane.graph import Graph
from mathora.stage.theme import QUIET_CONTRAST, Theme, subdued

TIPS = 0.36  # scene units that the axes' tips need beyond the grid
EDGE = 0.3  # scene units from the grid's edge in which no number stands
FINEST = 8.0  # up to this reach the grid has a line at each whole number
NO_WAY = 1e-12  # a direction shorter than this share of the view has collapsed
MOST_NUMBERS = 9  # about so many numbers stand at an axis
FLAT = 1.6  # the width, in heights, from which a plane's numbers stand farther apart, so that there are no more of them

NEAR, THINNEST, BUNDLE = 0.4, 0.12, 0.1
"""Lines that come nearer than `NEAR`, in scene units, are drawn thinner and fainter, down to a share of what they are;
where all of them lie in a bundle narrower than `BUNDLE`, they come up again as one line.
"""

MOST_LINES = 40  # lines of the moved grid on either side of the origin

FAINT, GRID, SHAPES, AXES, LINES, ARROWS, LABELS, READINGS = range(-8, 0)
"""What lies above what: the z-index of each kind."""


@dataclass(frozen=True, slots=True)
class PlaneState:
    """What stands: how far the view reaches from the origin (model units), and the matrix that has moved the plane."""

    reach: float
    matrix: tuple[tuple[float, float], tuple[float, float]] = ((1.0, 0.0), (0.0, 1.0))

    @property
    def array(self) -> Array:
        """The matrix, of shape (2, 2)."""
        return np.array(self.matrix)

    def moved(self, matrix: Array) -> PlaneState:
        """The state in which this matrix has moved the plane."""
        (a, b), (c, d) = (tuple(map(float, row)) for row in matrix)
        return replace(self, matrix=((a, b), (c, d)))


class Moved(Protocol):
    """Something on the plane that is drawn again for each state."""

    def follow(self, plane: Plane) -> object:
        """Takes its place on the plane as that is now."""


class Plane(VGroup):
    """A plane in a region. Its view reaches `reach` model units from the origin to each side at least; its axes have
    `names`, if these are given.

    Submobjects: the grid as it was, the grid as it is, and what was put on it. The axes (`graph`) stand by themselves.
    """

    def __init__(self, region: Region, reach: float, theme: Theme, names: Sequence[VMobject] = ()) -> None:
        self.names = names
        self.theme, self.room = theme, Region(region.left, region.bottom, region.right - TIPS, region.top - TIPS)
        self.state = PlaneState(reach)
        self.graph = self._graph(reach)
        self.graph.set_z_index(AXES)
        self.faint = Lattice(theme.ghost, 1.6, FAINT)
        self.grid = Lattice(subdued(theme.palette["blue"], theme.background, QUIET_CONTRAST), 2.2, GRID)
        self.things: list[Moved] = []
        super().__init__(self.faint, self.grid)
        self.follow()

    def _graph(self, reach: float) -> Graph:
        unit = min(self.room.width, self.room.height) / 2 / reach
        across, up = (Interval(-side / 2 / unit, side / 2 / unit) for side in self._sides)
        seen = 2 * reach * max(1.0, self.room.width / self.room.height / FLAT)
        step = max(1.0, float(round_step(seen / MOST_NUMBERS))) if reach >= 1 else float(round_step(reach / 2))
        ticks = tuple(multiples(step, one.high - EDGE / unit) for one in (across, up))
        first, second = [one.copy() for one in self.names] or (None, None)
        return Graph(
            self.room, across, up, self.theme, equal=True, ticks=(ticks[0], ticks[1]), names=(first, second)
        )  # fmt: skip

    # ── coordinates ───────────────────────────────────────────────────────────────────────────────────────────────────

    def place(self, at: Array) -> Array:
        """The scene point (3,) of a point (2,) of the model that stays where it is."""
        return self.graph.point(float(at[0]), float(at[1]))

    def image(self, at: Array) -> Array:
        """Where the matrix has moved a point (2,) to, in model units."""
        return np.asarray(self.state.array @ at)

    def model_of(self, point: Array) -> Array:
        """The model coordinates (2,) of a scene point."""
        return np.array(self.graph.model_of(point))

    def holds(self, points: Sequence[Array]) -> bool:
        """Whether model points (2,) lie inside of the view."""
        return all(abs(at[0]) <= self.graph.x.high and abs(at[1]) <= self.graph.y.high for at in points)

    def reach_for(self, points: Sequence[Array], least: float | None = None) -> float:
        """How far the view has to reach, so that points (2,) lie inside, with some room; never less than now, or than
        `least`.
        """
        share = min(self.room.width, self.room.height)
        needed = [abs(at[axis]) * share / side for at in points for axis, side in enumerate(self._sides)]
        return max(self.state.reach if least is None else least, 1.12 * max(needed, default=0.0))

    @property
    def _sides(self) -> tuple[float, float]:
        return self.room.width, self.room.height

    # ── motion ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def shares_grid(self, share: float) -> Animation:
        """The grid steps back to a share of its opacity behind another one, or comes up again."""
        before = self.grid.share

        def go(grid: Any, alpha: float) -> None:  # noqa: ANN401 - the lattice
            grid.share = before + alpha * (share - before)
            grid.draw(self.graph, self.state.array)

        return UpdateFromAlphaFunc(self.grid, go)

    def put(self, thing: Any) -> None:  # noqa: ANN401 - a mobject that is `Moved`
        """Something stands on the plane from now on, and follows it."""
        self.things.append(thing)
        self.add(thing.follow(self))

    def take_off(self, thing: Any) -> None:  # noqa: ANN401 - as above
        """It no longer stands on the plane."""
        self.things.remove(thing)
        self.remove(thing)

    def follow(self) -> None:
        """Draws all that stands on the plane for its present state."""
        self.faint.draw(self.graph, np.eye(2))
        self.grid.draw(self.graph, self.state.array)
        for thing in self.things:
            thing.follow(self)

    def moves(self, by: Array, **options: Any) -> Animation:  # noqa: ANN401 - Manim's own
        """The motion of every point by a matrix (2, 2)."""
        before = self.state

        def moved(plane: Plane, share: float) -> None:
            plane.state = before.moved(way(by, share) @ before.array)
            plane.follow()

        return UpdateFromAlphaFunc(self, moved, **{"rate_func": smooth, **options})

    def goes_to(self, matrix: Array, **options: Any) -> Animation:  # noqa: ANN401 - Manim's own
        """The motion of every point straight to where a matrix (2, 2) takes it from where it was at first."""
        before = self.state

        def moved(plane: Plane, share: float) -> None:
            plane.state = before.moved((1 - share) * before.array + share * matrix)
            plane.follow()

        return UpdateFromAlphaFunc(self, moved, **{"rate_func": smooth, **options})

    def zooms(self, reach: float, **options: Any) -> Animation:  # noqa: ANN401 - Manim's own
        """The view reaches farther: everything shrinks towards the origin. The axes are new ones, those of the end."""
        before, graph = self.state, self._graph(reach)
        near, far = (self.graph.x, self.graph.y), (graph.x, graph.y)
        self.graph = graph.set_z_index(AXES)

        def zoomed(plane: Plane, share: float) -> None:
            graph.x, graph.y = (
                Interval(-half, half)
                for half in ((1 - share) * one.high + share * two.high for one, two in zip(near, far, strict=True))
            )
            plane.state = replace(before, reach=(1 - share) * before.reach + share * reach)
            plane.follow()

        return UpdateFromAlphaFunc(self, zoomed, **{"rate_func": smooth, **options})

    def widen(self, reach: float) -> None:
        """The view reaches so far at once."""
        self.state, self.graph = replace(self.state, reach=reach), self._graph(reach).set_z_index(AXES)
        self.follow()

    # ── what is measured ──────────────────────────────────────────────────────────────────────────────────────────────

    def unequal(self) -> float:
        """How far the axes' units differ, as a share."""
        across, up = self.graph.units()
        return across / up - 1


class Lattice(VMobject):
    """The lines through the whole numbers, moved by a matrix and cut at the view's edge; one shape of many strokes."""

    def __init__(self, colour: str, width: float, layer: int) -> None:
        super().__init__(stroke_color=colour, stroke_width=width, fill_opacity=0)
        self._width, self.share = width, 1.0
        self.set_z_index(layer)

    def draw(self, graph: Graph, matrix: Array) -> None:
        """The lines of a graph's plane that a matrix (2, 2) has moved."""
        box = np.array([graph.x.high, graph.y.high])
        step = 1.0 if min(box) <= FINEST else float(round_step(float(min(box)) / 6))
        ends = [
            line
            for along, across in ((matrix[:, 1], matrix[:, 0]), (matrix[:, 0], matrix[:, 1]))
            for index in range(-MOST_LINES, MOST_LINES + 1)
            if (line := cut_line(index * step * across, along, box)) is not None
        ]
        if not ends:
            self.clear_points()
            return
        clear, pressed = _clear(matrix, step * float(graph.units()[0]))
        self.set_stroke(width=self._width * (clear + pressed), opacity=clear * self.share)
        model = np.array(ends)  # (n, 2, 2)
        start, end = (graph.points_of(model[:, side, 0], model[:, side, 1]) for side in (0, 1))
        shares = np.array([0, 1 / 3, 2 / 3, 1])[None, :, None]
        self.set_points((start[:, None] * (1 - shares) + end[:, None] * shares).reshape(-1, 3))


def _clear(matrix: Array, step: float) -> tuple[float, float]:
    """How wide and how opaque the lines are drawn, as a share: less where a matrix brings them so near that they would
    be one surface, in full again where all come down on one line; and how far they have come down on it, from 0 to 1.
    `step` is their distance before, in scene units.
    """
    lengths = np.linalg.norm(matrix, axis=0)
    area, ways = step * abs(float(np.linalg.det(matrix))), lengths[lengths > NO_WAY * lengths.max()]
    apart, widest = (area / one for one in (ways.max(), ways.min())) if len(ways) else (0.0, 0.0)  # of both families
    pressed = max(0.0, 1 - 2 * MOST_LINES * widest / BUNDLE)
    return float(np.clip(max(apart / NEAR, pressed), THINNEST, 1)), pressed


def multiples(step: float, reach: float) -> list[float]:
    """The whole multiples of a step from −reach to reach."""
    count = int(reach / step + 1e-9)
    return [index * step for index in range(-count, count + 1)]


def cut_line(through: Array, along: Array, box: Array) -> tuple[Array, Array] | None:
    """The ends (2,) of a line inside of the box from −box to box; None if it does not meet it, or has no direction."""
    if float(np.abs(along).max()) < NO_WAY * float(box.max()):
        return None
    near, far = -np.inf, np.inf
    for axis in (0, 1):
        if along[axis] == 0:
            if abs(through[axis]) > box[axis]:
                return None
            continue
        ends = sorted((side * box[axis] - through[axis]) / along[axis] for side in (-1, 1))
        near, far = max(near, ends[0]), min(far, ends[1])
    return (through + near * along, through + far * along) if near < far else None
