"""A slice of a surface: its frozen coordinate stands still to the last bit, its slope is the partial derivative."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathora.stage.space.projection import ModelBox
from mathora.stage.space.slice import Slice
from tests.stage.test_contours import BOWL

numbers = st.floats(-2, 2)


@given(st.sampled_from([0, 1]), numbers)
def test_all_points_have_the_frozen_coordinate(axis, value):
    assert (Slice(BOWL, axis, value).between(-2, 2, 33)[:, axis] == value).all()


@given(numbers, numbers)
def test_with_the_second_variable_frozen_the_slice_is_the_function_of_the_first(value, free):
    cut = Slice(BOWL, 1, value)
    assert cut.height(free) == pytest.approx(free**2 + 3 * value**2)
    assert cut.slope(free) == pytest.approx(2 * free)


@given(numbers, numbers)
def test_with_the_first_variable_frozen_the_slope_is_six_times_the_second(value, free):
    assert Slice(BOWL, 0, value).slope(free) == pytest.approx(6 * free)


@given(st.sampled_from([0, 1]), numbers, numbers)
def test_the_tangent_lies_in_the_plane_touches_the_slice_and_has_its_slope(axis, value, free):
    cut = Slice(BOWL, axis, value)
    start, end = cut.tangent(free, ModelBox((-2, -2, 0), (2, 2, 16)), 0.2)
    assert start[axis] == end[axis] == value
    assert (start + end) / 2 == pytest.approx(cut.at(free))
    assert (end - start)[2] / (end - start)[1 - axis] == pytest.approx(cut.slope(free))


@given(numbers)
def test_a_tangent_is_equally_long_in_the_box_however_steep_it_is(free):
    box = ModelBox((-2, -2, 0), (2, 2, 16))
    start, end = Slice(BOWL, 0, 1).tangent(free, box, 0.2)
    assert np.linalg.norm((end - start) / np.subtract(box.high, box.low)) == pytest.approx(0.4)
