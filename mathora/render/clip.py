"""Drawn steps, as the rooms above see them.

Owns: `Clip`, `RenderedLesson`, `RenderSettings`, and what is lost where drawing fails.

Laws:
- A clip that exists is whole: its files' digests were compared when it was loaded.
- Nothing here imports Manim, PyAV or anything that draws.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from mathora.lesson import Fault, Lesson, SceneSignature, Step
from mathora.plan import ASIDE, FAR_OFF, Finding, FrameFormat, StepFacts


@dataclass(frozen=True, slots=True)
class Clip:
    """One step's frames, addressed by the content that drew them.

    `video` is an H.264 mp4 whose encoded frames appear at the facts' ticks, and the last of them once more at its end;
    `still` is its last state as a PNG. `loops` are the films of the facts' loops. `digest`, `still_digest`
    and `loop_digests` are SHA-256 of the files.
    """

    address: str
    key: str
    video: Path
    still: Path
    digest: str
    still_digest: str
    facts: StepFacts
    loops: tuple[Path, ...] = ()
    loop_digests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RenderedLesson:
    """All clips of a lesson by `section/step`, and how many of them, and of their frames, had to be drawn."""

    clips: Mapping[str, Clip]
    drawn_steps: tuple[str, ...]
    drawn_frames: int

    @property
    def facts(self) -> dict[str, StepFacts]:
        """What `plan` needs to know of the clips."""
        return {address: clip.facts for address, clip in self.clips.items()}

    def faults(self, lesson: Lesson) -> tuple[Fault, ...]:
        """What cannot be read, each at its step's place in the script."""
        return picture_faults(self.facts, lesson)


def picture_faults(facts: Mapping[str, StepFacts], lesson: Lesson) -> tuple[Fault, ...]:
    """What cannot be read on steps' pictures (by `section/step`), each at its step's place in the script."""
    steps = ((step, facts.get(address)) for address, step in lesson.steps.items())
    return tuple(_at(step, one) for step, known in steps if known for one in known.findings)


def composition_remarks(facts: Mapping[str, StepFacts], lesson: Lesson) -> tuple[Fault, ...]:
    """What is not well composed on steps' pictures, though all of it can be read.

    What a section may wait for (an empty side, a formula far from a figure that grows) is told at its last step.
    """
    remarks: list[Fault] = []
    for section in lesson.sections:
        known = [(step, facts.get(f"{section.id}/{step.id}")) for step in section.steps]
        own = [(step, one.remarks) for step, one in known if one]
        emptied = all(any(one.rule == ASIDE for one in each) for _, each in own)
        remarks += [
            _at(step, one)
            for step, each in own
            for one in each
            if one.rule not in {ASIDE, FAR_OFF} or (step is section.steps[-1] and (one.rule == FAR_OFF or emptied))
        ]
    return tuple(remarks)


def _at(step: Step, finding: Finding) -> Fault:
    return Fault(step.action.place, *finding, len(step.action.value))


TexName = Literal["typst", "latex"]  # what typesets formulas: Typst, which comes along, or the machine's own LaTeX


@dataclass(frozen=True, slots=True)
class RenderSettings:
    """How to render.

    `scenes` is what the course's scenes offer; what their files import is looked for beside them, then in
    `scene_folders`. `cache` is the folder of drawn clips. `workers` is the number of processes;
    `cluster` (`tcp://host:port`) draws on a Dask cluster instead. A worker that shows no new frame for `patience`
    seconds counts as hung; one that needs more than `memory` bytes fails. `tex` is what typesets the formulas.
    """

    frames: FrameFormat
    scenes: Mapping[str, SceneSignature]
    cache: Path
    workers: int = 1
    cluster: str | None = None
    patience: float = 120.0
    memory: int = 4 << 30
    tex: TexName = "typst"
    scene_folders: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class LostStep:
    """A step (`section/step`; a section, if it could not begin) that could not be drawn, and why.

    `of_scene`: its scene failed, no machine.
    """

    address: str
    reason: str
    of_scene: bool = False

    def __str__(self) -> str:
        return f"{self.address}: {self.reason}"


class StepsLost(Exception):
    """Some steps could not be drawn. What was drawn is in the cache and will not be drawn again."""

    def __init__(self, lost: tuple[LostStep, ...]) -> None:
        self.lost = lost
        super().__init__("; ".join(map(str, lost)))
