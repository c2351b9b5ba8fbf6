"""The worked example: lines that carry their terms over, a frozen variable in grey, and the result as a picture."""

import numpy as np
import pytest
from manim import VGroup

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from mathora.stage.text.standing_text import standing_texts
from tests.scenes.theatre import ASPECTS, drawn, on_stage

HEAD = """
  - id: example
    title: An example
    scene: WorkedExample
    with: {function: L}
    steps:
"""
LINES = [
    "      - {do: line, with: {reason: The loss}, say: a, show: 'L(w_1, w_2) = w_1^2 + 3 w_2^2'}\n",
    "      - {do: freeze, with: {variable: w_2}, say: b, show: '\\frac{\\partial L}{\\partial w_1} = 2 w_1'}\n",
    "      - {do: freeze, with: {variable: w_1}, say: c, show: '\\frac{\\partial L}{\\partial w_2} = 6 w_2'}\n",
    "      - {do: line, with: {reason: Stack them}, say: d, show: '\\nabla L = (2 w_1,\\; 6 w_2)'}\n",
    "      - {do: substitute, with: {at: {w_1: 1, w_2: 1}}, say: e, show: '\\nabla L(1, 1) = (2, 6)'}\n",
    "      - {do: picture, with: {at: {w_1: 1, w_2: 1}}, say: f}\n",
    "      - {do: downhill, with: {at: {w_1: 1, w_2: 1}}, say: g, show: '-\\nabla L(1, 1) = (-2, -6)'}\n",
]


def section(*which):
    return HEAD + "".join(LINES[index] for index in which)


def colours(group):
    return {glyph.get_fill_color().to_hex().lower() for glyph in group}


def test_what_is_shown_while_the_page_stays_is_a_line_of_it_once():
    again = "      - {do: stay, say: b, show: ['L(w_1, w_2) = w_1^2 + 3 w_2^2', '\\nabla L = (2 w_1,\\; 6 w_2)']}\n"
    with on_stage(section(0) + again) as scene:
        first, second = scene.lines
        assert first.get_bottom()[1] > second.get_top()[1]
        assert not scene.panel


def test_each_step_adds_a_line_under_the_last():
    with on_stage(section(0, 1, 2, 3, 4)) as scene:
        tops = [line.get_top()[1] for line in scene.lines]
        assert len(tops) == 5
        assert all(
            upper.get_bottom()[1] > lower.get_top()[1]
            for upper, lower in zip(scene.lines, scene.lines[1:], strict=False)
        )
        lefts = [line.get_left()[0] for line in scene.lines]
        assert max(lefts) - min(lefts) < 1e-6


def test_a_frozen_variable_is_grey_in_the_first_line_and_in_colour_again_afterwards():
    with on_stage(section(0, 1, 3), play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        assert colours(scene.lines[0].part("w_2")) == {scene.theme.frozen}
        assert colours(scene.lines[0].part("w_1")) == {scene.theme.palette["blue"]}
        scene.perform(2)
        assert colours(scene.lines[0].part("w_2")) == {scene.theme.palette["orange"]}


def test_one_variable_is_locked_at_a_time():
    with on_stage(section(0, 1, 2, 3), play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        (first,) = scene.page.reasons[1]
        scene.perform(2)
        scene.perform(3)
        assert not set(first.get_family()) & {part for one in scene.mobjects for part in one.get_family()}
        assert [len(label) for label in scene.page.reasons] == [1, 0, 1, 1]


BESIDE_A_SLICE = HEAD.replace(
    "    with: {function: L}\n",
    "    beside: {scene: FreezeVariable, with: {function: L, frozen: {w_1: 1}, moves: w_2}}\n",
)


def test_a_first_line_without_a_reason_is_frozen_beside_another_scene():
    both = r"['L(w_1, w_2) = w_1^2 + 3 w_2^2', '\frac{\partial L}{\partial w_1} = 2 w_1']"
    loss = f"show: {both}, beside: {{do: freeze}}"
    row = "      - {do: freeze, with: {variable: w_2}, say: b, " + loss + "}\n"
    with on_stage(BESIDE_A_SLICE + row, play=False) as scene:
        scene.perform(0)
        assert colours(scene.lines[0].part("w_2")) == {scene.theme.frozen}


def test_the_line_that_is_looked_at_is_bright_and_the_others_stand_back():
    with on_stage(section(0, 1, 2)) as scene:
        opacities = [line[0].get_fill_opacity() for line in scene.lines]
        assert opacities == pytest.approx([1.0, 0.75, 1.0])


def test_after_substituting_no_copy_is_left():
    with on_stage(section(0, 3, 4)) as scene:
        shown = [standing.mobject.wording for standing in standing_texts(scene.mobjects)]
        assert shown.count(r"\nabla L = (2w_1, 6w_2)") == 1
        assert shown.count(r"\nabla L(1, 1) = (2, 6)") == 1
        assert all(getattr(mobject, "path", None) is None for mobject in scene.mobjects), "loose glyphs"


def test_the_picture_shows_the_gradient_and_its_opposite():
    with on_stage(section(0, 5, 6)) as scene:
        arrows = [one for one in scene.mobjects if type(one).__name__ == "ArrowMobject"]
        uphill, opposite = arrows[0], arrows[-1]
        assert uphill.vector[1] / uphill.vector[0] == pytest.approx(3)
        assert opposite.vector == pytest.approx(-uphill.vector)
        assert sum(part.vector for part in arrows[1:-1]) == pytest.approx(opposite.vector)


def test_a_page_begins_with_large_lines_which_shrink_when_it_fills():
    with on_stage(section(0)) as scene:
        alone = scene.lines[0].em
    with on_stage(section(0, 1, 2, 3, 4)) as scene:
        assert alone > 1.3 * scene.theme.sizes.formula
        assert scene.theme.sizes.formula - 1e-6 <= scene.lines[0].em < alone
        assert {round(line.em, 6) for line in scene.lines} == {round(scene.page.size, 6)}


def test_a_page_that_is_full_scrolls_and_keeps_its_last_lines():
    with on_stage(section(0, 1, 2, 3, 4, 1, 2, 3)) as scene:
        assert scene.lines[-1].get_bottom()[1] >= scene.page.region.bottom - 1e-6
        assert scene.lines[0].get_top()[1] <= scene.page.region.top + 0.1
        assert len(scene.lines) < 8


def test_a_page_that_fills_has_room_for_a_copy_that_is_higher_than_its_line():
    with on_stage(section(0)) as scene:
        page = scene.page
        for _ in range(8):
            tall = 3 * page.lines[-1].height
            page.add(page.placed(page.lines[-1].formula, VGroup(), tall), VGroup())
            assert page.lines[-1].get_center()[1] - tall / 2 >= page.region.bottom - 1e-6


def test_reasons_of_two_lines_keep_off_each_other():
    low = "      - {do: line, with: {reason: A reason that takes two lines}, say: h, show: 'w_1 + w_1 = 2 w_1'}\n"
    with on_stage(HEAD + 2 * low + LINES[3]) as scene:
        upper, lower = (VGroup(*one) for one in scene.page.reasons[:2])
        assert upper.height > scene.lines[0].height
        assert upper.get_bottom()[1] - lower.get_top()[1] > 0.2
        assert upper.get_top()[1] <= scene.page.region.top


BESIDE_A_MAP = HEAD.replace(
    "    steps:", "    beside: {scene: ContourMap, with: {function: L, at: {w_1: 1, w_2: 1}}}\n    steps:"
) + LINES[0].replace("say: a", "say: a, beside: {do: surface}")


def test_beside_another_scene_reasons_stand_over_their_lines_which_are_no_smaller_than_elsewhere():
    with on_stage(BESIDE_A_MAP + LINES[3]) as scene:
        assert min(line.em for line in scene.lines) > scene.theme.sizes.formula - 1e-6
        for (reason,), line in zip(scene.page.reasons, scene.lines, strict=True):
            assert reason.get_bottom()[1] > line.get_top()[1]
            assert reason.get_left()[0] == pytest.approx(line.get_left()[0])


def test_a_line_that_is_wider_than_the_page_is_broken_and_does_not_make_the_others_small():
    wide = r"(w_1 + w_2)(w_1 - w_2) + 2 w_1 w_2 = w_1^2 + 2 w_1 w_2 - w_2^2"
    line = f"      - {{do: line, say: h, show: '{wide}'}}\n"
    with on_stage(BESIDE_A_MAP + line) as scene:
        first, second = scene.lines
        assert second.height > 1.5 * second.em
        assert second.get_right()[0] <= scene.page.region.right + 1e-6
        assert first.em == pytest.approx(second.em)
        assert first.em > 0.85 * scene.theme.sizes.formula


def test_a_reason_over_the_first_line_makes_way_for_its_locks():
    with on_stage(BESIDE_A_MAP + LINES[1]) as scene:
        assert scene.page.reasons[0].get_bottom()[1] > scene.page.riding.get_top()[1]


TALL = r"\frac{2 w_2 w_2}{w_2} = 2 w_2"
TWO_ROWS = f"      - {{do: line, with: {{reason: A reason that takes two lines}}, say: h, show: '{TALL}'}}\n"


@pytest.mark.parametrize("count", [4, 5, 6, 7])
def test_a_number_and_its_reason_leave_with_their_line(count):
    with on_stage(HEAD + TWO_ROWS * count) as scene:
        standing = [one.mobject.wording for one in standing_texts(scene.mobjects)]
        formulas = [wording for wording in standing if "frac" in wording]
        assert standing.count("A reason that takes two lines") == len(formulas) == len(scene.lines)


def test_a_line_without_a_formula_is_told():
    with pytest.raises(Faulty) as told, on_stage(HEAD + "      - {do: line, with: {reason: r}, say: a}\n"):
        pass
    assert [fault.rule for fault in told.value.faults] == ["missing-show"]


def test_the_line_in_which_a_variable_is_frozen_stays_however_many_lines_come_between():
    between = "".join(LINES[index] for index in (1, 3, 3, 3, 3, 2))
    with on_stage(HEAD + LINES[0] + between) as scene:
        first, *others = scene.lines
        assert first.wording.startswith("L(w_1, w_2) = w_1^2")
        assert len(others) < 6
        assert colours(first.part("w_1")) == {scene.theme.frozen}
        assert all(one.get_top()[1] < first.get_bottom()[1] for one in others)


@pytest.mark.parametrize("order", [(1, 0), (4, 3), (6, 5), (5, 3, 0), (4,), (2, 6), (6, 6)])
def test_no_order_of_actions_crashes(order):
    with on_stage(section(*order)) as scene:
        assert scene.mobjects


@pytest.mark.parametrize("aspect", ASPECTS)
def test_no_text_leaves_the_frame_or_enters_the_captions(aspect):
    with on_stage(section(*range(7)), aspect) as scene:
        for standing in standing_texts(scene.mobjects):
            box = standing.box
            assert scene.layout.frame.left <= box.left
            assert box.right <= scene.layout.frame.right
            assert box.bottom >= scene.layout.caption.top


def test_a_turned_arrow_stops_the_render():
    with on_stage(section(0, 5, 6), play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        arrow = next(one for one in scene.mobjects if type(one).__name__ == "ArrowMobject")
        arrow.put(arrow.tail, arrow.tail + np.array([1.0, 0.2, 0.0]))
        with pytest.raises(InvariantViolated, match="perpendicular"):
            drawn(scene, 2)
