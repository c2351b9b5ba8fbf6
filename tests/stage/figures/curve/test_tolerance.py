"""All of the curve over the strip is in the band; two points at equal ways from the place stand on the curve."""

import numpy as np
import pytest
from curve_plots import curve

from mathora.formula.curves.interval import Interval
from mathora.stage.figures.curve.tolerance import Sides, Tolerance


def tolerance(tex="x^2", at=1.0, level=1.0, within=0.5):
    made = Tolerance(curve(tex, Interval(-2, 3), Interval(-1, 5)), at, level, ("#00ff00", "#ffff00"))
    made.stand(within=within, band=1, strip=1)
    return made


@pytest.mark.parametrize("within", [2.0, 0.5, 0.1])
def test_the_strip_is_as_wide_as_the_band_allows(within):
    made = tolerance(within=within)
    assert made.delta <= np.sqrt(1 + within) - 1 < 1.2 * made.delta
    assert made.outside() < 1e-4


def test_a_curve_that_leaves_the_band_is_caught():
    made = tolerance()
    made.inside.shift([0, 0.3, 0])
    assert made.outside() > 0.01


def test_where_no_strip_is_narrow_enough_nothing_of_the_curve_is_marked():
    made = tolerance(r"\frac{|x - 1|}{x - 1}", level=0.0)
    assert made.delta == 0
    assert len(made.inside.points) == 0


def test_both_points_are_equally_far_and_on_the_curve():
    made = Sides(curve("x^2", Interval(-2, 3), Interval(-1, 5)), 1.0, 1.0, ("#00ff00", "#ffff00"))
    made.stand(gap=0.5, points=1, mark=1)
    assert made.places() == (0.5, 1.5)
    assert made.off_curve() < 1e-6
    made.dots[1].shift([0, 0.1, 0])
    assert made.off_curve() > 1e-3
