"""A point is on its curve, its secant goes through both points, its tangent has the slope; what is moved is caught."""

import numpy as np
import pytest
from curve_plots import COLOURS, curve, function, plot, pointed
from manim import Rectangle, VMobject

from mathora.formula.curves.interval import Interval
from mathora.formula.curves.view import good_start
from mathora.stage.figures.curve.curve import FunctionCurve
from mathora.stage.figures.curve.point import PointOnCurve
from mathora.stage.theme import THEMES


@pytest.mark.parametrize("reach", [1.2, 0.6, 0.4, 0.3, 0.2, 0.1, 0.05, -0.1, -0.4])
def test_a_leg_of_a_triangle_has_its_name_where_it_is_as_long_as_the_name(reach):
    drawn = curve("x^2", Interval(-2, 2), Interval(-1, 4))
    names = Rectangle(width=0.45, height=0.26), Rectangle(width=0.45, height=0.26)
    spot = PointOnCurve(drawn, 0.7, THEMES["dark"], "#ecd210", names)
    spot.stand(point=1, second=1, line=1, triangle=1, reach=reach)
    across, up = np.abs(spot.sides.points[4] - spot.sides.points[0])[0], np.abs(np.ptp(spot.sides.points[:, 1]))
    for name, share in zip(names, (across / 0.45, up / 0.26), strict=True):
        shown = name in spot.picture.submobjects
        assert shown == (share > 0.9)
        assert not shown or share < 1.1 or name.get_stroke_opacity() == 1


def test_the_secant_goes_through_both_points_and_becomes_the_tangent():
    spot = pointed("x^2", 0.5, reach=1, second=1)
    assert spot.slope == 2
    assert spot.off_slope() == pytest.approx(0, abs=1e-6)
    spot.stand(reach=0, second=0)
    assert spot.slope == 1
    assert spot.off_slope() == pytest.approx(0, abs=1e-6)


def test_a_turned_tangent_is_caught():
    spot = pointed("x^2", 0.5)
    spot.line.rotate(0.01)
    assert abs(spot.off_slope()) > 1e-3


def test_a_point_off_the_curve_is_caught():
    spot = pointed("x^2", 0.5)
    spot.dot.shift(np.array([0, 0.01, 0]))
    assert spot.off_curve() > 1e-4


def test_a_corner_has_no_tangent():
    spot = pointed("|x|", 0)
    assert not spot.has_tangent(0)
    assert spot.line not in spot.picture.submobjects
    assert spot.has_tangent(0.5)


def test_a_point_starts_where_the_function_has_a_value():
    one = function(r"\sqrt{x - 1}")
    assert np.isfinite(one(good_start(one, Interval(0, 3))))


@pytest.mark.parametrize("scale", ["10^{-9}", "10^9"])
def test_tolerances_go_with_the_scale(scale):
    drawn = curve(f"{scale} x^2")
    assert drawn.residual() < 2e-3
    drawn.line.shift(np.array([0, 0.05, 0]))
    assert drawn.residual() > 2e-3


@pytest.mark.parametrize("at", [0.0, 2.0])
def test_a_dot_that_rounding_draws_outside_of_the_domain_has_the_slope_at_its_end(at):
    one = FunctionCurve(plot(braking := function("4x - \\frac{x^3}{3}", ("0 \\le x \\le 2",))), braking, COLOURS[0])
    spot = PointOnCurve(one, at, THEMES["dark"], COLOURS[0], (VMobject(), VMobject()))
    spot.stand(point=1, line=1)
    spot.dot.shift([(at - 1) * 1e-9, 0, 0])
    assert spot.off_slope() == pytest.approx(0, abs=1e-6)
