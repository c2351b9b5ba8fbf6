"""What a command hears of a lesson before it is drawn: music that can be read to its end, once; and who speaks."""

from concurrent.futures import BrokenExecutor, Future, ThreadPoolExecutor
from threading import Event, current_thread
from types import SimpleNamespace

import pytest
from spoken_lesson import Humming, hum, tone, wav

from mathora.cli.speaking import by_worker, music_of
from mathora.lesson import Faulty, Text
from mathora.voice.music import Music

RECORDED = "by-hand.line.wav"


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
        with pytest.raises(Faulty, match="is no sound file"):
            asked()


def test_a_lesson_without_music_has_none(course):
    assert music_of(course / "a.yaml", SimpleNamespace(music=None), course) is None


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"RIFF, and no sound", "is no sound file"),
        (wav(tone(0.01, 24_000), 24_000), "less than 0.1 seconds"),
        (wav(tone(1, 24_000) * 0, 24_000), "silent"),
    ],
    ids=["text", "short", "silent"],
)
def test_a_recording_that_cannot_be_used_is_the_authors_fault(run, write, content, told):
    recording = write("slopes").parent.parent / "voice" / "slopes" / RECORDED
    recording.parent.mkdir(parents=True)
    recording.write_bytes(content)
    for command in (["check"], ["storyboard", "--quality", "480p15"]):
        result = run(*command, "slopes")
        assert result.exit_code == 1
        assert f"voice/slopes/{RECORDED}:1:1: " in result.stderr
        assert told in result.stderr


def test_check_hears_the_music_and_passes_over_a_recording_of_no_step(run, write):
    home = write("slopes").parent.parent
    (home / "course.yaml").write_text("music: {file: calm.mp3, by: C., licence: CC0}\n")
    (home / "calm.mp3").write_bytes(b"no sound")
    result = run("check")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "course.yaml:1:15: calm.mp3 is no sound file" in result.stderr
    (home / "calm.mp3").write_bytes(wav(tone(1, 24_000), 24_000))
    (home / "voice" / "slopes").mkdir(parents=True)
    (home / "voice" / "slopes" / "by-hand.lime.wav").write_bytes(b"")
    (home / "voice" / "slopes" / "by-hand.lime.mp3").mkdir()
    result = run("check")
    assert (result.exit_code, result.stderr.count("passed over: voice/slopes/by-hand.lime.wav")) == (0, 1)
    assert "passed over: voice/slopes/by-hand.lime.mp3 (it is a folder" in result.stderr


@pytest.mark.parametrize(("seconds", "code"), [(12, 0), (40, 1)])
def test_check_tells_a_recording_that_is_much_longer_than_its_words(run, write, seconds, code):
    recording = write("slopes").parent.parent / "voice" / "slopes" / RECORDED
    recording.parent.mkdir(parents=True)
    recording.write_bytes(wav(tone(seconds, 8_000), 8_000))
    result = run("check")
    assert result.exit_code == code
    assert ("it lasts 40 seconds, where the step's words take about" in result.stderr) == bool(code)


def test_a_recording_of_another_kind_is_told_once(run, write):
    recording = write("slopes").parent.parent / "voice" / "slopes" / "by-hand.line.m4a"
    recording.parent.mkdir(parents=True)
    recording.write_bytes(b"ftypM4A")
    result = run("voice", "check", "slopes")
    assert result.exit_code == 1
    assert [line for line in result.stdout.splitlines() if "by-hand.line." in line] == [
        "voice/slopes/by-hand.line.m4a: it is not heard: save it as one of .wav, .flac, .mp3"
    ]


TOLD = [(Humming(), ("A word.",))]


def test_a_worker_speaks_while_this_process_goes_on():
    asked, speakers = Event(), []

    class Waiting(Humming):
        def say(self, phrases):
            assert asked.wait(60), "it is spoken before anything else goes on"
            speakers.append(current_thread())
            return super().say(phrases)

    with ThreadPoolExecutor(1) as worker:
        (speech,) = by_worker(lambda _: worker, meanwhile=asked.set)([(Waiting(), ("A word.",))])()
    assert speech.phrases == hum(0.7, ("A word.",)).phrases
    assert current_thread() not in speakers


class DiesAtWork(ThreadPoolExecutor):
    def submit(self, *_):
        died = Future()
        died.set_exception(BrokenExecutor("killed"))
        return died


class DiesBefore(ThreadPoolExecutor):
    def submit(self, *_):
        raise BrokenExecutor("killed")


@pytest.mark.parametrize("dying", [DiesAtWork, DiesBefore])
def test_where_the_worker_dies_this_process_speaks(dying):
    (speech,) = by_worker(dying)(TOLD)()
    assert len(speech.samples)
