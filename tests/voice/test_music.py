"""Music of the author's own: under the voice, never over it, without a seam, and no part of how loud a film is."""

import numpy as np
import pytest
from spoken_lesson import hum, tone, wav

from mathora.voice import programs
from mathora.voice.loudness import FILM_RATE, LOUDNESS, levelled, measured
from mathora.voice.music import ALONE, BLOCK, DUCKED, Music, under
from mathora.voice.speech import VoiceFailed

PAUSE = 6 * FILM_RATE
FULL = 32767


def sound():
    """Four seconds of speech, a pause, four more."""
    speech = levelled(hum(4))
    return np.concatenate([speech, np.zeros(PAUSE, np.int16), speech])


def music(seconds=30.0, loudness=0.3):
    return Music(wav(tone(seconds, FILM_RATE, loudness, 220), FILM_RATE), "calm.wav")


def floats(samples):
    return samples.astype(np.float32) / FULL


def test_the_music_is_quiet_in_pauses_and_twenty_decibels_below_the_voice():
    voice = sound()
    mixed = under(voice, music().wave)
    bed = floats(mixed) - floats(voice)
    spoken, pause = bed[2 * FILM_RATE : 3 * FILM_RATE], bed[7 * FILM_RATE : 8 * FILM_RATE]
    assert measured(pause)[0] == pytest.approx(ALONE, abs=1)
    assert measured(spoken)[0] == pytest.approx(DUCKED, abs=1)
    assert DUCKED <= LOUDNESS - 20


@pytest.mark.parametrize("loudness", [0.01, 1.0])
def test_a_film_with_music_is_as_loud_as_one_without(loudness):
    heard, peak = measured(floats(under(sound(), music(loudness=loudness).wave)))
    assert heard == pytest.approx(LOUDNESS, abs=0.5)
    assert peak <= -1.5


def test_it_is_down_before_the_voice_comes_and_up_again_after_it():
    voice = sound()
    bed = floats(under(voice, music().wave)) - floats(voice)
    level = np.abs(bed[: len(bed) // BLOCK * BLOCK].reshape(-1, BLOCK)).max(axis=1)
    assert level[1000 - 5] < 0.45 * level[800]
    assert level[400 + 30] < 0.45 * level[800]


@pytest.mark.parametrize("seconds", [0.5, 3.0, 7.3, 60.0])
def test_no_join_clicks(seconds):
    """A tone's greatest step from one sample to the next is that of its frequency, also where it is repeated."""
    made = music(seconds).wave
    mixed = floats(under(np.zeros(15 * FILM_RATE, np.int16), made))
    step = np.abs(np.diff(made)).max()
    assert np.abs(np.diff(mixed)).max() <= 1.6 * step + 2 / FULL
    assert abs(mixed[0]) < 2 / FULL
    assert abs(mixed[-1]) < 2 / FULL
    assert np.abs(mixed[FILM_RATE * 5 : FILM_RATE * 10]).max() > 0.5 * np.abs(made).max()


def test_without_music_a_film_s_sound_is_the_same():
    voice = sound()
    assert under(voice, np.zeros(0, np.float32)) is voice
    assert (under(voice, np.zeros(FILM_RATE, np.float32)) == voice).all()


def test_what_is_no_sound_too_big_or_too_long_is_told(tmp_path, monkeypatch):
    with pytest.raises(VoiceFailed, match=r"calm\.mp3 is no sound file"):
        _ = Music(b"no sound at all", "calm.mp3").wave
    for silent in (0.0, 3.0):
        with pytest.raises(VoiceFailed, match="is silent"):
            _ = music(silent, loudness=0).wave
    path = tmp_path / "long.wav"
    path.write_bytes(music(3.0).content)
    monkeypatch.setattr(programs, "LONGEST", 2)
    with pytest.raises(VoiceFailed, match="more than 2 seconds of sound"):
        _ = Music.of(path, "calm.mp3").wave
    with path.open("ab") as file:
        file.truncate((64 << 20) + 1)
    with pytest.raises(VoiceFailed, match="more than 64 MB"):
        Music.of(path, "calm.mp3")
