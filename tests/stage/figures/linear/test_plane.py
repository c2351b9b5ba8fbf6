"""An angle in the model is one on screen; what moves is drawn anew from the matrix."""

import numpy as np
import pytest
from planes import plane

from mathora.stage.figures.linear.plane import cut_line, multiples
from mathora.stage.figures.linear.plane_parts import PlaneArrow

SHEAR = np.array([[1.0, 1.0], [0.0, 1.0]])
BOX = np.array([2.0, 1.0])


def test_both_axes_have_one_unit_around_the_middle():
    made = plane()
    assert made.unequal() == pytest.approx(0)
    assert made.place(np.zeros(2)) == pytest.approx(made.room.centre)
    assert made.model_of(made.place(np.array([1.5, -0.5]))) == pytest.approx([1.5, -0.5])


def test_what_moves_goes_from_where_it_is_to_where_the_matrix_takes_it():
    made = plane()
    made.put(arrow := PlaneArrow(made, np.array([0.0, 1.0]), "#ffffff"))
    motion = made.moves(SHEAR)
    motion.interpolate(1)
    assert made.state.array == pytest.approx(SHEAR)
    assert arrow.seen(made) == pytest.approx([1, 1])
    made.goes_to(np.eye(2)).interpolate(1)
    assert arrow.seen(made) == pytest.approx([0, 1])


def test_a_view_that_reaches_farther_draws_all_nearer_to_the_origin():
    made = plane()
    near = made.place(np.ones(2)) - made.room.centre
    made.zooms(6.0).interpolate(1)
    assert made.place(np.ones(2)) - made.room.centre == pytest.approx(near / 2)
    assert made.state.reach == 6


def test_it_knows_how_far_it_has_to_reach():
    made = plane(1.0)
    assert made.holds([np.array([0.9, 0.9])])
    far = np.array([0.0, 5.0])
    assert not made.holds([far])
    made.widen(made.reach_for([far]))
    assert made.holds([far])
    assert made.reach_for([np.zeros(2)]) == made.state.reach


def test_what_was_taken_off_no_longer_follows():
    made = plane()
    made.put(arrow := PlaneArrow(made, np.array([0.0, 1.0]), "#ffffff"))
    made.take_off(arrow)
    made.moves(SHEAR).interpolate(1)
    assert arrow.vector[0] == pytest.approx(0)
    assert arrow not in made.submobjects


@pytest.mark.parametrize(
    ("through", "along", "ends"),
    [
        ((0, 0), (1, 0), ((-2, 0), (2, 0))),
        ((0, 0), (1, 1), ((-1, -1), (1, 1))),
        ((0, 3), (1, 0), None),
        ((3, 0), (0, 1), None),
        ((0, 0), (0, 0), None),
        ((5, 0), (1, -1), None),
    ],
)
def test_a_line_is_cut_at_the_edges_of_the_view(through, along, ends):
    found = cut_line(np.array(through, float), np.array(along, float), BOX)
    assert found is ends is None or [list(one) for one in found] == [pytest.approx(end) for end in ends]


def test_multiples_reach_to_both_sides():
    assert multiples(0.5, 1.2) == [-1, -0.5, 0, 0.5, 1]


def test_lines_that_come_together_are_drawn_fainter():
    flat = plane(matrix=np.array([[1.0, 1.0], [0.0, 0.04]]))
    assert flat.grid.get_stroke_opacity() < plane().grid.get_stroke_opacity() == 1


@pytest.mark.parametrize("left", [0.04, 0.02, 0.01])
def test_lines_that_are_still_a_broad_band_are_no_surface_where_the_others_are_pressed(left):
    """A blend of a shear with what presses the plane: the slanted lines are one long before the level ones are."""
    band = plane()
    band.state = band.state.moved(np.array([[left, 1.0], [0.0, left]]))
    band.follow()
    assert band.grid.get_stroke_opacity() < 0.2
    band.state = band.state.moved(np.array([[0.0, 1.0], [0.0, 0.0]]))
    band.follow()
    assert band.grid.get_stroke_opacity() == 1
