"""What one mobject looks like on the canvas, as a value that can be kept, compared and drawn again.

Owns: `Drawing` and its two kinds, `VectorDrawing` and `PictureDrawing`; `drawing_of`, `leaves_a_trace`.

Laws:
- A drawing is a function of the mobject's points and style at one moment; two drawings of equal `look` draw the same
  pixels.
- `box` (pixels, even corners, inside the frame) holds every pixel that the drawing can touch.
- A point that is not a number is an error, never a gap in the picture.

Points are in scene units, y up; a stroke's width is in Manim's unit, 1/100 of a scene unit.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

import numpy as np
import numpy.typing as npt
import skia
from manim import CapStyleType, LineJointType, Mobject, VMobject
from manim.mobject.types.image_mobject import AbstractImageMobject
from manim.mobject.types.point_cloud_mobject import PMobject

from mathora.encoder import PixelBox
from mathora.stage.serial.path import CLOSE, CUBIC, MOVE, serial_path
from mathora.stage.space.picture import SurfaceLook, SurfacePicture
from mathora.stage.space.projection import Raster

STROKE_UNIT = 0.01  # scene units per unit of Manim's stroke width
MITER_LIMIT = 10.0  # Cairo's, so that a corner looks as it does under stock Manim

SAME_POINT = 1e-5
"""Scene units below which the end of a curve and the start of the next are one point: a hundredth of a pixel."""

JOINS = {
    LineJointType.AUTO: skia.Paint.kMiter_Join,
    LineJointType.ROUND: skia.Paint.kRound_Join,
    LineJointType.BEVEL: skia.Paint.kBevel_Join,
    LineJointType.MITER: skia.Paint.kMiter_Join,
}
CAPS = {
    CapStyleType.AUTO: skia.Paint.kButt_Cap,
    CapStyleType.ROUND: skia.Paint.kRound_Cap,
    CapStyleType.BUTT: skia.Paint.kButt_Cap,
    CapStyleType.SQUARE: skia.Paint.kSquare_Cap,
}

SEAM = 16
"""Pixels around a box within which the facets and lines of a surface are drawn, so that none is cut at its edge."""

EMPTY = PixelBox(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class View:
    """How scene units map to pixels: `width` × `height` pixels, `scale` of them a unit, origin in the middle."""

    width: int
    height: int
    scale: float

    @property
    def matrix(self) -> skia.Matrix:
        """From scene units to pixels, y turned downwards."""
        return skia.Matrix.MakeAll(self.scale, 0, self.width / 2, 0, -self.scale, self.height / 2, 0, 0, 1)

    def box(self, left: float, bottom: float, right: float, top: float, margin: float) -> PixelBox:
        """The pixels that a rectangle in scene units, widened by `margin` units, can touch; corners even."""
        x, y, scale = self.width / 2, self.height / 2, self.scale
        return self.pixel_box(x + left * scale, y - top * scale, x + right * scale, y - bottom * scale, margin * scale)

    def pixel_box(self, left: float, top: float, right: float, bottom: float, margin: float = 0.0) -> PixelBox:
        """The pixels that a rectangle in pixels, widened by `margin` pixels, can touch; corners even."""
        reach = margin + 2  # anti-aliasing touches one pixel more, rounding another
        return PixelBox(
            max(0, math.floor(left - reach)) & ~1,
            max(0, math.floor(top - reach)) & ~1,
            min(self.width, (math.ceil(right + reach) + 1) & ~1),
            min(self.height, (math.ceil(bottom + reach) + 1) & ~1),
        )

    @property
    def whole(self) -> PixelBox:
        """The whole frame."""
        return PixelBox(0, 0, self.width, self.height)


class Drawing(ABC):
    """One mobject as it looks now."""

    __slots__ = ("box", "look", "mobject")

    mobject: Mobject  # kept alive, so that its id stays its own while the drawing is compared by it
    look: object
    box: PixelBox

    @abstractmethod
    def draw(self, canvas: skia.Canvas) -> None:
        """Draw with the canvas in scene units."""

    def needed(self, box: PixelBox, view: View) -> PixelBox:  # noqa: ARG002 - a surface needs less than all of it
        """The pixels that have to be drawn, so that those of `box` come out as if all were: a path is drawn whole."""
        return self.box

    def changed_since(self, before: Drawing) -> Iterable[PixelBox]:
        """The boxes in which this drawing differs from an earlier one of the same mobject."""
        return before.box, self.box


class VectorDrawing(Drawing):
    """A path with its strokes and fill, drawn in Manim's order: background stroke, fill, stroke."""

    __slots__ = ("_paints", "_path")

    def __init__(self, mobject: Any, look: tuple[Any, ...], view: View, path: skia.Path) -> None:  # noqa: ANN401 - Manim is untyped
        self.mobject, self.look, self._path = mobject, look, path
        self._paints = tuple(_paints(mobject))
        self.box = self._bounds(view) if self._paints else EMPTY

    def _bounds(self, view: View) -> PixelBox:
        bounds = self._path.getBounds()
        if not self._path.isFinite():
            raise ValueError(f"a {type(self.mobject).__name__} has points that are not numbers")
        margin = max((_reach(paint) for paint in self._paints), default=0.0)
        # Skia's top is the smaller y, here the lower one
        return view.box(bounds.left(), bounds.top(), bounds.right(), bounds.bottom(), margin)

    @property
    def path(self) -> skia.Path:
        """The path, in scene units."""
        return self._path

    def draw(self, canvas: skia.Canvas) -> None:
        """As `Drawing.draw`."""
        for paint in self._paints:
            canvas.drawPath(self._path, paint)


class PictureDrawing(Drawing):
    """A rectangle of pixels, stretched to the parallelogram of its first three corner points (upper left and right,
    lower left).
    """

    __slots__ = ("_image", "_matrix")

    def __init__(self, mobject: Any, view: View) -> None:  # noqa: ANN401 - Manim is untyped
        self.mobject, self.look = mobject, object()  # pixels may change in place: a picture never equals an earlier one
        pixels = np.ascontiguousarray(mobject.get_pixel_array())
        corner, across, down = (np.asarray(point, float)[:2] for point in mobject.points[:3])
        if not np.isfinite([corner, across, down]).all():
            raise ValueError(f"a {type(mobject).__name__} has points that are not numbers")
        height, width = pixels.shape[:2]
        right, below = (across - corner) / width, (down - corner) / height
        self._matrix = skia.Matrix.MakeAll(right[0], below[0], corner[0], right[1], below[1], corner[1], 0, 0, 1)
        self._image = skia.Image.fromarray(pixels, colorType=skia.kRGBA_8888_ColorType, copy=False)
        corners = np.stack([corner, across, down, across + down - corner])
        (left, bottom), (end, top) = corners.min(axis=0), corners.max(axis=0)
        self.box = view.box(left, bottom, end, top, 0)

    def draw(self, canvas: skia.Canvas) -> None:
        """As `Drawing.draw`."""
        canvas.save()
        canvas.concat(self._matrix)
        canvas.drawImage(self._image, 0, 0, skia.SamplingOptions(skia.FilterMode.kLinear))
        canvas.restore()


class PaintedDrawing(Drawing):
    """A surface that paints itself: recorded once, played back wherever the canvas is redrawn.

    While its `ground` stays the same, only the `exhibits` (look, box) that stand on it change.
    """

    __slots__ = ("_record", "exhibits", "ground")

    def __init__(self, mobject: SurfacePicture, look: SurfaceLook, view: View) -> None:
        self.mobject, self.look = mobject, look
        (left, bottom), (right, top) = mobject.points[:, :2].min(axis=0), mobject.points[:, :2].max(axis=0)
        self.box = view.box(left, bottom, right, top, 0)
        recorder = skia.PictureRecorder()
        canvas = recorder.beginRecording(skia.Rect.MakeWH(view.width, view.height))
        extents = mobject.paint(canvas, Raster(view.width, view.height, view.width / view.scale), look.view)
        self._record = recorder.finishRecordingAsPicture()
        boxes = [view.pixel_box(*extent.tolist()) for extent in extents]
        self.ground = self.box, look.ground
        self.exhibits = tuple(zip(look.exhibits, boxes, strict=True))

    def draw(self, canvas: skia.Canvas) -> None:
        """As `Drawing.draw`."""
        canvas.save()
        canvas.resetMatrix()  # it is recorded in pixels
        canvas.drawPicture(self._record)
        canvas.restore()

    def needed(self, box: PixelBox, view: View) -> PixelBox:
        """As `Drawing.needed`; its paths are small, so that a seam around the box is enough."""
        return view.pixel_box(*box, SEAM)

    def changed_since(self, before: Drawing) -> Iterable[PixelBox]:
        """As `Drawing.changed_since`."""
        if not isinstance(before, PaintedDrawing) or before.ground != self.ground:
            return super().changed_since(before)
        pairs = zip_longest(before.exhibits, self.exhibits)
        return [exhibit[1] for one, other in pairs if one != other for exhibit in (one, other) if exhibit]


def drawing_of(mobject: Mobject, before: Drawing | None, view: View) -> Drawing:
    """How the mobject looks now; `before` itself if that is how it looked then."""
    if isinstance(mobject, SurfacePicture):
        seen = mobject.look()
        return before if before is not None and before.look == seen else PaintedDrawing(mobject, seen, view)
    if isinstance(mobject, AbstractImageMobject):
        return PictureDrawing(mobject, view)
    look = _look(mobject)
    if not isinstance(before, VectorDrawing):
        return VectorDrawing(mobject, look, view, cubic_path(mobject.points))
    if before.look == look:
        return before
    path = before.path if before.look[0] == look[0] else cubic_path(mobject.points)  # type: ignore[index]
    return VectorDrawing(mobject, look, view, path)


def leaves_a_trace(mobject: Mobject) -> bool:
    """Whether the mobject itself is drawn; a group or a value tracker is not. Raises `TypeError` for point clouds."""
    if isinstance(mobject, PMobject):
        raise TypeError(f"a {type(mobject).__name__} cannot be drawn: only vector and image mobjects can")
    return isinstance(mobject, (VMobject, AbstractImageMobject)) and len(mobject.points) > 0


def cubic_path(points: npt.NDArray[np.float64]) -> skia.Path:
    """The path through Manim's points: (4n, 3), each four an anchor, two handles and an anchor.

    A new contour begins where a curve does not start at the end of the one before; a contour that ends where it began
    is closed.
    """
    curves = np.ascontiguousarray(points[: len(points) // 4 * 4, :2], dtype=np.float64).reshape(-1, 4, 2)
    if not len(curves):
        return skia.Path()
    begins = np.ones(len(curves), np.bool_)
    begins[1:] = ~_same_points(curves[1:, 0], curves[:-1, 3])
    starts = np.flatnonzero(begins)
    stops = np.append(starts[1:], len(curves))
    closed = _same_points(curves[starts, 0], curves[stops - 1, 3])
    kept = np.ones((len(curves), 4), np.bool_)
    kept[:, 0] = begins
    contours = zip((stops - starts).tolist(), closed.tolist(), strict=True)
    verbs = b"".join(MOVE + CUBIC * count + (CLOSE if is_closed else b"") for count, is_closed in contours)
    return serial_path(curves.astype("<f4")[kept].tobytes(), verbs)


def _same_points(some: npt.NDArray[np.float64], others: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    """Which points (n, 2) are where the others are; one that is no number is nowhere."""
    near = np.abs(some - others) <= SAME_POINT
    return near[:, 0] & near[:, 1]


def _look(mobject: Any) -> tuple[Any, ...]:  # noqa: ANN401 - Manim is untyped
    """All that decides how a vector mobject is drawn, its points first."""
    fill, stroke, under = (
        mobject.get_fill_rgbas(),
        mobject.get_stroke_rgbas(),
        mobject.get_stroke_rgbas(background=True),
    )
    gradient = len(fill) > 1 or len(stroke) > 1 or len(under) > 1
    return (
        mobject.points.tobytes(),
        fill.tobytes(),
        stroke.tobytes(),
        under.tobytes(),
        mobject.get_stroke_width(),
        mobject.get_stroke_width(background=True),
        mobject.joint_type,
        mobject.cap_style,
        mobject.get_sheen_direction().tobytes() if gradient else b"",
    )


def _paints(mobject: Any) -> list[skia.Paint]:  # noqa: ANN401 - Manim is untyped
    """The paints of a mobject that leave a trace, in drawing order."""
    paints = []
    for background in (True, False):
        if not background and (fill := _coloured(mobject, mobject.get_fill_rgbas())):
            paints.append(fill)
        width = mobject.get_stroke_width(background)
        if width > 0 and (paint := _coloured(mobject, mobject.get_stroke_rgbas(background))):
            paint.setStyle(skia.Paint.kStroke_Style)
            paint.setStrokeWidth(width * STROKE_UNIT)
            paint.setStrokeMiter(MITER_LIMIT)
            paint.setStrokeJoin(JOINS[mobject.joint_type])
            paint.setStrokeCap(CAPS[mobject.cap_style])
            paints.append(paint)
    return paints


def _coloured(mobject: Any, rgbas: npt.NDArray[np.float64]) -> skia.Paint | None:  # noqa: ANN401 - Manim is untyped
    """A paint of one colour, or of a gradient along the mobject's sheen; None if it is fully transparent."""
    if not (rgbas[:, 3] > 0).any():
        return None
    paint = skia.Paint(AntiAlias=True)
    colours = [skia.Color4f(*np.clip(rgba, 0, 1).tolist()) for rgba in rgbas]
    if len(colours) == 1:
        paint.setColor4f(colours[0])
    else:
        ends = [skia.Point(float(x), float(y)) for x, y, _ in mobject.get_gradient_start_and_end_points()]
        offsets = np.linspace(0, 1, len(colours)).tolist()
        paint.setShader(skia.GradientShader.MakeLinear(ends, [c.toColor() for c in colours], offsets))
    return paint


def _reach(paint: skia.Paint) -> float:
    """How far outside its path a paint can touch, in scene units."""
    if paint.getStyle() == skia.Paint.kFill_Style:
        return 0.0
    mitred = paint.getStrokeJoin() == skia.Paint.kMiter_Join
    return float(paint.getStrokeWidth() / 2 * (MITER_LIMIT if mitred else math.sqrt(2)))
