"""Over each number of draws the line is at the mean of the draws until there."""

import numpy as np
import pytest
from curve_plots import function, plot

from mathora.formula.curves.interval import Interval
from mathora.stage.figures.curve.run_of_means import RunOfMeans

DRAWS = np.array([6.0, 2.0, 4.0, 4.0, 1.0])


def run(count):
    made = RunOfMeans(plot(function("x"), Interval(0, 6), Interval(0, 7)), DRAWS, "#ffffff")
    made.stand(count=count, dot=1)
    return made


@pytest.mark.parametrize(("count", "mean"), [(1, 6.0), (2, 4.0), (4, 4.0), (5, 3.4)])
def test_it_reads_the_mean_of_the_draws_so_far(count, mean):
    made = run(count)
    assert made.value == pytest.approx(mean)
    assert made.plot.graph.model_of(made.end.get_center()) == pytest.approx((count, mean))
    assert made.misplaced() < 1e-6


def test_before_a_second_draw_there_is_no_line_and_before_the_first_no_dot():
    assert len(run(1).line.points) == 0
    assert run(0).end.get_fill_opacity() == 0


def test_a_line_beside_the_means_is_caught():
    made = run(5)
    made.line.shift([0, 0.1, 0])
    assert made.misplaced() > 1e-3
