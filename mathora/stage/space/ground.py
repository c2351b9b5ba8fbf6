"""All of a view that does not move while the camera rests: floor, axes, surface and plane, recorded in three pictures.

Owns: `Ground`, `Relief`, and which layer a point belongs to.

Laws:
- A ground is a function of the bare view (without curves, arrows and balls): it may be kept as long as that is the
  same, and a kept one plays back the same drawing, to the bit, as a new one.
- Lines are anti-aliased; the mesh is not, therefore its rim and silhouettes are drawn as lines over it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import skia

from mathora.stage.arrays import Array
from mathora.stage.space.field import HalfSpace, HeightField, Labels, level_lines, runs
from mathora.stage.space.furniture import HEIGHT, axes, floor_outline, floor_rules
from mathora.stage.space.ink import HAIR, InkCanvas, Manner, Stroke
from mathora.stage.space.mesh import Mesh, SurfaceStyle, ramp_colours, shade
from mathora.stage.space.projection import ModelBox, Raster
from mathora.stage.space.rim import Rim
from mathora.stage.space.view import Rgb, SpaceCurve, SurfaceView

BEYOND, COVERED, SEEN, GONE = range(4)
"""A point's layer: visible beyond the plane · hidden by the nearer surface · visible · hidden by what is beyond the
plane."""

GRID_EVERY, GRID_STEP = 9, 3
GLOW_WIDTH = 2.6
CLEARED = 0.5  # below this opacity of the nearer surface, what lies on the plane is shown as if it were gone


@dataclass(frozen=True)
class Relief:
    """The function over the grid lines `xs` (n,) × `ys` (m,), heights (n, m) in model units; `ramp` are its colours."""

    xs: Array
    ys: Array
    heights: Array
    ramp: tuple[Rgb, ...]
    rim: Rim | None = None

    @cached_property
    def colours(self) -> Array:
        """Each vertex's colour without light, (n, m, 3): where it stands between the lowest and the highest."""
        finite = self.heights[np.isfinite(self.heights)]
        low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 1.0)
        heights = self.heights if self.rim is None else self.rim.put(self.heights, self.rim.points[:, 2])
        return ramp_colours((heights - low) / max(high - low, 1e-12), self.ramp)

    def field(self, box: ModelBox) -> HeightField:
        """The surface in space, as it stands in `box`; heights are cut off at the box's floor and top."""
        inside = np.clip(self.heights, box.low[2], box.high[2])
        points = box.to_space(np.stack([*np.meshgrid(self.xs, self.ys, indexing="ij"), inside], axis=-1))
        rim = self.rim and replace(self.rim, points=box.to_space(np.clip(self.rim.points, box.low, box.high)))
        return HeightField(points[:, 0, 0], points[0, :, 1], points[..., 2], rim)


class Ground:
    """The ground of a view. `base` is floor and all beyond the plane, `middle` the plane, `top` the nearer surface
    and axes.

    `field` is the surface in the view's box, `colours` (n, m, 3) are its vertices' without light.
    """

    def __init__(
        self, field: HeightField, colours: Array, style: SurfaceStyle, view: SurfaceView, raster: Raster
    ) -> None:
        self.field, self.colours = field, colours
        self.style, self.view, self.raster = style, view, raster
        self.near = self._near_side()
        self.near_opacity = view.plane.near if view.plane else 1.0
        layers = self.layers([*self._outlines(), *self.in_space(self._axes())])
        mesh = self._mesh()
        self.base = self._record(lambda ink: self._draw_base(ink, mesh, layers[BEYOND]))
        self.middle = self._record(lambda ink: self._draw_plane(ink, layers[COVERED]))
        self.top = self._record(lambda ink: self._draw_top(ink, mesh, [*layers[SEEN], *layers[GONE]]))

    def _near_side(self) -> HalfSpace | None:
        plane = self.view.plane
        if plane is None:
            return None
        at = float(self.view.box.to_space(np.full(3, plane.at))[plane.axis])
        return HalfSpace(plane.axis, at, 1 if self.view.camera.eye()[plane.axis] >= at else -1)

    # ── what is where ─────────────────────────────────────────────────────────────────────────────────────────────────

    def label(self, points: Array) -> Labels:
        """The layer of each point in space (n, 3), shape (n,)."""
        camera = self.view.camera
        if self.view.opacity <= 0:
            return np.full(len(points), SEEN, dtype=np.int8)
        if self.near is None:
            return np.where(self.field.hidden(points, camera), COVERED, SEEN).astype(np.int8)
        near = self.near.holds(points)
        hidden = self.field.hidden(points, camera, self.near.other(), ~near)
        labels = np.where(near, np.where(hidden, COVERED, SEEN), np.where(hidden, GONE, BEYOND)).astype(np.int8)
        if self.near_opacity < CLEARED:
            labels[near & self.near.other().holds(points)] = SEEN
        return labels

    def layers(self, curves: Sequence[SpaceCurve]) -> list[list[Stroke]]:
        """The strokes of each layer for curves whose points are in space, in the order in which they are given."""
        seen = (curve for curve in curves if curve.opacity > 0)
        curves = [part for curve in seen for part in _whole(curve) if len(part.points) > 1]
        opaque = self.view.opacity * self.near_opacity >= 1
        drawn = {BEYOND, SEEN} if opaque else {BEYOND, SEEN, COVERED}
        layers: list[list[Stroke]] = [[], [], [], []]
        cut = list(runs([curve.points for curve in curves], self.label))
        for run, flat in zip(cut, self.flattened([run.points for run in cut]), strict=True):
            curve, opacity = curves[run.curve], curves[run.curve].opacity
            if curve.skin:
                opacity *= self.view.opacity * (self.near_opacity if run.label in (SEEN, COVERED) else 1.0)
            if run.label in drawn:
                if curve.glow > 0:
                    halo = Stroke(flat, curve.colour, GLOW_WIDTH * curve.width, opacity * curve.glow, "glow")
                    layers[run.label].append(halo)
                manner: Manner = "dashed" if curve.dashed else "line"
                layers[run.label].append(Stroke(flat, curve.colour, curve.width, opacity, manner))
            if run.label in (GONE, COVERED) and curve.ghost > 0:
                faint = opacity * curve.ghost * (1.0 if run.label == GONE else self.near_opacity)
                layers[GONE].append(Stroke(flat, curve.colour, curve.width * 0.8, faint, "dashed"))
        return layers

    def in_space(self, curves: Sequence[SpaceCurve]) -> list[SpaceCurve]:
        """Curves of model points as curves of points in space."""
        return [replace(curve, points=self.view.box.to_space(curve.points)) for curve in curves]

    def flattened(self, lines: Sequence[Array]) -> list[Array]:
        """Lines in space, each (n, 3), as pixels (n, 2)."""
        if not lines:
            return []
        pixels = self.raster.to_pixel(self.view.camera.project(np.concatenate(lines)))
        return np.split(pixels, np.cumsum([len(line) for line in lines])[:-1])

    def _outlines(self) -> list[SpaceCurve]:
        """In space: the fine lines on the surface, its rim, and its silhouettes, where it turns away from the eye."""
        if self.view.opacity <= 0:
            return []
        points, style = self.field.points, self.style
        rows, columns = (range(GRID_EVERY, size - 1, GRID_EVERY) for size in points.shape[:2])
        lines = [points[i, ::GRID_STEP] for i in rows] + [points[::GRID_STEP, j] for j in columns]
        rim = [points[0], points[-1], points[:, 0], points[:, -1], *self._silhouettes()]
        opacity = style.grid_opacity * self.view.grid
        fine = [SpaceCurve(line, style.grid, HAIR, opacity, skin=True) for line in lines]
        return fine + [SpaceCurve(line, style.edge, 1.8, style.edge_opacity, skin=True) for line in rim]

    def _silhouettes(self) -> list[Array]:
        facing = np.einsum("ijk,ijk->ij", self.field.normals, self.view.camera.rays(self.field.points))
        if facing.min() > 0:
            return []
        lines = level_lines(self.field.xs, self.field.ys, facing, 0.0)
        return [np.column_stack([line, self.field.height(line[:, 0], line[:, 1])]) for line in lines]

    def _axes(self) -> list[SpaceCurve]:
        return axes(self.view.box, self.view.ticks, self.style.axis, self.view.furniture)

    def _mesh(self) -> Mesh:
        points = self.field.vertices
        colours = shade(self.field, self.colours, self.view.camera, self.style)
        cut = self.field.line_to(self.near.axis, self.near.at) if self.near and self.near.axis < HEIGHT else None
        if cut is not None:
            points, colours = cut.applied(points), cut.applied(colours)
        return Mesh.of(points, colours, self.view.camera, self.raster)

    # ── the three pictures ────────────────────────────────────────────────────────────────────────────────────────────

    def _record(self, draw: Callable[[InkCanvas], None]) -> skia.Picture:
        recorder = skia.PictureRecorder()
        canvas = recorder.beginRecording(skia.Rect.MakeWH(self.raster.width, self.raster.height))
        draw(InkCanvas(canvas, self.raster.per_unit))
        return recorder.finishRecordingAsPicture()

    def _draw_base(self, ink: InkCanvas, mesh: Mesh, beyond: list[Stroke]) -> None:
        if self.view.furniture > 0:
            self._draw_floor(ink)
        if self.near is not None:
            mesh.draw(ink.canvas, opacity=self.view.opacity, part=self.near.other())
            ink.strokes(beyond)

    def _draw_top(self, ink: InkCanvas, mesh: Mesh, seen: list[Stroke]) -> None:
        mesh.draw(ink.canvas, opacity=self.view.opacity * self.near_opacity, part=self.near)
        ink.strokes(seen)

    def _draw_floor(self, ink: InkCanvas) -> None:
        box, style = self.view.box, self.style
        lines = [floor_outline(box), *floor_rules(box, self.view.ticks)]
        outline, *rules = self.flattened([box.to_space(line) for line in lines])
        ink.fill(outline, style.floor, self.view.furniture)
        ink.strokes(Stroke(rule, style.rule, HAIR, self.view.furniture) for rule in rules)

    def _draw_plane(self, ink: InkCanvas, covered: list[Stroke]) -> None:
        plane, box = self.view.plane, self.view.box
        if plane is not None and plane.opacity > 0:
            a, b = (axis for axis in range(3) if axis != plane.axis)
            corners = np.empty((4, 3))
            corners[:, plane.axis] = plane.at
            corners[:, a] = [box.low[a], box.high[a], box.high[a], box.low[a]]
            corners[:, b] = [box.low[b], box.low[b], box.high[b], box.high[b]]
            shown = replace(box, rise=1.0) if plane.axis < HEIGHT else box
            (outline,) = self.flattened([shown.to_space(corners)])
            ink.fill(outline, plane.colour, plane.opacity)
            rim = np.concatenate([outline, outline[:1]])
            ink.strokes([Stroke(rim, plane.colour, 2.0, min(1.0, plane.opacity * 3))])
        ink.strokes(covered)


def _whole(curve: SpaceCurve) -> list[SpaceCurve]:
    """The parts of a curve between points that are not numbers, such as those beside a pole."""
    known = np.asarray(np.isfinite(curve.points).all(axis=1))
    if known.all():
        return [curve]
    cuts = np.flatnonzero(known[1:] != known[:-1]) + 1
    parts = np.split(curve.points, cuts)[0 if known[:1].any() else 1 :: 2]
    return [replace(curve, points=part) for part in parts]
