"""Can it be read? Each rule has a picture that it must catch and one that it must let pass."""

import numpy as np
import pytest
from manim import Rectangle, VGroup

from mathora.lesson import Place, Prose, Words
from mathora.plan import FrameFormat
from mathora.stage import LAYOUTS, THEMES, Readout
from mathora.stage.draw import _Nowhere, _scene
from mathora.stage.prose_mobject import words_mobject
from mathora.stage.readability import (
    glyph_faults,
    measured_contrast,
    picture_faults,
    reading_faults,
    standing_texts,
)
from tests.scenes.theatre import SCENES, proven_section
from tests.stage.formulas import mobject, text

THEME, LAYOUT = THEMES["dark"], LAYOUTS["16:9"]
PLACE = Place("lesson.yaml", 12, 9)
SECTION = """
  - id: recap
    title: Recap
    scene: Recap
    with: {function: L, at: {w_1: 1, w_2: 1}, points: [One, Two]}
    steps: [{do: point, say: a}]
"""


@pytest.fixture(scope="module")
def stage():
    with _scene(proven_section(SECTION), "recap", SCENES / "recap.py", FrameFormat(1280, 720, 10)) as (scene, _):
        yield scene


def rules(stage, *mobjects):
    """The rules that a picture of these mobjects breaks, drawn and measured."""
    stage.clear()
    stage.add(*mobjects)
    stage.renderer.begin(_Nowhere())
    stage.renderer.still(stage)
    return [fault.rule for fault in picture_faults(stage, stage.renderer.pixels, PLACE)]


def words(wording="Hello", size=0.4, colour=THEME.foreground):
    return words_mobject(wording, colour, size).center()


def test_a_plain_text_in_the_middle_is_fine(stage):
    assert rules(stage, words(), mobject("x = 1", 0.5).shift(np.array([0, 2.0, 0]))) == []


def test_a_finding_is_a_fault_at_the_scripts_place(stage):
    stage.clear()
    stage.add(words("Gone").shift(np.array([7.0, 0, 0])))
    (fault,) = picture_faults(stage, None, PLACE)
    assert fault.place == PLACE
    assert fault.message == "'Gone' leaves the frame"


@pytest.mark.parametrize("shift", [[7, 0, 0], [-7, 0, 0], [0, 4, 0]])
def test_text_that_leaves_the_frame_is_caught(stage, shift):
    assert "off-frame" in rules(stage, words().shift(np.array(shift, dtype=float)))


def test_text_that_stands_nowhere_is_caught(stage):
    lost = words()
    lost[0].points[3] = np.nan
    stage.clear()
    stage.add(lost)
    assert [fault.rule for fault in picture_faults(stage, None, PLACE)] == ["not-a-number"]


def test_text_in_the_caption_strip_is_caught(stage):
    assert rules(stage, words().move_to(LAYOUT.caption.centre)) == ["caption-strip"]


def test_overlapping_texts_are_caught(stage):
    assert rules(stage, words("One"), mobject("V(x)", 0.5).center()) == ["texts-overlap"]


def test_texts_whose_boxes_touch_but_whose_ink_does_not_are_fine(stage):
    label = words("p", 0.4)
    below = words("x", 0.4).next_to(label, np.array([0.0, -1.0, 0.0]), buff=0.0)
    assert rules(stage, label, below) == []


def test_an_invisible_text_overlaps_nothing(stage):
    assert rules(stage, words("One"), words("Two").set_fill(opacity=0)) == []


def test_small_text_is_caught_even_if_it_was_scaled_down_later(stage):
    assert rules(stage, words(size=0.2)) == ["text-small"]
    assert rules(stage, words(size=0.5).scale(0.4)) == ["text-small"]


def test_faint_text_is_caught(stage):
    assert rules(stage, words(colour=THEME.ghost)) == ["contrast-low"]


def test_text_on_a_ground_of_its_own_colour_is_caught_whatever_the_theme_says(stage):
    ground = Rectangle(width=4, height=2, fill_color=THEME.foreground, fill_opacity=1, stroke_width=0)
    assert rules(stage, ground, words()) == ["contrast-low"]


def test_text_that_stands_back_may_be_fainter_but_not_too_faint(stage):
    assert rules(stage, words().set_fill(opacity=0.6)) == []
    assert rules(stage, words().set_fill(opacity=0.15)) == ["contrast-low"]


def test_on_a_picture_too_coarse_for_letters_contrast_is_not_judged(stage):
    stage.clear()
    stage.add(words(colour=THEME.ghost))
    assert picture_faults(stage, np.zeros((90, 160, 3), dtype=np.uint8), PLACE) == []


def test_contrast_is_measured_on_the_pixels():
    pixels = np.full((90, 160, 3), 255, dtype=np.uint8)
    pixels[40:50, 60:100] = 0
    box = LAYOUT.frame.inset(0)
    ink = type(box)(-1.7, -0.4, 1.7, 0.4)
    assert measured_contrast(pixels, LAYOUT.frame, ink) == pytest.approx(21, abs=0.1)


def test_a_number_inside_a_group_is_one_text():
    group = VGroup(Readout(1.5, "#ffffff", 0.4), VGroup(words("slope")))
    assert [text.mobject.wording for text in standing_texts([group, group])] == ["1.5", "slope"]


# ── time ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_more_new_text_than_its_time_is_caught():
    long = standing_texts([words("one two three four five six seven eight nine ten")])
    (fault,) = reading_faults([], long, 2.0, 150, PLACE)
    assert fault.rule == "too-much-to-read"
    assert "takes 4.5 seconds to read (10 words) and stands 2.0 seconds" in fault.message
    assert reading_faults([], long, 5.0, 150, PLACE) == []


def test_text_that_stood_before_need_not_be_read_again():
    long = standing_texts([words("one two three four five six seven eight nine ten")])
    assert reading_faults(long, long, 0.1, 150, PLACE) == []


def test_a_formula_takes_time_by_its_signs():
    (short,), (long,) = standing_texts([mobject("x = 1")]), standing_texts([mobject(r"V'(x) = 12 (3 - x)(1 - x)")])
    assert long.mobject.amount > 2 * short.mobject.amount


# ── glyphs ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def lesson(title, say="fine"):
    one = proven_section(SECTION).lesson
    step = one.sections[0].steps[0].model_copy(update={"say": prose(say)})
    section = one.sections[0].model_copy(update={"title": prose(title), "steps": (step,)})
    return one.model_copy(update={"sections": (section,)})


def prose(words):
    return Prose(text=text(words), pieces=(Words(text=text(words)),))


def test_a_character_that_no_font_has_is_caught_at_its_place():
    (fault,) = glyph_faults(lesson("Dot 中 dot"))
    assert fault.place.column == 5
    assert fault.message == "the fonts have no glyph for '中' (U+4E2D)"


def test_narration_is_not_drawn():
    assert glyph_faults(lesson("fine", say="中")) == []
