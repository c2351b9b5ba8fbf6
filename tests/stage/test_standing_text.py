"""What stands on a picture, since when, and how much of it is to be read."""

import numpy as np
import pytest
from manim import FadeIn, VGroup

from mathora.plan import FrameFormat
from mathora.stage import THEMES, Readout
from mathora.stage.draw import Nowhere
from mathora.stage.text.prose_mobject import row_of_numbers, words_mobject
from mathora.stage.text.standing_text import Arrivals, rested, standing_texts
from tests.scenes.theatre import proven_section, staged
from tests.stage.formulas import mobject

TEN = "one two three four five six seven eight nine ten"
SECTION = """
  - id: recap
    title: Recap
    scene: Recap
    with: {function: L, at: {w_1: 1, w_2: 1}, points: [One, Two]}
    steps: [{do: point, say: a}, {do: point, say: b}]
"""


def words(wording="Hello", size=0.4):
    return words_mobject(wording, THEMES["dark"].foreground, size).center()


def test_a_number_inside_a_group_is_one_text():
    group = VGroup(Readout(1.5, "#ffffff", 0.4), VGroup(words("slope")))
    assert [text.mobject.wording for text in standing_texts([group, group])] == ["1.5", "slope"]


def test_what_is_not_seen_does_not_stand():
    assert standing_texts([words().set_fill(opacity=0)]) == []


def test_a_text_knows_its_size_whatever_scaling_happened():
    for text in (words(), Readout(1.5, "#ffffff", 0.4), mobject("x = 1", 0.4)):
        (standing,) = standing_texts([text.scale(0.5)])
        assert standing.em == pytest.approx(0.2)
        assert standing.em == pytest.approx(text.em)


def test_the_box_of_a_text_is_around_its_visible_ink():
    text = words("Seen").shift(np.array([1.0, 0.5, 0]))
    (standing,) = standing_texts([text])
    assert (standing.box.left, standing.box.right) == pytest.approx((text.get_left()[0], text.get_right()[0]))
    assert (standing.box.bottom, standing.box.top) == pytest.approx((text.get_bottom()[1], text.get_top()[1]))


def test_a_text_rests_that_stood_there_before_at_full_strength():
    text, other = words(), words("World")
    before = standing_texts([text])
    assert [one.mobject for one in rested(before, standing_texts([text, other]))] == [text]
    assert rested(before, standing_texts([text.set_fill(opacity=0.8)])) == []
    assert rested(before, standing_texts([text.set_fill(opacity=1).shift(np.array([0.1, 0, 0]))])) == []


def test_words_that_come_are_to_be_read_since_they_were_noted_first():
    text, late = words(TEN), words("late")
    arrivals = Arrivals([])
    arrivals.note(standing_texts([text]), 1.0)
    arrivals.note(standing_texts([text, late]), 2.0)
    assert arrivals.reading(standing_texts([text, late, words("last of all")]), 3.0) == ((1, 10), (2, 1), (3, 3))


def test_text_that_stood_before_need_not_be_read_again_even_if_it_was_set_anew():
    arrivals = Arrivals(standing_texts([words(TEN)]))
    assert arrivals.reading(standing_texts([words(TEN), words("more")]), 2.0) == ((2, 1),)


def test_what_went_again_need_not_be_read():
    arrivals = Arrivals([])
    arrivals.note(standing_texts([words(TEN)]), 1.0)
    assert arrivals.reading([], 2.0) == ()


def test_a_formula_takes_time_by_its_signs():
    (short,), (long,) = standing_texts([mobject("x = 1")]), standing_texts([mobject(r"V'(x) = 12 (3 - x)(1 - x)")])
    assert long.mobject.amount > 2 * short.mobject.amount


def test_the_numbers_of_an_axis_take_no_time_to_read_and_a_number_that_is_told_does():
    ticks = VGroup(*row_of_numbers([1.0, 2.0, 3.0], ["#ffffff"] * 3, 0.3))
    assert sum(words for _, words in Arrivals([]).reading(standing_texts([ticks]), 1.0)) == 0
    told = VGroup(ticks, Readout(1.5, "#ffffff", 0.4))
    assert sum(words for _, words in Arrivals([]).reading(standing_texts([told]), 1.0)) == 1


@pytest.mark.parametrize("sink", [None, Nowhere()])
def test_a_scene_says_what_a_step_brings_and_since_when_drawn_or_not(sink):
    with staged(proven_section(SECTION), FrameFormat(320, 180, 10)) as (scene, renderer):

        def point(scene, _step):
            scene.add(words("at once"))
            scene.play(FadeIn(words(TEN).shift(np.array([0, 1.0, 0]))), run_time=1)
            scene.wait(2)
            scene.play(FadeIn(words("the end").shift(np.array([0, 2.0, 0]))), run_time=1)

        type(scene).point = point
        renderer.begin(None)
        scene.perform(0)
        assert [round(since, 6) for since, _ in scene.to_read] == [0, 1, 4]
        assert [amount for _, amount in scene.to_read] == [2, 10, 2]
        renderer.begin(sink)
        scene.perform(1)
        assert scene.to_read == ()
