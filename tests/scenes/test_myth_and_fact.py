"""Myth and fact: what is struck through is the myth; on the map the gradient leads up and its negative down."""

import numpy as np
import pytest

from mathora.stage.figures.pages.card import Card
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
        card, strike = scene.board[0], scene.board[1]
        rows = len(strike.get_subpaths())
        assert rows == 3  # two rows of words and the formula
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
        graph, _, (uphill, product), *_ = scene.board[3:]
        assert product.wording.startswith("0.2")
        model = uphill.vector[:2] / graph.units()
        assert model == pytest.approx([0.2 * 2, 0.2 * 6])


def test_on_the_map_the_arrows_are_the_gradient_and_its_opposite():
    with on_stage(first(3)) as scene:
        uphill, downhill = scene.board[-3][0].vector, scene.board[-2][0].vector
        assert np.allclose(uphill, -downhill)
        assert uphill[0] * 6 == pytest.approx(uphill[1] * 2)  # gradient at (1, 1) is (2, 6)
        assert uphill[0] > 0


def test_the_straight_way_to_the_minimum_is_not_the_way_of_the_negative_gradient():
    with on_stage(first(3)) as scene:
        straight, downhill = scene.board[-1], scene.board[-2][0].vector
        way = straight.points[-1] - straight.points[0]
        cosine = way @ downhill / np.linalg.norm(way) / np.linalg.norm(downhill)
        assert 0.5 < cosine < 0.99


@pytest.mark.parametrize("aspect", ASPECTS)
def test_cards_stay_out_of_the_caption_strip(aspect):
    with on_stage(SECTION, aspect) as scene:
        assert scene.layout.frame.holds(scene.board)
        assert scene.board.get_bottom()[1] >= scene.layout.caption.top - 0.35


def test_the_next_myth_begins_on_an_empty_board():
    with on_stage(first(4)) as scene:
        assert len(seen(scene)) == 2  # the title and the card
