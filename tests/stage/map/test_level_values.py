"""Values stand on their curves, apart from each other, and make way for what comes."""

import numpy as np
import pytest
from manim import Square

from mathora.stage.map.contour_plot import height_colours
from mathora.stage.map.level_values import LevelValues, values_on
from tests.stage.test_contour_plot import board
from tests.stage.test_contours import BOWL


def written(made):
    values = LevelValues(made.span, made.theme, lambda place: made.point(*place))
    colours = height_colours(made.theme, [*made.branches])
    for height, branches in made.branches.items():
        values.write(height, branches, colours, (made.polyline_points,))
    return values


def test_each_value_stands_on_its_curve_and_apart():
    made = board()
    values = written(made)
    assert [*values] == [*made.branches]
    for height, label in values.items():
        assert float(BOWL.value(*made.model_of(label.get_center()))) == pytest.approx(height, rel=0.05)
    assert values.crowded() == []


def test_a_value_under_what_comes_goes_along_its_curve():
    made = board()
    values = written(made)
    height, label = next(iter(values.items()))
    stood = label.get_center()
    coming = Square(0.3).move_to(stood)
    values.keep_clear(made, [coming])
    assert np.abs(label.get_center() - stood)[:2].max() > 0.1
    assert float(BOWL.value(*made.model_of(label.get_center()))) == pytest.approx(height, rel=0.05)


def test_values_at_one_place_are_crowded():
    made = board()
    values = written(made)
    first, second, *_ = values.values()
    second.clear_updaters().move_to(first)
    assert values.crowded() == [second]


def test_where_a_chosen_level_makes_the_others_uneven_it_alone_has_a_value():
    assert len(values_on(board(heights=(1.0, 2.0, 3.0)), 2.0, np.zeros((0, 3)))) == 3
    assert len(values_on(board(heights=(1.0, 1.7, 2.0, 3.0)), 1.7, np.zeros((0, 3)))) == 1
