"""The rim of a surface lies where its function ends, and no wall stands where it goes on at the other side."""

import numpy as np
import pytest

from mathora.stage.space.ground import Relief
from mathora.stage.space.mesh import SurfaceStyle
from mathora.stage.space.projection import ModelBox
from mathora.stage.space.rim import rim_of

LINES = np.linspace(-1.4, 1.4, 57)
X, Y = np.meshgrid(LINES, LINES, indexing="ij")


def rim(value):
    with np.errstate(all="ignore"):
        return rim_of(value, LINES, LINES, value(X, Y))


def test_a_domes_rim_is_its_circle_and_each_cell_that_it_crosses_is_whole():
    found = rim(lambda x, y: np.sqrt(1 - x**2 - y**2))
    assert np.hypot(*found.points.T[:2]) == pytest.approx(1, abs=1e-6)
    with np.errstate(all="ignore"):
        heights = np.sqrt(1 - X**2 - Y**2)
    relief = Relief(LINES, LINES, heights, SurfaceStyle().ramp, found)
    field = relief.field(ModelBox((-1.4, -1.4, 0), (1.4, 1.4, 1), (4, 4, 2)))
    there, whole = np.isfinite(heights), np.isfinite(field.vertices[..., 2])
    corners = [there[i : 56 + i, j : 56 + j] for i in (0, 1) for j in (0, 1)]
    drawn = [whole[i : 56 + i, j : 56 + j] for i in (0, 1) for j in (0, 1)]
    assert np.logical_and.reduce(drawn)[np.logical_or.reduce(corners)].all()
    assert np.linalg.norm(field.normals, axis=-1) == pytest.approx(1)


@pytest.mark.parametrize(
    "value",
    [lambda x, y: 1 / x + 0 * y, lambda x, y: x / np.abs(x) + 0 * y, lambda x, y: x + y, lambda x, y: np.nan * x * y],
    ids=["a pole", "a jump", "no hole", "nowhere"],
)
def test_where_the_surface_goes_on_or_is_not_there_is_no_rim(value):
    assert rim(value) is None


def test_a_rim_that_runs_off_to_a_pole_stays_open():
    found = rim(lambda x, y: np.log(x + 0.01) + 0 * y)
    assert found is None or np.isfinite(found.points).all()
