"""The pieces and the parallelogram make the box around it; what is missing is measured on what is drawn."""

import numpy as np
import pytest
from manim import Square
from planes import plane

from mathora.stage.figures.linear.plane_parts import SQUARE, PlaneShape
from mathora.stage.figures.linear.surrounding import Surrounding, pieces_around

LEANING = np.array([[2.0, 1.0], [0.5, 1.5]])


def surrounding(matrix=LEANING):
    on = plane(4.0, matrix)
    said = []
    made = Surrounding(on, ("#00ff00", "#0000ff"), lambda size: said.append(size) or Square(0.1))
    return on, made, said


def test_two_corners_in_the_box_leave_four_triangles_and_two_rectangles():
    _, made, said = surrounding()
    assert (len(made.triangles), len(made.rectangles)) == (4, 2)
    assert sum(said) + np.linalg.det(LEANING) == pytest.approx(3 * 2)
    assert len(made.labels_of(made.rectangles)) == 2


def test_a_turned_square_leaves_triangles_alone():
    assert [len(piece) for piece in pieces_around(np.array([[2.0, -1.0], [1.0, 2.0]]))] == [3, 3, 3, 3]


def test_around_an_upright_box_there_is_nothing():
    assert pieces_around(np.diag([2.0, 3.0])) == []


def test_a_piece_that_is_moved_in_its_size_is_caught():
    on, made, _ = surrounding()
    square = PlaneShape(on, SQUARE, "#ffffff")
    assert made.lacking(square) == pytest.approx(0, abs=1e-6)
    made.shapes[0].stretch(1.2, 0)
    assert abs(made.lacking(square)) > 0.01
