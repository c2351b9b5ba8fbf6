"""The centre stands at the weighted means of the points, and the other dot on the curve straight above or below it."""

import numpy as np
import pytest
from claimed import broken, holds
from curve_plots import curve

from mathora.formula.curves.interval import Interval
from mathora.stage.figures.curve.balance import Balance


def balance(tex="x^2", places=(-1.0, 0.5, 2.0), weights=(1, 2, 1), **state):
    drawn = curve(tex, Interval(-2, 3), Interval(-2, 6))
    made = Balance(drawn, places, ("#ffffff", "#ff0000"))
    made.weigh(weights)
    made.stand(seen=1, middle=1, **state)
    return made


def claims(made):
    return (("mean", made.off_mean, 1e-6), ("curve", made.off_curve, 1e-6))


@pytest.mark.parametrize("turned", [0.0, 0.4, 1.0])
@pytest.mark.parametrize("weights", [(1, 2, 1), (0, 0, 5), (1, 1, 1)])
def test_it_holds_while_weights_move(weights, turned):
    made = balance(weights=weights, turned=turned)
    assert holds(claims(made))
    assert made.weights.sum() == pytest.approx(1)


def test_of_a_convex_curve_the_centre_lies_above_it_and_of_a_line_on_it():
    assert balance().mean_height > balance().height_at_mean
    assert balance("-x^2 + 4").mean_height < balance("-x^2 + 4").height_at_mean
    line = balance("x + 1")
    assert line.mean_height == pytest.approx(line.height_at_mean)


def test_its_numbers_are_weighted_means():
    made = balance()
    weights, places = np.array([0.25, 0.5, 0.25]), np.array([-1.0, 0.5, 2.0])
    assert made.mean == pytest.approx(weights @ places)
    assert made.mean_height == pytest.approx(weights @ places**2)


def test_a_heavier_point_is_larger():
    light, heavy = balance(weights=(1, 8, 1)).dots[:2]
    assert light.width < heavy.width


@pytest.mark.parametrize(("part", "claim"), [("centre", {"mean", "curve"}), ("below", {"curve"})])
def test_a_dot_that_is_moved_is_caught(part, claim):
    made = balance()
    getattr(made, part).shift([0.05, 0.05, 0])
    assert set(broken(claims(made))) == claim


def test_what_is_not_seen_claims_nothing():
    made = balance()
    made.stand(middle=0)
    made.centre.shift([1, 1, 0])
    assert holds(claims(made))
