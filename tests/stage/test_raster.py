"""An author's picture as pixels: as large as it says it is seen, whatever its own size and its camera's side."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from mathora.lesson import Text
from mathora.script.pictures import picture_of
from mathora.stage.figures.pages.raster import picture_mobject
from mathora.stage.layout import Region

BOX, SIZE = 'viewBox="0 0 8 4"', 'width="8" height="4"'


def drawn(data: bytes) -> np.ndarray:
    """The pixels of a picture in a square of one unit, (rows, columns, RGBA)."""
    return picture_mobject(picture_of(Text.written("a.svg"), data), Region(0, 0, 1, 1)).pixel_array


@pytest.mark.parametrize(
    "size", [BOX, SIZE, f'{BOX} width="100mm" height="50mm"', f"{BOX} {SIZE}", f"{BOX} width='3in' height='50%'"]
)
def test_an_svg_fills_its_place_in_whatever_unit_it_says_its_size(size):
    svg = f'<!-- <svg --><svg xmlns="http://www.w3.org/2000/svg" {size}><rect width="4" height="4" fill="red"/></svg>'
    pixels = drawn(svg.encode())
    rows, columns, _ = pixels.shape
    assert columns == 2 * rows
    assert pixels[rows - 4, columns // 2 - 4].tolist() == [255, 0, 0, 255]
    assert pixels[rows - 4, columns // 2 + 4, 3] == 0


def test_a_photograph_of_a_camera_on_its_side_stands_upright():
    photo, exif, out = Image.new("RGB", (80, 40), "blue"), Image.Exif(), BytesIO()
    photo.paste("red", (0, 0, 40, 40))
    exif[0x0112] = 6
    photo.save(out, "JPEG", exif=exif)
    rows, columns, _ = (pixels := drawn(out.getvalue())).shape
    assert rows == 2 * columns
    above, below = pixels[rows // 4, columns // 2], pixels[3 * rows // 4, columns // 2]
    assert (above[0] > 200, below[2] > 200) == (True, True)
