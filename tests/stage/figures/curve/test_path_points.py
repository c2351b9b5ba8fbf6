"""Points of a path stand on it, joined by straight lines of which as much is drawn as is seen."""

import numpy as np
import pytest

from mathora.stage.figures.curve.path_points import PathPoints
from tests.stage.curve_plots import orbit

QUARTERS = (0.0, np.pi / 2, np.pi, 3 * np.pi / 2)


def points(seen):
    made = PathPoints(orbit(), QUARTERS, "#ffffff")
    made.stand(seen=seen)
    return made


def test_each_stands_where_the_path_is_at_its_parameter():
    figure = points(1.0)
    places = [figure.plot.graph.model_of(one.get_center()) for one in figure.dots]
    assert np.array(places) == pytest.approx(np.array([(2, 0), (0, 2), (-2, 0), (0, -2)]), abs=1e-6)
    assert figure.off_path() == pytest.approx(0, abs=1e-6)


def test_the_last_is_joined_with_the_first():
    line = points(1.0).line.points
    assert line[-1] == pytest.approx(line[0], abs=1e-6)


def test_half_of_the_way_ends_half_way_around():
    figure = points(0.5)
    assert figure.plot.graph.model_of(figure.line.points[-1]) == pytest.approx((-2, 0), abs=1e-6)


def test_nothing_of_what_is_not_seen_is_drawn():
    assert points(0.0).picture.submobjects == []


def test_a_dot_that_leaves_the_path_is_told():
    figure = points(1.0)
    figure.dots[1].shift([0.2, 0.0, 0.0])
    assert figure.off_path() > 0.01
