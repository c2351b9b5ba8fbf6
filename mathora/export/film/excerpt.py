"""One section, or one step, of a timeline as a timeline of its own: what its clip is joined by.

Law: only the zero moves, and nothing follows. Lengths, holds and captions are the film's, tick for tick.
"""

from __future__ import annotations

from dataclasses import replace

from mathora.plan import Slot, Timeline


def excerpt(timeline: Timeline, section: str) -> Timeline:
    """The section by itself, its first step at tick 0; raises `KeyError` if there is no such section."""
    chapter = next((one for one in timeline.chapters if one.section == section), None)
    if chapter is None:
        raise KeyError(section)
    slots = tuple(_from(slot, chapter.start) for slot in timeline.slots if slot.section == section)
    return Timeline(timeline.rate, slots, (replace(chapter, start=0, end=chapter.end - chapter.start),))


def step_excerpt(timeline: Timeline, address: str) -> Timeline:
    """The step `section/step` by itself, without a chapter; raises `KeyError`."""
    slot = timeline[address]
    return Timeline(timeline.rate, (_from(slot, slot.start),), ())


def _from(slot: Slot, zero: int) -> Slot:
    cues = tuple(replace(cue, start=cue.start - zero, end=cue.end - zero) for cue in slot.cues)
    return replace(slot, start=slot.start - zero, cues=cues, handover=0)
