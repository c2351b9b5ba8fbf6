"""The film's sound: each step's speech at the moment where the step begins, as AAC.

Owns: `sound_packets` and what the encoder is told.

Laws:
- A speech begins with its slot, to the sample; between speeches there is silence, and the sound ends with the timeline.
- The same samples give the same packets: one encoder, without a name or a version in the stream.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import av
import numpy as np
from av.codec.context import Flags

from mathora.plan import Timeline
from mathora.voice.loudness import FILM_RATE
from mathora.voice.speech import Samples

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container import OutputContainer

BITS = 64_000
"""Bits a second: plenty for one voice."""

FRAME = 1024
"""Samples of an AAC frame."""


def add_sound(film: OutputContainer, language: str) -> AudioStream:
    """The sound's stream in a film; `language` is what is spoken (ISO 639-2)."""
    stream = film.add_stream("aac", rate=FILM_RATE, layout="mono")
    stream.bit_rate = BITS
    stream.metadata["language"] = language
    stream.codec_context.flags |= Flags.bitexact
    return stream


def sound_packets(stream: AudioStream, timeline: Timeline, sound: Mapping[str, Samples]) -> Iterator[av.Packet[Any]]:
    """The film's sound in packets; `sound` is each step's at the film's rate."""
    for start, samples in _frames(timeline, sound):
        frame = av.AudioFrame.from_ndarray(samples[None, :], format="s16", layout="mono")
        frame.sample_rate, frame.time_base, frame.pts = FILM_RATE, Fraction(1, FILM_RATE), start
        yield from stream.encode(frame)
    yield from stream.encode(None)


def _frames(timeline: Timeline, sound: Mapping[str, Samples]) -> Iterator[tuple[int, Samples]]:
    """The whole sound in frames: (first sample's number, samples)."""
    whole = np.zeros(round(timeline.seconds(timeline.end) * FILM_RATE), np.int16)
    for slot in timeline.slots:
        if (own := sound.get(slot.address)) is not None:
            begin, end = (round(timeline.seconds(tick) * FILM_RATE) for tick in (slot.start, slot.end))
            own = own[: end - begin]
            whole[begin : begin + len(own)] = own
    for start in range(0, len(whole), FRAME):
        yield start, np.ascontiguousarray(whole[start : start + FRAME])
