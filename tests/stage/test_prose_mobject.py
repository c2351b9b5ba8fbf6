"""Sentences and numbers on the picture."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathora.lesson import CheckedNumber, Maths, Prose, Words
from mathora.stage.text import typesetting
from mathora.stage.text.prose_mobject import (
    HALF_CAPITAL,
    ProseMobject,
    Readout,
    TextStyle,
    _advance,
    _digit_outlines,
    row_of_numbers,
    words_mobject,
)
from mathora.stage.text.typesetting import GlyphOutline, Typeset
from tests.stage.formulas import formula, text

INK, BLUE, RED = "#ffffff", "#0000ff", "#ff0000"


def prose(*pieces):
    return Prose(text=text("as written"), pieces=pieces)


def shown(sentence, width=None, size=0.4, *, balanced=False):
    style = TextStyle(INK, size, width, balanced=balanced)
    return ProseMobject(sentence, lambda tex: formula(tex.value), lambda _: lambda _path: BLUE, style)


def test_words_formulas_and_numbers_stand_in_one_line_in_their_colours():
    sentence = prose(
        Words(text=text("hold ")),
        Maths(tex=text("w_2")),
        Words(text=text(" at ")),
        CheckedNumber(shown=text("9.8"), source=text("V(0.35)")),
    )
    runs = shown(sentence)
    assert [run.get_fill_color().to_hex().lower() for run in runs] == [INK, BLUE, INK]
    lefts = [run.get_left()[0] for run in runs]
    assert lefts == sorted(lefts)


def test_another_typesetters_formula_stands_on_the_line_in_its_place():
    sentence = prose(Words(text=text("hold ")), Maths(tex=text("w_2")), Words(text=text(" at rest")))
    style = TextStyle(INK, 0.4)
    square = np.array([[0, -0.2], [1, -0.2], [1, 0.5], [0, 0.5]])
    corners = np.concatenate([[a, a, b, b] for a, b in zip(square, np.roll(square, -1, axis=0), strict=True)])
    curves = np.column_stack([corners, np.zeros(len(corners))])

    def setter(_node, tags):
        second = GlyphOutline(tags[(0,)], curves + np.array([1.0, 0, 0]))
        return Typeset((GlyphOutline(tags[()], curves), second), missing=True)

    text_mobject = ProseMobject(
        sentence, lambda tex: formula(tex.value), lambda _: lambda path: BLUE if path else RED, style, setter
    )
    before, letter, index, after = text_mobject
    assert [run.get_fill_color().to_hex().lower() for run in text_mobject] == [INK, RED, BLUE, INK]
    assert [letter.width, index.width] == pytest.approx([0.4 * 1.08] * 2)
    assert before.get_bottom()[1] - letter.get_bottom()[1] == pytest.approx(0.2 * 0.4 * 1.08, abs=0.01)
    assert before.get_right()[0] < letter.get_left()[0] < index.get_left()[0] < index.get_right()[0]
    assert index.get_right()[0] < after.get_left()[0]
    assert text_mobject.missing


def test_a_long_sentence_is_wrapped_into_its_width():
    sentence = prose(Words(text=text("all that is left of the surface is a single curve " * 3)))
    wide, narrow = shown(sentence), shown(sentence, width=4.0)
    assert wide.width > 10
    assert narrow.width <= 4.0
    assert narrow.height > 3 * wide.height


def test_balanced_lines_need_no_more_lines_and_leave_no_word_alone():
    sentence = prose(Words(text=text("Partial derivatives & the gradient")))
    plain, balanced = shown(sentence, 5.4), shown(sentence, 5.4, balanced=True)
    assert balanced.height == pytest.approx(plain.height, abs=0.1)
    assert balanced.width < plain.width - 0.3


def test_a_texts_first_line_begins_on_its_baseline_at_the_origin():
    sentence = prose(Words(text=text("HHHHH HHHHH HHHHH")))
    assert words_mobject("HHHH", INK, 0.5).get_bottom()[1] == pytest.approx(0, abs=1e-3)
    assert shown(sentence, size=0.5).get_bottom()[1] == pytest.approx(0, abs=1e-3)
    wrapped = shown(sentence, 2.0, 0.5)
    assert wrapped.get_top()[1] == pytest.approx(0.66 * 0.5, abs=0.01)
    assert wrapped.get_bottom()[1] < -1
    assert 0 <= wrapped.get_left()[0] < 0.1


def test_half_a_capital_is_half_a_capital():
    letter = words_mobject("H", INK, 1.0)
    assert letter.get_center()[1] == pytest.approx(HALF_CAPITAL, abs=0.01)


def test_a_text_is_as_large_as_it_says():
    assert shown(prose(Words(text=text("Hello"))), size=0.31).em == pytest.approx(0.31)
    assert words_mobject("Hello", INK, 0.31).scale(2).em == pytest.approx(0.62)


@settings(deadline=None)
@given(value=st.floats(-99.9, 99.9))
def test_a_number_reads_as_rounded_and_never_as_minus_nought(value):
    readout = Readout(value, INK, 0.4)
    assert float(readout.wording) == pytest.approx(round(value, 1))
    assert readout.wording not in {"-0.0", "-0"}


@settings(deadline=None)
@given(first=st.floats(-99.9, 99.9), second=st.floats(-99.9, 99.9))
def test_a_number_does_not_tremble(first, second):
    """Its cell and the place of its last digit stay where they are."""
    readout = Readout(first, INK, 0.4)
    cell, digit = readout.cell.points.copy(), _last_digit_cell(readout)
    readout.show(second)
    assert np.array_equal(readout.cell.points, cell)
    assert _last_digit_cell(readout) == pytest.approx(digit, abs=0.09)


def _last_digit_cell(readout):
    return readout.number.get_right()[0]


def test_a_moved_and_scaled_number_stays_where_it_is_when_it_changes():
    readout = Readout(20.7, INK, 0.4).scale(1.5).shift(np.array([2.0, 1.0, 0.0]))
    before = readout.number.points.copy()
    readout.show(3.0).show(20.7)
    assert readout.number.points == pytest.approx(before)
    assert readout.em == pytest.approx(0.6)


def test_thousands_are_set_apart():
    readout = Readout(0, INK, 0.4, decimals=0, digits=7, grouped=True)
    assert readout.spelled(1_000_000) == "1\u2009000\u2009000"
    loose = Readout(0, INK, 0.4, decimals=0, digits=7).show(1_000_000).number.width
    assert readout.show(1_000_000).number.width > loose


def test_a_changing_number_is_not_typeset_again(monkeypatch):
    readout = Readout(0, INK, 0.4)
    monkeypatch.setattr(typesetting, "_own", None)
    for value in np.linspace(-50, 50, 101):
        readout.show(float(value))


def test_an_axis_number_is_as_short_as_can_be():
    assert [text.wording for text in row_of_numbers([0.5, -2.0], [INK, INK], 0.3)] == ["0.5", "-2"]


def test_numbers_beside_one_another_are_told_apart_and_powers_of_ten_are_set():
    assert [text.wording for text in row_of_numbers([1e6, 1e6 + 0.5], [INK, INK], 0.3)] == ["1000000", "1000000.5"]
    assert row_of_numbers([2e-9], [INK], 0.3)[0].wording == r"2 \times 10^{-9}"


@settings(deadline=None)
@given(rests=st.lists(st.floats(-1e5, 1e5), min_size=1, max_size=3), value=st.floats(-1e5, 1e5))
def test_a_readout_that_gets_more_decimals_keeps_its_right_end_and_its_size(rests, value):
    readout = Readout(value, INK, 0.4)
    right, em, decimals = readout.cell.get_right()[0], readout.em, readout.decimals
    readout.rest_at(*rests)
    assert readout.decimals >= decimals
    assert readout.cell.get_right()[0] == pytest.approx(right)
    assert readout.em == pytest.approx(em)
    assert readout.value == value


@pytest.mark.parametrize(
    ("rest", "shown"), [(0.25, "0.25"), (0.017663, "0.018"), (3.0, "3"), (2.5, "2.5"), (20.67, "20.7")]
)
def test_at_rest_a_readout_does_not_contradict_its_value(rest, shown):
    assert Readout(0, INK, 0.4).rest_at(rest).show(rest).wording == shown


def test_a_minus_keeps_off_the_digit_behind_it():
    minus, digit = (_digit_outlines()[character][:, 0] for character in "-9")
    assert digit.min() + _advance("-") - minus.max() > 0.04


@pytest.mark.parametrize(
    ("value", "shown"), [(2.0, "2"), (0.5, "0.5"), (2.0001, "2.00"), (0.497, "0.50"), (-3e-16, "0")]
)
def test_zeros_at_the_end_are_left_out_where_a_number_rests_and_its_digits_stay(value, shown):
    readout = Readout(value, INK, 0.4, decimals=2)
    moving, left = readout.wording, readout.number.get_left()[0]
    readout.settle()
    assert (readout.wording, readout.number.get_left()[0]) == (shown, pytest.approx(left))
    assert moving == readout.show(value + 1e-6).wording


@pytest.mark.parametrize(("value", "other", "shown"), [(0.9994, 1.0, "0.999"), (1.0, 1.0, "1"), (2.19, 2.667, "2.19")])
def test_a_reading_that_is_not_the_number_beside_it_is_told_from_it(value, other, shown):
    readout = Readout(value, INK, 0.4, decimals=2)
    readout.settle()
    assert readout.tell_apart(other).wording == shown


@pytest.mark.parametrize(
    ("value", "said"),
    [(106762305.804, "106762306"), (-106762305.804, "-106762306"), (12345.678, "12345.68"), (1234567.25, "1234567.25"),
     (999999.996, "1000000.0"), (0.1264, "0.13")],
)  # fmt: skip
def test_a_long_number_that_rests_has_no_decimals_that_nobody_reads(value, said):
    readout = Readout(value, INK, 0.4, decimals=2)
    assert readout.wording == f"{value:.2f}"  # while it moves
    readout.rest_at(value)
    assert (readout.wording, readout.exact) == (said, said == str(value))
