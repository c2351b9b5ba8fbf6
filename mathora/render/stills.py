"""The last frames of steps, and nothing else: how an author looks at a lesson before it is rendered.

Owns: `render_stills`.

Laws:
- Sections are drawn side by side, each in one worker; Manim is imported there and only there.
- A section that fails costs its own remaining stills; the others are there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from mathora.plan import FrameFormat
from mathora.render.clip import LostStep
from mathora.render.worker import prepare_process

if TYPE_CHECKING:
    from mathora.lesson import Section
    from mathora.prove import Proven


@dataclass(frozen=True, slots=True)
class Stills:
    """Pictures by `section/step`, in the lesson's order, and the steps that could not be drawn."""

    pictures: Mapping[str, Path]
    lost: tuple[LostStep, ...]


def render_stills(  # noqa: PLR0913 - what draws stills is these
    proven: Proven,
    scenes: Mapping[str, Path],
    frames: FrameFormat,
    folder: Path,
    workers: int,
    wanted: Callable[[str], bool] = lambda _: True,
) -> Stills:
    """Draw the last frame of each step whose address is `wanted` as `folder/section.step.png`."""
    order = [f"{section.id}/{step.id}" for section in proven.lesson.sections for step in section.steps]
    lost: list[LostStep] = []
    context = get_context("spawn")
    with ProcessPoolExecutor(max(1, workers), mp_context=context, initializer=prepare_process) as pool:
        jobs = {}
        for section in sorted(proven.lesson.sections, key=lambda one: -len(one.steps)):
            indices = [at for at, step in enumerate(section.steps) if wanted(f"{section.id}/{step.id}")]
            if indices:
                scene = scenes[section.scene.value]
                jobs[pool.submit(_draw_section, proven, section, scene, indices, frames, folder)] = section
        for done in as_completed(jobs):
            try:
                reason = done.result()
            except BrokenProcessPool:
                reason = LostStep(jobs[done].id, "its worker died")
            if reason is not None:
                lost.append(reason)
    paths = {address: folder / picture_name(address) for address in order}
    return Stills({address: path for address, path in paths.items() if path.exists()}, tuple(lost))


def picture_name(address: str) -> str:
    """The name of a step's picture: `section.step.png`."""
    return f"{address.replace('/', '.')}.png"


def _draw_section(  # noqa: PLR0913 - as `render_stills`
    proven: Proven, section: Section, scene: Path, indices: list[int], frames: FrameFormat, folder: Path
) -> LostStep | None:
    """Runs in a worker; the step that failed, if one did."""
    from mathora.stage.draw import StepFailed, draw_stills, write_png  # noqa: PLC0415 - Manim, only in a worker

    try:
        for index, pixels in draw_stills(proven, section.id, scene, indices, frames):
            write_png(folder / picture_name(f"{section.id}/{section.steps[index].id}"), pixels)
    except StepFailed as failed:
        return LostStep(failed.address, failed.reason)
    return None
