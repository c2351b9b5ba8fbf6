"""`python -m bench.film OUT SCRIPT…`: what stands still in rendered films and what jumps, from their files alone.

Owns: `Measured` with its `Still` and `Jump`; `measured`, `stills`, `jumps`.

Laws:
- Something moves while frames follow each other within `FLOWING` seconds; a picture that stands longer is a still.
- Something is said while a caption is shown. The author's `rest` is no still.
- A jump is many places that stood, change in one frame, and stand again, while few do in the frames beside it: what
  moves crosses places too, but others before and after.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from mathora.cli.course import course, read_lesson, scene_folders
from mathora.lesson import Lesson

Grey = NDArray[np.int16]
Span = tuple[float, float]

FLOWING = 0.2
"""Seconds: frames that are farther apart are seen as a picture that stands."""

LONGEST = 3.0
"""Seconds after which a viewer thinks that the film has stopped."""

CHANGED, SAME = 40, 12
"""Of 255: a place that changes by so much does so at once; one that changes by less than the other stands."""

MUCH, ALONE = 0.005, 3.0
"""Of the frame that changes in a jump at least, and how many times as much as in the frames beside it."""


BESIDE = 3
"""Frames before a change, and from it on, in which a place stands."""

EMPTY = 2
"""Bytes of a caption's sample without text."""


@dataclass(frozen=True, slots=True)
class Still:
    """A picture that stands from a second of its step on."""

    step: str
    at: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Jump:
    """At a second of its step, a share of the frame changes at once."""

    step: str
    at: float
    share: float


@dataclass(frozen=True, slots=True)
class Measured:
    """A film: the seconds in which something is said, the share of them in which something moves; stills and jumps."""

    said: float
    moving: float
    stills: tuple[Still, ...]
    jumps: tuple[Jump, ...]

    def __str__(self) -> str:
        long = [one for one in self.stills if one.seconds > LONGEST]
        longest = max((one.seconds for one in self.stills), default=0.0)
        lines = [f"said {self.said:.0f} s, moving {self.moving:.1%}, stills {len(long)}, longest {longest:.1f} s"]
        lines += [f"  still {one.step} at {one.at:.1f} s: {one.seconds:.1f} s" for one in long]
        lines += [f"  jump {one.step} at {one.at:.2f} s: {one.share:.2%}" for one in self.jumps]
        return "\n".join(lines)


def measured(folder: Path, lesson: Lesson) -> Measured:
    """The figures of a lesson's film, from the `folder` of its products (the film and each step's clip)."""
    steps = [(section.id, step) for section in lesson.sections for step in section.steps]
    names = [f"{section}/{step.id}" for section, step in steps]
    starts = [0.0, *accumulate(_times(folder / "clips" / f"{section}.{step.id}.mp4")[0][-1] for section, step in steps)]
    times, said = _times(folder / f"{folder.name}.mp4")
    resting = [(end - step.rest, end) for end, (_, step) in zip(starts[1:], steps, strict=True)]

    def place(second: float) -> tuple[str, float]:
        at = min(bisect_right(starts, second + 1e-6), len(names)) - 1
        return names[at], second - starts[at]

    flowing = [(one, after) for one, after in pairwise(times) if after - one < FLOWING]
    spoken = sum(end - begin for begin, end in said)
    return Measured(
        spoken,
        _shared(flowing, said) / max(spoken, 1e-9),
        tuple(Still(*place(at), seconds) for at, seconds in stills(times, resting)),
        tuple(Jump(*place(at), share) for at, share in jumps(_pictures(folder / f"{folder.name}.mp4"))),
    )


def stills(times: Sequence[float], resting: Sequence[Span] = ()) -> Iterator[tuple[float, float]]:
    """Where pictures stand and for how long, less what is rest; `times` are the frames' and the film's end."""
    for one, after in pairwise(times):
        rest = _shared([(one, after)], resting)
        if after - one >= FLOWING and after - one > rest:
            yield one, after - one - rest


def jumps(pictures: Iterable[tuple[float, Grey]]) -> Iterator[tuple[float, float]]:
    """Where the picture jumps, and what share of it; `pictures` are frames' times and grey levels, in order."""
    shown: list[tuple[float, Grey]] = []
    shares: list[tuple[float, float]] = [(0.0, 0.0)]
    for picture in pictures:
        shown = [*shown[1 - 2 * BESIDE :], picture]
        if len(shown) == 2 * BESIDE:
            (_, before), (at, now) = shown[BESIDE - 1 : BESIDE + 1]
            beside = [*((before, one) for _, one in shown[:BESIDE]), *((now, one) for _, one in shown[BESIDE:])]
            stood = np.logical_and.reduce([np.abs(one - other) < SAME for one, other in beside])
            shares.append((at, float(((np.abs(now - before) > CHANGED) & stood).mean())))
    for (_, before), (at, share), (_, after) in zip(shares, shares[1:], [*shares[2:], (0.0, 0.0)], strict=False):
        if share > MUCH and share > ALONE * max(before, after):
            yield at, share


def _times(file: Path) -> tuple[list[float], list[Span]]:
    """When a film's frames are shown, with its end at last, and when its captions are."""
    with av.open(str(file)) as film:
        video = film.streams.video[0]
        unit = float(video.time_base or 0)
        shown = sorted(packet.pts * unit for packet in film.demux(video) if packet.size and packet.pts is not None)
        length = float((video.duration or 0) * unit)
    with av.open(str(file)) as film:
        captions = film.streams.subtitles[0]
        unit = float(captions.time_base or 0)
        texts = [one for one in film.demux(captions) if one.size > EMPTY and one.duration]
        said = [((one.pts or 0) * unit, ((one.pts or 0) + one.duration) * unit) for one in texts]
    return [*shown, length], said


def _pictures(file: Path) -> Iterator[tuple[float, Grey]]:
    with av.open(str(file)) as film:
        for frame in film.decode(video=0):
            yield frame.time or 0.0, frame.to_ndarray(format="gray").astype(np.int16)


def _shared(some: Sequence[Span], others: Sequence[Span]) -> float:
    """Seconds that lie in spans of both kinds."""
    return sum(max(0.0, min(b, d) - max(a, c)) for a, b in some for c, d in others)


def main() -> None:
    """Measures the films of scripts in the folder of all products, as `make render` left them."""
    out, *scripts = map(Path, sys.argv[1:])
    for script in scripts:
        lesson = read_lesson(script, course(scene_folders(script)).catalogue)
        sys.stdout.write(f"{script.stem}: {measured(out / script.stem, lesson)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
