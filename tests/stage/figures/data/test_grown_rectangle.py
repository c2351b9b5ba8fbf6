"""A product's rectangle: every part has its number's share of the area, whatever the scales of both sides are."""

import numpy as np
import pytest
from claimed import holds
from manim import Square

from mathora.stage.figures.data.grown_rectangle import GrownRectangle
from mathora.stage.layout import Region

PLACE = Region(-4, -3, 3, 3)


def rectangle(sides, **state):
    names = [Square(0.3) for _ in range(4)]
    made = GrownRectangle(sides, (1.5 * sides[0], 1.5 * sides[1]), PLACE, ["#ffffff"] * 4, names)
    made.stand(**{"seen": 1, "told": 1, **state})
    return made


@pytest.mark.parametrize("sides", [(4.0, 3.0), (400.0, 3.0), (1e-9, 2e9), (1.0, 1.0)])
def test_each_part_has_its_numbers_share_of_the_area_inside_the_place(sides):
    made = rectangle(sides, right=0.4 * sides[0], up=0.1 * sides[1])
    assert made.off_areas() < 1e-9
    assert PLACE.holds(made.picture)


def test_both_sides_have_one_scale_unless_one_is_too_long():
    assert np.ptp(rectangle((4.0, 3.0)).scale) == 0
    assert np.ptp(rectangle((40.0, 3.0)).scale) > 0


def test_names_keep_apart_where_what_is_new_is_thin():
    made = rectangle((4.0, 3.0), right=0.001, up=0.001)
    across, up, right, top = made.names
    assert right.get_left()[0] > across.get_right()[0]
    assert top.get_bottom()[1] > up.get_top()[1]


def test_a_part_that_is_too_wide_is_measured():
    made = rectangle((4.0, 3.0), right=1.0, up=1.0)
    assert holds((("areas", made.off_areas, 1e-6),))
    made.parts[1].stretch(1.1, 0)
    assert made.off_areas() > 0.01
