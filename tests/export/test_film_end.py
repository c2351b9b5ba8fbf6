"""Every film, section and clip ends with its timeline: its last picture stands until then, whatever plays it.

Browsers and mpv let the last *shown* picture stand for as long as its own packet says, `ffmpeg -r` for a moment only;
nothing in the container's header moves them.
"""

import subprocess
from dataclasses import replace
from fractions import Fraction
from itertools import accumulate, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import av
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mathora.encoder import ClipEncoder, PixelBox, add_h264_stream, encode_constantly
from mathora.export.film.video import write_film
from mathora.plan import Chapter, FrameFormat, Loop, ShownLoop, Slot, StepFacts, Timeline
from mathora.render import Clip
from tests.programs import needs_ffmpeg

RATE = 30
FRAMES = FrameFormat(64, 48, RATE)
WHOLE = PixelBox(0, 0, 64, 48)


def write_clip(path, ticks, still=0):
    """A clip with a new picture at each of `ticks`, and for `still` ticks more the last one again."""
    with ClipEncoder(path, FRAMES) as encoder:
        for number, tick in enumerate(ticks):
            picture = np.full((48, 64, 4), 40 + 30 * (number % 6), np.uint8)
            encoder.show(tick, picture, [WHOLE])
        for more in range(1, still + 1):
            encoder.show(ticks[-1] + more, picture, [])


def clip(address, path, ticks):
    """The clip in the file `path`."""
    return Clip(address, "", path, path, "", "", StepFacts(ticks=ticks, motion=ticks[-1]))


def film(folder, steps, *, constant=False):
    """The film of steps (ticks of their pictures, ticks that the last one holds), its timeline and path."""
    clips, slots, now = {}, [], 0
    for number, (ticks, hold) in enumerate(steps):
        path, length = folder / f"{number}.mp4", ticks[-1] + hold
        write_clip(path, ticks)
        if constant:
            source, path = path, folder / f"{number}.constant.mp4"
            encode_constantly([(source, int)], length, FRAMES, path)
        slots.append(Slot("a", str(number), now, ticks[-1], hold, "", ()))
        clips[slots[-1].address] = clip(slots[-1].address, path, ticks)
        now += length
    timeline = Timeline(RATE, tuple(slots), (Chapter("a", "A", 0, now),))
    write_film(folder / "film.mp4", timeline, clips, {})
    return timeline, folder / "film.mp4"


def seen(slot, ticks):
    """When a slot's pictures are shown: its clip's, and the last one again at the slot's last tick."""
    return [*(slot.start + tick for tick in ticks), slot.end - 1]


def packets_of(path):
    """(shown, decoded, until when its own packet lets it stand) of each packet in the order of decoding, in ticks."""
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        unit = stream.time_base * RATE
        return [
            (one.pts * unit, one.dts * unit, (one.pts + one.duration) * unit)
            for one in container.demux(stream)
            if one.size
        ]


def end_of(path):
    """The tick at which the picture that is shown last ends, by its own packet."""
    return max(packets_of(path))[2]


def length_of(path):
    """The container's length in ticks."""
    with av.open(str(path)) as container:
        return round(Fraction(container.duration, av.time_base) * RATE)


def pictures(most):
    """Ticks of a step's pictures, from 0 on, with holds between them."""
    gaps = st.lists(st.integers(1, 9) | st.integers(1, 400), max_size=most)
    return gaps.map(lambda some: tuple(accumulate(some, initial=0)))


STEPS = st.lists(st.tuples(pictures(24), st.integers(2, 500)), min_size=1, max_size=3)
EVERY = tuple(range(8))
"""One picture after the other: x264 by itself would decode the last one before six that are shown earlier."""


@settings(max_examples=40)
@example(steps=[(EVERY, 300)])
@example(steps=[((0, 100, 200), 2), ((0, 100, 200), 2)])
@given(steps=STEPS)
def test_the_last_picture_stands_until_the_timeline_ends(steps):
    with TemporaryDirectory() as folder:
        timeline, path = film(Path(folder), steps)
        packets = packets_of(path)
        assert end_of(path) == length_of(path) == timeline.end
        shown = sorted(
            tick for slot, (ticks, _) in zip(timeline.slots, steps, strict=True) for tick in seen(slot, ticks)
        )
        assert sorted(tick for tick, _, _ in packets) == shown
        assert all(decoded <= tick for tick, decoded, _ in packets)
        assert all(one[1] < other[1] for one, other in pairwise(packets))
        with av.open(str(path)) as container:
            assert [frame.pts * frame.time_base * RATE for frame in container.decode(video=0)] == shown


@settings(max_examples=15)
@example(steps=[((0,), 2), ((0, 1), 2)])
@example(steps=[(EVERY, 300)])
@given(steps=st.lists(st.tuples(pictures(3), st.integers(2, 60)), min_size=1, max_size=2))
def test_at_a_constant_rate_too(steps):
    with TemporaryDirectory() as folder:
        timeline, path = film(Path(folder), steps, constant=True)
        assert end_of(path) == length_of(path) == timeline.end
        assert sorted(shown for shown, _, _ in packets_of(path)) == list(range(timeline.end))


@settings(max_examples=40)
@example(ticks=EVERY, still=40)
@given(ticks=pictures(30), still=st.integers(0, 90))
def test_a_step_s_own_clip_ends_when_its_motion_does(ticks, still):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "clip.mp4"
        write_clip(path, ticks, still)
        assert end_of(path) == length_of(path) == max(ticks[-1] + still, ticks[-1] + 1) + 1


@needs_ffmpeg
@pytest.mark.parametrize("constant", [False, True])
def test_ffmpeg_shows_every_tick_of_the_film(tmp_path, constant):
    timeline, path = film(tmp_path, [((0, 1, 2, 9), 30), (EVERY, 90)], constant=constant)
    command = ["ffmpeg", "-v", "error", "-i", path, "-r", str(RATE), "-f", "rawvideo", "-"]
    shown = subprocess.run(command, capture_output=True, check=True).stdout
    assert abs(len(shown) / (64 * 48 * 3 / 2) - timeline.end) <= 1


def test_a_clip_whose_last_picture_is_decoded_earlier_is_refused(tmp_path):
    """The planted fault: what x264 makes if nothing is said to it, where a film's last hold was lost."""
    path = tmp_path / "clip.mp4"
    with av.open(str(path), "w") as container:
        stream = add_h264_stream(container, FRAMES)
        for tick in EVERY:
            picture = av.VideoFrame.from_ndarray(np.full((48, 64, 3), 20 * tick, np.uint8), "rgb24")
            picture.pts, picture.time_base = tick, Fraction(1, RATE)
            container.mux(stream.encode(picture))
        container.mux(stream.encode(None))
    assert packets_of(path)[-1][0] < EVERY[-1]
    timeline = Timeline(RATE, (Slot("a", "one", 0, 7, 90, "", ()),), (Chapter("a", "A", 0, 97),))
    with pytest.raises(ValueError, match="a/one shows last is not decoded last"):
        write_film(tmp_path / "film.mp4", timeline, {"a/one": clip("a/one", path, EVERY)}, {})


@settings(max_examples=25)
@given(ticks=pictures(12), around=pictures(12), waits=st.lists(st.integers(0, 20), min_size=1, max_size=4))
def test_loops_are_shown_in_the_hold_and_the_last_one_ends_the_step(ticks, around, waits):
    with TemporaryDirectory() as folder:
        own, circling = Path(folder) / "clip.mp4", Path(folder) / "loop.mp4"
        write_clip(own, ticks)
        write_clip(circling, around)
        loop = Loop("x", around, around[-1] + 1, peak=around[0])
        starts = [*accumulate((loop.end + wait + 1 for wait in waits), initial=ticks[-1] + 1)]
        shown = tuple(ShownLoop(0, start, wait) for start, wait in zip(starts[:-1], waits, strict=True))
        slot = Slot("a", "one", 0, ticks[-1], starts[-1] + 2 - ticks[-1], "", (), loops=shown)
        facts = StepFacts(ticks=ticks, motion=ticks[-1], loops=(loop,))
        clips = {"a/one": Clip("a/one", "", own, own, "", "", facts, (circling,), ("",))}
        timeline = Timeline(RATE, (slot,), (Chapter("a", "A", 0, slot.end),))
        write_film(Path(folder) / "film.mp4", timeline, clips, {})
        packets = packets_of(Path(folder) / "film.mp4")
        expected = [
            *ticks,
            *(one.start + tick + (one.wait if tick > loop.peak else 0) for one in shown for tick in around),
            slot.end - 1,
        ]
        assert sorted(tick for tick, _, _ in packets) == expected
        assert all(decoded <= tick for tick, decoded, _ in packets)
        assert all(one[1] < other[1] for one, other in pairwise(packets))
        with av.open(str(Path(folder) / "film.mp4")) as container:
            assert [frame.pts * frame.time_base * RATE for frame in container.decode(video=0)] == expected


def test_what_lives_on_is_shown_before_the_step_s_own_clip(tmp_path):
    names = ("0", "1", "loop")
    for name in names:
        write_clip(tmp_path / f"{name}.mp4", EVERY)
    alive = Loop("", EVERY, EVERY[-1])
    first, second = (clip(f"a/{name}", tmp_path / f"{name}.mp4", EVERY) for name in names[:2])
    first = replace(first, loops=(tmp_path / "loop.mp4",), facts=replace(first.facts, loops=(alive,)))
    slots = (
        Slot("a", "0", 0, 7, 43, "", ()),
        Slot(
            "a", "1", 50, 37, 13, "", (), shifts=((1, 30),), before="a/0", waiting=(ShownLoop(0, 0), ShownLoop(0, 15))
        ),
    )
    timeline = Timeline(RATE, slots, (Chapter("a", "A", 0, 100),))
    write_film(tmp_path / "film.mp4", timeline, {"a/0": first, "a/1": second}, {})
    packets = packets_of(tmp_path / "film.mp4")
    shown = [tick for tick, *_ in sorted(packets)]
    assert shown == [*EVERY, 49, *(start + tick for start in (50, 65, 80) for tick in EVERY), 99]
    decoded = [tick for _, tick, _ in packets]
    assert decoded == sorted(set(decoded))
