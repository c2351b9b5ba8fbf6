"""What stands on a plane moves with it, unless it is fixed; what is measured is what is drawn."""

import numpy as np
import pytest
from manim import Square
from planes import plane

from mathora.stage.figures.linear.plane_parts import (
    SQUARE,
    PlaneArrow,
    PlaneLine,
    PlaneShape,
    TipLabel,
    labels_apart,
    square_corner,
)

TURN = np.array([[0.0, -1.0], [1.0, 0.0]])
FLIP = np.array([[0.0, 1.0], [1.0, 0.0]])


def test_an_arrow_goes_where_the_matrix_takes_it_unless_it_is_fixed():
    turned = plane(matrix=TURN)
    assert PlaneArrow(turned, np.array([2.0, 0.0]), "#ffffff").seen(turned) == pytest.approx([0, 2])
    assert PlaneArrow(turned, np.array([2.0, 0.0]), "#ffffff", fixed=True).seen(turned) == pytest.approx([2, 0])
    behind = PlaneArrow(turned, np.array([1.0, 0.0]), "#ffffff", tail=np.array([1.0, 1.0]))
    assert turned.model_of(behind.tail) == pytest.approx([-1, 1])


def test_an_arrow_of_no_length_is_a_dot():
    assert PlaneArrow(plane(), np.zeros(2), "#ffffff").width > 0.05


@pytest.mark.parametrize(("matrix", "area"), [(np.eye(2), 1), (2 * np.eye(2), 4), (FLIP, -1), (np.ones((2, 2)), 0)])
def test_the_area_of_a_shape_is_the_determinant_and_its_back_has_another_colour(matrix, area):
    on = plane(matrix=matrix)
    made = PlaneShape(on, SQUARE, "#0000ff", flipped="#ff0000")
    assert made.area(on) == pytest.approx(area, abs=1e-6)
    assert made.get_fill_color().to_hex().lower() == ("#ff0000" if area < 0 else "#0000ff")


def test_a_shape_covers_what_it_winds_around():
    on = plane()
    made = PlaneShape(on, SQUARE, "#0000ff")
    assert made.covers(on.place(np.array([0.5, 0.5])))
    assert not made.covers(on.place(np.array([1.5, 0.5])))


def test_a_line_stays_and_knows_how_far_a_point_is():
    on = plane(matrix=TURN)
    line = PlaneLine(on, np.array([1.0, 1.0]), "#ffffff")
    assert line.distance_to(on.place(np.array([2.0, 2.0]))) == pytest.approx(0, abs=1e-9)
    unit = on.graph.units()[0]
    assert abs(line.distance_to(on.place(np.array([0.0, 1.0])))) == pytest.approx(unit / np.sqrt(2))


def test_labels_stand_beside_their_arrows_and_apart():
    on = plane()
    arrows = [PlaneArrow(on, np.array(at), "#ffffff") for at in ((2.0, 0.1), (2.0, -0.1))]
    for one in arrows:
        on.put(one)
    labels = [TipLabel(Square(0.3), one, on) for one in arrows]
    labels_apart(on, labels, np.eye(2))
    places = [one.stand().get_center() for one in labels]
    assert np.abs(places[0] - places[1])[:2].max() >= 0.3
    assert all(np.linalg.norm(place - one.tip) < 1 for place, one in zip(places, arrows, strict=True))


def test_choosing_places_for_later_moves_nothing():
    on = plane()
    on.put(arrow := PlaneArrow(on, np.array([1.0, 0.0]), "#ffffff"))
    labels_apart(on, [TipLabel(Square(0.3), arrow, on)], TURN)
    assert on.state.array == pytest.approx(np.eye(2))


def test_the_mark_of_a_right_angle_has_equal_legs_at_one():
    corners = square_corner(plane(), np.zeros(2), np.array([2.0, 0.0]), np.array([0.0, 5.0]))
    one, other = corners[1] - corners[0], corners[2] - corners[1]
    assert one @ other == pytest.approx(0)
    assert np.linalg.norm(one) == pytest.approx(np.linalg.norm(other))
