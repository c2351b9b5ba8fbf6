"""A view of a surface, painted: floor, surface, plane, curves, arrows and balls, each in front of what it hides.

Laws:
- A pure function of the view: the same view paints the same pixels. What is kept from the last view is only its
  surface in space and its ground.
- The painter's order: floor · surface beyond the plane · curves there · plane · what the nearer surface hides ·
  nearer surface · sheets · what is seen · the ghosts of what is hidden. Without a plane, all of the surface is the
  nearer one.
- A hidden ball is never lost: it shines through what is before it, as a hidden line does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import skia

from mathora.stage.arrays import Array
from mathora.stage.space.field import HeightField, parts_below
from mathora.stage.space.ground import BEYOND, COVERED, GLOW_WIDTH, GONE, SEEN, Ground, Relief
from mathora.stage.space.ink import STROKE_UNIT, InkCanvas
from mathora.stage.space.mesh import SurfaceStyle
from mathora.stage.space.projection import ModelBox, Raster
from mathora.stage.space.rim import Rim
from mathora.stage.space.view import SpaceArrow, SpaceBall, SpaceCurve, SpaceSheet, SurfaceView

HEAD = (0.20, 0.16)  # an arrow head's length and width, in scene units
SHINES = 0.55  # how much of a ball is seen through the surface that hides it
CORNERS = np.array([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)])
FINE = np.linspace(0.0, 1.0, 49)  # where along its sides a sheet is looked at, whether the surface hides it


class SurfacePainter:
    """Paints views of one surface with `style`; `heights` (n, m) are the function's over `xs` (n,) × `ys` (m,), in
    model units.
    """

    def __init__(self, xs: Array, ys: Array, heights: Array, style: SurfaceStyle, rim: Rim | None = None) -> None:
        self.relief, self.style = Relief(xs, ys, heights, style.ramp, rim), style
        self._risen: tuple[ModelBox, HeightField] | None = None
        self._last: tuple[object, Ground] | None = None

    def styled(self, style: SurfaceStyle) -> SurfacePainter:
        """The same surface in another style."""
        one = self.relief
        return SurfacePainter(one.xs, one.ys, one.heights, style, one.rim)

    def paint(self, canvas: skia.Canvas, view: SurfaceView, raster: Raster) -> list[Array]:
        """Paints the view over what is on the canvas, whose pixels are those of `raster`.

        Returns what each of `view.exhibits` can touch: left, top, right, bottom, in pixels, shape (4,).
        """
        ground = self._ground(view, raster)
        painting = _Painting(ground, view, InkCanvas(canvas, raster.per_unit))
        painting.run()
        return painting.extents()

    def _ground(self, view: SurfaceView, raster: Raster) -> Ground:
        """The view's ground: the last one, if it is still the same."""
        key = (view.box, view.camera, view.plane, view.opacity, view.furniture, view.grid, view.ticks, raster)
        if self._last is None or self._last[0] != key:
            self._last = key, Ground(self._field(view.box), self.relief.colours, self.style, view.bare(), raster)
        return self._last[1]

    def _field(self, box: ModelBox) -> HeightField:
        """The surface in a box: the last one, while only the camera turns."""
        if self._risen is None or self._risen[0] != box:
            self._risen = box, self.relief.field(box)
        return self._risen[1]


@dataclass(frozen=True, slots=True)
class _Painting:
    """What stands on a ground, on its way to a canvas."""

    ground: Ground
    view: SurfaceView
    ink: InkCanvas

    def run(self) -> None:
        ground, view, ink = self.ground, self.view, self.ink
        layers = ground.layers(ground.in_space([*view.curves, *map(self._shaft, view.arrows)]))
        sheets = [(sheet, *self._parts_of(sheet)) for sheet in view.sheets]
        hidden = {id(ball): self._is_hidden(ball) for ball in view.balls}
        ink.canvas.drawPicture(ground.base)
        for sheet, hidden_parts, _ in sheets:
            ink.fill_parts(hidden_parts, sheet.colour, sheet.opacity)
        ink.strokes(layers[BEYOND])
        ink.canvas.drawPicture(ground.middle)
        ink.strokes(layers[COVERED])
        self._balls(ball for ball in view.balls if hidden[id(ball)])
        ink.canvas.drawPicture(ground.top)
        for sheet, hidden_parts, seen_parts in sheets:
            ink.fill_parts(hidden_parts, sheet.colour, sheet.opacity * sheet.ghost)
            ink.fill_parts(seen_parts, sheet.colour, sheet.opacity)
        ink.strokes(layers[SEEN])
        ink.strokes(layers[GONE])
        self._balls((ball for ball in view.balls if hidden[id(ball)]), SHINES)
        self._balls(ball for ball in view.balls if not hidden[id(ball)])
        for arrow in view.arrows:
            self._head(arrow)

    def extents(self) -> list[Array]:
        """As `SurfacePainter.paint` returns them."""
        ground, view, unit = self.ground, self.view, self.ink.per_unit
        lines = ground.flattened([curve.points for curve in ground.in_space(view.curves)])
        curves = [
            _around(line, (GLOW_WIDTH if curve.glow > 0 else 1.0) * curve.width * STROKE_UNIT * unit)
            for line, curve in zip(lines, view.curves, strict=True)
        ]
        arrows = [_around(self._ends(arrow), max(arrow.width * STROKE_UNIT, HEAD[1]) * unit) for arrow in view.arrows]
        balls = [_around(middle[None], radius) for middle, radius in map(self._disc, view.balls)]
        return [*curves, *arrows, *balls, *(_around(self._flat(one, CORNERS), 1.0) for one in view.sheets)]

    def _flat(self, sheet: SpaceSheet, shares: Array) -> Array:
        """Where a sheet's points after `shares` (n, 2) of its sides are seen, in pixels (n, 2)."""
        (flat,) = self.ground.flattened([self.view.box.to_space(sheet.at(shares))])
        return flat

    def _parts_of(self, sheet: SpaceSheet) -> tuple[list[Array], list[Array]]:
        """The outlines, in pixels, of what the surface hides of a sheet, and of what is seen of it."""
        shares = np.stack(np.meshgrid(FINE, FINE, indexing="ij"), axis=-1).reshape(-1, 2)
        labels = self.ground.label(self.view.box.to_space(sheet.at(shares)))
        hidden = np.isin(labels, (COVERED, GONE)).astype(float).reshape(len(FINE), -1)
        found = (parts_below(FINE, FINE, values, 0.5) for values in (1 - hidden, hidden))
        covered, seen = ([self._flat(sheet, ring) for ring in rings] for rings in found)
        return covered, seen

    def _is_hidden(self, ball: SpaceBall) -> bool:
        return bool(self.ground.label(self._centre(ball)[None])[0] in (COVERED, GONE))

    def _centre(self, ball: SpaceBall) -> Array:
        """The middle of a ball that rests on the surface, in space."""
        foot = self.view.box.to_space(ball.at)
        return np.asarray(foot + ball.radius * self.ground.field.normal_at(float(foot[0]), float(foot[1])))

    def _disc(self, ball: SpaceBall) -> tuple[Array, float]:
        """Where a ball is seen: middle (2,) and radius in pixels."""
        camera, raster, centre = self.view.camera, self.ground.raster, self._centre(ball)
        radius = float(ball.radius * camera.magnification(centre) * raster.per_unit)
        return raster.to_pixel(camera.project(centre)), radius

    def _balls(self, balls: Iterable[SpaceBall], seen: float = 1.0) -> None:
        for ball in balls:
            self.ink.ball(*self._disc(ball), ball.colour, ball.opacity * seen)

    def _ends(self, arrow: SpaceArrow) -> Array:
        """An arrow's tail and tip in pixels, (2, 2)."""
        (ends,) = self.ground.flattened([self.view.box.to_space(np.stack([arrow.tail, arrow.tip]))])
        return ends

    def _shaft(self, arrow: SpaceArrow) -> SpaceCurve:
        """The arrow's line, up to inside its head."""
        tail, tip = self._ends(arrow) / self.ink.per_unit
        reach = 1 - 0.8 * min(HEAD[0] / max(float(np.hypot(*(tip - tail))), 1e-9), 1 / 1.6)
        share = np.linspace(0.0, reach, 24)[:, None]
        points = arrow.tail * (1 - share) + arrow.tip * share
        return SpaceCurve(points, arrow.colour, arrow.width, arrow.opacity, ghost=0.35)

    def _head(self, arrow: SpaceArrow) -> None:
        tail, tip = self._ends(arrow)
        length = float(np.hypot(*(tip - tail)))
        if length <= 1 or arrow.opacity <= 0:
            return
        size = min(1.0, length / (1.6 * HEAD[0] * self.ink.per_unit)) * self.ink.per_unit
        along = (tip - tail) / length
        across = np.array([-along[1], along[0]]) * HEAD[1] * size
        base = tip - along * HEAD[0] * size
        self.ink.fill(np.stack([tip, base + across / 2, base - across / 2]), arrow.colour, arrow.opacity)


def _around(points: Array, margin: float) -> Array:
    """Left, top, right and bottom (4,) of points (n, 2), widened by a margin; points that are not numbers aside."""
    finite = points[np.isfinite(points).all(axis=1)]
    if not len(finite):
        return np.zeros(4)
    return np.concatenate([finite.min(axis=0) - margin, finite.max(axis=0) + margin])
