"""While a constraint moves, the best place on it is drawn on the way that it leaves behind."""

from functools import cache

import numpy as np
import pytest
from manim import VMobject

from mathora.stage.figures.surface.constrained import ConstraintCurve
from mathora.stage.figures.surface.tightened import Tightened
from tests.stage.test_contour_plot import board
from tests.stage.test_contours import function


@cache
def moving():
    return Tightened(ConstraintCurve(board(), function("g(a, b)", "a^2 + b^2"), 2.25), 0.25, -1, ("#ffffff", "#ff0000"))


def tightened(gone=1.0):
    made = moving()
    made.gone.set_value(gone)
    made.way.update()
    return made


def test_it_goes_from_the_one_level_to_the_other():
    made = tightened()
    assert [made.curves[0].level, made.curves[-1].level] == [2.25, 0.25]
    assert made.best == pytest.approx(0.25, abs=1e-3)


@pytest.mark.parametrize("gone", [0.0, 0.5, 1.0])
def test_the_way_ends_at_the_place_that_is_best_now(gone):
    made = tightened(gone)
    curve, share = made.stand(VMobject())
    assert curve.level == pytest.approx(2.25 - 2 * gone, abs=0.02)
    assert made.way.points[-1] == pytest.approx(made.curves[0].board.point(*curve.place(share)), abs=1e-3)
    assert np.isfinite(made.way.points).all()


@pytest.mark.parametrize(("sign", "to"), [(1, 0.5), (-1, 0.25), (1, 3.9)])
def test_of_two_best_places_it_stays_with_the_one_with_which_it_began(sign, to):
    both = board(function("f(a, b)", "a b"))  # on a circle largest at two places, and lowest at two
    made = Tightened(ConstraintCurve(both, function("g(a, b)", "a^2 + b^2"), 2.25), to, sign, ("#ffffff", "#ff0000"))
    steps = np.linalg.norm(np.diff(made.places, axis=0), axis=1)
    assert steps.max() < 3 * steps.min()
