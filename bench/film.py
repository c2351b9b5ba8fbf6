"""`python -m bench.film OUT SCRIPT…`: what stands still in rendered films and what jumps, from their files alone.

Owns: `Measured` with its `Still` and `Jump`; `measured`, `stills`, `jumps`; `Heard`, what is heard of a film: its
loudness, and how far words are from their captions.

Laws:
- Something moves while new pictures follow each other within `FLOWING` seconds; one that stands longer is a still. A
  picture that is shown once more, at a step's border, is not new.
- Something is said while a caption is shown. The author's `rest` is no still.
- A jump is many places that stood, change in one frame, and stand again, while few do in the frames beside it: what
  moves crosses places too, but others before and after, near by.
- Where a step begins, its first picture is held against what was drawn last, the still of the step before, too: the
  codec draws a clip's last picture coarsely and its first one well.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, pairwise
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from mathora.cli.course import course, read_lesson, scene_folders
from mathora.cli.lessons import verdicts_of
from mathora.cli.options import cache_of
from mathora.lesson import Lesson, Prose, Words
from mathora.plan import said_in
from mathora.plan.narration import cut_into_captions
from mathora.prove import Proven, prove_lesson
from mathora.voice.loudness import FILM_RATE, at_film_rate
from mathora.voice.loudness import measured as loudness
from mathora.voice.recorded import as_wave
from mathora.voice.speaking import Spoken, begin_as_asked
from mathora.voice.speech import Wave
from mathora.voice.store import SpeechStore

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


SAME_TIME = 1e-3
"""Seconds between two times that are one."""

NEAR = 3
"""Pixels from a place that something leaves or reaches to where it is in the frame beside."""

BESIDE = 3
"""Frames before a change, and from it on, in which a place stands."""

FAR, THIN = 0.25, 4
"""Seconds by which a speech is looked for around its step's beginning; every fourth sample is compared."""

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
    starts = [0.0, *accumulate(_times(folder / "clips" / f"{section}.{step.id}.mp4")[-1] for section, step in steps)]
    film = folder / f"{folder.name}.mp4"
    end, said = _times(film)[-1], _captions(film)
    new = [at for at, _ in _new(_pictures(film))]
    times = [*([] if new[:1] == [0.0] else [0.0]), *new, end]
    resting = [(end - step.rest, end) for end, (_, step) in zip(starts[1:], steps, strict=True)]

    def place(second: float) -> tuple[str, float]:
        at = min(bisect_right(starts, second + 1e-6), len(names)) - 1
        return names[at], second - starts[at]

    def drawn(second: float) -> bool:
        step, at = place(second)
        before, own = (one.replace("/", ".") for one in (names[names.index(step) - 1], step))
        files = (folder / "stills" / f"{before}.jpg", folder / "clips" / f"{own}.mp4")
        return abs(at) > SAME_TIME or at_once(*(next(_pictures(one))[1] for one in files))

    flowing = [(one, after) for one, after in pairwise(times) if after - one < FLOWING]
    spoken = sum(end - begin for begin, end in said)
    return Measured(
        spoken,
        _shared(flowing, said) / max(spoken, 1e-9),
        tuple(Still(*place(at), seconds) for at, seconds in stills(times, resting)),
        tuple(Jump(*place(at), share) for at, share in jumps(_pictures(film)) if drawn(at)),
    )


def at_once(before: Grey, now: Grey) -> bool:
    """Whether so much differs between two pictures that one cannot follow the other at once."""
    return float((np.abs(now - before) > CHANGED).mean()) > MUCH


def stills(times: Sequence[float], resting: Sequence[Span] = ()) -> Iterator[tuple[float, float]]:
    """Where pictures stand and for how long, less what is rest; `times` are the frames' and the film's end."""
    for one, after in pairwise(times):
        rest = _shared([(one, after)], resting)
        if after - one >= FLOWING and after - one > rest:
            yield one, after - one - rest


def _new(pictures: Iterable[tuple[float, Grey]]) -> Iterator[tuple[float, Grey]]:
    """The pictures that differ from the one before them."""
    before: Grey | None = None
    for at, picture in pictures:
        if before is None or np.abs(picture - before).max() > SAME:
            yield at, picture
            before = picture


def jumps(pictures: Iterable[tuple[float, Grey]]) -> Iterator[tuple[float, float]]:
    """Where the picture jumps, and what share of it; `pictures` are frames' times and grey levels, in order."""
    shown: list[tuple[float, Grey]] = []
    shares: list[tuple[float, float]] = [(0.0, 0.0)]
    for picture in pictures:
        shown = [*shown[1 - 2 * BESIDE :], picture]
        if len(shown) == 2 * BESIDE:
            (_, before), (at, now) = shown[BESIDE - 1 : BESIDE + 1]
            changed = np.abs(now - before) > CHANGED
            if changed.mean() > MUCH / ALONE:  # less is no jump, and hides none beside it
                beside = [*((before, one) for _, one in shown[:BESIDE]), *((now, one) for _, one in shown[BESIDE:])]
                changed &= np.logical_and.reduce([np.abs(one - other) < SAME for one, other in beside])
                pairs = ((shown[BESIDE - 2][1], before), (now, shown[BESIDE + 1][1]))
                changed &= ~np.logical_or.reduce([_near(np.abs(one - other) > CHANGED) for one, other in pairs])
                shares.append((at, float(changed.mean())))
            else:
                shares.append((at, 0.0))
    for (_, before), (at, share), (_, after) in zip(shares, shares[1:], [*shares[2:], (0.0, 0.0)], strict=False):
        if share > MUCH and share > ALONE * max(before, after):
            yield at, share


def _near(places: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The places, and all that are `NEAR` to one."""
    for axis in (0, 1):
        padded = np.pad(places, [(NEAR, NEAR) if axis == one else (0, 0) for one in (0, 1)])
        places = np.lib.stride_tricks.sliding_window_view(padded, 2 * NEAR + 1, axis).any(axis=-1)
    return places


def _times(file: Path) -> list[float]:
    """When a film's frames are shown, with its end at last."""
    with av.open(str(file)) as film:
        video = film.streams.video[0]
        unit = float(video.time_base or 0)
        shown = sorted(packet.pts * unit for packet in film.demux(video) if packet.size and packet.pts is not None)
        return [*shown, float((video.duration or 0) * unit)]


def _captions(file: Path) -> list[Span]:
    """When a film's captions are shown."""
    with av.open(str(file)) as film:
        captions = film.streams.subtitles[0]
        unit = float(captions.time_base or 0)
        texts = [one for one in film.demux(captions) if one.size > EMPTY and one.duration]
        return [((one.pts or 0) * unit, ((one.pts or 0) + one.duration) * unit) for one in texts]


def _pictures(file: Path) -> Iterator[tuple[float, Grey]]:
    with av.open(str(file)) as film:
        for frame in film.decode(video=0):
            yield frame.time or 0.0, frame.to_ndarray(format="gray").astype(np.int16)


def _shared(some: Sequence[Span], others: Sequence[Span]) -> float:
    """Seconds that lie in spans of both kinds."""
    return sum(max(0.0, min(b, d) - max(a, c)) for a, b in some for c, d in others)


@dataclass(frozen=True, slots=True)
class Heard:
    """What is heard of a film: LUFS and dBTP; seconds at most between a word in the sound and its caption, and between
    a word that calls a move and the first new picture.
    """

    loudness: float
    peak: float
    captions: float
    moves: float

    def __str__(self) -> str:
        late = f"word to caption {1000 * self.captions:.0f} ms, word to move {1000 * self.moves:.0f} ms"
        return f"  {self.loudness:.2f} LUFS, {self.peak:.2f} dBTP, {late} at most"


def heard(folder: Path, proven: Proven, spoken: Spoken) -> Heard:
    """The figures of the film's sound; `spoken` are the speeches that it was made of."""
    film = folder / f"{folder.name}.mp4"
    sound, new, captions = _sound(film), _times(film), [begin for begin, _ in _captions(film)]
    start, late, moves = 0.0, [0.0], [0.0]
    for section in proven.lesson.sections:
        for step in section.steps:
            address = f"{section.id}/{step.id}"
            length = _times(folder / "clips" / f"{section.id}.{step.id}.mp4")[-1]
            if (speech := spoken.speeches.get(address)) is not None:
                begins = start + lag(sound, at_film_rate(as_wave(speech), speech.rate), start)
                said = said_in(proven, step.say)
                places = [one.since for one in cut_into_captions(said)]
                own = [one for one in captions if start - 1e-6 <= one < start + length - 1e-6]
                late += [abs(begins + speech.times.begin(at) - one) for at, one in zip(places, own, strict=True)]
                for place in _called(proven, step.say):
                    word = begins + speech.times.begin(Fraction(place))
                    moves.append(min(abs(one - word) for one, after in pairwise(new) if after - one < FLOWING))
            start += length
    return Heard(*loudness(sound), max(late), max(moves))


def lag(sound: Wave, speech: Wave, start: float) -> float:
    """By how many seconds a speech is later in a film's sound than at `start`; between −`FAR` and `FAR`."""
    reach, own = round(FAR * FILM_RATE), speech[: 2 * FILM_RATE]
    begin = round(start * FILM_RATE)
    around = np.pad(sound, reach + len(own))[begin + len(own) :][: len(own) + 2 * reach]
    return float((np.correlate(around[::THIN], own[::THIN], "valid").argmax() * THIN - reach) / FILM_RATE)


def _called(proven: Proven, prose: Prose) -> Iterator[int]:
    """The numbers of the phrases that call a move."""
    for cue in prose.cues:
        before, at = prose.pieces[: cue.piece], prose.pieces[cue.piece : cue.piece + 1]
        rest = [Words(text=one.text.cut(0, cue.offset)) for one in at if isinstance(one, Words)]
        yield len(said_in(proven, Prose(text=prose.text, pieces=(*before, *rest))))


def _sound(file: Path) -> Wave:
    """A film's sound, whole."""
    with av.open(str(file)) as film:
        return np.concatenate([frame.to_ndarray()[0] for frame in film.decode(audio=0)]).astype(np.float32)


def main() -> None:
    """Measures the films of scripts in the folder of all products, as `make render` left them."""
    out, *scripts = map(Path, sys.argv[1:])
    for script in scripts:
        folder, lesson = out / script.stem, read_lesson(script, course(scene_folders(script)).catalogue)
        if not (folder / "clips").is_dir() or not (folder / f"{script.stem}.mp4").is_file():
            sys.exit(f"{folder} has no film, or not its steps' clips: render the lesson with all products first.")
        sys.stdout.write(f"{script.stem}: {measured(folder, lesson)}\n")
        proven = prove_lesson(lesson, store=verdicts_of(cache_of(out)))
        speaking, _ = begin_as_asked(proven, script, None, SpeechStore(cache_of(out)))
        spoken = speaking()
        if spoken.speeches:
            sys.stdout.write(f"{heard(folder, proven, spoken)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
