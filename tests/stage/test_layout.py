"""The layout: regions that never overlap, in every aspect ratio."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from manim import Square

from mathora.stage.figures.elements.readings import ROWS, TIGHT, Readings
from mathora.stage.layout import BESIDE_GAP, LAYOUTS, Region, outside
from mathora.stage.theme import Sizes

RATIOS = {"16:9": 16 / 9, "9:16": 9 / 16, "1:1": 1.0}


@pytest.mark.parametrize("aspect", LAYOUTS)
def test_the_frame_has_the_shape_that_it_is_named_by(aspect):
    frame = LAYOUTS[aspect].frame
    assert frame.width / frame.height == pytest.approx(RATIOS[aspect])
    assert frame.centre == pytest.approx(np.zeros(3))


@pytest.mark.parametrize("aspect", LAYOUTS)
def test_regions_lie_in_the_frame_and_apart(aspect):
    layout = LAYOUTS[aspect]
    regions = [layout.title, layout.figure, layout.panel, layout.caption]
    for region in (*regions, layout.body):
        assert region.left >= layout.frame.left
        assert region.right <= layout.frame.right
        assert region.bottom >= layout.frame.bottom
        assert region.top <= layout.frame.top
    for one, other in itertools.combinations(regions, 2):
        across = min(one.right, other.right) - max(one.left, other.left)
        up = min(one.top, other.top) - max(one.bottom, other.bottom)
        assert across <= 0 or up <= 0


@pytest.mark.parametrize("aspect", LAYOUTS)
def test_the_body_is_the_figure_and_the_panel(aspect):
    layout = LAYOUTS[aspect]
    assert layout.body.left == min(layout.figure.left, layout.panel.left)
    assert layout.body.right == max(layout.figure.right, layout.panel.right)
    assert layout.body.bottom == min(layout.figure.bottom, layout.panel.bottom)
    assert layout.body.top == max(layout.figure.top, layout.panel.top)


def test_only_the_wide_layout_has_its_panel_beside_the_figure():
    assert {aspect: layout.upright for aspect, layout in LAYOUTS.items()} == {"16:9": False, "9:16": True, "1:1": True}


@given(side=st.floats(0.1, 50), x=st.floats(-9, 9), align=st.sampled_from(["centre", "left", "right"]))
def test_what_is_placed_is_held_and_never_enlarged(side, x, align):
    region = Region(-2, -1, 3, 1)
    placed = region.place(Square(side).shift(np.array([x, 0, 0])), align)
    assert region.holds(placed, 1e-5)
    assert placed.width <= side + 1e-9


def test_what_sticks_out_is_not_held():
    assert not Region(0, 0, 1, 1).holds(Square(1).move_to([0.6, 0.5, 0]))


@given(shares=st.lists(st.floats(0.1, 5), min_size=1, max_size=5))
def test_rows_and_columns_share_the_region(shares):
    region = Region(-2, -1, 3, 1)
    rows, columns = region.split_rows(*shares), region.split_columns(*shares)
    assert rows[0].top == pytest.approx(region.top)
    assert rows[-1].bottom == pytest.approx(region.bottom)
    assert columns[0].left == pytest.approx(region.left)
    assert columns[-1].right == pytest.approx(region.right)
    for share, row, column in zip(shares, rows, columns, strict=True):
        assert row.height / region.height == pytest.approx(share / sum(shares))
        assert column.width / region.width == pytest.approx(share / sum(shares))


@given(st.floats(0, 2 * np.pi), st.floats(0.05, 3), st.floats(0.05, 3), st.floats(0, 1))
def test_a_box_outside_of_a_point_begins_at_the_gap_on_the_way_out(angle, wide, high, gap):
    way, half = np.array([np.cos(angle), np.sin(angle)]), np.array([wide, high])
    near = np.array([1.0, -2.0])
    middle = outside(near, near + 5 * way, gap, half)
    assert (np.abs(near + gap * way - middle) / half).max() == pytest.approx(1, abs=1e-6)
    assert middle - near == pytest.approx(way * np.linalg.norm(middle - near), abs=1e-6)


@pytest.mark.parametrize("aspect", LAYOUTS)
@pytest.mark.parametrize("kept", [0.0, 0.28, 0.9])
def test_without_formulas_the_figure_has_the_body_but_for_what_is_kept_beside_it(aspect, kept):
    whole = LAYOUTS[aspect]
    bare = whole.without_formulas(kept)
    assert bare.body == whole.body
    for region in (bare.figure, bare.panel):
        assert whole.body.left <= region.left <= region.right <= whole.body.right
        assert whole.body.bottom <= region.bottom <= region.top <= whole.body.top
    if kept == 0:
        assert bare.figure == whole.body
    if whole.upright:
        assert bare.panel.top <= bare.figure.bottom <= whole.figure.bottom
        assert bare.panel.height <= whole.panel.height
    else:
        assert whole.figure.right <= bare.figure.right <= bare.panel.left
        assert bare.panel.width <= whole.panel.width


@pytest.mark.parametrize("aspect", LAYOUTS)
def test_formulas_below_leave_the_figure_the_whole_width(aspect):
    layout = LAYOUTS[aspect]
    below = layout.with_formulas_below()
    if layout.upright:
        assert below == layout
        return
    assert below.upright
    assert below.figure.width == below.panel.width == layout.body.width
    assert below.panel.bottom == pytest.approx(layout.body.bottom)
    assert below.panel.bottom < below.panel.top < below.figure.bottom < below.figure.top


@pytest.mark.parametrize("aspect", LAYOUTS)
def test_formulas_in_the_corner_leave_the_body_to_two_figures(aspect):
    layout = LAYOUTS[aspect]
    body, cornered = layout.body, layout.cornered(0.4, 0.3)
    if layout.upright:
        assert cornered == layout
        return
    assert cornered.figure == body
    assert (cornered.panel.left, cornered.panel.bottom) == (body.left, body.bottom)
    assert cornered.panel.width == pytest.approx(0.4 * body.width)
    assert cornered.panel.height == pytest.approx(0.3 * body.height)


def test_formulas_of_a_corner_that_go_to_the_side_have_room_there():
    """Their panel ended where the corner does, left of where it began: they were set mirrored, and off the frame."""
    cornered = LAYOUTS["16:9"].cornered(0.28, 0.36)
    beside = cornered.without_formulas(0.3)
    assert beside.figure.right < beside.panel.left < beside.panel.right == cornered.body.right


@pytest.mark.parametrize("aspect", LAYOUTS)
def test_the_first_of_two_stands_right_only_where_they_stand_side_by_side(aspect):
    first, second = LAYOUTS[aspect].shared(first_right=True)
    if LAYOUTS[aspect].upright:
        assert first.body.bottom > second.body.top
    else:
        assert first.body.left > second.body.right
    assert {*LAYOUTS[aspect].shared()} == {first, second}


def test_a_picture_without_formulas_has_no_strip_beside_them():
    assert LAYOUTS["1:1"].with_strip() is not None
    assert LAYOUTS["1:1"].without_formulas(0).with_strip() is None


@pytest.mark.parametrize("part", LAYOUTS["16:9"].shared())
def test_readings_below_a_figure_have_room_for_three_and_the_figure_gives_it(part):
    readings, rest = part.with_readings()
    assert readings.height / (ROWS * TIGHT) > 0.75 * Sizes().formula
    assert rest.figure.bottom >= readings.top + BESIDE_GAP - 1e-9
    assert rest.figure.height > 2 * readings.height
    assert rest.figure.bottom == pytest.approx(part.figure.bottom), "beside a figure without readings"
    assert (readings.left + readings.right) / 2 > part.body.centre[0] + 0.2 * part.body.width


@pytest.mark.parametrize("part", [*LAYOUTS["16:9"].shared(), LAYOUTS["9:16"], LAYOUTS["1:1"]])
def test_readings_without_formulas_have_two_columns_and_leave_the_figure_more_room(part):
    readings, rest = part.with_readings(alone=True)
    both = Readings(readings, Sizes().formula, ROWS + 1)
    assert (both.columns, both.lines) == (2, 2)
    assert both.size > 0.7 * Sizes().formula
    assert rest.figure.bottom == pytest.approx(readings.top + BESIDE_GAP)
    assert rest.figure.height > part.with_readings()[1].figure.height
