"""A named number: it follows its value, its last digit stands still, and its name keeps close."""

import numpy as np
import pytest

from mathora.stage.text.prose_mobject import words_mobject
from mathora.stage.text.readout import Readout
from mathora.stage.text.value_label import GAP, HANGING, EqualitySign, ValueLabel


def label(start=5.25, **options):
    state = [start]
    number = Readout(0, "#ffffff", 0.5, decimals=2, digits=3)
    made = ValueLabel(words_mobject("L", "#ffffff", 0.5), number, lambda: state[0], **options)
    return made, state


def test_a_value_with_pi_keeps_off_its_sign_as_one_of_as_many_digits_does():
    made, state = label(4.7)
    made.rest_at(3 * np.pi / 2)
    made.begin_at(2.0)
    state[0] = 3 * np.pi / 2
    made.update()
    assert made.number.wording == "3π/2"
    assert made.number.start("3π/2") - made.sign.get_right()[0] == pytest.approx(GAP)


def test_it_shows_the_value_of_each_moment():
    made, state = label()
    assert made.number.value == 5.25
    state[0] = -3.5
    made.update()
    assert made.number.value == -3.5


def test_it_stands_in_its_place_before_it_is_first_drawn():
    made, _ = label()
    place = np.array([3.0, -2.0, 0.0])
    assert made.stand_at(lambda: place).shown_left() == pytest.approx(place)


def test_the_last_digit_stands_still_while_the_number_grows():
    made, state = label()
    right = made.number.cell.get_right()[0]
    for state[0] in (9.99, 10.01, 123.45, -3.2):
        made.update()
        assert made.number.cell.get_right()[0] == pytest.approx(right)


def test_name_and_sign_keep_close_to_the_first_digit_and_make_room_for_more():
    made, state = label()
    gap = made.number.start("5.25") - made.sign.get_right()[0]
    state[0] = 123.45
    made.update()
    assert gap == pytest.approx(GAP)
    assert made.number.start("123.45") - made.sign.get_right()[0] == pytest.approx(GAP)


@pytest.mark.parametrize(
    ("value", "exact"),
    [
        (5.25, True), (0, True), (2 / 3, False), (6.2e-7, False), (0.5 + 1e-12, True), (1e-4, False),
        (123456789.25, True), (1885618083.1642, False), (1e18, True), (14e18 / 9, False),
    ],
)  # fmt: skip
def test_a_number_that_is_rounded_stands_behind_about(value, exact):
    made, state = label()
    state[0] = value
    made.update()
    assert made.sign.exact is exact


def test_the_sign_follows_the_value_in_its_place_and_size():
    made, state = label()
    made.scale(1.5).shift(np.array([1.0, 2.0, 0.0]))
    equals = made.sign.get_center().copy()
    state[0] = 5.251
    made.update()
    assert made.sign.get_center()[1] == pytest.approx(equals[1])
    assert made.sign.baseline == pytest.approx(made.number.baseline, abs=0.03)
    assert made.sign.width == pytest.approx(EqualitySign("#ffffff", 0.75).width, rel=0.2)
    about = made.sign.submobjects[0].points.copy()
    state[0] = 5.25
    made.update()
    assert len(made.sign.submobjects[0].points) != len(about)


def test_where_it_rests_a_multiple_of_pi_is_one():
    made, state = label(-7 * np.pi / 4)
    made.rest_at(state[0])
    assert (made.number.wording, made.sign.exact) == ("-7π/4", True)
    state[0] = -5.4
    made.update()
    assert made.number.wording == "-5.40"


@pytest.mark.parametrize("value", [-5.25, 0.5, 123.45])
def test_in_a_column_the_name_stands_still_and_the_number_begins_there(value):
    made, state = label()
    made.begin_at(2.0)
    before = [part.get_center().copy() for part in made.front]
    state[0] = value
    made.update()
    hanging = HANGING * 0.5 * (value < 0)
    assert made.number.start(made.number.laid(value)) == pytest.approx(2.0 + hanging)
    assert np.array([part.get_center() for part in made.front]) == pytest.approx(np.array(before))


@pytest.mark.parametrize("value", [-5.25, 5.25])
def test_name_and_sign_keep_together_before_a_minus(value):
    made, _ = label(value)
    name, sign = made.front
    assert sign.get_left()[0] - name.get_right()[0] == pytest.approx(GAP)


def test_with_a_place_it_goes_there_on_each_frame():
    spot = [np.array([1.0, 2.0, 0.0])]
    made, _ = label(place=lambda: spot[0])
    assert made.shown_left() == pytest.approx(spot[0])
    spot[0] = np.array([-3.0, 0.5, 0.0])
    made.update()
    assert made.shown_left() == pytest.approx(spot[0])


def test_a_card_lies_behind_all_that_is_seen():
    made, _ = label(card="#112233")
    card = made.card
    assert made.submobjects[0] is card
    assert card.get_left()[0] < made.front[0].get_left()[0]
    assert card.get_right()[0] > made.number.number.get_right()[0]


def test_a_copy_stands_still():
    made, state = label()
    copied = made.copy()
    state[0] = 7.0
    copied.update()
    assert copied.number.value == 5.25
