"""The last frames of steps, and nothing else: how an author looks at a lesson before it is rendered.

Owns: `render_stills`, `Stills`.

Laws:
- Sections are drawn side by side, each in one worker; Manim is imported there and only there.
- A section that fails costs its own remaining stills; the others are there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from mathora.plan import FrameFormat
from mathora.render.clip import LostStep, RenderSettings
from mathora.render.latex import LatexPages, pages_of
from mathora.render.worker import prepare_process, setter_of

if TYPE_CHECKING:
    from mathora.lesson import Section
    from mathora.prove import Proven


@dataclass(frozen=True, slots=True)
class Stills:
    """Pictures by `section/step`, in the lesson's order, and the steps that could not be drawn."""

    pictures: Mapping[str, Path]
    lost: tuple[LostStep, ...]


@dataclass(frozen=True, slots=True)
class StillJob:
    """The steps of one section whose last frames are wanted, by their indices, and where the pictures go."""

    proven: Proven
    section: Section
    scene: Path
    indices: tuple[int, ...]
    frames: FrameFormat
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
    context = get_context("spawn")
    with ProcessPoolExecutor(settings.workers, mp_context=context, initializer=prepare_process) as pool:
        jobs = {pool.submit(draw_job, job): job for job in _jobs(proven, settings, folder, wanted)}
        for done in as_completed(jobs):
            try:
                failed = done.result()
            except BrokenProcessPool:
                failed = LostStep(jobs[done].section.id, "its worker died")
            if failed is not None:
                lost.append(failed)
    addresses = [f"{section.id}/{step.id}" for section in proven.lesson.sections for step in section.steps]
    paths = {address: folder / picture_name(address) for address in addresses}
    return Stills({address: path for address, path in paths.items() if path.exists()}, tuple(lost))


def _jobs(proven: Proven, settings: RenderSettings, folder: Path, wanted: Callable[[str], bool]) -> Iterator[StillJob]:
    """One job a section, the longest first."""
    pages = pages_of(settings.tex, proven)
    for section in sorted(proven.lesson.sections, key=lambda one: -len(one.steps)):
        indices = tuple(at for at, step in enumerate(section.steps) if wanted(f"{section.id}/{step.id}"))
        if indices:
            scene = settings.scenes[section.scene.value]
            yield StillJob(proven, section, scene, indices, settings.frames, folder, pages)


def picture_name(address: str) -> str:
    """The name of a step's picture: `section.step.png`."""
    return f"{address.replace('/', '.')}.png"


def draw_job(job: StillJob) -> LostStep | None:
    """Runs in a worker; the step that failed, if one did."""
    from mathora.stage.draw import StepFailed, draw_stills, write_png  # noqa: PLC0415 - Manim, only in a worker

    try:
        setter = setter_of(job.pages)
        for index, pixels in draw_stills(job.proven, job.section.id, job.scene, job.indices, job.frames, setter):
            write_png(job.folder / picture_name(f"{job.section.id}/{job.section.steps[index].id}"), pixels)
    except StepFailed as failed:
        return LostStep(failed.address, failed.reason)
    return None
