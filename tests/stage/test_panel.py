"""Formulas stand under each other inside of their panel, and a section's layout goes by when its first one comes."""

import itertools
from types import SimpleNamespace

import pytest
from formulas import mobject

from mathora.stage.layout import LAYOUTS
from mathora.stage.panel import LARGEST, laid_out, refitted, stack

WIDE, TALL = LAYOUTS["16:9"], LAYOUTS["9:16"]
TEXS = ("L = w_1^2", r"\frac{\partial L}{\partial w_1} = 2 w_1", "w_1 = 0")


def stacked(layout, *texs):
    return stack([mobject(one, 0.5) for one in texs], layout)


@pytest.mark.parametrize("layout", [WIDE, TALL], ids=["wide", "tall"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_they_stand_inside_of_the_panel_without_touching(layout, count):
    formulas = stacked(layout, *TEXS[:count])
    for one in formulas:
        assert layout.panel.left - 1e-6 <= one.get_left()[0] < one.get_right()[0] <= layout.panel.right + 1e-6
        assert layout.panel.bottom - 1e-6 <= one.get_bottom()[1] < one.get_top()[1] <= layout.panel.top + 1e-6
    for one, other in itertools.pairwise(formulas):
        assert one.get_bottom()[1] > other.get_top()[1] or one.get_right()[0] < other.get_left()[0]


def test_beside_a_figure_they_begin_on_one_line():
    lefts = [one.get_left()[0] for one in stacked(WIDE, *TEXS)]
    assert lefts == pytest.approx([lefts[0]] * len(lefts))


def test_they_grow_into_the_room_of_their_panel_but_not_over_the_figure():
    short, long = stacked(WIDE, "w_1 = 0"), stacked(WIDE, " + ".join(["w_1^2"] * 4) + " = 0")
    assert short[0].em == pytest.approx(LARGEST)
    assert long[0].em < LARGEST
    assert long[0].width == pytest.approx(WIDE.panel.width)
    assert stacked(WIDE.cornered(0.5, 0.5), "w_1 = 0")[0].em == pytest.approx(0.5)


def test_set_anew_in_the_same_panel_they_keep_their_size():
    formulas = stacked(WIDE, *TEXS)
    ems = [one.em for one in formulas]
    refitted(formulas, WIDE)
    assert [one.target.em for one in formulas] == pytest.approx(ems)


def test_one_that_stood_there_before_keeps_its_size_and_edge_when_the_others_have_left():
    before = stacked(WIDE, TEXS[2], " + ".join(["w_1^2"] * 4) + " = 0")
    [on] = stack([mobject(TEXS[2], 0.5)], WIDE, before)
    assert (on.em, on.get_left()[0]) == pytest.approx((before[0].em, before[0].get_left()[0]))


def test_what_comes_next_is_no_larger_than_what_stood_there_but_never_smaller_than_it_is_written():
    large, middle, small = (stacked(WIDE, tex) for tex in ("w_1", "w_1 = w_1 + w_1 + w_1", " + ".join(["w_1"] * 9)))
    assert large[0].em > middle[0].em > small[0].em
    [after_middle], [after_small] = (stack([mobject("w_2", 0.5)], WIDE, before) for before in (middle, small))
    assert (after_middle.em, after_small.em) == pytest.approx((middle[0].em, 0.5))


def opening(formulas, *, quiet=False):
    return SimpleNamespace(formulas=formulas, quiet=quiet)


def test_a_section_without_a_formula_has_its_panels_room_for_the_figure():
    quiet = laid_out(WIDE, opening("never", quiet=True), 0.3, "beside")
    assert quiet == WIDE.without_formulas(0.0) != WIDE


@pytest.mark.parametrize("late", ["below", "corner", "card"])
def test_formulas_that_come_late_have_a_place_of_their_own(late):
    assert laid_out(WIDE, opening("late"), 0.3, late) != WIDE
    assert laid_out(WIDE, opening("late"), 0.3, "beside") == WIDE


def test_formulas_that_are_near_move_and_others_fade_and_come_up_there():
    near = stacked(WIDE, TEXS[0])
    kept, moving = refitted(near, WIDE)
    assert (kept, len(moving)) == (near, 1)
    there, fading = refitted(stacked(WIDE, TEXS[0]), TALL)
    assert len(fading) == 2 * len(there)
