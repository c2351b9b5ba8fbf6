"""Linear maps of the plane: the way on which they move it, and the directions that stay."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathora.stage.figures.linear.linear import directions, false_collapse, keeps, way
from mathora.stage.figures.linear.surrounding import pieces_around

ENTRIES = st.integers(-40, 40).map(lambda whole: whole / 8)
MATRICES = st.tuples(ENTRIES, ENTRIES, ENTRIES, ENTRIES).map(lambda four: np.array(four).reshape(2, 2))
SHARES = st.floats(0, 1)


@given(MATRICES)
def test_the_way_goes_from_the_identity_to_the_matrix(matrix):
    assert (way(matrix, 0) == np.eye(2)).all()
    assert (way(matrix, 1) == matrix).all()
    assert way(matrix, 1 - 1e-9) == pytest.approx(matrix, abs=1e-6)


@given(MATRICES)
def test_the_pieces_around_a_parallelogram_and_itself_make_its_box(matrix):
    corners = np.array([[0, 0], [1, 0], [1, 1], [0, 1]]) @ matrix.T
    box = float(np.prod(corners.max(axis=0) - corners.min(axis=0)))
    pieces = pieces_around(matrix)
    following = [np.roll(one, -1, axis=0) for one in pieces]
    crossed = [one[:, 0] * two[:, 1] - two[:, 0] * one[:, 1] for one, two in zip(pieces, following, strict=True)]
    areas = [abs(one.sum()) / 2 for one in crossed]
    assert sum(areas) + abs(np.linalg.det(matrix)) == pytest.approx(box, abs=1e-6)
    assert all(
        (one >= corners.min(axis=0) - 1e-9).all() and (one <= corners.max(axis=0) + 1e-9).all() for one in pieces
    )


@given(MATRICES, SHARES)
def test_an_eigenvector_stays_on_its_line_all_the_way(matrix, share):
    for one in directions(matrix):
        assert keeps(way(matrix, share), np.array(one.along)) or np.allclose(way(matrix, share), 0, atol=1e-6)


@given(MATRICES)
def test_directions_are_those_of_numpy(matrix):
    found = directions(matrix)
    for one in found:
        along = np.array(one.along)
        assert matrix @ along == pytest.approx(one.value * along, abs=1e-3)
        assert np.linalg.norm(along) == pytest.approx(1)


@pytest.mark.parametrize("scale", [1e-9, 1.0, 1e9])
def test_the_size_of_a_matrix_changes_no_direction(scale):
    found = directions(scale * np.array([[2.0, 1], [1, 2]]))
    assert [one.value / scale for one in found] == pytest.approx([3, 1])
    assert [one.along for one in found] == [pytest.approx((0.5**0.5, 0.5**0.5)), pytest.approx((0.5**0.5, -(0.5**0.5)))]


def test_a_rotation_turns_and_never_shrinks():
    quarter = np.array([[0.0, -1], [1, 0]])
    assert directions(quarter) == ()
    assert np.linalg.det(way(quarter, 0.5)) == pytest.approx(1)
    assert way(-np.eye(2), 0.5) == pytest.approx(quarter)


def test_a_shear_keeps_one_line_and_a_multiple_of_the_identity_none_in_particular():
    assert [one.along for one in directions(np.array([[1.0, 1], [0, 1]]))] == [(1, 0)]
    assert directions(3 * np.eye(2)) == ()


A = np.array([[2.0, 1.0], [1.0, 2.0]])
UNIT = np.eye(2)


@pytest.mark.parametrize(
    ("start", "end", "false"),
    [
        (UNIT, A - 3 * UNIT, True),  # it is flat a third of the way there
        (UNIT, A - UNIT, False),  # at its end alone
        (A, A - 3 * UNIT, False),  # along such matrices, flat at both eigenvalues
        (UNIT, A - UNIT / 2, False),
        (UNIT, -UNIT, False),  # another motion
    ],
)
def test_a_collapse_on_the_way_is_false_where_no_shifted_matrix_is_flat(start, end, false):
    assert false_collapse(A, start, end) is false
