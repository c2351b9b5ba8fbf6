"""A slice of a surface: its frozen coordinate stands still to the last bit, its slope is the partial derivative."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
