"""Clips with a frame at every tick, for editors that cannot do with timestamps: `--constant-frame-rate`.

Law: nothing is drawn; the clips' pictures are repeated for as long as they are seen, and kept in the same store.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from io import BytesIO

from mathora.encoder import encode_constantly
from mathora.plan import DrawnStep, Slot, Timeline
from mathora.plan.digest import digest_of
from mathora.render.clip import Clip, RenderSettings
from mathora.render.sources import Sources
from mathora.render.store import ClipStore
from mathora.render.workplaces import ExecutorMaker, do_each, processes

ENCODER = "mathora.encoder"


def constant_clips(
    clips: Mapping[str, Clip], timeline: Timeline, settings: RenderSettings, executors: ExecutorMaker = processes
) -> dict[str, Clip]:
    """The clips, each filling its slot of the timeline with a frame at every tick, its moves where the timeline has
    them: on `timeline.settled()`. Raises `OSError`.
    """
    store = ClipStore(settings.cache)
    slots = {slot.address: replace(slot, start=0, cues=(), waiting=()) for slot in timeline.slots}
    program = Sources().of_package(ENCODER)
    keys = {
        name: digest_of(["constant", program, clip.digest, clip.loop_digests, repr(slots[name])])
        for name, clip in clips.items()
    }
    with store.in_use():
        found = store.find_all(keys)
        missing = [address for address in keys if address not in found]
        longest_first = sorted(missing, key=lambda name: -slots[name].end)
        repeats = [partial(_repeat, clips[name], keys[name], slots[name], settings) for name in longest_first]
        do_each(repeats, settings.workers, executors)
        return store.find_all(keys)


def _repeat(clip: Clip, key: str, slot: Slot, settings: RenderSettings) -> None:
    """In a worker: write the clip's frames out, as its slot shows them, and keep it under `key`."""
    film = BytesIO()
    loops = ((clip.loops[one.loop], partial(slot.loop_at, one, clip.facts.loops[one.loop])) for one in slot.loops)
    encode_constantly([(clip.video, slot.at), *loops], slot.end, settings.frames, film)
    facts = replace(clip.facts, ticks=tuple(range(slot.end)), loops=())
    drawn = DrawnStep(index=0, video=film.getvalue(), still=clip.still.read_bytes(), facts=facts)
    ClipStore(settings.cache).add(key, drawn)
