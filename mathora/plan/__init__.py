"""The plan of a film: the size and rate of its frames, and when everything is seen and said. Pure.

Public: `FrameFormat`, `QUALITIES`; `plan`, `too_full_steps`, `Reading`; `Timeline`, `Slot`, `Cue`, `Chapter`; `spoken`.
"""

from mathora.plan.format import QUALITIES, FrameFormat
from mathora.plan.narration import spoken
from mathora.plan.reading import Reading
from mathora.plan.timeline import Chapter, Cue, Slot, Timeline, plan, too_full_steps

__all__ = [
    "QUALITIES",
    "Chapter",
    "Cue",
    "FrameFormat",
    "Reading",
    "Slot",
    "Timeline",
    "plan",
    "spoken",
    "too_full_steps",
]
