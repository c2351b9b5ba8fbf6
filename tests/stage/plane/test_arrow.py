"""An arrow's ends are measured on its drawn points, and a short one still shows where it points."""

import numpy as np
import pytest

from mathora.stage.plane.arrow import MOST_HEAD, ArrowMobject, grow


def arrow(*tip, width=0.055):
    return ArrowMobject(np.zeros(3), np.array([*tip, 0.0]), "#ffffff", width)


@pytest.mark.parametrize("tip", [(2, 0), (0, -3), (-1, 1), (0.01, 0.02), (1e-5, 0)])
def test_it_is_drawn_from_its_tail_to_its_tip(tip):
    made = arrow(*tip)
    assert made.tail == pytest.approx(np.zeros(3), abs=1e-12)
    assert made.tip == pytest.approx(np.array([*tip, 0]))
    assert made.vector == pytest.approx(made.tip - made.tail)


@pytest.mark.parametrize("length", [3.0, 0.5, 0.1, 0.01])
def test_its_head_never_takes_all_of_it_and_a_longer_arrow_has_no_smaller_one(length):
    made, longer = arrow(length, 0), arrow(1.5 * length, 0)
    neck = made.points[4 * 6][0]
    assert 1 - neck / length <= MOST_HEAD + 1e-9
    assert longer.head[1] >= made.head[1] - 1e-9
    assert made.head[1] > made.height / 4  # the head is what is seen of a short one


def test_without_length_it_is_a_point_and_grows_from_there():
    made = arrow(0, 0)
    assert np.isfinite(made.points).all()
    assert made.put(np.ones(3), np.array([1.0, 3.0, 1.0])).vector == pytest.approx(np.array([0, 2, 0]))


def test_it_grows_from_its_tail_to_where_it_reaches():
    made = arrow(2, 0).put(np.array([1.0, 0, 0]), np.array([3.0, 0, 0]))
    growing = grow(made)
    growing.begin()
    growing.interpolate(0.5)
    assert made.tail == pytest.approx(np.array([1, 0, 0]))
    assert made.tip == pytest.approx(np.array([2, 0, 0]))
    growing.interpolate(1)
    assert made.tip == pytest.approx(np.array([3, 0, 0]))


def test_a_hollow_one_is_an_outline():
    assert ArrowMobject(np.zeros(3), np.ones(3), "#ffffff", hollow=True).get_fill_opacity() == 0
