"""The picture as it stands, redrawn only where it changed.

Owns: `Canvas` and the small arithmetic of boxes.

Laws:
- After `show`, the pixels are what drawing all mobjects from the background up would give; the returned boxes hold
  every pixel that changed. What a box cuts is drawn whole on a sheet, of which the box is kept: Skia cuts paths at the
  edge of what it draws, and smooths the pixels there otherwise.
- What lies under the first moving mobject is drawn once and copied from then on.
- Pixels outside the returned boxes are not touched, inside they are drawn once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce

import numpy as np
import skia
from manim import Mobject

from mathora.encoder import PixelBox, Pixels
from mathora.stage.film.drawing import Drawing, View, drawing_of, leaves_a_trace

TILE = 32  # pixels; changes are gathered in squares of this side
JOINED = 1.5  # two boxes become one if that makes the area at most this much larger
MOST_BOXES = 12  # with more boxes than this, telling them apart costs more than it saves


class Canvas:
    """Pixels (height, width, RGBA, opaque) that follow a scene's mobjects."""

    def __init__(self, view: View, background: str) -> None:
        self.view = view
        self.pixels: Pixels = np.empty((view.height, view.width, 4), np.uint8)
        self._background = skia.Color4f(skia.Color(*bytes.fromhex(background.lstrip("#")[:6])))
        self._shown: dict[int, Drawing] = {}
        self._under: list[Drawing] = []
        self._under_pixels: Pixels = np.empty_like(self.pixels)
        self._fresh = True
        self._sheet_pixels: Pixels = np.empty_like(self.pixels)
        self._sheet = _canvas_on(self._sheet_pixels)
        self._back = _canvas_on(self._under_pixels)
        self._back.drawColor(self._background, skia.BlendMode.kSrc)

    def show(self, mobjects: Iterable[Mobject], moving: frozenset[int] | None = None) -> list[PixelBox]:
        """Bring the pixels up to date with `mobjects` (drawn in this order); the boxes that changed.

        `moving` holds the ids of mobjects that may have changed since the last call, with all that is under them;
        None: any may have.
        """
        before, self._shown = self._shown, {}
        still, leading = 0, True
        for mobject, live in _leaves(mobjects, moving):
            key = id(mobject)
            if key in self._shown:
                continue
            old = before.get(key)
            drawing = drawing_of(mobject, old, self.view) if live or old is None else old
            self._shown[key] = drawing
            leading = leading and not live
            still += leading
        drawings = list(self._shown.values())
        boxes = [self.view.whole] if self._fresh else merged(_changed(before, self._shown), self.view)
        self._fresh = False
        if boxes:
            self._underlay(drawings[: still if moving is not None else 0])
            for box in boxes:
                self._redraw(drawings[len(self._under) :], box)
        return boxes

    def _underlay(self, still: list[Drawing]) -> None:
        """Make sure that the under-picture shows exactly these drawings."""
        if still != self._under:
            self._under = still
            self._back.drawColor(self._background, skia.BlendMode.kSrc)
            self._draw_on(self._back, still, self.view.whole)

    def _redraw(self, drawings: Sequence[Drawing], box: PixelBox) -> None:
        _copy(self._under_pixels, self._sheet_pixels, box)
        for drawing in drawings:
            if overlap(drawing.box, box):
                self._draw_on(self._sheet, (drawing,), drawing.needed(box, self.view))
        _copy(self._sheet_pixels, self.pixels, box)

    def _draw_on(self, canvas: skia.Canvas, drawings: Iterable[Drawing], box: PixelBox) -> None:
        canvas.save()
        canvas.clipRect(skia.Rect.MakeLTRB(*box))
        canvas.concat(self.view.matrix)
        for drawing in drawings:
            drawing.draw(canvas)
        canvas.restore()


def _copy(source: Pixels, target: Pixels, box: PixelBox) -> None:
    left, top, right, bottom = box
    target[top:bottom, left:right] = source[top:bottom, left:right]


def _canvas_on(pixels: Pixels) -> skia.Canvas:
    """A canvas that draws into the array."""
    return skia.Canvas(pixels, colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kPremul_AlphaType)


def _leaves(mobjects: Iterable[Mobject], moving: frozenset[int] | None) -> Sequence[tuple[Mobject, bool]]:
    """What is drawn, in drawing order (by z-index, then by order of the families), and whether each may move."""
    found: list[tuple[Mobject, bool]] = []
    layered = False

    def walk(mobject: Mobject, live: bool) -> None:  # noqa: FBT001 - inner recursion
        nonlocal layered
        live = live or bool(mobject.updaters) or (moving is not None and id(mobject) in moving)
        if leaves_a_trace(mobject):
            found.append((mobject, live))
            layered = layered or bool(mobject.z_index)
        for part in mobject.submobjects:
            walk(part, live)

    for mobject in mobjects:
        walk(mobject, moving is None)
    return sorted(found, key=lambda leaf: leaf[0].z_index) if layered else found


def _changed(before: dict[int, Drawing], now: dict[int, Drawing]) -> Iterator[PixelBox]:
    """The boxes of all that appeared, vanished, changed its look or its place in the order."""
    for key, old in before.items():
        new = now.get(key)
        if new is None:
            yield old.box
        elif new is not old:
            yield from new.changed_since(old)
    yield from (new.box for key, new in now.items() if key not in before)
    common_before = [key for key in before if key in now]
    common_now = [key for key in now if key in before]
    if common_before != common_now:
        for one, other in zip(common_before, common_now, strict=True):
            if one != other:
                yield now[one].box
                yield now[other].box


def overlap(one: PixelBox, other: PixelBox) -> bool:
    """Whether two boxes share a pixel."""
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom


def union(one: PixelBox, other: PixelBox) -> PixelBox:
    """The smallest box that holds both."""
    return PixelBox(
        min(one.left, other.left), min(one.top, other.top), max(one.right, other.right), max(one.bottom, other.bottom)
    )


def area(box: PixelBox) -> int:
    """The pixels of a box."""
    return max(0, box.right - box.left) * max(0, box.bottom - box.top)


def merged(boxes: Iterable[PixelBox], view: View) -> list[PixelBox]:
    """Few boxes, made of whole tiles, that cover the given ones and do not overlap."""
    tiles = np.zeros((-(-view.height // TILE), -(-view.width // TILE) + 2), np.bool_)  # a column more on both sides
    for left, top, right, bottom in set(boxes):
        if left < right and top < bottom:
            tiles[top // TILE : -(-bottom // TILE), left // TILE + 1 : -(-right // TILE) + 1] = True
    rows, edges = np.nonzero(tiles[:, 1:] != tiles[:, :-1])
    covered: list[PixelBox] = []
    for row, left, right in zip(rows[::2].tolist(), edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        strip = PixelBox(left, row, right, row + 1)
        above = next((k for k, box in enumerate(covered) if box.bottom == row and _worth_joining(box, strip)), None)
        if above is None:
            covered.append(strip)
        else:
            covered[above] = union(covered[above], strip)
    return [
        PixelBox(b.left * TILE, b.top * TILE, min(b.right * TILE, view.width), min(b.bottom * TILE, view.height))
        for b in _apart(covered)
    ]


def _worth_joining(one: PixelBox, other: PixelBox) -> bool:
    return area(union(one, other)) <= JOINED * (area(one) + area(other))


def _apart(boxes: list[PixelBox]) -> list[PixelBox]:
    """The same cover without overlaps, and with no more than `MOST_BOXES` boxes."""
    if len(boxes) > MOST_BOXES:
        return [reduce(union, boxes)]
    apart: list[PixelBox] = []
    for box in boxes:
        joined = box
        while near := next((k for k in apart if overlap(k, joined)), None):
            apart.remove(near)
            joined = union(near, joined)
        apart.append(joined)
    return apart
