"""A mesh handed over in one piece is drawn as one that was handed over point by point."""

import numpy as np
import pytest
import skia

from mathora.stage.serial.mesh import mesh_picture

TRIANGLES = np.array([(0, 1, 2), (2, 1, 3)], np.uint16)
SQUARE = np.array([(10, 10), (50, 12), (8, 55), (52, 50)], np.float32)
COLOURS = np.array([0xFF0000FF, 0xFF00FF00, 0x80FF0000, 0xFFFFFFFF], np.uint32)


def drawn(draw):
    pixels = np.zeros((64, 64, 4), np.uint8)
    draw(skia.Canvas(pixels, colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kPremul_AlphaType))
    return pixels


def point_by_point(positions, colours):
    points = [skia.Point(x, y) for x, y in positions.tolist()]
    mode = skia.Vertices.kTriangles_VertexMode
    vertices = skia.Vertices(mode, points, None, colours.tolist(), TRIANGLES.ravel().tolist())
    return drawn(lambda canvas: canvas.drawVertices(vertices, skia.Paint(), skia.BlendMode.kDst))


@pytest.mark.parametrize("shift", [0, 3.5])
def test_both_ways_draw_the_same_pixels(shift):
    found = drawn(lambda canvas: canvas.drawPicture(mesh_picture(SQUARE + shift, COLOURS, TRIANGLES)))
    assert np.array_equal(found, point_by_point(SQUARE + shift, COLOURS))
    assert found.any()


def test_another_order_of_triangles_is_another_picture():
    crossed = SQUARE[[0, 3, 2, 1]]
    first, second = (
        drawn(lambda canvas, order=order: canvas.drawPicture(mesh_picture(crossed, COLOURS, order)))
        for order in (TRIANGLES, TRIANGLES[::-1])
    )
    assert not np.array_equal(first, second)
