"""Measuring: a command's wall time and CPU time (with its children's); encoding alone; drawing alone.

Owns: `Cost`, `module`, `run`, `encoding_alone`, `drawing_pace`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import av

from bench.lesson import ROOT, views
from mathora.encoder import PlanarFrame, add_h264_stream
from mathora.plan import FrameFormat


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: seconds by the clock and seconds of CPU; and what it printed."""

    wall: float
    cpu: float
    output: str


def module(name: str) -> tuple[str, ...]:
    """The beginning of a command that runs a module of the bench."""
    return sys.executable, "-m", name


def run(*command: object, environment: dict[str, str] | None = None) -> Cost:
    """Run a command from the project's folder; raises `CalledProcessError`."""
    told, tell = os.pipe()
    done = subprocess.run(
        [*module("bench.adopting"), str(tell), *map(str, command)],
        cwd=ROOT,
        env={**os.environ, "PYTHONWARNINGS": "ignore", **(environment or {})},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        pass_fds=(tell,),
    )
    os.close(tell)
    with os.fdopen(told) as numbers:
        wall, cpu = map(float, numbers.read().split())
    return Cost(wall, cpu, done.stdout)


def encoding_alone(sections: tuple[str, ...], frames: FrameFormat) -> float:
    """CPU seconds of x264, with our settings and in one thread, for the drawn frames, already in YUV and in memory."""
    return sum(_encoding(pictures, frames) for pictures in _drawn_clips(sections, frames))


def _drawn_clips(sections: tuple[str, ...], frames: FrameFormat) -> Iterator[list[av.VideoFrame]]:
    """The different frames of each step as they go to the encoder."""
    from mathora.stage import draw  # noqa: PLC0415 - it brings Manim along

    class Keeping:
        """A sink that keeps frames."""

        def __init__(self) -> None:
            self.planar, self.pictures = PlanarFrame(frames.width, frames.height), list[av.VideoFrame]()

        def show(self, tick: int, pixels: Any, changed: Sequence[Any]) -> bool:  # noqa: ANN401 - an encoder's types
            updates = [self.planar.update(pixels, box) for box in changed]
            if new := not self.pictures or any(updates):
                kept = PlanarFrame(frames.width, frames.height)
                for plane, source in zip(kept.planes, self.planar.planes, strict=True):
                    plane[:] = source
                kept.picture.pts, kept.picture.time_base = tick, Fraction(1, frames.rate)
                self.pictures.append(kept.picture)
            return new

    for _, view, source in views(sections, frames):
        with draw.opened(view, source) as (scene, renderer):
            for step in view.steps:
                sink = Keeping()
                renderer.begin(sink)
                scene.perform(step)
                renderer.still(scene)
                yield sink.pictures


def _encoding(pictures: Sequence[av.VideoFrame], frames: FrameFormat) -> float:
    with av.open(os.devnull, "w", format="mp4") as container:
        stream = add_h264_stream(container, frames)
        began = time.thread_time()
        for picture in pictures:
            stream.encode(picture)
        stream.encode(None)
        return time.thread_time() - began


def drawing_pace(section: str, step: str, frames: FrameFormat) -> float:
    """Frames a second of CPU time that a step's pictures take to draw, without encoding."""
    from mathora.stage import draw  # noqa: PLC0415 - it brings Manim along

    ((only, view, source),) = views((section,), frames)
    index = next(number for number, one in enumerate(only.steps) if one.id == step)
    count = 0

    class Counting:
        """A sink that throws frames away."""

        def show(self, tick: int, pixels: object, changed: Sequence[object]) -> bool:  # noqa: ARG002
            nonlocal count
            count += bool(changed)
            return bool(changed)

    with draw.opened(view, source) as (scene, renderer):
        for before in view.steps[:index]:
            renderer.begin(None)
            scene.perform(before)
        renderer.begin(Counting())
        began = time.thread_time()
        scene.perform(view.steps[index])
        return count / (time.thread_time() - began)
