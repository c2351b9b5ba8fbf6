"""Captions come with the words of the voice, and stay while they are said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathora.plan import Phrase, WordTimes, plan
from mathora.plan.cues import BREATH, heard_cues, read_cues
from mathora.plan.narration import cut_into_captions
from tests.plan.lessons import facts, lesson

LENGTHS = st.lists(st.tuples(st.floats(0, 2), st.floats(0.02, 2)), min_size=1, max_size=60)
"""The pause before each word, and the word's own length."""


def spoken(lengths):
    """Words of eight letters, and their times."""
    said, times, now = [], [], 0.0
    for pause, own in lengths:
        said.append(Phrase("captions", "captions"))
        times.append((now + pause, now + pause + own))
        now += pause + own
    return said, WordTimes(tuple(times), now)


@given(LENGTHS, st.sampled_from([15, 30, 60]))
def test_a_caption_begins_within_half_a_tick_of_its_first_word_and_outlasts_its_last(lengths, rate):
    said, times = spoken(lengths)
    cues = heard_cues(said, times, rate)
    captions = cut_into_captions(said)
    assert [cue.lines for cue in cues] == [caption.lines for caption in captions]
    end = 0
    for cue, caption in zip(cues, captions, strict=True):
        assert end <= cue.start < cue.end
        assert abs(cue.start / rate - times.begin(caption.since)) <= 0.5001 / rate
        assert cue.end / rate >= times.end(caption.until) - 1 / rate
        end = cue.end


def test_a_caption_leaves_in_a_pause_and_shortly_after_the_last_word():
    said, times = spoken([(0.2, 0.4)] * 9 + [(3, 0.4)])
    first, last = heard_cues([*said[:8], Phrase("pause.", "pause."), said[9]], times, 30)
    assert first.end == pytest.approx((times.phrases[8][1] + float(BREATH)) * 30, abs=1)
    assert last.start == round(times.phrases[9][0] * 30)
    assert last.end == pytest.approx((times.length + float(BREATH)) * 30, abs=1)


def test_a_formula_that_two_captions_share_is_cut_in_the_middle_of_its_words():
    said = [Phrase(" ".join(["x"] * 80), "many x")]
    times = WordTimes(((1.0, 9.0),), 9.0)
    first, second = heard_cues(said, times, 10)
    assert (first.start, second.end) == (10, 94)
    assert first.end == second.start


def test_where_nobody_speaks_a_caption_takes_the_time_of_the_words_that_it_stands_for():
    short, long = (read_cues([Phrase("∂L/∂w₁", said)], 120, 10) for said in ("one", "one two three four"))
    assert (short[0].end, long[0].end) == (5, 20)


def test_a_step_lasts_as_long_as_its_speech_and_a_breath():
    proven = lesson(["Said.", "Silent."])
    times, known = {"a/s0": WordTimes(((0.1, 6.9),), 7.0)}, facts({"a/s0": 30, "b/s1": 30})
    first, second = plan(proven, known, 10, times).slots
    assert first.end - first.start == 74
    assert second.end - second.start == plan(proven, known, 10)["b/s1"].hold + 30
    assert [cue.start for cue in first.cues] == [1]
