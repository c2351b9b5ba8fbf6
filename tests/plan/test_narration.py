"""Captions hold every word, fit on the screen, and can be read in their time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathora.lesson import CheckedNumber, Maths, Prose, Text, Words
from mathora.plan.narration import LINE, LINES, Phrase, cut_into_captions, phrases

WORDS = st.lists(st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=60), max_size=60)


def plain(text):
    """Phrases that are written as they are said."""
    return [Phrase(word, word) for word in text.split()]


def lines(said):
    return tuple(caption.lines for caption in cut_into_captions(said))


@given(WORDS)
def test_captions_hold_every_word_in_order_within_the_limits(words):
    cues = lines(plain(" ".join(words)))
    assert "".join(line.replace(" ", "") for cue in cues for line in cue) == "".join(" ".join(words).split())
    for cue in cues:
        assert 1 <= len(cue) <= LINES
        assert all(0 < len(line) <= LINE for line in cue)


@given(st.lists(st.tuples(st.text("ab c", min_size=1), st.text("xy", min_size=1)), max_size=60))
def test_captions_follow_each_other_from_the_first_phrase_to_the_last(pairs):
    said = [Phrase(" ".join(written.split()), heard) for written, heard in pairs if written.strip()]
    captions = cut_into_captions(said)
    ends = [0, *(caption.until for caption in captions)]
    assert [caption.since for caption in captions] == ends[:-1]
    assert ends[-1] == len(said)
    assert all(caption.since < caption.until for caption in captions)


def test_a_caption_ends_with_its_sentence_and_its_lines_are_balanced():
    cues = lines(
        plain(
            "Hold w two still, and all that is left of the surface is one single curve. You know what to do with those."
        )
    )
    assert cues == (
        ("Hold w two still, and all that is left", "of the surface is one single curve."),
        ("You know what to do with those.",),
    )


def test_no_word_is_left_alone_behind_a_comma():
    cues = lines(plain("A model has many knobs, and one number that says how badly it is doing: the loss, J."))
    assert cues[-1] == ("the loss, J.",)


def test_silence_has_no_captions():
    assert cut_into_captions([]) == ()


def test_a_formula_is_heard_in_words_and_written_in_signs_and_a_checked_number_as_shown():
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
    said = phrases(prose, lambda tex: {"w_1": "w one"}[tex.value], lambda tex: {"w_1": "w₁"}[tex.value])
    assert said == (*plain("The volume is 9.8 where"), Phrase("w₁.", "w one."))
    assert [one.said for one in phrases(prose, lambda _: "w one", lambda _: "w₁", ",")][3] == "9,8"


@pytest.mark.parametrize("length", [41, 42, 43, 100])
def test_a_word_longer_than_a_line_is_cut(length):
    cues = cut_into_captions(plain("x" * length))
    assert all(len(line) <= LINE for cue in cues for line in cue.lines)
    assert cues[-1].until == 1
