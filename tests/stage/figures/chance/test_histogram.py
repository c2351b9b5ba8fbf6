"""Each draw lifts its bar by the same amount; after all of them a bar is as high as its share, by its width."""

import numpy as np
import pytest
from distributions import DIE, NORMAL, figure

from mathora.stage.figures.chance.histogram import BINS, Histogram, bins_of_means, usual_bins

ROLLS = np.array([1.0, 6.0, 6.0, 3.0])


def histogram(law=DIE, draws=ROLLS, counted=None):
    drawn = figure(law)
    made = Histogram(drawn, draws, usual_bins(drawn), "#ffffff")
    made.counted.set_value(len(draws) if counted is None else counted)
    made.update()
    return made


def test_over_outcomes_there_is_a_bar_each_and_over_a_density_even_ones():
    assert usual_bins(figure(DIE)).middles == pytest.approx(DIE.outcomes)
    made = usual_bins(figure(NORMAL))
    assert len(made.middles) == BINS
    assert np.diff(made.middles) == pytest.approx(np.full(BINS - 1, made.width))


@pytest.mark.parametrize(
    ("counted", "counts"), [(0, [0, 0, 0, 0, 0, 0]), (2, [1, 0, 0, 0, 0, 1]), (4, [1, 0, 1, 0, 0, 2])]
)
def test_bars_hold_the_draws_so_far(counted, counts):
    made = histogram(counted=counted)
    assert made.counts().tolist() == counts
    assert made.miscounted() == pytest.approx(0, abs=1e-6)


def test_after_all_draws_a_bar_is_as_high_as_its_share():
    made = histogram()
    assert made.highest == pytest.approx(2 / 4)
    assert made.figure.height(made[5].points[3]) == pytest.approx(2 / 4)


def test_areas_over_a_density_add_up_to_one():
    draws = NORMAL.draws(1, 400)
    made = histogram(NORMAL, draws[np.abs(draws) < 3.9])
    width = float(np.diff(made.edges[:2])[0])
    assert sum(made.figure.height(bar.points[3]) for bar in made) * width == pytest.approx(1, abs=1e-3)


def test_a_bar_of_another_height_is_caught():
    made = histogram()
    made[5].stretch(1.5, 1, about_edge=np.array([0.0, -1.0, 0.0]))
    assert abs(made.miscounted()) > 0.5


@pytest.mark.parametrize("size", [2, 5, 30])
def test_bars_of_means_stand_where_means_can_be(size):
    means = DIE.draws(1, 500 * size).reshape(-1, size).mean(axis=1)
    made = bins_of_means(figure(DIE), means, size)
    steps = (made.middles - DIE.outcomes[0]) * size
    assert steps == pytest.approx(np.round(steps))
    assert round(made.width * size) % 2 == 1


def test_a_copy_stands_still():
    made = histogram()
    copied = made.copy()
    made.counted.set_value(0)
    made.update()
    assert not copied.updaters
    assert len(copied) == len(made)
