"""Lines of least squares, one for each group of points; a line that is moved is told."""

import numpy as np
import pytest
from claimed import broken, holds
from plotted_data import X, Y, scatter

from mathora.stage.figures.data.trend import WIDE, TrendLines

CLAIM = "no other line has less squared error"
WHITE = "#ffffff"


def trend(*parts, dashes=False):
    groups = parts or (np.arange(len(X)),)
    return TrendLines(scatter(), groups, [WHITE] * len(groups), dashes=dashes)


@pytest.mark.parametrize("dashes", [False, True])
def test_it_is_the_line_of_least_squares(dashes):
    lines = trend(dashes=dashes)
    assert lines.laws == [pytest.approx(np.polyfit(X, Y, 1))]
    assert holds(lines.claims)


def test_it_goes_on_a_little_beyond_its_points():
    lines, (low, high) = trend(), (X.min(), X.max())
    ends = [lines.scatter.graph.model_of(lines[0].points[k])[0] for k in (0, -1)]
    assert ends == pytest.approx([low - WIDE * (high - low), high + WIDE * (high - low)])


def test_points_straight_above_each_other_have_none():
    assert not trend(np.array([0])).laws


def test_it_follows_its_axes_and_a_line_that_is_moved_is_told():
    lines = trend()
    lines.scatter.graph.shift([1, 0, 0])
    assert broken(lines.claims) == [CLAIM]
    lines.follow()
    assert holds(lines.claims)
    lines[0].shift([0, 1e-2, 0])
    assert broken(lines.claims) == [CLAIM]
