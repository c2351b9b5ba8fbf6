"""The last frames of steps, and nothing else: how an author looks at a lesson before it is rendered.

Owns: `render_stills`, `Stills`.

Laws:
- Sections are drawn side by side, each in one worker; Manim is imported there and only there.
- A section that fails costs its own remaining stills; the others are there. One whose worker ended, for whatever
  reason, is drawn once more, alone.
- Nothing is waited for without end: where no still is finished for the settings' `patience`, the workers are ended.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import active_children
from pathlib import Path
from typing import TYPE_CHECKING

from mathora.plan import FrameFormat, Reading, too_full_steps
from mathora.render.clip import Finding, LostStep, RenderSettings, picture_faults
from mathora.render.files import scratch_folder
from mathora.render.latex_program import LatexPages, pages_of
from mathora.render.worker import limit_memory, setter_of
from mathora.render.workplaces import processes

if TYPE_CHECKING:
    from mathora.lesson import Fault, Section
    from mathora.prove import Proven


@dataclass(frozen=True, slots=True)
class Stills:
    """Pictures by `section/step`, in the lesson's order, the steps that could not be drawn, and what cannot be read."""

    pictures: Mapping[str, Path]
    lost: tuple[LostStep, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What cannot be read on a step that was drawn; for how many ticks it would move, and what it brings to read."""

    findings: tuple[Finding, ...]
    motion: int
    reading: Reading


DrawnJob = tuple[dict[str, Judged], LostStep | None]
"""What is to be said of each step that was drawn, and the step that failed, if one did."""


@dataclass(frozen=True, slots=True)
class StillJob:
    """The steps of one section whose last frames are wanted, by their indices, and where the pictures go."""

    proven: Proven
    section: Section
    scene: Path
    indices: tuple[int, ...]
    frames: FrameFormat
    memory: int
    folder: Path
    pages: LatexPages | None


def render_stills(
    proven: Proven,
    settings: RenderSettings,
    folder: Path,
    wanted: Callable[[str], bool] = lambda _: True,
) -> Stills:
    """Draw the last frame of each step whose address is `wanted` as `folder/section.step.png`."""
    lost: list[LostStep] = []
    judged: dict[str, Judged] = {}
    for drawn, failed in _drawn([*_jobs(proven, settings, folder, wanted)], settings.workers, settings.patience):
        judged |= drawn
        if failed is not None:
            lost.append(failed)
    addresses = [f"{section.id}/{step.id}" for section in proven.lesson.sections for step in section.steps]
    pictures = {address: folder / picture_name(address) for address in addresses if address in judged}
    return Stills(pictures, tuple(lost), _faults(judged, proven, settings.frames.rate))


def _drawn(jobs: Sequence[StillJob], workers: int, patience: float) -> Iterator[DrawnJob]:
    """What became of each job. A worker that ends takes the others' along: theirs are drawn once more, one by one."""
    ended: list[tuple[StillJob, str]] = []
    others = set(active_children())
    with processes(workers) as pool:
        sent = {pool.submit(draw_job, job): job for job in jobs}
        pending, pictures, reason = set(sent), -1, "its worker died"
        while pending:
            finished, pending = wait(pending, patience, FIRST_COMPLETED)
            for future in finished:
                if isinstance(future.exception(), BrokenProcessPool):
                    ended.append((sent[future], reason))
                else:
                    yield future.result()
            before, pictures = pictures, sum(1 for _ in jobs[0].folder.iterdir())
            if not finished and pictures == before:
                reason = f"nothing was drawn for {patience:g} s, its worker was ended"
                for worker in set(active_children()) - others:
                    worker.kill()
    if len(jobs) > 1:
        for job, _ in ended:
            yield from _drawn([job], 1, patience)
    else:
        yield from (({}, LostStep(job.section.id, reason)) for job, reason in ended)


def _faults(judged: Mapping[str, Judged], proven: Proven, rate: int) -> tuple[Fault, ...]:
    """What cannot be read on the pictures, and in the time for which they would stand in the film."""
    findings = {address: one.findings for address, one in judged.items()}
    motions = {address: one.motion for address, one in judged.items()}
    readings = {address: one.reading for address, one in judged.items()}
    faults = (*picture_faults(findings, proven.lesson), *too_full_steps(proven, motions, rate, readings))
    return tuple(sorted(faults))


def _jobs(proven: Proven, settings: RenderSettings, folder: Path, wanted: Callable[[str], bool]) -> Iterator[StillJob]:
    """One job a section, the longest first."""
    pages = pages_of(settings.tex, proven)
    for section in sorted(proven.lesson.sections, key=lambda one: -len(one.steps)):
        indices = tuple(at for at, step in enumerate(section.steps) if wanted(f"{section.id}/{step.id}"))
        if indices:
            scene = settings.scenes[section.scene.value]
            yield StillJob(proven, section, scene, indices, settings.frames, settings.memory, folder, pages)


def picture_name(address: str) -> str:
    """The name of a step's picture: `section.step.png`."""
    return f"{address.replace('/', '.')}.png"


def draw_job(job: StillJob) -> DrawnJob:
    """Runs in a worker; what is to be said of each step that was drawn, and the step that failed, if one did."""
    from mathora.stage.draw import StepFailed, draw_stills  # noqa: PLC0415 - Manim, only in a worker
    from mathora.stage.film.png import write_png  # noqa: PLC0415 - as above

    limit_memory(job.memory)
    drawn: dict[str, Judged] = {}
    try:
        setter = setter_of(job.pages)
        with scratch_folder("mathora-stills-") as scratch:
            wanted = (job.proven, job.section.id, job.scene, job.indices, job.frames)
            for still in draw_stills(*wanted, setter, scratch):
                address = f"{job.section.id}/{job.section.steps[still.index].id}"
                write_png(job.folder / picture_name(address), still.pixels)
                drawn[address] = Judged(still.findings, still.motion, still.reading)
    except StepFailed as failed:
        return drawn, LostStep(failed.address, failed.reason, failed.faults)
    except MemoryError:
        return drawn, LostStep(job.section.id, "its worker ran out of memory")
    return drawn, None
