"""Each reading has its slot; what comes takes the place of what stood there, and none stands on another."""

import numpy as np
import pytest
from manim import FadeIn, FadeOut, Square

from mathora.stage.figures.elements.header import EVENT, NUMBER, Header, with_header
from mathora.stage.layout import LAYOUTS, Region

FLAT, HIGH = Region(-6, 2, 6, 3), Region(2, -3, 6, 3)


@pytest.mark.parametrize("region", [FLAT, HIGH])
def test_readings_stand_apart_inside_of_the_region(region):
    header = Header(region, 2)
    for slot in (EVENT, NUMBER, "p", "n"):
        header.put(slot, Square(0.3))
    middles = [label.get_center() for label in header.standing.values()]
    assert len(middles) == 4
    for index, one in enumerate(middles):
        assert region.left <= one[0] <= region.right
        assert region.bottom <= one[1] <= region.top
        assert all(np.abs(one - other).max() > 0.3 for other in middles[:index])


def test_what_comes_takes_the_place_of_what_stood_there():
    header = Header(FLAT, 1)
    first, second = Square(0.3), Square(0.3)
    assert [type(one) for one in header.put("p", first)] == [FadeIn]
    assert [type(one) for one in header.put("p", second)] == [FadeOut, FadeIn]
    assert header.standing == {"p": second}
    assert second.get_center() == pytest.approx(first.get_center())


def test_what_left_makes_room_and_what_never_came_leaves_nothing():
    header = Header(FLAT, 1)
    header.put(NUMBER, number := Square(0.3))
    header.clear(NUMBER)
    header.put("p", other := Square(0.3))
    assert other.get_center() == pytest.approx(number.get_center())
    assert header.clear("q") == []


def test_labels_that_follow_nothing_leave_together():
    header = Header(HIGH, 1)
    header.put(EVENT, Square(0.3))
    header.put("p", Square(0.3))
    assert len(header.leave_still()) == 2
    assert header.standing == {}


def test_readings_stand_above_a_figure_that_is_wide_and_beside_one_that_is_not():
    layout = LAYOUTS["16:9"]
    above, figure, _ = with_header(layout, wide=True, alone=True)
    assert above.bottom >= figure.top
    beside, figure, _ = with_header(layout, wide=False, alone=True)
    assert beside.left >= figure.right or beside.bottom >= figure.top
