"""A value over the steps of a repeated computation, one run or several, on shared axes.

Owns: `Recurrence`, `RunsFigure`, `RunPath`, `name_of`.

Laws:
- A run is computed from the model alone: by its gradient, or by functions that say what each number becomes. Each step
  takes the numbers of the step before, all at once.
- All values of all runs that stand are on the axes, and each is marked. The axes have room for all runs to come that
  reach about as far as the first; when another leaves them, they follow, and so do the runs that stood there.
- A run is drawn wider than those after it, so that it is seen under one that covers it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from manim import DOWN, RIGHT, Circle, LineJointType, ValueTracker, VGroup, VMobject, smooth, squish_rate_func

from mathora.formula import ModelFunction, tree
from mathora.formula.curves.fitted import room_for
from mathora.formula.curves.interval import Interval
from mathora.stage.arrays import Array
from mathora.stage.invariants import Claims
from mathora.stage.layout import Region
from mathora.stage.plane.graph import OFF_AXIS, Graph
from mathora.stage.text.terms import Term, symbol
from mathora.stage.theme import Theme
from mathora.stage.writing import Writing

NEAR = 0.9  # values that fall below this share of the largest are compared with zero, which then stands on the axis

APART, MOST_NUMBERS = (1, 2, 5, 10, 20), 10
"""How many steps are between two numbers of the axis, so that it has no more than so many."""

WIDTH, WIDER, WIDEST = 3.5, 1.2, 6.5
"""Of the last run's line, by how much that of each run before is wider, and of the first one at most."""

ALIKE = 4.0  # runs that reach no farther than so many times the first one share its axes from the beginning
HERE = 0.1  # the radius of the dot that runs, in scene units
MARK = 0.0175  # a mark's radius in scene units, for a line of width 1


@dataclass(frozen=True)
class Recurrence:
    """What is repeated: the numbers of `state` (in that order) become what `following` says of them, all at once.

    `given` are constants. Without `following`, a step is `rate` times the gradient of `value` back.
    """

    value: ModelFunction
    state: tuple[str, ...]
    following: tuple[ModelFunction, ...] = ()
    given: tuple[tuple[str, float], ...] = ()
    rate: float = 0.0

    def values(self, start: Mapping[str, float], steps: int) -> Array:
        """The value before the first step and after each, shape (steps + 1,)."""
        with np.errstate(all="ignore"):
            return np.array([self._at(self.value, known) for known in self._states(start, steps)])

    def places(self, start: Mapping[str, float], steps: int) -> Array:
        """The numbers of the state then, shape (steps + 1, n)."""
        return np.array([[known[key] for key in self.state] for known in self._states(start, steps)])

    def _states(self, start: Mapping[str, float], steps: int) -> list[dict[str, float]]:
        found = [{**dict(self.given), **start}]
        for _ in range(steps):
            with np.errstate(all="ignore"):
                found.append(found[-1] | self._next(found[-1]))
        return found

    def _next(self, known: Mapping[str, float]) -> dict[str, float]:
        if self.following:
            pairs = zip(self.state, self.following, strict=True)
            return {key: self._at(function, known) for key, function in pairs}
        slopes = {key: self._at(self.value.partial(key), known) for key in self.value.variables}
        return {key: known[key] - self.rate * slope for key, slope in slopes.items()}

    @staticmethod
    def _at(function: ModelFunction, known: Mapping[str, float]) -> float:
        return float(function.value(*(known[key] for key in function.variables)))


def name_of(function: ModelFunction) -> Term:
    """f; a function that gives one of its variables back is called by that: x."""
    body = function.model.names[function.key].body
    return Term(body) if isinstance(body, tree.Symbol) else symbol(function.model, function.key)


def _heights(*runs: Array) -> Interval:
    """What the axis upwards holds: all values, and zero unless they are all far from it beside what they differ by."""
    low, high = min(float(one.min()) for one in runs), max(float(one.max()) for one in runs)
    near = [0.0] if 0 < low < NEAR * high or NEAR * low < high < 0 else []
    return room_for(*runs, near, zero=True)


class RunsFigure:
    """Axes over the steps from 0 to `steps`, and the runs that stand on them, by their place in the order; at last they
    are `count`. The axis upwards is the one of `heights`, if it is given, until a run leaves it.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what it shows
        self,
        region: Region,
        steps: int,
        count: int,
        names: tuple[VMobject, VMobject],
        write: Writing,
        heights: Interval | None = None,
    ) -> None:
        self.heights = heights
        self.region, self.steps, self.names, self.write = region, steps, names, write
        self.widths = np.linspace(min(WIDEST, WIDTH + WIDER * (count - 1)), WIDTH, count)
        self.values, self.alike = list[Array](), list[Array]()
        self.colours: list[str] = []
        self.lines = VGroup()
        self.graph = self._graph(Interval(0.0, 1.0))

    def _graph(self, heights: Interval) -> Graph:
        room = 0.04 * self.steps
        names = (self.names[0].copy(), self.names[1].copy())
        apart = next(one for one in APART if one * MOST_NUMBERS >= self.steps)
        ticks = [float(one) for one in range(0, self.steps + 1, apart)]
        x, place = Interval(0.0, self.steps + room), replace(self.region, right=self.region.right - names[0].width)
        graph = Graph(place, x, heights, self.write.theme, ticks=(ticks, None), names=names)
        names[0].next_to(graph.tips[0], RIGHT, buff=0.12)  # runs may end just over the axis, and cross it
        across = graph.numbers[: graph.across]
        VGroup(*across).next_to(graph.frame, DOWN, buff=OFF_AXIS, coor_mask=np.array([0, 1, 0]))
        return graph

    def preview(self, runs: Sequence[Array]) -> Graph:
        """The axes of runs that do not stand yet."""
        reach = ALIKE * np.abs(runs[0]).max()
        self.alike = [one for one in runs if np.abs(one).max() <= reach]
        return self._graph(self._holding(*self.alike))

    def with_run(self, values: Array, colour: str) -> tuple[Graph, VGroup, VMobject]:
        """Axes that hold a run more, the runs so far on them, and the new one."""
        self.values.append(values)
        self.colours.append(colour)
        graph = self._graph(self._holding(*self.alike, *self.values))
        lines = [self._line(graph, *one) for one in zip(self.values, self.colours, self.widths, strict=False)]
        return graph, VGroup(*lines[:-1]), lines[-1]

    def _holding(self, *runs: Array) -> Interval:
        given = self.heights
        held = given is not None and all((one >= given.low).all() and (one <= given.high).all() for one in runs)
        return given if held and given is not None else _heights(*runs)

    def stand(self, graph: Graph, lines: VGroup) -> None:
        """What stands from now on."""
        self.graph, self.lines = graph, lines

    @staticmethod
    def _line(graph: Graph, values: Array, colour: str, width: float) -> VGroup:
        """A run: a line through its values, and a mark at each of them."""
        path = graph.polyline(np.arange(float(len(values))), values, colour, width)
        path.joint_type = LineJointType.ROUND
        marks = (
            Circle(radius=MARK * width).set_fill(colour, 1).set_stroke(width=0).move_to(graph.point(step, float(one)))
            for step, one in enumerate(values)
        )
        return VGroup(path, *marks)

    @property
    def claims(self) -> Claims:
        """Name, residual and tolerance of what is true of the picture on every frame."""
        return (
            ("every step of every run is a mark at its value, on the same axes", self._misplaced, 1e-6),
            ("a run's line leads through all of its values", self._astray, 1e-6),
        )

    def _misplaced(self) -> float:
        """How far, at most, a mark is from its value, in scene units; infinite if one is missing."""
        standing = self.values[: len(self.lines)]
        if [len(line) - 1 for line in self.lines] != [len(one) for one in standing]:
            return float("inf")
        gaps = [
            np.linalg.norm(np.array([mark.get_center() for mark in line[1:]]) - self._places(values), axis=1).max()
            for line, values in zip(self.lines, standing, strict=True)
        ]
        return float(max(gaps, default=0.0))

    def _astray(self) -> float:
        """How far, at most, a corner of a run's line is from its value, in scene units."""
        gaps = [0.0]
        for line, values in zip(self.lines, self.values, strict=False):
            corners = np.concatenate([line[0].points[::4], line[0].points[-1:]])
            gaps.append(float(np.abs(corners - self._places(values)).max()))
        return max(gaps)

    def _places(self, values: Sequence[float] | Array) -> Array:
        return self.graph.points_of(np.arange(float(len(values))), np.asarray(values, dtype=float))


FIRST, SHRINK, ALL = 0.9, 0.7, 2.0
"""Seconds of the first hop, the share of it that each next one takes, and what all have in common beside that."""

HOP, SHORT = 0.6, 0.15  # the share of a hop in which it moves; seconds in which a mark comes


class Hops:
    """When each of `steps` steps is made: one after the other, the first ones slowly; in all they take `seconds`."""

    def __init__(self, steps: int) -> None:
        lengths = FIRST * SHRINK ** np.arange(steps) + ALL / steps
        self.ends = np.cumsum([0.0, *lengths]) / lengths.sum()
        self.seconds = float(lengths.sum())

    def gone(self, share: float) -> float:
        """The share of all steps that are made by then."""
        at = int(np.clip(np.searchsorted(self.ends, share, side="right") - 1, 0, len(self.ends) - 2))
        here = (share - self.ends[at]) / (self.ends[at + 1] - self.ends[at])
        return float((at + smooth(min(1.0, here / HOP))) / (len(self.ends) - 1)) if share < 1 else 1.0

    def landing(self, step: int) -> Callable[[float], float]:
        """When the mark of a step comes: with its landing."""
        start = self.ends[step - 1] if step else 0.0
        middle = start + (HOP * (self.ends[step] - start) if step else 0.0)
        end = max(middle + SHORT / self.seconds, middle)
        rate: Callable[[float], float] = squish_rate_func(smooth, min(middle, 1 - SHORT / self.seconds), min(end, 1.0))
        return rate


class RunPath(VGroup):
    """A run on a map: `done` steps of its way through scene points (n, 3), their marks, and a dot where it is;
    a run that has no more places has left the map, and has no dot.
    """

    def __init__(self, points: Array, colour: str, width: float, theme: Theme) -> None:
        self.points_of_run, self.done = points, ValueTracker(0.0)
        self.way = VMobject(stroke_color=colour, stroke_width=width, fill_opacity=0)
        self.way.joint_type = LineJointType.ROUND
        self.marks = VGroup(*(Circle(radius=MARK * width).set_stroke(width=0).move_to(at) for at in points))
        self.marks.set_fill(colour)
        self.dot = Circle(radius=HERE).set_fill(colour, 1).set_stroke(theme.background, 1.5)
        super().__init__(self.way, self.marks, self.dot)
        self.add_updater(lambda one: one.put(), call_updater=True)

    def put(self) -> None:
        """Way, marks and dot as they are after `done` steps."""
        gone = min(self.done.get_value(), len(self.points_of_run) - 1.0)
        self.dot.set_opacity(float(self.done.get_value() <= gone))
        full = int(gone)
        first, second = self.points_of_run[full], self.points_of_run[min(full + 1, len(self.points_of_run) - 1)]
        here = first + (gone - full) * (second - first)
        self.way.set_points_as_corners(np.array([*self.points_of_run[: full + 1], here]))
        for step, mark in enumerate(self.marks):
            mark.set_fill(opacity=float(step <= gone))
        self.dot.move_to(here)
