"""The film: clips joined by copying their packets, with their sound, captions, chapters and the title.

Laws:
- No frame is decoded or encoded: a clip's packets are moved to their slot, and within it to the words that start
  their moves; a picture stands until the next is shown. Loops are shown in between, as often as the timeline says, and
  handovers at their slots' ends.
- A clip's, or loop's, last packet repeats its last picture and stands at its slot's last tick: the film ends there in
  every player. It is left out where a loop follows.
- All clips share one decoder configuration; a clip that has another is an error of ours, not a broken film.
- The same clips and the same timeline give the same bytes: no dates, no versions, no paths are written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from functools import partial
from heapq import merge
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType
from typing import Any

import av
from av.container import OutputContainer
from av.stream import Stream
from av.video.stream import VideoStream

from mathora.export.film.captions import text_samples
from mathora.export.film.sound import add_sound, sound_packets
from mathora.plan import ShownLoop, Slot, Timeline
from mathora.render.clip import Clip
from mathora.voice.loudness import FILM_RATE

MUTE: Mapping[str, Path] = MappingProxyType({})
CUT: Mapping[str, Clip] = MappingProxyType({})
UNDECODED: Any = [{"skip_frame": "all"}]  # as PyAV documents it; its types say otherwise
"""Options of a clip's stream. Else whoever opens a file decodes its first picture, which costs more than moving it."""


def write_film(  # noqa: PLR0913 - what a film is made of
    path: Path,
    timeline: Timeline,
    clips: Mapping[str, Clip],
    tags: Mapping[str, str],
    language: str = "eng",
    *,
    sound: Mapping[str, Path] = MUTE,
    handovers: Mapping[str, Clip] = CUT,
) -> None:
    """Write the film to `path`; `tags` are the container's metadata (`title`, `album`, …), `language` that of its
    captions and its voice (ISO 639-2). `sound` is each step's speech, encoded; where there is none at all, the film
    has no sound track. `handovers["section/step"]` is how the step's last picture becomes what follows; where there is
    none, it is cut. Raises `OSError`.
    """
    options = {"movflags": "+faststart", "fflags": "+bitexact", "movie_timescale": str(FILM_RATE)}
    tick = Fraction(1, timeline.rate)
    with av.open(str(path), "w", format="mp4", options=options) as film:
        film.metadata.update(tags)
        film.set_chapters(
            [
                {"id": number, "start": one.start, "end": one.end, "time_base": tick, "metadata": {"title": one.title}}
                for number, one in enumerate(timeline.chapters)
            ]
        )
        _write(film, timeline, clips, language, sound, handovers)


def _write(  # noqa: PLR0913, PLR0917 - as above
    film: OutputContainer,
    timeline: Timeline,
    clips: Mapping[str, Clip],
    language: str,
    sound: Mapping[str, Path],
    handovers: Mapping[str, Clip],
) -> None:
    """All tracks side by side, in the order of their times."""
    tick = Fraction(1, timeline.rate)
    with av.open(str(clips[timeline.slots[0].address].video), stream_options=UNDECODED) as first:
        video = film.add_stream_from_template(first.streams.video[0])
        configuration = first.streams.video[0].codec_context.extradata
    video.time_base = tick
    voice = add_sound(film, language, sound) if sound else None
    captions = film.add_mux_stream("mov_text")
    captions.time_base = tick
    captions.metadata["language"] = language
    pictures = (
        packet
        for slot in timeline.slots
        for packet in _packets(slot, _parts(slot, clips, handovers), configuration, video, tick)
    )
    lines = (_caption(sample, captions, tick) for sample in text_samples(timeline))
    heard = sound_packets(voice, timeline, sound) if voice else ()
    tracks = (_needed(lines, FILM_RATE), _needed(pictures, FILM_RATE), _needed(heard, timeline.rate))
    for _, packet in merge(*tracks, key=itemgetter(0)):
        film.mux(packet)


def _needed(packets: Iterable[av.Packet[Any]], unit: int) -> Iterator[tuple[int, av.Packet[Any]]]:
    """Packets with when a player needs them, as a whole number, which many of them are compared by."""
    return ((packet.dts * unit, packet) for packet in packets if packet.dts is not None)


ShownClip = tuple[Path, Callable[[int], int]]
"""A clip's file, and the film's tick at which what it shows at its own tick is shown."""


def _parts(slot: Slot, clips: Mapping[str, Clip], handovers: Mapping[str, Clip]) -> Iterator[ShownClip]:
    """What a slot shows, one after the other: what lives on, its clip, its loops, and how it gives way to the next."""
    if slot.waiting:
        yield from _loops(slot, clips[slot.before], slot.waiting)
    yield clips[slot.address].video, slot.at
    yield from _loops(slot, clips[slot.address], slot.loops)
    if slot.handover and slot.address in handovers:
        yield handovers[slot.address].video, lambda tick: slot.end - slot.handover + tick


def _loops(slot: Slot, clip: Clip, shown: Iterable[ShownLoop]) -> Iterator[ShownClip]:
    return ((clip.loops[one.loop], partial(slot.loop_at, one, clip.facts.loops[one.loop])) for one in shown)


def _packets(
    slot: Slot, shown_parts: Iterable[ShownClip], configuration: bytes | None, video: VideoStream, tick: Fraction
) -> Iterator[av.Packet[Any]]:
    """The packets of what a slot shows, moved to it, and the last one to its end."""
    parts = [*shown_parts]
    for number, (film, at) in enumerate(parts, 1):
        with av.open(str(film), stream_options=UNDECODED) as container:
            source = container.streams.video[0]
            if source.codec_context.extradata != configuration:
                raise ValueError(f"the clip of {slot.address} was encoded with other settings than the first")
            packets = [packet for packet in container.demux(source) if packet.size]
            unit = Fraction(source.time_base or 0) / tick
        shown = [_in_ticks(packet.pts, unit) for packet in packets]
        if shown[-1] < max(shown):
            raise ValueError(f"the picture that the clip of {slot.address} shows last is not decoded last")
        for packet, seen in zip(packets, shown, strict=True):
            decoded, ends = _in_ticks(packet.dts, unit), packet is packets[-1]
            if ends and number < len(parts):
                break
            last = slot.end - 1 - seen
            packet.time_base = tick
            packet.pts, packet.dts = (seen + last, decoded + last) if ends else (at(seen), at(decoded))
            packet.duration = 1
            packet.stream = video
            yield packet


def _in_ticks(time: int | None, unit: Fraction) -> int:
    """A packet's time in ticks, `unit` being so many ticks; raises `ValueError` if it has none or lies between two."""
    ticks, between = divmod((time or 0) * unit.numerator, unit.denominator)
    if time is None or between:
        raise ValueError("a clip has a packet whose time is not a whole number of ticks")
    return ticks


def _caption(sample: tuple[int, int, bytes], stream: Stream, tick: Fraction) -> av.Packet[Any]:
    start, length, content = sample
    packet = av.Packet(content)
    packet.stream = stream
    packet.time_base = tick
    packet.pts = packet.dts = start
    packet.duration = length
    return packet
