"""−16 LUFS for a speech and so for the lesson, no peak over the ceiling."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spoken_lesson import hum, tone

from mathora.voice.loudness import CEILING, FILM_RATE, LOUDNESS, levelled, limited, measured


def test_a_tone_has_the_loudness_that_the_recommendation_gives_it():
    """ITU-R BS.1770: a sine of 997 Hz at full scale in one channel has −3.01 LKFS."""
    loudness, peak = measured(tone(5, FILM_RATE, 1.0, 997))
    assert loudness == pytest.approx(-3.01, abs=0.1)
    assert peak == pytest.approx(0, abs=0.1)


@pytest.mark.parametrize("loudness", [0.01, 0.2, 1.0])
def test_whatever_the_voice_s_loudness_a_lesson_has_one(loudness):
    out = [levelled(hum(seconds, loudness=loudness * share)) for seconds, share in ((2, 1), (1, 0.5), (0.3, 0.7))]
    heard, peak = measured(np.concatenate(out).astype(np.float32) / 32767)
    assert heard == pytest.approx(LOUDNESS, abs=0.5)
    assert peak <= -1.5


def test_a_speech_keeps_its_length():
    assert len(levelled(hum(1.5))) == 1.5 * FILM_RATE


@given(st.integers(0, 2**32 - 1), st.floats(0.1, 30))
def test_nothing_passes_the_ceiling_and_what_is_under_it_far_around_is_untouched(seed, loudness):
    wave = np.random.default_rng(seed).standard_normal(3000).astype(np.float32) * 0.1
    wave[1500] = loudness
    out = limited(wave)
    assert np.abs(out).max() <= CEILING * 1.000001
    if np.abs(np.delete(wave, 1500)).max() < CEILING:
        assert (out[:900] == wave[:900]).all()
        assert (out[2100:] == wave[2100:]).all()


def test_the_limiter_turns_down_smoothly():
    wave = np.full(3000, 0.5, np.float32)
    wave[1500] = 2.0
    gain = limited(wave)[:1400] / 0.5
    assert np.abs(np.diff(gain)).max() < 0.01
