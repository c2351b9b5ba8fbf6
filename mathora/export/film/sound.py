"""The film's sound: each step's speech, encoded once, at the moment where the step begins.

Owns: `encoded`, which encodes a speech if that has not been done, and `sound_packets`, which moves it to its place;
`write_with_music`, all speeches in one with the author's music under them.

Laws:
- A speech is encoded once: a film, a section's clip and a step's have the same packets of it. So a changed sentence
  costs one sentence.
- A speech begins with its slot, to half a packet (11 ms), and not before the last has ended; between speeches there is
  silence, and the sound ends with the timeline.
- No join is heard: what is encoded begins and ends in silence, so that nothing overlaps with what stands beside it.
- No true peak of what is decoded is over `PEAK`: the encoder may add 3 dB, so it is decoded, measured and, where it is
  over, encoded anew from samples under a lower ceiling.
- The same samples give the same packets: one encoder, without a name or a version in the stream.

Source: a packet of AAC holds what sounds in its 1024 samples and the 1024 before; the first of a stream is the
encoder's delay (ISO/IEC 14496-3, 4.6.11).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.audio.stream import AudioStream
from av.codec.context import Flags
from av.container import OutputContainer

from mathora.plan import Timeline
from mathora.render.files import digest
from mathora.render.parts import PartStore
from mathora.voice.loudness import CEILING, FILM_RATE, PEAK, levelled, measured
from mathora.voice.music import Music, under
from mathora.voice.speech import Samples, Speech, Wave

BITS = 64_000  # bits a second: plenty for one voice

SAMPLE = Fraction(1, FILM_RATE)
FRAME = 1024  # samples of an AAC packet

WARM_FRAMES = 96
"""So many packets of its own beginning, two seconds, an encoder is fed with first, which are thrown away: one that has
just begun makes the first loud vowel up to 5 dB louder.
"""

MARGIN = 0.2
"""Decibels by which a ceiling is lowered beyond what its sound was over, so that few rounds are enough."""

SILENT_FRAMES = 3
"""Packets of silence after a speech: the encoder is quiet again, and its last packet holds nothing but silence."""


def encoded(speech: Speech, parts: PartStore) -> Path:
    """A step's speech as loud as it should be and encoded: found, or made now. Raises `OSError`."""
    made_from = (speech.rate, digest(speech.samples.tobytes()))
    return parts.part(".m4a", made_from, lambda path: write_below_peak(path, lambda ceiling: levelled(speech, ceiling)))


def write_with_music(path: Path, timeline: Timeline, speeches: Mapping[str, Speech], music: Music) -> None:
    """Encode a whole film's sound with the author's music under it, as if its first step said all. Raises `OSError`."""

    def mixed(ceiling: float) -> Samples:
        whole = np.zeros(round(timeline.seconds(timeline.end) * FILM_RATE), np.int16)
        for slot in timeline.slots:
            if slot.address in speeches:
                begin, end = (round(timeline.seconds(tick) * FILM_RATE) for tick in (slot.start, slot.end))
                said = levelled(speeches[slot.address], ceiling)[: end - begin]
                whole[begin : begin + len(said)] = said
        return under(whole, music.wave, ceiling)

    write_below_peak(path, mixed)


def write_below_peak(path: Path, samples: Callable[[float], Samples]) -> None:
    """Encode what `samples` makes under a ceiling, one so low that nothing is heard over `PEAK`. Raises `OSError`."""
    ceiling, over = CEILING, 1.0
    while over > 0:
        write_sound(path, samples(ceiling))
        over = measured(_decoded(path))[1] - PEAK
        ceiling *= 10 ** (-(over + MARGIN) / 20)


def _decoded(path: Path) -> Wave:
    """What is heard of an encoded sound."""
    with av.open(str(path)) as file:
        return np.concatenate([frame.to_ndarray()[0] for frame in file.decode(audio=0)]).astype(np.float32)


def write_sound(path: Path, samples: Samples) -> None:
    """Encode a step's speech, at the film's rate. Raises `OSError`."""
    before, own = samples[: WARM_FRAMES * FRAME], -(-len(samples) // FRAME)
    warm = -(-len(before) // FRAME) + SILENT_FRAMES
    whole = np.zeros((warm + own + SILENT_FRAMES) * FRAME, np.int16)
    whole[: len(before)] = before
    whole[warm * FRAME : warm * FRAME + len(samples)] = samples
    with av.open(str(path), "w", format="mp4", options={"fflags": "+bitexact"}) as file:
        stream = file.add_stream("aac", rate=FILM_RATE, layout="mono")
        stream.bit_rate = BITS
        stream.codec_context.flags |= Flags.bitexact
        packets: list[av.Packet[Any]] = []
        for start in range(0, len(whole), FRAME):
            frame = av.AudioFrame.from_ndarray(whole[None, start : start + FRAME], format="s16", layout="mono")
            frame.sample_rate, frame.time_base, frame.pts = FILM_RATE, SAMPLE, start
            packets += stream.encode(frame)
        for packet in (packets + stream.encode(None))[warm:]:
            packet.pts = packet.dts = (packet.pts or 0) - warm * FRAME
            file.mux(packet)


def add_sound(film: OutputContainer, language: str, sound: Mapping[str, Path]) -> AudioStream:
    """The sound's stream in a film; `language` is what is spoken (ISO 639-2), `sound` each step's file, not empty."""
    with av.open(str(next(iter(sound.values())))) as first:
        stream = film.add_stream_from_template(first.streams.audio[0])
    stream.metadata["language"] = language
    return stream


def sound_packets(stream: AudioStream, timeline: Timeline, sound: Mapping[str, Path]) -> Iterator[av.Packet[Any]]:
    """The film's sound in packets; `sound` is each step's, as `write_sound` has encoded it."""
    end = round(timeline.seconds(timeline.end) * FILM_RATE)
    silence = _packets(next(iter(sound.values())))[-1]
    place, last = 0, -(-end // FRAME)
    for slot in timeline.slots:
        if slot.address in sound:
            begin = max(place, round(timeline.seconds(slot.start) * FILM_RATE / FRAME))
            own = _packets(sound[slot.address])[: last + 1 - begin]
            yield from (_placed(silence, number, end, stream) for number in range(place, begin))
            yield from (_placed(one, number, end, stream) for number, one in enumerate(own, begin))
            place = begin + len(own)
    yield from (_placed(silence, number, end, stream) for number in range(place, last + 1))


def _packets(path: Path) -> list[bytes]:
    """What was encoded, without the silence after it but for one packet."""
    with av.open(str(path)) as file:
        packets = [bytes(packet) for packet in file.demux(audio=0) if packet.size]
    return packets[: len(packets) - SILENT_FRAMES + 1]


def _placed(content: bytes, number: int, end: int, stream: AudioStream) -> av.Packet[Any]:
    """The packet with this number in the film: number 0 is the encoder's delay, and the last ends with the film."""
    packet = av.Packet(content)
    packet.stream, packet.time_base = stream, SAMPLE
    packet.pts = packet.dts = (number - 1) * FRAME
    packet.duration = min(FRAME, end - packet.pts)
    return packet
