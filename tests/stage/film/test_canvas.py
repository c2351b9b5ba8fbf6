"""Boxes of changed pixels are merged without overlapping, and know when they share one."""

import numpy as np
import pytest
from manim import Circle, DashedLine, Dot, FunctionGraph, Line

from mathora.encoder import PixelBox
from mathora.stage.film.canvas import Canvas, area, merged, overlap
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


@pytest.mark.parametrize(
    "line",
    [
        FunctionGraph(lambda x: np.sin(3 * x), x_range=(-6, 6), stroke_width=2),
        Line([-6, -3.1, 0], [6, 2.7, 0], stroke_width=1),
        Circle(2.9, stroke_width=3, fill_opacity=0.3),
        DashedLine([-6, 3, 0], [6, -2, 0], stroke_width=2),
    ],
    ids=["graph", "line", "circle", "dashes"],
)
def test_a_line_that_a_changed_box_cuts_is_drawn_as_it_would_be_whole(line):
    dot = Dot([-3, 0.4, 0])
    canvas = Canvas(View(640, 360, 45), "#101020")
    canvas.show([line, dot])
    for _ in range(5):
        dot.shift([0.7, 0.13, 0])
        canvas.show([line, dot])
    fresh = Canvas(View(640, 360, 45), "#101020")
    fresh.show([line, dot])
    assert np.array_equal(canvas.pixels, fresh.pixels)
