"""A surface's figure has its labels clear of each other, its heights on round numbers, and its floor in equal units."""

from dataclasses import replace

import numpy as np
import pytest
from manim import ORIGIN, RIGHT, Square, ValueTracker

from mathora.stage import THEMES, Interval, Region
from mathora.stage.space.figure import SurfaceFigure, SurfaceLabels, rgb
from mathora.stage.text.prose_mobject import words_mobject
from tests.stage.test_contours import BOWL, function

SIZE = {"pixel_width": 320, "pixel_height": 180, "frame_width": 128 / 9, "frame_height": 8.0}


REGION = Region(-6.5, -2.9, 1.4, 2.75)


SPAN = Interval(-2, 2)


def figure(shown=BOWL, **options):
    names = tuple(words_mobject(word, "#ffffff", 0.4) for word in ("x", "y", "z"))
    made = SurfaceFigure(shown, SPAN, SPAN, REGION, theme=THEMES["dark"], names=names, **options)
    made.stand(made.pose(REGION.inset(0.2), -60, 28, 20))
    return made


def boxes(labels):
    corners = [(label.get_corner([-1, -1, 0])[:2], label.get_corner([1, 1, 0])[:2]) for label in labels]
    return [(*low, *high) for low, high in corners]


@pytest.mark.parametrize("azimuth", [-75, -62, -45, -24, -10])
@pytest.mark.parametrize("hover", [0.0, 0.6])
def test_labels_keep_clear_of_each_other_and_inside_the_region(azimuth, hover):
    made = figure(hover=hover)
    made.stand(made.pose(REGION.inset(0.2), azimuth, 28))
    made.labels.update()
    found = boxes([*made.numbers, *made.axis_names])
    for k, (left, bottom, right, top) in enumerate(found):
        assert left > REGION.left - 0.3
        assert right < REGION.right + 0.35
        assert bottom > REGION.bottom - 0.05
        assert top < REGION.top + 0.3
        for other in found[k + 1 :]:
            assert right < other[0] or other[2] < left or top < other[1] or other[3] < bottom


def test_labels_stand_still_when_the_camera_does_and_follow_when_it_turns():
    made = figure()
    made.labels.update()
    before = made.axis_names[0].get_center()
    made.labels.update()
    assert made.axis_names[0].get_center() == pytest.approx(before)
    made.trackers["azimuth"].increment_value(0.3)
    made.labels.update()
    assert np.linalg.norm(made.axis_names[0].get_center() - before) > 0.2


def test_from_overhead_the_floor_is_a_square_with_equal_units_and_heights_have_no_name():
    made = figure()
    made.stand(made.overhead(REGION))
    made.labels.update()
    floor = made.scene_points(np.array([(-2, -2, 0), (2, -2, 0), (-2, 2, 0)]))
    across, up = floor[1] - floor[0], floor[2] - floor[0]
    assert across[1] == pytest.approx(0, abs=1e-9)
    assert up[0] == pytest.approx(0, abs=1e-9)
    assert across[0] == pytest.approx(up[1])
    assert made.axis_names[2].family_members_with_points()[0].get_fill_opacity() == 0
    assert made.axis_names[0].family_members_with_points()[0].get_fill_opacity() == 1


def test_the_range_of_heights_is_the_functions_own_widened_to_round_numbers():
    assert (figure().box.low[2], figure().box.high[2]) == (0, 16)


def test_a_plane_is_not_seen_from_its_edge():
    for slopes in ((2, -1), (-2, 1), (1, 1), (0, 3), (1, -1), (1, 0)):
        made = figure(function("f(x, y)", f"({slopes[0]}) x + ({slopes[1]}) y"))
        for azimuth in (-24, -60, -75):
            pose = made.pose(REGION.inset(0.2), azimuth, 28, 20)
            ways = [replace(pose.camera(), azimuth=pose.azimuth + turn).axes[2] for turn in np.radians([0, 10, 20])]
            assert all(abs(way @ made.stands_on) > 0.13 for way in ways)


def test_another_surface_is_seen_from_where_the_scene_says():
    assert figure().pose(REGION, -60, 28).elevation == pytest.approx(np.radians(28))


def test_a_hovering_surface_leaves_room_above_its_floor():
    made = figure(hover=0.5)
    assert made.box.low[2] == pytest.approx(-8)
    assert made.ticks[2][0] >= 0


def test_a_colour_is_read_as_three_numbers():
    assert rgb("#0a10ff") == (10, 16, 255)


def test_a_number_that_would_touch_an_axis_s_name_is_left_out():
    name, near, far = (Square(side_length=0.4).move_to(place) for place in (ORIGIN, 0.45 * RIGHT, 0.6 * RIGHT))
    labels = SurfaceLabels([name, near, far], np.zeros((3, 2, 3)), [(0, 0.1, ValueTracker(1))] * 3, names=1)
    assert labels.at_a_name([one.get_center()[:2] for one in (name, near, far)]) == [near]
