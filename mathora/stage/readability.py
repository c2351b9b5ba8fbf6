"""Can the picture be read? What a careful viewer would complain of, measured on the mobjects and on the pixels.

Owns: `picture_findings` (what keeps the present picture from being read), `resting_findings` (the same of texts that
stand still while others move), `new_words` (how much of it is to be read), `standing_texts` (the texts on a scene),
`Finding`.

Laws:
- Everything is measured as it is seen: places from the mobjects' points, contrast from the pixels.
- A finding has no place: the room that knows the script's step makes a fault of it, at the step's line.
- Decoration (nothing that is text) is judged by nobody here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mathora.stage.formula_mobject import TextMobject
from mathora.stage.layout import Layout, Region
from mathora.stage.theme import GRAPHICS_CONTRAST, TEXT_CONTRAST, Theme, contrast_of, luminances
from mathora.stage.typesetting import has_glyph

if TYPE_CHECKING:
    from manim import Mobject, VMobject
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

VISIBLE = 0.05
"""Below this opacity nothing is seen."""

TOUCH = 0.04
"""Scene units by which two texts' ink may reach into one another's boxes: a kern, a descender."""

SHARP = 14
"""Pixels to the em below which letters are all soft edge, and their colour cannot be measured."""

HIDDEN = 0.12
"""The share of its own contrast that a text must show; the thinnest strokes of a 480p film show a quarter of it."""

FULL = 0.99
"""From this opacity on a text stands at full strength; below it stands back on purpose."""

LONGEST_NAME = 60

SLACK = 0.97
"""What is measured may miss its bound by rounding."""


class Finding(NamedTuple):
    """What cannot be read, as a fault without its place: rule id, message, how to mend it."""

    rule: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class StandingText:
    """A text as it stands: the boxes of its visible runs of ink, its em and its faintest opacity."""

    mobject: TextMobject
    boxes: tuple[Region, ...]
    em: float
    opacity: float

    @property
    def box(self) -> Region:
        """The box around all of it, in scene units."""
        return Region(
            min(box.left for box in self.boxes),
            min(box.bottom for box in self.boxes),
            max(box.right for box in self.boxes),
            max(box.top for box in self.boxes),
        )

    @property
    def name(self) -> str:
        """How a finding calls it: its wording, cut if it is long."""
        wording = self.mobject.wording
        if not wording:
            return "a text"
        return f"'{wording}'" if len(wording) <= LONGEST_NAME else f"'{wording[: LONGEST_NAME - 1]}…'"


def standing_texts(mobjects: Iterable[Mobject]) -> list[StandingText]:
    """The texts that are seen, in drawing order, each once; a text inside a text is part of it."""
    texts = {id(text): text for mobject in mobjects for text in _texts(mobject)}
    return [standing for text in texts.values() if (standing := _standing(text)) is not None]


def _texts(mobject: Mobject) -> Iterator[TextMobject]:
    if isinstance(mobject, TextMobject):
        yield mobject
    else:
        for part in mobject.submobjects:
            yield from _texts(part)


def _standing(text: TextMobject) -> StandingText | None:
    inked = _inked(text)
    if not inked:
        return None
    boxes = tuple(_box(part.points) for part in inked)
    return StandingText(text, boxes, text.em, min(float(part.get_fill_opacity()) for part in inked))


def _inked(text: TextMobject) -> list[VMobject]:
    return [part for part in text.family_members_with_points() if part.get_fill_opacity() > VISIBLE]


def _box(points: NDArray[np.float64]) -> Region:
    (left, bottom), (right, top) = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
    return Region(float(left), float(bottom), float(right), float(top))


def new_words(before: Sequence[StandingText], now: Sequence[StandingText]) -> float:
    """How many words of reading stand on the picture now that did not stand on it before."""
    known = {id(text.mobject) for text in before} | {text.mobject.wording for text in before}
    return float(sum(text.mobject.amount for text in now if known.isdisjoint((id(text.mobject), text.mobject.wording))))


def picture_findings(
    mobjects: Iterable[Mobject], layout: Layout, theme: Theme, pixels: Pixels | None = None
) -> list[Finding]:
    """What keeps the picture from being read; `pixels` (height, width, RGB or RGBA) of it, for the contrast.

    Without pixels (a frame in which things still move) only what is cut off or cannot be drawn is judged.
    """
    texts = standing_texts(mobjects)
    found = [*_cut_off(texts, layout.frame), *_without_glyphs(texts)]
    if pixels is not None:
        found += _in_captions(texts, layout.caption)
        found += _overlapping(texts)
        found += _small(texts, theme)
        found += _faint(texts, layout.frame, pixels)
    return found


def resting_findings(
    before: Sequence[StandingText], now: Sequence[StandingText], layout: Layout, theme: Theme
) -> list[Finding]:
    """What keeps texts from being read that stood still, at full strength, from one sampled frame to the next.

    Texts that fly over others are motion; two that rest on one another are a fault, however short.
    """
    stood = {id(text.mobject): text.boxes for text in before}
    still = [text for text in now if text.opacity > FULL and stood.get(id(text.mobject)) == text.boxes]
    return [*_in_captions(still, layout.caption), *_overlapping(still), *_small(still, theme)]


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


def _faint(texts: Sequence[StandingText], frame: Region, pixels: Pixels) -> Iterator[Finding]:
    """Text at full strength needs a contrast of 4.5; text that stands back on purpose, 3 (WCAG 2.2, large text).

    The ground is measured on the pixels, the ink is the text's own colour on it: a thin stroke's soft edges would
    make the same text fainter in a smaller film. That the ink can be seen at all is measured on the pixels too.
    """
    for text in texts:
        if text.em * pixels.shape[1] / frame.width < SHARP:
            continue
        needed = TEXT_CONTRAST if text.opacity > FULL else GRAPHICS_CONTRAST
        measured = [_contrasts(part, _crop(pixels, frame, _box(part.points))) for part in _inked(text.mobject)]
        weakest = min(own for own, _ in measured)
        if weakest < needed * SLACK:
            yield Finding(
                "contrast-low",
                f"{text.name} has a contrast of {weakest:.1f} to what lies behind it, less than {needed:g}",
                "choose another colour for its symbol, or show less in this step",
            )
        elif any(seen - 1 < HIDDEN * (own - 1) for own, seen in measured):
            yield Finding("text-hidden", f"{text.name} is hidden behind something", "show less in this step")


def _crop(pixels: Pixels, frame: Region, box: Region) -> NDArray[np.float64]:
    """The pixels of a box and a little around it, (rows, columns, 3) from 0 to 1; empty outside the frame."""
    height, width = pixels.shape[:2]
    scale = width / frame.width
    left, right = (round((x - frame.left) * scale) for x in (box.left, box.right))
    top, bottom = (round((frame.top - y) * scale) for y in (box.top, box.bottom))
    left, right, top, bottom = max(left - 2, 0), min(right + 3, width), max(top - 2, 0), min(bottom + 3, height)
    return pixels[top:bottom, left:right, :3].astype(float) / 255


def _contrasts(part: VMobject, crop: NDArray[np.float64]) -> tuple[float, float]:
    """The contrast of a run of ink to its ground: by its own colour, and as it is seen.

    The ground is the median of the box's rim; what is seen is the contrast of the pixels that differ most from it.
    """
    if crop.size == 0:
        return 21.0, 21.0
    ground = np.median(np.concatenate([crop[0], crop[-1], crop[:, 0], crop[:, -1]]), axis=0)
    opacity = float(part.get_fill_opacity())
    ink = opacity * np.array(part.get_fill_color().to_rgb()) + (1 - opacity) * ground
    behind = luminances(ground)
    seen = contrast_of(luminances(crop), behind)
    return float(contrast_of(luminances(ink), behind)), float(np.quantile(seen, max(0.9, 1 - 6 / seen.size)))
