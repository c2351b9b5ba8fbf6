"""An integral is as near as its panels say, jumps and infinite ends included."""

import math

import numpy as np
import pytest

from mathora.formula.curves.integral import integral, panels, usual_span


@pytest.mark.parametrize(
    ("function", "low", "high", "value"),
    [
        (lambda x: x**2, 0, 3, 9),
        (lambda x: x**2, 3, 0, -9),
        (np.sin, 0, math.pi, 2),
        (lambda x: np.where(x < 0.3, 1.0, 0.0), 0, 1, 0.3),
        (lambda x: np.exp(-(x**2)), -np.inf, np.inf, math.sqrt(math.pi)),
        (lambda x: np.exp(-x), 0, np.inf, 1),
        (np.exp, -np.inf, 0, 1),
    ],
)
def test_its_value_is_that_of_calculus(function, low, high, value):
    assert integral(function, low, high) == pytest.approx(value, rel=1e-8)


def test_panels_are_additive():
    left, right = np.array([0.0, 1.0]), np.array([1.0, 2.0])
    assert panels(np.exp, left, right).sum() == pytest.approx(math.exp(2) - 1)


@pytest.mark.parametrize("middle", [0.0, 100.0, -3.0])
def test_most_of_a_density_lies_within_its_usual_span(middle):
    low, high = usual_span(lambda x: np.exp(-((x - middle) ** 2) / 2), (-np.inf, np.inf))
    assert middle - 5 <= low <= middle - 3
    assert middle + 3 <= high <= middle + 5


def test_a_finite_range_is_its_span():
    assert tuple(usual_span(lambda x: x, (0.0, 1.0))) == (0.0, 1.0)
    assert usual_span(lambda x: np.exp(-x), (0.0, np.inf)).low == 0.0
