"""The curve is the model's, a residual joins its point with it, a square is as large as its residual is long."""

import numpy as np
import pytest
from claimed import broken, holds
from plotted_data import X, Y, fit


def claims(figure):
    return (*figure.curve_claims, *figure.residual_claims, *figure.square_claims)


@pytest.mark.parametrize("body", ["a x + b", "a x^2 - b", r"b + a \sin(3x)", r"\frac{a}{x - 1.5} + b"])
def test_what_it_claims_holds_wherever_its_parameters_go(body):
    figure = fit(body)
    for a, b in ((0.5, 1.0), (-0.3, 2.0), (0.0, 0.0)):
        figure.parameters["a"].set_value(a)
        figure.parameters["b"].set_value(b)
        for one in (figure.curve, figure.residuals, figure.squares):
            one.update()
        assert holds(claims(figure))


@pytest.mark.parametrize(
    ("part", "claim"),
    [
        (lambda figure: figure.curve.shift([0, 1e-3, 0]), "the curve's points satisfy the model"),
        (lambda figure: figure.residuals[1].shift([0, 1e-3, 0]), "a residual joins its point with the curve"),
        (lambda figure: figure.squares[1].stretch(1.01, 0), "a square is as wide and as high"),
    ],
)
def test_what_is_moved_is_caught(part, claim):
    figure = fit()
    part(figure)
    (told,) = broken(claims(figure))
    assert told.startswith(claim)


def test_a_curve_that_did_not_follow_its_parameters_is_caught():
    figure = fit()
    figure.parameters["a"].set_value(0.6)
    assert len(broken(claims(figure))) == 3


def test_the_numbers_are_those_of_the_residuals():
    figure = fit()
    assert figure.heights() == pytest.approx(0.5 * X + 1)
    assert figure.total() == pytest.approx(((Y - 0.5 * X - 1) ** 2).sum())
    assert figure.total(np.array([0.0, 0.0])) == pytest.approx((Y**2).sum())


def test_squares_stay_on_the_axes():
    figure = fit(a=-3.0, b=9.0)
    frame = figure.scatter.graph.frame
    assert frame.get_left()[0] - 1e-6 <= figure.squares.get_left()[0] or figure.squares.width > frame.width
