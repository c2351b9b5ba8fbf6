"""Captions from the timeline: a WebVTT file, and the same cues for the film's own text track.

Owns: `webvtt` and `text_samples`.

Laws:
- Cues are the timeline's, to the millisecond; nothing is timed here.
- Text is escaped: no word of a narration is markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from mathora.plan import Timeline

ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def webvtt(timeline: Timeline) -> str:
    """The captions as a WebVTT file (W3C WebVTT, 2019)."""
    blocks = ["WEBVTT"]
    for number, cue in enumerate(timeline.cues, start=1):
        times = f"{clock(timeline.seconds(cue.start))} --> {clock(timeline.seconds(cue.end))}"
        lines = "\n".join(line.translate(ESCAPES) for line in cue.lines)
        blocks.append(f"{number}\n{times}\n{lines}")
    return "\n\n".join(blocks) + "\n"


def clock(seconds: Fraction) -> str:
    """A time as WebVTT writes it, rounded to the millisecond.

    >>> clock(Fraction(7384, 3))
    '00:41:01.333'
    """
    milliseconds = int(seconds * 1000 + Fraction(1, 2))
    whole, rest = divmod(milliseconds, 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{rest:03}"


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
