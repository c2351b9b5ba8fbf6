"""How sections hand over: one's last picture becomes the next one's first.

Laws:
- Nothing is drawn: two pictures that are there are mixed. What both show in the same place stands; the rest takes
  turns.
- Threads mix them where no worker is there: it is done sooner than a process is.
- A step's clip knows nothing of it; a section that is edited has its two handovers made anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from io import BytesIO
from itertools import pairwise

from mathora.encoder import encode_cross_fade
from mathora.plan import DrawnStep, StepFacts, Timeline
from mathora.plan.digest import digest_of
from mathora.render.clip import Clip, RenderSettings
from mathora.render.constant import ENCODER
from mathora.render.sources import Sources
from mathora.render.store import ClipStore
from mathora.render.workplaces import ExecutorMaker, do_each


def handover_clips(
    clips: Mapping[str, Clip],
    timeline: Timeline,
    settings: RenderSettings,
    executors: ExecutorMaker = ThreadPoolExecutor,
) -> dict[str, Clip]:
    """By the address of each slot that hands over, the clip of its last ticks. Raises `OSError`."""
    store, program = ClipStore(settings.cache), Sources().of_package(ENCODER)
    pairs = {
        slot.address: (clips[slot.address], clips[after.address], slot.handover)
        for slot, after in pairwise(timeline.slots)
        if slot.handover
    }
    keys = {
        address: digest_of(["handover", program, before.still_digest, after.digest, length])
        for address, (before, after, length) in pairs.items()
    }
    with store.in_use():
        found = store.find_all(keys)
        missing = [address for address in keys if address not in found]
        do_each([partial(_mix, *pairs[one], keys[one], settings) for one in missing], settings.workers, executors)
        return store.find_all(keys)


def _mix(before: Clip, after: Clip, length: int, key: str, settings: RenderSettings) -> None:
    """Write how one picture becomes the other, and keep it under `key`."""
    film, frames = BytesIO(), settings.frames
    encode_cross_fade(before.still, after.video, length, frames, film)
    facts = StepFacts(ticks=tuple(range(length)), motion=length)
    drawn = DrawnStep(index=0, video=film.getvalue(), still=before.still.read_bytes(), facts=facts)
    ClipStore(settings.cache).add(key, drawn)
