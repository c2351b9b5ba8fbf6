"""Boxes of changed pixels are merged without overlapping, and know when they share one."""

import numpy as np
import pytest

from mathora.encoder import PixelBox
from mathora.stage.film.canvas import area, merged, overlap
from mathora.stage.film.drawing import View

VIEW = View(320, 180, 22.5)


@pytest.mark.parametrize("seed", range(20))
def test_merged_boxes_cover_the_given_ones_and_do_not_overlap(seed):
    random = np.random.default_rng(seed)
    boxes = []
    for _ in range(random.integers(1, 30)):
        left, top = random.integers(0, 300), random.integers(0, 160)
        right, bottom = left + random.integers(0, 20), top + random.integers(0, 20)
        boxes.append(PixelBox(int(left), int(top), int(right), int(bottom)))
    covered = np.zeros((180, 320), int)
    for box in merged(boxes, VIEW):
        covered[box.top : box.bottom, box.left : box.right] += 1
        assert box.left % 2 == box.top % 2 == box.right % 2 == box.bottom % 2 == 0
    assert covered.max() <= 1
    for box in boxes:
        assert (covered[box.top : box.bottom, box.left : box.right] == 1).all()


def test_boxes_know_when_they_share_a_pixel():
    assert overlap(PixelBox(0, 0, 10, 10), PixelBox(9, 9, 20, 20))
    assert not overlap(PixelBox(0, 0, 10, 10), PixelBox(10, 0, 20, 10))
    assert area(PixelBox(3, 3, 3, 9)) == 0
