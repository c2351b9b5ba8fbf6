"""Music under a voice: quiet, quieter still while somebody speaks, and without a seam.

Owns: `Music` (a file that the author names) and `under`, a film's sound with its music.

Source: WCAG 2.2, 1.4.7 (what plays behind speech is at least 20 dB softer); ITU-R BS.1770-5: what is more than 10 LU
softer than the rest does not count for how loud a film is, so that its pauses may have music.

Laws:
- The file is opened by its content, with a recording's limits.
- It goes down before a word is heard, stays down between the words of a sentence, and comes back slowly.
- It begins and ends in silence. Where it is shorter than the film it is repeated, its end fading into its beginning.
- No sample passes the ceiling that the voice alone has.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from mathora.voice.loudness import CEILING, FILM_RATE, REACH, at_film_rate, limited, measured
from mathora.voice.programs import decoded
from mathora.voice.recorded import LARGEST
from mathora.voice.speech import Samples, VoiceFailed, Wave

ALONE, DUCKED = -30.0, -40.0  # LUFS of the music in a pause, and under the voice, which has −16

BEFORE, AFTER, RAMP = 0.4, 1.0, 0.5
"""Seconds before a sound and after it in which the music is down, or on its way there; of the way itself."""

FADE = 2.0  # seconds in which the music comes, goes, and is repeated
HEARD = 100  # of 32767; a sample that is softer is no speech

BLOCK = FILM_RATE // 100
PART = 30 * FILM_RATE  # samples for which the music's gain is one line, and that the limiter is given at once


@dataclass(frozen=True)
class Music:
    """A sound file, of whatever form; `name` is its file's, for messages."""

    content: bytes
    name: str

    @staticmethod
    def of(path: Path, name: str) -> Music:
        """The music in a file, which messages call `name`. Raises `VoiceFailed` if it is too big."""
        if path.stat().st_size > LARGEST:
            raise VoiceFailed(f"{name} has more than {LARGEST >> 20} MB")
        return Music(path.read_bytes(), name)

    @property
    def digest(self) -> str:
        """Of its content."""
        return hashlib.sha256(self.content).hexdigest()

    @cached_property
    def wave(self) -> Wave:
        """Its samples at the film's rate, as loud as it is to be in a pause. Raises `VoiceFailed`."""
        samples, rate = decoded(self.content, self.name)
        if not samples.any():
            raise VoiceFailed(f"{self.name} is silent")
        wave = at_film_rate(samples, rate)
        heard, _ = measured(wave)
        return np.asarray(wave * np.float32(10 ** ((ALONE - heard) / 20)), np.float32)

    def write_length(self, path: Path) -> None:
        """How many samples it has, as a file that says that all of it could be read. Raises `VoiceFailed`."""
        path.write_text(str(len(self.wave)), encoding="ascii")


def under(sound: Samples, music: Wave, ceiling: float = CEILING) -> Samples:
    """A film's sound with music under it and no sample over the ceiling; the same sound if there is none."""
    if not len(music) or not len(sound):
        return sound
    full = np.float32(np.iinfo(np.int16).max)
    mixed = sound.astype(np.float32) / full + _repeated(music, len(sound)) * _gain(sound)
    margin = 4 * round(REACH * FILM_RATE)
    parts = []
    for start in range(0, len(mixed), PART):
        since = max(0, start - margin)
        parts.append(limited(mixed[since : start + PART + margin], ceiling)[start - since :][:PART])
    return np.round(np.concatenate(parts) * full).astype(np.int16)


def _repeated(music: Wave, length: int) -> Wave:
    """The music for so many samples: each end fades into the next beginning, the first and the last into silence."""
    fade = min(round(FADE * FILM_RATE), len(music) // 2, length // 2)
    rising = np.sin(np.linspace(0, np.pi / 2, fade, dtype=np.float32))
    once = music.copy()
    once[:fade] *= rising
    once[len(once) - fade :] *= rising[::-1]
    whole = np.zeros(length, np.float32)
    for start in range(0, length, max(1, len(once) - fade)):
        part = once[: length - start]
        whole[start : start + len(part)] += part
    whole[length - fade :] *= rising[::-1]
    return whole


def _gain(sound: Samples) -> Wave:
    """How much of the music is heard at each sample: 1 in pauses, less where somebody speaks and around that."""
    blocks = -(-len(sound) // BLOCK)
    padded = np.zeros(blocks * BLOCK, np.int16)
    padded[: len(sound)] = sound
    speaks = np.abs(padded.reshape(blocks, BLOCK).astype(np.int32)).max(axis=1) > HEARD
    before, after, ramp = (round(seconds * 100) for seconds in (BEFORE, AFTER, RAMP))
    counted = np.concatenate([[0], np.cumsum(speaks)])
    at = np.arange(-ramp, blocks + ramp)
    down = counted[np.clip(at + before + 1, 0, blocks)] > counted[np.clip(at - after, 0, blocks)]
    smooth = np.convolve(down, np.full(ramp, 1 / ramp), "same")[ramp : ramp + blocks]
    decibels = (DUCKED - ALONE) * smooth
    places = np.arange(len(sound), dtype=np.float64) / BLOCK
    return (10 ** (np.interp(places, np.arange(blocks) + 0.5, decibels) / 20)).astype(np.float32)
