"""Captions as the film's own text track.

Law: cues are the timeline's, to the tick; nothing is timed here.
"""

from __future__ import annotations

from collections.abc import Iterator

from mathora.plan import Timeline


def text_samples(timeline: Timeline) -> Iterator[tuple[int, int, bytes]]:
    """(start, length, sample) of a film's text track in ticks, without gaps: silence is an empty sample.

    A sample is 3GPP timed text (TS 26.245, 5.17): the text's length in bytes as a 16-bit number, then the text.
    """
    now = 0
    for cue in timeline.cues:
        if cue.start > now:
            yield now, cue.start - now, _sample("")
        yield cue.start, cue.end - cue.start, _sample("\n".join(cue.lines))
        now = cue.end
    if timeline.end > now:
        yield now, timeline.end - now, _sample("")


def _sample(text: str) -> bytes:
    content = text.encode("utf-8")
    return len(content).to_bytes(2, "big") + content
