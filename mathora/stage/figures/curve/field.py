"""A field on axes: marks along its directions, curves that follow it, dots that drift with it, Euler's steps.

Owns: `PlaneField`, `FieldMarks`, `followed`, `drifted`, `euler_steps`, `off_field`.

Laws:
- A field without `across` is the slope of a curve: it goes one to the right for each `up`. Its marks have no direction.
- All marks are equally long: they tell the way, not the speed. Each points along the field at its middle, as it is seen
  on axes whose units may differ; where the field is nothing or has no value there is none, nor where it would
  cross a number of the axes.
- A curve follows the field by Runge and Kutta's fourth-order method on the way that is seen, in small steps, until
  it leaves the window, comes to where the field is nothing or has no value, or comes back to its start.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from manim import VMobject

from mathora.stage.arrays import Array
from mathora.stage.figures.curve.plot import Plot
from mathora.stage.figures.elements.figure import Figure, Numbers
from mathora.stage.map.ways import onward
from mathora.stage.parameters import Function
from mathora.stage.plane.arrow import ArrowMobject

CELL, LONG = 0.52, 0.36  # how far apart marks stand and how long they are, in scene units

STEP, FINEST, MOST = 0.02, 0.0005, 3000
"""How long a curve's steps are, and how short where it bends, in scene units; and how many they are at most."""

TURN = 0.97  # no step turns farther (the cosine): it is halved; where none is short enough, the field is nothing

NOTHING, SLOW = 1e-9, 2e-3
"""A field that is this share of its largest is nothing; and for a curve, which comes to rest there."""

DRIFT_STEPS, STAY = 240, 0.5
"""How finely drifting dots are followed; and the share of them that is still seen when they stop."""


@dataclass(frozen=True, eq=False)
class PlaneField:
    """`up` and `across` of the same two variables, in model units; without `across`, one to the right."""

    across: Function | None
    up: Function

    def at(self, points: Array) -> Array:
        """The field at points (n, 2), of the same shape; NaN where it has no value."""
        x, y = points.T
        parts = []
        for part in (self.across, self.up):
            with np.errstate(all="ignore"):
                parts.append(np.ones_like(x) if part is None else np.broadcast_to(part.value(x, y), x.shape))
        found = np.column_stack(parts).astype(float)
        return np.where(np.isfinite(found).all(axis=1, keepdims=True), found, np.nan)

    def parted(self, points: Array, others: Array) -> Array:
        """Of each two points (n, 2), whether between them is a place where a part of the field has no value."""
        parts = [part for part in (self.across, self.up) if part is not None]
        return np.asarray(np.any([part.divisor(*points.T) * part.divisor(*others.T) < 0 for part in parts], axis=0))

    def seen(self, plot: Plot, points: Array) -> Array:
        """The unit vectors (n, 2) along the field as it is seen; NaN where it is nothing."""
        way = self.at(points) * plot.graph.units()
        length = np.linalg.norm(way, axis=1, keepdims=True)
        with np.errstate(all="ignore"):
            return np.asarray(np.where(length > 0, way / length, np.nan))

    def fastest(self, plot: Plot) -> float:
        """Its greatest length on the window, as it is seen; 0 if it has no value."""
        sides = (np.linspace(one.low, one.high, 13) for one in (plot.state.x, plot.state.y))
        points = np.column_stack([one.ravel() for one in np.meshgrid(*sides)])
        return float(np.nanmax(np.linalg.norm(self.at(points) * plot.graph.units(), axis=1), initial=0.0))


@dataclass(frozen=True)
class Sown(Numbers):
    """How far the marks have come up, from 0 to 1, from left to right."""

    share: float = 0.0


class FieldMarks(Figure[Sown]):
    """A mark in each cell of the window: a stroke along a slope, an arrow along a field."""

    def __init__(self, plot: Plot, field: PlaneField, colours: tuple[str, str]) -> None:
        super().__init__(Sown(), plot)
        self.plot, self.field = plot, field
        place, x, y = plot.graph.frame, plot.state.x, plot.state.y
        counts = [max(4, round(side / CELL)) for side in (place.width, place.height)]
        across, up = (
            one.low + one.length * (np.arange(count) + 0.5) / count for one, count in zip((x, y), counts, strict=True)
        )
        points = np.column_stack([one.ravel() for one in np.meshgrid(across, up, indexing="ij")])
        speeds = np.linalg.norm(field.at(points), axis=1)
        known = np.isfinite(speeds) & (speeds > NOTHING * np.nanmax(speeds, initial=0.0))
        self.points, self.ways = points[known], field.seen(plot, points[known])
        low, high = (bytes.fromhex(one[1:]) for one in colours)
        ranks = np.argsort(np.argsort(speeds[known])) / max(1, known.sum() - 1)
        mixed = np.array([*low]) + (np.array([*high]) - [*low]) * ranks[:, None]
        hues = ["#{:02x}{:02x}{:02x}".format(*one) for one in np.rint(mixed).astype(int)]
        if field.across is None:
            self.marks = [VMobject(stroke_color=colours[1], stroke_width=3, fill_opacity=0) for _ in self.points]
        else:
            self.marks = [ArrowMobject(np.zeros(3), np.array([1e-3, 0, 0]), hue, 0.035) for hue in hues]

    def draw(self, state: Sown) -> None:
        """Each mark grows about its middle in its turn."""
        if not len(self.points) or not state.share:
            self.picture.set(submobjects=[])
            return
        x = self.plot.state.x
        turn = (self.points[:, 0] - x.low) / x.length
        grown = np.clip(state.share * 1.5 - turn * 0.5, 0.0, 1.0) if state.share < 1 else np.ones(len(turn))
        middles = self.plot.graph.points_of(*self.points.T)
        halves = np.column_stack([self.ways * (LONG / 2 * grown)[:, None], np.zeros(len(grown))])
        tails, tips = middles - halves, middles + halves
        written = np.any([self.plot.writes_on(one) for one in (tails, middles, tips)], axis=0)
        shown, free = [], (grown > 0) & ~written
        for mark, tail, tip, is_free in zip(self.marks, tails, tips, free, strict=True):
            if is_free:
                shown.append(mark)
                if isinstance(mark, ArrowMobject):
                    mark.put(tail, tip)
                else:
                    mark.set_points_as_corners(np.array([tail, tip]))
        self.picture.set(submobjects=shown)

    def astray(self) -> float:
        """The sine of the largest angle between a drawn mark and the field at its middle."""
        marks = self.picture.submobjects
        if not marks:
            return 0.0
        tails, tips = (np.array([_end(mark, last) for mark in marks]) for last in (False, True))
        ways = self.field.seen(self.plot, self.plot.graph.models_of((tails + tips) / 2))
        drawn = (tips - tails)[:, :2]
        apart = np.abs(ways[:, 0] * drawn[:, 1] - ways[:, 1] * drawn[:, 0])
        return float((apart / np.linalg.norm(drawn, axis=1)).max())


def _end(mark: VMobject, last: bool) -> Array:  # noqa: FBT001 - which of both ends
    """The scene point (3,) where a mark begins, or ends."""
    if isinstance(mark, ArrowMobject):
        return mark.tip if last else mark.tail
    return np.asarray(mark.points[-1 if last else 0])


def followed(field: PlaneField, plot: Plot, start: Array, side: int = 1) -> Array:
    """The curve along the field from `start` (2,), onward or (side −1) back: model points (n, 2)."""
    units = np.array(plot.graph.units())

    def way(point: Array) -> Array:
        return np.asarray(side * field.seen(plot, point[None])[0] / units)

    points, before = [np.asarray(start, dtype=float)], way(np.asarray(start, dtype=float))
    step, least = STEP, SLOW * field.fastest(plot)
    while len(points) < MOST and step > FINEST and np.isfinite(before).all():
        reached = onward(way, points[-1], before, step)
        if np.isfinite(reached).all() and not plot.shows(*reached):
            break
        after = way(reached)
        if not (after * units) @ (before * units) > TURN:
            step /= 2
            continue
        if (
            not np.linalg.norm(field.at(reached[None])[0] * units) > least
            or field.parted(points[-1][None], reached[None])[0]
        ):
            break
        points.append(reached)
        before, step = after, min(STEP, 2 * step)
        if len(points) > 1 / STEP and np.linalg.norm((reached - points[0]) * units) < STEP:
            points.append(points[0])
            break
    return np.array(points)


def off_field(field: PlaneField, plot: Plot, line: VMobject) -> float:
    """The sine of the largest angle between a drawn curve and the field, at the middles of its pieces."""
    points = np.concatenate([line.points[::4], line.points[-1:]])[:, :2]
    pieces, units = np.diff(points, axis=0), np.array(plot.graph.units())
    lengths = np.linalg.norm(pieces, axis=1)
    whole = lengths > FINEST / 2
    origin = plot.point(0.0, 0.0)[:2]
    ways = field.seen(plot, ((points[1:] + points[:-1]) / 2 - origin)[whole] / units)
    turned = ways[:, 0] * pieces[whole][:, 1] - ways[:, 1] * pieces[whole][:, 0]
    return float(np.nanmax(np.abs(turned) / lengths[whole], initial=0.0))


def drifted(field: PlaneField, plot: Plot, starts: Array) -> Callable[[float], Array]:
    """Where dots that start at points (n, 2) are after a share (0 to 1) of a while in which the middle one of their
    first speeds would cross half of the window, while at least `STAY` of them are seen in it; NaN for those that have
    left what has a value.
    """
    units = np.array(plot.graph.units())
    speeds = np.linalg.norm(field.at(starts) * units, axis=1)
    speeds = speeds[np.isfinite(speeds) & (speeds > 0)]
    while_ = plot.graph.frame.width / 2 / float(np.median(speeds)) if len(speeds) else 0.0
    step, ways = while_ / DRIFT_STEPS, [starts]
    with np.errstate(all="ignore"):
        for _ in range(DRIFT_STEPS):
            here = ways[-1]
            a = field.at(here)
            b = field.at(here + step / 2 * a)
            c = field.at(here + step / 2 * b)
            after = here + step / 6 * (a + 2 * b + 2 * c + field.at(here + step * c))
            ways.append(np.where(field.parted(here, after)[:, None], np.nan, after))

    window = plot.state
    low, high = (window.left, window.low), (window.right, window.high)
    seen = [int(((one >= low) & (one <= high)).all(axis=1).sum()) for one in ways]
    last = next((step - 1 for step, count in enumerate(seen) if count < STAY * len(starts)), DRIFT_STEPS)

    def where(share: float) -> Array:
        along = share * last
        before = min(int(along), DRIFT_STEPS - 1)
        return np.asarray(ways[before] + (along - before) * (ways[before + 1] - ways[before]))

    return where


def euler_steps(field: PlaneField, start: Array, step: float, count: int) -> Array:
    """Corners (n, 2) of Euler's polygon: each step goes along the field where it begins, as far as it has values."""
    corners = [np.asarray(start, dtype=float)]
    for _ in range(count):
        reached = corners[-1] + step * field.at(corners[-1][None])[0]
        if not np.isfinite(reached).all():
            break
        corners.append(reached)
    return np.array(corners)
