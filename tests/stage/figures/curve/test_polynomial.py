"""A Taylor polynomial has the function's value and slopes at its centre; one that is moved is caught."""

import numpy as np
import pytest
from curve_plots import function, plot

from mathora.stage.figures.curve.curve import FunctionCurve
from mathora.stage.figures.curve.polynomial import TaylorPolynomial


@pytest.mark.parametrize("degree", [0, 1, 2, 5])
def test_the_polynomial_has_the_functions_value_and_slopes_at_its_centre(degree):
    one = function("e^x")
    polynomial = TaylorPolynomial(one.function, "x", dict, 1.0, lambda: degree)
    near = 0.01
    assert polynomial(1.0) == pytest.approx(np.e)
    assert abs(polynomial(1 + near) - one(1 + near)) < 4 * near ** (degree + 1)


def test_a_drawn_polynomial_that_is_moved_is_caught():
    one = function(r"\sin x")
    fit = FunctionCurve(plot(one), TaylorPolynomial(one.function, "x", dict, 0.0, lambda: 3), "#f0a04f")
    fit.stand(drawn=1)
    assert fit.residual() < 2e-3
    fit.line.shift(np.array([0, 0.05, 0]))
    assert fit.residual() > 2e-3


@pytest.mark.parametrize(
    ("body", "centre", "degree", "expected"),
    [
        (r"\sin x", 0.0, 5, r"x - \frac{x^3}{6} + \frac{x^5}{120}"),
        (r"\sin x", 0.0, 0, "0"),
        (r"\ln x", 1.0, 2, r"(x - 1) - \frac{(x - 1)^2}{2}"),
        ("e^x", 1.0, 1, r"2.72 + 2.72(x - 1)"),
        ("2 - 3x^2", -1.0, 2, r"-1 + 6(x + 1) - 3(x + 1)^2"),
    ],
)
def test_a_polynomial_is_written_with_fractions_or_else_rounded(body, centre, degree, expected):
    polynomial = TaylorPolynomial(function(body).function, "x", dict, centre, lambda: degree)
    assert polynomial.written(degree).tex == expected
