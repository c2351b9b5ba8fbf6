"""From a proven lesson to clips: what is stale, on which workers, kept where. Never imports what draws, but in workers.

Public: `render_lesson`, `RenderSettings`, `RenderedLesson`, `Clip`; `StepsLost`, `LostStep`; `Progress`;
`ClipStore` (for `gc`).
"""

from mathora.render.build import render_lesson
from mathora.render.clip import Clip, LostStep, RenderedLesson, RenderSettings, StepsLost
from mathora.render.constant import constant_clips
from mathora.render.handover import handover_clips
from mathora.render.progress import Progress, Reporter
from mathora.render.store import ClipStore
