"""A path handed over in one piece is the path drawn point by point."""

import numpy as np
import pytest
import skia

from mathora.stage.serial.path import CLOSE, CUBIC, LINE, MOVE, polyline, serial_path

POINTS = np.array([[0.0, 0.0], [10.5, 3.25], [4.0, 8.0], [-2.0, 7.0]])


def by_hand(points):
    path = skia.Path()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    return path


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_a_polyline_is_the_one_drawn_point_by_point(count):
    assert polyline(POINTS[:count]) == by_hand(POINTS[:count])


def test_of_no_points_it_is_empty():
    assert polyline(np.zeros((0, 2))).isEmpty()


def test_curves_and_closed_contours_are_handed_over_too():
    drawn = skia.Path()
    drawn.moveTo(*POINTS[0])
    drawn.cubicTo(*POINTS[1:].ravel())
    drawn.close()
    assert serial_path(POINTS.astype("<f4").tobytes(), MOVE + CUBIC + CLOSE) == drawn


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_a_path_through_what_is_no_number_is_not_finite(bad):
    assert polyline(POINTS).isFinite()
    assert not polyline(np.array([[0.0, 0.0], [bad, 1.0]])).isFinite()


def test_verbs_that_ask_for_more_points_than_there_are_are_an_error():
    with pytest.raises(ValueError, match="fewer points"):
        serial_path(POINTS[:1].astype("<f4").tobytes(), MOVE + LINE)
