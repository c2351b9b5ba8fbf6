"""A speech begins and ends in silence, and its phrases lie inside it in order."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spoken_lesson import RATE, tone

from mathora.voice.speech import FADE, MARGIN, VoiceFailed, finished, spread

SILENCES = st.floats(0, 1)


@given(SILENCES, st.floats(0.05, 1), SILENCES)
def test_silence_at_the_ends_is_cut_and_the_times_move_along(before, sound, after):
    wave = np.concatenate([np.zeros(round(before * RATE)), tone(sound, RATE), np.zeros(round(after * RATE))])
    speech = finished(wave.astype(np.float32), RATE, [(before, before + sound)])
    (begin, end), length = speech.phrases[0], len(speech.samples)
    assert begin <= (MARGIN + 0.006) * RATE
    assert length - end <= MARGIN * RATE + 2
    assert end - begin == pytest.approx(sound * RATE, abs=0.006 * RATE)


@given(st.floats(0.05, 1))
def test_it_fades_in_and_out_so_that_no_join_clicks(sound):
    samples = finished(tone(sound, RATE, 1.0), RATE, [(0.0, sound)]).samples.astype(int)
    ramp = round(FADE * RATE)
    bound = 32767 * (np.arange(ramp) / (ramp - 1)) + 1
    assert (abs(samples[:ramp]) <= bound).all()
    assert (abs(samples[::-1][:ramp]) <= bound).all()


@given(st.lists(st.tuples(st.floats(-1, 3), st.floats(-1, 3)), min_size=1, max_size=9))
def test_whatever_times_a_voice_tells_phrases_lie_inside_in_order(times):
    speech = finished(tone(1, RATE), RATE, times)
    ends = [end for phrase in speech.phrases for end in phrase]
    assert ends == sorted(ends)
    assert ends[0] >= 0
    assert ends[-1] <= len(speech.samples)


def test_silence_is_no_speech():
    with pytest.raises(VoiceFailed, match="silent"):
        finished(np.zeros(100, np.float32), RATE, [(0.0, 1.0)])


def test_times_are_spread_by_letters_over_what_sounds():
    wave = np.concatenate([np.zeros(RATE), tone(4, RATE)]).astype(np.float32)
    times = np.array(spread(wave, RATE, ["abc", "ab,", "abcdefgh"]))
    assert times == pytest.approx(np.array([(1, 2), (2, 2.75), (2.75, 5)]), abs=0.01)


def test_a_phrase_after_a_pause_begins_where_its_sound_does():
    quiet = np.zeros(RATE // 2, np.float32)
    wave = np.concatenate([quiet, tone(0.5, RATE), quiet, tone(1, RATE)])
    told = [(0.57, 0.9), (0.9, 1.0), (1.45, 2.0), (2.04, 2.5)]
    begins = [begin / RATE + 0.5 - MARGIN for begin, _ in finished(wave, RATE, told).phrases]
    assert begins == pytest.approx([0.5, 0.9, 1.5, 2.04], abs=0.01)
