"""The quick check: options in order, the right one ticked, the others crossed, the reason of the right one below."""

from dataclasses import replace

import pytest

from mathora.lesson import Faulty
from tests.scenes.theatre import ASPECTS, drawn, on_stage, seen

SECTION = r"""
  - id: check
    title: Check
    scene: QuickCheck
    with:
      questions:
        - ask: The partial is …
          claim: \frac{\partial L}{\partial w_2} = \answer
          options:
            - {text: $3 w_2$, answer: 3 w_2, why: Too small.}
            - {text: $6 w_2$, answer: 6 w_2, correct: true, why: "With $w_1$ frozen, only one term changes."}
            - {text: $2 w_1$, answer: 2 w_1, why: The other one.}
    steps:
      - {do: ask, say: a}
      - {do: think, with: {seconds: 1}, say: b}
      - {do: reveal, say: c}
"""


def test_options_stand_in_the_order_of_the_script_one_under_the_other():
    with on_stage(SECTION) as scene:
        heights = [card.get_center()[1] for card in scene.cards]
        assert heights == sorted(heights, reverse=True)
        assert len(heights) == 3


def test_short_options_stand_beside_each_other_where_two_rows_leave_no_room_for_the_reason():
    """The reason stood on the last option of a square picture's upper half."""
    beside = """    beside:
      scene: Directions
      with: {function: L, at: {w_1: 1, w_2: -1}, ways: [\\nabla L]}
    steps:
"""
    text = (
        SECTION.replace("    steps:\n", beside)
        .replace("{do: ask,", "{do: ask, beside: {do: map_of},")
        .replace("The partial is …", "Of the loss that is drawn below, which is the partial …")
    )
    with on_stage(text, aspect="1:1") as scene:
        first, *others = (card.get_center()[1] for card in scene.cards)
        assert others == pytest.approx([first, first])
        assert scene.why.get_top()[1] < min(card.card.get_bottom()[1] for card in scene.cards)


@pytest.mark.parametrize("aspect", ASPECTS)
def test_an_option_that_is_too_long_for_one_line_stands_in_more_and_can_be_read(aspect):
    """It was shrunk until it could not be read, with all of an upright picture free below."""
    long = "It does not exist because there is no variable in it to differentiate"
    with on_stage(
        SECTION.replace("$3 w_2$", f"{long}: $3 w_2$")
        .replace("text: It", 'text: "It')
        .replace("$3 w_2$, a", '$3 w_2$", a'),
        aspect,
    ) as scene:
        first = scene.cards[0]
        assert first.text.height > (1.5 if aspect == "9:16" else 0.7) * scene.theme.sizes.minimum
        assert first.text.get_right()[0] < first.card.get_right()[0] - 0.8
        assert abs(first.text.get_y() - first.card.get_y()) < 0.1


def test_a_letter_is_level_with_its_options_figures_whatever_hangs_below_them():
    with on_stage(SECTION.replace("$6 w_2$,", "$6$ w,")) as scene:
        tops = [card.text.get_top()[1] - card.letter.get_center()[1] for card in scene.cards]
        assert tops[:2] == pytest.approx([tops[2]] * 2, abs=0.01)
        for card in scene.cards:
            assert card.card.get_top()[1] - card.text.get_top()[1] > 0.15
            assert card.text.get_bottom()[1] - card.card.get_bottom()[1] > 0.15


def test_the_right_option_has_the_frame_of_what_is_right_and_no_other_has():
    with on_stage(SECTION) as scene:
        colours = [card.frame.get_stroke_color().to_hex().lower() for card in scene.cards]
        assert [colour == scene.theme.right for colour in colours] == [False, True, False]


def test_the_right_option_is_still_to_be_read_above_its_card():
    with on_stage(SECTION) as scene:
        order = [id(one) for mobject in scene.mobjects for one in mobject.get_family()]
        card = scene.cards[1]
        assert order.index(id(card.card)) < order.index(id(card.text[0]))


@pytest.mark.parametrize("aspect", ASPECTS)
def test_the_reason_fits_above_the_caption_strip(aspect):
    with on_stage(SECTION, aspect) as scene:
        assert scene.layout.frame.holds(scene.board)
        assert scene.board.get_bottom()[1] >= scene.layout.caption.top - 1e-6


def test_nothing_of_the_ring_stays_behind():
    with on_stage(SECTION.replace("      - {do: reveal, say: c}\n", "")) as scene:
        before = len(seen(scene))
        scene.perform(1)
        assert len(seen(scene)) == before


QUESTION = SECTION[SECTION.index("        - ask") : SECTION.index("    steps:")]
STEPS = SECTION[SECTION.index("      - {do: ask") :]
TWICE = SECTION.replace(QUESTION, QUESTION * 2) + STEPS


def test_ticks_and_crosses_leave_with_their_question():
    with on_stage(TWICE, play=False) as scene:
        for index in range(3):
            scene.perform(index)
        marks = [card.mark for card in scene.cards]
        assert all(mark.has_points() for mark in marks)
        faded = []
        scene.add_updater(lambda _: faded.append({mark.get_stroke_opacity() for mark in marks}))
        drawn(scene, 3)
        assert not any(mark in mobject.get_family() for mobject in scene.mobjects for mark in marks)
        half = next(index for index, one in enumerate(faded) if max(one) < 0.5)
        assert half < 5, "they fade with the board in its half second"


def with_options(count):
    more = "".join(f"            - {{text: $w_1 + {k}$, answer: w_1 + {k}, why: No.}}\n" for k in range(count - 3))
    return SECTION.replace("    steps:", more + "    steps:")


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("count", [3, 4, 5, 6])
def test_all_options_and_the_reason_have_their_place(count, aspect):
    with on_stage(with_options(count), aspect) as scene:
        assert len(scene.cards) == count
        assert scene.board.get_bottom()[1] >= scene.layout.caption.top - 1e-6
        assert min(card.get_bottom()[1] for card in scene.cards) > scene.why.get_top()[1]


@pytest.mark.parametrize("count", [3, 5, 6])
def test_the_ring_stands_under_the_cards_as_no_option_does(count):
    with on_stage(with_options(count).replace("do: reveal", "do: think")) as scene:
        (_, up, _), radius = scene._ring_place()
        assert up + radius < min(card.get_bottom()[1] for card in scene.cards)
        assert up - radius >= scene.layout.caption.top


@pytest.mark.parametrize(("count", "columns"), [(3, 3), (4, 2), (5, 2), (6, 3)])
def test_options_beside_each_other_are_lettered_as_one_reads(count, columns):
    with on_stage(with_options(count)) as scene:
        cards = scene._stacked(scene.questions[0], columns)
        assert cards == sorted(cards, key=lambda card: (-round(card.get_y(), 6), card.get_x()))
        rows = [round(card.get_y(), 6) for card in cards]
        assert rows.count(rows[0]) == columns


@pytest.mark.parametrize("width", [4.0, 5.4])
def test_options_are_not_so_many_beside_each_other_that_they_cannot_be_read(width):
    """Three columns of half a picture had no room for a text: it was shrunk to nothing, or turned over."""
    with on_stage(with_options(3), play=False) as scene:
        body = scene.layout.body
        scene.layout = replace(scene.layout, body=replace(body, right=body.left + width, bottom=body.top - 2.2))
        assert not any(card.is_read for card in scene._stacked(scene.questions[0], 3))
        scene.perform(0)
        assert all(card.is_read for card in scene.cards)
        assert all(card.text.width <= card.card.width for card in scene.cards)


def test_three_options_stay_under_each_other_below_a_question_of_two_lines():
    long = "To decrease the loss as fast as possible, step in the direction of …"
    reason = "Its negative points steepest downhill."
    section = SECTION.replace("The partial is …", long).replace("With $w_1$ frozen, only one term changes.", reason)
    with on_stage(section) as scene:
        assert len({round(card.get_left()[0], 6) for card in scene.cards}) == 1
        assert scene.cards[-1].get_bottom()[1] - scene.why.get_top()[1] > 0.25


def test_a_question_too_many_is_told_at_its_step():
    with pytest.raises(Faulty) as told, on_stage(SECTION + "      - {do: ask, say: d}\n"):
        pass
    (fault,) = told.value.faults
    assert (fault.rule, fault.length) == ("nothing-to-take", len("ask"))


@pytest.mark.parametrize("action", ["reveal", "think"])
def test_nothing_is_thought_about_or_revealed_once_the_answer_stands_there(action):
    with (
        pytest.raises(Faulty, match="found one that has been answered") as told,
        on_stage(f"{SECTION}      - {{do: {action}, say: d}}\n"),
    ):
        pass
    (fault,) = told.value.faults
    assert (fault.place.column, fault.length) == (14, len(action))
