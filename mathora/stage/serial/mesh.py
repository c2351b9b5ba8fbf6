"""Meshes handed to Skia in one piece, as a picture in Skia's serial form: lists of points take many times as long.

Law: the picture shows what `Canvas.drawVertices` would, to the bit. Nothing is assumed of the form but that the numbers
stand in it as they lie in memory: a picture of numbers that are easily found says where.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt
import skia

from mathora.stage.serial.path import polyline

Triangles = npt.NDArray[np.uint16]


def mesh_picture(
    positions: npt.NDArray[np.float32], colours: npt.NDArray[np.uint32], triangles: Triangles
) -> skia.Picture:
    """The triangles (k, 3) between vertices at pixels (n, 2), drawn in their order with the colours (n,), 0xAARRGGBB.

    Raises `ValueError` for more vertices than a mesh may have, or a version of Skia that this was not written for.
    """
    numbers = (
        np.ascontiguousarray(positions, "<f4").tobytes(),
        np.ascontiguousarray(colours, "<u4").tobytes(),
        np.ascontiguousarray(triangles, "<u2").tobytes(),
    )
    first, *others = _form(len(positions), len(triangles))
    form = first + b"".join(part + other for part, other in zip(numbers, others, strict=True))
    return skia.Picture.MakeFromData(skia.Data.MakeWithCopy(form))


@lru_cache(maxsize=256)
def _form(count: int, triangles: int) -> tuple[bytes, ...]:
    """What stands before, between and after the positions, colours and corners of a mesh with so many triangles."""
    places = np.arange(2 * count, dtype="<f4").reshape(-1, 2) + 0.25
    colours = np.arange(count, dtype="<u4") | np.uint32(0xFF000000)
    corners = (np.arange(3 * triangles) % count).astype("<u2")
    points = polyline(places).getPoints(count)
    mode = skia.Vertices.kTriangles_VertexMode
    vertices = skia.Vertices(mode, points, None, colours.tolist(), corners.tolist())
    recorder = skia.PictureRecorder()
    bounds = skia.Rect.MakeLTRB(-1e6, -1e6, 1e6, 1e6)
    recorder.beginRecording(bounds).drawVertices(vertices, skia.Paint(), skia.BlendMode.kDst)
    rest, form = bytes(recorder.finishRecordingAsPicture().serialize()), []
    for numbers in (places, colours, corners):
        part, found, rest = rest.partition(numbers.tobytes())
        if not found:
            raise ValueError("a version of Skia that this was not written for")
        form.append(part)
    return (*form, rest)
