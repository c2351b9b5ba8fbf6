"""Graphs: equal units where asked, maps that follow their graph, tangents whose slope can be measured."""

import itertools
from math import pi

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from manim import Square

from mathora.formula import model_function
from mathora.formula.curves.interval import axis_ticks, nice_ticks, one_digit, share_of_pi
from mathora.stage import THEMES, Interval, Point, Region
from mathora.stage.map.contour_plot import ContourPlot
from mathora.stage.plane.arrow import ArrowMobject, grow
from mathora.stage.plane.graph import Graph, Tangent, dashed, touch
from mathora.stage.space.contours import slant
from mathora.stage.text.numerals import written
from mathora.stage.text.standing_text import standing_texts
from tests.stage.formulas import MODEL

REGION = Region(-6, -2.9, 1.4, 2.7)
SPAN = Interval(-2, 2)
THEME = THEMES["dark"]
L = model_function(MODEL, "L")
V = model_function(MODEL, "V")
AT = Point.at(w_1=1, w_2=1)


def plane(**options):
    return ContourPlot(L, REGION, SPAN, THEME, colour=THEME.contour, **options)


def test_ticks_are_round_and_inside():
    assert nice_ticks(Interval(0, 3)) == [0, 1, 2, 3]
    assert nice_ticks(Interval(0, 16)) == [0, 5, 10, 15]
    assert nice_ticks(Interval(-0.12, 0.3)) == [-0.1, 0.0, 0.1, 0.2, 0.3]


@given(low=st.floats(-1e4, 1e4), length=st.floats(1e-3, 1e4), about=st.integers(2, 10))
def test_ticks_are_never_too_many(low, length, about):
    ticks = nice_ticks(Interval(low, low + length), about)
    assert len(ticks) <= about + 2
    assert all(low - 1e-6 * length <= tick <= low + length * (1 + 1e-6) for tick in ticks)


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Interval(0, 2 * pi), [r"\frac{\pi}{2}", r"\pi", r"\frac{3 \pi}{2}", r"2 \pi"]),
        (Interval(-pi, pi), [r"-\pi", r"-\frac{\pi}{2}", r"\frac{\pi}{2}", r"\pi"]),
        (Interval(0, 40 * pi), [rf"{count} \pi" for count in (10, 20, 30, 40)]),
        (Interval(0, 6.28), ["2", "4", "6"]),
        (Interval(-4, 4), ["-4", "-2", "2", "4"]),
    ],
)
def test_an_axis_that_ends_at_multiples_of_pi_is_marked_in_them_and_no_other(span, expected):
    graph = Graph(Region(-4, -2, 4, 2), span, Interval(0, 0.1), THEME, ticks=(None, []))
    assert [one.wording for one in graph.numbers] == expected
    assert len(axis_ticks(span)) == len(expected) + (0.0 in axis_ticks(span))


@pytest.mark.parametrize("value", [3.14, 6.283, 1e-16, pi * (1 + 1e-9), float("inf"), 1e15])
def test_what_is_only_near_a_multiple_of_pi_is_none(value):
    assert share_of_pi(value) is None


@given(low=st.floats(-1e6, 1e6), length=st.floats(1e-9, 1e6), about=st.integers(2, 10))
def test_ticks_are_told_apart_and_written_in_full_wherever_they_are(low, length, about):
    ticks = nice_ticks(Interval(low, low + length), about)
    assert len({*written(ticks)}) == len({*ticks})


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Interval(1e6, 1e6 + 2), ["1000001", "1000002"]),
        (Interval(0, 1e-8), [rf"{digit} \times 10^{{-9}}" for digit in (4, 8)]),
    ],
)
def test_numbers_of_an_axis_do_not_touch_nor_repeat_far_from_the_origin_and_close_to_it(span, expected):
    graph = Graph(Region(-2, -2, 2.4, 2.4), span, Interval(0, 1), THEME)
    below = [one for one in graph.numbers if one.get_y() < graph.point(span.low, 0)[1]]
    across = sorted(below, key=lambda one: one.get_x())
    assert [one.wording for one in across][-len(expected) :] == expected
    for left, right in itertools.pairwise(across):
        assert left.get_right()[0] < right.get_left()[0]


@pytest.mark.parametrize(("heights", "side"), [(Interval(1e3, 1e3 + 1), -1), (Interval(1e5, 1e5 + 1), 1)])
def test_numbers_that_are_too_long_for_the_left_of_an_axis_stand_at_its_right(heights, side):
    graph = Graph(Region(-5.9, -2, 2.4, 2.4), Interval(1, 2), heights, THEME)
    axis, bottom = graph.point(1, heights.low)[:2]
    up = [one for one in graph.numbers if one.get_y() > bottom]
    assert len(up) > 3
    assert all(side * (one.get_x() - axis) > 0 and one.get_left()[0] > -7.11 for one in up)


@pytest.mark.parametrize(
    ("x", "y", "told"),
    [(Interval(0, 3), Interval(5e9, 5.0004e9), r"5 \times 10^{9}"), (Interval(1e11, 5e11), Interval(-1, 5), "1 ")],
)
def test_where_axes_cross_a_long_number_stands_at_the_right_of_the_upright_one_inside_the_picture(x, y, told):
    """The number of the crossing left the picture, or the upright axis went through it."""
    graph = Graph(Region(-6, -2, 2.4, 2.4), x, y, THEME)
    axis = graph.point(x.low, y.low)[0]
    right = [one.wording for one in graph.numbers if one.get_left()[0] > axis]
    assert any(one.startswith(told) for one in right)
    assert all(one.get_left()[0] > -7.11 for one in graph.numbers)
    assert not any(one.get_left()[0] < axis < one.get_right()[0] for one in graph.numbers)


def test_with_equal_units_an_angle_of_the_model_is_the_angle_on_screen():
    across, up = Graph(REGION, Interval(-2, 2), Interval(0, 9), THEME, equal=True).units()
    assert across == pytest.approx(up)


def test_without_equal_units_a_graph_fills_its_region():
    graph = Graph(REGION, Interval(0, 3), Interval(0, 16), THEME)
    assert graph.point(0, 0) == pytest.approx(REGION.at(0, 0))
    assert graph.point(3, 16) == pytest.approx(REGION.at(1, 1))


@settings(deadline=None)
@given(x=st.floats(-2, 2), y=st.floats(-2, 2), factor=st.floats(0.2, 3), shift=st.floats(-3, 3))
def test_a_graph_that_was_moved_and_scaled_still_places_things_right(x, y, factor, shift):
    graph = MOVED.copy().scale(factor).shift(np.array([shift, -shift, 0.0]))
    assert graph.model_of(graph.point(x, y)) == pytest.approx((x, y), abs=1e-6)


MOVED = Graph(REGION, SPAN, SPAN, THEME, equal=True)


def test_a_curves_points_lie_on_the_function():
    graph = Graph(REGION, Interval(0, 3), Interval(0, 17), THEME)
    curve = graph.curve(V.value, "#ffffff")
    for point in curve.get_anchors()[::20]:
        x, y = graph.model_of(point)
        assert y == pytest.approx(float(V.value(x)), abs=1e-6)


@pytest.mark.parametrize(("x", "slope"), [(0.35, 20.67), (1.0, 0.0), (1.5, -9.0)])
def test_a_tangent_has_the_functions_slope_and_touches_it(x, slope):
    graph = Graph(REGION, Interval(0, 3), Interval(0, 17), THEME)
    tangent = Tangent(graph, "#ffffff").put(x, float(V.value(x)), float(V.partial("x").value(x)))
    assert tangent.seen_slope() == pytest.approx(slope, abs=0.01)
    assert graph.model_of(tangent.get_center()) == pytest.approx((x, float(V.value(x))), abs=1e-6)
    ends = tangent.points[[0, -1]]
    assert np.linalg.norm(ends[1] - ends[0]) == pytest.approx(tangent.length)


def test_names_and_numbers_of_a_graph_do_not_touch():
    from tests.stage.formulas import mobject  # noqa: PLC0415 - only here

    names = (mobject("w_1", 0.54), mobject("w_2", 0.54))
    texts = standing_texts([plane(names=names)])
    boxes = [text.box for text in texts]
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            assert one.right < other.left or other.right < one.left or one.top < other.bottom or other.top < one.bottom


# ── arrows ────────────────────────────────────────────────────────────────────────────────────────────────────────────

COORDINATE = st.floats(-5, 5)


@given(tail=st.tuples(COORDINATE, COORDINATE), tip=st.tuples(COORDINATE, COORDINATE))
def test_an_arrows_ends_are_read_from_its_points(tail, tip):
    start, end = np.array([*tail, 0]), np.array([*tip, 0])
    arrow = ArrowMobject(start, end, "#ffffff")
    assert arrow.tip == pytest.approx(end)
    assert arrow.tail == pytest.approx(start, abs=1e-9)
    assert np.isfinite(arrow.points).all()


def test_an_arrow_without_length_is_a_point():
    arrow = ArrowMobject(np.ones(3), np.ones(3), "#ffffff")
    assert np.ptp(arrow.points, axis=0) == pytest.approx(np.zeros(3))


def test_a_growing_arrow_ends_where_it_reached():
    arrow = ArrowMobject(np.zeros(3), np.array([2.0, 1.0, 0.0]), "#ffffff")
    animation = grow(arrow)
    animation.begin()
    animation.interpolate(0.25)
    assert 0 < np.linalg.norm(arrow.vector) < 1
    animation.interpolate(1)
    assert arrow.tip == pytest.approx([2, 1, 0])


def test_a_dashed_line_begins_and_ends_with_a_dash():
    line = dashed(np.zeros(3), np.array([1.0, 0.0, 0.0]), "#ffffff")
    assert line.points[0] == pytest.approx([0, 0, 0])
    assert line.points[-1] == pytest.approx([1, 0, 0])


# ── maps ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_gradient_arrow_is_perpendicular_to_its_level_set_and_as_long_as_the_slope():
    picture = plane()
    arrow = picture.gradient_arrow(AT, "#ffffff", 0.2)
    assert abs(slant(arrow.vector, picture.ring_at(np.array([1, 1])), arrow.tail)) < 0.01
    assert arrow.vector == pytest.approx(0.2 * np.array([2, 6, 0]))


def test_with_unequal_axes_the_same_arrow_is_not_perpendicular():
    picture = plane()
    ring, arrow = picture.ring_at(np.array([1, 1])), picture.gradient_arrow(AT, "#ffffff", 0.2)
    for part in (ring, arrow):
        part.stretch(1.5, 0, about_point=np.zeros(3))
    assert abs(slant(arrow.vector, ring, arrow.tail)) > 0.1


def test_a_wrong_gradient_is_not_perpendicular():
    picture = plane()
    wrong = ArrowMobject(picture.place(AT), picture.place(AT) + np.array([0.4, 0.4, 0]), "#ffffff")
    assert abs(slant(wrong.vector, picture.ring_at(np.array([1, 1])), wrong.tail)) > 0.1


@pytest.mark.parametrize("sign", [1, -1])
def test_an_arrow_with_all_the_room_ends_at_the_edge(sign):
    picture = plane()
    arrow = picture.gradient_arrow(AT, "#ffffff", picture.room(AT, sign), sign)
    inside = Region(*picture.frame.points.min(axis=0)[:2], *picture.frame.points.max(axis=0)[:2])
    assert min(arrow.tip[0] - inside.left, inside.right - arrow.tip[0], arrow.tip[1] - inside.bottom,
               inside.top - arrow.tip[1]) == pytest.approx(0, abs=1e-9)  # fmt: skip


def test_a_map_that_fills_its_region_keeps_equal_units_and_all_of_its_span():
    picture = plane(fills=True)
    assert picture.units()[0] == pytest.approx(picture.units()[1])
    assert picture.frame.width == pytest.approx(REGION.width)
    assert picture.frame.height == pytest.approx(REGION.height)
    assert (picture.y.low, picture.y.high) == (-2, 2)
    assert picture.x.low < -2


@pytest.mark.parametrize(("most", "digit"), [(0.43, 0.4), (0.4, 0.4), (1.0, 1.0), (37.0, 30.0), (0.099, 0.09)])
def test_a_scale_of_one_digit_is_no_larger(most, digit):
    assert one_digit(most) == digit


def test_a_number_that_makes_room_for_a_line_stays_in_the_picture():
    graph = Graph(Region(-6.9, -2.9, -1, 2.7), Interval(0, 7), Interval(999999, 1000001), THEME)
    down = np.linspace(graph.frame.get_corner([-1, -1, 0])[:2], graph.frame.get_corner([-1, 1, 0])[:2], 200)
    for number, place in zip(graph.numbers, graph.clear_places(down + np.array([0.3, 0])), strict=True):
        assert abs(place[0]) + number.width / 2 < 64 / 9


def test_a_number_at_a_line_that_ends_at_its_tick_goes_to_the_free_corner():
    graph = Graph(Region(-6.9, -3, 3, 3), Interval(-3, 3), Interval(-3, 3), THEME, ticks=([-3, -2], []))
    upright = graph.points_of(np.full(300, -3.0), np.linspace(-3, 3, 300))[:, :2]
    under = graph.points_of(np.linspace(-3, -2.4, 300), np.linspace(-0.6, -0.01, 300))[:, :2]
    number, place = graph.numbers[0], graph.clear_places(np.concatenate([upright, under]))[0]
    left, axis = graph.point(-3, 0)[:2]
    assert place[0] - number.width / 2 > left
    assert place[1] - number.height / 2 > axis


@pytest.mark.parametrize(
    ("shift", "near"), [((0, 0), True), ((0.5, 0), True), ((1.2, 0), False), ((0.9, 2), False), ((1.05, 0.5), True)]
)
def test_two_things_touch_where_their_boxes_come_nearer_than_they_may(shift, near):
    assert touch(Square(1.0), Square(1.0).shift([*shift, 0]), 0.16) == near
