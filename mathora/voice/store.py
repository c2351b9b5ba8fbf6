"""Spoken steps on disk, among the parts of products: found by what was said by whom.

Layout: a part's content is what is known of the sound as JSON, in a line, then its samples (16 bits, little-endian).

Law: as for all parts, what is given is verified; a damaged one is spoken again.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from mathora.render.parts import PartStore
from mathora.voice.speech import Speech

SPEECH = ".speech"


class SpeechStore:
    """The speeches of a cache."""

    def __init__(self, cache: Path) -> None:
        self._parts = PartStore(cache, "")

    def find(self, key: str) -> Speech | None:
        """The speech that `key` stands for, if it is there and whole. Raises `OSError`."""
        path = self._parts.found(SPEECH, key)
        if path is None:
            return None
        facts, _, samples = path.read_bytes().partition(b"\n")
        known = json.loads(facts)
        phrases = tuple((begin, end) for begin, end in known["phrases"])
        return Speech(np.frombuffer(samples, "<i2").astype(np.int16), known["rate"], phrases)

    def keep(self, key: str, speech: Speech) -> None:
        """From now on the speech is what `key` stands for. Raises `OSError`."""
        self._parts.part(SPEECH, key, lambda path: _write(path, speech))


def _write(path: Path, speech: Speech) -> None:
    facts = json.dumps({"rate": speech.rate, "phrases": speech.phrases}).encode("ascii")
    path.write_bytes(facts + b"\n" + speech.samples.astype("<i2").tobytes())
