"""A box has its sheet's cut, and its base and two cuts make the sheet, also on the way there."""

import pytest
from manim import Square

from mathora.stage.figures.box.box_pair import BoxPair
from mathora.stage.figures.box.box_places import BoxPlaces
from mathora.stage.layout import LAYOUTS
from mathora.stage.plane.folded_paper import Paper

SHEET, CUTS = 6.0, (0.5, 1.0)
PLACES = BoxPlaces.of(LAYOUTS["16:9"])


@pytest.fixture
def pair():
    return BoxPair(PLACES, SHEET, CUTS, lambda: Paper(SHEET, "#222222", "#ffffff", "#ffff00"), lambda _: Square(0.3))


def at(motions, share):
    for motion in motions:
        motion.begin()
        motion.interpolate(share)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.8, 1.0])
@pytest.mark.parametrize("back", [False, True])
def test_base_and_cuts_make_the_sheet_all_the_way(pair, share, back):
    at(pair.parts(PLACES.pose(SHEET, 0.7, 1, 1, 1), back=back), share)
    assert pair.off() == pytest.approx(0, abs=1e-9)


def test_each_sheet_stands_above_its_box_and_the_words_below():
    made = BoxPair(PLACES, SHEET, CUTS, lambda: Paper(SHEET, "#222222", "#ffffff", "#ffff00"), lambda _: Square(0.3))
    for sheet, box, words in zip(made.sheets, made.boxes, made.words, strict=True):
        assert sheet.get_bottom()[1] > box.get_center()[1] > words.get_center()[1]
    assert made.boxes[0].get_right()[0] < made.boxes[1].get_left()[0]


def test_a_deeper_cut_makes_a_smaller_base(pair):
    assert pair.boxes[0].base_side() > pair.boxes[1].base_side()


def test_a_box_of_another_size_is_caught(pair):
    pair.boxes[1].faces[0].scale(1.05)
    assert pair.off() > 0.1
