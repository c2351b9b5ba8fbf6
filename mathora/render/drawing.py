"""Stale steps as jobs, and the crew that does them: the same for films and for stills.

Owns: `Errand` and `draw_stale`.

Laws:
- How the work was cut and where it was done leaves no trace in what is kept.
- A job's view ends with its last step, and its pages are its view's: a worker has nothing else of the lesson.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby

from mathora.render.clip import LostStep, RenderSettings
from mathora.render.crew import Crew, Workplace
from mathora.render.files import scratch_folder
from mathora.render.keys import SectionToDraw
from mathora.render.latex_program import LatexPages
from mathora.render.progress import StepTimes
from mathora.render.store import ClipStore
from mathora.render.worker import Beat, Drawer, Job
from mathora.render.workplaces import ExecutorMaker, Here, there


@dataclass(frozen=True, slots=True)
class Errand:
    """What has to be drawn, and how: `stale` are the steps' keys by `section/step`.

    `shares` is the number of jobs for each worker: enough that the last ones end together, few enough that little is
    fast-forwarded twice.
    """

    sections: Sequence[SectionToDraw]
    stale: Mapping[str, str]
    settings: RenderSettings
    drawer: Drawer
    executors: ExecutorMaker
    pages: LatexPages | None
    shares: int


def draw_stale(
    errand: Errand, store: ClipStore, times: StepTimes, watch: Callable[[Iterable[Beat]], None] = lambda _: None
) -> tuple[LostStep, ...]:
    """Draw the stale steps into the store; those that could not be drawn. Raises `OSError`."""
    settings = errand.settings
    with _place(settings, store, errand.executors) as place:
        crew = Crew(place=place, workers=settings.workers, is_kept=store.holds, patience=settings.patience, watch=watch)
        crew.run(_jobs(errand, times))
    return tuple(crew.lost)


@contextmanager
def _place(settings: RenderSettings, store: ClipStore, executors: ExecutorMaker) -> Iterator[Workplace]:
    """Where this build draws."""
    if settings.cluster:
        with there(settings.cluster, store) as cluster:
            yield cluster
    else:
        with scratch_folder("mathora-render-") as scratch:
            yield Here(settings.cache, executors, scratch)


def _jobs(errand: Errand, times: StepTimes) -> list[Job]:
    """The stale steps as jobs of neighbouring steps, none much longer than its share, the longest first."""
    settings, stale = errand.settings, errand.stale
    share = sum(map(times.frames, stale)) / (settings.workers * errand.shares)
    jobs: list[tuple[int, Job]] = []
    for section in errand.sections:
        for steps in _shares(list(section.keys), stale, times, share):
            view = section.view.until(steps[-1])
            addresses = list(section.keys)[: steps[-1] + 1]
            job = Job(
                section=section.id,
                addresses=tuple(addresses),
                view=view,
                source=section.source,
                program=section.program,
                steps=tuple((index, stale[addresses[index]]) for index in steps),
                memory=settings.memory,
                drawer=errand.drawer,
                pages=errand.pages and errand.pages.only(view),
            )
            jobs.append((sum(times.frames(addresses[index]) for index in steps), job))
    return [job for _, job in sorted(jobs, key=lambda pair: (-pair[0], pair[1].addresses, pair[1].steps))]


def _shares(addresses: Sequence[str], stale: Mapping[str, str], times: StepTimes, share: float) -> list[list[int]]:
    """A section's stale steps in order, cut where a job has its share."""
    costs = [times.frames(address) for address in addresses]
    wanted = [index for index, address in enumerate(addresses) if address in stale]
    before = {index: sum(costs[one] for one in wanted if one < index) for index in wanted}
    parts = max(1, round(sum(costs[index] for index in wanted) / share)) if share else 1
    length = sum(costs[index] for index in wanted) / parts
    return [list(part) for _, part in groupby(wanted, key=lambda index: int(before[index] // length) if length else 0)]
