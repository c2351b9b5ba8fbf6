"""Voices that are programs: espeak-ng, and any command that its user names.

Owns: `ProgramVoice`, `espeak`, `command_voice`.

Laws:
- A program gets the words on its standard input as UTF-8 and writes a sound file (WAV, FLAC, …) to its output. No shell
  is involved, and no word of a lesson is ever an argument.
- Which program it is, is said by who runs Mathora, never by a lesson: a lesson may come from anyone.
- Such a program tells no times: its phrases' times are estimated from their letters.
- A sound file is known by how it begins, and read as that alone: a playlist, which names other files, is none. It is
  unpacked no further than a step may last.
"""

from __future__ import annotations

import hashlib
import shlex
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from itertools import chain
from pathlib import Path

import numpy as np

from mathora.lesson import LanguageName
from mathora.voice.speech import Speech, VoiceFailed, Wave, finished, spread

PATIENCE = 120  # seconds after which a program that has not said a step is stopped
LONGEST = 600  # seconds of sound that a step may have

FORMS = {
    **dict.fromkeys((b"RIFF", b"RF64"), "wav"),
    **dict.fromkeys((b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xfa"), "mp3"),
    b"fLaC": "flac", b"OggS": "ogg", b"FORM": "aiff",
}  # fmt: skip
"""How a sound file begins, and FFmpeg's name for its form."""

ESPEAK = "espeak-ng"
ESPEAK_VOICES = {"en": "en-us", "de": "de"}


@dataclass(frozen=True)
class ProgramVoice:
    """A program with its arguments; `credit` says who speaks."""

    command: tuple[str, ...]
    credit: str

    @cached_property
    def key(self) -> tuple[str, ...]:
        """The command, and the digest of the program's file."""
        program = shutil.which(self.command[0])
        content = Path(program).read_bytes() if program else b""
        return (*self.command, hashlib.sha256(content).hexdigest())

    def say(self, phrases: Sequence[str]) -> Speech:
        """All phrases in one call."""
        words = " ".join(phrases).encode("utf-8")
        try:
            done = subprocess.run(self.command, input=words, capture_output=True, check=True, timeout=PATIENCE)
        except subprocess.CalledProcessError as error:
            told = error.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
            raise VoiceFailed(": ".join([f"{self.command[0]} ended with {error.returncode}", *told])) from None
        except subprocess.TimeoutExpired:
            raise VoiceFailed(f"{self.command[0]} did not say a step within {PATIENCE} seconds") from None
        wave, rate = decoded(done.stdout, self.command[0])
        return finished(wave, rate, spread(wave, rate, phrases))


def decoded(content: bytes, source: str) -> tuple[Wave, int]:
    """A sound file's samples as one channel between −1 and 1, and their rate. Raises `VoiceFailed`."""
    unreadable = VoiceFailed(f"{source} is no sound file: {len(content)} bytes that cannot be read as one")
    form = next((form for begin, form in FORMS.items() if content.startswith(begin)), None)
    if form is None:
        raise unreadable
    import av  # noqa: PLC0415 - who reads no recording does without

    try:
        with av.open(BytesIO(content), "r", format=form) as container:
            stream = container.streams.audio[0]
            rate = stream.rate
            mono = av.AudioResampler(format="flt", layout="mono", rate=rate)
            parts, length = [np.zeros(0, np.float32)], 0
            for part in chain.from_iterable(map(mono.resample, chain(container.decode(stream), [None]))):
                parts.append(part.to_ndarray()[0])
                length += len(parts[-1])
                if length > LONGEST * rate:
                    raise VoiceFailed(f"{source} has more than {LONGEST} seconds of sound")
    except (av.FFmpegError, IndexError, AttributeError):  # the last: of a form that FFmpeg does not know
        raise unreadable from None
    return np.concatenate(parts).astype(np.float32), rate


def espeak(language: LanguageName) -> ProgramVoice:
    """The machine's own espeak-ng in a language."""
    command = (ESPEAK, "-v", ESPEAK_VOICES[language], "-s", "160", "--stdin", "--stdout")
    return ProgramVoice(command, f"{ESPEAK} ({ESPEAK_VOICES[language]})")


def espeak_missing() -> str:
    """Why espeak-ng cannot speak here; empty if it can."""
    return "" if shutil.which(ESPEAK) else f"{ESPEAK} is not installed"


def command_voice(line: str) -> ProgramVoice:
    """The voice of a command line. Raises `ValueError` if there is no such program."""
    words = tuple(shlex.split(line))
    if not words or not shutil.which(words[0]):
        spoken = "write hibari, espeak-ng, none, or the name of a program that is installed"
        raise ValueError(f"there is no voice and no program '{words[0] if words else line}': {spoken}")
    return ProgramVoice(words, Path(words[0]).name)
