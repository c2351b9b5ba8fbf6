"""Points all over the box around a set: the share of those inside says how large it is."""

import numpy as np
import pytest
from curve_plots import orbit

from mathora.stage.figures.curve.darts import DOT, Darts
from mathora.stage.figures.curve.enclosed import Enclosed

EVENLY = np.stack(np.meshgrid(*[(np.arange(40) + 0.5) / 40] * 2), axis=-1).reshape(-1, 2)


def darts(shares=EVENLY, thrown=None):
    made = Darts(Enclosed(orbit(), (0, 1), ("#00ff00", "#ff0000")), shares, ("#00ff00", "#ff0000"))
    made.stand(seen=1, thrown=len(shares) if thrown is None else thrown)
    return made


def test_points_all_over_the_box_tell_the_area():
    made = darts()
    assert made.estimate == pytest.approx(4 * np.pi, rel=0.01)
    assert made.off_side() == 0


@pytest.mark.parametrize("thrown", [0, 1, 700])
def test_as_many_stand_as_are_thrown_and_only_these_are_read(thrown):
    made = darts(thrown=thrown)
    assert sum(len(side.points) for side in made.sides) == thrown * len(DOT)
    assert made.share == (made.inside[:thrown].mean() if thrown else 0)


def test_a_point_of_the_other_colour_is_caught():
    made = darts(np.array([[0.5, 0.5], [0.01, 0.01]]))
    assert made.off_side() == 0
    made.sides.reverse()
    assert made.off_side() == 1


def test_a_point_that_is_missing_or_beside_the_box_is_caught():
    made = darts(np.array([[0.5, 0.5], [0.4, 0.5]]))
    made.sides[0].set_points(made.sides[0].points[: len(DOT)])
    assert made.off_side() == 0.5
    made = darts(np.array([[0.01, 0.01]]))
    made.sides[1].shift([-1, 0, 0])
    assert made.off_side() == 1
