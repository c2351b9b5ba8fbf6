"""Programs as voices: they get words and give a sound file; a lesson can start none."""

import shutil
import sys

import numpy as np
import pytest
from spoken_lesson import RATE, proven, tone, wav

from mathora.lesson import Faulty
from mathora.voice import programs
from mathora.voice.programs import ProgramVoice, command_voice, decoded, espeak
from mathora.voice.speech import VoiceFailed
from mathora.voice.voices import VOICES, Unspoken, asked_for, voice_for
from tests.programs import needs_espeak


@pytest.fixture
def program(tmp_path):
    """A command that keeps what it is told and answers with this."""

    def program(answer, code=0, words=tmp_path / "words"):
        sound = tmp_path / "sound"
        sound.write_bytes(answer)
        source = (
            f"import sys; open({str(words)!r}, 'wb').write(sys.stdin.buffer.read());"
            f"sys.stdout.buffer.write(open({str(sound)!r}, 'rb').read());"
            f"sys.exit({code!r})"
        )
        return ProgramVoice((sys.executable, "-c", source), "a program"), words

    return program


def test_it_reads_words_and_writes_a_sound_file(program):
    voice, words = program(wav(tone(1, RATE)))
    speech = voice.say(["Hold", "w zwei", "für Ö;", "$(touch x)"])
    assert words.read_bytes().decode() == "Hold w zwei für Ö; $(touch x)"
    assert (speech.rate, len(speech.phrases)) == (RATE, 4)
    assert len(speech.samples) == RATE
    assert speech.phrases[-1][1] == pytest.approx(RATE, abs=20)


@pytest.mark.parametrize(
    ("answer", "code", "told"),
    [(b"", 0, "is no sound file"), (b"no wav at all", 0, "is no sound file"), (b"", "broken", "ended with 1: broken")],
)
def test_what_goes_wrong_is_told(program, answer, code, told):
    voice, _ = program(answer, code)
    with pytest.raises(VoiceFailed, match=told):
        voice.say(["Words."])


def test_a_program_that_says_nothing_has_failed(program):
    voice, _ = program(wav(np.zeros(RATE, np.float32)))
    with pytest.raises(VoiceFailed, match="silent"):
        voice.say(["Words."])


def test_a_command_line_is_split_as_a_shell_would_and_no_shell_runs():
    voice = command_voice("cat 'a file' $HOME")
    assert voice.command == ("cat", "a file", "$HOME")
    assert voice.key[:-1] == voice.command
    with pytest.raises(ValueError, match="no voice and no program 'no-such-program'"):
        command_voice("no-such-program --fast")


@pytest.mark.parametrize("voice", ["cat", "sh -c ls", "/bin/sh", "espeak-ng -v de", "!cat"])
def test_a_lesson_cannot_name_a_command(voice):
    with pytest.raises(Faulty) as raised:
        proven("Words.", extra=f"voice: '{voice}'")
    assert [fault.rule for fault in raised.value.faults] == ["unknown-word"]


def test_a_voice_that_is_not_here_says_why(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert voice_for("standard", "de") == Unspoken("espeak-ng is not installed")
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "onnxruntime" else True)
    assert voice_for("standard", "en") == Unspoken("onnxruntime is not installed")
    assert voice_for("hibari", "de") == Unspoken("the voice hibari does not speak 'de'")
    assert voice_for("none", "en") == Unspoken()


def test_who_runs_it_may_ask_for_a_name_or_a_command():
    assert asked_for("none", "en") == Unspoken()
    assert asked_for("cat -", "en") == command_voice("cat -")
    assert set(VOICES) == {"hibari", "espeak-ng"}


@needs_espeak
def test_espeak_speaks_german():
    speech = espeak("de").say(["Der", "Gradient", "zeigt", "bergauf."])
    assert 0.5 < speech.times.length < 4


PLAYLIST = b"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n/etc/passwd\n#EXT-X-ENDLIST\n"
CONCATENATION = b"ffconcat version 1.0\nfile other.wav\n"


@pytest.mark.parametrize(
    "content", [PLAYLIST, CONCATENATION, b"RIFF" + PLAYLIST, b"fLaC" + PLAYLIST, b"\xff\xfb" + PLAYLIST]
)
def test_a_list_of_other_files_is_no_sound(content):
    """Left to itself, FFmpeg would open what it names."""
    with pytest.raises(VoiceFailed, match="cannot be read as one"):
        decoded(content, "one.wav")


def test_a_sound_in_a_code_that_nobody_knows_is_no_sound():
    content = wav(tone(1, RATE))
    with pytest.raises(VoiceFailed, match="cannot be read as one"):
        decoded(content[:20] + b"\x99\x99" + content[22:], "one.wav")


def test_a_sound_is_unpacked_no_further_than_a_step_may_last(monkeypatch):
    monkeypatch.setattr(programs, "LONGEST", 1)
    assert len(decoded(wav(tone(1, RATE)), "one.wav")[0]) == RATE
    with pytest.raises(VoiceFailed, match=r"one\.wav has more than 1 seconds of sound"):
        decoded(wav(tone(2, RATE)), "one.wav")
