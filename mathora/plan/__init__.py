"""The plan of a film: the size and rate of its frames, and when everything is seen and said. Pure.

Public: `FrameFormat`, `QUALITIES`; `plan`, `Timeline`, `Slot`, `Cue`, `Chapter`; `spoken`.
"""

from mathora.plan.format import QUALITIES, FrameFormat
from mathora.plan.narration import spoken
from mathora.plan.timeline import Chapter, Cue, Slot, Timeline, plan

__all__ = ["QUALITIES", "Chapter", "Cue", "FrameFormat", "Slot", "Timeline", "plan", "spoken"]
