"""A spring that is pulled reaches as far from its beam as its point stands from the axis, hanging and turned over."""

import numpy as np
import pytest
from claimed import broken, holds
from plotted_data import THEME, Y, scatter

from mathora.stage.figures.data.springs import Springs


def springs(pull=1.0, turn=0.0):
    figure = Springs(scatter(), THEME)
    for one in figure.pulls:
        one.set_value(pull)
    figure.turn.set_value(turn)
    figure.update()
    return figure


@pytest.mark.parametrize("turn", [0.0, 0.4, 1.0])
@pytest.mark.parametrize("pull", [0.0, 0.7, 1.0])
def test_it_holds_on_all_of_the_way(pull, turn):
    assert holds(springs(pull, turn).claims)


def test_turned_over_each_end_is_at_its_point():
    figure = springs(turn=1.0)
    ends = np.array([one.points[-1] for one in figure.coils])
    assert ends == pytest.approx(np.array([dot.get_center() for dot in figure.scatter.dots]))


def test_hanging_they_are_as_long_as_their_points_are_high():
    figure = springs()
    graph = figure.scatter.graph
    long = [abs(one.points[-1][1] - one.points[0][1]) for one in figure.coils]
    unit = graph.point(0, 1)[1] - graph.point(0, 0)[1]
    assert long == pytest.approx(list(unit * Y))


def test_a_spring_that_is_stretched_by_something_else_is_caught():
    figure = springs()
    figure.coils[2].stretch(1.05, 1, about_edge=np.array([0.0, 1.0, 0.0]))
    assert broken(figure.claims) == ["a spring reaches as far from its beam as its point from the axis"]
