"""Can a text be seen? Its contrast to what lies behind it, measured on the picture's pixels.

Owns: `ContrastMeter` and `Sight`.

Laws:
- The ground is measured on the pixels, the ink is the text's own colour on it: a thin stroke's soft edges would make
  the same text fainter in a smaller film. That the ink can be seen at all is measured on the pixels too.
- Where neither ink nor pixels changed, nothing is measured again.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from manim import VMobject
from numpy.typing import NDArray

from mathora.stage.layout import Region
from mathora.stage.theme import contrast_of, luminances

Pixels = NDArray[np.uint8]

if TYPE_CHECKING:
    from mathora.stage.text.formula_mobject import TextMobject
    from mathora.stage.text.standing_text import StandingText

SHARP = 14  # pixels to the em below which letters are all soft edge, and their colour cannot be measured
MARGIN = 2  # pixels around a run of ink in which its ground is looked for


MOST_INK = 6
"""So many of a run's pixels may show more contrast than what it is said to; of a small one a quarter, for a dot on an i
has not many more of its own.
"""


DOT = 4.0  # pixels: what is smaller, a dot between factors on a small film, has no pixel of its full colour
LINE = 1.0  # pixels: nor has what is thinner, a minus sign on a draft


class Sight(NamedTuple):
    """How a text is seen: the contrast of its weakest run by its own colour, and the smallest share of its own
    contrast that a run shows.
    """

    contrast: float
    share: float


@dataclass(frozen=True, slots=True)
class _Look:
    """What was looked at, and what was seen."""

    mobject: TextMobject
    ink: bytes
    pixels: Pixels
    sight: Sight


class ContrastMeter:
    """Looks at the texts of one step's pictures; `frame` is the part of the scene that a picture shows."""

    def __init__(self, frame: Region) -> None:
        self._frame = frame
        self._looks: dict[int, _Look] = {}
        self._dismissed: dict[int, TextMobject] = {}

    def dismiss(self, text: StandingText) -> None:
        """Of this text all is said: do not look at it again."""
        self._dismissed[id(text.mobject)] = text.mobject

    def look(self, text: StandingText, pixels: Pixels) -> Sight | None:
        """How the text is seen in `pixels` (height, width, RGB or RGBA); None if they are too coarse to tell, or all is
        said.
        """
        if id(text.mobject) in self._dismissed or text.em * pixels.shape[1] / self._frame.width < SHARP:
            return None
        ink = b"".join(run.get_fill_rgbas().tobytes() for run in text.runs)
        crop = _crop(pixels, self._frame, text.box)
        last = self._looks.get(id(text.mobject))
        if last is not None and last.ink == ink and np.array_equal(last.pixels, crop):
            return last.sight
        scale = pixels.shape[1] / self._frame.width
        measured = [
            _contrasts(run, _crop(pixels, self._frame, box), box.width * box.height * scale**2)
            for run, box in zip(text.runs, text.boxes, strict=True)
        ]
        shares = [
            (seen - 1) / (own - 1) if own > 1 and _has_pixels(box, scale) else 1.0
            for (own, seen), box in zip(measured, text.boxes, strict=True)
        ]
        sight = Sight(min(own for own, _ in measured), min(shares))
        self._looks[id(text.mobject)] = _Look(text.mobject, ink, crop.copy(), sight)
        return sight


def _has_pixels(box: Region, scale: float) -> bool:
    """Whether a run of ink is large enough on a picture of so many pixels a unit to have pixels of its own colour."""
    return max(box.width, box.height) * scale >= DOT and min(box.width, box.height) * scale >= LINE


def _crop(pixels: Pixels, frame: Region, box: Region) -> Pixels:
    """The pixels of a box and a little around it; empty outside the frame."""
    height, width = pixels.shape[:2]
    scale = width / frame.width
    left, right = (round((x - frame.left) * scale) for x in (box.left, box.right))
    top, bottom = (round((frame.top - y) * scale) for y in (box.top, box.bottom))
    left, right = max(left - MARGIN, 0), max(min(right + MARGIN + 1, width), 0)
    top, bottom = max(top - MARGIN, 0), max(min(bottom + MARGIN + 1, height), 0)
    return pixels[top:bottom, left:right]


def _contrasts(run: VMobject, crop: Pixels, size: float) -> tuple[float, float]:
    """The contrast of a run of ink, whose box has `size` pixels, to its ground: by its own colour, and as it is seen.

    The ground is the median of the box's rim; what is seen is the contrast of the pixels that differ most from it.
    """
    if crop.size == 0:
        return 21.0, 21.0
    rim = np.concatenate([crop[0], crop[-1], crop[:, 0], crop[:, -1]])[:, :3]
    ground = np.sort(rim, axis=0)[len(rim) // 2] / 255
    opacity = float(run.get_fill_opacity())
    ink = opacity * np.array(run.get_fill_color().to_rgb()) + (1 - opacity) * ground
    behind = luminances(ground)
    red, green, blue = _channels()
    seen = contrast_of(red[crop[:, :, 0]] + green[crop[:, :, 1]] + blue[crop[:, :, 2]], behind).ravel()
    strongest = min(MOST_INK, int(size / 4))
    return float(contrast_of(luminances(ink), behind)), float(np.partition(seen, -1 - strongest)[-1 - strongest])


@cache
def _channels() -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """What each of 256 values of red, green and blue adds to a pixel's luminance."""
    values = np.arange(256)[:, None] / 255
    red, green, blue = (luminances(values * channel) for channel in np.eye(3))
    return red, green, blue
