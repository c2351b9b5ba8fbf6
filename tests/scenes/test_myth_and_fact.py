"""Myth and fact: what is struck through is the myth; on the map the gradient leads up and its negative down."""

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage.figures.pages.card import Card, Strike
from tests.scenes.theatre import ASPECTS, on_stage, seen

SECTION = r"""
  - id: myths
    title: Cleared
    scene: MythAndFact
    with:
      function: L
      at: {w_1: 1, w_2: 1}
      confusions:
        - myth: The gradient points toward the minimum, as so many people who never looked at one believe.
          wrong: \nabla L(1, 1) = (-2, -6)
          fact: It points uphill.
          right: -\nabla L(1, 1) = (-2, -6)
        - {myth: New calculus is needed., fact: It is not.}
    steps:
      - {do: myth, say: a}
      - {do: fact, say: b}
      - {do: picture, say: c}
      - {do: myth, say: d}
      - {do: fact, say: e}
"""


def first(count):
    head, steps = SECTION.split("    steps:\n")
    return head + "    steps:\n" + "".join(steps.splitlines(keepends=True)[:count])


def test_the_strike_runs_through_each_row_of_the_sentence_and_the_formula():
    with on_stage(first(2)) as scene:
        card, strike = scene.myth_card, next(one for one in scene.board if isinstance(one, Strike))
        rows = len(strike.get_subpaths())
        assert rows == 4  # three rows of words and the formula
        for path in strike.get_subpaths():
            assert card.get_bottom()[1] < path[0][1] < card.get_top()[1]


@pytest.mark.parametrize("steps", [2, 3])
def test_both_cards_speak_in_one_size(steps):
    with on_stage(first(steps)) as scene:
        myth, fact = (one for one in scene.board if isinstance(one, Card))
        letters = [card.body[1][-1].height for card in (myth, fact)]
        assert letters[0] == pytest.approx(letters[1])


def test_rows_are_as_long_as_a_narrow_card_is_wide():
    with on_stage(first(3)) as scene:
        myth, _ = (one for one in scene.board if isinstance(one, Card))
        assert myth.sentence.width > 0.6 * myth.width


def test_the_arrows_are_as_long_as_their_scale_says():
    with on_stage(first(3)) as scene:
        _, (uphill, product), *_ = scene.beside
        assert product.wording.startswith("0.2")
        model = uphill.vector[:2] / scene.graph.units()
        assert model == pytest.approx([0.2 * 2, 0.2 * 6])


def test_on_the_map_the_arrows_are_the_gradient_and_its_opposite():
    with on_stage(first(3)) as scene:
        uphill, downhill = scene.beside[1][0].vector, scene.beside[2][0].vector
        assert np.allclose(uphill, -downhill)
        assert uphill[0] * 6 == pytest.approx(uphill[1] * 2)  # gradient at (1, 1) is (2, 6)
        assert uphill[0] > 0


def test_the_straight_way_to_the_minimum_is_not_the_way_of_the_negative_gradient():
    with on_stage(first(3)) as scene:
        straight, downhill = scene.beside[3], scene.beside[2][0].vector
        way = straight.points[-1] - straight.points[0]
        cosine = way @ downhill / np.linalg.norm(way) / np.linalg.norm(downhill)
        assert 0.5 < cosine < 0.99


@pytest.mark.parametrize("aspect", ASPECTS)
def test_cards_stay_out_of_the_caption_strip(aspect):
    with on_stage(SECTION, aspect) as scene:
        assert scene.layout.frame.holds(scene.board)
        assert scene.board.get_bottom()[1] >= scene.layout.caption.top - 0.35


def test_the_next_myth_begins_without_the_picture_of_the_last_and_over_the_frame_of_its_fact():
    with on_stage(first(4)) as scene:
        title, *standing = seen(scene)
        assert standing == [scene.board]
        _, (frame, _) = scene.board
        assert frame.get_fill_opacity() == 0
        assert frame.get_center() == pytest.approx(scene.fact_card[0].get_center())
        assert title not in standing


def test_the_card_of_a_myth_stands_still_when_the_picture_comes():
    with on_stage(first(1)) as scene:
        before = scene.myth_card.get_center()
    with on_stage(first(3)) as scene:
        assert scene.myth_card.get_center() == pytest.approx(before)


def test_in_place_of_the_map_a_slice_stands_where_no_card_does():
    sliced = SECTION.replace("      - {do: fact, say: e}", "      - {do: slice, say: e}\n      - {do: fact, say: f}")
    with on_stage(sliced) as scene:
        assert scene.graph not in scene.mobjects
        assert scene.beside.get_left()[0] > scene.board.get_right()[0]
        assert scene.layout.frame.holds(scene.beside)
        graph = scene.beside[0]
        assert graph.values[graph.across :] == [3]  # so high what is held still lifts the slice


@pytest.mark.parametrize("given", ["function: L", "at: {w_1: 1, w_2: 1}"])
def test_a_slice_without_its_function_or_its_place_is_told(given):
    bare = SECTION.replace(f"      {given}\n", "").replace("      - {do: picture, say: c}\n", "")
    with pytest.raises(Faulty) as told, on_stage(bare.replace("{do: fact, say: e}", "{do: slice, say: e}")):
        pass
    assert told.value.faults
