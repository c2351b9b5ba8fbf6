"""The plan of a film: the size and rate of its frames, and when everything is seen and said. Pure.

Public: `FrameFormat`, `QUALITIES`; `SectionView`, `section_view`, `SceneSource`; `DrawnStep`, `Label`,
`Loop`, `ShownLoop`, `StepFailed`;
`plan`, `too_full_steps`, `stands_still`, `unlit`, `Reading`, `WordTimes`, `SILENCE`;
`Timeline`, `Slot`, `Cue`, `Chapter`; `Phrase`, `said_in`.
"""

from mathora.plan.cues import Cue, WordTimes
from mathora.plan.drawn import (
    ASIDE,
    FAR_OFF,
    DrawnStep,
    Finding,
    InvariantReceipt,
    Label,
    Loop,
    Move,
    StepFacts,
    StepFailed,
)
from mathora.plan.format import QUALITIES, FrameFormat
from mathora.plan.liveliness import ShownLoop
from mathora.plan.narration import Phrase
from mathora.plan.reading import Reading
from mathora.plan.source import SceneSource, SourceFile
from mathora.plan.stillness import alive, in_motion, stands_still
from mathora.plan.timeline import SILENCE, Chapter, Slot, Timeline, plan, said_in, too_full_steps
from mathora.plan.unlit import unlit
from mathora.plan.view import Known, Opening, PartValue, SectionView, VisualAct, VisualStep, section_view
