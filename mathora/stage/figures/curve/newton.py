"""Steps on a curve: Newton's, down the tangent to the axis, and those by which a value is put in again, level to the
line of equal coordinates; from there upright back to the curve.

Owns: `NewtonSteps`, `PutInAgain`, `StepsState`.

Laws (`off_line`, measured on the drawn points):
- Each line leaves the curve with the slope that its step has, and ends where the step does: on the axis, or on the line
  of equal coordinates.
- A point goes along a step that is under way: it does not leave its lines.
- Nothing is drawn outside the window: where it is moved, lines end at its edge, and places that it leaves lose their
  names.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from manim import VMobject

from mathora.stage.arrays import Array
from mathora.stage.figures.curve.curve import FunctionCurve
from mathora.stage.figures.elements.figure import Figure, Numbers
from mathora.stage.figures.elements.naming import free_place
from mathora.stage.map.marks import marker
from mathora.stage.plane.graph import HALO, along, dashed

APART = 0.5  # scene units between places that both have their names


@dataclass(frozen=True)
class StepsState(Numbers):
    """How many steps are drawn, of one that is under way, the part; how much of the line on which they end; and whether
    a point takes the last one.
    """

    shown: float = 0.0
    guide: float = 0.0
    rider: float = 0.0


class NewtonSteps(Figure[StepsState]):
    """The steps from `start` on, on the curve; `places` are where they lead, in model units. `write` makes their names,
    x₀, x₁, …; each stands at the axis unless another is too near.
    """

    def __init__(self, curve: FunctionCurve, start: float, colour: str, write: Callable[..., VMobject]) -> None:
        super().__init__(StepsState(), curve)
        self.curve, self.plot, self.colour, self.places, self.write = curve, curve.plot, colour, [start], write
        self.lines: dict[int, VMobject] = {}
        self._names: tuple[object, dict[int, VMobject]] = (None, {})
        self.plot.lines.append(lambda: self.plot.graph.models_of(along(*self._corners())))

    def _corners(self) -> list[Array]:
        """The scene points (3,) from which to which the lines of the steps lead that are drawn."""
        if not self.state.shown:
            return []
        feet = [(self.plot.point(at, 0.0), self.plot.point(at, self.curve.function(at))) for at in self.places]
        return [point for pair in feet[: int(np.ceil(self.state.shown)) + 1] for point in pair]

    def next_place(self) -> float:
        """Where the tangent at the last place meets the axis."""
        at = self.places[-1]
        height, slope = self.curve.function(at), self.curve.function.derivative(at)
        return float(at - height / slope)

    def slope(self, at: float) -> float:
        """How steep the line of a step from there is: as the curve."""
        return self.curve.function.derivative(at)

    def level(self, at: float) -> float:
        """How high the step ends that leads there: on the axis."""
        return 0.0 * at

    def draw(self, state: StepsState) -> None:
        """Each line to where its step ends, then the dashed way to the curve; the places' names."""
        parts = self._guide(state.guide)
        self.lines = {}
        for k in range(min(int(np.ceil(state.shown)), len(self.places) - 1)):
            share, (at, there) = min(state.shown - k, 1.0), self.places[k : k + 2]
            start, foot = self._on_curve(at), np.array([there, self.level(there)])
            seen = self._seen(start, start + min(1.0, 2 * share) * (foot - start))
            if len(seen):
                line = VMobject(stroke_color=self.colour, stroke_width=4, fill_opacity=0)
                self.lines[k] = line.set_points_as_corners(seen)
            if share > 1 / 2:
                top, low = (foot + (2 * share - 1) * (end - foot) for end in (self._on_curve(there), [there, 0.0]))
                parts += [*self._dashes(foot, low), *self._risen(foot, top)]
        if state.rider:
            parts += self._rider(state.shown)
        if state.shown:
            parts += self._dashes(np.array([self.places[0], 0.0]), self._on_curve(self.places[0]))
        reached = [k for k, at in enumerate(self.places) if k <= state.shown and self.plot.shows(at, 0.0)]
        self.picture.set(submobjects=[*parts, *self.lines.values(), *self._named(reached if state.shown else [])])

    def _rider(self, shown: float) -> list[VMobject]:
        """Who takes the last step: on its line, and then on the way back to the curve."""
        (at, there), share = self.places[-2:], float(np.clip(shown - len(self.places) + 2, 0, 1))
        start, foot, end = self._on_curve(at), np.array([there, self.level(there)]), self._on_curve(there)
        place = start + 2 * share * (foot - start) if share <= 1 / 2 else foot + (2 * share - 1) * (end - foot)
        return [marker(self.plot.theme).move_to(self.plot.point(*place))] * self.plot.shows(*place)

    def _risen(self, start: Array, end: Array) -> list[VMobject]:
        """The way from where a step ends to the curve."""
        return self._dashes(start, end)

    def _guide(self, seen: float) -> list[VMobject]:
        """The line on which steps end, if it is no axis."""
        low, high = self.plot.state.x
        ends = np.array([low, self.level(low)]), np.array([high, self.level(high)])
        return self._dashes(ends[0], ends[0] + seen * (ends[1] - ends[0])) if seen and ends[1][1] else []

    def _on_curve(self, at: float) -> Array:
        return np.array([at, self.curve.function(at)])

    def _dashes(self, start: Array, end: Array) -> list[VMobject]:
        seen = self._seen(start, end)
        return [dashed(seen[0], seen[1], self.plot.theme.muted)] if len(seen) else []

    def _seen(self, start: Array, end: Array) -> Array:
        """The part of a line between two places (2,) of the model that the window shows: its ends (2, 3), or none."""
        window, way = self.plot.state, end - start
        first, last = 0.0, 1.0
        for at, to, (low, high) in zip(start, way, (window.x, window.y), strict=True):
            if to:
                near, far = sorted(((low - at) / to, (high - at) / to))
                first, last = max(first, near), min(last, far)
            elif not low <= at <= high:
                last = -1.0
        if first >= last:
            return np.zeros((0, 3))
        return np.array([self.plot.point(*(start + share * way)) for share in (first, last)])

    def _named(self, reached: list[int]) -> list[VMobject]:
        """The names of these places, clear of lines and numbers as they stand when each comes."""
        stands = [tuple(np.round(one.get_center(), 3)) for one in self.plot.texts]
        if self._names[0] != (around := (self.plot.state.x, self.plot.state.y, stands)):
            self._names = (around, {})
        names, variable, size = self._names[1], self.curve.function.variable, self.plot.theme.sizes.label
        feet = {k: self.plot.point(self.places[k], 0.0) for k in reached}
        for k, foot in feet.items():
            near = any(abs(foot[0] - feet[one][0]) < APART for one in names if one in feet)
            if k in names or near or "_" in variable:
                continue
            upright = np.linspace(foot, self.plot.point(self.places[k], self.curve.function(self.places[k])), 30)
            lines = [self.curve.line.points, self.plot.axes_points, upright]
            lines += [np.linspace(one.points[0], one.points[-1], 60) for one in self.lines.values()]
            low, high = (self.plot.point(at, self.level(at)) for at in self.plot.state.x)
            lines += [np.linspace(low, high, 200)]
            others = [*names.values()]
            names[k] = self.write(rf"{variable}_{{{k}}}", size).set_stroke(
                self.plot.theme.background, HALO, background=True
            )
            place = free_place(names[k], foot[None], lines, [*self.plot.texts, *others], self.plot.place)
            names[k].move_to(np.append(place[:2] + place[2:], 0.0))
        return [one for k, one in names.items() if k in feet]

    def off_line(self) -> float:
        """How far the drawn lines that are whole end from where their steps do, or leave the slope: a share of the
        window.
        """
        off, graph, window = [0.0], self.plot.graph, self.plot.state
        for k, line in self.lines.items():
            (x0, y0), (x1, y1) = (graph.model_of(line.points[end]) for end in (0, -1))
            slope, ends = self.slope(self.places[k]), k < int(self.state.shown)
            ends = ends and self.plot.shows(there := self.places[k + 1], self.level(there))
            off += [abs(y1 - self.level(x1)) / window.y.length if ends else 0.0]
            off += [abs(y1 - y0 - slope * (x1 - x0)) / window.y.length]
        return float(max(off))


class PutInAgain(NewtonSteps):
    """The steps by which a value of the function becomes the next place: level to where both coordinates are equal."""

    def next_place(self) -> float:
        """The value at the last place."""
        return self.curve.function(self.places[-1])

    def _risen(self, start: Array, end: Array) -> list[VMobject]:
        """As strong as the way across: the two are one stair."""
        seen = self._seen(start, end)
        line = VMobject(stroke_color=self.colour, stroke_width=4, fill_opacity=0)
        return [line.set_points_as_corners(seen)] if len(seen) else []

    def slope(self, at: float) -> float:
        """None: the height stays, and is read across."""
        return 0.0 * at

    def level(self, at: float) -> float:
        """As high as far across."""
        return at
