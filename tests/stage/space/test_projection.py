"""Projection: from model numbers to the screen, held by its laws."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathora.stage.layout import Region
from mathora.stage.space.projection import Camera, ModelBox, Raster

coordinates = st.floats(-2, 2)
points = st.tuples(coordinates, coordinates, st.floats(0, 3)).map(np.array)
cameras = st.builds(
    Camera,
    azimuth=st.floats(-math.pi, math.pi),
    elevation=st.floats(0.05, 1.5),
    distance=st.one_of(st.floats(8, 60), st.just(math.inf)),
    scale=st.floats(0.2, 3),
    centre=st.tuples(st.floats(-3, 3), st.floats(-3, 3)),
    pivot=st.floats(0, 1),
)


@given(cameras)
def test_the_pivot_is_drawn_at_the_cameras_centre(camera):
    assert camera.project(np.array([0, 0, camera.pivot])) == pytest.approx(camera.centre)


@given(cameras, points, points, st.floats(0, 1))
def test_straight_lines_stay_straight(camera, start, end, share):
    a, b, between = camera.project(np.stack([start, end, start + share * (end - start)]))
    along, aside = b - a, between - a
    assert along[0] * aside[1] - along[1] * aside[0] == pytest.approx(0, abs=1e-9)


@given(cameras, points)
def test_what_is_above_is_drawn_above_at_the_same_place_across_for_parallel_rays(camera, point):
    flat = Camera(camera.azimuth, camera.elevation, math.inf, camera.scale, camera.centre, camera.pivot)
    low, high = flat.project(np.stack([point, point + np.array([0, 0, 1])]))
    assert high[0] == pytest.approx(low[0])
    assert high[1] > low[1]


@given(cameras, points)
def test_nearer_things_are_not_smaller(camera, point):
    nearer = point + 0.5 * camera.axes[2]
    assert camera.magnification(nearer) >= camera.magnification(point) - 1e-12


@given(cameras, points)
def test_all_points_of_a_ray_are_drawn_at_one_place(camera, point):
    start, along = point, camera.rays(point[None])[0]
    a, b = camera.project(np.stack([start, start + 1e-3 * along]))
    assert b == pytest.approx(a, abs=1e-6)


@given(cameras)
def test_the_axes_of_a_camera_are_a_right_handed_orthonormal_frame(camera):
    frame = np.stack(camera.axes)
    assert frame @ frame.T == pytest.approx(np.eye(3))
    assert np.linalg.det(frame) == pytest.approx(1)


def test_from_straight_above_the_first_variable_runs_to_the_right_and_the_second_upwards_in_equal_units():
    overhead = Camera(-math.pi / 2, math.pi / 2, math.inf, scale=1.5)
    origin, right, up = overhead.project(np.array([(0, 0, 0), (1, 0, 0), (0, 1, 0)]))
    assert right - origin == pytest.approx((1.5, 0))
    assert up - origin == pytest.approx((0, 1.5))


boxes = st.builds(
    lambda x, y, z, dx, dy, dz, rise: ModelBox((x, y, z), (x + dx, y + dy, z + dz), rise=rise),
    *[st.floats(-10, 10)] * 3,
    *[st.floats(0.1, 20)] * 3,
    st.floats(0.2, 1),
)


@given(boxes)
def test_the_floors_middle_is_the_origin_of_space(box):
    middle = (np.array(box.low) + box.high) / 2
    assert box.to_space(np.array([middle[0], middle[1], box.low[2]])) == pytest.approx((0, 0, 0), abs=1e-9)


def test_a_box_without_extent_is_refused():
    with pytest.raises(ValueError, match="low < high"):
        ModelBox((0, 0, 0), (1, 0, 1))


@given(cameras, st.lists(points, min_size=3, max_size=8), st.lists(st.floats(-1.5, 0), min_size=1, max_size=4))
def test_a_fitted_camera_keeps_all_points_in_the_region_at_every_azimuth(camera, cloud, azimuths):
    cloud = np.array([*cloud, (1, 0, 0), (0, 1, 0), (0, 0, 1)])
    region = Region(-5, -2, 1, 2.5)
    fitted = camera.fitted(cloud, region, azimuths)
    for azimuth in azimuths:
        turned = Camera(azimuth, fitted.elevation, fitted.distance, fitted.scale, fitted.centre, fitted.pivot)
        seen = turned.project(cloud)
        assert (seen >= (region.left - 1e-6, region.bottom - 1e-6)).all()
        assert (seen <= (region.right + 1e-6, region.top + 1e-6)).all()


def test_pixels_count_from_the_upper_left_corner():
    raster = Raster(1600, 900, 16)
    assert raster.to_pixel(np.array([(-8, 4.5), (8, -4.5), (0, 0)])) == pytest.approx(
        np.array([(0, 0), (1600, 900), (800, 450)])
    )
