"""Spoken steps on disk: found by what was said by whom, trusted only after their digest was compared.

Owns: `SpeechStore`.

Layout: `speech/ab/<key>.speech`: the digest of all the rest, then what is known of the sound as JSON, each in a line,
then its samples (16 bits, little-endian).

Laws:
- What is read is verified; a damaged file is removed and reported as absent, so that the step is spoken again.
- A file appears whole or not at all; nobody clears away what is being written (the drawn clips' lock is shared).
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

import numpy as np

from mathora.render.files import digest, lock, write_whole
from mathora.voice.speech import Speech


class SpeechStore:
    """A folder of spoken steps, beside the drawn clips."""

    def __init__(self, cache: Path) -> None:
        self.root = cache / "speech"
        self._lock = cache / "lock"

    def add(self, key: str, speech: Speech) -> None:
        """Keep a speech. Raises `OSError`."""
        facts = json.dumps({"rate": speech.rate, "phrases": speech.phrases}).encode("ascii")
        body = facts + b"\n" + speech.samples.astype("<i2").tobytes()
        with lock(self._lock, shared=True):
            write_whole(self._path(key), digest(body).encode("ascii") + b"\n" + body)

    def find(self, key: str) -> Speech | None:
        """The speech that `key` stands for, verified; None if there is none that is whole. It counts as used now."""
        path = self._path(key)
        try:
            named, _, body = path.read_bytes().partition(b"\n")
        except FileNotFoundError:
            return None
        if named != digest(body).encode("ascii"):
            with suppress(OSError):
                path.unlink()
            return None
        with suppress(OSError):  # a read-only store still serves
            os.utime(path)
        facts, _, samples = body.partition(b"\n")
        known = json.loads(facts)
        phrases = tuple((begin, end) for begin, end in known["phrases"])
        return Speech(np.frombuffer(samples, "<i2").astype(np.int16), known["rate"], phrases)

    def _path(self, key: str) -> Path:
        return self.root / key[:2] / f"{key}.speech"
