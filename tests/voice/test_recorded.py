"""Recordings are found beside the scripts, trimmed and levelled, and told where they cannot be used."""

import numpy as np
import pytest
from spoken_lesson import RATE, proven, tone, wav

from mathora.voice.recorded import Recorder, passed_over, recordings, troubles
from mathora.voice.speaking import SILENT, begin_as_asked, begin_to_speak
from mathora.voice.speech import Speech, VoiceFailed, finished, spread
from mathora.voice.store import SpeechStore


class Singer:
    """A voice whose every letter has its tone, with the overtones that a throat gives it."""

    credit, key = "a singer", ("singer",)

    @staticmethod
    def wave(phrases, pace=1.0):
        letters = [ord(letter) for phrase in phrases for letter in phrase if letter.isalnum()]
        time = np.arange(round(0.09 * pace * RATE)) / RATE
        tones = [Singer.tone(90 + 53 * (letter % 29), time) * np.hanning(len(time)) for letter in letters]
        return np.concatenate(tones).astype(np.float32) / 4

    @staticmethod
    def tone(height, time):
        return sum(np.sin(2 * np.pi * height * over * time) / over**0.5 for over in range(1, 9) if height * over < 8000)

    def say(self, phrases):
        made = self.wave(phrases)
        return finished(made, RATE, spread(made, RATE, phrases))


OWN, OTHER = ("Hold", "everything", "still"), ("Walk", "quickly", "down", "there")


def glide(low, high):
    """A second and a half in which a tone glides from one height to another."""
    time = np.arange(round(1.5 * RATE)) / RATE
    return 0.5 * np.sin(2 * np.pi * (low * time + (high - low) * time**2 / 3))


def bursts():
    """Noise that comes and goes."""
    time = np.arange(round(1.5 * RATE)) / RATE
    return 0.2 * np.random.default_rng(1).standard_normal(len(time)) * (np.sin(4 * np.pi * time) > 0)


def recorder(samples):
    return Recorder(wav(samples), "one.wav", Singer())


def test_recordings_are_found_by_their_step_beside_the_scripts(tmp_path):
    script = tmp_path / "scripts" / "x.yaml"
    folder = tmp_path / "voice" / "x"
    folder.mkdir(parents=True)
    script.parent.mkdir()
    for name in ("a.one.wav", "a.two.FLAC", "notes.txt", "nothing.wav"):
        (folder / name).write_bytes(b"")
    outside = tmp_path.parent / "outside.wav"
    outside.write_bytes(b"")
    (folder / "a.three.wav").symlink_to(outside)
    assert set(recordings(script, "x")) == {"a/one", "a/two"}


def test_a_file_that_is_named_as_a_recording_and_not_heard_is_told_with_why(tmp_path):
    script = tmp_path / "scripts" / "x.yaml"
    folder = tmp_path / "voice" / "x"
    folder.mkdir(parents=True)
    script.parent.mkdir()
    for name in ("a.one.flac", "a.one.wav", "a.two.m4a", "a.three.mp3", "notes.txt"):
        (folder / name).write_bytes(b"")
    (folder / "a.four.wav").mkdir()
    assert [(address, path.name, why) for address, path, why in passed_over(script, "x")] == [
        ("a/four", "a.four.wav", "it is a folder: put the recording itself there"),
        ("a/one", "a.one.wav", "it is not heard, as a.one.flac is there, too: take one of them away"),
        ("a/two", "a.two.m4a", "it is not heard: save it as one of .wav, .flac, .mp3"),
    ]


def test_a_recording_is_trimmed_and_as_loud_as_the_voice_and_its_words_are_found():
    quiet = np.concatenate([np.zeros(RATE, np.float32), 0.1 * Singer.wave(OWN, 1.3), np.zeros(RATE, np.float32)])
    speech, known = recorder(quiet).say(OWN), Singer().say(OWN)
    assert len(speech.samples) / RATE == pytest.approx(1.3 * len(known.samples) / RATE, abs=0.4)
    assert abs(int(np.abs(speech.samples).max()) - int(np.abs(known.samples).max())) < 3000
    for (begin, _), (own, _) in zip(speech.phrases[1:], known.phrases[1:], strict=True):
        assert begin / RATE == pytest.approx(1.3 * own / RATE, abs=0.15)


def test_a_good_recording_has_no_trouble():
    assert list(troubles(recorder(Singer.wave(OWN, 1.2)), OWN, [OTHER])) == []


@pytest.mark.parametrize(
    ("samples", "told"),
    [
        (4 * Singer.wave(OWN), "it is clipped"),
        (Singer.wave(OWN, 3.0), "it is too long: 3.0 times"),
        (Singer.wave(OTHER), "it says other words than 'Hold everything still'"),
        (np.zeros(RATE), "the voice was silent"),
        (tone(1.5, RATE), "nothing is spoken in it"),
        (0.2 * np.random.default_rng(1).standard_normal(2 * RATE), "nothing is spoken in it"),
        (glide(200, 4000), "nothing is spoken in it"),
        (np.concatenate([glide(300, 900), glide(900, 300)] * 4), "nothing is spoken in it"),
        (bursts(), "it says other words than 'Hold everything still'"),
    ],
)
def test_what_cannot_be_used_is_told(samples, told):
    assert [trouble for trouble in troubles(recorder(samples), OWN, [OTHER]) if told in trouble]


def test_what_is_no_sound_file_is_told():
    broken = Recorder(b"no sound", "one.wav", None)
    assert list(troubles(broken, OWN, [])) == ["one.wav is no sound file: 8 bytes that cannot be read as one"]


def test_a_recording_is_used_instead_of_the_voice(tmp_path):
    path = tmp_path / "x.wav"
    path.write_bytes(wav(tone(0.7, RATE)))
    lesson, store = proven("Words."), SpeechStore(tmp_path)
    (address,) = begin_to_speak(lesson, Singer(), store)().speeches
    spoken = begin_to_speak(lesson, Singer(), store, {address: path})()
    assert (spoken.credit, spoken.new) == ("recorded", (address,))
    assert isinstance(spoken.speeches[address], Speech)
    assert begin_to_speak(lesson, None, store, {address: path})().credit == "recorded"
    assert begin_to_speak(lesson, None, store)().speeches == {}


def test_a_lesson_that_is_asked_to_be_silent_is_not_heard_from_its_recordings_either(tmp_path):
    path = tmp_path / "voice" / "talk" / "one.point.wav"
    path.parent.mkdir(parents=True)
    path.write_bytes(wav(tone(0.7, RATE)))
    lesson, store = proven("Words.", extra="voice: none"), SpeechStore(tmp_path)
    assert begin_as_asked(lesson, tmp_path / "talk.yaml", None, store)[0]().credit == "recorded"
    speaking, reason = begin_as_asked(lesson, tmp_path / "talk.yaml", "none", store)
    assert (speaking(), reason) == (SILENT, "")


def test_a_recording_that_is_too_big_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("mathora.voice.recorded.LARGEST", 3)
    path = tmp_path / "x.wav"
    path.write_bytes(b"1234")
    with pytest.raises(VoiceFailed, match="more than"):
        Recorder.of(path, None)
