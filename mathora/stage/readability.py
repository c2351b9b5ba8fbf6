"""Can the picture be read? What a careful viewer would complain of, measured on the mobjects and on the pixels.

Owns: `picture_faults` (off the frame, in the caption strip, overlapping, too small, too faint), `reading_faults`
(more text than its time), `glyph_faults` (characters that no font has), and `standing_texts`, the texts that stand on
a scene.

Laws:
- Everything is measured as it is seen: places from the mobjects' points, contrast from the pixels.
- A finding is a `Fault` at the script's place that the picture was made from, with the rule's id and how to mend it.
- Decoration (nothing that is text) is judged by nobody here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np

from mathora.lesson import Fault, Lesson, Place, Prose, Text, Words
from mathora.stage.formula_mobject import TextMobject
from mathora.stage.layout import Region
from mathora.stage.theme import GRAPHICS_CONTRAST, TEXT_CONTRAST, Theme, luminances
from mathora.stage.typesetting import has_glyph

if TYPE_CHECKING:
    from manim import Mobject
    from numpy.typing import NDArray

    from mathora.stage.scene import LessonScene

    Pixels = NDArray[np.uint8]

VISIBLE = 0.05
"""Below this opacity nothing is seen."""

TOUCH = 0.04
"""Scene units by which two texts' ink may reach into one another's boxes: a kern, a descender."""

SHARP = 14
"""Pixels to the em below which letters are all soft edge, and their colour cannot be measured."""

SECONDS_TO_FIND = 0.5
"""Before a text is read it must be seen to be there."""


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


def standing_texts(mobjects: Iterable[Mobject]) -> list[StandingText]:
    """The texts that are seen, in drawing order, each once; a text inside a text (a number in a sentence) belongs to it."""
    texts = {id(text): text for mobject in mobjects for text in _texts(mobject)}
    return [standing for text in texts.values() if (standing := _standing(text)) is not None]


def _texts(mobject: Mobject) -> Iterator[TextMobject]:
    if isinstance(mobject, TextMobject):
        yield mobject
    else:
        for part in mobject.submobjects:
            yield from _texts(part)


def _standing(text: TextMobject) -> StandingText | None:
    inked = [part for part in text.family_members_with_points() if part.get_fill_opacity() > VISIBLE]
    if not inked:
        return None
    boxes = tuple(_box(part.points) for part in inked)
    return StandingText(text, boxes, text.em, min(float(part.get_fill_opacity()) for part in inked))


def _box(points: NDArray[np.float64]) -> Region:
    (left, bottom), (right, top) = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
    return Region(float(left), float(bottom), float(right), float(top))


def picture_faults(scene: LessonScene, pixels: Pixels | None, place: Place) -> list[Fault]:
    """What keeps the present picture from being read; `pixels` (height, width, RGB or RGBA) of it, for the contrast.

    Without pixels (a frame in which things move) only what leaves the frame is a fault.
    """
    texts = standing_texts(scene.mobjects)
    found = [*_outside(texts, scene.layout.frame, place)]
    if pixels is not None:
        found += _in_captions(texts, scene.layout.caption, place)
        found += _overlapping(texts, place)
        found += _small(texts, scene.theme, place)
        found += _faint(texts, scene.layout.frame, pixels, place)
    return found


def _outside(texts: Sequence[StandingText], frame: Region, place: Place) -> Iterator[Fault]:
    for text in texts:
        box = text.box
        if not np.isfinite([box.left, box.bottom, box.right, box.top]).all():
            yield Fault(place, "not-a-number", f"{_named(text)} stands nowhere: its points are not numbers")
        elif box.left < frame.left or box.right > frame.right or box.bottom < frame.bottom or box.top > frame.top:
            yield Fault(
                place, "off-frame", f"{_named(text)} leaves the frame", "shorten it, or split the step into two"
            )


def _in_captions(texts: Sequence[StandingText], caption: Region, place: Place) -> Iterator[Fault]:
    for text in texts:
        if any(box.bottom < caption.top and box.top > caption.bottom for box in text.boxes):
            yield Fault(
                place, "caption-strip", f"{_named(text)} stands where captions are shown", "show less in this step"
            )


def _overlapping(texts: Sequence[StandingText], place: Place) -> Iterator[Fault]:
    for one, other in combinations(texts, 2):
        if _meet(one.box, other.box) and any(_meet(a, b) for a in one.boxes for b in other.boxes):
            yield Fault(place, "texts-overlap", f"{_named(one)} and {_named(other)} overlap", "show less in this step")


def _meet(one: Region, other: Region) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    up = min(one.top, other.top) - max(one.bottom, other.bottom)
    return across > TOUCH and up > TOUCH


def _small(texts: Sequence[StandingText], theme: Theme, place: Place) -> Iterator[Fault]:
    for text in texts:
        if text.em < theme.sizes.minimum * 0.98:
            yield Fault(
                place,
                "text-small",
                f"{_named(text)} is set at {text.em:.2f} units, under the minimum of {theme.sizes.minimum}",
                "shorten it, or show fewer formulas in this step",
            )


def _faint(texts: Sequence[StandingText], frame: Region, pixels: Pixels, place: Place) -> Iterator[Fault]:
    """Text at full strength needs a contrast of 4.5; text that stands back on purpose, 3 (WCAG 2.2's large text)."""
    for text in texts:
        if text.em * pixels.shape[1] / frame.width < SHARP:
            continue
        needed = TEXT_CONTRAST if text.opacity > 0.99 else GRAPHICS_CONTRAST  # noqa: PLR2004 - at full strength
        seen = min((measured_contrast(pixels, frame, box) for box in text.boxes), default=needed)
        if seen < needed * 0.97:
            yield Fault(
                place,
                "contrast-low",
                f"{_named(text)} has a contrast of {seen:.1f} to what lies behind it, less than {needed:g}",
                "choose another colour for its symbol, or move it",
            )


def measured_contrast(pixels: Pixels, frame: Region, box: Region) -> float:
    """The contrast between the ink in a box and what surrounds it, measured on the pixels; 21 outside the frame.

    The ground is the median of the box's rim; the ink those pixels that differ most from it, so that the soft edges of
    letters do not count.
    """
    height, width = pixels.shape[:2]
    scale = width / frame.width
    left, right = (round((x - frame.left) * scale) for x in (box.left, box.right))
    top, bottom = (round((frame.top - y) * scale) for y in (box.top, box.bottom))
    left, right, top, bottom = max(left - 2, 0), min(right + 3, width), max(top - 2, 0), min(bottom + 3, height)
    part = pixels[top:bottom, left:right, :3].astype(float) / 255
    if part.size == 0:
        return 21.0
    light = luminances(part)
    ground = float(np.median(np.concatenate([light[0], light[-1], light[:, 0], light[:, -1]])))
    contrasts = (np.maximum(light, ground) + 0.05) / (np.minimum(light, ground) + 0.05)
    return float(np.quantile(contrasts, max(0.9, 1 - 6 / contrasts.size)))


def _named(text: StandingText) -> str:
    return f"'{text.mobject.wording}'" if text.mobject.wording else "a text"


def reading_faults(
    before: Sequence[StandingText], now: Sequence[StandingText], seconds: float, words_per_minute: int, place: Place
) -> list[Fault]:
    """A fault if what is new on the picture takes longer to read than it stands, motion and hold together `seconds`."""
    known = {id(text.mobject) for text in before} | {text.mobject.wording for text in before}
    new = [text for text in now if id(text.mobject) not in known and text.mobject.wording not in known]
    words = sum(text.mobject.amount for text in new)
    needed = words * 60 / words_per_minute + SECONDS_TO_FIND * bool(new)
    if needed <= seconds:
        return []
    return [
        Fault(
            place,
            "too-much-to-read",
            f"what is new here takes {needed:.1f} seconds to read ({words:.0f} words) and stands {seconds:.1f} seconds",
            "say more, give the step a `rest:`, or show less at once",
        )
    ]


def glyph_faults(lesson: Lesson) -> list[Fault]:
    """Characters of the lesson's displayed words that no font has, each at its place."""
    found = []
    for text in _displayed(lesson):
        for index, character in enumerate(text.value):
            if not character.isspace() and not has_glyph(character):
                message = f"the fonts have no glyph for '{character}' (U+{ord(character):04X})"
                found.append(Fault(text.at(index), "glyph-missing", message, "write it with letters, or leave it out"))
    return found


def _displayed(value: Any) -> Iterator[Text]:  # noqa: ANN401 - a part of a lesson, or a tuple of parts
    """The words that are drawn: of every prose but the narration, which is heard and captioned."""
    if isinstance(value, Prose):
        yield from (piece.text for piece in value.pieces if isinstance(piece, Words))
    elif isinstance(value, tuple):
        for item in value:
            yield from _displayed(item)
    elif hasattr(type(value), "model_fields"):
        for name in type(value).model_fields:
            if name != "say":
                yield from _displayed(getattr(value, name))
