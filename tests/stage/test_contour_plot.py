"""A map of level curves: equal units, arrows of one scale that keep clear of labels, ways that stay on level or go
steepest."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathora.stage import THEMES, Interval, Region
from mathora.stage.map.contour_plot import ContourPlot, height_colours
from mathora.stage.map.marks import label_place, right_angle, value_labels, worst_slant
from mathora.stage.map.ways import away_from, part_of, steepest_way, way_along
from mathora.stage.text.prose_mobject import words_mobject
from mathora.stage.theme import contrast
from tests.stage.test_contours import BOWL, WAVES, function

SPAN = Interval(-2, 2)
HEIGHTS = (1.0, 4.0, 11.0)


def board(function=BOWL, heights=HEIGHTS, region=None):
    names = tuple(words_mobject(name, "#ffffff", 0.4) for name in ("a", "b"))
    place = region or Region(-4, -2, 3, 2.5)
    return ContourPlot(function, place, SPAN, theme=THEMES["dark"], heights=heights, names=names)


def test_both_axes_have_the_same_unit_and_a_stretched_map_has_not():
    made = board()
    assert made.unevenness() == pytest.approx(0, abs=1e-12)
    made.stretch(1.1, 0)
    assert made.unevenness() == pytest.approx(0.1)


def test_rings_lie_behind_the_axes_and_move_with_the_map():
    made = board()
    ring = made.rings[4.0]
    assert made.submobjects.index(made.lines) > next(
        k for k, part in enumerate(made.submobjects) if ring in part.submobjects
    )
    made.scale(0.5).shift(np.array([1, 0, 0]))
    assert ring.get_center() == pytest.approx(made.point(0, 0), abs=1e-6)


def test_an_arrow_stands_on_the_ring_of_its_height_and_is_as_long_as_the_slope():
    made = board()
    arrow, ring = made.arrow(np.array([1.0, 1.0]), "#ffff00")
    assert ring is made.rings[4.0]
    assert arrow.vector[:2] / made.units() == pytest.approx(made.arrow_scale * np.array([2, 6]))


def test_between_the_rings_an_arrow_is_measured_against_a_curve_of_its_own():
    made = board()
    _, ring = made.arrow(np.array([0.5, 1.0]), "#ffff00")
    assert ring.level == pytest.approx(3.25)
    assert ring not in made.rings.values()


@pytest.mark.parametrize("function", [BOWL, WAVES])
def test_arrows_at_all_feet_are_perpendicular(function):
    heights = HEIGHTS if function is BOWL else (-1.0, 0.3, 1.0)
    made = board(function, heights)
    field = [made.arrow(foot, "#ffff00") for height in heights for foot in made.feet(height)]
    assert len(field) > 6
    assert worst_slant(field) < 2e-3


def test_no_arrow_stands_where_a_level_set_has_a_corner():
    heights = (-2.0, 0.0, 2.0)
    made = board(function("f(x, y)", r"-(\min(x, 1) + y)"), heights)
    field = [made.arrow(foot, "#ffff00") for height in heights for foot in made.feet(height)]
    assert len(field) > 6
    assert worst_slant(field) < 2e-3


def test_feet_lie_on_their_level_and_arrows_stay_on_the_map():
    made = board()
    for height in HEIGHTS:
        for foot in made.feet(height):
            assert float(BOWL.value(*foot)) == pytest.approx(height)
            assert np.abs(foot + made.arrow_scale * made.gradient_at(foot)).max() <= 0.5 * SPAN.length


def test_no_arrow_crosses_a_label():
    made = board()
    feet = made.feet(4.0)
    label = words_mobject("4", "#ffffff", 0.4).move_to(made.point(*feet[0]))
    assert len(made.feet(4.0, [label])) < len(feet)


def test_the_longest_arrow_is_at_most_a_seventh_of_the_map_and_the_scale_is_round():
    made = board()
    steepest = max(
        np.linalg.norm(made.gradient_at(point))
        for branches in made.branches.values()
        for branch in branches
        for point in branch
    )
    assert 0.05 * SPAN.length < steepest * made.arrow_scale <= 0.15 * SPAN.length
    assert made.arrow_scale in {0.01, 0.02, 0.05, 0.1}


def test_arrows_of_all_rings_keep_clear_of_one_another():
    made = board()
    arrows = []
    for height in HEIGHTS:
        fresh = [made.arrow(foot, "#ffff00")[0] for foot in made.feet(height, (), arrows)]
        arrows += fresh
    shafts = [arrow.tail + np.linspace(0, 1, 30)[:, None] * arrow.vector for arrow in arrows]
    apart = [np.linalg.norm(a[:, None] - b, axis=-1).min() for k, a in enumerate(shafts) for b in shafts[:k]]
    assert len(arrows) > 6
    assert min(apart) > 0.04 * made.frame.width


def test_beside_an_arrow_no_other_one_stands():
    made = board()
    foot = made.feet(4)[0]
    arrow, _ = made.arrow(foot, "#ffff00")
    assert not any(np.allclose(foot, other) for other in made.feet(4, (), [arrow]))


def test_a_route_goes_once_round_its_level_and_ends_where_it_began():
    route = board().route(np.array([1.0, 1.0]))
    assert route[0] == pytest.approx((1, 1))
    assert route[-1] == pytest.approx((1, 1))
    assert BOWL.value(route[:, 0], route[:, 1]) == pytest.approx(4)
    turned = np.unwrap(np.arctan2(route[:, 1], route[:, 0]))
    assert abs(turned[-1] - turned[0]) == pytest.approx(2 * np.pi)


def test_an_open_route_ends_at_the_edge():
    route = board().route(np.array([0.0, 1.9]))
    assert BOWL.value(route[:, 0], route[:, 1]) == pytest.approx(10.83)
    assert abs(route[-1, 0]) == pytest.approx(2, abs=0.05)


@pytest.mark.parametrize("start", [(1.0, 1.0), (-1.6, 1.0), (0.3, -1.9)])
def test_the_steepest_way_runs_against_the_gradient_to_the_bottom(start):
    way = steepest_way(BOWL, np.array(start), SPAN)
    assert way[-1] == pytest.approx((0, 0), abs=0.03)
    steps, slopes = np.diff(way, axis=0)[:300:10], 2 * way[:300:10] * (1, 3)
    cosines = (steps * slopes).sum(axis=1) / np.linalg.norm(steps, axis=1) / np.linalg.norm(slopes, axis=1)
    assert cosines[np.linalg.norm(slopes, axis=1) > 0.5] == pytest.approx(-1, abs=1e-3)
    assert (np.diff(BOWL.value(way[:, 0], way[:, 1])) < 1e-12).all()


def test_a_way_along_a_field_keeps_its_level_and_ends_at_the_edge():
    around = way_along(lambda at: np.array([-3 * at[1], at[0]]) / np.hypot(3 * at[1], at[0]), (1, 1), SPAN, 200, 0.01)
    assert BOWL.value(around[:, 0], around[:, 1]) == pytest.approx(4, abs=1e-6)
    assert np.linalg.norm(np.diff(around, axis=0), axis=1) == pytest.approx(0.01, rel=1e-3)
    out = way_along(lambda _: np.array([1.0, 0.0]), (1.5, 0), SPAN, 200, 0.01)
    assert out[-1] == pytest.approx((2, 0), abs=0.02)


def test_how_far_a_point_is_from_a_way():
    way = np.array([[0.0, 0.0], [2.0, 0.0], [2.0, 2.0]])
    assert away_from(way, np.array([1.0, 0.5])) == pytest.approx(0.5)
    assert away_from(way, np.array([3.0, 3.0])) == pytest.approx(2**0.5)


@given(st.floats(0, 1))
def test_part_of_a_path_ends_at_its_share(share):
    path = np.column_stack([np.linspace(0, 3, 13), np.zeros(13)])
    assert part_of(path, share)[-1] == pytest.approx((3 * share, 0))
    assert len(part_of(path, share)) >= 2


@pytest.mark.parametrize("name", ["dark", "light"])
def test_ring_colours_and_values_can_be_read_and_go_from_dim_to_bright(name):
    theme = THEMES[name]
    colours = list(height_colours(theme, HEIGHTS).values())
    contrasts = [contrast(colour, theme.background) for colour in colours]
    assert min(contrasts) >= 4.5
    assert contrasts == sorted(contrasts)


def test_a_value_stands_in_the_direction_asked_for_and_inside_the_map():
    made = board()
    place = label_place(made.branches[11.0], SPAN, np.array([-0.6, -0.8]))
    assert place[0] < 0 > place[1]
    assert np.abs(place).max() < 2
    assert label_place([], SPAN, np.array([1, 0])) == pytest.approx((0, 0))


def test_values_keep_clear_of_each_other_where_the_curves_leave_a_choice():
    made, taken = board(WAVES, (-1.0, -0.3, 0.3, 1.0)), []
    for branches in made.branches.values():
        taken.append(label_place(branches, SPAN, np.array([-0.6, -0.8]), taken))
    gaps = [np.linalg.norm(a - b) for k, a in enumerate(taken) for b in taken[:k]]
    assert min(gaps) > 0.075 * SPAN.length


def test_wide_values_keep_their_boxes_apart_in_each_view():
    made, taken, size = board(BOWL, (4.0, 5.0, 6.0, 7.0)), [], (0.9, 0.25)
    views = (lambda points: points * 1.2, lambda points: points * (1.2, 0.6))
    for branches in made.branches.values():
        taken.append(label_place(branches, SPAN, np.array([-0.6, -0.8]), taken, size, views))
    for view in views:
        for k, one in enumerate(taken):
            assert all((np.abs(view(one) - view(other)) >= size).any() for other in taken[:k])


def test_without_a_choice_a_value_still_has_a_place():
    dot = np.array([[0.5, 0.5]] * 3)
    assert label_place([dot], SPAN, np.array([1, 0]), [np.array([0.5, 0.5])]) == pytest.approx((0.5, 0.5))


def test_a_value_has_a_patch_larger_than_itself_behind_it():
    patch, text = value_labels({11.0: "#ffffff"}, THEMES["dark"])[11.0]
    assert patch.width > text.width
    assert patch.height > text.height


def test_the_mark_of_the_right_angle_is_a_square_on_the_drawn_tangent():
    made = board()
    arrow, ring = made.arrow(np.array([1.0, 1.0]), "#ffff00")
    tangent, mark = right_angle(arrow, ring, "#ffffff")
    along = tangent.points[-1] - tangent.points[0]
    assert abs(along @ arrow.vector) / np.linalg.norm(along) / np.linalg.norm(arrow.vector) < 2e-3
    first, corner, last = mark.points[0], mark.points[3], mark.points[-1]
    assert abs((first - corner) @ (last - corner)) < 1e-3 * 0.04
    assert np.linalg.norm(first - corner) == pytest.approx(np.linalg.norm(last - corner), rel=1e-3)
