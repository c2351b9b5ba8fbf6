"""Can the picture be read? What a careful viewer would complain of, measured on the mobjects and on the pixels.

Owns: `passing_findings` (what is wrong with a text even while it moves), `moving_findings` (texts that pass through one
another) and `standing_findings` (what keeps a text that stands from being read).

Laws:
- Everything is measured as it is seen: places from the mobjects' points, contrast from the pixels.
- A finding has no place: the room that knows the script's step makes a fault of it, at the step's line.
- Decoration (nothing that is text) is judged by nobody here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from mathora.lesson.palette import TEXT_CONTRAST
from mathora.plan import Finding
from mathora.stage.layout import Layout, Region
from mathora.stage.text.boxes import Boxes
from mathora.stage.text.standing_text import FULL, StandingText
from mathora.stage.text.typesetting import has_glyph
from mathora.stage.theme import GRAPHICS_CONTRAST, Theme

Pixels = NDArray[np.uint8]

if TYPE_CHECKING:
    from mathora.stage.text.sight import ContrastMeter

TOUCH = 0.04  # scene units by which two texts' ink may reach into one another's boxes: a kern, a descender
HALF = 0.5  # the opacity from which on two texts that pass are seen as one blot; below, one fades into the other

HIDDEN = 0.12
"""The share of its own contrast that a text must show; the thinnest strokes of a 480p film show a quarter of it."""

SLACK = 0.97  # what is measured may miss its bound by rounding


def passing_findings(texts: Sequence[StandingText], layout: Layout) -> list[Finding]:
    """What is wrong with texts whether they move or not: cut off by the frame, or not to be drawn at all."""
    return [*_cut_off(texts, layout.frame), *_without_glyphs(texts)]


def standing_findings(
    texts: Sequence[StandingText], layout: Layout, theme: Theme, meter: ContrastMeter, pixels: Pixels
) -> list[Finding]:
    """What keeps texts that stand from being read; `pixels` (height, width, RGB or RGBA) of the picture.

    Two texts that rest on one another are a fault, however short.
    """
    return [
        *_in_captions(texts, layout.caption),
        *_overlapping(texts),
        *_small(texts, theme),
        *_faint(texts, meter, pixels),
    ]


def moving_findings(texts: Sequence[StandingText], moving: Sequence[StandingText]) -> list[Finding]:
    """What is wrong with texts that are `moving` among others: one that passes through another.

    A label of the scene's own follows what it names, and is judged where it rests.
    """
    on_their_way = {id(text.mobject) for text in moving}
    texts = [text for text in texts if text.mobject.labelled() is None]
    return [
        Finding("texts-collide", f"{one.name} and {other.name} pass through one another", "show less in this step")
        for one, other in combinations(texts, 2)
        if on_their_way & {id(one.mobject), id(other.mobject)} and _collide(one, other)
    ]


def _collide(one: StandingText, other: StandingText) -> bool:
    """Whether both are well seen where their ink meets; a copy may touch what it has just left."""
    if other.mobject in one.mobject.leaves or one.mobject in other.mobject.leaves or not _meet(one.box, other.box):
        return False
    return Boxes.of(one.seen(HALF)).meet(Boxes.of(other.seen(HALF)))


def _cut_off(texts: Sequence[StandingText], frame: Region) -> Iterator[Finding]:
    for text in texts:
        box = text.box
        if not np.isfinite([box.left, box.bottom, box.right, box.top]).all():
            yield Finding("not-a-number", f"{text.name} stands nowhere: its points are not numbers")
        elif box.left < frame.left or box.right > frame.right or box.bottom < frame.bottom or box.top > frame.top:
            yield Finding("off-frame", f"{text.name} leaves the frame", "shorten it, or split the step into two")


def _without_glyphs(texts: Sequence[StandingText]) -> Iterator[Finding]:
    for text in texts:
        if text.mobject.missing:
            lacking = "".join(dict.fromkeys(one for one in text.mobject.wording if one.strip() and not has_glyph(one)))
            named = f"'{lacking}'" if lacking else "a character"
            yield Finding(
                "glyph-missing", f"the fonts have no glyph for {named} in {text.name}", "write it with letters"
            )


def _in_captions(texts: Sequence[StandingText], caption: Region) -> Iterator[Finding]:
    for text in texts:
        if any(box.bottom < caption.top and box.top > caption.bottom for box in text.boxes):
            yield Finding("caption-strip", f"{text.name} stands where captions are shown", "show less in this step")


def _overlapping(texts: Sequence[StandingText]) -> Iterator[Finding]:
    for one, other in combinations(texts, 2):
        if _meet(one.box, other.box) and any(_meet(a, b) for a in one.boxes for b in other.boxes):
            yield Finding("texts-overlap", f"{one.name} and {other.name} overlap", "show less in this step")


def _meet(one: Region, other: Region) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    up = min(one.top, other.top) - max(one.bottom, other.bottom)
    return across > TOUCH and up > TOUCH


def _small(texts: Sequence[StandingText], theme: Theme) -> Iterator[Finding]:
    for text in texts:
        if text.em < theme.sizes.minimum * SLACK:
            yield Finding(
                "text-small",
                f"{text.name} is set at {text.em:.2f} units, under the minimum of {theme.sizes.minimum}",
                "shorten it, or show fewer formulas in this step",
            )


def _faint(texts: Sequence[StandingText], meter: ContrastMeter, pixels: Pixels) -> Iterator[Finding]:
    """Text at full strength needs a contrast of 4.5; text that stands back on purpose, 3 (WCAG 2.2, large text).

    A text of which this was found is told once: its contrast may be another on each frame.
    """
    for text in texts:
        sight = meter.look(text, pixels)
        if sight is None:
            continue
        needed = TEXT_CONTRAST if text.opacity > FULL else GRAPHICS_CONTRAST
        if sight.contrast < needed * SLACK:
            yield Finding(
                "contrast-low",
                f"{text.name} has a contrast of {sight.contrast:.1f} to what lies behind it, less than {needed:g}",
                "choose another colour for its symbol, or show less in this step",
            )
        elif sight.share < HIDDEN:
            yield Finding("text-hidden", f"{text.name} is hidden behind something", "show less in this step")
        else:
            continue
        meter.dismiss(text)
