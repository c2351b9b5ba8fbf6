"""A sheet and the box that its cut makes; two cuts make two boxes, whose sheets are of one size."""

import pytest

from mathora.lesson import Faulty
from tests.scenes.theatre import all_hold, on_stage, sectioned

section = sectioned("BestBox", "{function: V, sheet: 6, side: 6 - 2x, cut: 1, uphill: up, level: flat, downhill: down}")


def test_folded_the_sheet_is_an_open_box():
    with on_stage(section("do: lay_sheet", "do: cut_corners", "do: fold")) as scene:
        assert scene.folded.get_value() == 1
        assert scene.at.get_value() == 1
        assert all_hold(scene)


def test_where_the_box_stands_the_sheet_is_not_laid_again():
    with on_stage(section("do: fold", "do: lay_sheet")) as scene:
        assert scene.folded.get_value() == 1
        assert scene.names not in scene.mobjects or not len(scene.names)


@pytest.mark.parametrize(("cuts", "message"), [("{small: 1, large: 1}", "twice"), ("{small: 1, large: 4}", "4")])
def test_two_boxes_need_two_cuts_that_the_sheet_has(cuts, message):
    with pytest.raises(Faulty, match=message), on_stage(section(f"do: two_cuts, with: {cuts}")):
        pass
