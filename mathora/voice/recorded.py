"""Steps that somebody has read aloud: their files, their word times, and what is wrong with a recording.

Owns: `recordings` (which files there are), `Recorder`, which makes speeches of them, and `troubles`.

Laws:
- A recording is found by its step: `voice/LESSON/SECTION.STEP.wav` (or `.flac`, `.mp3`) beside the scripts' folder, or
  in it. It is opened by its content, with limits, and never outside the course.
- It is trimmed and brought to the loudness of the known voice; its words are found by aligning the two. Without a known
  voice its times are estimated from the letters.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mathora.voice.alignment import align, breadth_of, change_of
from mathora.voice.programs import decoded
from mathora.voice.speech import BadRecording, Speech, Voice, VoiceFailed, Wave, finished, spread

KINDS = (".wav", ".flac", ".mp3")
LARGEST = 64 << 20  # bytes of a recording
SHORTEST = 0.1  # seconds of a recording; nothing is said in less

CLIPPED, CLIPPED_RUN = 0.995, 4
"""So many samples in a row at so much of the greatest number are a loudness that the microphone could not take."""

SLOWEST, FASTEST = 2.2, 0.45
"""A recording is told if it takes more, or less, than so many times as long as the known voice."""

LIKENESS = 1.03  # a recording says other words if it costs more than so many times what it costs along some others
LEVELLEST = 0.8  # a recording in which less changes is a tone or noise: of what is spoken in a quiet room it is some 3
NARROWEST = 4.5  # a recording that is spread over fewer bands is whistled, a siren or a tone that glides
UNLIKE = 2.2  # a recording that costs more along its own words is nobody's speech: whoever says them, it is some 1.3
LOUD = 0.1  # the share of the loudest moment from which on a sample counts for how loud a speech is


def recordings(script: Path, lesson: str) -> Mapping[str, Path]:
    """The recordings of a lesson by `section/step`; a link that leads out of the course's folder is none."""
    found: dict[str, Path] = {}
    for address, path in _named(script, lesson):
        if path.suffix.lower() in KINDS and path.is_file():
            found.setdefault(address, path)
    return found


def passed_over(script: Path, lesson: str) -> Iterator[tuple[str, Path, str]]:
    """What is named as recordings are, by `section/step`, of which none is heard; each with why."""
    used = recordings(script, lesson)
    for address, path in _named(script, lesson):
        if path.is_dir():
            yield address, path, "it is a folder: put the recording itself there"
        elif path.suffix.lower() not in KINDS:
            yield address, path, f"it is not heard: save it as one of {', '.join(KINDS)}"
        elif used[address] != path:
            yield address, path, f"it is not heard, as {used[address].name} is there, too: take one of them away"


def _named(script: Path, lesson: str) -> Iterator[tuple[str, Path]]:
    """All inside the course that is named as recordings are, of whatever kind, by `section/step`; folders, too."""
    home = script.parent
    homes = (home.parent, home) if home.name == "scripts" else (home,)
    for folder in homes:
        place = folder / "voice" / lesson
        for path in sorted(place.glob("*.*")) if place.is_dir() else ():
            section, dot, step = path.stem.partition(".")
            inside = path.resolve().is_relative_to(homes[0].resolve())
            if dot and inside and (path.is_file() or path.is_dir()):
                yield f"{section}/{step}", path


@dataclass(frozen=True)
class Recorder:
    """The voice of one recording: whatever phrases it is given, it says its own; `known` says the same words."""

    content: bytes
    name: str
    known: Voice | None

    @staticmethod
    def of(path: Path, known: Voice | None) -> Recorder:
        """The recording in a file. Raises `BadRecording` if it is too big."""
        if path.stat().st_size > LARGEST:
            raise BadRecording(str(path), f"{path} has more than {LARGEST >> 20} MB")
        return Recorder(path.read_bytes(), str(path), known)

    @property
    def credit(self) -> str:
        """Somebody who has read it."""
        return "recorded"

    @property
    def key(self) -> tuple[str, ...]:
        """The recording's digest, and the voice that it is aligned with."""
        return ("recorded", hashlib.sha256(self.content).hexdigest(), *(self.known.key if self.known else ()))

    def say(self, phrases: Sequence[str]) -> Speech:
        """The recording, with the times of the phrases in it. Raises `BadRecording` if it cannot be used."""
        try:
            wave, rate = self._heard()
            alone = finished(wave, rate, spread(wave, rate, phrases))
        except VoiceFailed as failed:
            raise BadRecording(self.name, str(failed)) from None
        if self.known is None:
            return alone
        reference = self.known.say(phrases)
        told = as_wave(reference)
        found = align(told, reference.rate, wave, rate)
        times = [(found.at(begin / reference.rate), found.at(end / reference.rate)) for begin, end in reference.phrases]
        return finished(wave * np.float32(_loudness(told) / max(_loudness(wave), 1e-6)), rate, times)

    def _heard(self) -> tuple[Wave, int]:
        wave, rate = decoded(self.content, self.name)
        if len(wave) < SHORTEST * rate:
            raise VoiceFailed(f"{self.name} has less than {SHORTEST} seconds of sound")
        return wave, rate


def as_wave(speech: Speech) -> Wave:
    """A speech's samples between −1 and 1."""
    return speech.samples.astype(np.float32) / np.float32(np.iinfo(np.int16).max)


def _loudness(wave: Wave) -> float:
    """The root mean square of the samples that are heard."""
    heard = wave[np.abs(wave) > LOUD * np.abs(wave).max(initial=0.0)]
    return float(np.sqrt((heard.astype(np.float64) ** 2).mean())) if len(heard) else 0.0


def troubles(recorder: Recorder, phrases: Sequence[str], others: Sequence[Sequence[str]]) -> Iterator[str]:
    """What is wrong with a recording of these phrases, in words; `others` are the words of other steps."""
    try:
        wave, rate = decoded(recorder.content, recorder.name)
        speech = recorder.say(phrases)
    except VoiceFailed as failed:
        yield str(failed)
        return
    if _is_clipped(wave):
        yield "it is clipped: record it again, further from the microphone or with less gain"
    if change_of(wave, rate) < LEVELLEST or breadth_of(wave, rate) < NARROWEST:
        yield "nothing is spoken in it, only a tone or noise is heard: look which microphone it was"
        return
    if recorder.known is None:
        return
    reference = recorder.known.say(phrases)
    share = len(speech.samples) / speech.rate / (len(reference.samples) / reference.rate)
    if not FASTEST < share < SLOWEST:
        how = "long" if share > 1 else "short"
        yield f"it is too {how}: {share:.1f} times as long as the known voice takes for these words"
    if _says_other_words(recorder, (wave, rate), reference, others):
        yield f"it says other words than '{' '.join(phrases)}'"


def _is_clipped(wave: Wave) -> bool:
    """Whether the wave lies at its greatest possible value for several samples."""
    at_the_end = np.abs(wave) >= CLIPPED
    runs = np.convolve(at_the_end.astype(np.int8), np.ones(CLIPPED_RUN, np.int8), "valid")
    return bool((runs == CLIPPED_RUN).any())


def _says_other_words(
    recorder: Recorder, heard: tuple[Wave, int], own: Speech, others: Sequence[Sequence[str]]
) -> bool:
    """Whether the recording runs along other words as cheaply as along its own, or along none."""
    assert recorder.known is not None  # noqa: S101 - for the types: the caller has looked
    cost = align(as_wave(own), own.rate, *heard).cost
    if cost > UNLIKE:
        return True
    for phrases in others:
        other = recorder.known.say(phrases)
        if cost > LIKENESS * align(as_wave(other), other.rate, *heard).cost:
            return True
    return False
