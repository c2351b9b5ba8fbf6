"""Lines and fills on a Skia canvas, in pixels.

Owns: `Stroke`, `InkCanvas`, `argb`.

Laws:
- Widths are Manim's stroke widths, 1/100 of a scene unit, at whatever resolution.
- Lines are stroked on their own: Skia draws many short paths faster than one long path.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import skia

from mathora.stage.arrays import Array
from mathora.stage.serial.path import polyline
from mathora.stage.space.view import Rgb

Manner = Literal["line", "dashed", "glow"]
STROKE_UNIT = 0.01
DASH, GAP = 8.0, 7.0
HAIR = 0.74  # the width of fine lines: one pixel at 1080p, which Skia draws three times as fast as a wider line


@dataclass(frozen=True, slots=True, eq=False)
class Stroke:
    """A polyline on screen, pixels (n, 2), ready to be drawn."""

    points: Array
    colour: Rgb
    width: float
    opacity: float
    manner: Manner = "line"


@dataclass(frozen=True, slots=True)
class InkCanvas:
    """Draws on `canvas`, whose scene units are `per_unit` pixels long."""

    canvas: skia.Canvas
    per_unit: float

    def strokes(self, strokes: Iterable[Stroke]) -> None:
        """Draws strokes in their order."""
        for stroke in strokes:
            paint = _paint(stroke.colour, stroke.opacity, stroke.width, stroke.manner, STROKE_UNIT * self.per_unit)
            self.canvas.drawPath(polyline(stroke.points), paint)

    def fill(self, outline: Array, colour: Rgb, opacity: float) -> None:
        """Fills the polygon of pixels (n, 2)."""
        self.canvas.drawPath(polyline(outline), skia.Paint(AntiAlias=True, Color=argb(colour, opacity)))

    def fill_parts(self, outlines: Iterable[Array], colour: Rgb, opacity: float) -> None:
        """Fills what closed outlines of pixels (n, 2) hold together; one that runs the other way is a hole."""
        path = skia.Path()
        for outline in outlines:
            path.addPath(polyline(outline))
        self.canvas.drawPath(path, skia.Paint(AntiAlias=True, Color=argb(colour, opacity)))

    def ball(self, centre: Array, radius: float, colour: Rgb, opacity: float) -> None:
        """A ball lit from the upper left; centre (2,) and radius in pixels."""
        x, y = map(float, centre)
        if opacity <= 0 or radius <= 0:
            return
        shades = (_mixed(colour, (255, 255, 255), 0.75), colour, _mixed(colour, (0, 0, 0), 0.45))
        shader = skia.GradientShader.MakeRadial(
            center=(x - 0.35 * radius, y - 0.4 * radius),
            radius=1.45 * radius,
            colors=[argb(shade, opacity) for shade in shades],
            positions=[0.0, 0.4, 1.0],
        )
        self.canvas.drawCircle(x, y, radius, skia.Paint(AntiAlias=True, Shader=shader))


@lru_cache(maxsize=256)
def _paint(colour: Rgb, opacity: float, width: float, manner: Manner, unit: float) -> skia.Paint:
    """How strokes of one look are drawn; `unit` is the length of Manim's unit of width in pixels."""
    paint = skia.Paint(
        AntiAlias=True,
        Style=skia.Paint.kStroke_Style,
        StrokeWidth=width * unit,
        StrokeCap=skia.Paint.kRound_Cap if manner == "line" else skia.Paint.kButt_Cap,
        StrokeJoin=skia.Paint.kRound_Join,
        Color=argb(colour, opacity),
    )
    if manner == "dashed":
        paint.setPathEffect(skia.DashPathEffect.Make([DASH * unit, GAP * unit], 0))
    return paint


def argb(colour: Rgb, opacity: float) -> int:
    """Skia's colour number."""
    return skia.ColorSetARGB(round(255 * min(max(opacity, 0.0), 1.0)), *colour)  # type: ignore[no-any-return]


def _mixed(colour: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (round(a * (1 - share) + b * share) for a, b in zip(colour, other, strict=True))
    return red, green, blue
