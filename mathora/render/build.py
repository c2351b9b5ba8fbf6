"""From a proven lesson to its clips: what is stale is drawn, the rest is found.

Laws:
- Only a `Proven` is rendered.
- A step whose key is in the store is not drawn; nothing to draw means that no worker starts and Manim is not imported.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from mathora.render.clip import LostStep, RenderedLesson, RenderSettings, StepsLost
from mathora.render.drawing import Errand, draw_stale
from mathora.render.keys import sections_to_draw
from mathora.render.latex_program import pages_of, programs_of
from mathora.render.progress import UNKNOWN_FRAMES, Progress, Reporter, StepTimes
from mathora.render.store import ClipStore
from mathora.render.worker import Beat, Drawer, clips_of
from mathora.render.workplaces import ExecutorMaker, processes

if TYPE_CHECKING:
    from mathora.prove import Proven

SHARES = 4  # jobs for each worker, if its work is a film's frames


def render_lesson(  # noqa: PLR0913 - which, how and by whom
    proven: Proven,
    settings: RenderSettings,
    report: Reporter = lambda _: None,
    *,
    wanted: Callable[[str], bool] = lambda _: True,
    drawer: Drawer = clips_of,
    executors: ExecutorMaker = processes,
    meanwhile: Callable[[], None] = lambda: None,
) -> RenderedLesson:
    """The clips of all steps whose address (`section/step`) is `wanted`, drawn or found.

    While workers draw, `meanwhile` is called, in a thread: for what has to be done anyway, before the clips are used.

    Raises `StepsLost` when steps could not be drawn (all others are kept), `OSError` when the cache cannot be written.
    """
    store = ClipStore(settings.cache)
    sections = sections_to_draw(proven, settings, programs_of(settings.tex))
    keys = {address: key for section in sections for address, key in section.keys.items() if wanted(address)}
    with store.in_use():
        found = store.find_all(keys)
        stale = {address: key for address, key in keys.items() if address not in found}
        if stale:
            pages = pages_of(settings.tex, proven)
            with ThreadPoolExecutor(1) as beside:
                beside.submit(meanwhile)
                _draw(Errand(sections, stale, settings, drawer, executors, pages, SHARES), store, report)
        found |= store.find_all(stale)
    whole = {address: found[address] for address in keys if address in found}
    if missing := [address for address in keys if address not in whole]:
        raise StepsLost(
            tuple(LostStep(address, "its clip was damaged as soon as it was written") for address in missing)
        )
    return RenderedLesson(whole, tuple(stale), sum(whole[address].facts.frames for address in stale))


def _draw(errand: Errand, store: ClipStore, report: Reporter) -> None:
    """Draw the stale steps into the store, telling how far it is. Raises `StepsLost`."""
    stale = errand.stale
    times = StepTimes(errand.settings.cache / "times.json")
    began = time.monotonic()

    def watch(beats: Iterable[Beat]) -> None:
        frames = sum(beat.frames for beat in beats)
        steps = sum(store.holds(key) for key in stale.values())
        typical = frames // (steps + 1) if steps else UNKNOWN_FRAMES  # one is under way
        expected = sum(times.frames(address, typical) for address in stale)
        report(_progress((steps, len(stale)), (frames, max(frames, expected)), time.monotonic() - began, times.pace))

    lost = draw_stale(errand, store, times, watch)
    frames = _frames(stale, store)
    spent, total = time.monotonic() - began, sum(frames.values())
    times.remember(frames, total / spent if total else None)
    report(_progress((len(frames), len(stale)), (total, total), spent, None))
    if lost:
        raise StepsLost(lost)


def _frames(keys: Mapping[str, str], store: ClipStore) -> dict[str, int]:
    """How many frames each step has, of those that are in the store."""
    return {address: clip.facts.frames for address, clip in store.find_all(keys).items()}


def _progress(steps: tuple[int, int], frames: tuple[int, int], spent: float, pace: float | None) -> Progress:
    """Steps and frames are (drawn, of how many); `spent` seconds; `pace` the last build's frames a second."""
    done, expected = frames
    measured = done / spent if spent > 1 and done else 0.0
    speed = measured or pace or 0.0
    return Progress(*steps, done, expected, measured, (expected - done) / speed if speed else None)
