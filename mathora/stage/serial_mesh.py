"""Meshes handed to Skia in one piece, as a picture in Skia's serial form: lists of points take many times as long.

Owns: `mesh_picture`.

Law: the picture shows what `Canvas.drawVertices` would, to the bit. Nothing is assumed of the form but that the numbers
stand in it as they lie in memory: a picture of numbers that are easily found says where.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt
import skia

Triangles = npt.NDArray[np.uint16]


def mesh_picture(
    positions: npt.NDArray[np.float32], colours: npt.NDArray[np.uint32], triangles: Triangles
) -> skia.Picture:
    """The triangles (k, 3) between vertices at pixels (n, 2), drawn in their order with the colours (n,), 0xAARRGGBB.

    Raises `ValueError` for more vertices than a mesh may have, or a version of Skia that this was not written for.
    """
    before, between, after = _form(len(positions), np.ascontiguousarray(triangles, "<u2").tobytes())
    numbers = np.ascontiguousarray(positions, "<f4").tobytes(), np.ascontiguousarray(colours, "<u4").tobytes()
    return skia.Picture.MakeFromData(skia.Data.MakeWithCopy(before + numbers[0] + between + numbers[1] + after))


@lru_cache(maxsize=8)
def _form(count: int, triangles: bytes) -> tuple[bytes, bytes, bytes]:
    """What stands before, between and after the positions and colours of a mesh with these triangles."""
    places = np.arange(2 * count, dtype="<f4").reshape(-1, 2) + 0.25
    colours = np.arange(count, dtype="<u4") | np.uint32(0xFF000000)
    points = [skia.Point(x, y) for x, y in places.tolist()]
    corners = np.frombuffer(triangles, "<u2").tolist()
    vertices = skia.Vertices(skia.Vertices.kTriangles_VertexMode, points, None, colours.tolist(), corners)
    recorder = skia.PictureRecorder()
    bounds = skia.Rect.MakeLTRB(-1e6, -1e6, 1e6, 1e6)
    recorder.beginRecording(bounds).drawVertices(vertices, skia.Paint(), skia.BlendMode.kDst)
    form = bytes(recorder.finishRecordingAsPicture().serialize())
    if form.count(places.tobytes()) != 1 or form.count(colours.tobytes()) != 1:
        raise ValueError("a version of Skia that this was not written for")
    before, after = form.split(places.tobytes())
    between, after = after.split(colours.tobytes())
    return before, between, after
