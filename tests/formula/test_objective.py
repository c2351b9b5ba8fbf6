"""The lowest place of a function: where it alone is lowest, free of what rounding leaves; else none."""

import numpy as np
import pytest

from mathora.formula import model_function, read_model
from mathora.formula.curves.fitted import room_for
from mathora.formula.curves.objective import lowest
from mathora.lesson import Declaration, ModelSource, Text

LINE = "L(m, b)"


def loss(body):
    source = ModelSource(declarations=(Declaration(head=Text.written(LINE), body=Text.written(body)),))
    return model_function(read_model(source), "L")


def test_a_parameter_that_is_nothing_beside_the_other_is_zero():
    found = lowest(loss("(5 - m - b)^2 + (5 - 2 m - b)^2 + (5 - 3 m - b)^2"), np.array([1.0, 0.0]))
    assert found.at[0] == 0.0
    assert found.at[1] == pytest.approx(5.0)


def test_a_bottom_is_found_where_no_lower_value_can_be_told():
    found = lowest(loss("(2 - m - b)^2 + (-1 - 2 m - b)^2 + (4 - 3 m - b)^2 + (3 - 4 m - b)^2"), np.array([1.0, 0.0]))
    assert found.at == pytest.approx([0.8, 0.0], abs=1e-9)


@pytest.mark.parametrize(
    "body",
    [
        "(1 - m - b)^2 + (2 - m - b)^2 + (3 - m - b)^2",
        "(1 - 0.1 m - 0.3 b)^2 + (2 - 0.1 m - 0.3 b)^2",
        "m + b",
        "m^2 - b^2",
    ],
)
def test_what_is_lowest_along_a_line_or_nowhere_has_no_lowest_place(body):
    assert lowest(loss(body), np.array([1.0, 0.5])) is None


@pytest.mark.parametrize("noise", [-1e-15, 0.0])
def test_what_rounding_leaves_below_zero_needs_no_room(noise):
    assert room_for([30.0, 7.0, noise], zero=True).low == 0
    assert room_for([30.0, 7.0, -0.1], zero=True).low < -0.1
