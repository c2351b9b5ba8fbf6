"""Can it be read? Each rule has a picture that it must catch and one that it must let pass."""

from contextlib import contextmanager

import numpy as np
import pytest
from manim import UP, Rectangle, VGroup, there_and_back

from mathora.plan import FrameFormat
from mathora.stage import LAYOUTS, THEMES, Morph
from mathora.stage.draw import Nowhere
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.plane.in_frame import arrow_findings
from mathora.stage.text import sight
from mathora.stage.text.prose_mobject import words_mobject
from mathora.stage.text.readability import passing_findings, standing_findings
from mathora.stage.text.sight import ContrastMeter
from mathora.stage.text.standing_text import standing_texts
from tests.scenes.theatre import proven_section, staged
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
    with staged(proven_section(SECTION), FrameFormat(1280, 720, 10)) as (scene, _):
        yield scene


def rules(stage, *mobjects):
    """The rules that a picture of these mobjects breaks, drawn and measured."""
    stage.clear()
    stage.add(*mobjects)
    stage.renderer.begin(Nowhere())
    stage.renderer.still(stage)
    return [finding.rule for finding in judged(mobjects, stage.renderer.pixels)]


def judged(mobjects, pixels):
    texts = standing_texts(mobjects)
    meter = ContrastMeter(LAYOUT.frame)
    return [*passing_findings(texts, LAYOUT), *standing_findings(texts, LAYOUT, THEME, meter, pixels)]


def passing(*mobjects):
    """What is wrong with these texts even while they move."""
    return passing_findings(standing_texts(mobjects), LAYOUT)


def words(wording="Hello", size=0.4, colour=THEME.foreground):
    return words_mobject(wording, colour, size).center()


def test_a_plain_text_in_the_middle_is_fine(stage):
    assert rules(stage, words(), mobject("x = 1", 0.5).shift(np.array([0, 2.0, 0]))) == []


def test_a_finding_says_what_and_how_to_mend_it():
    (finding,) = passing(words("Gone").shift(np.array([7.0, 0, 0])))
    assert finding == ("off-frame", "'Gone' leaves the frame", "shorten it, or split the step into two")


def test_a_long_text_is_named_by_its_beginning():
    (finding,) = passing(words("word " * 40).shift(np.array([7.0, 0, 0])))
    assert len(finding.message) < 100
    assert finding.message.startswith("'word word")
    assert "…' leaves the frame" in finding.message


@pytest.mark.parametrize("shift", [[7, 0, 0], [-7, 0, 0], [0, 4, 0]])
def test_text_that_leaves_the_frame_is_caught(stage, shift):
    assert "off-frame" in rules(stage, words().shift(np.array(shift, dtype=float)))


def test_text_that_stands_nowhere_is_caught():
    lost = words()
    lost[0].points[3] = np.nan
    assert [finding.rule for finding in passing(lost)] == ["not-a-number"]


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


def test_on_a_picture_too_coarse_for_letters_contrast_is_not_judged():
    assert judged([words(colour=THEME.ghost)], np.zeros((90, 160, 3), dtype=np.uint8)) == []


def test_text_behind_something_is_caught_though_its_colour_is_fine(stage):
    curtain = Rectangle(width=4, height=2, fill_color=THEME.background, fill_opacity=1, stroke_width=0)
    assert rules(stage, words(), curtain) == ["text-hidden"]


def test_text_half_behind_something_is_caught(stage):
    label = VGroup(words("Seen"), words("lost").shift(np.array([2.0, 0, 0])))
    curtain = Rectangle(width=1.5, height=2, fill_color=THEME.background, fill_opacity=1, stroke_width=0)
    assert rules(stage, label, curtain.move_to(label[1])) == ["text-hidden"]


@pytest.mark.parametrize("size", [(1280, 720), (854, 480), (1920, 1080)])
def test_the_same_text_is_as_readable_in_a_small_film_as_in_a_large_one(size):
    with staged(proven_section(SECTION), FrameFormat(*size, 10)) as (scene, _):
        assert rules(scene, words(size=0.26), words(colour=THEME.muted).shift(np.array([0, 1.0, 0]))) == []


def test_on_a_draft_a_minus_sign_is_thinner_than_a_pixel_and_not_hidden():
    with staged(proven_section(SECTION), FrameFormat(640, 360, 10)) as (scene, _):
        assert rules(scene, mobject(r"-\nabla L(1, 1) = (-2, -6)", size=0.38).center()) == []


def test_a_character_that_no_font_has_is_caught_and_named():
    (finding,) = passing(words("Dot 中 dot"))
    assert finding.rule == "glyph-missing"
    assert finding.message == "the fonts have no glyph for '中' in 'Dot 中 dot'"


# ── in a lesson ───────────────────────────────────────────────────────────────────────────────────────────────────────

TOO_LONG = SECTION.replace("point, say: a}", "point, say: a, show: '" + " + ".join(["w_1"] * 60) + " = 60 w_1'}")


def test_a_formula_that_is_shrunk_to_fit_is_found_on_the_steps_last_frame():
    section = proven_section(TOO_LONG)
    with staged(section, FrameFormat(1280, 720, 10)) as (scene, renderer):
        renderer.begin(Nowhere())
        scene.perform(0)
        renderer.still(scene)
        assert "text-small" in [finding.rule for finding in scene.judge(renderer.pixels)]


# ── on the way ────────────────────────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def sampled(*mobjects, size=(1280, 720), drawn=True):
    """A scene that draws frames with these on them (or passes them), and at the end the rules that were broken."""
    with staged(proven_section(SECTION), FrameFormat(*size, 10)) as (scene, renderer):
        scene.perform(0)
        scene.clear()
        scene.add(*mobjects)
        renderer.begin(Nowhere() if drawn else None)
        rules = []
        yield scene, rules
        if not drawn:
            renderer.begin(Nowhere())
        renderer.still(scene)
        rules += [finding.rule for finding in scene.judge(renderer.pixels)]


def behind(wording="Hello"):
    """A text and a curtain of the ground's colour that stands beside it."""
    text = words(wording)
    curtain = Rectangle(width=4, height=2, fill_color=THEME.background, fill_opacity=1, stroke_width=0)
    return text, curtain.next_to(text, np.array([0, 1.0, 0]), buff=0.5)


def test_what_is_cut_off_on_the_way_is_found_on_sampled_frames():
    passing = words("Passing")
    with sampled(passing, size=(320, 180)) as (scene, rules):
        scene.play(passing.animate(rate_func=there_and_back).shift(np.array([9.0, 0, 0])), run_time=6)
    assert rules == ["off-frame"]


def test_a_text_that_is_covered_on_the_way_and_free_at_the_end_is_found_once():
    text, curtain = behind()
    with sampled(text, curtain) as (scene, rules):
        scene.wait(0.6)
        scene.play(curtain.animate(rate_func=there_and_back).move_to(text), run_time=3)
    assert rules == ["text-hidden"]


def test_a_text_on_a_ground_that_is_its_colour_for_a_while_is_found():
    text, ground = words(), Rectangle(width=4, height=2, fill_opacity=1, stroke_width=0, fill_color=THEME.background)
    with sampled(ground, text) as (scene, rules):
        scene.play(ground.animate(rate_func=there_and_back).set_fill(THEME.foreground), run_time=3)
    assert rules == ["contrast-low"]


def test_a_text_that_is_covered_from_its_arrival_until_the_next_animation_is_found():
    text, curtain = behind()
    with sampled(text, curtain) as (scene, rules):
        scene.play(curtain.animate.move_to(text), run_time=0.2)
        scene.wait(0.4)
        scene.play(curtain.animate.shift(np.array([0, 2.0, 0])), run_time=0.2)
    assert rules == ["text-hidden"]


def test_a_text_that_is_covered_at_the_end_is_found():
    text, curtain = behind()
    with sampled(text, curtain) as (scene, rules):
        scene.play(curtain.animate.move_to(text), run_time=1)
    assert rules == ["text-hidden"]


def test_a_text_that_flies_or_fades_behind_something_is_motion():
    text, curtain = behind()
    with sampled(text, curtain) as (scene, rules):
        away = text.animate(rate_func=there_and_back).move_to(curtain).set_fill(opacity=0.2)
        scene.play(away, run_time=3)
    assert rules == []


def test_texts_that_rest_on_one_another_while_others_move_are_caught():
    one, other, passing = words(), words("World"), words("Passing").shift(np.array([0, 2.0, 0]))
    with sampled(one, other, passing) as (scene, rules):
        scene.play(passing.animate.shift(np.array([2.0, 0, 0])), run_time=1)
        scene.remove(other)
    assert rules == ["texts-overlap"]


@pytest.mark.parametrize("drawn", [True, False], ids=["drawn", "passed"])
def test_a_text_that_flies_through_another_is_caught(drawn):
    one, other = words(), words("World").shift(np.array([2.0, 0, 0]))
    with sampled(one, other, drawn=drawn) as (scene, rules):
        scene.play(other.animate(rate_func=there_and_back).move_to(one), run_time=2)
    assert rules == ["texts-collide"]


@pytest.mark.parametrize("drawn", [True, False], ids=["drawn", "passed"])
def test_a_text_that_flies_around_another_or_fades_into_it_is_motion(drawn):
    one, other = words(), words("World").shift(np.array([2.0, 0, 0]))
    with sampled(one, other, drawn=drawn) as (scene, rules):
        scene.play(other.animate.shift(np.array([0, 2.0, 0])), run_time=2)
        scene.play(other.animate.move_to(one).set_fill(opacity=0.3), one.animate.set_fill(opacity=0.3), run_time=2)
        scene.remove(one)
    assert "texts-collide" not in rules


def test_parts_of_a_formula_fly_around_the_lines_between():
    source, between, target = (
        mobject(tex, 0.5).shift(height * UP)
        for tex, height in (("w = w", 1.0), ("L(w_1, w_2) = w_1^2 + 3 w_2^2", 0.0), ("w = (w_1, w_2)", -1.0))
    )
    with sampled(source, between) as (scene, rules):
        scene.play(Morph([source], [target], keep_sources=True), run_time=2)
    assert rules == []


def test_a_text_that_rests_in_the_caption_strip_on_the_way_is_caught():
    low, passing = words().move_to(LAYOUT.caption.centre), words("Passing")
    with sampled(low, passing) as (scene, rules):
        scene.play(passing.animate.shift(np.array([2.0, 0, 0])), run_time=1)
        scene.remove(low)
    assert rules == ["caption-strip"]


def test_a_text_whose_pixels_did_not_change_is_not_measured_again(monkeypatch):
    looked = []
    measure = sight._contrasts
    monkeypatch.setattr(sight, "_contrasts", lambda run, *seen: looked.append(run) or measure(run, *seen))
    text, dot = words("I"), Rectangle(width=0.2, height=0.2, fill_opacity=1).shift(np.array([0, 2.0, 0]))
    with sampled(text, dot) as (scene, _):
        scene.play(dot.animate.shift(np.array([3.0, 0, 0])), run_time=5)
        assert len(looked) == 1
        scene.play(dot.animate.move_to(text.get_right()), run_time=1)
    assert len(looked) > 1


@pytest.mark.parametrize(("reach", "rules"), [(6.0, []), (9.0, ["arrow-cut"])])
def test_an_arrow_that_leaves_the_frame_is_caught(reach, rules):
    arrow = ArrowMobject(np.zeros(3), np.array([reach, 0, 0]), THEME.foreground)
    assert [finding.rule for finding in arrow_findings([VGroup(arrow)], LAYOUT.frame)] == rules
    assert list(arrow_findings([arrow.set_fill(opacity=0)], LAYOUT.frame)) == []
