"""Can it be read? Each rule has a picture that it must catch and one that it must let pass."""

import numpy as np
import pytest
from manim import Rectangle, VGroup, there_and_back

from mathora.plan import FrameFormat
from mathora.stage import LAYOUTS, THEMES, Readout
from mathora.stage.draw import _Nowhere, _scene
from mathora.stage.prose_mobject import words_mobject
from mathora.stage.readability import new_words, resting_findings, standing_texts
from tests.scenes.theatre import SCENES, proven_section
from tests.stage.formulas import mobject

THEME, LAYOUT = THEMES["dark"], LAYOUTS["16:9"]
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
    stage.findings.clear()
    stage.add(*mobjects)
    stage.renderer.begin(_Nowhere())
    stage.renderer.still(stage)
    return [finding.rule for finding in stage.judge(stage.renderer.pixels)]


def words(wording="Hello", size=0.4, colour=THEME.foreground):
    return words_mobject(wording, colour, size).center()


def test_a_plain_text_in_the_middle_is_fine(stage):
    assert rules(stage, words(), mobject("x = 1", 0.5).shift(np.array([0, 2.0, 0]))) == []


def test_a_finding_says_what_and_how_to_mend_it(stage):
    stage.clear()
    stage.add(words("Gone").shift(np.array([7.0, 0, 0])))
    (finding,) = stage._findings()
    assert finding == ("off-frame", "'Gone' leaves the frame", "shorten it, or split the step into two")


def test_a_long_text_is_named_by_its_beginning(stage):
    stage.clear()
    stage.add(words("word " * 40).shift(np.array([7.0, 0, 0])))
    (finding,) = stage._findings()
    assert len(finding.message) < 100
    assert finding.message.startswith("'word word")
    assert "…' leaves the frame" in finding.message


@pytest.mark.parametrize("shift", [[7, 0, 0], [-7, 0, 0], [0, 4, 0]])
def test_text_that_leaves_the_frame_is_caught(stage, shift):
    assert "off-frame" in rules(stage, words().shift(np.array(shift, dtype=float)))


def test_text_that_stands_nowhere_is_caught(stage):
    lost = words()
    lost[0].points[3] = np.nan
    stage.clear()
    stage.add(lost)
    assert [finding.rule for finding in stage._findings()] == ["not-a-number"]


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
    assert rules(stage, words().set_fill(opacity=THEME.receded)) == []
    assert rules(stage, words().set_fill(opacity=0.15)) == ["contrast-low"]


def test_on_a_picture_too_coarse_for_letters_contrast_is_not_judged(stage):
    stage.clear()
    stage.add(words(colour=THEME.ghost))
    assert stage._findings(np.zeros((90, 160, 3), dtype=np.uint8)) == []


def test_text_behind_something_is_caught_though_its_colour_is_fine(stage):
    curtain = Rectangle(width=4, height=2, fill_color=THEME.background, fill_opacity=1, stroke_width=0)
    assert rules(stage, words(), curtain) == ["text-hidden"]


def test_text_half_behind_something_is_caught(stage):
    label = VGroup(words("Seen"), words("lost").shift(np.array([2.0, 0, 0])))
    curtain = Rectangle(width=1.5, height=2, fill_color=THEME.background, fill_opacity=1, stroke_width=0)
    assert rules(stage, label, curtain.move_to(label[1])) == ["text-hidden"]


@pytest.mark.parametrize("size", [(1280, 720), (854, 480), (1920, 1080)])
def test_the_same_text_is_as_readable_in_a_small_film_as_in_a_large_one(size):
    with _scene(proven_section(SECTION), "recap", SCENES / "recap.py", FrameFormat(*size, 10)) as (scene, _):
        assert rules(scene, words(size=0.26), words(colour=THEME.muted).shift(np.array([0, 1.0, 0]))) == []


def test_a_number_inside_a_group_is_one_text():
    group = VGroup(Readout(1.5, "#ffffff", 0.4), VGroup(words("slope")))
    assert [text.mobject.wording for text in standing_texts([group, group])] == ["1.5", "slope"]


def test_a_character_that_no_font_has_is_caught_and_named(stage):
    stage.clear()
    stage.add(words("Dot 中 dot"))
    (finding,) = stage._findings()
    assert finding.rule == "glyph-missing"
    assert finding.message == "the fonts have no glyph for '中' in 'Dot 中 dot'"


# ── time ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

TEN = "one two three four five six seven eight nine ten"


def test_words_that_come_are_to_be_read():
    assert new_words([], standing_texts([words(TEN)])) == 10


def test_text_that_stood_before_need_not_be_read_again():
    standing = standing_texts([words(TEN)])
    assert new_words(standing, standing_texts([words(TEN), words("more")])) == 1


def test_a_formula_takes_time_by_its_signs():
    (short,), (long,) = standing_texts([mobject("x = 1")]), standing_texts([mobject(r"V'(x) = 12 (3 - x)(1 - x)")])
    assert long.mobject.amount > 2 * short.mobject.amount


# ── in a lesson ───────────────────────────────────────────────────────────────────────────────────────────────────────

TOO_LONG = SECTION.replace("point, say: a}", "point, say: a, show: '" + " + ".join(["w_1"] * 60) + " = 60 w_1'}")


def test_a_formula_that_is_shrunk_to_fit_is_found_on_the_steps_last_frame():
    section = proven_section(TOO_LONG)
    with _scene(section, "recap", SCENES / "recap.py", FrameFormat(1280, 720, 10)) as (scene, renderer):
        renderer.begin(_Nowhere())
        scene.perform(0)
        renderer.still(scene)
        assert "text-small" in [finding.rule for finding in scene.judge(renderer.pixels)]


def test_what_is_cut_off_on_the_way_is_found_on_sampled_frames():
    with _scene(proven_section(SECTION), "recap", SCENES / "recap.py", FrameFormat(320, 180, 10)) as (scene, renderer):
        scene.add(passing := words("Passing"))
        scene.perform(0)
        renderer.begin(_Nowhere())
        scene.play(passing.animate(rate_func=there_and_back).shift(np.array([9.0, 0, 0])), run_time=6)
        assert [finding.rule for finding in scene.judge(renderer.pixels)] == ["off-frame"]


def resting(before, now):
    return [one.rule for one in resting_findings(standing_texts(before), standing_texts(now), LAYOUT, THEME)]


def test_texts_that_rest_on_one_another_while_others_move_are_caught():
    one, other = words(), words("World")
    assert resting([one, other], [one, other]) == ["texts-overlap"]


def test_a_text_that_flies_over_another_is_motion():
    one, other = words(), words("World")
    before = other.copy().shift(np.array([2.0, 0, 0]))
    now = standing_texts([one, other])
    then = [standing_texts([one])[0], standing_texts([before])[0]]
    moved = [then[0], type(then[1])(other, then[1].boxes, then[1].em, then[1].opacity)]
    assert resting_findings(moved, now, LAYOUT, THEME) == []


def test_a_text_that_rests_in_the_caption_strip_on_the_way_is_caught():
    low = words().move_to(LAYOUT.caption.centre)
    assert resting([low], [low]) == ["caption-strip"]
    assert resting([], [low]) == []
