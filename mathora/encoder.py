"""Frames in, an H.264 clip out: each picture encoded once, however long it is seen.

Owns: `ClipEncoder`, `PlanarFrame` and the encoder's settings.

Laws:
- A frame equal to the one before costs a comparison and is not encoded; how long a picture stays is a timestamp.
- Only the changed boxes of a frame are converted. Colours go from full-range RGB to BT.709 limited-range Y'CbCr 4:2:0
  with chroma averaged over each 2×2 block, and the stream's tags say exactly that.
- Every clip of one format carries the same SPS and PPS and starts with a closed group of pictures, so clips are joined
  by remuxing. Pictures are encoded in their order, by one thread of their own while the next is drawn; no clock, no
  random numbers: the same frames give the same bytes.
- A clip's last picture comes twice, and its repeat is both decoded and shown last. It may be moved to where a hold
  ends: every player goes as far as there is a picture, while many let the last one stand for a moment only, whatever
  the duration of its packet.
- A picture is decoded when the one `REORDERED` places before it is shown; so clips follow each other without a clash.

The matrix is ITU-R BT.709-6, item 3.2 to 3.5 (Kr = 0.2126, Kb = 0.0722), quantised to 8 bits.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from fractions import Fraction
from io import BytesIO
from itertools import count, islice, repeat
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, NamedTuple, Self

import av
import numpy as np
import numpy.typing as npt
from av.video.frame import PictureType
from av.video.stream import VideoStream

from mathora.plan.format import FrameFormat

Pixels = npt.NDArray[np.uint8]

KR, KB = 0.2126, 0.0722  # BT.709's luma weights of red and blue; green has the rest

SETTINGS = {
    "preset": "veryfast",
    "crf": "27.3",
    "x264-params": "subme=0:mbtree=0:scenecut=0:b-adapt=0:bframes=8:weightp=0:aq-mode=3:qcomp=0.8:deblock=1,1"
    ":ipratio=2.2:pbratio=2.5:keyint=250:open-gop=0:chromaloc=1",
}
"""x264's settings. Drawn pictures have long still areas and hard edges: deep searches cost time and find nothing there,
and eight B-frames in a row, between pictures that are given more bits, take less than a choice for each frame does.
Macroblock-tree is off because it reads memory that it never wrote: the same frames gave other bytes."""

STRIP = 1 << 14
"""Pixels that are converted at once: few enough to stay in the processor's cache, and too few for a matrix product that
would start threads of its own beside the other workers'."""

FRACTION = 1 << 10
"""The colour matrix is rounded to this fraction, so that each product and sum of it is exact in 32-bit floats: the same
pixels give the same bytes, in whatever order a processor adds."""

QUEUED = 1 << 26
"""Pixels of the pictures that wait for the encoder at most, 100 MB: it is not waited for where a few are hard."""

REORDERED = 2
"""By how many places a picture comes earlier in the order of decoding than in that of showing: B-frames may be
references of B-frames.
"""

PART = 0.55  # of a cross-fade, the time in which the old picture is seen, and that in which the new one is

SAME, NEAR = 24, 8
"""Levels by which a pixel of two pictures may differ and is the same, for what was encoded is not exact; and how far
around it all pixels have to be the same for it to stand.
"""

BT709 = 1
LIMITED = 1


class PixelBox(NamedTuple):
    """A rectangle of pixels, `left ≤ x < right` and `top ≤ y < bottom`, from the frame's upper left corner."""

    left: int
    top: int
    right: int
    bottom: int


def colour_matrix() -> npt.NDArray[np.float32]:
    """The affine map (3×4) from 8-bit RGB to 8-bit limited-range Y', Cb, Cr, half a level added: cut, it is rounded."""
    luma = np.array([KR, 1 - KR - KB, KB])
    blue = (np.array([0, 0, 1]) - luma) / (2 * (1 - KB))
    red = (np.array([1, 0, 0]) - luma) / (2 * (1 - KR))
    rows = np.stack([luma * 219, blue * 224, red * 224]) / 255
    fractions: npt.NDArray[np.float64] = np.rint(np.column_stack([rows, [16.5, 128.5, 128.5]]) * FRACTION)
    return (fractions / FRACTION).astype(np.float32)


def planar(pixels: Pixels, matrix: npt.NDArray[np.float32]) -> tuple[Pixels, Pixels, Pixels]:
    """The planes Y', Cb, Cr of opaque RGBA `pixels` (even height and width); chroma is the mean of each 2×2 block."""
    height, width, _ = pixels.shape
    words = pixels.view("<u4").reshape(-1)
    colours = np.empty((4, words.size), np.float32)
    for row, shift in enumerate((0, 8, 16)):
        colours[row] = (words >> shift) & 255
    colours[3] = 1
    full = (matrix @ colours).astype(np.uint8)
    pairs = full[1:].reshape(2, height, width).view("<u2")
    sums = (pairs & 255) + (pairs >> 8)
    blue, red = ((sums[:, ::2] + sums[:, 1::2] + 2) >> 2).astype(np.uint8)
    return full[0].reshape(height, width), blue, red


class PlanarFrame:
    """One Y'CbCr 4:2:0 picture that is kept and changed in place; its planes are views of the codec's own memory."""

    def __init__(self, width: int, height: int) -> None:
        self.picture = av.VideoFrame(width, height, "yuv420p")
        self.planes = [
            np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)[:, : plane.width]
            for plane in self.picture.planes
        ]
        self._matrix = colour_matrix()

    def copy_into(self, other: PlanarFrame, boxes: Collection[PixelBox] | None) -> None:
        """Make `other`, of the same size, the picture that this is now: it is that but for the `boxes`. If they are not
        known, nothing of it is.
        """
        if boxes is None or sum(map(_area, boxes)) > self.picture.width * self.picture.height:
            for whole, copy in zip(self.picture.planes, other.picture.planes, strict=True):
                np.copyto(np.frombuffer(memoryview(copy), np.uint8), np.frombuffer(memoryview(whole), np.uint8))
            return
        for ours, theirs, scale in zip(self.planes, other.planes, (1, 2, 2), strict=True):
            for left, top, right, bottom in boxes:
                place = slice(top // scale, bottom // scale), slice(left // scale, right // scale)
                theirs[place] = ours[place]

    def update(self, pixels: Pixels, box: PixelBox) -> bool:
        """Take the `box` (even corners) of `pixels` (height, width, RGBA) over; True if that changed the picture."""
        left, top, right, bottom = box
        rows = max(2, STRIP // (right - left) & ~1)
        strips = (PixelBox(left, row, right, min(row + rows, bottom)) for row in range(top, bottom, rows))
        return sum(self._update(pixels, strip) for strip in strips) > 0

    def _update(self, pixels: Pixels, box: PixelBox) -> bool:
        left, top, right, bottom = box
        changed = False
        seen = planar(pixels[top:bottom, left:right], self._matrix)
        for plane, values, scale in zip(self.planes, seen, (1, 2, 2), strict=True):
            target = plane[top // scale : bottom // scale, left // scale : right // scale]
            if not np.array_equal(target, values):
                target[:] = values
                changed = True
        return changed


def _area(box: PixelBox) -> int:
    return (box.right - box.left) * (box.bottom - box.top)


class ClipEncoder:
    """Writes one clip, to a file or to memory; a context manager that finishes it when its block ends well. Who does
    not wait for that (`waits`) asks for the clip's `content` later.

    The newest picture waits until it is known whether it is the last; those before it are being encoded meanwhile.
    """

    def __init__(self, target: Path | BinaryIO, frames: FrameFormat, *, waits: bool = True) -> None:
        self._target, self._waits = target, waits
        self.ticks: list[int] = []
        self._last = 0
        self._decoded = deque(range(-REORDERED, 0))
        self._frame = PlanarFrame(frames.width, frames.height)
        self._waiting = self._frame
        self._queue: deque[tuple[Future[None], PlanarFrame, int]] = deque()  # with each picture's number
        self._most = max(1, QUEUED // (frames.width * frames.height))
        self._new: deque[Sequence[PixelBox]] = deque(maxlen=self._most)  # where each of the last pictures was new
        self._frames = frames
        self._container = av.open(_opened(target), "w", format="mp4", options={"fflags": "+bitexact"})
        self._stream = add_h264_stream(self._container, frames)
        self._thread = ThreadPoolExecutor(1, "encoder")
        self._ending: Future[None] | None = None

    def show(self, tick: int, pixels: Pixels, changed: Sequence[PixelBox]) -> bool:
        """Show `pixels` from `tick` on; they differ from the frame before in the boxes `changed` only.

        True if the picture was new and so encoded. The first frame is always encoded. Raises what went wrong while a
        picture before was written, such as `OSError`.
        """
        new = [box for box in changed if self._frame.update(pixels, box)]
        self._last = tick
        if self.ticks and not new:
            return False
        if self.ticks:
            sent = self._thread.submit(self._write_next, self._last_sent, self._waiting.picture)
            self._queue.append((sent, self._waiting, len(self.ticks)))
        self.ticks.append(tick)
        self._new.append(new)
        self._waiting, boxes = self._free()
        self._frame.copy_into(self._waiting, boxes)
        self._stamp(tick)
        return True

    def _free(self) -> tuple[PlanarFrame, Collection[PixelBox] | None]:
        """Where the next picture may be made: that of one that was encoded, which differs from it in these boxes."""
        if not self._queue or not (self._queue[0][0].done() or len(self._queue) == self._most):
            fresh = PlanarFrame(self._frames.width, self._frames.height)
            fresh.picture.time_base = Fraction(1, self._frames.rate)
            return fresh, None
        sent, found, number = self._queue.popleft()
        sent.result()
        since = islice(reversed(self._new), len(self.ticks) - number)
        return found, {box for boxes in since for box in boxes}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ending = self._thread.submit(self._end, well=kind is None)
        self._thread.shutdown(wait=False)
        if self._waits or kind is not None:
            self._ending.result()

    def content(self) -> bytes:
        """The clip, if it is written to memory, as soon as it is finished. Raises what went wrong."""
        if self._ending is not None:
            self._ending.result()
        return self._target.getvalue() if isinstance(self._target, BytesIO) else b""

    def _end(self, *, well: bool) -> None:
        """In the encoder's thread, behind the pictures that were encoded: finish the clip, and close it."""
        try:
            if well and self.ticks:
                if (last := self._last_sent) is not None:
                    last.result()
                self._finish()
        finally:
            self._container.close()

    def _finish(self) -> None:
        """Encode the last picture, and its repeat at the last tick that was shown, or else at the one after it.

        Were the last picture a B-frame, its repeat would be decoded before it.
        """
        if self.ticks[1:]:
            self._waiting.picture.pict_type = PictureType.P
        self._write(self._waiting.picture)
        end = max(self._last, self.ticks[-1] + 1)
        self._stamp(end)
        self._waiting.picture.pict_type = PictureType.NONE
        self._write(self._waiting.picture)
        self._decoded[-REORDERED - 1] = end - REORDERED  # the last one's: its packet ends with the clip
        self._write(None)

    def _stamp(self, tick: int) -> None:
        """The picture that waits is shown at this tick."""
        self._waiting.picture.pts = tick
        self._decoded.append(tick)

    @property
    def _last_sent(self) -> Future[None] | None:
        """The newest picture that is being encoded; None if none is."""
        return self._queue[-1][0] if self._queue else None

    def _write_next(self, before: Future[None] | None, picture: av.VideoFrame) -> None:
        """In the encoder's thread: encode a picture, unless what was sent `before` went wrong."""
        if before is not None:
            before.result()
        self._write(picture)

    def _write(self, picture: av.VideoFrame | None) -> None:
        """Encode a picture (None: what is left) and write the packets that are ready, each with when it is decoded."""
        for packet in self._stream.encode(picture):
            packet.dts = self._decoded.popleft()
            self._container.mux(packet)


def add_h264_stream(container: av.container.OutputContainer, frames: FrameFormat) -> VideoStream:
    """A stream in our one way of encoding: settings, time base of one tick, BT.709 limited range tags."""
    stream = container.add_stream("libx264", rate=frames.rate, options=dict(SETTINGS))
    stream.width, stream.height, stream.pix_fmt = frames.width, frames.height, "yuv420p"
    codec = stream.codec_context
    codec.time_base = Fraction(1, frames.rate)
    codec.thread_count = 1
    codec.colorspace = codec.color_primaries = codec.color_trc = BT709
    codec.color_range = LIMITED
    return stream


def _opened(target: Path | BinaryIO) -> str | BinaryIO:
    """A target as PyAV takes it."""
    return str(target) if isinstance(target, Path) else target


def encode_constantly(
    clips: Sequence[tuple[Path, Callable[[int], int]]], length: int, frames: FrameFormat, target: Path | BinaryIO
) -> None:
    """Write clips that follow each other as one, with a frame at each of `length` ticks, pictures repeated while they
    are seen; each comes with the function that says when what it shows at its own tick is seen.

    As in every clip, what is shown last is decoded last, and decoding begins `REORDERED` ticks ahead: x264 by itself
    leaves that out where there is nothing to reorder, and such a clip would clash with the one before it.
    """
    _encode_all(_at_every_tick(_seen(clips, frames.rate), length), length, frames, target)


def encode_cross_fade(still: Path, after: Path, length: int, frames: FrameFormat, target: Path | BinaryIO) -> None:
    """Write how a picture (PNG) becomes the first of a clip in `length` ticks, in the way of `encode_constantly`.

    The old goes into the background before the new comes out of it: two pictures at once would stand on each other.
    What is the same in both stands.
    """
    with av.open(str(still)) as picture, av.open(str(after)) as clip:
        pixels = np.ascontiguousarray(next(picture.decode(video=0)).to_ndarray(format="rgba"), np.uint8)
        new = next(clip.decode(video=0)).to_ndarray().astype(np.float32)
    shown = PlanarFrame(frames.width, frames.height)
    shown.update(pixels, PixelBox(0, 0, frames.width, frames.height))
    old = shown.picture.to_ndarray().astype(np.float32)
    size = frames.height * frames.width
    planes = np.split(new.ravel(), (size, size * 5 // 4))  # Y', Cb and Cr
    ground = np.concatenate([np.full_like(plane, np.median(plane)) for plane in planes]).reshape(new.shape)
    alike = _alike(old[: frames.height], new[: frames.height])
    stands = np.concatenate([alike.ravel(), *[alike[::2, ::2].ravel()] * 2]).reshape(new.shape)
    moves = (old != new) | ~(stands | (old == ground))
    mixing, (old, new, ground, stands) = old.astype(np.uint8), (one[moves] for one in (old, new, ground, stands))

    def mixed(tick: int) -> Pixels:
        way = tick / (length + 1)
        gone, come = (_eased((way - late) / PART) for late in (0.0, 1 - PART))
        turn = ground + (old - ground) * (1 - gone) + (new - ground) * come
        mixing[moves] = np.rint(np.where(stands, old + (new - old) * _eased(way), turn))
        return mixing

    pictures = (av.VideoFrame.from_ndarray(mixed(tick), "yuv420p") for tick in range(1, length + 1))
    _encode_all(pictures, length, frames, target)


def _alike(old: npt.NDArray[np.float32], new: npt.NDArray[np.float32]) -> npt.NDArray[np.bool_]:
    """Where two pictures' luma (height, width) is the same, and all that is `NEAR`: no fleck of a letter stands."""
    differs = np.abs(new - old) > SAME
    for axis in (0, 1):
        around = np.pad(differs, [(NEAR, NEAR) if one == axis else (0, 0) for one in (0, 1)])
        differs = np.lib.stride_tricks.sliding_window_view(around, 2 * NEAR + 1, axis).any(axis=-1)
    return np.asarray(~differs)


def _eased(share: float) -> float:
    """A share of a way, cut to 0…1 and gone without a jerk."""
    return float(0.5 - 0.5 * np.cos(np.pi * min(1.0, max(0.0, share))))


def _encode_all(pictures: Iterable[av.VideoFrame], length: int, frames: FrameFormat, target: Path | BinaryIO) -> None:
    """Write `length` pictures, one at each tick."""
    decoded = count(-REORDERED)
    made = av.open(_opened(target), "w", format="mp4", options={"fflags": "+bitexact"})
    with made as film:
        stream = add_h264_stream(film, frames)
        for packet in _packets_of(stream, enumerate(pictures), length, frames.rate):
            packet.dts = next(decoded)
            film.mux(packet)


def _packets_of(
    stream: VideoStream, pictures: Iterable[tuple[int, av.VideoFrame]], length: int, rate: int
) -> Iterator[av.Packet[Any]]:
    for tick, picture in pictures:
        picture.pts, picture.time_base = tick, Fraction(1, rate)
        picture.pict_type = PictureType.P if 0 < tick == length - 2 else PictureType.NONE
        yield from stream.encode(picture)
    yield from stream.encode(None)


def _seen(clips: Sequence[tuple[Path, Callable[[int], int]]], rate: int) -> Iterator[tuple[int, av.VideoFrame]]:
    """The clips' pictures, each with the tick from which on it is seen."""
    for clip, shown_at in clips:
        with av.open(str(clip)) as source:
            for picture in source.decode(video=0):
                if picture.time is not None:
                    yield shown_at(round(picture.time * rate)), picture


def _at_every_tick(pictures: Iterable[tuple[int, av.VideoFrame]], length: int) -> Iterator[av.VideoFrame]:
    """What is seen at each of the first `length` ticks."""
    tick, seen = 0, None
    for since, picture in pictures:
        while seen is not None and tick < min(since, length):
            yield seen
            tick += 1
        seen = picture
    if seen is not None:
        yield from repeat(seen, length - tick)
