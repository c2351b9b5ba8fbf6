"""A view of a surface, painted: floor, surface, plane, curves, arrows and balls, each in front of what it hides.

Owns: `SurfacePainter`.

Laws:
- A pure function of the view: the same view paints the same pixels.
- The painter's order: floor · surface beyond the plane · curves there · plane · what the nearer surface hides ·
  nearer surface · what is seen · the ghosts of what is hidden. Without a plane, all of the surface is the nearer one.
- Lines are anti-aliased; the mesh is not, therefore its rim and silhouettes are drawn as lines over it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import numpy as np
import skia

from mathora.stage.space import Array, Raster
from mathora.stage.surface_field import HalfSpace, HeightField, Labels, level_lines, runs
from mathora.stage.surface_furniture import axes, floor_outline, floor_rules
from mathora.stage.surface_mesh import Mesh, SurfaceStyle, shade
from mathora.stage.surface_view import Rgb, SpaceArrow, SpaceBall, SpaceCurve, SurfaceView

BEYOND, COVERED, SEEN, GONE = range(4)
"""A point's layer: visible beyond the plane · hidden by the nearer surface · visible · hidden by what is beyond the
plane."""

GRID_EVERY, GRID_STEP = 9, 3
HAIR = 0.74
"""The width of fine lines: one pixel at 1080p, which Skia draws three times as fast as a wider line."""
HEIGHT_AXIS = 2
CLEARED = 0.5
"""Below this opacity of the nearer surface, what lies on the plane is shown as if it were gone."""

HEAD = (0.20, 0.16)
"""An arrow head's length and width, in scene units."""


Manner = Literal["line", "dashed", "glow"]


@dataclass(frozen=True, slots=True)
class _Stroke:
    """A polyline on screen, pixels (n, 2), ready to be drawn."""

    points: Array
    colour: Rgb
    width: float
    opacity: float
    manner: Manner


class SurfacePainter:
    """Paints views of one surface with `style`; `model_heights` (n, m) are the function's over `xs` (n,) × `ys`
    (m,).
    """

    def __init__(self, xs: Array, ys: Array, model_heights: Array, style: SurfaceStyle) -> None:
        self.xs, self.ys, self.model_heights, self.style = xs, ys, model_heights, style

    def field(self, view: SurfaceView) -> HeightField:
        """The surface in space, as `view` shows it; heights are cut off at the box's floor and top."""
        low, high = view.box.low[2], view.box.high[2]
        grid = np.stack(
            [*np.meshgrid(self.xs, self.ys, indexing="ij"), np.clip(self.model_heights, low, high)], axis=-1
        )
        points = view.box.to_space(grid)
        return HeightField(points[:, 0, 0], points[0, :, 1], points[..., 2])

    def paint(self, canvas: skia.Canvas, view: SurfaceView, raster: Raster) -> None:
        """Paints the view over what is on the canvas, whose pixels are those of `raster`."""
        _Painting(self, canvas, view, raster).run()

    @cached_property
    def shares(self) -> Array:
        """Where each vertex stands between the lowest and the highest, (n, m) in [0, 1]: what its colour says."""
        finite = self.model_heights[np.isfinite(self.model_heights)]
        low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 1.0)
        return np.asarray((self.model_heights - low) / max(high - low, 1e-12))


class _Painting:
    """One view on its way to a canvas."""

    def __init__(self, painter: SurfacePainter, canvas: skia.Canvas, view: SurfaceView, raster: Raster) -> None:
        self.style, self.canvas, self.view, self.raster = painter.style, canvas, view, raster
        self.field = painter.field(view)
        self.shares = painter.shares
        self.near = self._near_side()
        self.near_opacity = view.plane.near if view.plane else 1.0

    def _near_side(self) -> HalfSpace | None:
        plane = self.view.plane
        if plane is None:
            return None
        at = float(self.view.box.to_space(np.full(3, plane.at))[plane.axis])
        return HalfSpace(plane.axis, at, 1 if self.view.camera.eye()[plane.axis] >= at else -1)

    def run(self) -> None:
        view = self.view
        if view.furniture > 0:
            self._floor()
        layers = self._strokes()
        mesh = self._mesh()
        if self.near is not None:
            mesh.draw(self.canvas, opacity=view.opacity, part=self.near.other())
            self._draw(layers[BEYOND])
            self._plane()
        self._draw(layers[COVERED])
        hidden = [self._is_covered(ball) for ball in view.balls]
        self._balls(ball for ball, covered in zip(view.balls, hidden, strict=True) if covered)
        mesh.draw(self.canvas, opacity=view.opacity * self.near_opacity, part=self.near)
        self._draw(layers[SEEN])
        self._draw(layers[GONE])
        self._balls(ball for ball, covered in zip(view.balls, hidden, strict=True) if not covered)
        for arrow in view.arrows:
            self._head(arrow)

    def _mesh(self) -> Mesh:
        plane, field = self.view.plane, self.field
        if self.near is not None and plane is not None and plane.axis < HEIGHT_AXIS:
            field = field.cut_at(plane.axis, self.near.at)
        return Mesh.of(field, shade(field, self.shares, self.view.camera, self.style), self.view.camera, self.raster)

    # What is drawn where

    def _label(self, points: Array) -> Labels:
        """Each point's layer, shape (n,)."""
        camera = self.view.camera
        if self.view.opacity <= 0:
            return np.full(len(points), SEEN, dtype=np.int8)
        if self.near is None:
            return np.where(self.field.hidden(points, camera), COVERED, SEEN).astype(np.int8)
        labels = np.empty(len(points), dtype=np.int8)
        near = self.near.holds(points)
        labels[near] = np.where(self.field.hidden(points[near], camera), COVERED, SEEN)
        labels[~near] = np.where(self.field.hidden(points[~near], camera, self.near.other()), GONE, BEYOND)
        if self.near_opacity < CLEARED:
            labels[near & self.near.other().holds(points)] = SEEN
        return labels

    def _strokes(self) -> list[list[_Stroke]]:
        """The strokes of each layer, in the order in which the curves were given."""
        standing = [*self._furniture(), *self.view.curves, *map(self._shaft, self.view.arrows)]
        curves = self._outlines() + [replace(curve, points=self.view.box.to_space(curve.points)) for curve in standing]
        curves = [curve for curve in curves if curve.opacity > 0 and len(curve.points) > 1]
        opaque = self.view.opacity * self.near_opacity >= 1
        drawn = {BEYOND, SEEN} if opaque else {BEYOND, SEEN, COVERED}
        layers: list[list[_Stroke]] = [[], [], [], []]
        cut = list(runs([curve.points for curve in curves], self._label))
        for run, flat in zip(cut, self._flattened([run.points for run in cut]), strict=True):
            curve = curves[run.curve]
            opacity = curve.opacity
            if curve.skin:
                opacity *= self.view.opacity * (self.near_opacity if run.label in (SEEN, COVERED) else 1.0)
            if run.label in drawn:
                if curve.glow > 0:
                    halo = opacity * curve.glow
                    layers[run.label] += [
                        _Stroke(flat, curve.colour, curve.width * wide, halo, "glow") for wide in (2.6,)
                    ]
                layers[run.label].append(
                    _Stroke(flat, curve.colour, curve.width, opacity, "dashed" if curve.dashed else "line")
                )
            if run.label in (GONE, COVERED) and curve.ghost > 0:
                faint = opacity * curve.ghost * (1.0 if run.label == GONE else self.near_opacity)
                layers[GONE].append(_Stroke(flat, curve.colour, curve.width * 0.8, faint, "dashed"))
        return layers

    def _flattened(self, lines: Sequence[Array]) -> list[Array]:
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
        rim = [points[0], points[-1], points[:, 0], points[:, -1]]
        opacity = style.grid_opacity * self.view.grid
        fine = [SpaceCurve(line, style.grid, HAIR, opacity, skin=True) for line in lines]
        bold = [
            SpaceCurve(line, style.edge, 1.8, style.edge_opacity, skin=True) for line in (*rim, *self._silhouettes())
        ]
        return fine + bold

    def _silhouettes(self) -> list[Array]:
        facing = np.einsum("ijk,ijk->ij", self.field.normals, self.view.camera.rays(self.field.points))
        if facing.min() > 0:
            return []
        lines = level_lines(self.field.xs, self.field.ys, facing, 0.0)
        return [np.column_stack([line, self.field.height(line[:, 0], line[:, 1])]) for line in lines]

    def _furniture(self) -> list[SpaceCurve]:
        return axes(self.view.box, self.view.ticks, self.style.axis, self.view.furniture)

    def _is_covered(self, ball: SpaceBall) -> bool:
        centre = self._ball_centre(ball)[None]
        return bool(self._label(centre)[0] in (COVERED, GONE))

    # Drawing

    def _pixels(self, model: Array) -> Array:
        return self.raster.to_pixel(self.view.camera.project(self.view.box.to_space(model)))

    def _width(self, stroke: float) -> float:
        """Manim's stroke width in pixels."""
        return stroke * 0.01 * self.raster.per_unit

    def _floor(self) -> None:
        box, style = self.view.box, self.style
        lines = [floor_outline(box), *floor_rules(box, self.view.ticks)]
        outline, *rules = self._flattened([box.to_space(line) for line in lines])
        paint = skia.Paint(AntiAlias=True, Color=_argb(style.floor, self.view.furniture))
        self.canvas.drawPath(_path(outline), paint)
        self._stroke(rules, style.rule, HAIR, self.view.furniture)

    def _plane(self) -> None:
        plane, box = self.view.plane, self.view.box
        if plane is None or plane.opacity <= 0:
            return
        a, b = (axis for axis in range(3) if axis != plane.axis)
        full = replace(box, rise=1.0)
        corners = np.empty((4, 3))
        corners[:, plane.axis] = plane.at
        corners[:, a] = [box.low[a], box.high[a], box.high[a], box.low[a]]
        corners[:, b] = [box.low[b], box.low[b], box.high[b], box.high[b]]
        shown = full if plane.axis < HEIGHT_AXIS else box
        outline = self.raster.to_pixel(self.view.camera.project(shown.to_space(corners)))
        self.canvas.drawPath(_path(outline), skia.Paint(AntiAlias=True, Color=_argb(plane.colour, plane.opacity)))
        self._stroke([np.concatenate([outline, outline[:1]])], plane.colour, 2.0, min(1.0, plane.opacity * 3))

    def _draw(self, strokes: Iterable[_Stroke]) -> None:
        for stroke in strokes:
            self._stroke([stroke.points], stroke.colour, stroke.width, stroke.opacity, stroke.manner)

    def _stroke(
        self, lines: Sequence[Array], colour: Rgb, width: float, opacity: float, manner: Manner = "line"
    ) -> None:
        """Strokes polylines, pixels (n, 2) each, on their own: Skia draws many short paths faster than a long one."""
        paint = skia.Paint(
            AntiAlias=True,
            Style=skia.Paint.kStroke_Style,
            StrokeWidth=self._width(width),
            StrokeCap=skia.Paint.kRound_Cap if manner == "line" else skia.Paint.kButt_Cap,
            StrokeJoin=skia.Paint.kRound_Join,
            Color=_argb(colour, opacity),
        )
        if manner == "dashed":
            paint.setPathEffect(skia.DashPathEffect.Make([self._width(8), self._width(7)], 0))
        for line in lines:
            self.canvas.drawPath(_path(line), paint)

    def _ball_centre(self, ball: SpaceBall) -> Array:
        foot = self.view.box.to_space(ball.at)
        rows = np.abs(self.field.xs - foot[0]).argmin(), np.abs(self.field.ys - foot[1]).argmin()
        normal = self.field.normals[rows]
        return np.asarray(foot + ball.radius * normal)

    def _balls(self, balls: Iterable[SpaceBall]) -> None:
        for ball in balls:
            centre = self._ball_centre(ball)
            x, y = self.raster.to_pixel(self.view.camera.project(centre))
            radius = float(ball.radius * self.view.camera.magnification(centre) * self.raster.per_unit)
            if ball.opacity <= 0 or radius <= 0:
                continue
            lit, dark = _mixed(ball.colour, (255, 255, 255), 0.75), _mixed(ball.colour, (0, 0, 0), 0.45)
            shader = skia.GradientShader.MakeRadial(
                center=(x - 0.35 * radius, y - 0.4 * radius),
                radius=1.45 * radius,
                colors=[
                    _argb(lit, ball.opacity),
                    _argb(ball.colour, ball.opacity),
                    _argb(dark, ball.opacity),
                ],
                positions=[0.0, 0.4, 1.0],
            )
            self.canvas.drawCircle(x, y, radius, skia.Paint(AntiAlias=True, Shader=shader))

    def _shaft(self, arrow: SpaceArrow) -> SpaceCurve:
        """The arrow's line, up to inside its head."""
        tail, tip = self._pixels(np.stack([arrow.tail, arrow.tip])) / self.raster.per_unit
        reach = 1 - 0.8 * min(HEAD[0] / max(float(np.hypot(*(tip - tail))), 1e-9), 1 / 1.6)
        share = np.linspace(0.0, reach, 24)[:, None]
        points = arrow.tail * (1 - share) + arrow.tip * share
        return SpaceCurve(points, arrow.colour, arrow.width, arrow.opacity, ghost=0.35)

    def _head(self, arrow: SpaceArrow) -> None:
        tail, tip = self._pixels(np.stack([arrow.tail, arrow.tip]))
        length = float(np.hypot(*(tip - tail)))
        if length <= 1 or arrow.opacity <= 0:
            return
        size = min(1.0, length / (1.6 * HEAD[0] * self.raster.per_unit)) * self.raster.per_unit
        along = (tip - tail) / length
        across = np.array([-along[1], along[0]]) * HEAD[1] * size
        base = tip - along * HEAD[0] * size
        path = _path(np.stack([tip, base + across / 2, base - across / 2]))
        self.canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=_argb(arrow.colour, arrow.opacity)))


def _argb(colour: Rgb, opacity: float) -> int:
    return skia.ColorSetARGB(round(255 * min(max(opacity, 0.0), 1.0)), *colour)  # type: ignore[no-any-return]


def _mixed(colour: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (round(a * (1 - share) + b * share) for a, b in zip(colour, other, strict=True))
    return red, green, blue


def _path(line: Array) -> skia.Path:
    """A polyline through pixels (n, 2); filled, it closes itself."""
    return skia.Path.Polygon(list(map(skia.Point, line[:, 0].tolist(), line[:, 1].tolist())), isClosed=False)
