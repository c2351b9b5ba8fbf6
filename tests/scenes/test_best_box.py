"""The best box: the point lies on the curve, the tangent has its slope, and the slope reaches zero at the top."""

import re

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from tests.scenes import theatre
from tests.scenes.theatre import ASPECTS, all_hold, drawn, on_stage, proven_section, seen

SECTION = """
  - id: box
    title: The best box
    scene: BestBox
    with:
      {function: V, sheet: 6, side: 6 - 2x, cut: 0.35, uphill: up, level: flat, downhill: down}
    steps:
      - {do: lay_sheet, say: a}
      - {do: cut_corners, say: b}
      - {do: fold, say: c}
      - {do: curve, say: d}
      - {do: tangent, say: e}
      - {do: optimum, say: f}
      - {do: slide, with: {to: 1.5}, say: g}
"""


def upto(count):
    lines = SECTION.splitlines(keepends=True)
    start = next(i for i, line in enumerate(lines) if "steps:" in line) + 1
    return "".join(lines[: start + count])


def test_at_the_first_cut_the_numbers_are_the_lessons():
    with on_stage(upto(5)) as scene:
        shown = [row[2].value for row in scene.track.readouts]
        assert shown[0] == pytest.approx(0.35)
        assert round(shown[1], 1) == 9.8
        assert round(shown[2], 1) == 20.7
        assert scene.track.comment is scene.track.said[0]


def test_a_base_too_small_for_a_name_has_none():
    assert theatre.unreadable(upto(2).replace("cut: 0.35", "cut: 2.9")) == []


@pytest.mark.parametrize("again", ["lay_sheet", "cut_corners"])
def test_a_box_that_stands_is_not_cut_again(again):
    with on_stage(upto(5) + f"      - {{do: {again}, say: a}}\n      - {{do: optimum, say: b}}\n") as scene:
        assert all_hold(scene)
        assert scene.paper.base_side() + 2 * scene.at.get_value() == pytest.approx(6)


def test_a_tangent_that_stands_is_not_drawn_again():
    with on_stage(upto(5)) as scene:
        drawn(scene, 4)
        assert len(scene.track.touching.updaters) == 1
        assert all_hold(scene)


def test_at_the_optimum_the_drawn_tangent_is_level():
    with on_stage(upto(6)) as scene:
        ends = scene.track.touching.points[[0, -1]]
        assert abs(ends[1][1] - ends[0][1]) < 1e-6
        assert scene.track.graph.model_of(scene.track.dot.get_center()) == pytest.approx((1.0, 16.0))
        assert scene.track.comment is scene.track.said[1]


def test_past_the_optimum_it_goes_downhill():
    with on_stage(upto(7)) as scene:
        assert scene.track.touching.seen_slope() == pytest.approx(-9.0)
        assert scene.track.comment is scene.track.said[2]


def test_a_small_boxs_readings_have_digits_enough_where_they_rest_and_keep_off_the_sign():
    small = SECTION.replace("function: V, sheet: 6, side: 6", "function: U, sheet: 0.6, side: 0.6")
    small = small.replace("cut: 0.35", "cut: 0.035").replace("to: 1.5", "to: 0.1525")
    lines = theatre.HEADER.replace("  t:", "  U(x): {is: x (0.6 - 2x)^2, domain: 0 \\le x \\le 0.3}\n  t:")
    with on_stage(small, header=lines) as scene:
        assert [row[2].wording for row in scene.track.readouts] == ["0.152", "0.0133", "-0.093"]
        for _, sign, number in scene.track.readouts:
            assert number.number.get_left()[0] > sign.get_right()[0]


def test_a_sheet_that_is_alone_stands_in_the_middle_and_makes_room_for_a_formula():
    shown = upto(3).replace("say: c", "say: c, show: 'V(x) = x (6 - 2x)^2'")
    with on_stage(upto(2)) as alone, on_stage(shown) as beside:
        assert alone.paper.get_center()[0] == pytest.approx(0.0, abs=1e-6)
        assert beside.paper.get_center()[0] < -1


def test_the_drawn_base_and_two_cuts_make_the_sheet():
    with on_stage(upto(7)) as scene:
        assert scene.paper.base_side() == pytest.approx(6 - 2 * 1.5)


@pytest.mark.parametrize("aspect", ASPECTS)
def test_all_of_it_stays_inside_the_frame(aspect):
    with on_stage(SECTION, aspect) as scene:
        frame = scene.layout.frame
        for mobject in seen(scene):
            assert frame.holds(mobject, 1e-3), mobject


def test_earlier_actions_that_a_script_leaves_out_are_brought_in():
    section = SECTION.split("    steps:", maxsplit=1)[0] + "    steps:\n      - {do: optimum, say: f}\n"
    with on_stage(section) as scene:
        assert scene.track.graph.model_of(scene.track.dot.get_center())[0] == pytest.approx(1.0)


def test_a_tangent_drawn_with_a_wrong_slope_stops_the_picture():
    with on_stage(SECTION, play=False) as scene:
        for index in range(5):
            scene.perform(index)
        scene.track.touching.clear_updaters()  # the planted fault: the tangent stays behind
        with pytest.raises(InvariantViolated, match="slope of the curve"):
            drawn(scene, 5)


def test_a_point_moved_off_the_curve_stops_the_picture():
    with on_stage(SECTION, play=False) as scene:
        for index in range(5):
            scene.perform(index)
        scene.track.dot.add_updater(lambda dot: dot.shift(np.array([0.0, 0.05, 0.0])))
        with pytest.raises(InvariantViolated, match="lies on the curve"):
            drawn(scene, 5)


def test_a_base_that_keeps_its_size_stops_the_picture():
    with on_stage(SECTION, play=False) as scene:
        for index in range(5):
            scene.perform(index)
        scene.paper.clear_updaters()
        with pytest.raises(InvariantViolated, match="make the sheet"):
            drawn(scene, 5)


@pytest.mark.parametrize(
    ("good", "bad", "found"),
    [
        ("sheet: 6", "sheet: 0", r"^found sheet: 0, but the picture says 0 < sheet: .*0$"),
        ("sheet: 6", "sheet: 5", r"found function: V, but the picture says 0 .le x .le 5/2: "),
        ("cut: 0.35", "cut: 4", r"found cut: 4, but the picture says 0 < cut < 6/2: in 4"),
        ("cut: 0.35", "cut: 0", r"found cut: 0, but the picture says 0 < cut"),
        ("side: 6 - 2x", "side: 7 - x", r"found side: 7 - x, but the picture says side = 6 - 2x: at x = 1 "),
    ],
)
def test_parameters_that_make_no_box_are_told_by_check(good, bad, found):
    with pytest.raises(Faulty) as told:
        proven_section(SECTION.replace(good, bad))
    assert re.search(found, "".join(fault.message for fault in told.value.faults))


def test_a_volume_of_two_variables_is_told_as_one_and_not_by_what_follows_from_it():
    with pytest.raises(Faulty) as told:
        proven_section(SECTION.replace("function: V", "function: L"))
    (fault,) = told.value.faults
    assert fault.message == "function: found L(w_1, w_2), expected a function of one variable"


def test_a_volume_that_the_box_does_not_hold_is_told_by_check():
    header = theatre.HEADER.replace("V(x): {is: x (6 - 2x)^2", "V(x): {is: x (5 - 2x)^2")
    with pytest.raises(Faulty, match=r"found V\(0.375\) = 6.77344, where the box holds c \(6 - 2c\)\^2 = 10.3359"):
        proven_section(SECTION, header)
    proven_section(SECTION, header.replace("x (5 - 2x)^2", "x (6 - 2x)^2 / 1000"))  # in litres


def test_words_that_would_not_fit_beside_the_curve_are_told_by_check():
    with pytest.raises(Faulty, match=r"found a text as wide as .* expected at most 60"):
        proven_section(SECTION.replace("uphill: up", f"uphill: {'steep and ' * 9}so on"))


@pytest.mark.parametrize("side", ["6 - 2x", "2 (3 - x)", "g = 6 - 2x"])
def test_the_side_may_be_written_in_any_way_that_is_true(side):
    receipts = proven_section(SECTION.replace("side: 6 - 2x", f"side: {side}")).receipts
    assert [one.verdict.kind for one in receipts if one.role == "label"] == ["proved"] * 4


def test_on_the_way_no_comment_jumps_to_the_next():
    with on_stage(upto(5)) as scene:
        before, after = scene.track.comment, scene.track.said[1]
        moving = scene.compile_animations(*scene.track.follows(1.0, 2.0))
        for animation in moving:
            animation._setup_scene(scene)
            animation.begin()
        seen = []
        for share in (0.1, 0.5, 0.9):
            for animation in moving:
                animation.interpolate(share)
            seen.append([round(float(text[0].get_fill_opacity()), 1) for text in (before, after)])
        assert seen == [[0.6, 0.0], [0.0, 0.0], [0.0, 0.6]]


def test_a_slide_out_of_the_domain_is_the_authors_fault():
    with pytest.raises(Faulty, match="to: found -1, expected a value from 0 to 3"):
        proven_section(SECTION.replace("to: 1.5", "to: -1"))


def test_at_a_level_place_that_is_not_the_best_nothing_is_said():
    with on_stage(SECTION.replace("to: 1.5", "to: 3")) as scene:
        assert abs(scene.track.slope()) < 1e-9
        assert not scene.track.comment.family_members_with_points()


VALLEY = SECTION.replace(
    "function: V, sheet: 6, side: 6 - 2x, cut: 0.35", "function: D, sheet: 6, side: 6 - 2x, cut: 0.1"
)


def test_the_optimum_may_be_a_minimum():
    with on_stage(VALLEY.split("      - {do: slide")[0]) as scene:
        assert scene.track.graph.model_of(scene.track.dot.get_center()) == pytest.approx((2.0, 1.0))
        assert scene.peak[1][0].wording == "min"
        assert scene.track.comment is scene.track.said[1]


def test_an_optimum_without_a_level_tangent_is_told():
    with pytest.raises(Faulty, match="no highest or lowest point with a level tangent"):
        proven_section(VALLEY.replace("function: D", "function: E"))


def test_a_second_optimum_leaves_one_peak():
    with on_stage(SECTION.replace("{do: slide, with: {to: 1.5}", "{do: optimum")) as scene:
        assert sum(getattr(one, "wording", "") == "max" for m in scene.mobjects for one in m.get_family()) == 1


TWICE = """      - {do: two_cuts, with: {small: 0.2, large: 2.4}, say: g}
"""


def with_two_cuts(after):
    """The section up to an action, the two cuts behind it."""
    return SECTION[: SECTION.index("\n", SECTION.index(f"do: {after}")) + 1] + TWICE


@pytest.mark.parametrize("aspect", ASPECTS)
def test_one_sheet_with_two_cuts_makes_two_boxes_with_what_each_holds(aspect):
    with on_stage(with_two_cuts("fold"), aspect) as scene:
        bases = [box.base_side() for box in scene.pair.boxes]
        held = [[row.number.wording for row in words] for words in scene.pair.words]
        assert bases == pytest.approx([6 - 2 * 0.2, 6 - 2 * 2.4])
        assert held == [["0.2", "6.3"], ["2.4", "3.5"]]
        frame = scene.layout.frame
        assert all(frame.holds(mobject, 1e-3) for mobject in seen(scene))


def test_the_two_boxes_are_one_again_and_what_made_room_comes_back():
    with on_stage(with_two_cuts("optimum") + "      - {do: slide, with: {to: 1.5}, say: h}\n") as scene:
        assert scene.paper.base_side() == pytest.approx(6 - 2 * 1.5)
        assert scene.pair is None
        assert {scene.paper, scene.net, scene.track.graph, scene.track.dot} <= set(scene.mobjects)


def test_a_box_of_another_cut_than_its_sheets_stops_the_picture():
    with on_stage(with_two_cuts("fold"), play=False) as scene:
        for index in range(3):
            scene.perform(index)
        plain = scene.new_paper
        scene.new_paper = lambda: (one := plain(), setattr(one, "base_side", lambda: 1.0))[0]
        with pytest.raises(InvariantViolated, match="each base and two cuts"):
            drawn(scene, 3)


def test_a_cut_longer_than_half_the_sheet_is_told_by_check():
    with pytest.raises(Faulty, match="large: found 4, expected a value from 0 to 3"):
        proven_section(with_two_cuts("fold").replace("2.4", "4"))


def test_the_curve_once_more_goes_through_all_cuts_and_back_to_where_it_stood():
    with on_stage(upto(6) + "      - {do: curve, say: h}\n") as scene:
        assert scene.at.get_value() == pytest.approx(1.0)
        assert scene.track.comment is scene.track.said[1]


@pytest.mark.parametrize("unit", ["0.001", "10000"])
def test_a_box_of_any_size_has_room_for_its_numbers(unit):
    sheet = float(unit) * 6
    header = theatre.HEADER.replace(
        "x (6 - 2x)^2, domain: 0 \\le x \\le 3", f"x ({sheet} - 2x)^2, domain: 0 \\le x \\le {sheet / 2}"
    )
    steps = SECTION.split("    steps:")
    head = steps[0].replace("6", f"{sheet}").replace("0.35", f"{sheet / 8}")
    step = "\n      - {do: optimum, say: f}\n"
    with on_stage(f"{head}    steps:{step}", header=header) as scene:
        assert theatre.outside(scene) == []
        assert scene.track.graph.numbers.get_left()[0] > scene.net.get_right()[0]
