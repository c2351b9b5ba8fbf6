"""A statement on a card: its words and formula, what falls under it, and a proof that ends with a square."""

import pytest
from manim import Square

from mathora.lesson import Faulty
from mathora.stage.text.standing_text import standing_texts
from tests.scenes.theatre import ASPECTS, on_stage, seen

HEAD = """
  - id: statement
    title: A statement
    scene: Statement
    with: {says: 'The sum of $w_1$ and itself is twice as much.', name: Doubling}
    steps:
"""
STATE = "      - {do: state, say: a, show: w_1 + w_1 = 2 w_1}\n"
CASE = "      - {do: case, with: {text: One case}, say: b}\n"
OTHER = "      - {do: case, with: {text: Another case, falls: false}, say: c}\n"
LINE = "      - {do: line, with: {reason: Count}, say: d, show: w_1 + w_1 = 2 w_1}\n"
DONE = "      - {do: done, say: e}\n"


def wordings(scene):
    return [standing.mobject.wording for standing in standing_texts(scene.mobjects)]


def test_the_card_has_its_heading_its_name_its_words_and_its_formula():
    with on_stage(HEAD + STATE) as scene:
        shown = wordings(scene)
        assert shown[1:4] == ["Theorem", "Doubling", "The sum of $w_1$ and itself is twice as much."]
        assert len(shown) == 5
        assert scene.layout.body.holds(scene.card)


@pytest.mark.parametrize("kind", ["definition", "lemma", "corollary", "rule", "remark"])
def test_the_kind_is_the_heading(kind):
    with on_stage(HEAD.replace("name:", f"kind: {kind}, name:") + STATE) as scene:
        assert kind.title() in wordings(scene)


def test_cases_stand_under_the_card_with_a_tick_or_a_cross():
    with on_stage(HEAD + STATE + CASE + OTHER) as scene:
        first, second = scene.cases
        assert scene.card.get_top()[1] == pytest.approx(scene.layout.body.top)
        assert scene.card.get_bottom()[1] > first.get_top()[1] > second.get_top()[1]
        marks = [row[0].get_stroke_color().to_hex().lower() for row in scene.cases]
        assert marks == [scene.theme.right, scene.theme.wrong]


def test_words_that_are_smaller_at_the_top_have_longer_lines():
    """One word stood alone on its line, and a third of the card beside it was empty."""
    head = HEAD.replace(
        "The sum of $w_1$ and itself is twice as much.",
        "Prices for wood and hours that cover each product bound every profit.",
    )
    state = STATE.replace("w_1 + w_1 = 2 w_1", r"'\frac53 (w_1 + 2 w_2) + \frac23 (2 w_1 + w_2) = 3 w_1 + 4 w_2'")
    with on_stage(head + state) as scene, on_stage(head + state + LINE) as raised:
        words, high = scene.card[1][1], raised.card[1][1]
        lines, fewer = (one.height / one.em for one in (words, high))
        assert fewer < lines - 0.5
        assert high.get_right()[0] < raised.card[0].get_right()[0]
        assert wordings(raised).count(words.wording) == 1


def test_at_the_top_the_formula_stands_beside_the_words_where_both_are_larger_so():
    state = STATE.replace("w_1 + w_1 = 2 w_1", r"'\frac{w_1}{2} + \frac{w_1}{2} = w_1'")
    with on_stage(HEAD + state) as scene, on_stage(HEAD + state + CASE) as raised:
        (_, words, formula), (_, high_words, high_formula) = scene.card[1], raised.card[1]
        assert formula.get_top()[1] < words.get_bottom()[1]
        assert high_formula.get_left()[0] > high_words.get_right()[0]
        assert high_words.em == pytest.approx(words.em)
        assert formula.em == pytest.approx(1.5 * high_formula.em)


def test_what_is_shown_while_the_card_stays_is_on_it_or_is_a_line_under_it():
    again = "      - {do: stay, say: c, show: w_1 + w_1 = 2 w_1}\n"
    fresh = again.replace("w_1", "w_2")
    with on_stage(HEAD + STATE + again) as scene:
        assert len(wordings(scene)) == 5
        assert scene.page is None
    with on_stage(HEAD + STATE + fresh + fresh) as scene:
        assert len(wordings(scene)) == 6
        assert scene.page.lines[0].get_top()[1] < scene.card.get_bottom()[1]


def test_a_card_that_fills_the_picture_makes_room_for_a_line():
    twice = r"['\frac{\frac{w_1}{2}}{2} = \frac{w_1}{4}', '\frac{w_1}{2} = \frac{w_1}{2}']"
    full = STATE.replace("w_1 + w_1 = 2 w_1", twice)
    with on_stage(HEAD + full + LINE) as scene:
        assert scene.page.lines[0].get_top()[1] < scene.card[0].get_bottom()[1]


def test_a_case_that_finds_no_room_takes_the_place_of_the_first():
    with on_stage(HEAD + STATE + CASE * 2 + OTHER * 9) as scene:
        assert 2 <= len(scene.cases) < 11
        assert scene.layout.body.holds(scene.cases, 1e-3)
        assert wordings(scene).count("One case") == 0


def test_a_proof_takes_the_place_of_the_cases_and_ends_with_a_square():
    with on_stage(HEAD + STATE + CASE + LINE * 2 + DONE) as scene:
        assert "One case" not in wordings(scene)
        assert wordings(scene).count("Count") == 2
        squares = [one for part in seen(scene) for one in part.get_family() if isinstance(one, Square)]
        assert len(squares) == 1
        assert squares[0].get_left()[0] > scene.page.lines[-1].get_right()[0]
        assert scene.card[0].get_stroke_color().to_hex().lower() == scene.theme.right


def test_stating_again_begins_anew():
    with on_stage(HEAD + STATE + LINE + DONE + STATE) as scene:
        assert wordings(scene).count("Theorem") == 1
        assert "Count" not in wordings(scene)


@pytest.mark.parametrize("steps", [CASE, LINE, DONE, DONE + CASE + LINE, LINE + CASE])
def test_no_order_of_actions_crashes(steps):
    with on_stage(HEAD + steps) as scene:
        assert wordings(scene).count("Theorem") == 1


def test_a_line_without_a_formula_is_told():
    with pytest.raises(Faulty) as told, on_stage(HEAD + "      - {do: line, say: a}\n"):
        pass
    assert [fault.rule for fault in told.value.faults] == ["missing-show"]


@pytest.mark.parametrize("aspect", ASPECTS)
def test_nothing_leaves_the_body(aspect):
    with on_stage(HEAD + STATE + CASE + LINE * 8 + DONE, aspect) as scene:
        for standing in standing_texts(scene.mobjects)[1:]:
            assert scene.layout.body.left - 0.01 <= standing.box.left
            assert standing.box.right <= scene.layout.body.right + 0.01
            assert standing.box.bottom >= scene.layout.body.bottom - 0.01


def test_the_formulas_of_a_card_have_one_size():
    two = STATE.replace("show: w_1 + w_1 = 2 w_1", "show: [w_1 = w_1, w_1 + w_1 + w_1 + w_1 + w_1 + w_1 + w_1 = 7 w_1]")
    with on_stage(HEAD + two) as scene:
        assert len({round(one.em, 6) for one in scene.card[1][2:]}) == 1
