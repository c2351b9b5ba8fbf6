"""The best box: the point lies on the curve, the tangent has its slope, and the slope reaches zero at the top."""

import numpy as np
import pytest

from mathora.stage import InvariantViolated, Unfit
from mathora.stage.draw import StepFailed
from tests.scenes.theatre import drawn, on_stage, seen

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
        shown = [row[2].value for row in scene.readouts]
        assert shown[0] == pytest.approx(0.35)
        assert round(shown[1], 1) == 9.8
        assert round(shown[2], 1) == 20.7
        assert scene._said() is scene.said[0]


def test_at_the_optimum_the_drawn_tangent_is_level():
    with on_stage(upto(6)) as scene:
        ends = scene.touching.points[[0, -1]]
        assert abs(ends[1][1] - ends[0][1]) < 1e-6
        assert scene.graph.model_of(scene.dot.get_center()) == pytest.approx((1.0, 16.0))
        assert scene._said() is scene.said[1]


def test_past_the_optimum_it_goes_downhill():
    with on_stage(upto(7)) as scene:
        assert scene.touching.seen_slope() == pytest.approx(-9.0)
        assert scene._said() is scene.said[2]


def test_the_drawn_base_and_two_cuts_make_the_sheet():
    with on_stage(upto(7)) as scene:
        assert scene.paper.base_side() == pytest.approx(6 - 2 * 1.5)


@pytest.mark.parametrize("aspect", ["16:9", "9:16", "1:1"])
def test_all_of_it_stays_inside_the_frame(aspect):
    with on_stage(SECTION, aspect) as scene:
        frame = scene.layout.frame
        for mobject in seen(scene):
            assert frame.holds(mobject, 1e-3), mobject


def test_earlier_actions_that_a_script_leaves_out_are_brought_in():
    section = SECTION.split("    steps:", maxsplit=1)[0] + "    steps:\n      - {do: optimum, say: f}\n"
    with on_stage(section) as scene:
        assert scene.graph.model_of(scene.dot.get_center())[0] == pytest.approx(1.0)


def test_a_tangent_drawn_with_a_wrong_slope_stops_the_picture():
    with on_stage(SECTION, play=False) as scene:
        for index in range(5):
            scene.perform(index)
        scene.touching.clear_updaters()  # the planted fault: the tangent stays behind
        with pytest.raises(InvariantViolated, match="slope of the curve"):
            drawn(scene, 5)


def test_a_point_moved_off_the_curve_stops_the_picture():
    with on_stage(SECTION, play=False) as scene:
        for index in range(5):
            scene.perform(index)
        scene.dot.add_updater(lambda dot: dot.shift(np.array([0.0, 0.05, 0.0])))
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
        ("sheet: 6", "sheet: 0", "found sheet: 0"),
        ("cut: 0.35", "cut: 4", "found a cut of 4"),
        ("to: 1.5", "to: -1", "found a cut of -1"),
    ],
)
def test_parameters_that_make_no_box_are_the_authors_fault(good, bad, found):
    with pytest.raises((Unfit, StepFailed), match=found), on_stage(SECTION.replace(good, bad)):
        pass
