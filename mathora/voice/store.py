"""Spoken steps on disk, among the parts of products: found by what was said by whom.

Layout: a part's content is what is known of the sound as JSON, in a line, then its samples (16 bits, little-endian).

Law: as for all parts, what is given is verified; a damaged one is spoken again.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np

from mathora.render.parts import PartStore
from mathora.voice.speech import Speech


class SpeechStore:
    """The speeches of a cache."""

    def __init__(self, cache: Path) -> None:
        self._parts = PartStore(cache, "")

    def speech(self, key: str, say: Callable[[], Speech]) -> Speech:
        """The speech that `key` stands for: found, or else said now. Raises `OSError`, and what `say` raises."""
        path = self._parts.part(".speech", key, lambda path: _write(path, say()))
        facts, _, samples = path.read_bytes().partition(b"\n")
        known = json.loads(facts)
        phrases = tuple((begin, end) for begin, end in known["phrases"])
        return Speech(np.frombuffer(samples, "<i2").astype(np.int16), known["rate"], phrases)


def _write(path: Path, speech: Speech) -> None:
    facts = json.dumps({"rate": speech.rate, "phrases": speech.phrases}).encode("ascii")
    path.write_bytes(facts + b"\n" + speech.samples.astype("<i2").tobytes())
