"""Is it well composed? Each rule has a picture that it must catch and one that it must let pass."""

import numpy as np
import pytest
from manim import RIGHT, UP, Circle, Line, Rectangle, VGroup

from mathora.plan import FrameFormat
from mathora.stage import LAYOUTS, THEMES
from mathora.stage.composition import composition_findings
from mathora.stage.draw import Nowhere
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.text.prose_mobject import on_a_line, words_mobject
from mathora.stage.text.readout import Readout
from mathora.stage.text.value_label import ValueLabel
from tests.scenes.theatre import proven_section, staged
from tests.stage.formulas import mobject

THEME, LAYOUT = THEMES["dark"], LAYOUTS["16:9"]
SECTION = """
  - id: map
    title: A map
    scene: ContourMap
    with: {function: L, at: {w_1: 1, w_2: 1}}
    steps: [{do: surface, say: a}]
"""
QUIZ = r"""
  - id: quiz
    title: A question
    scene: QuickCheck
    with:
      questions:
        - ask: Which?
          claim: \frac{\partial L}{\partial w_2} = \answer
          options:
            - text: $\frac{\frac{w_1}{2}}{\frac{w_2}{3}}$
              answer: \frac{\frac{w_1}{2}}{\frac{w_2}{3}}
              why: No.
            - {text: $6 w_2$, answer: 6 w_2, correct: true, why: Yes.}
    steps: [{do: ask, say: a}]
"""


@pytest.fixture(scope="module")
def stage():
    with staged(proven_section(SECTION), FrameFormat(480, 270, 10)) as (scene, _):
        yield scene


def rules(stage, *mobjects, formulas=()):
    """The rules that a picture of these mobjects breaks, drawn and measured."""
    stage.clear()
    stage.add(*mobjects, *formulas)
    stage.renderer.begin(Nowhere())
    stage.renderer.still(stage)
    found = composition_findings(stage.mobjects, formulas, LAYOUT, THEME, stage.renderer.pixels)
    return [finding.rule for finding in found]


def words(wording="Hello", size=0.4):
    return words_mobject(wording, THEME.foreground, size).center()


def beside(wording, other, gap):
    """A text on another's line, so far from it (in em)."""
    text = words(wording).next_to(other, RIGHT, buff=gap * 0.4)
    return text.shift((other.baseline - text.baseline) * UP)


def line(height, **style):
    return Line([-2, height, 0], [2, height, 0], stroke_color=THEME.line, stroke_width=3, **style)


def arrow(tail, tip, colour=THEME.foreground):
    return ArrowMobject(np.array([*tail, 0.0]), np.array([*tip, 0.0]), colour)


@pytest.mark.parametrize(
    ("gap", "found"), [(-0.05, ["texts-close"]), (0.0, ["texts-close"]), (0.1, ["texts-close"]), (0.2, [])]
)
def test_texts_that_nearly_touch_are_caught(stage, gap, found):
    one = words("min")
    assert rules(stage, one, beside("max", one, gap)) == found


@pytest.mark.parametrize(("away", "found"), [(0.0, ["text-on-line"]), (0.2, ["text-on-line"]), (0.5, [])])
def test_a_line_through_a_text_or_near_to_it_is_caught(stage, away, found):
    assert rules(stage, words(), line(away)) == found


def test_a_text_with_a_rim_or_on_a_card_may_stand_on_a_line(stage):
    card = Rectangle(width=3, height=1, fill_color=THEME.card, fill_opacity=1, stroke_width=0)
    assert rules(stage, line(0), words().set_stroke(THEME.background, 9, background=True)) == []
    assert rules(stage, line(0), card, words()) == []
    assert rules(stage, card.copy().set_z_index(1), words().set_z_index(1), line(0)) == [], "the line lies below"


@pytest.mark.parametrize(("up", "found"), [(0.05, ["baselines-differ"]), (0.0, [])])
def test_words_of_one_line_whose_baselines_differ_are_caught(stage, up, found):
    one = words("gap")
    other = beside("min", one, 0.4).shift(up * UP)
    assert rules(stage, VGroup(one, other)) == found
    assert rules(stage, one, other) == []  # labels of two things


def test_cards_that_stand_together_and_differ_in_size_are_caught(stage):
    with staged(proven_section(QUIZ), FrameFormat(480, 270, 10)) as (scene, _):
        scene.perform(0)
        cards = scene.cards
        assert len({round(card.card.height, 6) for card in cards}) == 1
        assert "cards-differ" not in rules(stage, *cards)
        cards[0].card.stretch(1.2, 1)
        assert "cards-differ" in rules(stage, *cards)


def test_a_surface_whose_heights_carry_no_numbers_is_caught():
    section = SECTION.replace("ContourMap", "FreezeVariable").replace(
        "at: {w_1: 1, w_2: 1}", "frozen: {w_2: 1}, moves: w_1"
    )
    with staged(proven_section(section), FrameFormat(480, 270, 10)) as (scene, renderer):
        scene.perform(0)
        renderer.begin(Nowhere())
        for seen, found in ((1, []), (0, ["axes-bare"])):
            scene.figure.heights_seen.set_value(seen)
            scene.figure.labels.update()
            renderer.still(scene)
            judged = composition_findings(scene.mobjects, (), scene.layout, scene.theme, renderer.pixels)
            assert [one.rule for one in judged] == found


@pytest.mark.parametrize(
    ("tail", "found"),
    [((0.9, 0.0), ["arrow-on-tail"]), ((1.0, 0.0), []), ((0.0, 1.0), [])],
    ids=["under the head", "at the tip, as in a sum", "elsewhere"],
)
def test_a_head_on_another_arrow_s_tail_is_caught(stage, tail, found):
    assert rules(stage, arrow((0, 0), (1, 0)), arrow(tail, (2, 2))) == found


@pytest.mark.parametrize(("colour", "found"), [("#404a56", ["line-faint"]), (THEME.contour, []), (THEME.ghost, [])])
def test_an_arrow_that_hardly_differs_from_its_ground_is_caught_if_it_is_no_decoration(stage, colour, found):
    assert rules(stage, arrow((-3, 0), (3, 1), colour)) == found


@pytest.mark.parametrize(("left", "found"), [(-2.0, ["formula-far"]), (0.0, [])])
def test_a_formula_far_from_its_figure_is_caught(stage, left, found):
    dot = Circle(radius=1.5, fill_color=THEME.foreground, fill_opacity=1).shift(left * RIGHT)
    assert rules(stage, dot, formulas=[mobject("x = 1", 0.5).shift(2.8 * RIGHT)]) == found


@pytest.mark.parametrize(("left", "found"), [(-4.0, ["picture-aside"]), (0.0, [])])
def test_a_picture_beside_which_nothing_stands_is_caught(stage, left, found):
    assert rules(stage, Circle(radius=1.5, fill_color=THEME.foreground, fill_opacity=1).shift(left * RIGHT)) == found


def test_a_reading_is_one_line_its_sign_a_formula_s(stage):
    number = Readout(0.35, THEME.foreground, 0.5, decimals=2)
    label = ValueLabel(mobject("x", 0.5), number, lambda: 0.35)
    assert rules(stage, label) == []
    (sign,) = mobject("x = 1", 0.5).own(())
    ours = label.front[1]
    assert ours[0].points.shape == sign.points.shape
    assert ours[0].points - ours[0].points[0] == pytest.approx(sign.points - sign.points[0], abs=1e-6)
    assert ours.get_center()[1] - label.number.baseline == pytest.approx(sign.get_center()[1], abs=1e-3)


def test_the_titles_of_all_sections_stand_on_one_baseline():
    heights = {round(on_a_line(LAYOUT.title, words(title, 0.44)).baseline, 6) for title in ("Sum", "gap", "Ångström")}
    assert heights == {round(LAYOUT.title.bottom + LAYOUT.title.height / 3, 6)}
    assert LAYOUT.title.holds(on_a_line(LAYOUT.title, mobject(r"\frac{\frac{1}{2}}{\frac{3}{4}}", 0.44)))


def test_an_arrow_that_has_shrunk_to_next_to_nothing_covers_no_tail_of_those_beside_it(stage):
    assert rules(stage, arrow((0, 0), (0.02, 0.02)), arrow((0, 0), (2, 2))) == []
