"""A picture of the author's as a mobject: decoded, or drawn from its shapes, at the size at which it is seen.

Law: what is decoded is bounded beforehand (`mathora.script.pictures`), and becomes as many pixels as a film of the best
quality shows of it: never more.
"""

from __future__ import annotations

import re

import numpy as np
import skia
from manim import ImageMobject

from mathora.lesson.palette import luminance
from mathora.stage.layout import Region
from mathora.stage.parameters import Picture
from mathora.stage.theme import contrast_of, luminances

SHARP = 270  # pixels to the scene unit: a frame of 8 units has 2160 rows


SEEN = 3.0  # the contrast that a drawing's ink needs (WCAG 2.2, 1.4.11)

FAINT, OPAQUE = 128, 255
MIDDLE = 0.18  # the luminance from which on white stands back less than black

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
ROOT = re.compile(r"<svg(?=[\s>])(?:[^>\"']|\"[^\"]*\"|'[^']*')*")
OWN_SIZE = re.compile(r"\s(?:width|height)\s*=\s*(?:\"[^\"]*\"|'[^']*')")


def picture_mobject(picture: Picture, region: Region, ground: str | None = None) -> ImageMobject:
    """The whole picture, as large as it fits into the region, in its middle; `ValueError` if none is in it. Ink that
    can hardly be seen on a `ground` (`#rrggbb`), as black on a dark one, stands on a sheet of white or black.
    """
    factor = min(region.width / picture.width, region.height / picture.height)
    width, height = factor * picture.width, factor * picture.height
    pixels = _pixels(picture, max(1, round(width * SHARP)), max(1, round(height * SHARP)))
    pixels = pixels if ground is None else _on_a_sheet(pixels, ground)
    mobject = ImageMobject(pixels, scale_to_resolution=0)
    mobject.points = np.array([[-1, 1, 0], [1, 1, 0], [-1, -1, 0], [1, -1, 0]]) * np.array([width, height, 0]) / 2
    return mobject.move_to(region.centre)


def _pixels(picture: Picture, wide: int, high: int) -> np.ndarray:
    """(rows, columns, RGBA); of a raster no more than it has."""
    if picture.form == "svg":
        drawing = skia.SVGDOM.MakeFromStream(skia.MemoryStream(_filling(picture), copyData=True))
        if drawing is None:
            raise ValueError("the SVG cannot be drawn; expected plain shapes: save it as a plain SVG, or as a PNG")
        drawing.setContainerSize(skia.Size(wide, high))
        surface = skia.Surface(wide, high)
        surface.getCanvas().clear(skia.ColorTRANSPARENT)
        drawing.render(surface.getCanvas())
        return _array(surface.makeImageSnapshot())
    image = skia.Image.MakeFromEncoded(skia.Data(picture.data))
    if image is None:
        raise ValueError("the picture cannot be decoded; save it again")
    if image.width() > wide:
        info = skia.ImageInfo.Make(wide, high, skia.kRGBA_8888_ColorType, skia.kUnpremul_AlphaType)
        image = image.resize(info.width(), info.height(), skia.SamplingOptions(skia.CubicResampler.Mitchell()))
    return _array(image)


def _on_a_sheet(pixels: np.ndarray, ground: str) -> np.ndarray:
    """A picture that is transparent somewhere, on a sheet where its ink needs one."""
    clear, ink = pixels[..., 3] < FAINT, luminances(pixels[..., :3] / OPAQUE)[pixels[..., 3] >= FAINT]
    if not clear.any() or contrast_of(ink, np.array(luminance(ground))).mean() >= SEEN:
        return pixels
    sheet, share = OPAQUE * float(luminance(ground) < MIDDLE), pixels[..., 3:] / OPAQUE
    return np.dstack([share * pixels[..., :3] + (1 - share) * sheet, np.full(clear.shape, OPAQUE)]).astype(np.uint8)


def _filling(picture: Picture) -> bytes:
    """An SVG that fills what it is drawn on, in whatever unit it says its own size."""

    def root(found: re.Match[str]) -> str:
        plain = OWN_SIZE.sub("", found[0])
        return plain if "viewBox" in plain else f'{plain} viewBox="0 0 {picture.width:g} {picture.height:g}"'

    return ROOT.sub(root, COMMENT.sub("", picture.data.decode("utf-8-sig")), count=1).encode()


def _array(image: skia.Image) -> np.ndarray:
    return np.array(image.toarray(colorType=skia.kRGBA_8888_ColorType))
