"""Shadows fall perpendicularly, their spread is the model's in that direction, arrows are one deviation long."""

import numpy as np
import pytest
from claimed import broken, holds
from plotted_data import PLACE, THEME, scatter

from mathora.stage.figures.surface.shadows import DataShadows, even_window

X, Y = np.array([-2.0, -1.0, 0.0, 1.0, 2.0]), np.array([-1.5, 0.0, 0.2, 0.1, 1.2])


def shadows(angle=30.0):
    made = DataShadows(scatter(X, Y, even_window(X, Y, PLACE)), THEME)
    made.angle.set_value(angle)
    made.line.update()
    return made


def test_units_are_equal_and_all_points_are_in_the_window():
    across, up = even_window(X, Y, PLACE)
    assert across.length / PLACE.width == pytest.approx(up.length / PLACE.height)
    assert across.low < X.min() < X.max() < across.high
    assert up.low < Y.min() < Y.max() < up.high


@pytest.mark.parametrize("angle", [0.0, 30.0, 90.0, 150.0])
def test_the_spread_of_shadows_is_the_models(angle):
    made = shadows(angle)
    way = np.array([np.cos(np.radians(angle)), np.sin(np.radians(angle))])
    assert made.seen_variance() == pytest.approx(np.var(np.column_stack([X, Y]) @ way))
    assert made.variance(angle) == pytest.approx(made.seen_variance())


def test_in_no_direction_do_they_spread_farther_than_in_the_first():
    made = shadows()
    assert max(made.variance(one) for one in np.linspace(0, 180, 721)) <= made.variances[0] + 1e-9
    assert made.variance(made.best) == pytest.approx(made.variances[0])
    assert made.variance(made.best + 90) == pytest.approx(made.variances[1])


def test_a_shadow_beside_its_place_is_caught():
    made = shadows()
    made.dots[0].shift([0.1, 0.1, 0])
    assert "each shadow falls perpendicularly on the line" in broken(made.shadow_claims)


def test_an_arrow_of_another_length_is_caught():
    made = shadows()
    arrows = made.arrows(("#ffffff", "#ff0000"))
    assert holds(made.arrow_claims(arrows))
    arrows[0].put(arrows[0].tail, arrows[0].tip + np.array([0.1, 0, 0]))
    assert broken(made.arrow_claims(arrows))
