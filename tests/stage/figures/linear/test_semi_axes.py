"""Two radii at a right angle that a matrix keeps at one; where they lean, no mark says that they are upright."""

from types import SimpleNamespace

import numpy as np
import pytest
from planes import plane

from mathora.stage.figures.linear.semi_axes import SemiAxes
from mathora.stage.theme import THEMES

LEANING = np.array([[2.0, 1.0], [1.0, 3.0]])
SHEAR = np.array([[1.0, 1.0], [0.0, 1.0]])


def axes(matrix):
    on = plane(4.0, matrix)
    return SemiAxes(SimpleNamespace(plane=on, theme=THEMES["dark"]), matrix, ("#00ff00", "#ff0000"))


@pytest.mark.parametrize("matrix", [LEANING, SHEAR, np.diag([1.0, 3.0]), np.eye(2)])
def test_they_are_the_singular_values_and_upright_before_and_after(matrix):
    made = axes(matrix)
    one, other = (arrow.seen(made.plane) for arrow in made.arrows)
    assert sorted([np.linalg.norm(one), np.linalg.norm(other)]) == pytest.approx(
        sorted(np.linalg.svd(matrix)[1]), rel=1e-6
    )
    assert np.linalg.norm(one) >= np.linalg.norm(other) - 1e-9
    assert made.arrows[0].at @ made.arrows[1].at == pytest.approx(0)
    assert made.stay(matrix)
    made.corner.follow(made.plane)
    assert made.slant() < 1e-6


def test_another_matrix_does_not_keep_them_and_no_mark_stands():
    made = axes(np.diag([1.0, 3.0]))
    assert not made.stay(SHEAR)
    made.plane.state = made.plane.state.moved(SHEAR)
    made.plane.follow()
    for arrow in made.arrows:
        arrow.follow(made.plane)
    made.corner.follow(made.plane)
    assert len(made.corner.points) == 0
    assert made.slant() == 0


def test_an_arrow_that_leans_under_its_mark_is_caught():
    made = axes(LEANING)
    made.corner.follow(made.plane)
    made.arrows[1].put(made.arrows[1].tail, made.arrows[1].tip + np.array([0.3, 0.2, 0]))
    assert made.slant() > 0.01


def test_what_is_squashed_has_no_right_angle_to_mark():
    made = axes(np.array([[1.0, 1.0], [1.0, 1.0]]))
    assert made.stay(np.array([[1.0, 1.0], [1.0, 1.0]]))
    made.corner.follow(made.plane)
    assert len(made.corner.points) == 0
