"""Level sets and the arrows across them, measured on the drawn points; each law with a fault that it catches."""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathora.formula import model_function, read_model
from mathora.lesson import Declaration, ModelSource, Text
from mathora.stage import THEMES, Interval, Region
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.plane.graph import Graph
from mathora.stage.space.contours import (
    LevelCurve,
    below_poles,
    kinks,
    level_curves,
    onto_level,
    slant,
    smooth_path,
    well_chosen_levels,
)
from mathora.stage.text.numerals import written

SPAN = Interval(-2, 2)
TOLERANCE = 2e-3


def function(head, body):
    declaration = Declaration(head=Text.written(head), body=Text.written(body))
    return model_function(read_model(ModelSource(declarations=(declaration,))), head.split("(")[0])


BOWL = function("L(w_1, w_2)", "w_1^2 + 3 w_2^2")
WAVES = function("f(x, y)", r"\sin(2x) \cos(y) + x")


def graph(*, equal=True, region=None):
    return Graph(region or Region(-3, -3, 3, 3), SPAN, SPAN, THEMES["dark"], equal=equal)


def drawn(level, on):
    return LevelCurve(on, level_curves(BOWL, SPAN, SPAN, level), level, "#ffffff")


def gradient_arrow(on, x, y, turn=0.0):
    """The arrow of the gradient as a scene draws it, turned by a planted angle."""
    slope = BOWL.gradient({"w_1": x, "w_2": y})
    slope = np.array(
        [slope[0] * np.cos(turn) - slope[1] * np.sin(turn), slope[0] * np.sin(turn) + slope[1] * np.cos(turn)]
    )
    tail, unit = on.point(x, y), on.units()
    return ArrowMobject(tail, tail + 0.1 * np.array([slope[0] * unit[0], slope[1] * unit[1], 0]), "#ffff00")


@pytest.mark.parametrize(
    ("body", "level", "corners"),
    [
        ("|x| + |y|", 1, [(-1, 0), (0, -1), (0, 1), (1, 0)]),
        (r"\max(x, y)", 0.4, [(0.4, 0.4)]),
        (r"\max(x^2 + y^2, 2x)", 1, [(0.5, -(0.75**0.5)), (0.5, 0.75**0.5)]),
        ("x^2 + y^2", 1, []),
        ("x^2 + y^2", 0.0004, []),  # a ring of nine points turns by forty degrees from each to the next
        ("10^6 x^2 + y^2", 1, []),
    ],
)
def test_where_the_gradient_leaps_a_level_curve_has_a_corner_and_nowhere_else(body, level, corners):
    bent = function("g(x, y)", body)
    (curve,) = level_curves(bent, SPAN, SPAN, level)
    found = {tuple(np.round(curve[index], 6) + 0.0) for index in kinks(bent, curve)}
    assert sorted(found) == [pytest.approx(one, abs=1e-6) for one in corners]


@pytest.mark.parametrize("level", [0.3, 1, 4, 7, 15.9])
def test_a_level_curves_points_lie_on_the_level(level):
    for curve in level_curves(BOWL, SPAN, SPAN, level):
        assert BOWL.value(curve[:, 0], curve[:, 1]) == pytest.approx(level, abs=1e-9)


def test_curves_of_another_function_lie_on_their_level_too():
    curves = level_curves(WAVES, SPAN, SPAN, 0.5)
    assert curves
    for curve in curves:
        assert WAVES.value(curve[:, 0], curve[:, 1]) == pytest.approx(0.5, abs=1e-6)


def test_inside_the_map_an_ellipse_is_one_closed_curve_even_where_it_touches_the_edge():
    for level in (1, 4):
        (curve,) = level_curves(BOWL, SPAN, SPAN, level)
        assert curve[0] == pytest.approx(curve[-1], abs=1e-9)


def test_where_an_ellipse_leaves_the_map_two_open_curves_remain():
    curves = level_curves(BOWL, SPAN, SPAN, 7)
    assert len(curves) == 2
    assert all(np.abs(np.abs(curve[[0, -1], 0]) - 2).max() < 0.03 for curve in curves)


def test_a_level_that_the_function_never_has_gives_no_curve():
    assert level_curves(BOWL, SPAN, SPAN, -1) == []


def test_points_are_evenly_apart():
    (curve,) = level_curves(BOWL, SPAN, SPAN, 3)
    steps = np.linalg.norm(np.diff(curve, axis=0), axis=1)
    assert steps.max() < 1.3 * steps.min()


@given(st.floats(-1.5, 1.5), st.floats(0.2, 1.5))
def test_newtons_steps_bring_points_onto_the_level(x, y):
    level = float(BOWL.value(x, y)) * 1.05
    moved = onto_level(BOWL, np.array([[x, y]]), level)
    assert float(BOWL.value(*moved[0])) == pytest.approx(level, rel=1e-6)


@given(st.integers(4, 30))
def test_a_smooth_path_passes_through_its_points_and_has_no_corners(count):
    turn = np.linspace(0, 2 * np.pi, count)
    ring = np.column_stack([np.cos(turn), np.sin(turn), 0 * turn])
    curves = smooth_path(ring).reshape(-1, 4, 3)
    assert curves[:, 0] == pytest.approx(ring[:-1])
    assert curves[:, 3] == pytest.approx(ring[1:])
    assert curves[:, 3] - curves[:, 2] == pytest.approx(np.roll(curves[:, 1] - curves[:, 0], -1, axis=0))


@pytest.mark.parametrize(("x", "y"), [(1, 1), (-1, 1), (0.5, -1.2), (-1.9, 0.3), (0, 1.5)])
def test_on_screen_the_gradient_stands_perpendicular_on_its_level_curve(x, y):
    on = graph()
    assert abs(slant(gradient_arrow(on, x, y).vector, drawn(float(BOWL.value(x, y)), on), on.point(x, y))) < TOLERANCE


def test_with_unequal_axes_it_does_not_and_that_is_seen():
    on = graph(equal=False, region=Region(-3, -1.5, 3, 1.5))
    assert abs(slant(gradient_arrow(on, 1, 1).vector, drawn(4, on), on.point(1, 1))) > 10 * TOLERANCE


def test_a_wrong_gradient_is_seen():
    on = graph()
    turned = gradient_arrow(on, 1, 1, turn=np.radians(1))
    assert abs(slant(turned.vector, drawn(4, on), on.point(1, 1))) > 5 * TOLERANCE


def test_a_moved_ring_is_seen():
    on = graph()
    ring = drawn(4, on)
    ring.rotate(0.05)
    assert abs(slant(gradient_arrow(on, 1, 1).vector, ring, on.point(1, 1))) > 5 * TOLERANCE


def test_the_gradient_at_one_one_is_two_six_and_its_drawn_arrow_says_so():
    assert BOWL.gradient({"w_1": 1, "w_2": 1}) == pytest.approx((2, 6))
    on = graph()
    unit = on.units()
    vector = gradient_arrow(on, 1, 1).vector[:2] / unit / 0.1
    assert vector == pytest.approx((2, 6))


def test_well_chosen_levels_are_round_and_evenly_spaced():
    levels = well_chosen_levels(BOWL, SPAN, SPAN, 6)
    assert levels == (2, 4, 6, 8, 10, 12)


@settings(deadline=None, max_examples=40)
@given(scale=st.floats(1e-9, 1e9), lift=st.floats(-1e3, 1e3), count=st.integers(4, 9))
def test_levels_are_evenly_spaced_whatever_the_scale(scale, lift, count):
    levels = well_chosen_levels(_Scaled(scale, lift * scale), SPAN, SPAN, count)
    assert count / 2 <= len(levels) <= 2 * count
    steps = np.diff(levels)
    assert steps == pytest.approx(np.full(len(steps), steps[0]), rel=1e-6)
    assert all(lift * scale < level < (lift + 16) * scale for level in levels)
    assert len({*written(levels)}) == len(levels)


class _Scaled:
    """scale (x² + 3 y²) + lift."""

    variables = ("x", "y")

    def __init__(self, scale, lift):
        self.scale, self.lift = scale, lift

    def value(self, x, y):
        return self.scale * (x * x + 3 * y * y) + self.lift

    def partial(self, variable):
        return SimpleNamespace(value=lambda x, y: self.scale * (2 * x if variable == "x" else 6 * y))


def test_a_level_function_has_no_levels():
    assert well_chosen_levels(_Scaled(0.0, 3.0), SPAN, SPAN) == ()


def test_a_pole_does_not_take_all_levels():
    levels = well_chosen_levels(function("f(x, y)", r"\frac{1}{x^2 + y^2 + 10^{-12}}"), SPAN, SPAN)
    assert len(levels) >= 3
    assert levels[-1] < 1000


def test_where_a_surface_ends_beside_a_pole_is_not_chosen_by_rounding():
    """The bound was just what the grid has beside the diagonal: the surface ended in a comb."""
    lines = np.linspace(-2, 2, 64)
    _, grid = below_poles(function("f(x, y)", r"\frac{1}{x - y}"), lines, lines)
    for off in range(1, 6):
        assert len({*np.isfinite(np.diagonal(grid, off)).tolist()}) == 1


@pytest.mark.parametrize("body", [r"\frac{1}{x + y}", r"\frac{1}{x - y}"])
def test_a_value_over_which_a_pole_leaps_has_no_level_set_and_is_none_of_the_levels(body):
    """0 was drawn along the pole itself, where rounding alone has values."""
    pole = function("f(x, y)", body)
    assert level_curves(pole, SPAN, SPAN, 0.0) == []
    assert level_curves(pole, SPAN, SPAN, 1.0)
    levels = well_chosen_levels(pole, SPAN, SPAN)
    assert 0.0 not in levels
    assert len(levels) > 1


def test_from_a_pole_no_level_set_goes_to_another_branch_beyond_the_map():
    """Points that were found on the pole ran along the gradient to where no map is."""
    for level in (-20.0, 0.0, 20.0):
        for curve in level_curves(function("f(x, y)", r"\tan x + y"), SPAN, SPAN, level):
            assert np.abs(curve).max() < 2.1


def test_levels_of_a_small_range_are_told_apart():
    levels = well_chosen_levels(WAVES, Interval(0, 0.1), Interval(0, 0.1), 5)
    assert len(levels) >= 4


@pytest.mark.parametrize(
    ("body", "low", "high"),
    [
        (r"\frac{1}{x^2 + y^2}", 0.1, 8),
        (r"\frac{1}{x - 0.01} + 0 y", -12, 12),
        (r"\frac{1}{x + y}", -12, 12),
        ("x^2 + 3 y^2", 0, 17),
        ("e^{9 x} + y", -2, 1e8),
    ],
)
def test_beside_a_pole_a_surface_ends_where_most_of_it_has_room(body, low, high):
    lines = np.linspace(-2, 2, 81)
    value, grid = below_poles(function("f(x, y)", body), lines, lines)
    assert low < np.nanmin(grid) + 1
    assert np.nanmax(grid) < high
    assert np.array_equal(value(*np.meshgrid(lines, lines, indexing="ij")), grid, equal_nan=True)
    assert np.isnan(grid).any() == ("frac" in body)
