"""From a proven lesson to its clips: what is stale is drawn, the rest is found.

Owns: `render_lesson` and how stale steps become jobs.

Laws:
- Only a `Proven` is rendered.
- A step whose key is in the store is not drawn; nothing to draw means that no worker starts and Manim is not imported.
- How the work was cut and where it was done leaves no trace in a clip.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from mathora.lesson import Section
from mathora.render.clip import Clip, LostStep, RenderedLesson, RenderSettings, StepsLost
from mathora.render.crew import Crew, Workplace
from mathora.render.files import scratch_folder
from mathora.render.keys import SourceDigests, step_keys
from mathora.render.latex_program import pages_of, programs_of
from mathora.render.progress import UNKNOWN_FRAMES, Progress, Reporter, Times
from mathora.render.store import ClipStore
from mathora.render.worker import Beat, Drawer, Job, draw_with_stage
from mathora.render.workplaces import ExecutorMaker, Here, processes, there

if TYPE_CHECKING:
    from mathora.prove import Proven

SHARES = 4
"""Jobs for each worker: enough that the last ones end together, few enough that little is fast-forwarded twice."""


def render_lesson(
    proven: Proven,
    settings: RenderSettings,
    report: Reporter = lambda _: None,
    *,
    drawer: Drawer = draw_with_stage,
    executors: ExecutorMaker = processes,
) -> RenderedLesson:
    """All clips of the lesson, drawn or found.

    Raises `StepsLost` when steps could not be drawn (all others are kept), `OSError` when the cache cannot be written.
    """
    store = ClipStore(settings.cache)
    keys = step_keys(proven.lesson, settings.scenes, settings.frames, SourceDigests(), programs_of(settings.tex))
    with store.in_use():
        found = {address: store.find(key, address) for address, key in keys.items()}
        stale = [address for address, clip in found.items() if clip is None]
        if stale:
            waiting = {address: keys[address] for address in stale}
            with _place(settings, store, executors) as place:
                _draw(_Plan(proven, settings, drawer, waiting), store, report, place)
        clips = {address: clip or store.find(keys[address], address) for address, clip in found.items()}
    whole: dict[str, Clip] = {address: clip for address, clip in clips.items() if clip is not None}
    if missing := [address for address in clips if address not in whole]:
        raise StepsLost(
            tuple(LostStep(address, "its clip was damaged as soon as it was written") for address in missing)
        )
    return RenderedLesson(whole, tuple(stale), sum(len(whole[address].ticks) for address in stale))


@contextmanager
def _place(settings: RenderSettings, store: ClipStore, executors: ExecutorMaker) -> Iterator[Workplace]:
    """Where this build draws."""
    if settings.cluster:
        with there(settings.cluster, store) as cluster:
            yield cluster
    else:
        with scratch_folder("mathora-render-") as scratch:
            yield Here(settings.cache, executors, scratch)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What has to be drawn, and how: `stale` are the steps' keys by address."""

    proven: Proven
    settings: RenderSettings
    drawer: Drawer
    stale: Mapping[str, str]


def _draw(plan: _Plan, store: ClipStore, report: Reporter, place: Workplace) -> None:
    """Draw the stale steps into the store. Raises `StepsLost`."""
    settings, stale = plan.settings, plan.stale
    times = Times(settings.cache / "times.json")
    jobs = _jobs(plan, times)
    began = time.monotonic()

    def watch(beats: Iterable[Beat]) -> None:
        frames = sum(beat.frames for beat in beats)
        steps = sum(store.holds(key) for key in stale.values())
        typical = frames // (steps + 1) if steps else UNKNOWN_FRAMES  # one is under way
        expected = sum(times.frames(address, typical) for address in stale)
        report(_progress((steps, len(stale)), (frames, max(frames, expected)), time.monotonic() - began, times.pace))

    crew = Crew(place=place, workers=settings.workers, is_kept=store.holds, patience=settings.patience, watch=watch)
    crew.run(jobs)
    drawn = {address: clip for address, key in stale.items() if (clip := store.find(key, address))}
    spent = time.monotonic() - began
    total = sum(len(clip.ticks) for clip in drawn.values())
    times.remember({address: len(clip.ticks) for address, clip in drawn.items()}, total / spent if total else None)
    report(_progress((len(drawn), len(stale)), (total, total), spent, None))
    if crew.lost:
        raise StepsLost(tuple(crew.lost))


def _progress(steps: tuple[int, int], frames: tuple[int, int], spent: float, pace: float | None) -> Progress:
    """Steps and frames are (drawn, of how many); `spent` seconds; `pace` the last build's frames a second."""
    done, expected = frames
    measured = done / spent if spent > 1 and done else 0.0
    speed = measured or pace or 0.0
    return Progress(*steps, done, expected, measured, (expected - done) / speed if speed else None)


def _jobs(plan: _Plan, times: Times) -> list[Job]:
    """The stale steps as jobs of neighbouring steps, none much longer than its share, the longest first."""
    proven, settings, stale, drawer = plan.proven, plan.settings, plan.stale, plan.drawer
    share = sum(map(times.frames, stale)) / (settings.workers * SHARES)
    jobs: list[tuple[int, Job]] = []
    pages = pages_of(settings.tex, proven)
    for section in proven.lesson.sections:
        for steps in _shares(section, stale, times, share):
            cost = sum(times.frames(f"{section.id}/{section.steps[index].id}") for index in steps)
            keyed = tuple((index, stale[f"{section.id}/{section.steps[index].id}"]) for index in steps)
            scene = settings.scenes[section.scene.value]
            own = proven.only(section.id)  # the whole of a long lesson would weigh on every worker
            jobs.append((cost, Job(own, section.id, scene, keyed, settings.frames, settings.memory, drawer, pages)))
    return [job for _, job in sorted(jobs, key=lambda pair: (-pair[0], pair[1].addresses))]


def _shares(section: Section, stale: Mapping[str, str], times: Times, share: float) -> list[list[int]]:
    """The section's stale steps in order, cut where a job has its share."""
    addresses = [f"{section.id}/{step.id}" for step in section.steps]
    costs = [times.frames(address) for address in addresses]
    wanted = [index for index, address in enumerate(addresses) if address in stale]
    before = {index: sum(costs[one] for one in wanted if one < index) for index in wanted}
    parts = max(1, round(sum(costs[index] for index in wanted) / share)) if share else 1
    length = sum(costs[index] for index in wanted) / parts
    return [list(part) for _, part in groupby(wanted, key=lambda index: int(before[index] // length) if length else 0)]
