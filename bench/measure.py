"""Measuring: a command's wall time and CPU time (with its children's); encoding alone; drawing alone.

Owns: `Cost`, `run`, `encoding_alone`, `drawing_pace`.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av

from bench.lesson import ROOT, measured_lesson
from mathora.plan import FrameFormat


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: seconds by the clock and seconds of CPU; and what it printed."""

    wall: float
    cpu: float
    output: str


def run(module: str, *arguments: object, environment: dict[str, str] | None = None) -> Cost:
    """Run `python -m module arguments` from the project's folder; raises `CalledProcessError`."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", module, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "PYTHONWARNINGS": "ignore", **(environment or {})},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, cpu, done.stdout)


def encoding_alone(clips: Sequence[str], frames: FrameFormat) -> float:
    """CPU seconds of x264, with our settings and in one thread, for the clips' frames, already in YUV."""
    from mathora.stage.encoder import add_h264_stream  # noqa: PLC0415 - it brings Manim along

    spent = 0.0
    for clip in clips:
        with av.open(clip) as source:
            pictures = list(source.decode(video=0))
        with av.open(os.devnull, "w", format="mp4") as container:
            stream = add_h264_stream(container, frames)
            began = time.thread_time()
            for picture in pictures:
                picture.pts = None
                picture.pict_type = 0
            for tick, picture in enumerate(pictures):
                picture.pts, picture.time_base = tick, Fraction(1, frames.rate)
                stream.encode(picture)
            stream.encode(None)
            spent += time.thread_time() - began
    return spent


def drawing_pace(section: str, step: str, frames: FrameFormat) -> float:
    """Frames a second of CPU time that a step's pictures take to draw, without encoding."""
    from mathora.stage import draw  # noqa: PLC0415 - it brings Manim along

    proven, scenes = measured_lesson(sections=(section,))
    (only,) = proven.lesson.sections
    index = next(number for number, one in enumerate(only.steps) if one.id == step)
    count = 0

    class Counting:
        """A sink that throws frames away."""

        def show(self, tick: int, pixels: object, changed: Sequence[object]) -> bool:  # noqa: ARG002
            nonlocal count
            count += bool(changed)
            return bool(changed)

    with draw.opened(proven, section, Path(scenes[only.scene.value]), frames) as (scene, renderer):
        for before in range(index):
            renderer.begin(None)
            scene.perform(before)
        renderer.begin(Counting())
        began = time.thread_time()
        scene.perform(index)
        return count / (time.thread_time() - began)
