"""Level sets of a function of two variables: found, drawn, and measured against arrows.

Owns: `level_curves`, `kinks`, `onto_level`, `well_chosen_levels`, `levels_through`, `multiples`, `LevelCurve`, `slant`,
`cosine`; `below_poles`; `lengths_along` and `points_along` any polyline.

Laws:
- A level curve's points lie on the level: contourpy finds them between grid lines, Newton's steps along the gradient
  (p − (f − c)∇f/|∇f|²) put them there. Where the gradient leaps, the curve has a corner, which is one of its points.
- What is measured is measured on the drawn points, in scene units: an arrow that is perpendicular in the model is
  seen so only where both axes have the same unit.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Protocol

import numpy as np
from manim import VMobject

from mathora.formula.curves.interval import Interval, round_step
from mathora.stage.arrays import Array
from mathora.stage.plane.graph import Graph
from mathora.stage.space.field import level_lines

GRID = 161
NEWTON_STEPS, PATIENCE = 3, 30
"""So many steps for all points; so many more, at most, for those that still move: where level sets cross, each step
goes half of the way.
"""
AT_REST = 1e-6  # a step shorter than this share of the point's coordinates moves no more
SPACING = 0.005  # how far apart the points of a level curve are, as a share of the map's side
RIM = 0.004
LOWEST, HIGHEST = 0.02, 0.98
LEVEL = 1e-12  # a function whose values differ by no more than this share of them is level
EVEN = 1e-6  # by what share of itself a step between levels may differ from the others
STATIONARY = 1e-12  # a squared slope below this, or this share of the largest, has no direction
GAP = 4.0  # neighbours so many steps apart have a gap between them
FEWEST = 2  # so many points are no curve yet
CLOSER, GROWTH, USUAL = 30, 3.0, 0.05
"""Beside a pole, values of a grid so many times finer are so many times larger; a surface with one is shown where all
but this share of it is, and half as much farther.
"""
TURNED, BESIDE = 0.98, 1e-6
"""At a kink the gradients on both sides have a cosine below this one, so near to it as a share of the way to the next
point.
"""
NEARER = 1.0, 0.1, 1e-3  # from so near on both sides tangents lead to a corner: each share still tells the sides apart
OFF_LINES = (0.37, 0.21)  # of a cell: poles are looked for beside the grid's lines, where no value is rounding alone


class Partial(Protocol):
    """A function of two variables that can be computed for arrays."""

    def value(self, *arrays: Array) -> Array:
        """Values at coordinates of one shape."""
        ...


class SurfaceFunction(Partial, Protocol):
    """What is needed of a model's function of two variables (`ModelFunction` is one)."""

    @property
    def variables(self) -> tuple[str, ...]:
        """Its variables' keys, in their order."""
        ...

    def partial(self, variable: str) -> Partial:
        """The partial derivative with respect to a variable."""
        ...

    def gradient(self, point: Mapping[str, float]) -> Array:
        """The gradient at a point, shape (2,)."""
        ...


def heights(function: Partial, xs: Array, ys: Array) -> Array:
    """The function over a grid, shape (len(xs), len(ys))."""
    x, y = np.meshgrid(xs, ys, indexing="ij")
    with np.errstate(all="ignore"):
        return np.array(np.broadcast_to(function.value(x, y), x.shape), dtype=float)


def below_poles(function: Partial, xs: Array, ys: Array) -> tuple[Callable[[Array, Array], Array], Array]:
    """The function, and its values over a grid, shape (len(xs), len(ys)); both are NaN where it goes beyond what most
    of its surface has, beside a pole: its usual heights would lie on the floor.
    """
    grid = heights(function, xs, ys)
    known = grid[np.isfinite(grid)]
    steps = np.array([xs[1] - xs[0], ys[1] - ys[0]])
    low, high = np.quantile(known, (USUAL, 1 - USUAL)) if known.size else (0.0, 0.0)
    beside = [lines[:-1] + share * step for lines, share, step in zip((xs, ys), OFF_LINES, steps, strict=True)]
    probe = heights(function, *beside)
    largest = float(np.abs(probe[np.isfinite(probe)]).max(initial=1e-300))
    for sign in (1, -1):
        row, column = np.unravel_index(np.argmax(np.where(np.isfinite(probe), sign * probe, -np.inf)), probe.shape)
        ways = np.linspace(-1, 1, 2 * CLOSER)
        near = zip((beside[0][row], beside[1][column]), steps, (xs, ys), strict=True)
        finer = [np.clip(at + step * ways, lines[0], lines[-1]) for at, step, lines in near]
        peak = np.abs(heights(function, *finer))
        if peak[np.isfinite(peak)].max(initial=0.0) > GROWTH * largest:
            break
    else:
        return function.value, grid
    beyond = (high - low) / 2 * (1 + EVEN)  # where that is a value of the grid, rounding does not choose

    def value(x: Array, y: Array) -> Array:
        found = np.asarray(function.value(x, y), dtype=float)
        return np.where((low - beyond <= found) & (found <= high + beyond), found, np.nan)

    return value, value(*np.meshgrid(xs, ys, indexing="ij"))


def level_curves(function: SurfaceFunction, x: Interval, y: Interval, level: float) -> list[Array]:
    """The curves on which the function is `level`, each (n, 2) in model units, evenly spaced; a closed one ends
    where it begins.

    Curves that touch the rectangle's edge from inside stay whole: it is searched a hair beyond its edge.
    """
    xs, ys = (np.linspace(low - RIM * (high - low), high + RIM * (high - low), GRID) for low, high in (x, y))
    grid = heights(function, xs, ys)
    step = SPACING * max(x.length, y.length)
    even = [_even(curve, step) for curve in level_lines(xs, ys, grid, level) if len(curve) > FEWEST]
    low, high = np.quantile(grid[np.isfinite(grid)], (USUAL, 1 - USUAL)) if even else (0.0, 0.0)
    most = max(float(high - low), abs(level))
    return [part for curve in even for part in _unbroken(function, curve, level, (step, most))]


def _unbroken(function: SurfaceFunction, found: Array, level: float, off: tuple[float, float]) -> list[Array]:
    """The parts of a curve (n, 2), moved onto the level, whose points lie on it, to within a step across and up
    (`off`), near where they were `found` and beside each other: at a jump or a pole of the function there is a gap.
    """
    step, most = off
    points = onto_level(function, found, level)
    excess = np.broadcast_to(function.value(*points.T), len(points)) - level
    slopes = _slopes(function, points)
    steep = np.sqrt((slopes**2).sum(axis=1))
    apart = np.linalg.norm(np.diff(points, axis=0), axis=1)
    with np.errstate(invalid="ignore"):
        there = np.abs(excess) <= np.minimum(steep * step, most) + LEVEL * abs(level)
        there &= np.linalg.norm(points - found, axis=1) < GAP * step
    cuts = np.flatnonzero((apart >= GAP * step) | (there[1:] != there[:-1])) + 1
    runs = np.split(np.arange(len(points)), cuts)
    kept = [run for run in runs if there[run[0]] and len(run) > FEWEST]
    return [_cornered(function, points[run], slopes[run], level) for run in kept]


def _cornered(function: SurfaceFunction, points: Array, slopes: Array, level: float) -> Array:
    """A level curve (n, 2), with the corner between two of its points wherever the gradient leaps between them: there
    the tangents on both sides meet. `slopes` are the gradients at its points.
    """
    lengths = np.linalg.norm(slopes, axis=1)
    turns = (slopes[1:] * slopes[:-1]).sum(axis=1) < TURNED * lengths[1:] * lengths[:-1]
    found = {
        int(index) + 1: corner
        for index in np.flatnonzero(turns)
        if (corner := _corner(function, points[index : index + 2], level)) is not None
    }
    return np.insert(points, [*found], [*found.values()], axis=0) if found else points


def _corner(function: SurfaceFunction, points: Array, level: float) -> Array | None:
    """The corner (2,) of a level set between two points (2, 2) on it; None if it only bends there."""
    corner, far = points.mean(axis=0), float(np.linalg.norm(points[1] - points[0]))
    for share in NEARER:
        near = corner + share * (points - corner)
        slopes = _slopes(function, near)
        if abs(np.linalg.det(slopes)) <= STATIONARY * float((slopes**2).sum()):
            return None
        excess = np.broadcast_to(function.value(*near.T), 2) - level
        corner = np.linalg.solve(slopes, (slopes * near).sum(axis=1) - excess)
        if not np.linalg.norm(corner - points, axis=1).max() < GAP * far:
            return None
    slopes = _slopes(function, corner + BESIDE * (points - corner))
    return corner if cosine(*slopes) < TURNED else None


def kinks(function: SurfaceFunction, curve: Array) -> dict[int, Array]:
    """Which points of a level curve (n, 2) are corners, each with the gradients (2, 2) before and behind it."""
    closed = bool(np.allclose(curve[0], curve[-1]))
    before = np.concatenate([curve[-2:-1] if closed else curve[:1], curve[:-1]])
    after = np.concatenate([curve[1:], curve[1:2] if closed else curve[-1:]])
    sides = np.stack([_slopes(function, curve + BESIDE * (one - curve)) for one in (before, after)], axis=1)
    return {index: both for index, both in enumerate(sides) if cosine(*both) < TURNED and both.any(axis=1).all()}


def _slopes(function: SurfaceFunction, points: Array) -> Array:
    """Both partial derivatives at points (n, 2), in the same shape."""
    parts = (function.partial(variable).value(*points.T) for variable in function.variables)
    return np.column_stack([np.broadcast_to(part, len(points)) for part in parts])


def _even(curve: Array, step: float) -> Array:
    """A polyline (n, 2) as points about `step` apart."""
    length = lengths_along(curve)[-1]
    return points_along(curve, np.linspace(0.0, length, max(9, round(float(length) / step) + 1)))


def lengths_along(curve: Array) -> Array:
    """How long a polyline (n, 2) is up to each of its points, (n,)."""
    return np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(curve, axis=0), axis=1))])


def points_along(curve: Array, lengths: Array) -> Array:
    """The points of a polyline (n, 2) so far along it, (k, 2)."""
    along = lengths_along(curve)
    return np.column_stack([np.interp(lengths, along, curve[:, axis]) for axis in range(2)])


def onto_level(function: SurfaceFunction, curve: Array, level: float) -> Array:
    """Points (n, 2) near a level set, moved onto it along the gradient by Newton's steps."""
    points = np.array(curve)
    for _ in range(NEWTON_STEPS):
        step = _newton(function, points, level)
        points -= step
    restless = np.abs(step).max(axis=1, initial=0.0) > AT_REST * np.abs(points).max(axis=1, initial=0.0)
    for _ in range(PATIENCE if restless.any() else 0):
        points[restless] -= _newton(function, points[restless], level)
    return points


def _newton(function: SurfaceFunction, points: Array, level: float) -> Array:
    """The step of each point (n, 2) towards a level, along the gradient; none where that has no direction."""
    slope = _slopes(function, points)
    steepness = (slope**2).sum(axis=1)
    excess = np.broadcast_to(function.value(*points.T), len(points)) - level
    bent = steepness > STATIONARY * min(1.0, float(np.nanmax(steepness, initial=0.0)))
    step = np.divide(excess, steepness, out=np.zeros(len(points)), where=bent)[:, None] * slope
    return np.where(np.isfinite(step), step, 0.0)


def well_chosen_levels(function: SurfaceFunction, x: Interval, y: Interval, count: int = 6) -> tuple[float, ...]:
    """About `count` values, multiples of a round step: where their level sets crowd, the ground is steep.

    They lie within the heights of nearly all of the rectangle (from `LOWEST` to `HIGHEST` of its area), so that a pole
    does not take them all; a value that a pole leaps over is none of them. None for a function that is level there.
    """
    values = heights(function, np.linspace(*x, 61), np.linspace(*y, 61))
    values = values[np.isfinite(values)]
    if not values.size or np.ptp(values) <= LEVEL * np.abs(values).max():
        return ()
    low, high = np.quantile(values, (LOWEST, HIGHEST))
    if high <= low:
        low, high = values.min(), values.max()
    step = round_step(float(high - low) / count)
    steps = (step, round_step(float(step) / 2.6))  # a rougher and a finer one: the one with the better number
    found = min((multiples(one, float(low), float(high)) for one in steps), key=lambda found: abs(len(found) - count))
    return tuple(level for level in found if level_curves(function, x, y, level))


def levels_through(chosen: Sequence[float], function: SurfaceFunction, x: Interval, y: Interval) -> tuple[float, ...]:
    """Levels with equal steps, about as many as are well chosen, among them the `chosen` ones (one at least)."""
    usual = well_chosen_levels(function, x, y)
    rising = sorted(set(chosen))
    gaps = np.diff(rising)
    if len(gaps):
        step = float(gaps.min())
    elif len(usual) > 1:
        step = usual[1] - usual[0]
    else:
        return tuple(rising)
    low, high = min(*usual, *rising), max(*usual, *rising)
    first, last = math.ceil((low - rising[0]) / step - EVEN), math.floor((high - rising[0]) / step + EVEN)
    ladder = {index: rising[0] + index * step for index in range(first, last + 1)}
    ladder |= {round((one - rising[0]) / step): one for one in rising}
    rungs = (ladder[index] for index in sorted(ladder))
    return tuple(level for level in rungs if level in rising or level_curves(function, x, y, level))


def multiples(step: Decimal, low: float, high: float) -> tuple[float, ...]:
    """The multiples of a step between two numbers."""
    first, last = math.floor(low / float(step)) + 1, math.ceil(high / float(step)) - 1
    return tuple(float(index * step) for index in range(first, last + 1))


def smooth_path(points: Array) -> Array:
    """Cubic Bézier curves, (4 (n − 1), 3), through points (n, 3): Catmull and Rom's spline, closed if they are."""
    closed = bool(np.allclose(points[0], points[-1], atol=1e-9))
    before = np.concatenate([points[-2:-1] if closed else points[:1], points[:-1]])
    after = np.concatenate([points[1:], points[1:2] if closed else points[-1:]])
    handle = (after - before) / 6
    curves = np.stack([points[:-1], points[:-1] + handle[:-1], points[1:] - handle[1:], points[1:]], axis=1)
    return np.asarray(curves.reshape(-1, 3))


class LevelCurve(VMobject):
    """All curves of one level on a graph, as one smooth shape; `level` is the value, `branches` the model's points."""

    def __init__(self, graph: Graph, branches: Sequence[Array], level: float, colour: str, width: float = 2.6) -> None:
        super().__init__(stroke_color=colour, stroke_width=width, fill_opacity=0)
        self.level, self.branches = level, tuple(branches)
        drawn = [smooth_path(graph.points_of(branch[:, 0], branch[:, 1])) for branch in self.branches]
        self.set_points(np.concatenate(drawn) if drawn else np.zeros((0, 3)))

    def tangent_at(self, point: Array) -> Array:
        """The direction (3,) of the drawn curve where it comes nearest to a scene point; unit length.

        From the nearest anchor, Newton's steps along its two Bézier curves to the foot of the perpendicular.
        """
        curves = self.points.reshape(-1, 4, 3)
        anchor = int(((curves[:, 0] - point) ** 2).sum(axis=1).argmin())
        feet = [_foot(curves[index % len(curves)], point) for index in (anchor - 1, anchor)]
        along = min(feet, key=lambda foot: foot[0])[1]
        return np.asarray(along / np.linalg.norm(along))


def _foot(curve: Array, point: Array) -> tuple[float, Array]:
    """The distance of a point (3,) from a cubic Bézier curve (4, 3), and the curve's derivative where it is nearest."""
    a, b, c, d = curve
    cubic, square, line = d - 3 * c + 3 * b - a, 3 * (c - 2 * b + a), 3 * (b - a)
    chord = d - a
    share = float(np.clip((point - a) @ chord / max(float(chord @ chord), 1e-18), 0, 1))
    for _ in range(4):
        away = ((cubic * share + square) * share + line) * share + a - point
        along = (3 * cubic * share + 2 * square) * share + line
        bend = 6 * cubic * share + 2 * square
        share -= float(away @ along) / max(float(along @ along + away @ bend), 1e-18)
        share = min(max(share, 0.0), 1.0)
    away = ((cubic * share + square) * share + line) * share + a - point
    return float(np.linalg.norm(away)), (3 * cubic * share + 2 * square) * share + line


def slant(vector: Array, curve: LevelCurve, at: Array) -> float:
    """How far a vector is from perpendicular to a drawn level curve at a scene point: the cosine of the angle
    between them.
    """
    return cosine(vector, curve.tangent_at(at))


def cosine(one: Array, other: Array) -> float:
    """The cosine of the angle between two vectors (n,); 0 if one of them has no length."""
    lengths = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float(one @ other) / lengths if lengths > 0 else 0.0
