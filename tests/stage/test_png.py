"""A still is a PNG that any reader opens, with exactly the pixels drawn."""

import numpy as np
from PIL import Image

from mathora.stage.film.png import png


def test_the_pixels_come_back_and_nothing_else_is_stored(tmp_path):
    pixels = np.random.default_rng(5).integers(0, 256, (37, 53, 4), np.uint8)
    pixels[..., 3] = 255
    (tmp_path / "still.png").write_bytes(png(pixels))
    with Image.open(tmp_path / "still.png") as picture:
        picture.verify()
    with Image.open(tmp_path / "still.png") as picture:
        assert (picture.mode, picture.size, picture.info) == ("RGB", (53, 37), {})
        assert np.array_equal(np.asarray(picture), pixels[..., :3])
