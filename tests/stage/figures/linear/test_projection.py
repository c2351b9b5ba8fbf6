"""A shadow and what is left over make the vector at a right angle, and an angle is the shorter way around."""

import numpy as np
import pytest

from mathora.stage.figures.linear.projection import Shadow, signed_angle

VECTORS = [((2, 1), (1, 0)), ((1, 3), (-2, 1)), ((0, 5), (3, 4)), ((-1e-3, 2), (1e3, 1)), ((1, 1), (1, -1))]


@pytest.mark.parametrize(("vector", "onto"), VECTORS)
def test_both_parts_make_the_vector_at_a_right_angle(vector, onto):
    vector, onto = np.array(vector, dtype=float), np.array(onto, dtype=float)
    made = Shadow.of(vector, onto)
    assert made.shadow + made.rest == pytest.approx(vector)
    assert made.rest @ onto == pytest.approx(0, abs=1e-9 * np.linalg.norm(onto))
    assert made.shadow == pytest.approx(made.factor * onto)


@pytest.mark.parametrize(("vector", "onto"), VECTORS)
def test_no_point_of_the_line_is_nearer(vector, onto):
    vector, onto = np.array(vector, dtype=float), np.array(onto, dtype=float)
    nearest = np.linalg.norm(Shadow.of(vector, onto).rest)
    for factor in np.linspace(-3, 3, 25):
        assert np.linalg.norm(vector - factor * onto) >= nearest - 1e-9


@pytest.mark.parametrize(("vector", "leaves"), [((2, 4), False), ((-1, -2), False), ((2, 4.001), True), ((0, 1), True)])
def test_a_vector_on_the_line_leaves_nothing(vector, leaves):
    assert Shadow.of(np.array(vector, dtype=float), np.array([1.0, 2.0])).leaves_something is leaves


@pytest.mark.parametrize(
    ("one", "other", "degrees"),
    [
        ((1, 0), (0, 1), 90),
        ((0, 1), (1, 0), -90),
        ((1, 0), (1, 1), 45),
        ((-1, 0.1), (-1, -0.1), 11.42),
        ((2, 0), (5, 0), 0),
    ],
)
def test_an_angle_goes_the_shorter_way(one, other, degrees):
    found = np.degrees(signed_angle(np.array(one, dtype=float), np.array(other, dtype=float)))
    assert found == pytest.approx(degrees, abs=0.01)
