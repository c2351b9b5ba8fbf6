"""Clips hold what was shown, in colours that their tags describe, at the size and rate that was asked."""

import errno
import io
import os
import subprocess
import sys

import av
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from mathora import encoder
from mathora.encoder import ClipEncoder, PixelBox
from mathora.plan.format import FrameFormat

FRAMES = FrameFormat(320, 192, 30)
WHOLE = PixelBox(0, 0, 320, 192)


def picture(colour):
    return np.broadcast_to(np.array([*colour, 255], np.uint8), (192, 320, 4)).copy()


def decoded(path):
    """What was shown; the last picture's repeat is left out."""
    with av.open(str(path)) as container:
        return list(container.decode(video=0))[:-1]


@pytest.mark.parametrize(
    "colour", [(255, 255, 255), (0, 0, 0), (255, 0, 0), (0, 255, 0), (0, 0, 255), (200, 120, 40), (88, 196, 221)]
)
def test_a_colour_comes_back_through_the_tagged_matrix(tmp_path, colour):
    path = tmp_path / "clip.mp4"
    with ClipEncoder(path, FRAMES) as encoder:
        encoder.show(0, picture(colour), [WHOLE])
    (frame,) = decoded(path)
    assert (frame.colorspace, frame.color_primaries, frame.color_trc, frame.color_range) == (1, 1, 1, 1)
    planes = [np.frombuffer(p, np.uint8).reshape(p.height, p.line_size)[:, : p.width] for p in frame.planes]
    y, cb, cr = (float(np.median(plane)) for plane in planes)
    luma, blue, red = (y - 16) / 219, (cb - 128) / 224, (cr - 128) / 224
    r, b = luma + 1.5748 * red, luma + 1.8556 * blue
    g = (luma - 0.2126 * r - 0.0722 * b) / 0.7152
    assert np.abs(np.array([r, g, b]) * 255 - colour).max() <= 3


def test_the_planes_are_the_standard_s_to_one_level():
    """Held against ITU-R BT.709-6 in double precision, over all corners of the cube of colours and many between."""
    steps = np.array([0, 1, 64, 127, 128, 200, 254, 255], np.uint8)
    rgb = np.stack(np.meshgrid(steps, steps, steps), -1).reshape(-1, 1, 3).repeat(2, 0).repeat(2, 1)
    pixels = np.concatenate([rgb, np.full_like(rgb[..., :1], 255)], -1)
    r, g, b = np.moveaxis(rgb / 255, -1, 0)
    luma = 0.2126 * r + 0.7152 * g + 0.0722 * b
    blue, red = 128 + 224 * (b - luma) / 1.8556, 128 + 224 * (r - luma) / 1.5748
    found = encoder.planar(pixels, encoder.colour_matrix())
    for plane, exact in zip(found, (16 + 219 * luma, blue[::2, ::2], red[::2, ::2]), strict=True):
        assert np.abs(plane - exact).max() <= 1


def test_chroma_is_the_mean_of_a_block():
    block = np.array([[[255, 0, 0, 255], [0, 0, 255, 255]], [[0, 0, 0, 255], [255, 255, 255, 255]]], np.uint8)
    matrix = encoder.colour_matrix()
    alone = [encoder.planar(one[None, None].repeat(2, 0).repeat(2, 1), matrix) for one in block.reshape(4, 4)]
    for channel in (1, 2):
        mean = sum(int(planes[channel][0, 0]) for planes in alone) / 4
        assert abs(encoder.planar(block, matrix)[channel][0, 0] - mean) <= 0.5


def test_an_equal_frame_is_not_encoded_and_a_hold_is_a_timestamp(tmp_path):
    path = tmp_path / "clip.mp4"
    with ClipEncoder(path, FRAMES) as encoder:
        assert encoder.show(0, picture((10, 20, 30)), [WHOLE])
        assert not encoder.show(1, picture((10, 20, 30)), [WHOLE])
        assert encoder.show(90, picture((10, 200, 30)), [WHOLE])
        assert encoder.ticks == [0, 90]
    assert [frame.pts * frame.time_base for frame in decoded(path)] == [0, 3]


def test_a_clip_closes_with_its_last_picture_once_more_where_its_motion_ends(tmp_path):
    path = tmp_path / "clip.mp4"
    with ClipEncoder(path, FRAMES) as encoder:
        for tick in range(8):
            encoder.show(tick, picture((10, 30 * tick, 30)), [WHOLE])
        encoder.show(40, picture((10, 210, 30)), [WHOLE])
    with av.open(str(path)) as container:
        *_, last, repeat = container.decode(video=0)
    assert [frame.pts * frame.time_base * 30 for frame in (last, repeat)] == [7, 40]
    assert np.abs(last.to_ndarray().astype(int) - repeat.to_ndarray()).max() <= 1


def test_only_the_changed_boxes_are_taken_over(tmp_path):
    path = tmp_path / "clip.mp4"
    with ClipEncoder(path, FRAMES) as encoder:
        encoder.show(0, picture((0, 0, 0)), [WHOLE])
        encoder.show(1, picture((255, 255, 255)), [PixelBox(64, 64, 128, 96)])
    last = decoded(path)[-1].to_ndarray(format="gray")
    assert last[66:94, 66:126].min() > 200
    assert last[:60].max() < 60
    assert last[100:].max() < 60


def test_each_picture_has_what_was_new_in_all_before_it(tmp_path):
    path, boxes = tmp_path / "clip.mp4", [PixelBox(left, 64, left + 32, 128) for left in range(0, 320, 32)]
    with ClipEncoder(path, FRAMES) as encoder:
        encoder.show(0, picture((0, 0, 0)), [WHOLE])
        for tick, box in enumerate(boxes, 1):
            encoder.show(tick, picture((255, 255, 255)), [box])
    for tick, shown in enumerate(decoded(path)):
        middle = shown.to_ndarray(format="gray")[80:112]
        assert [int(middle[:, box.left + 8 : box.right - 8].mean()) > 128 for box in boxes] == [
            number < tick for number in range(len(boxes))
        ]


def test_the_same_frames_give_the_same_bytes_and_all_clips_share_one_header(tmp_path):
    random = np.random.default_rng(7)
    noise = random.integers(0, 255, (192, 320, 4), np.uint8)
    headers = []
    for name, frames in {
        "a": [noise, noise[::-1].copy()],
        "b": [noise, noise[::-1].copy()],
        "c": [noise[:, ::-1].copy()],
    }.items():
        with ClipEncoder(tmp_path / name, FRAMES) as encoder:
            for tick, frame in enumerate(frames):
                encoder.show(tick, frame, [WHOLE])
        with av.open(str(tmp_path / name)) as container:
            headers.append(container.streams.video[0].codec_context.extradata)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert headers[0] == headers[1] == headers[2]


ENCODE = """
import hashlib, importlib.util, sys
import numpy as np
from mathora.plan.format import FrameFormat
file, folder, *planted = sys.argv[1:]
spec = importlib.util.spec_from_file_location("encoder", file)  # alone: its room brings Manim along
encoder = importlib.util.module_from_spec(spec)
spec.loader.exec_module(encoder)
if planted:
    encoder.SETTINGS["x264-params"] = planted[0]
random = np.random.default_rng(3)
with encoder.ClipEncoder(folder + "/clip.mp4", FrameFormat(416, 240, 5)) as clip:
    for at in range(60):
        frame = np.full((240, 416, 4), 255, np.uint8)
        frame[..., :3] = (20, 24, 33)
        for word in range(40):
            x, y = 20 + 9 * word, 30 + 11 * (word % 17) + (at * word) % 5
            frame[y : y + 8, x : x + 6, :3] = np.minimum(255, 4 * at + random.integers(0, 30, 3))
        clip.show(at, frame, [encoder.PixelBox(0, 0, 416, 240)])
print(hashlib.sha256(open(folder + "/clip.mp4", "rb").read()).hexdigest())
"""
"""A process of its own that encodes sixty frames, amid memory filled as the environment says."""


def encoded_amid(fills, folder, *planted):
    """What the clip's bytes are when fresh memory holds each of `fills`; the processes run side by side."""
    runs = []
    for fill in fills:
        place = folder / str(fill)
        place.mkdir(exist_ok=True)
        arguments = [sys.executable, "-c", ENCODE, encoder.__file__, str(place), *planted]
        environment = {**os.environ, "MALLOC_PERTURB_": str(fill), "PYTHONMALLOC": "malloc"}
        runs.append(subprocess.Popen(arguments, env=environment, stdout=subprocess.PIPE, text=True))
    digests = {run.communicate()[0] for run in runs}
    assert all(run.returncode == 0 for run in runs)
    return digests


FILLS = (0, 1, 85, 255)
"""What glibc writes into memory that it hands out (the complement) and takes back; 0 leaves it as it is."""


def test_what_lay_in_memory_before_leaves_no_trace(tmp_path):
    assert len(encoded_amid(FILLS, tmp_path)) == 1


def test_macroblock_tree_reads_what_it_never_wrote(tmp_path):
    """The planted fault: the reason why our settings are without it."""
    planted = encoder.SETTINGS["x264-params"].replace("mbtree=0", "mbtree=1")
    assert "mbtree=1" in planted
    assert len(encoded_amid(FILLS, tmp_path, planted)) > 1


def ssim(one, other):
    """The mean structural similarity of two grey pictures (Wang et al. 2004), over 8×8 windows."""
    one, other = one.astype(np.float32), other.astype(np.float32)

    def mean(values):
        return np.lib.stride_tricks.sliding_window_view(values, (8, 8)).mean((2, 3))

    a, b = mean(one), mean(other)
    spread_a, spread_b, together = mean(one * one) - a * a, mean(other * other) - b * b, mean(one * other) - a * b
    alike = ((2 * a * b + 6.5) * (2 * together + 58.5)) / ((a * a + b * b + 6.5) * (spread_a + spread_b + 58.5))
    return float(alike.mean())


def test_a_clip_is_as_good_as_what_was_drawn(tmp_path):
    frames, shown = FrameFormat(640, 360, 30), []
    with ClipEncoder(tmp_path / "clip.mp4", frames) as encoder:
        for tick in range(20):
            drawn = Image.new("RGBA", (640, 360), (20, 24, 33))
            pen = ImageDraw.Draw(drawn)
            pen.text((40 + 5 * tick, 80), "dL/dw = 2 w", (230, 230, 240), ImageFont.load_default(48))
            pen.circle((320, 250), 30 + 2 * tick, outline=(88, 196, 221), width=3)
            pixels = np.array(drawn)
            encoder.show(tick, pixels, [PixelBox(0, 0, 640, 360)])
            shown.append(encoder._frame.planes[0].copy())
    seen = [frame.to_ndarray()[:360] for frame in decoded(tmp_path / "clip.mp4")]
    assert min(ssim(one, other) for one, other in zip(shown, seen, strict=True)) >= 0.99
    assert ssim(shown[0], shown[10]) < 0.97


class _Full(io.BytesIO):
    """What is written to when a disk is full."""

    def write(self, _):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_what_goes_wrong_while_a_picture_is_written_reaches_who_shows_the_next():
    noise = np.random.default_rng(0)

    def show_many():
        with ClipEncoder(_Full(), FRAMES) as encoder:
            for tick in range(100):
                pixels = noise.integers(0, 256, (192, 320, 4), np.uint8)
                pixels[..., 3] = 255
                encoder.show(tick, pixels, [WHOLE])

    with pytest.raises(OSError, match="No space left"):
        show_many()


def test_a_clip_that_nobody_waits_for_is_the_same_and_what_goes_wrong_is_told_who_asks_for_it(tmp_path):
    path, clips = tmp_path / "clip.mp4", [io.BytesIO(), _Full()]
    with ClipEncoder(path, FRAMES) as whole:
        encoders = [ClipEncoder(clip, FRAMES, waits=False) for clip in clips]
        for one in (whole, *encoders):
            for tick, grey in enumerate((0, 90, 180)):
                one.show(tick, picture((grey, grey, grey)), [WHOLE])
    for one in encoders:
        one.__exit__(None, None, None)
    assert encoders[0].content() == path.read_bytes()
    with pytest.raises(OSError, match="No space left"):
        encoders[1].content()
