"""Captions hold every word, fit on the screen, and can be read in their time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathora.lesson import CheckedNumber, Maths, Prose, Text, Words
from mathora.plan.narration import LINE, LINES, cut_into_cues, spoken

WORDS = st.lists(st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=60), max_size=60)


@given(WORDS)
def test_captions_hold_every_word_in_order_within_the_limits(words):
    cues = cut_into_cues(" ".join(words))
    assert "".join(line.replace(" ", "") for cue in cues for line in cue) == "".join(" ".join(words).split())
    for cue in cues:
        assert 1 <= len(cue) <= LINES
        assert all(0 < len(line) <= LINE for line in cue)


def test_a_caption_ends_with_its_sentence_and_its_lines_are_balanced():
    cues = cut_into_cues(
        "Hold w two still, and all that is left of the surface is one single curve. You know what to do with those."
    )
    assert cues == (
        ("Hold w two still, and all that is left", "of the surface is one single curve."),
        ("You know what to do with those.",),
    )


def test_silence_has_no_captions():
    assert cut_into_cues("  ") == ()


def test_a_formula_is_said_in_words_and_a_checked_number_as_shown():
    piece = Text.written
    prose = Prose(
        text=piece("…"),
        pieces=(
            Words(text=piece("The volume is\n")),
            CheckedNumber(shown=piece("9.8"), source=piece("V(0.35)")),
            Words(text=piece(" where ")),
            Maths(tex=piece("w_1")),
            Words(text=piece(".")),
        ),
    )
    assert spoken(prose, lambda tex: {"w_1": "w one"}[tex.value]) == "The volume is 9.8 where w one."


@pytest.mark.parametrize("length", [41, 42, 43, 100])
def test_a_word_longer_than_a_line_is_cut(length):
    assert all(len(line) <= LINE for cue in cut_into_cues("x" * length) for line in cue)
