"""What a command hears of a lesson before it is drawn: music that can be read to its end, once."""

from types import SimpleNamespace

import pytest
from spoken_lesson import tone, wav

from mathora.cli.speaking import music_of
from mathora.lesson import Faulty, Text
from mathora.voice.music import Music


@pytest.fixture
def asked(course):
    """Asks for the music of a lesson of the course that names `calm.wav`."""
    lesson = SimpleNamespace(music=SimpleNamespace(file=Text.written("calm.wav")))
    return lambda: music_of(course / "scripts" / "a.yaml", lesson, course / "media" / ".cache")


def test_music_is_heard_to_its_end_once(course, asked, monkeypatch):
    (course / "scripts" / "calm.wav").write_bytes(wav(tone(1, 24_000), 24_000))
    first = asked()
    monkeypatch.setattr(Music, "write_length", lambda *_: pytest.fail("it was heard"))
    assert asked() == first


def test_what_is_no_sound_is_a_fault_each_time(course, asked):
    (course / "scripts" / "calm.wav").write_bytes(b"RIFF, and no sound")
    for _ in range(2):
        with pytest.raises(Faulty, match="gave no sound file"):
            asked()


def test_a_lesson_without_music_has_none(course):
    assert music_of(course / "a.yaml", SimpleNamespace(music=None), course) is None
