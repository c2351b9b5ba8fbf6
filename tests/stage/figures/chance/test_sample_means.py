"""Dots balance on the mean of their draws all the way to it; the bell has the mean's spread."""

import numpy as np
import pytest
from distributions import DIE, NORMAL, figure

from mathora.stage.figures.chance.sample_means import LAST_RADIUS, RADIUS, MeanOfDraws, bell, off_bell

DRAWS = np.array([1.0, 2.0, 2.0, 6.0])


def mean(gathered=0.0, fallen=1.0):
    made = MeanOfDraws(figure(), DRAWS, "#ffffff", "#ff0000")
    made.fallen.set_value(fallen)
    made.gathered.set_value(gathered)
    made.update()
    return made


@pytest.mark.parametrize("gathered", [0.0, 0.3, 0.7, 1.0])
def test_dots_balance_on_their_mean_all_the_way(gathered):
    assert mean(gathered).unbalanced() == pytest.approx(0, abs=1e-6)


def test_a_dot_beside_its_place_is_caught():
    made = mean(0.5)
    made[3].shift([0.5, 0, 0])
    assert abs(made.unbalanced()) > 1e-3


def test_equal_draws_lie_upon_each_other_and_all_become_one():
    made = mean()
    assert made[1].get_center()[0] == pytest.approx(made[2].get_center()[0])
    assert made[2].get_center()[1] > made[1].get_center()[1] + RADIUS
    gathered = mean(1.0)
    assert np.ptp([dot.get_center() for dot in gathered], axis=0) == pytest.approx(np.zeros(3), abs=1e-6)
    assert gathered[0].height == pytest.approx(2 * LAST_RADIUS)


def test_draws_fall_one_by_one():
    seen = [dot.get_fill_opacity() for dot in mean(fallen=2 / 7)]
    assert seen == [1, 1, 0, 0]


@pytest.mark.parametrize(("law", "size"), [(DIE, 4), (DIE, 30), (NORMAL, 1), (NORMAL, 10)])
def test_the_bell_has_the_spread_of_means(law, size):
    drawn = figure(law)
    curve = bell(drawn, size, "#ffffff")
    assert off_bell(drawn, curve, size) < 0.01
    assert size == 1 or off_bell(drawn, curve, 4 * size) > 0.3
