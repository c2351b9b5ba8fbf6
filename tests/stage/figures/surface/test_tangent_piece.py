"""The tangent plane has the function's height and slopes at its point, and no other."""

import numpy as np
import pytest

from mathora.stage.figures.surface.tangent_piece import TouchingPlane
from tests.stage.test_contours import BOWL

AT = np.array([1.0, 0.5])


def test_it_touches_where_it_is():
    plane = TouchingPlane(BOWL, AT)
    assert plane.variables == BOWL.variables
    assert plane.value(*AT) == pytest.approx(plane.height) == pytest.approx(float(BOWL.value(*AT)))


@pytest.mark.parametrize("way", [(1.0, 0.0), (0.0, 1.0), (1.0, -2.0)])
def test_its_rise_is_the_slope_times_the_way(way):
    plane = TouchingPlane(BOWL, AT)
    assert plane.value(*(AT + way)) - plane.height == pytest.approx(plane.slopes @ way)
    near = 1e-4 * np.array(way)
    assert float(BOWL.value(*(AT + near))) == pytest.approx(float(plane.value(*(AT + near))), abs=1e-6)


def test_a_bowl_lies_above_it():
    plane = TouchingPlane(BOWL, AT)
    x, y = np.meshgrid(np.linspace(-2, 2, 9), np.linspace(-2, 2, 9))
    assert (BOWL.value(x, y) >= plane.value(x, y) - 1e-9).all()
