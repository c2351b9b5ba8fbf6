"""A dial's hand stands where its setting says, and a bar is filled as far as its share."""

import numpy as np
import pytest
from manim import Square

from mathora.stage.figures.elements.knobs import TURN, Dial, LossBar, turned


def dial(setting):
    return Dial(Square(0.2), "#ffffff", "#888888", setting)


@pytest.mark.parametrize(("setting", "angle"), [(0.0, np.pi / 2), (1.0, np.pi / 2 - TURN), (-1.0, np.pi / 2 + TURN)])
def test_the_hand_points_up_in_the_middle_and_as_far_to_either_side(setting, angle):
    made = dial(setting)
    way = made.hand.points[-1] - made.hand.points[0]
    assert way[:2] / np.linalg.norm(way) == pytest.approx([np.cos(angle), np.sin(angle)])


def test_a_hand_that_has_turned_is_told_from_one_that_stood():
    dials = [dial(0.0), dial(0.5)]
    stood = [one.hand.points[-1] - one.hand.points[0] for one in dials]
    assert turned(dials, stood) == 0
    dials[1].setting.set_value(0.6)
    dials[1].turn()
    assert turned(dials, stood) > 0.05


@pytest.mark.parametrize("share", [0.25, 0.5, 1.0])
def test_the_bar_is_filled_by_its_share_and_never_leaves_its_outline(share):
    bar = LossBar(Square(0.2), "#ffffff", "#888888")
    bar.show(1.0)
    whole = bar.fill.height
    bar.show(share)
    assert bar.fill.height == pytest.approx(share * whole)
    bar.show(3.0)
    assert bar.fill.height == pytest.approx(whole)
    assert bar.fill.get_top()[1] < bar.outline.get_top()[1]
