"""The curve on which a quadratic form of the plane has one value: an ellipse, or what the view holds of a hyperbola.

Law: at every point drawn the form has the value of the curve; that is measured on the points.
"""

from __future__ import annotations

import numpy as np
from manim import VMobject

from mathora.stage.arrays import Array
from mathora.stage.figures.linear.plane import SHAPES, Plane

SAMPLES = 721


class Conic(VMobject):
    """All points x with xᵀ A x = level; it stays where it is, whatever moves."""

    def __init__(self, plane: Plane, matrix: Array, level: float, colour: str) -> None:
        super().__init__(stroke_color=colour, stroke_width=5, fill_opacity=0)
        self.matrix, self.level = matrix, level
        self.set_z_index(SHAPES)
        self.follow(plane)

    @property
    def reach(self) -> float:
        """How far its nearest and, of an ellipse, its farthest point is from the origin; 0 if there is no point."""
        radii = self._radii(np.linspace(0, np.pi, SAMPLES))
        found = radii[np.isfinite(radii)]
        closed = len(found) == len(radii)
        return float(found.max() if closed else 2 * found.min()) if len(found) else 0.0

    def _radii(self, angles: Array) -> Array:
        """How far the curve is from the origin in each direction (n,), NaN where it never is."""
        ways = np.column_stack([np.cos(angles), np.sin(angles)])
        values = np.einsum("ni,ij,nj->n", ways, self.matrix, ways)
        with np.errstate(all="ignore"):
            return np.asarray(np.where(self.level * values > 0, np.sqrt(np.abs(self.level / values)), np.nan))

    def follow(self, plane: Plane) -> Conic:
        """Takes its place: the pieces that lie inside of the view."""
        angles = np.linspace(0, 2 * np.pi, 2 * SAMPLES - 1)
        radii = self._radii(angles)
        points = radii[:, None] * np.column_stack([np.cos(angles), np.sin(angles)])
        box = np.array([plane.graph.x.high, plane.graph.y.high])
        with np.errstate(invalid="ignore"):
            inside = np.isfinite(radii) & (np.abs(np.nan_to_num(points)) <= box).all(axis=1)
        self.clear_points()
        for run in np.split(np.arange(len(angles)), np.flatnonzero(np.diff(inside)) + 1):
            if inside[run[0]] and len(run) > 1:
                scene = plane.graph.points_of(points[run, 0], points[run, 1])
                self.start_new_path(scene[0])
                self.add_points_as_corners(scene[1:])
        return self

    def off(self, plane: Plane) -> float:
        """How far the form is from its value at the points drawn, at most, as a share of it."""
        if not len(self.points):
            return 0.0
        anchors = self.points[::4]
        at = np.array([plane.model_of(point) for point in anchors[:: max(1, len(anchors) // 60)]])
        values = np.einsum("ni,ij,nj->n", at, self.matrix, at)
        return float(np.abs(values / self.level - 1).max())
