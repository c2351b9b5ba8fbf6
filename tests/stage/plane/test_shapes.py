"""Small drawn things stand around the origin, or around what they are given, and what recedes comes back as it was."""

import numpy as np
import pytest
from manim import Circle, Rectangle, VGroup

from mathora.stage.plane.shapes import (
    LIP,
    brackets,
    car,
    card_frame,
    chip,
    cross,
    lock,
    off_rim,
    parentheses,
    recede,
    signed_area,
    tick,
)
from mathora.stage.text.prose_mobject import HALF_CAPITAL, words_mobject
from mathora.stage.theme import THEMES

THEME = THEMES["dark"]


@pytest.mark.parametrize("made", [tick("#ffffff"), cross("#ffffff"), lock("#ffffff"), card_frame(2, 1, THEME)])
def test_it_stands_around_the_origin(made):
    assert made.get_center() == pytest.approx(np.zeros(3), abs=1e-6)


def test_a_car_stands_on_its_ground():
    assert car(THEME).get_center()[:2] == pytest.approx([0, 0], abs=0.02)


def test_brackets_and_parentheses_hold_what_they_are_around():
    content = Rectangle(width=2, height=1).shift([3, 1, 0])
    around = brackets(content, "#ffffff", margin=0.2)
    assert (around.width, around.height) == pytest.approx((2.4, 1.4))
    assert around.get_center() == pytest.approx(content.get_center())
    assert around[0].width == pytest.approx(LIP)
    left, right = parentheses(np.array([3.0, 1.0, 0.0]), 2.0, 1.0, "#ffffff")
    assert left.get_left()[0] < content.get_left()[0]
    assert right.get_right()[0] > content.get_right()[0]
    assert VGroup(left, right).height == pytest.approx(1)


def test_two_chips_beside_each_other_have_one_baseline():
    chips = [chip(words_mobject(word, THEME.foreground, 0.3), THEME) for word in ("aces", "gypsy")]
    for pill, content in chips:
        assert content.baseline == pytest.approx(pill.get_y() - HALF_CAPITAL * content.em)
    assert chips[0].height == chips[1].height


def test_what_recedes_is_half_seen_and_comes_back_as_it_was():
    shape = VGroup(Circle(fill_opacity=1, stroke_opacity=1), Circle(fill_opacity=0, stroke_width=0))
    for opacity in (0.5, 1.0):
        going = recede(shape, opacity)
        going.begin()
        going.interpolate(1)
        assert [one.get_fill_opacity() for one in shape] == [opacity, 0]  # what is invisible stays so


@pytest.mark.parametrize(("point", "far"), [((1, 0), 0), ((2, 0), 1), ((0, 0), 0.5), ((2, 1.5), np.hypot(1, 1))])
def test_a_rim_is_measured_from_within_and_from_without(point, far):
    assert off_rim(Rectangle(width=2, height=1), np.array([*point, 0.0])) == pytest.approx(far)


def test_an_area_is_positive_where_corners_turn_left():
    corners = np.array([[0.0, 0.0], [2.0, 0.0], [2.0, 1.0]])
    assert signed_area(corners) == pytest.approx(1)
    assert signed_area(corners[::-1]) == pytest.approx(-1)
