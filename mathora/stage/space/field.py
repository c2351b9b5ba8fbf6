"""A surface as numbers: heights over a grid in space, its normals, and what it hides from an eye.

Owns: `HeightField` and the cutting of curves into visible and hidden runs.

Laws:
- Everything is in space units (`projection`); heights that are not finite are holes and hide nothing.
- What is hidden is decided by the surface that is drawn (the mesh's own samples), not by the formula behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import cast

import numpy as np
import numpy.typing as npt
from contourpy import contour_generator

from mathora.stage.arrays import Array
from mathora.stage.space.projection import Camera
from mathora.stage.space.rim import Rim

Mask = npt.NDArray[np.bool_]
Labels = npt.NDArray[np.int8]

ALONG = np.linspace(0.0, 1.0, 20) ** 1.6
"""Where a ray is sampled, as shares of its way out: the samples crowd near its start, where a grazing ray is
decided."""
BETWEEN = 6
ON_PLANE = 1e-9  # a point this near to a plane (space units) lies on it


@dataclass(frozen=True, slots=True)
class HalfSpace:
    """The side of an axis-parallel plane (`axis` 0, 1 or 2, at the coordinate `at`) on which `sign · (p − at) ≥ 0`."""

    axis: int
    at: float
    sign: int

    def holds(self, points: Array) -> Mask:
        """Which points (…, 3) lie on this side, shape (…)."""
        return self.holds_coordinate(points[..., self.axis])

    def holds_coordinate(self, coordinates: Array) -> Mask:
        """The same of the points' coordinates along the plane's axis, shape (…)."""
        return np.asarray(self.sign * (coordinates - self.at) >= -ON_PLANE)

    def other(self) -> HalfSpace:
        """The side beyond the plane."""
        return HalfSpace(self.axis, self.at, -self.sign)


@dataclass(frozen=True, slots=True)
class LineShift:
    """Line number `line` across `axis` of a grid goes `share` of the way `towards` its neighbour."""

    axis: int
    line: int
    towards: int
    share: float

    def applied(self, values: Array) -> Array:
        """Values at the vertices, (n, m, …), with those of the line moved."""
        moved = np.moveaxis(np.array(values, dtype=float), self.axis, 0)
        moved[self.line] = moved[self.line] * (1 - self.share) + moved[self.towards] * self.share
        return np.moveaxis(moved, 0, self.axis)


@dataclass(frozen=True)
class HeightField:
    """Heights (n, m) over the grid lines `xs` (n,) × `ys` (m,), both increasing in even steps."""

    xs: Array
    ys: Array
    heights: Array
    rim: Rim | None = None

    @cached_property
    def vertices(self) -> Array:
        """The mesh's vertices, of which some have moved onto the rim, shape (n, m, 3)."""
        return self.points if self.rim is None else self.rim.put(self.points, self.rim.points)

    @cached_property
    def points(self) -> Array:
        """The grid's points in space, shape (n, m, 3)."""
        return np.stack([*np.meshgrid(self.xs, self.ys, indexing="ij"), self.heights], axis=-1)

    @cached_property
    def normals(self) -> Array:
        """Unit normals at the vertices, shape (n, m, 3), pointing upwards; straight up at a hole."""
        slope_x, slope_y = _slope(self.heights, self.xs), _slope(self.heights.T, self.ys).T
        normal = np.stack([-slope_x, -slope_y, np.ones_like(slope_x)], axis=-1)
        normal = normal if self.rim is None else self.rim.put(normal)
        return np.asarray(normal / np.linalg.norm(normal, axis=-1, keepdims=True))

    def line_to(self, axis: int, at: float) -> LineShift | None:
        """What moves the grid line of `axis` (0 or 1) that is nearest to the coordinate `at` onto it; None outside
        the grid.

        A mesh with that line moved is parted by a plane along its own edges, and is the same surface.
        """
        lines = (self.xs, self.ys)[axis]
        if not lines[0] < at < lines[-1]:
            return None
        nearest = int(np.abs(lines[1:-1] - at).argmin()) + 1
        towards = nearest + (1 if at > lines[nearest] else -1)
        return LineShift(axis, nearest, towards, float((at - lines[nearest]) / (lines[towards] - lines[nearest])))

    @cached_property
    def tolerance(self) -> float:
        """How far a point may lie off the surface and still count as lying on it: the mesh's own roughness."""
        finite = self.heights[np.isfinite(self.heights)]
        return float(0.004 * np.ptp(finite)) + 1e-9 if finite.size else 1e-9

    def normal_at(self, x: float, y: float) -> Array:
        """The unit normal (3,) over a point of the floor, from heights a cell away: it turns smoothly along a way."""
        step = np.array([self.xs[1] - self.xs[0], self.ys[1] - self.ys[0]])
        low, high = np.array([self.xs[0], self.ys[0]]) + step, np.array([self.xs[-1], self.ys[-1]]) - step
        middle = np.clip((x, y), low, high)
        across, along = middle[0] + step[0] * np.array([-1, 1, 0, 0]), middle[1] + step[1] * np.array([0, 0, -1, 1])
        west, east, south, north = np.nan_to_num(self.height(across, along))
        normal = np.array([(west - east) / (2 * step[0]), (south - north) / (2 * step[1]), 1.0])
        return np.asarray(normal / np.linalg.norm(normal))

    @cached_property
    def _extent(self) -> tuple[Array, Array]:
        """The corners of the box around the surface: a ray that has left it meets the surface no more."""
        top = float(np.nanmax(self.heights)) if np.isfinite(self.heights).any() else 0.0
        return np.array([self.xs[0], self.ys[0], -np.inf]), np.array(
            [self.xs[-1], self.ys[-1], top + 2 * self.tolerance]
        )

    def height(self, x: Array, y: Array) -> Array:
        """Heights at points of the floor, bilinear between the grid lines; NaN outside the grid."""
        across = (x - self.xs[0]) * ((len(self.xs) - 1) / (self.xs[-1] - self.xs[0]))
        along = (y - self.ys[0]) * ((len(self.ys) - 1) / (self.ys[-1] - self.ys[0]))
        row = np.clip(across, 0, len(self.xs) - 2).astype(np.intp)
        column = np.clip(along, 0, len(self.ys) - 2).astype(np.intp)
        s, t = across - row, along - column
        flat, width = self.heights.ravel(), self.heights.shape[1]
        corner = row * width + column
        near = flat[corner] * (1 - t) + flat[corner + 1] * t
        far = flat[corner + width] * (1 - t) + flat[corner + width + 1] * t
        height = near * (1 - s) + far * s
        outside = (np.abs(s - 0.5) > 0.5 + ON_PLANE) | (np.abs(t - 0.5) > 0.5 + ON_PLANE)
        return np.where(outside, np.nan, height)

    def hidden(self, points: Array, camera: Camera, part: HalfSpace | None = None, apart: Mask | None = None) -> Mask:
        """Which of `points` (n, 3) the surface hides from the eye, shape (n,).

        From those `apart` (n,) only the `part` of it that is opaque; from all, if no `apart` is given.

        A ray runs from each point to the eye. Over the surface's footprint it must stay on one side of the surface:
        where it changes sides it has pierced it. A point on the surface itself has no side yet; the ray gives it one.
        """
        rays = camera.rays(points)
        low, high = self._extent
        with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
            leaves = (np.where(rays > 0, high, low) - points) / rays
        reach = np.clip(np.nanmin(np.where(rays == 0, np.inf, leaves), axis=1), 0.0, 1.0)
        along = reach[:, None] * ALONG
        x, y, z = (points[:, axis, None] + rays[:, axis, None] * along for axis in range(3))
        above = z - self.height(x, y)
        if part is not None:
            clear = ~part.holds_coordinate((x, y, z)[part.axis])
            above[clear if apart is None else clear & apart[:, None]] = np.nan
        with np.errstate(invalid="ignore"):
            return np.asarray((above > self.tolerance).any(axis=1) & (above < -self.tolerance).any(axis=1))


def _slope(heights: Array, lines: Array) -> Array:
    """The slope along the first axis, beside a hole from the side that has heights; 0 at a hole."""
    step, central = np.diff(heights, axis=0) / np.diff(lines)[:, None], np.gradient(heights, lines, axis=0)
    before, after = np.pad(step, ((1, 0), (0, 0))), np.pad(step, ((0, 1), (0, 0)))
    found = np.where(np.isfinite(central), central, np.where(np.isfinite(before), before, after))
    return np.nan_to_num(np.where(np.isfinite(heights), found, 0.0))


def level_lines(xs: Array, ys: Array, values: Array, level: float) -> list[Array]:
    """The lines, each (n, 2), on which `values` (n, m) over the grid lines `xs` × `ys` are `level`; by contourpy."""
    found = contour_generator(xs, ys, np.ma.masked_invalid(values).T).lines(level)
    return cast("list[Array]", found)  # contourpy's default line type: a list of arrays


def parts_below(xs: Array, ys: Array, values: Array, level: float) -> list[Array]:
    """The edges, each (n, 2) and closed, of where `values` (n, m) over the grid lines `xs` × `ys` are at most `level`;
    a hole's edge runs the other way round. By contourpy.
    """
    lowest = float(np.nanmin(values, initial=level)) - 1.0
    found = contour_generator(xs, ys, np.ma.masked_invalid(values).T).filled(lowest, level)
    parts = zip(*cast("tuple[list[Array], list[Array]]", found), strict=True)  # contourpy's default: points, offsets
    return [ring for points, ends in parts for ring in np.split(points, ends[1:-1])]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a curve, points (n, 3), with the one `label` that all of it carries; `curve` counts the curves
    given.
    """

    curve: int
    label: int
    points: Array


def runs(curves: Sequence[Array], label: Callable[[Array], Labels]) -> Iterator[Run]:
    """Cuts curves, each (n, 3), where their label changes; neighbouring runs share the point of change.

    `label` judges points (k, 3) and gives one small whole number for each. It is asked for all curves at once, and
    once more for points between those where it changes.
    """
    if not curves:
        return
    points = np.concatenate(curves)
    ends = np.cumsum([len(curve) for curve in curves])
    labels = label(points)
    joined = np.ones(len(points) - 1, dtype=bool)
    joined[ends[:-1] - 1] = False
    changes = np.flatnonzero((labels[:-1] != labels[1:]) & joined)
    borders = _borders(points[changes], points[changes + 1], labels[changes], label)
    for number, (start, end) in enumerate(zip((0, *ends[:-1]), ends, strict=True)):
        first, last = np.searchsorted(changes, (start, end))
        if first == last:
            yield Run(number, int(labels[start]), points[start:end])
            continue
        head, at = points[:0], int(start)
        for change, border in zip(changes[first:last], borders[first:last], strict=True):
            yield Run(number, int(labels[at]), np.concatenate([head, points[at : change + 1], border[None]]))
            at, head = int(change) + 1, border[None]
        yield Run(number, int(labels[at]), np.concatenate([head, points[at:end]]))


def _borders(low: Array, high: Array, before: Labels, label: Callable[[Array], Labels]) -> Array:
    """Between points `low` (k, 3), labelled `before`, and `high`: where the label changes, to 1/BETWEEN of the way."""
    if not len(low):
        return low
    shares = np.arange(1, BETWEEN) / BETWEEN
    middles = low[:, None] + (high - low)[:, None] * shares[None, :, None]
    same = (label(middles.reshape(-1, 3)) == np.repeat(before, BETWEEN - 1)).reshape(len(low), -1)
    count = np.cumprod(same, axis=1).sum(axis=1)
    return np.asarray(low + (high - low) * ((count + 0.5) / BETWEEN)[:, None])
