"""The picture of a surface as a mobject: what stands between a view and a frame.

Owns: `SurfacePicture`, `SurfaceLook`.

Laws:
- The picture is a function of its view, and the view of the scene's value trackers: it is asked for on each frame
  and nothing is kept.
- It can be drawn by stock Manim, as an image of `region`, and by a renderer that has a Skia canvas, straight onto it
  (`paint`).
- Nothing is painted outside `region`.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import skia
from manim import config
from manim.mobject.types.image_mobject import AbstractImageMobject

from mathora.stage.arrays import Array
from mathora.stage.layout import Region
from mathora.stage.space.painter import SurfacePainter
from mathora.stage.space.projection import Raster
from mathora.stage.space.view import SurfaceView


@dataclass(frozen=True, slots=True)
class SurfaceLook:
    """What is seen of a surface, and of each thing that stands on it; where both are equal, so are the pixels of
    `view`.
    """

    ground: object
    exhibits: tuple[object, ...]
    view: SurfaceView = field(compare=False)


class SurfacePicture(AbstractImageMobject):
    """A surface in `region`, as `view()` says on each frame.

    `look` identifies what is seen: two equal looks paint the same pixels.
    """

    def __init__(self, painter: SurfacePainter, view: Callable[[], SurfaceView], region: Region) -> None:
        self.painter, self.view, self.region = painter, view, region
        super().__init__(scale_to_resolution=0)
        self.add_updater(_redraw)

    def reset_points(self) -> SurfacePicture:
        """The picture's corners: upper left and right, lower left and right, in scene units."""
        left, bottom, right, top = self.region.left, self.region.bottom, self.region.right, self.region.top
        self.points = np.array([(left, top, 0), (right, top, 0), (left, bottom, 0), (right, bottom, 0)], dtype=float)
        return self

    def look(self) -> SurfaceLook:
        """What is seen now, as a hashable value."""
        view = self.view()
        return SurfaceLook(_key(view.bare()), tuple(map(_key, view.exhibits)), view)

    def paint(self, canvas: skia.Canvas, raster: Raster, view: SurfaceView) -> list[Array]:
        """Paints a view; the canvas's units are the pixels of `raster`.

        Returns what each exhibit of the view can touch: left, top, right, bottom, in pixels, shape (4,).
        """
        (left, top), (right, bottom) = raster.to_pixel(self.points[[0, 3], :2])
        canvas.save()
        canvas.clipRect(skia.Rect.MakeLTRB(math.floor(left), math.floor(top), math.ceil(right), math.ceil(bottom)))
        extents = self.painter.paint(canvas, view, raster)
        canvas.restore()
        return extents

    def get_pixel_array(self) -> npt.NDArray[np.uint8]:
        """For stock Manim: the region at the configured resolution, one array element to the pixel, (height, width,
        RGBA).
        """
        raster = Raster(config.pixel_width, config.pixel_height, config.frame_width)
        (left, top), (right, bottom) = raster.to_pixel(self.points[[0, 3], :2])
        left, top, right, bottom = math.floor(left), math.floor(top), math.ceil(right), math.ceil(bottom)
        info = skia.ImageInfo.Make(right - left, bottom - top, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
        surface = skia.Surface.MakeRaster(info)
        surface.getCanvas().translate(-left, -top)
        self.paint(surface.getCanvas(), raster, self.view())
        self._stand_on_pixels(raster, left, top, right, bottom)
        array = surface.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType)
        return np.asarray(array, dtype=np.uint8)

    def _stand_on_pixels(self, raster: Raster, left: int, top: int, right: int, bottom: int) -> None:
        """Moves the corners onto whole pixels, so that stock Manim has nothing to resample."""
        corners = np.array([(left, top), (right, top), (left, bottom), (right, bottom)], dtype=float)
        middle = (raster.width / 2, raster.height / 2)
        self.points[:, :2] = (corners - middle) / (raster.per_unit, -raster.per_unit)

    def __deepcopy__(self, memo: dict[int, Any]) -> SurfacePicture:
        """Copies are made by animations; the painter and its numbers are shared."""
        memo[id(self.painter)] = self.painter
        return super().__deepcopy__(memo)  # type: ignore[no-any-return]


def _redraw(picture: SurfacePicture) -> None:
    """An updater that changes nothing: it tells Manim that the picture may look different on each frame."""


def _key(value: object) -> object:
    """A hashable value that is equal for equal views."""
    if isinstance(value, np.ndarray):
        return value.shape, value.tobytes()
    if isinstance(value, tuple):
        return tuple(map(_key, value))
    if is_dataclass(value):
        return (type(value), *(_key(getattr(value, part.name)) for part in fields(value)))
    return value
