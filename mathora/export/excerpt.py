"""One section of a timeline as a timeline of its own: what a section's clip is joined by.

Law: only the zero moves. Lengths, holds and captions are the film's, tick for tick.
"""

from __future__ import annotations

from dataclasses import replace

from mathora.plan import Cue, Timeline


def excerpt(timeline: Timeline, section: str) -> Timeline:
    """The section by itself, its first step at tick 0; raises `KeyError` if there is no such section."""
    chapter = next((one for one in timeline.chapters if one.section == section), None)
    if chapter is None:
        raise KeyError(section)

    def earlier(cue: Cue) -> Cue:
        return replace(cue, start=cue.start - chapter.start, end=cue.end - chapter.start)

    slots = (
        replace(slot, start=slot.start - chapter.start, cues=tuple(map(earlier, slot.cues)))
        for slot in timeline.slots
        if slot.section == section
    )
    return Timeline(timeline.rate, tuple(slots), (replace(chapter, start=0, end=chapter.end - chapter.start),))
