"""Sentences and numbers on the picture."""

import numpy as np
import pytest

from mathora.lesson import CheckedNumber, Maths, Prose, Words
from mathora.stage.text.prose_mobject import HALF_CAPITAL, ProseMobject, TextStyle, row_of_numbers, words_mobject
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


def test_an_axis_number_is_as_short_as_can_be():
    assert [text.wording for text in row_of_numbers([0.5, -2.0], [INK, INK], 0.3)] == ["0.5", "-2"]


def test_numbers_beside_one_another_are_told_apart_and_powers_of_ten_are_set():
    assert [text.wording for text in row_of_numbers([1e6, 1e6 + 0.5], [INK, INK], 0.3)] == ["1000000", "1000000.5"]
    assert row_of_numbers([2e-9], [INK], 0.3)[0].wording == r"2 \times 10^{-9}"
