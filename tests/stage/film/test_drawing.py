"""What is drawn is the mobject's own path; a point that is no number is an error, never a gap."""

import numpy as np
import pytest
from manim import Circle, PMobject, Square, VGroup

from mathora.stage.film.canvas import Canvas
from mathora.stage.film.drawing import View, cubic_path

VIEW = View(320, 180, 22.5)


def test_a_point_that_is_not_a_number_is_an_error():
    broken = Square()
    broken.points[2, 0] = np.nan
    with pytest.raises(ValueError, match="not numbers"):
        Canvas(VIEW, "#000000").show([broken])


def test_what_cannot_be_drawn_is_an_error():
    cloud = PMobject()
    cloud.add_points([[0, 0, 0]])
    with pytest.raises(TypeError, match="PMobject cannot be drawn"):
        Canvas(VIEW, "#000000").show([cloud])


def test_a_path_handed_over_in_one_piece_is_the_path_drawn_curve_by_curve():
    ring = VGroup(Circle(), Square(0.5)).family_members_with_points()
    points = np.concatenate([one.points for one in ring])
    path = cubic_path(points)
    assert path.countVerbs() == 2 * (1 + 1) + len(points) // 4  # two contours: a move and a close each
    assert np.allclose([(p.x(), p.y()) for p in path.getPoints(path.countPoints())][1:4], points[1:4, :2], atol=1e-6)
