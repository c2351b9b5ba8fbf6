"""A recording is matched with a known voice: its words are found, and other words are told from its own."""

import numpy as np
import pytest

from mathora.voice.alignment import align

RATE = 16_000


def sung(tones, seconds=0.25, rate=RATE, stretch=1.0):
    """A tone after the other, each with two overtones: as unlike as vowels."""
    time = np.arange(round(seconds * rate)) / rate
    swell = np.hanning(len(time))
    parts = [
        swell * sum(np.sin(2 * np.pi * tone * stretch * overtone * time) / overtone for overtone in (1, 2, 5))
        for tone in tones
    ]
    return np.concatenate(parts).astype(np.float32) / 2


WORDS = (200, 900, 350, 1500, 500, 250, 1100)


def test_the_same_sound_is_matched_with_itself():
    one = sung(WORDS)
    found = align(one, RATE, one, RATE)
    assert found.cost == pytest.approx(0, abs=1e-3)
    assert [found.at(second) for second in (0.1, 0.8, 1.5)] == pytest.approx([0.1, 0.8, 1.5], abs=0.02)


@pytest.mark.parametrize(("pace", "lead"), [(1.4, 0.3), (0.7, 0.0)])
def test_words_are_found_in_a_slower_or_faster_one_after_a_silence(pace, lead):
    known, heard = sung(WORDS), np.concatenate([np.zeros(round(lead * RATE), np.float32), sung(WORDS, 0.25 * pace)])
    found = align(known, RATE, heard, RATE)
    for word in range(1, len(WORDS)):
        assert found.at(0.25 * word) == pytest.approx(lead + 0.25 * pace * word, abs=0.06)


def test_times_rise_and_another_rate_changes_nothing():
    found = align(sung(WORDS), RATE, sung(WORDS, rate=24_000), 24_000)
    assert (np.diff(found.heard) >= 0).all()
    assert found.at(1.0) == pytest.approx(1.0, abs=0.04)


def test_other_words_cost_more_also_in_another_throat():
    known = sung(WORDS)
    own = align(known, RATE, sung(WORDS, stretch=1.12), RATE).cost
    assert own < 0.9 * align(known, RATE, sung(WORDS[::-1], stretch=1.12), RATE).cost


def test_a_long_recording_is_looked_at_more_coarsely():
    long = np.tile(sung(WORDS), 30)  # 52 s
    assert align(long, RATE, long, RATE).at(40.0) == pytest.approx(40.0, abs=0.1)
